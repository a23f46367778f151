"""Every sheet that ``make site`` prints, not only a sample: valid, small, legible, of the right length, and offered by its page."""

import json
import re
from pathlib import Path

import pytest

from sheet_records import Record

LIMITS = {"livret": (250_000, 0), "juristes": (90_000, 12), "relecture": (60_000, 8)}
"""Bytes and pages (0: as many as it takes) of kinds that are not for a reader in need, or are read like a book.

A lawyer answers every claim about a country, and a speaker every piece of a translation: such a sheet is a tool of a review, printed
once by somebody who asked for it. To leave lines out would leave them unread; the limit only says when a sheet should be divided.
"""
USUAL = (60_000, 2)
"""Of all others: one leaf of paper, and little to pay for."""
PICTURE_BYTES = 120_000
PICTURE_SIZE = (1080, 1350)


@pytest.fixture(scope="module")
def everything(sheet_records: dict[str, Record]) -> dict[str, Record]:
    """All PDFs and pictures of the site."""
    return sheet_records


@pytest.fixture(scope="module")
def printed(everything: dict[str, Record]) -> list[Record]:
    """The PDFs."""
    return [r for r in everything.values() if r.name.endswith(".pdf")]


@pytest.fixture(scope="module")
def pictures(everything: dict[str, Record]) -> list[Record]:
    """The pictures to share."""
    return [r for r in everything.values() if r.name.endswith(".png")]


def test_enough_sheets_in_french_english_and_ewe(printed: list[Record], pictures: list[Record]):
    """At least 700 PDFs; countries, situations and treaties in French and English, some in Ewe."""
    names = [Path(r.name).stem for r in printed]

    assert len(names) >= 700
    assert len(pictures) >= 150
    for kind, count in (("pays", 90), ("situation", 31), ("carte", 90)):
        for language in ("fr", "en"):
            assert len([n for n in names if n.startswith(kind + "-") and n.endswith("-" + language)]) >= count
    assert [n for n in names if n.endswith("-ee")]


def test_no_sheet_breaks_pdf_ua_1(printed: list[Record]):
    """The validator finds nothing against PDF/UA-1 in any of them."""
    assert {r.name: r.breaks for r in printed if r.breaks} == {}


def keeps(record: Record) -> bool:
    """True for a sheet within the limit of its kind."""
    most_bytes, most_pages = LIMITS.get(record.name.partition("-")[0], USUAL)
    return record.bytes <= most_bytes and (not most_pages or record.pages <= most_pages)


def test_every_sheet_keeps_its_budget(printed: list[Record], pictures: list[Record]):
    """Sheets are at most 60 kB and 2 pages, those of ``LIMITS`` as told there; pictures 1080 × 1350 points and at most 120 kB."""
    assert {r.name: (r.bytes, r.pages) for r in printed if not keeps(r)} == {}
    assert [r.name for r in pictures if r.bytes > PICTURE_BYTES or r.size != PICTURE_SIZE] == []


def test_only_our_fonts_embedded_and_cut_down(printed: list[Record]):
    """No sheet needs a font of the machine it is read on, and none carries a whole font."""
    assert [r.name for r in printed if not r.fonts or r.loose] == []
    assert [r.name for r in printed if not all(n[7:].startswith(("RSMMSSans", "RSMMSKufi")) for n in r.fonts)] == []


def test_grey_pages_are_legible(everything: dict[str, Record]):
    """On a grey page dark and light are far apart (WCAG contrast at least 15), and hardly anything lies between them."""
    pale = {r.name: (r.contrast, r.grey) for r in everything.values() if r.contrast < 15 or r.grey >= 0.06}

    assert pale == {}


def test_every_qr_code_leads_to_the_page_of_its_own_edition(everything: dict[str, Record], catalogue: list[dict[str, str]], built_site: Path):
    """Read from the picture of a page: the address is in the catalogue with this sheet, and the page knows the check signs."""
    pages = {entry["sheet"]: entry["url"] for entry in catalogue if entry["kind"] == "sheet"}
    wrong = {}
    for record in everything.values():
        url = pages[f"fiches/{record.name.replace('-a-agrafer', '')}"]
        (code, *more) = record.codes or ("",)
        address, _, signs = code.partition("#")
        body = (built_site / url / "index.html").read_text(encoding="utf-8")
        good = not more and address.startswith("https://") and address.endswith("/" + url) and re.fullmatch("[a-z0-9]{8}", signs)
        if not good or f'id="{signs}"' not in body:
            wrong[record.name] = record.codes

    assert wrong == {}


def test_catalogue_gives_countries_situations_and_treaties_their_sheet(built_site: Path):
    """Each of these pages, in each language, leads to a sheet that is there."""
    entries = json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8"))
    wanted = [e for e in entries if e["kind"] in ("country", "situation", "convention") and not e["id"].endswith("-avec-fr")]

    assert [e["url"] for e in wanted if not e["sheet"] or not (built_site / e["sheet"]).is_file()] == []
