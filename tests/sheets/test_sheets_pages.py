"""Pages about sheets, and the fonts that pages and sheets share."""

import re
from datetime import date

import pytest
from fontTools.ttLib import TTFont

from helpers import ROOT, TODAY, rendered, visible
from rsmms.language.sizes import size_words
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.sheets.bundles import bundle
from rsmms.sheets.impose import order
from rsmms.sheets.pages import check_pages, main_sheets, sheets_index
from sheet_helpers import SITE, sample, workshop


@pytest.fixture(scope="module")
def sheets(content):
    """The sample."""
    return tuple(sample(content).values())


@pytest.fixture(scope="module")
def make(content):
    """A maker for a language."""
    return lambda language: PageContext(content.library, Words(language), content.library.fresh_on(TODAY))


@pytest.fixture(scope="module")
def index(content, sheets, make):
    """The list of sheets in a language."""
    bundles = bundle(sheets, workshop() / "site")
    groups = {w.front.id: w.front.group for (language, _), w in content.written.items() if language == "fr" and w.front.group}
    return lambda language: sheets_index(make(language), sheets, bundles, groups)


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_the_list_links_to_files_with_their_size(index, sheets, language):
    """Every link leads to a file that was made; each says form and size; it opens without script."""
    page = index(language)
    found = re.findall(r'<a href="([^"]+)"[^>]*>([^<]*)(?:<span[^>]*>[^<]*</span>)?([^<]*)</a>', page.body)
    up = "../" if language == "fr" else "../../"

    assert len(found) >= 15
    assert {href.startswith(up + "fiches/") and (workshop() / "site" / href.removeprefix(up)).exists() for href, *_ in found} == {True}
    assert all(re.search(r"\((PDF|PNG|ZIP), \d+.(ko|kB|Mo|MB)", a + b) for _, a, b in found)
    assert page.body.count("<details") >= 4
    assert (page.kind, page.id, page.path) == ("page", "sheets", "fiches.md")


def test_what_a_language_lacks_is_offered_in_french(index):
    """And marked as French: the Ewe list holds the French sheet of a treaty."""
    body = index("ee").body

    assert 'hreflang="fr"' in body
    assert "convention-c143-fr.pdf" in body
    assert "pays-togo-ee.pdf" in body


def test_the_sheet_of_a_page(sheets):
    """A page offers the sheet of its own kind and language."""
    found = main_sheets(sheets)

    assert found["fr", "pays/togo.md"].spec.file == "fiches/pays-togo-fr.pdf"
    assert found["fr", "situations/passeport.md"].spec.file == "fiches/situation-passeport-fr.pdf"
    assert found["ee", "situations/passeport.md"].spec.kind == "bilingual"


def test_is_my_sheet_still_good(sheets, make):
    """The page at the address of the QR code: date, check signs, what changed, page and file."""
    sheet = next(s for s in sheets if s.spec.file == "fiches/pays-togo-fr.pdf")
    page = next(p for p in check_pages(make("fr"), sheets) if p.id == sheet.spec.code)
    text = visible(rendered(page.body))

    assert SITE + page.site_url == sheet.spec.check_url
    assert (page.kind, page.listed, page.language, page.sheet) == ("sheet", False, "fr", sheet.spec.file)
    assert sheet.checksum.upper() in text
    assert Words("fr").date(sheet.edition) in text
    assert f'id="{sheet.checksum}"' in page.body
    assert 'href="../../fiches/pays-togo-fr.pdf"' in page.body
    assert 'href="../../pays/togo/"' in page.body
    assert {name for name, _ in sheet.parts} <= set(re.findall(r'<th scope="row">([^<]+)</th>', page.body))


def test_there_is_no_claim_without_the_signs(sheets, make):
    """“Your sheet is up to date” is hidden until the browser sees the signs of this edition in the address."""
    pages = [*check_pages(make("fr"), sheets), *check_pages(make("en"), sheets)]

    assert len(pages) == len({s.spec.code for s in sheets if s.spec.language != "ee"})
    assert all(re.search(r'class="edition-yes" hidden', p.body) for p in pages)


def test_an_edition_is_the_newest_fact(sheets):
    """Never later than the newest part, never the day of the build."""
    assert all(s.edition == max(day for _, day in s.parts) <= TODAY for s in sheets)
    assert all(isinstance(s.edition, date) for s in sheets)


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [(400, "1\u00a0ko", "1\u00a0kB"), (38_400, "38\u00a0ko", "38\u00a0kB"), (1_240_000, "1,2\u00a0Mo", "1.2\u00a0MB")],
)  # fmt: skip
def test_sizes(count, french, english):
    """As people read them."""
    assert (size_words(Words("fr"), count), size_words(Words("en"), count)) == (french, english)


@pytest.mark.parametrize(
    ("pages", "sides"),
    [(1, [(None, 0), (None, None)]), (4, [(3, 0), (1, 2)]), (5, [(None, 0), (1, None), (None, 2), (3, 4)]), (8, [(7, 0), (1, 6), (5, 2), (3, 4)])],
)  # fmt: skip
def test_order_of_a_stapled_booklet(pages, sides):
    """The first page lies right of the last; blank pages fill up to four."""
    assert order(pages) == sides


def test_font_of_ewe_pages_has_every_letter_of_theirs():
    """All letters of the strings and pages in Ewe that phones may lack."""
    files = [ROOT / "rsmms/strings/ee.yaml", *(ROOT / "docs/ee").rglob("*.md")]
    letters = {c for f in files for c in f.read_text(encoding="utf-8") if c.isalpha() or "\u0300" <= c <= "\u036f"}
    known = set(map(chr, TTFont(ROOT / "theme/assets/noto-sans-ee.woff2").getBestCmap()))
    assert sorted(letters - known) == []
