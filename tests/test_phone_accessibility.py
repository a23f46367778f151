"""For everyone: axe-core finds nothing, the keyboard reaches everything, and pages hold at every size and setting."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from helpers import LANGUAGES
from playwright.sync_api import Browser, BrowserContext, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
START = """options => { window.found = axe.run(document, options).then(r => r.violations.map(
  v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.html.slice(0, 120)).join(" | "))); }"""
"""Starts the look without waiting for its end, so that several tabs look at once."""
OPTIONS = {"resultTypes": ["violations"], "preload": False}
EVERYTHING = {"type": "tag", "values": TAGS}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
KINDS_AT_LEAST = 25
SMALL, LARGE = {"width": 360, "height": 640}, {"width": 1280, "height": 800}
NARROWEST = {"width": 320, "height": 256}
"""1280×1024 at 400 %."""
CALL = 44
KINDS = {
    "home": "home", "situation": "passport-kept", "country": "LBN", "contacts": "TUN", "convention": "c143", "route": None, "zone": "ecowas",
}
"""A page to look at for each kind; other kinds take their first one."""
PAGES = ("situations", "contacts-index", "countries", "conventions", "ratifications", "routes", "a-z", "glossary", "settings", "privacy", "rights-LBN")

HEAVY = {"ratifications": "fr", "a-z": "en", "rights-LBN": "ee"}
"""Pages of thousands of elements, looked at in one language each."""


def chosen(built_site: Path, language: str) -> dict[str, str]:
    """One address a kind of page, and every list."""
    catalogue = json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for entry in catalogue:
        if entry["lang"] != language or not (entry["url"].endswith("/") or entry["url"] == ""):
            continue
        wanted = KINDS.get(entry["kind"])
        if (entry["kind"] == "page" and entry["id"] in PAGES) or wanted == entry["id"]:
            found[entry["id"]] = entry["url"]
        elif wanted is None and entry["kind"] not in found and entry["kind"] != "page":
            found[entry["kind"]] = entry["url"]
    return found


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Tabs that bring axe-core along, also past the strict policy of the pages."""
    made = browser.new_context(viewport=SMALL)
    made.add_init_script(AXE)
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(context: BrowserContext) -> Page:
    """One tab for all."""
    return context.new_page()


def violations(page: Page, rules: dict[str, Any] = EVERYTHING) -> list[str]:
    """What axe-core finds on an open page."""
    page.evaluate(START, {**OPTIONS, "runOnly": rules})
    return page.evaluate("() => window.found")


def looked_at(tabs: list[Page], addresses: list[str], size: dict[str, int], scheme: Any, rules: dict[str, Any]) -> list[str]:
    """The same page in each language, each in its own tab: the tabs work at the same time."""
    for tab, address in zip(tabs, addresses, strict=False):
        tab.set_viewport_size(size)
        tab.emulate_media(color_scheme=scheme)
        if tab.url != address:
            tab.goto(address)
        tab.evaluate(START, {**OPTIONS, "runOnly": rules})
    return [f"{tab.url} {size['width']} {scheme}: {said}" for tab in tabs[: len(addresses)] for said in tab.evaluate("() => window.found")]


def test_axe_finds_nothing(context: BrowserContext, server: str, built_site: Path):
    """Every kind of page in every language: all rules at 360 px in the light and at 1280 px in the dark.

    The other two pairs only change colours, and one style holds for all languages: they are looked at in French.
    """
    pages = {language: chosen(built_site, language) for language in LANGUAGES}
    tabs, found = [context.new_page() for _ in LANGUAGES], []
    for name in pages["fr"]:
        languages = [HEAVY[name]] if name in HEAVY else LANGUAGES
        addresses = [server + pages[language][name] for language in languages]
        found += looked_at(tabs, addresses, SMALL, "light", EVERYTHING)
        if name not in HEAVY:
            found += looked_at(tabs, addresses[:1], SMALL, "dark", COLOURS)
            found += looked_at(tabs, addresses[:1], LARGE, "light", COLOURS)
            found += looked_at(tabs, addresses, LARGE, "dark", EVERYTHING)
    for tab in tabs:
        tab.close()

    assert len(pages["fr"]) >= KINDS_AT_LEAST
    assert found == []


def test_axe_with_everything_open(page: Page, server: str):
    """Menu, languages, search results and a chosen country."""
    page.set_viewport_size(SMALL)
    page.goto(server + "situations/passeport/")
    page.locator(".chooser a[href*='pays/togo/']").click()
    page.locator(".here").wait_for()
    page.locator("#q").fill("syndicat togo")
    page.locator("#found a").first.wait_for()
    found = violations(page)
    for menu in (".menu", ".languages"):
        page.locator(f"{menu} summary").click()
        found += violations(page)

    assert found == []


def test_axe_on_the_page_not_found_and_on_a_single_file(page: Page, server: str):
    """Pages that are made another way."""
    found = []
    for address in ("404.html", "fichiers/fr/passeport.html", "fichiers/ee/contacts-togo.html"):
        page.goto(server + address)
        found += violations(page)

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sticks_out(page: Page, server: str, built_site: Path, language: str):
    """At 320 px, which is also 1280 px at 400 %, nobody scrolls sideways; search results neither."""
    page.set_viewport_size(NARROWEST)
    wide = {}
    for address in chosen(built_site, language).values():
        page.goto(server + address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROWEST["width"]:
            wide[address] = width
    page.locator("#q").fill("convention")
    page.locator("#found a").first.wait_for()
    wide |= {"search": w for w in [page.evaluate("document.documentElement.scrollWidth")] if w > NARROWEST["width"]}

    assert wide == {}


def test_calls_are_easy_to_hit(page: Page, server: str):
    """Every call, button and entry of the header is at least 44 px high."""
    page.set_viewport_size(SMALL)
    small = {}
    for address in ("pays/togo/", "contacts/togo/", "situations/passeport/", "en/pays/liban/droits/", "ee/contacts/togo/", "reglages/"):
        page.goto(server + address)
        heights = page.eval_on_selector_all(
            ".call, .button, .exit, .top summary, #q",
            "all => all.filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect().height])",
        )
        small |= {f"{address} {text}": height for text, height in heights if height < CALL}

    assert small == {}


def test_keyboard_path(page: Page, server: str):
    """Skip link first, then brand, exit, languages, menu, search, content; closed menus hold no stop."""
    page.set_viewport_size(SMALL)
    page.goto(server + "situations/passeport/")
    stops = []
    for _ in range(7):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("(e => e.className || e.id || e.parentElement.className || e.tagName)(document.activeElement)"))
    assert stops[:6] == ["skip", "brand", "exit", "languages", "menu", "q"]
    closed = page.evaluate("[...document.querySelectorAll('.top details:not([open]) a')].filter(a => (a.focus(), document.activeElement === a)).length")
    assert closed == 0
    page.keyboard.press("Shift+Tab")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "contenu"


def test_focus_is_seen(page: Page, server: str):
    """Every kind of control shows where the keyboard is."""
    page.goto(server + "pays/togo/")
    for selector in (".brand", ".menu summary", "#q", "main a.call", "main .button:not([hidden])"):
        page.locator(selector).first.focus()
        page.keyboard.press("Shift")
        width = page.locator(selector).first.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)")
        assert width >= 2, selector


def test_reduced_motion_and_forced_colours(browser: Browser, server: str):
    """No smooth scrolling for those who do not want it; calls keep a border when colours are forced."""
    page = browser.new_page(viewport=SMALL)
    page.emulate_media(reduced_motion="reduce")
    page.goto(server + "pays/togo/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
    page.emulate_media(forced_colors="active")
    border = page.locator("a.call").first.evaluate("e => getComputedStyle(e).borderTopWidth")
    page.close()

    assert border != "0px"


def test_readable_without_style(browser: Browser, server: str):
    """Without CSS the page is one column in a good order: what to do comes before the menu of the foot, and hidden parts stay hidden."""
    with browser.new_context(viewport=SMALL) as context:
        context.route("**/*.css", lambda route: route.abort())
        page = context.new_page()
        page.goto(server + "situations/passeport/")
        text = page.locator("body").inner_text()
        places = [text.find(part) for part in ("Quitter vite", "Mon employeur garde mon passeport", "Que faire maintenant", "CC BY 4.0")]
        assert -1 not in places
        assert places == sorted(places)
        assert page.locator("#found").is_hidden()


def test_no_single_key_does_anything(page: Page, server: str):
    """Letters pressed outside a field open nothing and lead nowhere (WCAG 2.1.4)."""
    page.goto(server + "situations/passeport/")
    before = page.evaluate("document.body.innerHTML.length")
    for key in "snpfmhk/?.,":
        page.keyboard.press(key)

    assert page.url == server + "situations/passeport/"
    assert page.evaluate("document.body.innerHTML.length") == before
    assert page.evaluate("document.activeElement === document.body")


def test_read_aloud_only_by_a_voice_of_the_phone(browser: Browser, server: str):
    """No button without a local voice of the language, none for Ewe ever; with one, it reads the article and stops."""
    voices = """list => { const said = []; window.said = said;
      class Voice { constructor(lang, localService) { this.lang = lang; this.localService = localService; } }
      Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => VOICES.map(([l, s]) => new Voice(l, s)), addEventListener() {}, cancel() { said.push("stop"); }, speak(u) { said.push(u.text); } } });
      window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } }; }"""
    cases = [("situations/passeport/", [["fr-FR", True]], True), ("situations/passeport/", [["fr-FR", False], ["en-US", True]], False), ("ee/situations/passeport/", [["fr-FR", True]], False)]
    for address, known, offered in cases:
        page = browser.new_page(viewport=SMALL)
        page.add_init_script(f"({voices.replace('VOICES', json.dumps(known))})()")
        page.goto(server + address)
        button = page.locator("button[data-listen]")
        assert (button.count() == 1 and button.is_visible()) is offered, (address, known)
        if offered:
            button.click()
            page.wait_for_function("() => said.length > 10")
            assert button.get_attribute("aria-pressed") == "true"
            said = page.evaluate("said.join(' ')")
            assert "Un employeur ne doit pas garder votre passeport" in said
            assert max(page.evaluate("said.map(t => t.length)")) <= 200
            button.click()
            assert page.evaluate("said.at(-1)") == "stop"
        page.close()
