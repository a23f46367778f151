"""Printing from the browser: what is folded is printed, in ink, whole, and without what can only be tapped."""

import base64
import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from node_tools import HERE, NoNpm, packages
from old_browsers import BINARIES, old_phone

BLACK = "rgb(0, 0, 0)"
INSIDE = """[].concat(...[...document.querySelectorAll('main details:not(.toc)')].map(d => [...d.querySelectorAll('td, dd, li, p')]))
    .filter(e => !e.children.length && !e.closest('.chooser, .share, [hidden]'))
    .map(e => e.textContent.replace(/\\s+/g, ' ').trim()).filter(t => t.length > 12)"""
"""Texts that stand only in what is folded."""
COLOURS = "[...document.querySelectorAll('a.call, a.call bdi, .emergency h2, h1')].map(e => getComputedStyle(e)).map(s => [s.color, s.backgroundColor])"


def words_of(pdf: bytes) -> str:
    """Everything that can be read, without the spaces: lines are broken anywhere on paper."""
    return bare("".join(page.extract_text() or "" for page in PdfReader(io.BytesIO(pdf)).pages))


def bare(text: str) -> str:
    """A text without spaces and with the letters of which ligatures are made."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A wide window in the dark: what is printed is black on white all the same."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    yield opened
    opened.close()


@pytest.mark.parametrize("address", ["pays/togo/", "en/indicateurs/international-migrant-stock/", "ee/routes/", "contacts/tunisie/"])
def test_what_is_folded_is_printed(page: Page, server: str, address: str):
    """Without opening anything, every text inside a fold is on paper."""
    page.goto(server + address)
    inside = page.evaluate(INSIDE)
    printed = words_of(page.pdf())

    assert [text for text in inside if bare(text) not in printed] == []


def test_there_is_something_to_unfold(page: Page, server: str):
    """The test above looks at pages that fold."""
    page.goto(server + "pays/togo/")

    assert len(page.evaluate(INSIDE)) > 20


@pytest.mark.parametrize("version", BINARIES)
def test_an_old_browser_prints_what_is_folded(server: str, version: int):
    """No style can open a fold before 2024: the script does it for the time of printing, and closes again."""
    try:
        packages(HERE / "browsers")
    except NoNpm as why:
        pytest.skip(str(why.args[0]))
    with old_phone(version) as phone:
        phone.open(server + "pays/togo/")
        inside = phone.run(INSIDE)
        shut = phone.run("document.querySelectorAll('main details:not([open])').length")
        printed = words_of(base64.b64decode(phone.send("Page.printToPDF")["data"]))

        assert shut == phone.run("document.querySelectorAll('main details:not([open])').length") > 0
    assert len(inside) > 5
    assert [text for text in inside if bare(text) not in printed] == []


def test_numbers_are_black_on_white(page: Page, server: str):
    """Also where the screen is dark: no fill, ink only."""
    page.goto(server + "contacts/togo/")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(COLOURS)

    assert {ink for ink, _ in colours} == {BLACK}
    assert {ground for _, ground in colours} <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}


def test_what_is_tapped_is_not_printed(page: Page, server: str):
    """Header, menu, search, sharing, the quick exit and the choice of a country stay on the screen; the text is there."""
    page.goto(server + "situations/passeport/")
    printed = words_of(page.pdf())
    left_out = page.locator(".top, .bottom, .share, .exit, .chooser, button").all_inner_texts()

    assert bare("Mon employeur garde mon passeport") in printed
    assert bare("Quitter vite") not in printed
    assert bare("Retour en haut") not in printed
    assert [text for text in left_out if len(bare(text)) > 25 and bare(text) in printed] == []


def test_the_table_of_treaties_is_whole(page: Page, server: str, built_site: Path):
    """Every country and every treaty, none cut at the edge: the paper lies on its side."""
    page.goto(server + "conventions/ratifications/")
    heads = page.locator(".matrix thead th").all_inner_texts()
    countries = page.locator(".matrix tbody th").all_inner_texts()
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    printed = bare("".join(sheet.extract_text() for sheet in reader.pages))

    assert [text for text in heads + countries if bare(text) not in printed] == []
    assert any(sheet.mediabox.width > sheet.mediabox.height for sheet in reader.pages)
