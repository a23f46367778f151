"""``rsmms links``: addresses of other sites, asked of a real server on this machine."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from helpers import PROJECT, full, run
from rsmms.commands.editors.links import ask
from serving import free_port

pytestmark = pytest.mark.usefixtures("commands_day")
ANSWERS = {("HEAD", "/here"): 200, ("HEAD", "/no-head"): 405, ("GET", "/no-head"): 200, ("HEAD", "/shy"): 403, ("GET", "/shy"): 403}
"""What the site says to a method and a path; 404 to all others."""


class Site(BaseHTTPRequestHandler):
    """A site that counts what it is asked."""

    asked: list[tuple[str, str, str]]

    def do_HEAD(self) -> None:
        """Answer as ``ANSWERS`` says."""
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        self.send_response(ANSWERS.get((self.command, self.path), 404))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        """The same."""
        self.do_HEAD()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the site, which no proxy stands before."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    Site.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("path", "status", "methods"), [
    ("/here", 200, ["HEAD"]), ("/no-head", 200, ["HEAD", "GET"]), ("/gone", 404, ["HEAD", "GET"]), ("/shy", 403, ["HEAD", "GET"]),
])  # fmt: skip
def test_a_site_is_asked_shortly_and_a_second_time_in_full(site: str, path: str, status: int, methods: list[str]):
    """Headers only, and the page where that is refused; we say who asks."""
    assert ask(site + path) == status
    assert Site.asked == [(method, path, "rsmms-link-check (once a week)") for method in methods]


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/", "http://127.0.0.1:{port}:1/", "https://127.0.0.1:{port}/"])
def test_nobody_there_is_no_crash(monkeypatch: pytest.MonkeyPatch, address: str):
    """No server on the port, or an address that cannot be asked: 0."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    assert ask(address.format(port=free_port())) == 0


def with_sources(folder: Path, *addresses: str) -> Path:
    """A project whose only addresses are those of its sources."""
    entries = "".join(f"  - id: s{n}\n    publisher: P\n    title: T\n    url: {url}\n    read: 2026-11-01\n" for n, url in enumerate(addresses))
    return full(folder, {**dict.fromkeys(PROJECT), "data/sources.yaml": f"sources:\n{entries}"})


def test_links_writes_what_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str], site: str):
    """The same answer on the terminal and in the report, each address with file and line, and 1; robots turned away are not told."""
    root, nobody = with_sources(tmp_path, f"{site}/here", f"{site}/gone", f"{site}/shy", dead := f"http://127.0.0.1:{free_port()}/"), "–"

    assert run(root, "links", "--report", str(tmp_path / "report.md")) == 1
    told = capsys.readouterr().out
    assert told == (tmp_path / "report.md").read_text(encoding="utf-8") + "\n"
    assert "## These addresses no longer answer (2 of 4)" in told
    assert told.splitlines()[-3:-1] == [f"- [ ] `data/sources.yaml:7` <{site}/gone> (404)", f"- [ ] `data/sources.yaml:17` <{dead}> ({nobody})"]


def test_links_that_all_answer_are_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str], site: str):
    """0, nothing to tick off, and no report where none is asked for."""
    root = with_sources(tmp_path, f"{site}/here", f"{site}/no-head")
    files = set(tmp_path.rglob("*"))

    assert run(root, "links") == 0
    told = capsys.readouterr().out
    assert "(0 of 2)" in told
    assert "- [ ]" not in told
    assert set(tmp_path.rglob("*")) == files


@pytest.mark.parametrize("said", [b"garbage\r\n", b"HTTP/1.1 two hundred\r\n\r\n", b""])
def test_an_answer_that_is_none_is_no_crash(said: bytes):
    """Something listens that is no site: counted as gone."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        def answer() -> None:
            for _ in range(2):
                asked, _ = listening.accept()
                with asked:
                    asked.recv(4096)
                    asked.sendall(said)

        Thread(target=answer, daemon=True).start()
        assert ask(f"http://127.0.0.1:{listening.getsockname()[1]}/") == 0


def test_an_address_with_accents_is_asked_as_programs_write_it(site: str):
    """A good page is not told as gone because of a letter in its address; what is written for programs already stays."""
    assert ask(f"{site}/Bénin?q=%C3%A9&r=a+b") == 404
    assert [path for _, path, _ in Site.asked] == ["/B%C3%A9nin?q=%C3%A9&r=a+b"] * 2
