"""The configurations in ``deploy/``, tried on the real servers: headers, languages, compression, caching, types, errors."""

import gzip
import re
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path

import brotli
import pytest

from helpers import LANGUAGES, ROOT
from rsmms.deploy.caddy import caddyfile
from rsmms.deploy.compress import compress
from rsmms.deploy.headers import HEADERS, LONG, ONE_FILE
from rsmms.deploy.missing import write_missing
from rsmms.deploy.nginx import http_part, server_part
from serving import ask, caddy, nginx, sample

Ask = Callable[..., tuple[HTTPResponse, bytes]]


@pytest.fixture(scope="module")
def site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the site, ready to be served."""
    out = sample(built_site, tmp_path_factory.mktemp("served"))
    write_missing(out, LANGUAGES)
    compress(out, quality=5)
    return out


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def get(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Asks one server after the other: the same rules hold on both."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "nginx":
        with nginx(site, folder) as (port, _):
            yield lambda path, method="GET", **headers: ask(port, path, method, **headers)
    else:
        with caddy(site, folder) as port:
            yield lambda path, method="GET", **headers: ask(port, path, method, **headers)


def one(site: Path, form: str) -> str:
    """Address of the one file of a form."""
    return "/" + next(iter(sorted(site.glob(form)))).relative_to(site).as_posix()


@pytest.mark.parametrize(("name", "made"), [
    ("nginx/rsmms-http.conf", http_part(LANGUAGES)), ("nginx/rsmms-server.conf", server_part()), ("caddy/Caddyfile", caddyfile(LANGUAGES)),
])  # fmt: skip
def test_committed_configurations_are_current(name: str, made: str):
    """``python -m rsmms deploy`` was run after a rule changed, so no host has rules of its own."""
    assert (ROOT / "deploy" / name).read_text(encoding="utf-8") == made


@pytest.mark.parametrize("path", ["/", "/en/situations/passeport/", "/nowhere/", "/sw.js", "/donnees/v1/countries.json"])
def test_every_answer_carries_the_headers(get: Ask, path: str):
    """Pages, files and errors alike; the open data may be read from elsewhere."""
    answer, _ = get(path)
    own = {"Cross-Origin-Resource-Policy": "cross-origin"} if "/v1/" in path else {}

    assert {name: answer.getheader(name) for name in HEADERS} == HEADERS | own
    assert answer.getheader("Access-Control-Allow-Origin") == ("*" if own else None)
    assert answer.getheader("Set-Cookie") is None
    assert answer.getheader("Last-Modified") is None
    assert answer.getheader("Server") in (None, "nginx")


def test_only_cards_may_be_framed(get: Ask):
    """Cards by everybody, single files and pages by nobody; no policy allows inline script or style."""
    card, _ = get("/en/embed/togo/")
    single, _ = get("/fichiers/fr/passeport.html")

    assert "frame-ancestors *" in card.getheader("Content-Security-Policy")
    assert card.getheader("Cross-Origin-Resource-Policy") == "cross-origin"
    assert single.getheader("Content-Security-Policy") == ONE_FILE
    assert "unsafe" not in card.getheader("Content-Security-Policy") + ONE_FILE + str(HEADERS)


@pytest.mark.parametrize(("path", "language"), [
    ("/", "fr"), ("/situations/passeport/", "fr"), ("/en/", "en"), ("/ee/", "ee"), ("/fichiers/fr/passeport.html", "fr"), ("fiches/*-en.pdf", "en"),
    ("/en/nowhere/", "en"), ("/ee/x", "ee"), ("/x", "fr"), ("/sw.js", None), ("assets/*.css", None),
])  # fmt: skip
def test_content_language_by_folder(get: Ask, site: Path, path: str, language: str | None):
    """Each page and sheet says its language; style and script have none."""
    answer, _ = get(path if path.startswith("/") else one(site, path))

    assert answer.getheader("Content-Language") == language


@pytest.mark.parametrize(("path", "language"), [
    ("/en/nowhere/at/all/", "en"), ("/ee/nowhere", "ee"), ("/pays/nowhere/", "fr"), ("/en/..%2fx", "fr"), ("/404/", "fr"),
])  # fmt: skip
def test_missing_pages_in_the_readers_language(get: Ask, path: str, language: str):
    """Status 404 at any depth; the folder's language comes first, the others follow, and styles load from there."""
    answer, content = get(path)
    html = content.decode()

    assert (answer.status, re.findall(r'<section lang="(..)"', html)[0]) == (404, language)
    assert f'<html lang="{language}"' in html
    assert sorted(re.findall(r'<section lang="(..)"', html)) == sorted(LANGUAGES)
    assert re.search(r'href="/assets/rsmms\.[0-9a-f]{8}\.css"', html)


@pytest.mark.parametrize("path", [".well-known/../_headers", "_headers", "_redirects.nginx", ".git/config", "index.html.br", "en/.hidden"])
def test_what_is_not_for_readers_is_not_there(get: Ask, path: str):
    """Lists for hosts, hidden files and compressed twins."""
    assert get(f"/{path}")[0].status == 404


@pytest.mark.parametrize(("encoding", "unpack"), [("br, gzip", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes)])
@pytest.mark.parametrize("path", ["/situations/passeport/", "/donnees/v1/countries.json", "/404.html"])
def test_compressed_beforehand(get: Ask, site: Path, path: str, encoding: str, unpack: Callable[[bytes], bytes]):
    """Brotli where the browser takes it, else gzip, else plain: the same bytes, the same type, and caches are told."""
    answer, content = get(path, Accept_Encoding=encoding)
    file = site / path.strip("/")

    assert unpack(content) == (file / "index.html" if file.is_dir() else file).read_bytes()
    assert answer.getheader("Content-Encoding") == {"br, gzip": "br", "gzip": "gzip"}.get(encoding)
    assert "Accept-Encoding" in (answer.getheader("Vary") or "")
    assert answer.getheader("Content-Type").startswith(("text/html; charset=utf-8", "application/json"))


@pytest.mark.parametrize(("form", "cache"), [
    ("assets/rsmms.*.js", LONG), ("assets/*.woff2", LONG), ("embed/*.css", LONG), ("hors-ligne/fr/*.json", LONG), ("hors-ligne/fr.json", "no-cache"),
    ("sw.js", "no-cache"), ("donnees/v1/countries.json", "no-cache"), ("index.html", "no-cache"), ("situations/passeport/index.html", "public, max-age=600"),
])  # fmt: skip
def test_caching_by_name(get: Ask, site: Path, form: str, cache: str):
    """A name with a hash of the content is kept for ever; lists, worker and data are asked for anew; pages last ten minutes."""
    assert get(one(site, form))[0].getheader("Cache-Control") == cache


@pytest.mark.parametrize(("form", "kind"), [
    ("assets/*.woff2", "font/woff2"), ("manifest.webmanifest", "application/manifest+json"), ("donnees/v1/pays/togo/*-fr.ics", "text/calendar; charset=utf-8"),
    ("donnees/v1/pays/togo/*.vcf", "text/vcard; charset=utf-8"), ("donnees/v1/pays/togo/*-fr.xml", "application/xml"),
    ("donnees/v1/*.sqlite", "application/vnd.sqlite3"),
    ("fiches/*.pdf", "application/pdf"), ("sw.js", "text/javascript; charset=utf-8"), ("assets/*.css", "text/css; charset=utf-8"),
    ("favicon.svg", "image/svg+xml"), ("index.html", "text/html; charset=utf-8"), ("donnees/v1/pays/togo/*.csv", "text/csv; charset=utf-8"),
])  # fmt: skip
def test_types(get: Ask, site: Path, form: str, kind: str):
    """With nosniff, a wrong type is a broken file."""
    assert get(one(site, form))[0].getheader("Content-Type") == kind


@pytest.mark.parametrize(("came", "spoken", "goes"), [
    ("none", "en-GB,en;q=0.9,fr;q=0.5", "/en/"), ("none", "ee", "/ee/"), ("none", "ha-NG,ha;q=0.9,en-NG;q=0.8", "/en/"), ("none", "fr-FR,fr,en;q=0.5", None),
    ("none", "de,pt", None), ("none", None, None), ("same-origin", "en", None), ("cross-site", "en", None), (None, "en", None),
])  # fmt: skip
def test_language_at_the_root(get: Ask, came: str | None, spoken: str | None, goes: str | None):
    """Only a typed or scanned ``/`` leads to the reader's language; a link to the French home page stays what it was."""
    said = {name: value for name, value in (("Sec_Fetch_Site", came), ("Accept_Language", spoken)) if value}
    answer, _ = get("/", **said)

    assert (answer.status, answer.getheader("Location")) == ((302, goes) if goes else (200, None))
    assert {"Accept-Language", "Sec-Fetch-Site"} <= set(re.split(", *", ", ".join(answer.msg.get_all("Vary"))))
    assert get("/situations/passeport/", **said)[0].status == 200


def test_old_addresses_lead_on(get: Ask):
    """For ever, and without naming a host or a port."""
    answer, _ = get("/en/old/")

    assert (answer.status, answer.getheader("Location")) == (301, "/en/situations/passeport/")
    assert get("/situations/passeport")[0].getheader("Location") in ("/situations/passeport/", "passeport/")


def test_a_rebuild_with_the_same_bytes_costs_readers_nothing(get: Ask, site: Path):
    """The ETag comes from the content: after a rebuild the answer is "not modified"; after one changed digit it is not."""
    page = site / "situations" / "passeport" / "index.html"
    tag = get("/situations/passeport/")[0].getheader("ETag")
    old = page.read_bytes()
    page.write_bytes(old)
    compress(site, quality=1)

    assert get("/situations/passeport/", If_None_Match=tag)[0].status == 304
    page.write_bytes(old.replace(b"1", b"2"))
    compress(site, quality=1)
    assert get("/situations/passeport/", If_None_Match=tag)[0].status == 200
    page.write_bytes(old)
    compress(site, quality=1)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(get: Ask, method: str):
    """A static site answers GET and HEAD."""
    assert get("/", method)[0].status == 405
    assert get("/", "HEAD")[0].status == 200
