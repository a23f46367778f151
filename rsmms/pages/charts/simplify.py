"""Makes ``shapes.json``, the outlines of the map, from the npm package ``world-atlas`` (Natural Earth, public domain).

Run once, by hand, when the outlines must change::

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m rsmms.pages.charts.simplify package/countries-50m.json rsmms/pages/charts/shapes.json ISO3 ISO3 …

Borders are simplified arc by arc, so that neighbours still fit; two countries that share an arc are neighbours.
The drawing is a plate carrée with 30° as standard parallel, cut to Africa, Europe and the near Middle East.
"""

import json
import math
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry

WEST, EAST, SOUTH, NORTH = -26.0, 61.0, -35.5, 70.6
WIDTH = 1000
_PARALLEL = math.cos(math.radians(30))
_UNIT = WIDTH / ((EAST - WEST) * _PARALLEL)
HEIGHT = round((NORTH - SOUTH) * _UNIT)
TOLERANCE = 2.6
"""Drawing units by which a simplified border may be wrong."""
FINE, ISLET = 0.4, 25
"""The finer tolerance for closed arcs that are less wide than this."""
SPECK, SMALL = 14, 260
"""Areas: islands below the first are left out; countries below the second get a round mark."""
_MARGIN = 15
_ROUND = 360 * _PARALLEL * _UNIT
"""Once around the Earth, to join outlines that cross the date line."""
MERGED = {"Somaliland": "SOM", "N. Cyprus": "CYP"}
"""Shapes without an ISO code that the United Nations count with a member State."""
SAHARA = ("MAR", 27.667)
"""South of this parallel the source draws Western Sahara as Morocco; the United Nations keep it apart, and so do we."""
ORIGIN = "Natural Earth 1:50m (public domain), through the npm package world-atlas 2.0.2 (ISC, Michael Bostock), simplified"

Point = tuple[float, float]


def projected(longitude: float, latitude: float) -> Point:
    """A place on the drawing."""
    return (longitude - WEST) * _PARALLEL * _UNIT, (NORTH - latitude) * _UNIT


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker: the ends stay, a point stays if it is further from the chord than the tolerance."""
    if len(points) < 3:
        return list(points)
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = math.hypot(x2 - x1, y2 - y1)

    def distance(p: Point) -> float:
        if length == 0:
            return math.hypot(p[0] - x1, p[1] - y1)
        return abs((x2 - x1) * (y1 - p[1]) - (x1 - p[0]) * (y2 - y1)) / length

    far = max(range(1, len(points) - 1), key=lambda i: distance(points[i]))
    if distance(points[far]) <= tolerance:
        return [points[0], points[-1]]
    return simplified(points[: far + 1], tolerance)[:-1] + simplified(points[far:], tolerance)


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON file, projected and simplified."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    made = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(projected(x * sx + tx, y * sy + ty))
        made.append(simplified(points, FINE if _is_islet(points) else TOLERANCE))
    return made


def _is_islet(points: Sequence[Point]) -> bool:
    """True for a small closed arc, which would vanish."""
    wide = max(p[0] for p in points) - min(p[0] for p in points)
    return points[0] == points[-1] and wide < ISLET


def ring(numbers: Iterable[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """The outline that some arcs make; ``~n`` is arc ``n`` backwards. Points far outside are drawn to the edge."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else list(reversed(arcs[~number]))
        points += arc[1:] if points else arc
    if max(p[0] for p in points) - min(p[0] for p in points) > _ROUND / 2:
        points = [(x + _ROUND if x < 0 else x, y) for x, y in points]
    kept = [(round(min(max(x, -_MARGIN), WIDTH + _MARGIN)), round(min(max(y, -_MARGIN), HEIGHT + _MARGIN))) for x, y in points]
    return _along_the_edge([p for i, p in enumerate(kept) if i == 0 or p != kept[i - 1]])


def _along_the_edge(points: Sequence[Point]) -> list[Point]:
    """An outline without its walks up and down the edge of the drawing: they show nothing and were most of its bytes."""
    made: list[Point] = []
    for point in points:
        while len(made) > 1 and _edges(made[-2]) & _edges(made[-1]) & _edges(point):
            made.pop()
        made.append(point)
    return made


def _edges(point: Point) -> set[str]:
    x, y = point
    found = {"left": x <= -_MARGIN, "right": x >= WIDTH + _MARGIN, "top": y <= -_MARGIN, "bottom": y >= HEIGHT + _MARGIN}
    return {name for name, is_there in found.items() if is_there}


def cut(points: Sequence[Point], y: float, *, above: bool) -> list[Point]:
    """The part of an outline above or below a horizontal line (Sutherland and Hodgman)."""
    made: list[Point] = []
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if (y1 <= y) == above:
            made.append((x1, y1))
        if (y1 <= y) != (y2 <= y):
            made.append((round(x1 + (y - y1) * (x2 - x1) / (y2 - y1)), round(y)))
    return made


def area(points: Sequence[Point]) -> float:
    """The area of an outline."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True))) / 2


def path(rings: Iterable[Sequence[Point]]) -> str:
    """Outlines as one SVG path of whole, relative steps; each starts from where the last one began."""
    made = ""
    start: Point = (0, 0)
    for points in rings:
        steps = [(points[0][0] - start[0], points[0][1] - start[1])]
        steps += [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
        steps = steps[:-1] if points[-1] == points[0] else steps
        made += "m" + " ".join(f"{dx:.0f} {dy:.0f}" for dx, dy in steps).replace(" -", "-") + "z"
        start = points[0]
    return made


def code_of(geometry: dict[str, Any]) -> str:
    """The alpha-3 code of a shape; empty for one without a code of its own."""
    found = pycountry.countries.get(numeric=str(geometry.get("id", "")).zfill(3))
    return found.alpha_3 if found else MERGED.get(geometry["properties"]["name"], "")


def shapes(topology: dict[str, Any], wanted: frozenset[str]) -> dict[str, Any]:
    """Paths of the wanted countries, of all others together, marks of small ones, and who borders on whom."""
    arcs = arcs_of(topology)
    rings: dict[str, list[list[Point]]] = {}
    used: dict[int, set[str]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = code_of(geometry)
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]] if geometry["type"] == "Polygon" else []
        for polygon in polygons:
            for outline in polygon:
                _add(rings, code if code in wanted else "", ring(outline, arcs))
                for number in outline:
                    used.setdefault(number if number >= 0 else ~number, set()).add(code)
    found = {code: _visible(listed) for code, listed in sorted(rings.items())}
    return {
        "origin": ORIGIN, "size": [WIDTH, HEIGHT], "others": path(found.pop("", [])),
        "paths": {code: path(listed) for code, listed in found.items()},
        "marks": {code: _middle(listed[0]) for code, listed in found.items() if listed and sum(map(area, listed)) < SMALL},
        "borders": _borders(used, wanted),
    }  # fmt: skip


def _add(rings: dict[str, list[list[Point]]], code: str, outline: list[Point]) -> None:
    """Put an outline with its country; what lies south of the Sahara line goes to the land of no listed State."""
    if code == SAHARA[0]:
        line = projected(0, SAHARA[1])[1]
        rings.setdefault("", []).append(cut(outline, line, above=False))
        outline = cut(outline, line, above=True)
    rings.setdefault(code, []).append(outline)


def _visible(listed: Sequence[list[Point]]) -> list[list[Point]]:
    """Outlines inside the window, the largest first; specks only where a country has nothing else."""
    inside = [r for r in listed if len(r) > 2 and any(0 < x < WIDTH and 0 < y < HEIGHT for x, y in r)]
    ordered = sorted(inside, key=area, reverse=True)
    return [r for n, r in enumerate(ordered) if n == 0 or area(r) >= SPECK]


def _middle(points: Sequence[Point]) -> list[int]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return [round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2)]


def _borders(used: dict[int, set[str]], wanted: frozenset[str]) -> list[str]:
    pairs = {"-".join(sorted(codes)) for codes in used.values() if len(codes) == 2 and codes <= wanted}
    return sorted(pairs)


def main(arguments: Sequence[str]) -> None:
    """Read the first file, write the second, for the countries named after them."""
    source, target, *codes = arguments
    made = shapes(json.loads(Path(source).read_text(encoding="utf-8")), frozenset(codes))
    Path(target).write_text(json.dumps(made, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
