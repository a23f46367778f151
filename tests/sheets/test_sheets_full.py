"""Paper is not wasted: no last page with a few lines, no single page half empty where larger letters could fill it."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageOps

from helpers import ROOT
from rsmms.sheets.situation import told_once

LEAST, LEAST_ALONE = 0.35, 0.5
"""Shares of a page down to which something stands: on every page after the first, and on an only page."""
_FOOT = 0.935
"""Above the line of edition and page numbers."""


def filled(path: Path) -> Iterator[float]:
    """How far down each page of a file goes, its foot left out."""
    with pypdfium2.PdfDocument(path) as document:
        for sheet in document:
            picture = sheet.render(scale=0.3).to_pil().convert("L")
            body = ImageOps.invert(picture.crop((0, 0, picture.width, int(picture.height * _FOOT)))).point(lambda ink: 255 if ink > 60 else 0)
            box = body.getbbox()
            yield box[3] / body.height if box else 0.0


@pytest.fixture(scope="module")
def pages_of_sheets(built_site: Path) -> dict[str, list[float]]:
    """Every sheet of the site but pictures, stapled booklets (they have blank sides) and what is drawn to be cut."""
    listed = sorted((built_site / "fiches").glob("*.pdf"))
    return {path.name: list(filled(path)) for path in listed if "a-agrafer" not in path.name and not path.name.startswith("carte-")}


def test_no_later_page_is_nearly_empty(pages_of_sheets: dict[str, list[float]]):
    """A third of each page after the first is filled: no line is left over for a page of its own."""
    poor = {name: [round(share, 2) for share in shares] for name, shares in pages_of_sheets.items() if any(share < LEAST for share in shares[1:])}

    assert len(pages_of_sheets) > 500
    assert poor == {}


def test_an_only_page_is_filled(pages_of_sheets: dict[str, list[float]]):
    """Half of it at least, in letters as large as it takes."""
    assert {name: shares for name, shares in pages_of_sheets.items() if len(shares) == 1 and shares[0] < LEAST_ALONE} == {}


def test_advice_is_explained_once():
    """The first section with a line that bears no mark says so; those after it do not."""
    told = told_once([{"id": "a", "advice": None}, {"id": "b", "advice": "advice"}, {"id": "c", "advice": "advice"}])

    assert [one["advice"] for one in told] == [None, "advice", None]


def test_the_contents_of_a_booklet_share_its_first_page():
    """No page for the contents alone: they stand before the first break."""
    template = (ROOT / "sheets" / "booklet.typ").read_text(encoding="utf-8")

    assert template.index("sheet_contents") < template.index("#pagebreak()")
