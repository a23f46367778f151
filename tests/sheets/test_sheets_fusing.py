"""Letters made of several glyphs become one glyph, in a small font drawn here that lacks what large ones have."""

import io

import pytest
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from rsmms.sheets.fontforge import fuse, written

GLYPHS = {"e": (0, 500), "o": (0, 500), "acute": (550, 700), "eacute": (0, 700)}
"""Lowest and highest point of each glyph: a box."""
LETTERS = {ord("e"): "e", ord("o"): "o", 0x301: "acute", ord("é"): "eacute"}


def box(low: int, high: int):
    """A box, 400 wide."""
    pen = TTGlyphPen(None)
    for number, point in enumerate([(0, low), (0, high), (400, high), (400, low)]):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    return pen.glyph()


@pytest.fixture
def font() -> TTFont:
    """Two letters, an accent, one letter with it, and no table of glyph classes."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *GLYPHS])
    builder.setupCharacterMap(LETTERS)
    builder.setupGlyf({".notdef": box(0, 10)} | {name: box(*ends) for name, ends in GLYPHS.items()})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *GLYPHS), (450, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.addOpenTypeFeatures("feature ccmp { sub e acute by eacute; } ccmp;")
    assert "GDEF" not in builder.font
    return TTFont(io.BytesIO(written(builder.font)))


def shaped(font: TTFont, text: str) -> list[str]:
    """The glyphs that a program draws for a text."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(written(font))), buffer)
    return [font.getGlyphOrder()[info.codepoint] for info in buffer.glyph_infos]


def test_only_what_takes_several_glyphs_is_fused(font: TTFont):
    """A letter that the font has already stays its own glyph; the other gets one, as wide as its parts, named by its letters."""
    assert shaped(font, "o\u0301") == ["o", "acute"]
    fuse(font, ["e\u0301", "o\u0301", "e"])

    assert font.getGlyphOrder() == [".notdef", *GLYPHS, "fused.006F_0301"]
    assert shaped(font, "o\u0301") == ["fused.006F_0301"]
    assert shaped(font, "e\u0301e") == ["eacute", "e"]
    drawn = font["glyf"]["fused.006F_0301"]
    assert [part.glyphName for part in drawn.components] == ["o", "acute"]
    assert (drawn.yMin, drawn.yMax >= 700) == (0, True)
    assert "GDEF" not in font
