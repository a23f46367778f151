"""Copies for a time without network, in Chromium with the server really gone."""

import functools
import json
import re
import threading
import time
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import brotli
import pytest
from helpers import LANGUAGES
from playwright.sync_api import Browser, BrowserContext, Page
from site_fixtures import _Quiet

from rsmms.phone.built import read_built
from rsmms.phone.names import pack_of, zip_path
from rsmms.phone.packs import MARK, is_kept
from rsmms.phone.sizes import gzipped, size_words
from rsmms.plan import Plan
from rsmms.words import Words

PHONE = {"width": 360, "height": 640}
WORKER_LIMIT = 2_000
LATE = 9
"""Seconds; the worker waits four."""
COUNTRY, HEAVIEST_COUNTRY, LANGUAGE = 10_000, 20_000, 1_000_000
"""Gzip bytes: half of the country packs, the largest one, and all packs of a language with their phrases."""


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


@pytest.fixture
def host(built_site: Path) -> Iterator[Host]:
    """The real site on a server of its own."""
    made = Host(built_site)
    yield made
    made.kill()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that keeps what it is told to keep, until the test ends."""
    made = browser.new_context(viewport=PHONE)
    yield made
    made.close()


def keep(phone: BrowserContext, address: str, what: str) -> Page:
    """Open a page, tap its button, wait for the word that it is done."""
    page = phone.new_page()
    page.goto(address)
    button = page.locator(f"[data-keep='{what}']").last
    button.click()
    page.wait_for_function("() => { const s = document.querySelector('.keep-status'); return s.textContent === s.dataset.done }", timeout=60_000)
    return page


def test_visited_pages_are_not_kept(phone: BrowserContext, host: Host):
    """Reading leaves nothing on the phone, whatever is read."""
    page = phone.new_page()
    for address in ("", "pays/togo/", "situations/passeport/", "reglages/"):
        page.goto(host.address + address)

    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0


def test_a_country_without_network(phone: BrowserContext, host: Host):
    """The kept country opens with its date, its contacts answer, search works; other pages say that they were not kept; erasing erases."""
    page = keep(phone, host.address + "pays/togo/", "togo")
    host.kill()
    try:
        page.goto(host.address + "pays/togo/")
        assert page.locator("h1").inner_text() == "Togo"
        assert page.locator(".notice.kept").inner_text().startswith("Copie du ")
        page.goto(host.address + "contacts/togo/")
        assert page.locator("a.call").count() > 0
        assert page.locator(".kept").count() == 1
        page.locator("#q").fill("togo")
        page.locator("#found a").first.wait_for()
        answer = page.goto(host.address + "pays/liban/")
        assert answer.status == 503
        assert "n’est pas gardée" in page.locator("main").inner_text()
    finally:
        host.start()
    page.goto(host.address + "pays/togo/")
    assert page.locator(".kept").count() == 0
    page.goto(host.address + "reglages/")
    page.locator("[data-erase]").click()
    page.wait_for_function("() => { const s = document.querySelector('.keep-status'); return s.textContent === s.dataset.erased }")

    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0


def test_a_whole_language_without_network(phone: BrowserContext, host: Host):
    """Every page of the language opens, the quick exit is on the dangerous ones, and the text can be searched."""
    page = keep(phone, host.address + "en/reglages/", "*")
    host.kill()
    try:
        for address in ("en/", "en/situations/passeport/", "en/conventions/c143/", "en/routes/togo-ghana/", "en/pays/liban/droits/"):
            page.goto(host.address + address)
            assert page.locator(".notice.kept").inner_text().startswith("Copy of ")
            assert page.locator("html").get_attribute("lang") == "en"
            assert page.locator(".exit").count() == ("passeport" in address)
        page.locator("#q").fill("receipt")
        page.locator("#found button").click()
        page.locator("#found li small").first.wait_for()
        # The country chosen on a guide comes from its pack.
        page.goto(host.address + "en/situations/passeport/")
        page.locator(".chooser a[href*='pays/togo/']").click()
        page.locator(".here").wait_for()
    finally:
        host.start()


class _Late(_Quiet):
    """A network that does not fail but does not come either."""

    def do_GET(self) -> None:  # noqa: N802
        """Answer long after nobody waits any more."""
        time.sleep(LATE)
        super().do_GET()


def test_a_network_that_does_not_come(phone: BrowserContext, host: Host):
    """After four seconds of silence the kept copy opens; nobody looks at an empty page for longer."""
    page = keep(phone, host.address + "pays/togo/", "togo")
    host.server.RequestHandlerClass = functools.partial(_Late, directory=str(host.folder))
    start = time.monotonic()
    page.goto(host.address + "contacts/togo/", wait_until="commit")
    waited = time.monotonic() - start

    assert page.locator(".notice.kept").inner_text().startswith("Copie du ")
    assert waited < LATE


def test_old_numbers_say_so(phone: BrowserContext, host: Host):
    """Half a year later the copy and each number ask to be checked."""
    page = keep(phone, host.address + "pays/togo/", "togo")
    host.kill()
    try:
        page.evaluate("""async () => {
            const cache = await caches.open("rsmms"), key = (await cache.keys()).find(k => k.url.endsWith("hors-ligne/fr.json"));
            const list = await (await cache.match(key)).json();
            await cache.put(key, new Response(JSON.stringify({...list, built: "2020-01-01", old: 0})));
        }""")
        page.add_init_script("const now = Date.now; Date.now = () => now() + 200 * 864e5")
        page.goto(host.address + "contacts/togo/")

        assert "Cette copie est ancienne" in page.locator(".notice.kept").inner_text()
        assert page.locator("strong.tbc", has_text="Vérifiez ce numéro").count() > 3
    finally:
        host.start()


def test_the_kill_switch_takes_everything_away(phone: BrowserContext, built_site: Path, tmp_path: Path, root: Path):
    """When the other worker is published, phones that come back lose every copy and the worker itself."""
    for name in built_site.iterdir():
        (tmp_path / name.name).symlink_to(name)
    host = Host(tmp_path)
    try:
        page = keep(phone, host.address + "pays/togo/", "togo")
        (tmp_path / "sw.js").unlink()
        (tmp_path / "sw.js").write_text((root / "theme" / "sw-stop.js").read_text(encoding="utf-8"), encoding="utf-8")
        page.evaluate("navigator.serviceWorker.getRegistration().then(r => r && r.update()).catch(() => 0)")
        page.wait_for_function("() => caches.keys().then(k => k.length === 0)")
        page.wait_for_function("() => navigator.serviceWorker.getRegistrations().then(r => r.length === 0)")
    finally:
        host.kill()


def test_the_worker_is_small(built_site: Path):
    """Less than 2 kB, so that asking for its newest form costs nothing."""
    assert len(brotli.compress((built_site / "sw.js").read_bytes(), quality=11)) < WORKER_LIMIT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_tells_the_truth(built_site: Path, plan: Plan, language: str):
    """Every promised file exists with the promised size, and every page is in the pack its address says, whole."""
    listed = json.loads((built_site / "hors-ligne" / f"{language}.json").read_text(encoding="utf-8"))
    phrases = json.loads(next((built_site / "hors-ligne" / language).glob("phrases.*.json")).read_text(encoding="utf-8"))
    pages = {b.page.url for b in read_built(plan, built_site, language) if is_kept(b)}
    for name, (address, size, _) in listed["packs"].items():
        content = (built_site / address).read_bytes()
        held = json.loads(content)["pages"]
        assert gzipped(content) == size
        assert {pack_of(url) for url in held} == {name}
        assert not re.search(r"%(kept|file|zip)", content.decode())
        assert all(signs in phrases for _, body, _ in held.values() for signs in re.findall(MARK + "(.{4})", body))
        pages -= set(held)
    assert pages == set()
    for address in listed["shared"]:
        assert (built_site / address).is_file()


def test_a_kept_page_is_the_page(built_site: Path, plan: Plan):
    """Phrases put back, a guide is what was built, and a country's page is so up to its figures, which it says are not there."""
    built = {b.page.url: b for b in read_built(plan, built_site, "fr")}
    phrases = json.loads(next((built_site / "hors-ligne" / "fr").glob("phrases.*.json")).read_text(encoding="utf-8"))
    whole = {}
    for name in ("core", "togo"):
        pages = json.loads(next((built_site / "hors-ligne" / "fr").glob(f"{name}.*.json")).read_text(encoding="utf-8"))["pages"]
        whole |= {url: re.sub(MARK + "(.{4})", lambda found: phrases[found[1]], body) for url, (_, body, _) in pages.items()}

    assert whole["situations/passeport/"] == re.sub(r"\(\d+\s*ko\)(?=</a></p>)", "(…)", built["situations/passeport/"].main)
    assert whole["pays/togo/droits/"] == built["pays/togo/droits/"].main
    before, _, after = built["pays/togo/"].main.partition('<h2 id="chiffres">')
    assert whole["pays/togo/"].startswith(before)
    assert "Les chiffres ne sont pas dans cette copie" in whole["pays/togo/"]
    assert "<figure" not in whole["pays/togo/"]
    assert after[after.index('<h2 id="projets">') :][:2000] in whole["pays/togo/"]


def test_packs_carry_no_day(built_site: Path):
    """A pack changes its name only when its pages change, so that phones fetch no more than that; the day stands in the list."""
    for path in (built_site / "hors-ligne" / "fr").glob("togo.*.json"):
        assert set(json.loads(path.read_text(encoding="utf-8"))) == {"pages"}
    assert {"built", "copy", "old"} <= set(json.loads((built_site / "hors-ligne" / "fr.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_packs_are_small(built_site: Path, language: str):
    """A country costs about 10 kB, a language of a thousand pages less than a megabyte, search and style not counted."""
    listed = json.loads((built_site / "hors-ligne" / f"{language}.json").read_text(encoding="utf-8"))
    countries = {p.parent.name for p in (built_site / "pays").glob("*/droits")}
    sizes = sorted(size for name, (_, size, _) in listed["packs"].items() if name in countries)
    phrases = next((built_site / "hors-ligne" / language).glob("phrases.*.json")).read_bytes()

    assert sizes[len(sizes) // 2] < COUNTRY
    assert sizes[-1] < HEAVIEST_COUNTRY
    assert sum(size for _, size, _ in listed["packs"].values()) + gzipped(phrases) < LANGUAGE


def test_the_sizes_on_the_buttons(built_site: Path):
    """What a button says is what all the files it fetches weigh, the ZIP included."""
    listed = json.loads((built_site / "hors-ligne" / "fr.json").read_text(encoding="utf-8"))
    country = (built_site / "pays" / "togo" / "index.html").read_text(encoding="utf-8")
    settings = (built_site / "reglages" / "index.html").read_text(encoding="utf-8")
    shared = sum(gzipped((built_site / name).read_bytes()) for name in listed["shared"])
    whole = shared + sum(size for _, size, _ in listed["packs"].values())
    words = Words("fr")

    assert f"Garder ce pays ({size_words(words, shared + listed['packs']['togo'][1])})" in country
    assert f"Garder toute la langue ({size_words(words, whole)})" in settings
    assert f"(ZIP, {size_words(words, (built_site / zip_path('fr')).stat().st_size)})" in settings


def test_installable(built_site: Path):
    """The manifest has what phones ask for, and the pictures are what it says."""
    manifest = json.loads((built_site / "manifest.webmanifest").read_text(encoding="utf-8"))
    for drawn in manifest["icons"][:2]:
        content = (built_site / drawn["src"]).read_bytes()
        size = int(drawn["sizes"].split("x")[0])
        assert content.startswith(b"\x89PNG")
        assert content[16:24] == size.to_bytes(4, "big") * 2
        assert len(content) < 8_000
    assert manifest["display"] == "minimal-ui"
    assert 'rel="manifest"' in (built_site / "index.html").read_text(encoding="utf-8")
