"""The server of ``deploy/nginx`` under load and under attack, on this machine only.

``python bench/served.py [--site site] [--seconds 30]`` starts nginx on a free port over a built site (compressed with
``rsmms compress``; without, it says so) and prints one paragraph for each run:

* load: Debian's ``wrk``, 64 connections that ask for pages, contacts, style and search in turn, with brotli;
* nasty clients, each while an ordinary reader asks for a page every half second: headers sent one byte a second, 3,000 open
  connections, headers too long, paths that try to leave the folder, null bytes, methods that write, half a request.

Client and server share the machine, so the load figure is a lower bound.
"""

import argparse
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
from serving import ask, nginx  # noqa: E402

PATHS = ("/situations/passeport/", "/en/situations/passeport/", "/contacts/togo/", "/pays/togo/", "/", "/ee/", "/donnees/search-fr.json")
MANY = 3000
SLOW = 300
TRICKS = (
    "/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/.%2e/.%2e/etc/passwd", "/assets/../../../../etc/passwd",
    "//etc/passwd", "/%5c..%5c..%5cetc/passwd", "/assets/..;/../etc/passwd", "/%252e%252e/etc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/.git/config",
    "/_headers", "/.htaccess", "/index.html.br", "/a" * 3000, "/%00", "/index.html%00.txt", "/en/%2e%2e/_redirects", "/?x=<script>", "/~root/",
)  # fmt: skip
RAW = {
    "header of 64 kB": b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 65536 + b"\r\n\r\n",
    "2,000 headers": b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 2000 + b"\r\n",
    "null byte in the line": b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
    "no HTTP at all": bytes(range(256)) * 8 + b"\r\n\r\n",
    "two lengths": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
    "smuggled": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /_headers HTTP/1.1\r\n\r\n",
    "body of 1 MB": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + b"a" * 100_000,
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "TRACE": b"TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
}
_LUA = """
local paths = {%s}
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at], {["Accept-Encoding"] = "br, gzip"})
end
"""


def load(port: int, seconds: int) -> str:
    """What ``wrk`` says, in one line."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_LUA % ", ".join(f'"{path}"' for path in PATHS))
        script.flush()
        command = ["wrk", "-t1", "-c64", f"-d{seconds}s", "--latency", "-s", script.name, f"http://127.0.0.1:{port}/"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate, moved = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), re.search(r"Transfer/sec:\s+(\S+)", said)[1]
    slow = {share: re.search(rf"{share}%\s+(\S+)", said)[1] for share in (50, 99)}
    wrong = re.search(r"(Non-2xx.*|Socket errors.*)", said)
    return f"{rate:,.0f} requests/s, {moved}/s, half within {slow[50]}, 99 % within {slow[99]}; {wrong[1] if wrong else 'no error'}"


@contextmanager
def reader(port: int) -> Iterator[list[float]]:
    """An ordinary reader, twice a second; the list holds how long each page took, 99 for one that did not come."""
    took: list[float] = []
    done = threading.Event()

    def read() -> None:
        while not done.wait(0.5):
            start = time.monotonic()
            try:
                answer, _ = ask(port, PATHS[0])
                took.append(time.monotonic() - start if answer.status == 200 else 99)
            except OSError:
                took.append(99)

    thread = threading.Thread(target=read)
    thread.start()
    yield took
    done.set()
    thread.join()


def slow_headers(port: int) -> str:
    """Connections that send one byte a second; how long the server bears them."""
    start, open_ = time.monotonic(), [socket.create_connection(("127.0.0.1", port)) for _ in range(SLOW)]
    alive = {one.fileno(): one for one in open_}
    line = iter(b"GET / HTTP/1.1\r\nHost: slow.example\r\nX-Long: " + b"a" * 60)
    while alive and time.monotonic() - start < 40:
        byte = bytes([next(line)])
        for key, one in list(alive.items()):
            try:
                one.settimeout(0.001)
                one.sendall(byte)
                if one.recv(1) == b"":
                    alive.pop(key)
            except TimeoutError:
                continue
            except OSError:
                alive.pop(key)
        time.sleep(0.5)
    for one in open_:
        one.close()
    return f"{SLOW} slow connections, the last one closed after {time.monotonic() - start:.0f} s"


def many(port: int) -> str:
    """Idle connections held open for some seconds."""
    with ExitStack() as held:
        for _ in range(MANY):
            held.enter_context(socket.create_connection(("127.0.0.1", port)))
        time.sleep(5)
    return f"{MANY} idle connections held for 5 s"


def said(port: int, sent: bytes) -> int:
    """Status of the answer to raw bytes; 0 if the server just closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as one:
        try:
            one.sendall(sent)
            first = one.recv(64)
        except OSError:
            return 0
    found = re.match(rb"HTTP/1\.\d (\d{3})", first)
    return int(found[1]) if found else 0


def tricks(port: int) -> str:
    """Paths and raw bytes: none may be answered with a file."""
    statuses = {path[:40]: said(port, f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()) for path in TRICKS}
    statuses |= {name: said(port, sent) for name, sent in RAW.items()}
    good = {name: status for name, status in statuses.items() if status == 200 and name not in ("/?x=<script>", "2,000 headers")}
    return f"{len(statuses)} tricks, answered {sorted(set(statuses.values()))} (0: closed), with a file: {good or 'none'}"


def nasty(port: int, run: Callable[[int], str]) -> str:
    """One kind of nasty client, and what an ordinary reader saw meanwhile."""
    with reader(port) as took:
        told = run(port)
        time.sleep(1)
    return f"{told}; the ordinary reader asked {len(took)} times, the slowest answer took {max(took) * 1000:.0f} ms"


def main() -> None:
    """Both runs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--seconds", type=int, default=30)
    arguments = parser.parse_args()
    if not shutil.which("wrk") or not (arguments.site / "index.html").exists():
        sys.exit("left out: needs wrk (apt-get install wrk) and a built site (make site)")
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(16384, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    packed = "compressed beforehand" if (arguments.site / "index.html.br").exists() else "NOT compressed: run `rsmms compress`"
    with tempfile.TemporaryDirectory() as folder, nginx(arguments.site.resolve(), Path(folder)) as (port, _):
        print(f"Load, {arguments.seconds} s, site {packed}: {load(port, arguments.seconds)}.")
        for run in (slow_headers, many, tricks):
            print(f"Nasty: {nasty(port, run)}.")


if __name__ == "__main__":
    main()
