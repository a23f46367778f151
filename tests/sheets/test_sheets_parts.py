"""Parts of sheets where things are uneven: texts of unlike length, untranslated guides, escaped signs, no sheet at all, two disks."""

import os
from pathlib import Path

import pytest

from helpers import SITUATION_EN, TODAY, lay_out
from rsmms.building.content import Content, read_content
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.sheets.printing import build, linked
from rsmms.sheets.wording import Notes
from sheet_helpers import specs

EN = "docs/en/situations/passeport.md"


def project(folder: Path, english: str | None) -> Content:
    """The tiny project with another English guide, or none."""
    return read_content(lay_out(folder, {EN: english}), ("fr", "en", "ee"), TODAY)


def test_a_section_of_another_length_stands_beside_the_french_as_a_whole(tmp_path: Path):
    """One step instead of two: no step is put beside another that it does not translate, and no word is lost."""
    english = SITUATION_EN.replace("1. Ask for your passport. [[c143:9]]\n2. Go to the [union](../index.md). [[src:ilo]]", "1. Ask, then go to the union.")
    (spec,) = (s for s in specs(project(tmp_path, english)) if s.kind == "bilingual" and s.language == "en")
    rows = spec.content()["rows"]
    start = next(n for n, row in enumerate(rows) if row["kind"] == "title" and row["left"] == "Que faire maintenant")

    assert [row["right"] for row in rows[start + 1 : start + 3]] == [None, None]
    assert rows[start + 3] == {"kind": "p", "n": None, "left": "", "right": ["Ask, then go to the union.", " "]}
    assert rows[start + 4]["right"] == "Proof to keep"


def test_a_guide_that_is_not_translated_has_no_poster_in_that_language(tmp_path: Path):
    """The treaties have theirs; French has both."""
    posters = {(s.language, s.id) for s in specs(project(tmp_path, None)) if s.kind == "poster"}

    assert posters == {("fr", "passport-kept"), *((language, treaty) for language in ("fr", "en") for treaty in ("c097", "c143"))}


@pytest.mark.parametrize(("text", "said"), [
    (r"Écrivez \*oui\*.", ["Écrivez ", "*", "oui", "*", "."]), (r"a\[b", ["a", "[", "b"]),
    ("[ici](javascript:x) [là](https://a.example/)", ["ici", " ", {"t": "là", "url": "https://a.example/"}]),
])  # fmt: skip
def test_signs_on_paper(tiny: Content, text: str, said: list[object]):
    """An escaped sign is the sign itself; only links that lead outside are links."""
    notes = Notes(PageContext(tiny.library, Words("fr"), tiny.library.fresh_on(TODAY)))

    assert notes.rich(text) == said


def test_no_sheet_is_no_work(tmp_path: Path):
    """A site of lists only prints nothing, and makes no fonts and no cache for it."""
    assert build([], tmp_path / "site", tmp_path / "cache") == ()
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_is_put_in_place_on_another_disk(tmp_path: Path):
    """One file under two names on one disk; a copy where the cache is on another."""
    source, other = tmp_path / "kept.pdf", Path("/dev/shm") / f"rsmms-{os.getpid()}.pdf"
    source.write_bytes(b"%PDF sheet")
    linked(source, tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").stat().st_ino == source.stat().st_ino
    if not other.parent.is_dir() or other.parent.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second disk here")
    try:
        linked(source, other)
        assert other.read_bytes() == b"%PDF sheet"
        assert other.stat().st_nlink == 1
    finally:
        other.unlink(missing_ok=True)
