"""Browsers as phones of 2018 to 2020 have them: fetched by npm, started without a window, driven over their own protocol.

Playwright starts Chromium 73 and 83 but needs what came later for every tap, so a few words of the protocol stand here.
"""

import json
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import brotli
from websockets.sync.client import ClientConnection, connect

from node_tools import HERE, NoNpm, packages

BINARIES = {64: "chromium.br", 73: "chromium-73.0.3679.0.br", 83: "chromium.br"}
"""By version, the packed program in its package."""
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--hide-scrollbars", "--disable-dev-shm-usage"]
PATIENCE = 20
"""Seconds until a page must have done what it was asked for."""


def program(version: int) -> Path:
    """The program of a version, unpacked once."""
    folder = packages(HERE / "browsers")
    made = folder / f"chromium-{version}"
    if not made.exists():
        packed = folder / "node_modules" / f"chromium-{version}" / "bin" / BINARIES[version]
        aside = made.with_suffix(".new")
        aside.write_bytes(brotli.decompress(packed.read_bytes()))
        aside.chmod(0o755)
        aside.rename(made)
    return made


class OldPhone:
    """One tab of an old browser, of a phone's size."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection, self.count, self.told = connection, 0, []
        for domain in ("Page", "Runtime", "Network"):
            self.send(f"{domain}.enable")
        self.size(360, 640)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the protocol and its answer; what the page tells meanwhile is kept in ``told``."""
        self.count += 1
        self.connection.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            said = json.loads(self.connection.recv(timeout=60))
            if said.get("id") == self.count:
                if "error" in said:
                    raise AssertionError(f"{method}: {said['error']['message']}")
                return said["result"]
            self.told.append(said)

    def size(self, width: int, height: int) -> None:
        """The size of the screen."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=True)

    def run(self, script: str) -> Any:
        """What a script gives; a promise is waited for, an error is one of the test."""
        done = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        if "exceptionDetails" in done:
            raise AssertionError(done["result"].get("description") or done["exceptionDetails"])
        return done["result"].get("value")

    def until(self, script: str) -> Any:
        """What a script gives once it gives something; asked again for some seconds."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.run(script)
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f"never: {script}\n{self.run('location.href + document.body.innerText.slice(0, 600)')}\n{self.errors()}")

    def open(self, address: str) -> None:
        """Go to an address and wait until it is there, scripts included."""
        self.run("window.before = true")
        self.send("Page.navigate", url=address)
        self.until("!window.before && document.readyState === 'complete'")

    def tap(self, selector: str) -> None:
        """Tap the first fitting element that can be seen."""
        self.until(f"""(() => {{ const e = [...document.querySelectorAll({json.dumps(selector)})].find(e => e.offsetParent);
            if (e) {{ e.focus(); e.click(); }} return Boolean(e); }})()""")

    def type(self, selector: str, text: str) -> None:
        """Put a text into a box, as a keyboard does."""
        self.run(f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
            e.focus(); e.value = {json.dumps(text)}; e.dispatchEvent(new Event("input", {{bubbles: true}})); }})()""")

    def text(self, selector: str) -> str:
        """What can be read in the first fitting element."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def errors(self) -> list[str]:
        """Errors that scripts threw and that nobody caught."""
        self.run("0")
        thrown = (said["params"]["exceptionDetails"] for said in self.told if said.get("method") == "Runtime.exceptionThrown")
        return [one.get("exception", {}).get("description") or one["text"] for one in thrown]


@contextmanager
def old_phone(version: int) -> Iterator[OldPhone]:
    """A browser with nothing kept, until the end of the block."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as kept, socket.create_server(("127.0.0.1", 0)) as silent:
        # Other hosts never answer, so a page that is being left can still be looked at, and a test asks nobody outside.
        elsewhere = f"--host-resolver-rules=MAP * 127.0.0.1:{silent.getsockname()[1]}, EXCLUDE 127.0.0.1"
        command = [str(program(version)), *ARGUMENTS, elsewhere, f"--user-data-dir={kept}"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=kept) as process:
            try:
                with connect(_tab(process), max_size=None, proxy=None) as connection:
                    yield OldPhone(connection)
            finally:
                process.kill()


def _tab(process: subprocess.Popen[str]) -> str:
    """The address of a new tab, from what the browser writes when it has started."""
    for line in process.stderr:
        found = re.search(r"listening on ws://([^/]+)/", line)
        if found:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return str(json.load(urlopen(f"http://{found[1]}/json/new?about:blank"))["webSocketDebuggerUrl"])
    raise AssertionError("the old browser did not start")


if __name__ == "__main__":
    try:
        for known in BINARIES:
            program(known)
    except NoNpm as why:
        sys.exit(f"Old browsers are left out: {why.args[0]}")
