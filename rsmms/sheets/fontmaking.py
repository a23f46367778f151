"""Cuts, fuses and names the fonts of the sheets. Its tools take long to load: only a build that has no fonts yet does so."""

import io
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

from rsmms.sheets import fontforge
from rsmms.sheets.letters import ARABIC, LATIN, sequences

STYLES = {"Regular": 400, "Bold": 700}
_FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern", "init", "medi", "fina", "rlig", "isol"]
_PAPER = (
    range(0x20, 0x7F), range(0xA0, 0x250), range(0x250, 0x2B0), range(0x2B0, 0x300), range(0x300, 0x314),
    range(0x370, 0x400), range(0x400, 0x460), range(0x1E00, 0x1F00), range(0x2010, 0x2028), range(0x202F, 0x203B),
    (0x2044, 0x2070, 0x2074, 0x20A6, 0x20AC, 0x20B5, 0x2116, 0x2122, 0x2212, 0x2215, 0x2248, 0x2260, 0x2264, 0x2265),
)  # fmt: skip
"""What a sheet may print: names in all languages of Europe and of Latin-script Africa, Greek and Cyrillic."""
_PAPER_ARABIC = (range(0x600, 0x6FF), range(0x20, 0x40), (0xAB, 0xBB, 0x200C, 0x200D, 0x200E, 0x200F))


def _source(package: str, start: str) -> Path:
    return next(p for p in sorted(Path(str(files(package))).glob("files/*.ttf")) if p.name.startswith(start))


@cache
def _few(package: str, start: str, characters: frozenset[int]) -> bytes:
    return fontforge.written(fontforge.keep(TTFont(_source(package, start)), characters, _FEATURES))


def _style(package: str, start: str, characters: frozenset[int], weight: int) -> TTFont:
    """Few letters first, one weight then: in this order it takes a tenth of the time."""
    return fontforge.one_style(TTFont(io.BytesIO(_few(package, start, characters))), weight)


def _characters(sets: Iterable[Iterable[int]]) -> frozenset[int]:
    return frozenset(point for chosen in sets for point in chosen)


def write_paper_fonts(folder: Path) -> None:
    """One file a style of each script, and their licence, into a folder."""
    for style, weight in STYLES.items():
        font = _style(LATIN, "NotoSans[", _characters(_PAPER), weight)
        font = fontforge.rename(fontforge.fuse(font, sequences()), fontforge.FAMILY, style)
        (folder / f"RSMMSSans-{style}.ttf").write_bytes(fontforge.written(font))
        arabic = fontforge.rename(_style(ARABIC, "NotoKufiArabic", _characters(_PAPER_ARABIC), weight), "RSMMS Kufi", style)
        (folder / f"RSMMSKufi-{style}.ttf").write_bytes(fontforge.written(arabic))
    (folder / "OFL.txt").write_text(licence(), encoding="utf-8")


def licence() -> str:
    """The Open Font Licence with the notices of both font projects."""
    texts = [Path(str(files(p))).joinpath("LICENSE").read_text(encoding="utf-8") for p in (LATIN, ARABIC)]
    second = texts[1].splitlines()[0]
    return f"{second}\n{texts[0]}\nChanged for RSMMS: one weight, fewer letters, one glyph for each letter; renamed.\n"
