"""Pictures: what is drawn equals the data, what is needed to understand it is there, and they stay small."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from rsmms.layout.plan import Plan
from rsmms.model.country import Country
from rsmms.model.library import Library
from rsmms.pages.charts.bars import Bar, bar_chart, column_chart
from rsmms.pages.charts.lines import Line, line_chart
from rsmms.pages.charts.scale import Scale, round_top
from rsmms.pages.charts.svg import Frame, Said, exact, place
from rsmms.pages.pictures import share_of_women

FRAME = Frame("x", Said("Title"), Said("About"))
LIMIT = 8_000
"""Bytes of a picture."""
BUDGET = 40_000


def drawn(body: str) -> Iterator[ET.Element]:
    """Every chart in a body as a tree; that they parse as XML shows that they stand as files too."""
    for figure in re.findall(r'<figure class="chart">.*?</figure>', body, re.DOTALL):
        svg = re.search(r"<svg.*?</svg>", figure, re.DOTALL)
        assert svg
        yield ET.fromstring(svg[0])


def values(svg: ET.Element) -> Iterator[tuple[str, str, float]]:
    """Indicator, key and value of everything a picture draws."""
    for group in svg.iter():
        if "data-indicator" in group.attrib:
            for mark in group.iter():
                if "data-value" in mark.attrib:
                    yield group.attrib["data-indicator"], mark.attrib["data-key"], float(mark.attrib["data-value"])


def known(country: Country, indicator: str, key: str) -> set[float]:
    """Every value that the data gives for an indicator and a year or another country."""
    found = {s.values[int(key)] for s in country.series(indicator) if key.isdigit() and int(key) in s.values}
    found |= {s.by_country[key] for s in country.series(indicator) if key in s.by_country}
    return found


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_every_number_drawn_is_in_the_data(plan: Plan, library: Library, language: str) -> None:
    """Each value of each picture of each country stands in the country's file; shares of women are computed from it."""
    count = 0
    for country in library.countries.values():
        for svg in drawn(plan.pages[language, f"pays/{country.slug}/chiffres.md"].body):
            women = "women" in svg.attrib["aria-labelledby"]
            for indicator, key, value in values(svg):
                expected = {share_of_women(country, indicator, indicator + "_female")[int(key)]} if women else known(country, indicator, key)
                assert value in expected, (country.id, indicator, key)
                count += 1

    assert count > 5_000


def test_one_picture_draws_one_source(plan: Plan, library: Library) -> None:
    """The years of a line come from one edition: together they are the values of one series."""
    togo = library.countries["TGO"]
    lines: dict[str, dict[int, float]] = {}
    for svg in drawn(plan.pages["fr", "pays/togo/chiffres.md"].body):
        if "chart-migrants-t" in svg.attrib["aria-labelledby"]:
            for indicator, key, value in values(svg):
                lines.setdefault(indicator, {})[int(key)] = value

    assert lines == {i: togo.series(i)[0].values for i in ("international_migrant_stock", "emigrant_stock")}


def test_pictures_are_described_and_have_their_table(plan: Plan) -> None:
    """Role, title, description, and a table behind each picture of a country."""
    body = plan.pages["en", "pays/togo/chiffres.md"].body
    pictures = list(drawn(body))

    assert len(pictures) >= 7
    for svg in pictures:
        assert svg.attrib["role"] == "img"
        ids = svg.attrib["aria-labelledby"].split()
        texts = {e.attrib["id"]: e.text for e in svg if e.tag in ("title", "desc")}
        assert all(texts[i] for i in ids)
    for figure in re.findall(r"<figure.*?</figure>", body, re.DOTALL):
        assert "<details>" in figure
        assert "<table" in figure


def test_pictures_are_small_and_pages_keep_their_budget(plan: Plan) -> None:
    """No picture over 8 kB, no page of figures over 40 kB brotli with room for the frame of the page."""
    import brotli

    pages = [p for p in plan.pages.values() if p.id.startswith("figures-")]
    largest = max(len(svg.encode()) for p in pages for svg in re.findall(r"<svg.*?</svg>", p.body, re.DOTALL))
    heaviest = max(pages, key=lambda p: len(p.body))

    assert largest <= LIMIT
    assert len(brotli.compress(heaviest.body.encode(), quality=9)) < BUDGET - 12_000


def test_nothing_in_a_picture_needs_script_or_style(plan: Plan) -> None:
    """No style attribute, no event, no link outside: the strict policy allows all of it."""
    body = "".join(p.body for p in plan.pages.values() if p.kind == "indicator" or p.id.startswith("figures-"))

    assert not re.search(r"<svg[^>]*style=| style=\"|<style| on[a-z]+=\"|<script", body)


def test_two_series_differ_without_colour() -> None:
    """The second line is dashed and has square marks."""
    one, two = Line(Said("A"), "a", {2000: 1, 2010: 3}), Line(Said("B"), "b", {2000: 2, 2010: 2.5})
    made = line_chart(FRAME, [one, two], lambda v: Said(str(v)))

    assert made.count("<circle") == 3
    assert made.count('data-value="2.5"') == 1
    assert made.count('stroke-dasharray="6 4"') == 2
    assert made.count("<rect") == 3


def test_a_year_without_a_figure_has_no_column() -> None:
    """Three values over five years are three columns."""
    made = column_chart(FRAME, "money", {2010: 1, 2012: 5, 2014: 2}, lambda v: Said(str(v)))

    assert re.findall(r'data-key="(\d+)" data-value="(\d+)"', made) == [("2010", "1"), ("2012", "5"), ("2014", "2")]


def test_bars_are_as_long_as_their_values() -> None:
    """Half the value is half the length."""
    made = bar_chart(FRAME, [Bar(Said("A"), "AAA", 200, Said("200")), Bar(Said("B"), "BBB", 100, Said("100"))])

    assert re.findall(r'width="(\d+)" height="11"', made) == ["340", "170"]


def test_text_from_data_cannot_become_markup() -> None:
    """A name with angle brackets is shown, not read."""
    made = bar_chart(FRAME, [Bar(Said("<script>alert(1)</script>"), "AAA", 1, Said("1"))])

    assert "<script" not in made
    assert "&lt;script&gt;" in made


@pytest.mark.parametrize(("value", "top"), [(0, 1), (1, 1), (7, 8), (49.3, 50), (584790, 600000), (1_000_000, 1_000_000)])
def test_round_tops(value: float, top: float) -> None:
    """The scale ends at a round number not below the largest value."""
    assert round_top(value) == top


def test_scale_and_written_numbers() -> None:
    """Straight scales, coordinates to a tenth, exact values in full."""
    assert Scale(0, 10, 100, 0)(5) == 50
    assert [place(v) for v in (1.0, 2.25, -0.01, 33.333)] == ["1", "2.2", "0", "33.3"]
    assert [exact(v) for v in (281994.0, 49.343, -7725.0)] == ["281994", "49.343", "-7725"]
