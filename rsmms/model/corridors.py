"""Corridors: between which countries people move, as the statistics say or as somebody described with sources."""

from collections.abc import Iterable, Mapping

from rsmms.model.corridor import Corridor
from rsmms.model.country import Country

PER_ORIGIN = 7
"""Destinations of each country of the network that get a route of their own."""
Route = tuple[str, str]
"""Alpha-3 codes of origin and destination."""


NOT_COUNTED = 0
"""Rank of a route that is described but not among the largest communities."""


def corridors(countries: Mapping[str, Country], described: Iterable[Corridor] = ()) -> dict[Route, int]:
    """Each route with the rank of its destination: the largest communities abroad of each country of the network, then the described ones."""
    first = (c for c in countries.values() if c.priority)
    counted = {(c.id, code): rank for c in first for rank, code in enumerate(destinations(countries, c)[:PER_ORIGIN], 1)}
    more = {d.route: NOT_COUNTED for d in described if set(d.route) <= set(countries)}
    return {**counted, **{route: rank for route, rank in more.items() if route not in counted}}


def destinations(countries: Mapping[str, Country], country: Country) -> list[str]:
    """Countries where people from here live, largest community first (only countries with a profile).

    Series of two editions are ranked together but never added up.
    """
    sizes: dict[str, float] = {}
    for series in country.series("emigrants_to"):
        for code, value in series.by_country.items():
            if code in countries:
                sizes.setdefault(code, value)
    return sorted(sizes, key=lambda code: (-sizes[code], code))
