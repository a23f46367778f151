"""Short pages on a small phone: help in the first screens, the rest folded, nothing lost when an address names a place inside."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from helpers import LANGUAGES
from rsmms.model.library import Library
from site_fixtures import PHONE

SCREENS = 8 * PHONE["height"]
"""A country's page and its rights, before anything is opened."""
LONGEST = 12 * PHONE["height"]
"""Any kind of page that people read on a phone."""
FOOT = 400
BESIDE = re.compile(r"/(avec-fr|relecture)/$|^ee/(situations/.|retour/)")
"""Two texts instead of one."""
HEIGHT = "document.documentElement.scrollHeight"
IN_SIGHT = "id => { const r = document.getElementById(id).getBoundingClientRect(); return r.height > 0 && r.top > -9 && r.top < innerHeight; }"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One tab of a small phone for all."""
    opened = browser.new_page(viewport=PHONE)
    yield opened
    opened.close()


def heights(page: Page, server: str, urls: list[str]) -> dict[str, int]:
    """How tall each page is."""
    found = {}
    for url in urls:
        page.goto(server + url, wait_until="domcontentloaded")
        found[url] = page.evaluate(HEIGHT)
    return found


def longest(built_site: Path, language: str) -> dict[str, str]:
    """The address of the page with the most text, of each kind; of the pages of no kind, each one by itself, of a country the longest."""
    found: dict[str, tuple[int, str]] = {}
    for entry in json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8")):
        file = built_site / entry["url"] / "index.html"
        name = entry["id"].partition("-")[0] if entry["kind"] == "page" else entry["kind"]
        if entry["lang"] == language and file.is_file() and not BESIDE.search(entry["url"]):
            found[name] = max(found.get(name, (0, "")), (file.stat().st_size, entry["url"]))
    return {name: url for name, (_, url) in found.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["pays/{}/", "pays/{}/droits/"])
def test_countries_are_short(page: Page, server: str, library: Library, language: str, form: str):
    """Eight screens at most, for every country; in the other languages for every third, for they have the same blocks."""
    folder, slugs = "" if language == "fr" else f"{language}/", list(library.slugs.values())
    found = heights(page, server, [folder + form.format(slug) for slug in (slugs if language == "fr" else slugs[::3])])

    assert len(found) >= len(library.countries) // (1 if language == "fr" else 3)
    assert {url: height for url, height in found.items() if height > SCREENS} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_short(page: Page, server: str, built_site: Path, language: str):
    """Twelve screens at most, and the foot less than one of them; a guide in Ewe has the French beside each step: it may be longer."""
    tall, feet = {}, {}
    for name, url in longest(built_site, language).items():
        tall[name] = heights(page, server, [url])[url]
        feet[name] = page.locator(".bottom").bounding_box()["height"]

    assert {name: height for name, height in tall.items() if height > LONGEST} == {}
    assert {name: height for name, height in feet.items() if height > FOOT} == {}


def test_help_stands_before_what_is_folded(page: Page, server: str):
    """Emergencies, the page's own buttons, contacts, one's rights; then the folds, all shut."""
    page.goto(server + "pays/togo/")
    tops = [page.locator(s).first.bounding_box()["y"] for s in (".emergency", ".acts", "#contacts", "#situations", ".fold")]

    assert tops == sorted(tops)
    assert tops[1] < PHONE["height"] + 100
    assert page.locator(".fold[open]").count() == 0
    assert page.locator(".acts a[download]").count() == 1


@pytest.mark.parametrize(("url", "place"), [
    ("pays/togo/", "c143"), ("pays/togo/", "zones"), ("pays/togo/", "international-migrant-stock"), ("pays/togo/", "images"),
    ("pays/togo/droits/", "passport-kept"), ("delais/", "tunisie"), ("pays/togo/juristes/", "law"), ("a-z/", "l-t"),
])  # fmt: skip
def test_an_address_opens_its_fold(page: Page, server: str, url: str, place: str):
    """Places that stood on a page before it was folded are still reached, from outside and on the page."""
    page.goto("about:blank")
    page.goto(f"{server}{url}#{place}")
    page.wait_for_function(IN_SIGHT, arg=place)
    page.locator("details[open]").last.locator("summary").first.evaluate("s => s.parentNode.open = false")
    page.evaluate("place => { location.hash = ''; location.hash = place; }", place)

    page.wait_for_function(IN_SIGHT, arg=place)


def test_folds_can_be_opened_without_script(browser: Browser, server: str):
    """By a tap, and by an address."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(server + "pays/togo/#c143")
    reached = tab.locator("#c143").is_visible()
    tab.locator(".fold", has=tab.locator("#loi")).locator("summary").first.click()
    tapped = tab.locator("#loi").is_visible()
    context.close()

    assert reached
    assert tapped


