"""Every sheet that ``make site`` prints, not only a sample: valid, small, of the right length, and offered by its page."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from sheet_helpers import failures

BOOKLET, BOOKLET_BYTES = "livret", 250_000
SHEET_BYTES, PICTURE_BYTES, SHEET_PAGES = 60_000, 120_000, 2


@pytest.fixture(scope="module")
def printed(built_site: Path) -> list[Path]:
    """All PDFs of the site."""
    return sorted((built_site / "fiches").glob("*.pdf"))


def test_enough_sheets_in_french_english_and_ewe(printed: list[Path]):
    """At least 400 PDFs; countries, situations and treaties in French and English, some in Ewe."""
    names = [p.stem for p in printed]

    assert len(names) >= 400
    for kind, count in (("pays", 90), ("situation", 31), ("carte", 90)):
        for language in ("fr", "en"):
            assert len([n for n in names if n.startswith(kind + "-") and n.endswith("-" + language)]) >= count
    assert [n for n in names if n.endswith("-ee")]


def test_no_sheet_breaks_pdf_ua_1(printed: list[Path]):
    """The validator finds nothing against PDF/UA-1 in any of them."""
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(printed, pool.map(failures, printed), strict=True))

    assert {p.name: f for p, f in found.items() if f} == {}


def test_every_sheet_keeps_its_budget(built_site: Path, printed: list[Path]):
    """Sheets are at most 60 kB and 2 pages, pictures at most 120 kB."""
    heavy = [p.name for p in printed if p.stat().st_size > (BOOKLET_BYTES if p.name.startswith(BOOKLET) else SHEET_BYTES)]
    long = []
    for path in printed:
        with pikepdf.open(path) as document:
            if len(document.pages) > SHEET_PAGES and not path.name.startswith(BOOKLET):
                long.append(path.name)

    assert heavy == []
    assert long == []
    assert [p.name for p in (built_site / "fiches").glob("*.png") if p.stat().st_size > PICTURE_BYTES] == []


def test_catalogue_gives_countries_situations_and_treaties_their_sheet(built_site: Path):
    """Each of these pages, in each language, leads to a sheet that is there."""
    entries = json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8"))
    wanted = [e for e in entries if e["kind"] in ("country", "situation", "convention") and not e["id"].endswith("-avec-fr")]

    assert [e["url"] for e in wanted if not e["sheet"] or not (built_site / e["sheet"]).is_file()] == []
