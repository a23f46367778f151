"""The fonts of sheets and pages, made at build time from the packages that the lock file pins.

All of it is under the Open Font Licence, whose text goes with the files.
"""

import hashlib
import io
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

from rsmms.sheets import fontforge
from rsmms.sheets.letters import sequences

STYLES = {"Regular": 400, "Bold": 700}
_LATIN, _ARABIC = "fontpkg_noto_sans", "fontpkg_noto_kufi_arabic"
_FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern", "init", "medi", "fina", "rlig", "isol"]
_PAPER = (
    range(0x20, 0x7F), range(0xA0, 0x250), range(0x250, 0x2B0), range(0x2B0, 0x300), range(0x300, 0x314),
    range(0x370, 0x400), range(0x400, 0x460), range(0x1E00, 0x1F00), range(0x2010, 0x2028), range(0x202F, 0x203B),
    (0x2044, 0x2070, 0x2074, 0x20A6, 0x20AC, 0x20B5, 0x2116, 0x2122, 0x2212, 0x2215, 0x2248, 0x2260, 0x2264, 0x2265),
)  # fmt: skip
"""What a sheet may print: names in all languages of Europe and of Latin-script Africa, Greek and Cyrillic."""
_PAPER_ARABIC = (range(0x600, 0x6FF), range(0x20, 0x40), (0xAB, 0xBB, 0x200C, 0x200D, 0x200E, 0x200F))
_WEB = (
    range(0x20, 0x7F), (0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xB0, 0xB2, 0xB7, 0xBB, 0xBF),
    [ord(c) for c in "ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸŒàâäæçèéêëîïôöùûüÿœ"],
    [ord(c) for c in "ÃẼĨÕŨãẽĩõũÁÉÍÓÚáéíóúÌÒìòŃńǸǹ"],
    [ord(c) for c in "ƉƐƑƔŊƆƲɖɛƒɣŋɔʋ"], range(0x300, 0x305), (0x30C,),
    (0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x202F, 0x20AC, 0x20B5),
)  # fmt: skip
"""French, English and Ewe on pages."""


def recipe() -> str:
    """A short name for what the fonts are made from; changes when packages or these two files change."""
    made_by = (Path(fontforge.__file__), Path(__file__), Path(__file__).with_name("letters.py"))
    told = [version(p.replace("_", "-")) for p in (_LATIN, _ARABIC)] + [version("fonttools"), version("uharfbuzz")]
    digest = hashlib.sha256("|".join(told).encode())
    for path in made_by:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


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


def paper_fonts(cache_folder: Path) -> Path:
    """The folder with the fonts of the sheets, made once for each recipe, with the licence beside them."""
    folder = cache_folder / f"fonts-{recipe()}"
    if (folder / "OFL.txt").exists():
        return folder
    cache_folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache_folder, prefix="fonts-new-") as aside:  # another build may look for them at this moment
        made = Path(aside) / "fonts"
        made.mkdir()
        _write_paper_fonts(made)
        with suppress(OSError):
            made.rename(folder)
    return folder


def _write_paper_fonts(folder: Path) -> None:
    for style, weight in STYLES.items():
        font = _style(_LATIN, "NotoSans[", _characters(_PAPER), weight)
        font = fontforge.rename(fontforge.fuse(font, sequences()), fontforge.FAMILY, style)
        (folder / f"RSMMSSans-{style}.ttf").write_bytes(fontforge.written(font))
        arabic = fontforge.rename(_style(_ARABIC, "NotoKufiArabic", _characters(_PAPER_ARABIC), weight), "RSMMS Kufi", style)
        (folder / f"RSMMSKufi-{style}.ttf").write_bytes(fontforge.written(arabic))
    (folder / "OFL.txt").write_text(licence(), encoding="utf-8")


def web_fonts(out: Path) -> tuple[Path, ...]:
    """The same letters for pages: one small woff2 file a style, and the licence."""
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for style, weight in STYLES.items():
        font = fontforge.rename(_style(_LATIN, "NotoSans[", _characters(_WEB), weight), fontforge.FAMILY, style)
        made.append(out / f"rsmms-sans-{style.lower()}.woff2")
        made[-1].write_bytes(fontforge.written(font, "woff2"))
    made.append(out / "OFL.txt")
    made[-1].write_text(licence(), encoding="utf-8")
    return tuple(made)


def licence() -> str:
    """The Open Font Licence with the notices of both font projects."""
    texts = [Path(str(files(p))).joinpath("LICENSE").read_text(encoding="utf-8") for p in (_LATIN, _ARABIC)]
    second = texts[1].splitlines()[0]
    return f"{second}\n{texts[0]}\nChanged for RSMMS: one weight, fewer letters, one glyph for each letter; renamed.\n"
