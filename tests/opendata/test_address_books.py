"""A calendar server and an address book of other people take our files whole: Radicale and khard, as a union would run them."""

import base64
import re
import sys
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from subprocess import run

import pytest

from serving import free_port, running

_USER = {"Authorization": "Basic " + base64.b64encode(b"union:no secret").decode()}
_SETTINGS = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {folder}
"""
_BOOK = """
[addressbooks]
[[union]]
path = {folder}
[vcard]
skip_unparsable = no
"""


@pytest.fixture(scope="module")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HTTPConnection]:
    """A calendar server that holds nothing yet."""
    folder, port = tmp_path_factory.mktemp("radicale"), free_port()
    settings = folder / "config"
    settings.write_text(_SETTINGS.format(port=port, folder=folder / "store"), encoding="utf-8")
    with running([sys.executable, "-m", "radicale", "--config", str(settings), "--logging-level", "critical"], port):
        server = HTTPConnection("127.0.0.1", port)
        server.request("MKCOL", "/union/", headers=_USER)
        server.getresponse().read()
        yield server
        server.close()


def _put(server: HTTPConnection, name: str, kind: str, content: bytes) -> tuple[int, bytes]:
    """The answer to a whole collection, and what the server then holds."""
    where = f"/union/{re.sub(r'[^a-z0-9]+', '-', name)}/"
    server.request("PUT", where, content, {**_USER, "Content-Type": kind})
    answer = server.getresponse()
    answer.read()
    server.request("GET", where, headers=_USER)
    return answer.status, server.getresponse().read()


def _uids(content: bytes) -> list[bytes]:
    return sorted(re.findall(rb"^UID:(.*?)\r?$", re.sub(rb"\r?\n[ \t]", b"", content), re.MULTILINE))


def test_radicale_takes_every_calendar_whole(radicale: HTTPConnection, stable: Mapping[str, bytes]):
    """Every fifth calendar of countries and all others: no entry is refused, none takes the place of another."""
    calendars = sorted(name for name in stable if name.endswith(".ics"))
    chosen = [name for name in calendars if not name.startswith("pays/")] + [n for n in calendars if n.startswith("pays/")][::5]
    assert len(chosen) > 30

    for name in chosen:
        status, held = _put(radicale, name, "text/calendar", stable[name])
        assert (name, status) == (name, 201)
        assert (name, _uids(held)) == (name, _uids(stable[name]))


def test_radicale_takes_every_card(radicale: HTTPConnection, stable: Mapping[str, bytes]):
    """The cards of all contacts of a country stand beside each other."""
    chosen = sorted(name for name in stable if name.endswith("/contacts.vcf"))[::5]
    assert len(chosen) > 10

    for name in chosen:
        status, held = _put(radicale, name, "text/vcard", stable[name])
        assert (name, status) == (name, 201)
        assert (name, _uids(held)) == (name, _uids(stable[name]))


def test_khard_shows_every_number(tmp_path: Path, stable: Mapping[str, bytes]):
    """An address book on the command line lists each card of Morocco with all its numbers, as other programs read them."""
    cards = re.findall(rb"BEGIN:VCARD.*?END:VCARD\r\n", stable["pays/maroc/contacts.vcf"], re.DOTALL)
    book = tmp_path / "book"
    book.mkdir()
    for number, card in enumerate(cards):
        (book / f"{number}.vcf").write_bytes(card)
    settings = tmp_path / "khard.conf"
    settings.write_text(_BOOK.format(folder=book), encoding="utf-8")

    told = run([sys.executable, "-m", "khard", "-c", str(settings), "phone", "--parsable"], capture_output=True, text=True, check=True, timeout=60)
    listed = {line.split("\t")[0] for line in told.stdout.splitlines()}
    dialled = {found.decode() for found in re.findall(rb"^TEL[^:]*:(?:tel:)?([^\r]+)", b"".join(cards), re.MULTILINE)}
    assert len(cards) > 3
    assert listed == dialled
