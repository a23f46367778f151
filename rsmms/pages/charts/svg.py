"""The pieces all pictures share: the frame with its title and description, texts, exact values."""

from collections.abc import Callable
from dataclasses import dataclass

from rsmms.language.html import Html, el

WIDTH = 340
"""Drawing units across: about the width of a small phone, so that 12 units read as 12 pixels there."""
FONT = 12
LINE = 17
"""Height of a line of text."""


@dataclass(frozen=True)
class Said:
    """A text with the language it is in, where that is not the page's."""

    text: str
    language: str | None = None


Show = Callable[[float], Said]
"""Writes a value for readers."""


@dataclass(frozen=True)
class Frame:
    """What every picture has: an id of its own on the page, a title and a description."""

    name: str
    title: Said
    description: Said


def place(value: float) -> str:
    """A coordinate, to a tenth, without a useless zero."""
    return f"{round(value, 1) + 0:g}"


def exact(value: float) -> str:
    """A value as the data has it.

    >>> exact(281994.0), exact(49.343)
    ('281994', '49.343')
    """
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def picture(frame: Frame, height: float, *children: object, width: float = WIDTH) -> Html:
    """An SVG with a title and a description that screen readers speak; texts run left to right in every language."""
    title, about = f"{frame.name}-t", f"{frame.name}-d"
    return el(
        "svg", el("title", frame.title.text, id=title, lang=frame.title.language),
        el("desc", frame.description.text, id=about, lang=frame.description.language), *children,
        viewBox=f"0 0 {place(width)} {place(height)}", role="img", aria_labelledby=f"{title} {about}",
        direction="ltr", font_size=FONT, fill="currentColor",
    )  # fmt: skip


def label(said: Said, x: float, y: float, *, anchor: str | None = None, size: int | None = None, bold: bool = False) -> Html:
    """A line of text at a place."""
    return el("text", said.text, x=place(x), y=place(y), text_anchor=anchor, font_size=size,
              font_weight="700" if bold else None, lang=said.language)  # fmt: skip


def rule(x1: float, y1: float, x2: float, y2: float) -> Html:
    """A thin line of the grid."""
    return el("path", d=f"M{place(x1)} {place(y1)}L{place(x2)} {place(y2)}", stroke="currentColor", opacity=".35")
