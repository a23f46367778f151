"""Lines and scales of drawings where numbers are odd: nothing to draw, one value, closed lines, the far side of the world."""

import json
from pathlib import Path

import pytest

from rsmms.pages.charts.scale import Scale
from rsmms.pages.charts.simplify import arcs_of, main, ring, simplified


@pytest.mark.parametrize(("value", "place"), [(0, 10), (50, 60), (100, 110)])
def test_a_scale_is_straight(value: float, place: float):
    """Ends on ends, the middle in the middle."""
    assert Scale(0, 100, 10, 110)(value) == place


def test_a_scale_of_one_value_puts_it_in_the_middle():
    """Where lowest and highest are the same there is no length to measure by."""
    assert Scale(7, 7, 0, 100)(7) == 50


@pytest.mark.parametrize(("points", "kept"), [
    ([], []), ([(0, 0)], [(0, 0)]), ([(0, 0), (9, 9)], [(0, 0), (9, 9)]),
    ([(0, 0), (5, 0.1), (10, 0)], [(0, 0), (10, 0)]), ([(0, 0), (5, 3), (10, 0)], [(0, 0), (5, 3), (10, 0)]),
    ([(0, 0), (4, 0), (4, 4), (0, 0)], [(0, 0), (4, 4), (0, 0)]),
])  # fmt: skip
def test_a_line_keeps_what_can_be_seen(points: list[tuple[float, float]], kept: list[tuple[float, float]]):
    """The ends always, others if they are further from the chord than the tolerance; a closed line is measured from its start."""
    assert simplified(points, 1 if len(points) < 4 else 3) == kept


def test_an_islet_is_drawn_finer_than_a_coast():
    """The same wiggle is dropped on an open line and kept on a small closed one."""
    wiggle = [[0, 0], [10, 4], [10, -4], [0, 30], [-20, -30]]
    topology = {"transform": {"scale": [0.01, 0.01], "translate": [0, 0]}, "arcs": [wiggle, [[0, 0], [2000, 4], [2000, -4]]]}
    islet, coast = arcs_of(topology)

    assert islet[0] == islet[-1]
    assert len(islet) > 2
    assert len(coast) == 2


def test_an_outline_joins_arcs_forwards_and_backwards():
    """The point that two arcs share stands once."""
    arcs = [[(10.0, 10.0), (20.0, 10.0)], [(10.0, 10.0), (20.0, 20.0), (20.0, 10.0)]]

    assert ring([0, ~1], arcs) == [(10, 10), (20, 10), (20, 20), (10, 10)]


def test_the_shapes_are_written_as_a_file(tmp_path: Path):
    """From a file of the world to one of the drawing, for the countries named."""
    source, target = tmp_path / "world.json", tmp_path / "shapes.json"
    square = [[0, 0], [300, 0], [0, 300], [-300, 0], [0, -300]]
    source.write_text(json.dumps({
        "transform": {"scale": [0.01, 0.01], "translate": [1, 6]}, "arcs": [square],
        "objects": {"countries": {"geometries": [{"type": "Polygon", "id": "768", "properties": {"name": "Togo"}, "arcs": [[0]]}]}},
    }), encoding="utf-8")  # fmt: skip
    main([str(source), str(target), "TGO"])

    made = json.loads(target.read_text(encoding="utf-8"))
    assert list(made["paths"]) == ["TGO"]
    assert made["borders"] == []
