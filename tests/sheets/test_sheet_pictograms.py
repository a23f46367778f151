"""The pictogram of a situation stands beside the title of its sheet, poster and picture, and says nothing to a voice."""

from pathlib import Path

import pytest

from helpers import TODAY
from rsmms.building.content import Content
from rsmms.layout.icons import drawing
from rsmms.model.pictogram import Pictogram
from sheet_helpers import failures, grey, one, specs

LEFT = 0.16
"""Share of the width in which the pictogram lies."""


def inked(path: Path) -> int:
    """Dark points in the upper left part of the first page."""
    picture = grey(path)
    corner = picture.crop((0, int(picture.height * 0.03), int(picture.width * LEFT), int(picture.height * 0.13)))
    return sum(corner.histogram()[:128])


@pytest.mark.parametrize(("kind", "language"), [("situation", "fr"), ("poster", "en")])
def test_the_pictogram_is_printed_in_black(content: Content, tmp_path: Path, kind: str, language: str):
    """With it there is more ink left of the title than without; the sheet stays accessible."""
    spec = next(s for s in specs(content, TODAY) if (s.kind, s.id, s.language) == (kind, "passport-kept", language))
    own = spec.content()
    made = one(spec, own, tmp_path / "with")
    bare = one(spec, {**own, "icon": None}, tmp_path / "without")
    there, gone = (tmp_path / folder / sheet.file for folder, sheet in (("with", made.spec), ("without", bare.spec)))

    assert own["icon"] == drawing(Pictogram.PASSPORT_LOCK)
    assert failures(there) == []
    assert inked(there) != inked(gone)


def test_sheets_without_a_situation_have_none(content: Content):
    """A country's sheet and a treaty's poster stay as they were."""
    found = {s.kind: s.content()["icon"] for s in specs(content, TODAY) if (s.id, s.language) in (("TGO", "fr"), ("c143", "fr"))}

    assert found
    assert set(found.values()) == {None}
