"""The real site built once for all tests, a server over it, and a Chromium."""

import fcntl
import functools
import json
import os
import pickle
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, sync_playwright

from helpers import ROOT
from rsmms.building.publish import build
from rsmms.cache.store import open_store
from sheet_records import Record, records

PHONE = {"width": 360, "height": 640}
CHROMIUM_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class Host:
    """A server that can be killed and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.server = folder, 0, None
        self.start()

    def start(self) -> None:
        """Answer again."""
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), functools.partial(_Quiet, directory=str(self.folder)))
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def kill(self) -> None:
        """No longer answer at all."""
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        """With a slash at the end."""
        return f"http://127.0.0.1:{self.port}/"


def serve(folder: Path) -> Iterator[str]:
    """A local server over a folder; gives its address with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@contextmanager
def quiet_page(browser: Browser, **wanted: Any) -> Iterator[Page]:
    """A tab of a phone; anything on its console, also a breach of the content policy, fails the test."""
    context = browser.new_context(viewport=PHONE, **wanted)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as ``make site`` builds it; ``BUILT_SITE`` names one that is built already, to save time."""
    if os.environ.get("BUILT_SITE"):
        return Path(os.environ["BUILT_SITE"])
    out = tmp_path_factory.mktemp("site")
    build(ROOT, out)
    return out


@pytest.fixture(scope="session")
def server(built_site: Path) -> Iterator[str]:
    """Address of a local server over the real site."""
    yield from serve(built_site)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the Chromium that ``tests/chromium.sh`` found or installed."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, (shutil.which(name) for name in names if name)), None)
    assert found, "no Chromium: run `make browser` or set CHROMIUM"
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium for the whole session."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


@functools.cache
def parsed(path: Path) -> html.HtmlElement:
    """A page as a tree; pages are read once."""
    return html.fromstring(path.read_bytes())


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Path]:
    """Every HTML file of the site by its address below the root."""
    return {p.relative_to(built_site).as_posix(): p for p in sorted(built_site.rglob("*.html"))}


@pytest.fixture(scope="session")
def catalogue(built_site: Path) -> list[dict[str, str]]:
    """The published catalogue."""
    return json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8"))


def site_pages(pages: dict[str, Path], catalogue: list[dict[str, str]]) -> dict[str, Path]:
    """The pages that the catalogue lists, by address."""
    return {entry["url"]: pages[entry["url"] + "index.html"] for entry in catalogue if not entry["url"].endswith(".pdf")}

@pytest.fixture(scope="session")
def sheet_records(built_site: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> dict[str, Record]:
    """What can be seen in every sheet of the site; where tests run in several processes, the first that asks looks for all."""
    store = open_store(ROOT, "tests")
    if worker_id == "master":
        return records(built_site / "fiches", store)
    shared = tmp_path_factory.getbasetemp().parent / "sheet-records"
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            shared.write_bytes(pickle.dumps(records(built_site / "fiches", store)))
    return pickle.loads(shared.read_bytes())
