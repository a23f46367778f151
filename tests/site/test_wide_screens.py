"""At 1280 × 900 pages use the window: nothing to scroll sideways, contents beside the text, no large blank."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from helpers import LANGUAGES
from kinds_of_pages import chosen

WINDOW = {"width": 1280, "height": 900}
BLANK = 0.45
"""Share of the window that no kind of page may leave blank."""
MARGIN, CELL = 28, 20
"""Pixels around a thing that belong to it (about one line of text), and the side of the squares that are counted."""
SHARE = """([margin, cell]) => {
  const columns = innerWidth / cell, rows = innerHeight / cell, filled = new Set();
  const fill = (r) => {
    for (let x = Math.max(0, Math.floor((r.left - margin) / cell)); x < Math.min(columns, (r.right + margin) / cell); x += 1)
      for (let y = Math.max(0, Math.floor((r.top - margin) / cell)); y < Math.min(rows, (r.bottom + margin) / cell); y += 1) filled.add(y * columns + x);
  };
  const seen = (e) => { const s = getComputedStyle(e); return s.visibility === "visible" && s.display !== "none"; };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walk.nextNode()) {
    const text = walk.currentNode;
    if (!text.data.trim() || !seen(text.parentElement) || text.parentElement.closest("[hidden],.sr")) continue;
    range.selectNodeContents(text);
    [...range.getClientRects()].forEach(fill);
  }
  const drawn = "svg:not(.sprite),img,input,select,button,summary,meter,.call,.button,.pic,.card,.hero,.cards a,.tiles a,.top,.wide,.bottom,.exit";
  [...document.querySelectorAll(drawn)].filter(seen).map((e) => e.getBoundingClientRect()).filter((r) => r.width).forEach(fill);
  return 1 - filled.size / (columns * rows);
}"""
"""Blank is a square of 20 pixels that is farther than a line of text from every line of text, picture, control and filled box in the first window."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One wide tab for all."""
    opened = browser.new_page(viewport=WINDOW)
    yield opened
    opened.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_kind_of_page_leaves_the_window_blank(page: Page, server: str, built_site: Path, language: str):
    """Of the first window of each kind of page and of every list less than 45 % is blank."""
    blank = {}
    for name, url in chosen(built_site, language).items():
        page.goto(server + url)
        blank[name] = round(page.evaluate(SHARE, [MARGIN, CELL]), 2)

    assert len(blank) >= 20
    assert {name: share for name, share in blank.items() if share >= BLANK} == {}


def test_blank_is_measured(page: Page):
    """An empty page is blank, a page full of text is not: the measure can fail."""
    page.set_content("<p>one line</p>")
    nearly = page.evaluate(SHARE, [MARGIN, CELL])
    page.set_content("<p>" + "many words " * 3000 + "</p>")

    assert nearly > 0.9
    assert page.evaluate(SHARE, [MARGIN, CELL]) < 0.05


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_treaties_stand_side_by_side(page: Page, server: str, language: str):
    """No side scroll in the table of ratifications at 1280; its heads stay in sight below; CSV and spreadsheet are one tap away, above it."""
    page.goto(f"{server}{'' if language == 'fr' else language + '/'}conventions/ratifications/")
    wide = page.evaluate("(() => { const s = document.querySelector('.matrix .scroll'); return [s.scrollWidth, s.clientWidth]; })()")
    page.evaluate("document.querySelector('.matrix .scroll').scrollTop = 2000")
    head, first = (page.locator(f".matrix {which}").bounding_box() for which in ("thead th >> nth=1", "tbody th >> nth=0"))
    box = page.locator(".matrix .scroll").bounding_box()

    assert page.locator(".matrix thead th").count() >= 15
    assert wide[0] <= wide[1]
    assert abs(head["y"] - box["y"]) < 3
    assert first["y"] < 0
    assert page.locator("a.button[href$='.csv'], a.button[href$='.xlsx']").count() == 2


def test_contents_stay_beside_the_text(page: Page, server: str):
    """On a long page the list of its parts is open, and still in sight further down."""
    page.goto(server + "conventions/c143/")
    page.evaluate("scrollTo(0, 1500)")
    contents, text = page.locator(".toc").bounding_box(), page.locator("article > .body").bounding_box()

    assert page.locator(".toc").get_attribute("open") is not None
    assert 0 <= contents["y"] < 100
    assert contents["x"] + contents["width"] <= text["x"]


def test_the_bar_shows_where_one_is(page: Page, server: str):
    """All doors in one line, the one of this page underlined; the menu button is for narrow screens."""
    page.goto(server + "situations/passeport/")
    here = page.locator("nav.wide [aria-current]")

    assert page.locator("nav.wide a").count() == 7
    assert here.inner_text() == "J’ai besoin d’aide"
    assert not page.locator(".menu").is_visible()
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.locator(".menu").is_visible()
    assert not page.locator("nav.wide").is_visible()
    page.set_viewport_size(WINDOW)


def test_two_countries_stand_side_by_side(page: Page, server: str):
    """Laws and contacts of the pair begin at the same height."""
    page.goto(server + "comparer/algerie-maroc/")
    for number in (0, 1):
        left, right = (page.locator(".pair").nth(number).locator("> div").nth(side).bounding_box() for side in (0, 1))
        assert left["y"] == right["y"]
        assert left["x"] + left["width"] <= right["x"]
