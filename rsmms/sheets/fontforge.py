"""Makes our fonts from Noto Sans: one style, the letters we need, one glyph for each letter."""

import io
from collections.abc import Callable, Iterable, Mapping

import uharfbuzz as hb
from fontTools.otlLib.builder import buildLigatureSubstSubtable
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "RSMMS Sans"
_NOON_1970 = 2082844800 + 43200
"""A fixed day in the font's own time (seconds since 1904), so that equal input gives equal bytes."""


def one_style(variable: TTFont, weight: int) -> TTFont:
    """One weight of a variable font, at its normal width."""
    axes = {axis.axisTag: axis.defaultValue for axis in variable["fvar"].axes} | {"wght": weight}
    fixed = instantiateVariableFont(variable, axes, inplace=True)
    for table in {"STAT", "MVAR", "HVAR", "avar"} & set(fixed.keys()):
        del fixed[table]
    return fixed


def keep(font: TTFont, characters: Iterable[int], features: list[str]) -> TTFont:
    """Only some characters and layout features; no hinting."""
    options = Options(
        layout_features=features, hinting=False, notdef_outline=True, glyph_names=True,
        recalc_timestamp=False, name_IDs=[1, 2, 3, 4, 5, 6, 13, 14], name_languages=[0x409],
    )  # fmt: skip
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(characters))
    subsetter.subset(font)
    return font


def rename(font: TTFont, family: str, style: str) -> TTFont:
    """Our own family name: the font is changed, so it does not carry the name of the original."""
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = int(bold)
    return font


def fuse(font: TTFont, sequences: Iterable[str]) -> TTFont:
    """Give each letter made of several glyphs one composite glyph, placed as the font itself places it."""
    order, glyphs, ligatures = list(font.getGlyphOrder()), font.getGlyphSet(), {}
    shape = _shaper(font)
    made: dict[str, tuple[object, int]] = {}
    for text in sequences:
        shaped = [(order[info.codepoint], at) for info, at in shape(text)]
        if len(shaped) < 2:
            continue
        name = "fused." + "_".join(f"{ord(c):04X}" for c in text)
        made[name] = _composite(shaped, glyphs)
        ligatures[tuple(glyph for glyph, _ in shaped)] = name
    _add_glyphs(font, made)
    _add_lookup(font, ligatures)
    return font


def _shaper(font: TTFont) -> Callable[[str], list[tuple[hb.GlyphInfo, hb.GlyphPosition]]]:
    face = hb.Face(written(font))

    def shape(text: str) -> list[tuple[hb.GlyphInfo, hb.GlyphPosition]]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(hb.Font(face), buffer)
        return list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))

    return shape


def _composite(shaped: list[tuple[str, hb.GlyphPosition]], glyphs: Mapping[str, object]) -> tuple[object, int]:
    pen, x = TTGlyphPen(glyphs), 0
    for name, at in shaped:
        pen.addComponent(name, (1, 0, 0, 1, x + at.x_offset, at.y_offset))
        x += at.x_advance
    return pen.glyph(), x


def _add_glyphs(font: TTFont, made: Mapping[str, tuple[object, int]]) -> None:
    font.setGlyphOrder([*font.getGlyphOrder(), *made])
    for name, (glyph, advance) in made.items():
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])  # type: ignore[attr-defined]
        font["hmtx"][name] = (advance, glyph.xMin)  # type: ignore[attr-defined]
        if "GDEF" in font and font["GDEF"].table.GlyphClassDef:
            font["GDEF"].table.GlyphClassDef.classDefs[name] = 1


def _add_lookup(font: TTFont, ligatures: Mapping[tuple[str, ...], str]) -> None:
    """A last lookup of ``ccmp``: the font's own case forms come first, so they are part of our sequences."""
    table = font["GSUB"].table
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 4, 0
    lookup.SubTable = [buildLigatureSubstSubtable(dict(ligatures))]
    lookup.SubTableCount = 1
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount += 1
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
            record.Feature.LookupCount += 1


def written(font: TTFont) -> bytes:
    """The font file, equal on every run."""
    font["head"].created = font["head"].modified = _NOON_1970
    font.recalcTimestamp = False
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    return buffer.getvalue()
