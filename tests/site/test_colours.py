"""The colours of the style by numbers: text, controls and the focus ring on every ground, in the light and in the dark."""

import re

import pytest

from helpers import ROOT

CSS = (ROOT / "theme" / "assets" / "rsmms.css").read_text(encoding="utf-8")
BLOCKS = re.findall(r":root\{color-scheme[^}]*\}|scheme:dark\)\{:root\{[^}]*\}", CSS)
LIGHT, DARK = (dict(re.findall(r"--([a-z]+):(#[0-9a-f]{3,6})", block)) for block in BLOCKS)
SCHEMES = {"light": LIGHT, "dark": {**LIGHT, **DARK}}
PAPER = ("bg", "card", "sand", "tint", "glow")
FILLED = ("deep", "band", "quiet")
"""Grounds on which the ring is white; around buttons it lies on the paper."""
WHITE = "#fff"


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_every_ground(scheme: str):
    """4.5 for text: on paper in ink, soft, green and the red of words; white on every filled band and button."""
    c = SCHEMES[scheme]
    low = {(text, ground): round(contrast(c[text], c[ground]), 2) for ground in PAPER for text in ("ink", "soft", "green", "say")}
    low |= {("white", ground): round(contrast(WHITE, c[ground]), 2) for ground in ("deep", "band", "quiet", "red")}
    low |= {("on", "green"): round(contrast(c["on"], c["green"]), 2)}

    assert {pair: found for pair, found in low.items() if found < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_controls_have_an_edge(scheme: str):
    """3 for the borders of fields and buttons."""
    c = SCHEMES[scheme]
    assert {ground: round(contrast(c["edge"], c[ground]), 2) for ground in PAPER[:2] if contrast(c["edge"], c[ground]) < 3} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_ring_shows_on_every_ground(scheme: str):
    """The ring is of two colours: on each ground one of them reaches 3, and so do the two against each other."""
    c = SCHEMES[scheme]
    ring = (c["ink"], c["sun"])
    on_bands = (WHITE, c["sun"])
    weak = {ground: round(max(contrast(r, c[ground]) for r in ring), 2) for ground in PAPER}
    weak |= {ground: round(max(contrast(r, c[ground]) for r in on_bands), 2) for ground in FILLED}

    assert {ground: found for ground, found in weak.items() if found < 3} == {}


def test_the_ring_is_made_of_these_colours():
    """The style draws what is computed here: ink (white on bands) outside, sun inside."""
    assert ":focus{outline:3px solid var(--ink);outline-offset:3px;box-shadow:0 0 0 3px var(--sun)" in CSS
    assert ".bottom :focus,.exit:focus{outline-color:#fff" in CSS
    assert len(LIGHT) >= 17
    assert len(DARK) >= 14


def test_contrast_is_computed_as_wcag_says():
    """Black on white is 21, a colour on itself 1."""
    assert round(contrast("#000", "#fff")) == 21
    assert contrast("#f2b33d", "#f2b33d") == 1
