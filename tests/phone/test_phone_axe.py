"""axe-core finds nothing: every kind of page, in every language, light and dark, on a phone and on a wide screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from helpers import LANGUAGES
from kinds_of_pages import chosen

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
START = """options => { window.found = axe.run(document, options).then(r => r.violations.map(
  v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.html.slice(0, 120)).join(" | "))); }"""
"""Starts the look without waiting for its end, so that several tabs look at once."""
OPTIONS = {"resultTypes": ["violations"], "preload": False}
EVERYTHING = {"type": "tag", "values": TAGS}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
KINDS_AT_LEAST = 20
SMALL, LARGE = {"width": 360, "height": 640}, {"width": 1280, "height": 800}
HEAVY = {"ratifications": "fr", "a-z": "en", "rights-LBN": "ee"}
"""Pages of thousands of elements, looked at in one language each."""


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
    page.locator(".chooser > summary").click()
    page.locator(".chooser a[href*='pays/togo/']").click()
    page.locator(".here").wait_for()
    page.locator("#q").fill("syndicat togo")
    page.wait_for_function("() => window.rsmmsSearch && window.rsmmsSearch.whole && document.querySelector('#found a')")
    found = violations(page)
    page.locator("#q").fill("")
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
