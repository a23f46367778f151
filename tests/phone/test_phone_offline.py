"""Copies for a time without network, in Chromium with the server really gone."""

import functools
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from site_fixtures import PHONE, Host, _Quiet

LATE = 9
"""Seconds; the worker waits four."""


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
        page.locator(".chooser > summary").click()
        page.locator(".chooser a[href*='pays/togo/']").click()
        page.locator(".here").wait_for()
    finally:
        host.start()


class _Late(_Quiet):
    """A network that does not fail but does not come either."""

    def do_GET(self) -> None:  # noqa: N802 - the name that the base class calls
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
