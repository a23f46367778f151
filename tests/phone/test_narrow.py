"""Small screens and large text: nothing has to be scrolled sideways, on any kind of page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from helpers import LANGUAGES
from kinds_of_pages import chosen

KINDS_AT_LEAST = 20
WIDTH = "document.documentElement.scrollWidth"
TWICE = "document.documentElement.style.fontSize = '200%'"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One tab for all."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "zoom"), [(240, ""), (360, TWICE)], ids=["240 pixels", "twice the text"])
def test_nothing_sticks_out(page: Page, server: str, built_site: Path, language: str, width: int, zoom: str):
    """As wide as the screen at 240 pixels, and at 360 with all text twice as large."""
    pages = chosen(built_site, language)
    page.set_viewport_size({"width": width, "height": 400})
    wide = {}
    for name, url in pages.items():
        page.goto(server + url)
        if zoom:
            page.evaluate(zoom)
        wide[name] = page.evaluate(WIDTH)

    assert len(pages) >= KINDS_AT_LEAST
    assert {name: found for name, found in wide.items() if found > width} == {}


def test_results_and_a_chosen_country_fit_too(page: Page, server: str):
    """What scripts add: results with an emergency card, and a country opened in place."""
    page.set_viewport_size({"width": 240, "height": 400})
    page.goto(server + "situations/passeport/")
    page.locator(".chooser > summary").click()
    page.locator(".chooser a[href*='pays/togo/']").click()
    page.locator(".here").wait_for()
    page.locator("#q").fill("police togo")
    page.locator("#found .alarm").wait_for()

    assert page.evaluate(WIDTH) <= 240


def test_an_open_menu_does_not_cover_what_is_found(page: Page, server: str):
    """Going to the search closes the menu."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(server + "pays/togo/")
    page.locator(".menu > summary").click()
    opened = page.locator(".menu[open]").count()
    page.locator("#q").focus()

    assert opened == 1
    assert page.locator(".menu[open]").count() == 0


def test_menus_stand_open_where_folds_are_not_known(page: Page, server: str):
    """A browser that knows no folds shows menus in their place, over nothing."""

    def unknown(route: Route) -> None:
        """The page as such a browser reads it."""
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<details", "<x-fold").replace("</details", "</x-fold"))

    page.set_viewport_size({"width": 360, "height": 640})
    page.route("**/pays/togo/", unknown)
    page.goto(server + "pays/togo/")
    places = page.evaluate("['.menu nav', '.languages ul'].map(s => getComputedStyle(document.querySelector(s)).position)")
    page.unroute("**/pays/togo/")

    assert places == ["static", "static"]
    assert page.evaluate(WIDTH) <= 360
