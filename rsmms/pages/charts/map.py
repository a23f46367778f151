"""Maps of Africa, Europe and the near Middle East: each country a link with a title, told apart by pattern and shade.

The outlines stand in ``shapes.json``; where they come from and how they were made is told in ``simplify.py``.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rsmms.language.html import Html, el
from rsmms.pages.charts.svg import Frame, Said

STYLES = ("full", "bars", "stripes", "dots", "empty", "cross")
"""How an area is filled; the drawing tells classes apart without any colour."""


@cache
def outlines() -> Mapping[str, Any]:
    """The drawing: size, paths, marks of small countries, land of other countries, borders, origin."""
    loaded: Mapping[str, Any] = json.loads(Path(__file__).with_name("shapes.json").read_text(encoding="utf-8"))
    return loaded


@cache
def borders() -> frozenset[frozenset[str]]:
    """Pairs of countries that touch on land."""
    return frozenset(frozenset(pair.split("-")) for pair in outlines()["borders"])


@dataclass(frozen=True)
class Place:
    """One country on a map: its fill, what is said about it, where its link leads."""

    code: str
    fill: str
    title: Said
    href: str
    value: str = ""
    """The exact value of the data, for tests and reusers."""
    shade: float = 1.0
    """Opacity of a full area: lighter for less."""
    below_zero: bool = False
    """A value below zero has another colour, and bars."""


def country_map(frame: Frame, places: Sequence[Place]) -> Html:
    """All countries; small ones get a round mark as well. Works as a plain picture and by keyboard."""
    drawing = outlines()
    width, height = drawing["size"]
    title, about = f"{frame.name}-t", f"{frame.name}-d"
    known = [p for p in places if p.code in drawing["paths"]]
    return el(
        "svg", el("title", frame.title.text, id=title, lang=frame.title.language),
        el("desc", frame.description.text, id=about, lang=frame.description.language),
        el("defs", *_patterns(frame.name)), el("path", d=drawing["others"], cls="elsewhere", fill="currentColor", opacity=".12"),
        *(_country(frame.name, place, drawing) for place in known),
        viewBox=f"0 0 {width} {height}", role="group", aria_labelledby=f"{title} {about}", direction="ltr", stroke_linejoin="round",
    )  # fmt: skip


def _patterns(name: str) -> list[Html]:
    """Bars, stripes, dots and a cross in the colour of the text."""
    stroke = {"stroke": "currentColor", "stroke_width": 4}
    drawn = {
        "bars": (el("path", d="M0 6H14", stroke="currentColor", stroke_width=9, cls="minus"),),
        "stripes": (el("path", d="M0 0V14", **stroke),),
        "dots": (el("circle", cx=6, cy=6, r=2.6, fill="currentColor"),),
        "cross": (el("path", d="M0 0V14M0 0H14", **stroke),),
    }
    turned = {"stripes": "rotate(45)"}
    return [
        el("pattern", *shapes, id=f"{name}-{style}", width=12 if style == "dots" else 14, height=12 if style == "dots" else 14,
           patternUnits="userSpaceOnUse", patternTransform=turned.get(style))
        for style, shapes in drawn.items()
    ]  # fmt: skip


def paint(name: str, fill: str, shade: float = 1.0) -> dict[str, object]:
    """Attributes that fill an area."""
    if fill == "full":
        return {"fill": "currentColor", "fill_opacity": None if shade >= 1 else f"{shade:g}"}
    return {"fill": "transparent" if fill == "empty" else f"url(#{name}-{fill})", "fill_opacity": None if shade >= 1 else f"{shade:g}"}


def _country(name: str, place: Place, drawing: Mapping[str, Any]) -> Html:
    shape = [el("path", d=drawing["paths"][place.code])]
    if place.code in drawing["marks"]:
        x, y = drawing["marks"][place.code]
        shape.append(el("circle", cx=x, cy=y, r=11))
    return el(
        "a", el("title", place.title.text, lang=place.title.language), *shape, href=place.href, data_key=place.code,
        data_value=place.value or None, cls="minus" if place.below_zero else None, **paint(name, place.fill, place.shade),
    )  # fmt: skip


def legend_sample(name: str, fill: str, shade: float = 1.0, *, below_zero: bool = False) -> Html:
    """A small square filled as on the map."""
    square = el("rect", x=1, y=1, width=26, height=18, stroke="currentColor", **paint(name, fill, shade))
    return el("svg", square, viewBox="0 0 28 20", width=28, height=20, aria_hidden="true", cls="sample minus" if below_zero else "sample")
