"""The list of sheets on a phone: the box finds titles while one types, and a sheet can be downloaded."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from site_fixtures import PHONE, quiet_page

PARTS = "article details:has(li[data-words])"
"""What the box filters; the table of contents of the page is another list."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone with script; anything on its console, also a breach of the content policy, fails the test."""
    with quiet_page(browser, accept_downloads=True) as page:
        yield page


def shown(page: Page) -> list[str]:
    """The titles that can be seen."""
    return page.locator("li[data-words]:visible > strong").all_inner_texts()


@pytest.mark.parametrize(("prefix", "typed", "title"), [
    ("", "SENEGAL", "Sénégal"), ("", "employeur  passeport", "Mon employeur garde mon passeport"), ("en/", "c143", "C143 – Migrants: abuse and equality"),
    ("ee/", "dukowo", ""), ("ee/", "mozogbale", "Nye mɔzɔgbalẽ le nye dɔtɔ si"),
])  # fmt: skip
def test_the_box_finds_titles(phone: Page, server: str, prefix: str, typed: str, title: str):
    """Capitals, accents and Ewe letters do not matter; the part opens, the number is told to screen readers."""
    phone.goto(f"{server}{prefix}fiches/")
    phone.locator("input[data-filter]").fill(typed)
    found = shown(phone)
    status = phone.locator("[data-filter-status]")

    assert (title in found) if title else found == []
    assert status.get_attribute("role") == "status"
    assert (str(len(found)) in status.inner_text()) if title else status.inner_text()
    assert phone.locator(f"{PARTS}:visible").count() == phone.locator(f"{PARTS}[open]").count() == min(1, len(found))


def test_an_empty_box_gives_everything_back(phone: Page, server: str):
    """As it was: every part and heading is there, and closed."""
    phone.goto(f"{server}fiches/")
    before = phone.locator(f"article h2:visible, {PARTS}:visible").count()
    box = phone.locator("input[data-filter]")
    box.fill("togo")
    between = phone.locator(f"article h2:visible, {PARTS}:visible").count()
    box.fill("")

    assert 0 < between < before
    assert phone.locator(f"article h2:visible, {PARTS}:visible").count() == before
    assert phone.locator(f"{PARTS}[open]").count() == 0
    assert phone.locator("[data-filter-status]").inner_text() == ""


def test_the_box_is_as_large_as_a_finger(phone: Page, server: str):
    """44 pixels high, and nothing sticks out of the screen."""
    phone.goto(f"{server}fiches/")
    box = phone.locator("input[data-filter]").bounding_box()

    assert box["height"] >= 44
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_script_there_is_no_box(browser: Browser, server: str):
    """All titles can be opened, nothing promises what does not work."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}fiches/")
    page.locator("#reseau summary").click()

    assert not page.locator("input[data-filter]").is_visible()
    assert "Togo" in shown(page)
    context.close()


def test_the_script_is_on_this_page_only(phone: Page, server: str):
    """No other page pays for it."""
    scripts = {address: phone.goto(server + address) and phone.locator("script[src*='filter.']").count() for address in ("fiches/", "pays/togo/", "")}

    assert scripts == {"fiches/": 1, "pays/togo/": 0, "": 0}


@pytest.mark.parametrize(("address", "file"), [
    ("pays/togo/", "pays-togo-fr.pdf"), ("en/situations/passeport/", "situation-passeport-en.pdf"), ("ee/pays/togo/", "pays-togo-ee.pdf"),
])  # fmt: skip
def test_a_sheet_is_downloaded_from_a_phone_page(phone: Page, server: str, address: str, file: str):
    """One tap on the page of a country or situation; the file is the sheet, whole."""
    phone.goto(server + address)
    with phone.expect_download() as waiting:
        phone.locator(f"a[download][href$='{file}']").first.click()
    path = waiting.value.path()

    assert waiting.value.suggested_filename == file
    assert path.read_bytes()[:5] == b"%PDF-"
    assert path.stat().st_size > 10_000
