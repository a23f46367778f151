"""Outlines at the edges of the drawing: far outside, across the date line, south of the Sahara line, and very small."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import ROOT
from rsmms.pages.charts.simplify import SAHARA, WIDTH, projected, ring, shapes

UNIT = 0.01
"""Degrees that one step of these topologies is worth."""
Box = tuple[float, float, float, float]


def topology(**countries: tuple[str, Box]) -> dict[str, object]:
    """Rectangles (west, south, east, north) by name, each with the numeric code of its country."""
    boxes = [[round(degrees / UNIT) for degrees in box] for _, box in countries.values()]
    arcs = [[[w, s], [e - w, 0], [0, n - s], [w - e, 0], [0, s - n]] for w, s, e, n in boxes]
    listed = [{"type": "Polygon", "id": code, "properties": {"name": name}, "arcs": [[number]]} for number, (name, (code, _)) in enumerate(countries.items())]
    return {"transform": {"scale": [UNIT, UNIT], "translate": [0, 0]}, "arcs": arcs, "objects": {"countries": {"geometries": listed}}}


def rows(path: str) -> list[int]:
    """The heights of all corners of a path of one outline."""
    steps = [int(n) for n in path[1:-1].replace("-", " -").split()]
    return [sum(steps[1 : 2 * n + 2 : 2]) for n in range(len(steps) // 2)]


def test_western_sahara_is_no_part_of_morocco():
    """What the source draws as one is parted at the line: the north is Morocco, the south the land of no listed State."""
    made = shapes(topology(Morocco=("504", (-13, 21, -3, 35))), frozenset({"MAR"}))
    line = round(projected(0, SAHARA[1])[1])

    assert max(rows(made["paths"]["MAR"])) == line
    assert min(rows(made["others"])) == line
    assert min(rows(made["paths"]["MAR"])) < line < max(rows(made["others"]))


def test_other_countries_are_not_parted():
    """The same land under another code stays whole."""
    made = shapes(topology(Algeria=("012", (-13, 21, -3, 35))), frozenset({"DZA"}))

    assert made["others"] == ""
    assert max(rows(made["paths"]["DZA"])) == round(projected(0, 21)[1])


def test_a_land_across_the_date_line_is_drawn_to_one_side():
    """Its far end continues in the east and does not come back in the west."""
    corners = [(30, 50), (179, 50), (-170, 66), (30, 66), (30, 50)]
    made = ring([0], [[projected(*corner) for corner in corners]])

    assert min(x for x, _ in made) == round(projected(30, 0)[0])
    assert max(x for x, _ in made) > WIDTH


@pytest.mark.parametrize(("far", "edge"), [("west", (-15, None)), ("north", (None, -15))])
def test_a_walk_outside_the_window_is_a_straight_line(far: str, edge: tuple[int | None, int | None]):
    """Points far outside are drawn to the edge; those between two others on it say nothing and go."""
    inside, outside = [(100.0, 100.0), (100.0, 300.0)], [(-200.0, 300.0), (-400.0, 250.0), (-300.0, 200.0), (-200.0, 100.0)]
    points = [*inside, *outside, inside[0]]
    made = ring([0], [points if far == "west" else [(y, x) for x, y in points]])

    assert len(made) == 5
    assert sum((edge[0] is None or x == edge[0]) and (edge[1] is None or y == edge[1]) for x, y in made) == 2


def test_a_very_small_country_gets_a_mark_in_its_middle():
    """Larger ones need none."""
    made = shapes(topology(Togo=("768", (0, 6, 0.5, 6.5)), Benin=("204", (2, 6, 6, 12))), frozenset({"TGO", "BEN"}))
    x, y = projected(0.25, 6.25)

    assert list(made["marks"]) == ["TGO"]
    assert made["marks"]["TGO"] == [pytest.approx(x, abs=1), pytest.approx(y, abs=1)]


def test_land_outside_the_window_is_not_drawn():
    """A country of another continent adds nothing to the land of others."""
    made = shapes(topology(Peru=("604", (-80, -18, -70, 0)), Togo=("768", (0, 6, 2, 11))), frozenset({"TGO"}))

    assert made["others"] == ""
    assert list(made["paths"]) == ["TGO"]


def test_the_command_of_the_docstring(tmp_path: Path):
    """Source, target and codes on the command line, as the module says how to run it."""
    source, target = tmp_path / "world.json", tmp_path / "shapes.json"
    source.write_text(json.dumps(topology(Togo=("768", (0, 6, 2, 11)))), encoding="utf-8")
    command = [sys.executable, "-m", "rsmms.pages.charts.simplify", str(source), str(target), "TGO"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert list(json.loads(target.read_text(encoding="utf-8"))["paths"]) == ["TGO"]


def test_a_country_that_the_drawing_does_not_reach():
    """Peru lies outside: it has neither outline nor mark, and the others are drawn."""
    made = shapes(topology(Peru=("604", (-80, -18, -69, 0)), Togo=("768", (0, 6, 2, 11))), frozenset({"PER", "TGO"}))

    assert made["paths"]["PER"] == ""
    assert "PER" not in made["marks"]
    assert made["paths"]["TGO"]
