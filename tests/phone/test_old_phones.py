"""Phones of 2018 to 2020, in real browsers of that time: what a page promises works, or the plain link stays."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from node_tools import HERE, NoNpm, packages
from old_browsers import BINARIES, OldPhone, old_phone
from site_fixtures import Host

NARROW = ("", "situations/", "situations/passeport/", "pays/togo/", "pays/liban/droits/", "contacts/togo/", "conventions/ratifications/", "fiches/", "a-z/")
STATUS = "(() => {{ const s = document.querySelector('.keep-status'); return s.textContent === s.dataset.{word}; }})()"
KEPT = "caches.keys().then((k) => k.length)"
WORKERS = "navigator.serviceWorker.getRegistrations().then((r) => r.length)"
ANSWERS = "[...document.querySelectorAll('#found a')].map((a) => new URL(a.href).pathname)"


@pytest.fixture(scope="module")
def old() -> None:
    """The browsers, fetched once; without npm the tests are left out and say why."""
    try:
        packages(HERE / "browsers")
    except NoNpm as why:
        pytest.skip(str(why.args[0]))


@pytest.fixture(params=list(BINARIES))
def phone(old: None, request: pytest.FixtureRequest) -> Iterator[OldPhone]:
    """A phone that keeps nothing, of each year; an error that a script throws fails the test."""
    with old_phone(request.param) as opened:
        yield opened
        assert opened.errors() == []


@pytest.fixture
def host(built_site: Path) -> Iterator[Host]:
    """The real site on a server of its own, which can be killed."""
    made = Host(built_site)
    yield made
    made.kill()


def test_a_kept_country_opens_and_is_erased(phone: OldPhone, host: Host):
    """Kept with home and the situations, read with the server gone, listed where a page was not kept, and erased for good."""
    phone.open(host.address + "pays/togo/")
    phone.tap("[data-keep=togo]")
    phone.until(STATUS.format(word="done"))
    host.kill()
    try:
        phone.open(host.address + "pays/togo/")
        assert phone.text("h1") == "Togo"
        assert phone.text(".notice.kept").startswith("Copie du ")
        phone.open(host.address + "situations/passeport/")
        assert phone.run("document.querySelectorAll('.exit').length") == 1
        phone.open(host.address)
        phone.type("#q", "passeport")
        assert "/situations/passeport/" in phone.until(f"window.rsmmsSearch && rsmmsSearch.whole && {ANSWERS}")
        phone.open(host.address + "en/pays/liban/")
        assert "n’est pas gardée" in phone.text("main")
        listed = phone.run("[...document.querySelectorAll('main .links a')].map((a) => new URL(a.href).pathname)")
        assert listed == ["/", "/situations/", "/contacts/international/", "/pays/togo/"]
    finally:
        host.start()
    phone.open(host.address + "reglages/")
    phone.until("document.querySelector('.kept-list').children.length")
    phone.tap("[data-erase]")
    phone.until(STATUS.format(word="erased"))

    assert (phone.run(KEPT), phone.run(WORKERS)) == (0, 0)


def test_what_cannot_be_read_back_is_not_promised(phone: OldPhone, host: Host, tmp_path: Path):
    """A worker that gives no page: the button says that it did not work, and does not say that the country is kept."""
    for name in host.folder.iterdir():
        (tmp_path / name.name).symlink_to(name)
    (tmp_path / "sw.js").unlink()
    (tmp_path / "sw.js").write_text('self.addEventListener("message", (e) => e.ports[0].postMessage(""));', encoding="utf-8")
    broken = Host(tmp_path)
    try:
        phone.open(broken.address + "pays/togo/")
        phone.tap("[data-keep=togo]")
        phone.until(STATUS.format(word="failed"))
        assert phone.run("(() => { const b = document.querySelector('[data-keep=togo]'); return b.textContent === b.dataset.done; })()") is False
    finally:
        broken.kill()


def test_search_on_an_old_phone(phone: OldPhone, server: str):
    """Words with and without accents, Ewe letters, a treaty in a country; the whole text is searched when asked for."""
    for home, typed, wanted in (("", "securite sociale", "/situations/retraite-assurance/"), ("ee/", "mozogbale", "/ee/situations/passeport/")):
        phone.open(server + home)
        phone.type("#q", typed)
        assert wanted in phone.until(f"window.rsmmsSearch && rsmmsSearch.whole && {ANSWERS}")[:3]
    phone.open(server)
    phone.type("#q", "C143 togo")
    assert phone.until(f"window.rsmmsSearch && rsmmsSearch.whole && {ANSWERS}")[0] == "/pays/togo/"
    phone.type("#q", "reçu détaillé")
    phone.tap("#found button")
    phone.until("Boolean(document.querySelector('#found li small'))")

    assert phone.run("document.querySelector('.search .noscript').hidden") is True


def test_comparison_on_an_old_phone(phone: OldPhone, server: str):
    """Two countries of the address stand side by side; another choice draws anew."""
    phone.open(server + "comparer/#TGO+TUN")
    heads = "[...document.querySelectorAll('.compared thead th a')].slice(0, 2).map((a) => a.textContent)"
    assert phone.until(f"document.querySelector('.compared table') && {heads}") == ["Togo", "Tunisie"]
    phone.run("(() => { const s = document.getElementById('compare-1'); s.value = 'GHA'; s.dispatchEvent(new Event('change')); })()")

    assert phone.until(f"location.hash === '#TGO+GHA' && {heads}[1] === 'Ghana' && {heads}") == ["Togo", "Ghana"]


def test_the_filter_of_the_sheets_on_an_old_phone(phone: OldPhone, server: str):
    """Typing leaves the titles that fit."""
    phone.open(server + "fiches/")
    phone.type("input[data-filter]", "SENEGAL")
    shown = "[...document.querySelectorAll('li[data-words]')].filter((l) => l.offsetParent).map((l) => l.querySelector('strong').textContent)"

    assert phone.until(shown) == ["Sénégal"]


def test_a_country_chosen_on_an_old_phone(phone: OldPhone, server: str):
    """It opens in place, on a dangerous page too; a difficult word opens its meaning there."""
    phone.open(server + "situations/passeport/")
    phone.tap("article a.term")
    phone.until("Boolean(document.querySelector('.meaning'))")
    phone.tap(".chooser > summary")
    phone.tap(".chooser a[href*='pays/togo/']")
    phone.until("Boolean(document.querySelector('.here'))")

    assert phone.run("location.pathname") == "/situations/passeport/"


def test_the_quick_exit_has_its_own_room(phone: OldPhone, server: str):
    """A full-width bar at the foot of the screen: over no header, no number, no language, and not over the end of the page."""
    phone.open(server + "situations/violence/")
    box = "(({left, width, top, bottom}) => [left, width, Math.round(bottom)])(document.querySelector('.exit').getBoundingClientRect())"
    assert phone.run(box) == [0, 360, 640]
    phone.run("scrollTo(0, document.documentElement.scrollHeight)")
    end = "document.querySelector('.bottom').lastElementChild.getBoundingClientRect().bottom <= document.querySelector('.exit').getBoundingClientRect().top"
    assert phone.until(end) is True
    phone.run("scrollTo(0, 0)")
    top = """[...document.querySelectorAll('.top a, .top summary')].filter((e) => e.offsetParent && !e.classList.contains('exit'))
        .map((e) => e.getBoundingClientRect()).every((r) => r.bottom < document.querySelector('.exit').getBoundingClientRect().top)"""

    assert phone.run(top) is True


def test_leaving_fast_on_an_old_phone(phone: OldPhone, server: str):
    """The page is hidden at once, before the other site comes."""
    phone.open(server + "situations/violence/")
    seen = "(() => { document.querySelector('.exit').click(); const is = getComputedStyle(document.documentElement).display; stop(); return is; })()"

    assert phone.run(seen) == "none"


@pytest.mark.parametrize("language", ["", "ee/"])
def test_no_side_scroll_on_the_narrowest_old_phone(phone: OldPhone, server: str, language: str):
    """240 pixels wide, nothing sticks out; menus that are closed cover nothing."""
    phone.size(240, 320)
    wide = {}
    for address in NARROW:
        phone.open(server + language + address)
        wide[address] = phone.run("document.documentElement.scrollWidth")

    assert {address: width for address, width in wide.items() if width > 240} == {}


def test_a_number_is_apart_from_its_word(phone: OldPhone, server: str):
    """What a voice or a copy gets is "Police 117", never "Police117"."""
    phone.open(server + "contacts/togo/")
    said = phone.run("[...document.querySelectorAll('a.call')].filter((a) => a.offsetParent).map((a) => a.innerText)")

    assert len(said) > 3
    assert [text for text in said if re.search(r"[^\W\d]\d|\d[^\W\d]", text)] == []


def test_the_browsers_are_as_old_as_they_should_be(old: None):
    """The oldest promised one is among them, and each says its age."""
    for version in BINARIES:
        with old_phone(version) as opened:
            assert f"Chrome/{version}." in opened.run("navigator.userAgent")
    assert min(BINARIES) == 64
