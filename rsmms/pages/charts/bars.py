"""Amounts side by side: bars that lie (names of any length stand above them), columns that stand (years)."""

from collections.abc import Sequence
from dataclasses import dataclass

from rsmms.language.html import Html, el
from rsmms.pages.charts.scale import Scale, round_top
from rsmms.pages.charts.svg import WIDTH, Frame, Said, Show, exact, label, picture, place, rule

_ROW, _THICK = 36, 11
_HIGH, _HEAD = 120, 22
_LEFT = 4


@dataclass(frozen=True)
class Bar:
    """One amount: whose, its key in the data, its value, and the value as readers see it."""

    name: Said
    key: str
    value: float
    shown: Said
    hollow: bool = False
    """Drawn as an outline: another kind of amount than the full bars."""
    indicator: str = ""


def bar_chart(frame: Frame, bars: Sequence[Bar], *, whole: float | None = None) -> Html:
    """Lying bars; ``whole`` is the full width (100 for shares, whose bars then show what is missing)."""
    top = whole or max((b.value for b in bars), default=1) or 1
    rows = (_bar(bar, number * _ROW, top, outlined=whole is not None) for number, bar in enumerate(bars))
    return picture(frame, len(bars) * _ROW + 2, *rows)


def _bar(bar: Bar, y: float, top: float, *, outlined: bool) -> Html:
    wide = max(WIDTH * bar.value / top, 1.5)
    top_edge = y + 18
    room = el("rect", x=.5, y=top_edge, width=WIDTH - 1, height=_THICK, fill="none", stroke="currentColor", opacity=".35") if outlined else ""
    paint = {"fill": "none", "stroke": "currentColor", "stroke_width": 2} if bar.hollow else {}
    edge = 1 if bar.hollow else 0
    full = el("rect", x=edge, y=top_edge + edge, width=place(max(wide - 2 * edge, 1)), height=_THICK - 2 * edge,
              data_key=bar.key, data_value=exact(bar.value), **paint)  # fmt: skip
    return el("g", label(bar.name, 0, y + 13), label(bar.shown, WIDTH, y + 13, anchor="end", bold=True), room,
              el("g", full, cls="s2" if bar.hollow else "s1"), data_indicator=bar.indicator or None)  # fmt: skip


def column_chart(frame: Frame, key: str, values: dict[int, float], show: Show) -> Html:
    """Standing columns, one a year; a year without a figure stays empty. The largest and the newest are written out."""
    first, last = min(values), max(values)
    top = round_top(max(values.values()))
    step = (WIDTH - _LEFT) / (last - first + 1)
    down = Scale(0, top, _HEAD + _HIGH, _HEAD)
    columns = (_column(_LEFT + (year - first) * step, step, down(values[year]), year, values[year]) for year in sorted(values))
    peak = max(values, key=lambda y: (values[y], y))
    told = [y for y in dict.fromkeys((peak, last)) if y == last or last - peak >= 5]
    written = [_written(_LEFT + (y - first + 0.5) * step, down(values[y]), show(values[y])) for y in told]
    return picture(frame, _HEAD + _HIGH + 20, rule(0, _HEAD + _HIGH, WIDTH, _HEAD + _HIGH),
                   el("g", *columns, cls="s1", data_indicator=key), *written, *_years(first, last, step))  # fmt: skip


def _column(x: float, step: float, y: float, year: int, value: float) -> Html:
    wide = min(step * 0.76, 40)
    return el("rect", x=place(x + (step - wide) / 2), y=place(y), width=place(wide), height=place(max(_HEAD + _HIGH - y, 1)),
              data_key=str(year), data_value=exact(value))  # fmt: skip


def _written(x: float, y: float, text: Said) -> Html:
    """A value above its column, kept inside the picture."""
    half = len(text.text) * 3.4
    anchor, x = ("end", WIDTH) if x + half > WIDTH else ("start", 0) if x - half < 0 else ("middle", x)
    return label(text, x, y - 6, anchor=anchor, bold=True)


def _years(first: int, last: int, step: float) -> list[Html]:
    """The first and the last year, and every fifth that has room between them."""
    shown = [y for y in range(first, last + 1) if y in (first, last) or (y % 5 == 0 and min(y - first, last - y) * step > 32)]
    y = _HEAD + _HIGH + 15
    ends = {first: ("start", float(_LEFT)), last: ("end", float(WIDTH))}
    made = []
    for year in shown:
        anchor, x = ends.get(year, ("middle", _LEFT + (year - first + 0.5) * step))
        made.append(label(Said(str(year)), x, y, anchor=anchor, size=11))
    return made
