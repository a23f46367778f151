"""Maps: every country once, a link with a title each, told apart without colour, small."""

import json
import re
import xml.etree.ElementTree as ET

import pytest

from rsmms.joins.editions import best
from rsmms.layout.plan import Plan
from rsmms.model.library import Library
from rsmms.pages.charts.classes import bands, rounded
from rsmms.pages.charts.map import borders, outlines
from rsmms.pages.charts.simplify import area, cut, path, shapes, simplified
from rsmms.pages.maps import FILLS, NO_DATA

LIMIT = 40_000
TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[10, 10], [0, -10]], [[10, 0], [-10, 0], [0, 10], [10, 0]], [[10, 10], [10, 0], [0, -10], [-10, 0]]],
    "objects": {"countries": {"geometries": [
        {"type": "Polygon", "id": "768", "properties": {"name": "Togo"}, "arcs": [[0, 1]]},
        {"type": "Polygon", "id": "204", "properties": {"name": "Benin"}, "arcs": [[2, -1]]},
    ]}},
}  # fmt: skip
"""Two squares side by side that share an arc."""


def drawing(body: str) -> ET.Element:
    """The map of a page as a tree."""
    found = next(s for s in re.findall(r"<svg.*?</svg>", body, re.DOTALL) if "map-t" in s)
    return ET.fromstring(found)


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_every_country_is_on_the_map_with_a_link_and_a_title(plan: Plan, library: Library, language: str) -> None:
    """All ninety (of an African treaty those that may join), each once, in the status its file gives."""
    for instrument in library.instruments.values():
        svg = drawing(plan.pages[language, f"conventions/{instrument.slug}/carte.md"].body)
        links = svg.findall("a")
        assert {a.attrib["data-key"] for a in links} == {code for code in library.countries if instrument.concerns(code)}
        for link in links:
            title = link.find("title")
            assert link.attrib["href"]
            assert title is not None
            assert title.text
            assert link.attrib["data-value"] == library.countries[link.attrib["data-key"]].status(instrument.id).value


def test_maps_are_small_and_described(plan: Plan) -> None:
    """At most 40 kB each, with title and description."""
    maps = [p for p in plan.pages.values() if p.id.startswith("map-")]

    assert len(maps) > 90
    for page in maps:
        found = next(s for s in re.findall(r"<svg.*?</svg>", page.body, re.DOTALL) if "map-t" in s)
        assert len(found.encode()) <= LIMIT, page.path
        assert "<title" in found
        assert "<desc" in found


def test_statuses_are_told_apart_without_colour() -> None:
    """No two statuses look the same, in any colour of ink."""
    assert len(set(FILLS.values())) == len(FILLS)


def test_values_on_indicator_maps_equal_the_data(plan: Plan, library: Library) -> None:
    """Every value drawn is the value of the edition the page names; countries without one are hatched."""
    for indicator in library.indicators.values():
        page = plan.pages.get(("en", f"indicateurs/{indicator.id.replace('_', '-')}/carte.md"))
        if not page:
            continue
        edition = best(library, indicator.id)
        assert edition is not None
        links = drawing(page.body).findall("a")
        shown = {a.attrib["data-key"]: float(a.attrib["data-value"]) for a in links if "data-value" in a.attrib}
        assert shown == edition.values
        assert all(NO_DATA in a.attrib["fill"] for a in links if "data-value" not in a.attrib)


def test_classes_hold_about_as_many_countries_each(library: Library) -> None:
    """Five classes with round bounds, every value in exactly one, none with twice the countries of another."""
    edition = best(library, "emigrant_share_of_population")
    assert edition is not None
    listed = bands(list(edition.values.values()))
    counts = [sum(band.holds(v) for v in edition.values.values()) for band in listed]

    assert len(listed) == 5
    assert sum(counts) == 90
    assert max(counts) <= 2 * min(counts)
    assert all(band.high is None or band.high == rounded(band.high) for band in listed)


def test_signed_values_have_a_scale_with_two_sides(library: Library) -> None:
    """No class holds values on both sides of zero; the strongest shades are at the ends, and the sides differ in their drawing too."""
    edition = best(library, "net_migration")
    assert edition is not None
    listed = bands(list(edition.values.values()))
    below, above = [b for b in listed if b.below_zero], [b for b in listed if not b.below_zero]

    assert len(below) >= 2
    assert len(above) >= 2
    assert below[-1].high == above[0].low == 0
    assert below[0].shade == above[-1].shade == 1
    assert {b.below_zero for b in listed for v in edition.values.values() if b.holds(v) and v < 0} == {True}


def test_few_or_equal_values_have_fewer_classes() -> None:
    """One value, the same value often, and zero: each in one class, nothing is lost."""
    for values in ([7.0], [3.0] * 9, [0.0, 0.0], [0.0, 5.0], [-4.0, 0.0], [-1.0, 1.0], [0.4, 0.5, 1e9]):
        listed = bands(values)
        assert [sum(band.holds(v) for band in listed) for v in values] == [1] * len(values)


def test_a_legend_reads_as_ranges(plan: Plan) -> None:
    """Round numbers in words, with a true minus, the same in each language."""
    french = plan.pages["fr", "indicateurs/net-migration/carte.md"].body
    english = plan.pages["en", "indicateurs/net-migration/carte.md"].body

    assert re.search(r"jusqu’à <bdi[^>]*>\u2212\d", french)
    assert re.search(r"from <bdi[^>]*>0</bdi> to ", english)
    assert 'class="minus"' in french


def test_outlines_are_compact_and_say_where_they_come_from(library: Library) -> None:
    """All countries, whole numbers only, origin and licence told, neighbours that everybody knows."""
    loaded = outlines()

    assert set(loaded["paths"]) == set(library.countries)
    assert "public domain" in loaded["origin"]
    assert "world-atlas" in loaded["origin"]
    assert len(json.dumps(loaded)) < 26_000
    assert all(re.fullmatch(r"[mz\d -]+", p) for p in loaded["paths"].values())
    togo = {code for pair in borders() if "TGO" in pair for code in pair}
    assert togo == {"TGO", "BEN", "GHA", "BFA"}


def test_simplifying_keeps_ends_and_corners() -> None:
    """A straight line loses its middle; a corner stays."""
    assert simplified([(0, 0), (5, 0.1), (10, 0)], 1) == [(0, 0), (10, 0)]
    assert simplified([(0, 0), (5, 9), (10, 0)], 1) == [(0, 0), (5, 9), (10, 0)]


def test_shapes_of_a_small_topology() -> None:
    """Two squares that share an arc are neighbours; the unwanted one becomes land of others."""
    made = shapes(TOPOLOGY, frozenset({"TGO", "BEN"}))
    alone = shapes(TOPOLOGY, frozenset({"TGO"}))

    assert made["borders"] == ["BEN-TGO"]
    assert set(made["paths"]) == {"BEN", "TGO"}
    assert alone["borders"] == []
    assert set(alone["paths"]) == {"TGO"}
    assert alone["others"]


def test_paths_and_cuts() -> None:
    """A square written as steps, its area, and its lower half."""
    square = [(0, 0), (10, 0), (10, 10), (0, 10)]

    assert path([square]) == "m0 0 10 0 0 10-10 0z"
    assert area(square) == 100
    assert area(cut(square, 4, above=False)) == 60
