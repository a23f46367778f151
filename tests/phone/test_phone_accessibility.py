"""For everyone: the keyboard reaches everything, and pages hold at every size and setting."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from helpers import LANGUAGES
from kinds_of_pages import chosen

SMALL = {"width": 360, "height": 640}
NARROWEST = {"width": 320, "height": 256}
"""1280×1024 at 400 %."""
CALL = 44


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One tab for all."""
    opened = browser.new_page(viewport=SMALL)
    yield opened
    opened.close()


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
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROWEST["width"]:
        wide["search"] = width

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
      Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => VOICES.map(([l, s]) => new Voice(l, s)),
        addEventListener() {}, cancel() { said.push("stop"); }, speak(u) { said.push(u.text); } } });
      window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } }; }"""
    passport = "situations/passeport/"
    cases = [(passport, [["fr-FR", True]], True), (passport, [["fr-FR", False], ["en-US", True]], False), (f"ee/{passport}", [["fr-FR", True]], False)]
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
            assert "Demandez votre passeport si c’est sans danger" in said
            assert max(page.evaluate("said.map(t => t.length)")) <= 200
            button.click()
            assert page.evaluate("said.at(-1)") == "stop"
        page.close()
