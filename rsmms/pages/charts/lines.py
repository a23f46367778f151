"""Values over the years as lines: the first whole with round marks, the second dashed with square ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from rsmms.language.html import Html, el
from rsmms.pages.charts.scale import Scale, round_top
from rsmms.pages.charts.svg import LINE, WIDTH, Frame, Said, Show, exact, label, picture, place, rule

_LEFT, _RIGHT, _HIGH = 62, 18, 130
_GAP = 30
"""Units two years must be apart for both to be written."""
_DASHES = (None, "6 4")


@dataclass(frozen=True)
class Line:
    """One series: its name, its key in the data, its value by year."""

    name: Said
    key: str
    values: dict[int, float]


def line_chart(frame: Frame, lines: Sequence[Line], show: Show) -> Html:
    """Lines from zero to a round top; only the newest value of each is written out."""
    years = sorted({year for line in lines for year in line.values})
    top = round_top(max(v for line in lines for v in line.values.values()))
    head = LINE * len(lines) + 14
    across = Scale(years[0], years[-1], _LEFT, WIDTH - _RIGHT)
    down = Scale(0, top, head + _HIGH, head)
    ranked = sorted(lines, key=lambda line: -line.values[max(line.values)])
    drawn = [_line(line, n, across, down, show, above=line is ranked[0]) for n, line in enumerate(lines)]
    legend = [_legend(line, n) for n, line in enumerate(lines)]
    return picture(frame, head + _HIGH + 36, *legend, _grid(down, top, show), _years(years, across, head + _HIGH + 30), *drawn)


def _grid(down: Scale, top: float, show: Show) -> Html:
    ticks = [el("g", rule(_LEFT, down(v), WIDTH, down(v)), label(show(v), _LEFT - 6, down(v) + 4, anchor="end", size=11)) for v in (0, top / 2, top)]
    return el("g", *ticks, cls="grid")


def _years(years: Sequence[int], across: Scale, y: float) -> Html:
    """Years as far as there is room; the newest is always written."""
    shown: list[int] = []
    for year in reversed(years):
        if not shown or across(shown[-1]) - across(year) >= _GAP:
            shown.append(year)
    return el("g", *(label(Said(str(year)), across(year), y, anchor="middle", size=11) for year in reversed(shown)))


def mark(number: int, x: float, y: float, **data: str) -> Html:
    """A round mark for the first series, a square one for the second."""
    if number == 0:
        return el("circle", cx=place(x), cy=place(y), r=3.5, **data)
    return el("rect", x=place(x - 3.5), y=place(y - 3.5), width=7, height=7, **data)


def _legend(line: Line, number: int) -> Html:
    y = LINE * number + 8
    sample = el("path", d=f"M1 {y}H33", stroke="currentColor", stroke_width=2.5, stroke_dasharray=_DASHES[number])
    return el("g", el("g", sample, mark(number, 17, y), cls=f"s{number + 1}"), label(line.name, 42, y + 4))


def _line(line: Line, number: int, across: Scale, down: Scale, show: Show, *, above: bool) -> Html:
    points = [(year, line.values[year]) for year in sorted(line.values)]
    path = "L".join(f"{place(across(year))} {place(down(value))}" for year, value in points)
    stroke = el("path", d="M" + path, fill="none", stroke="currentColor", stroke_width=2.5, stroke_dasharray=_DASHES[number])
    marks = (mark(number, across(year), down(value), data_key=str(year), data_value=exact(value)) for year, value in points)
    _, value = points[-1]
    newest = label(show(value), WIDTH, down(value) + (-9 if above else 17), anchor="end", bold=True)
    return el("g", el("g", stroke, *marks, cls=f"s{number + 1}"), newest, data_indicator=line.key)
