"""Figures of many countries side by side: always one source and one year, so that nothing is mixed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rsmms.model.library import Library

ENOUGH = 0.8
"""A newer year is preferred when it has at least this share of the countries of the fullest year."""


@dataclass(frozen=True)
class Edition:
    """One source and one year of an indicator, with the value of each country."""

    indicator: str
    source: str
    year: int
    values: dict[str, float]


def editions(library: Library, indicator: str, countries: Collection[str] | None = None) -> list[Edition]:
    """All editions of an indicator among some countries (or all), the fullest first, then the newest."""
    wanted = None if countries is None else frozenset(countries)
    return library.memo(("editions", indicator, wanted), lambda: _editions(library, indicator, wanted))


def _editions(library: Library, indicator: str, countries: Collection[str] | None) -> list[Edition]:
    found: dict[tuple[str, int], dict[str, float]] = {}
    for code in library.slugs:
        if countries is None or code in countries:
            for series in library.countries[code].series(indicator):
                for year, value in series.values.items():
                    found.setdefault((series.source, year), {})[code] = value
    made = [Edition(indicator, source, year, values) for (source, year), values in found.items()]
    return sorted(made, key=lambda e: (-len(e.values), -e.year, e.source))


def best(library: Library, indicator: str, countries: Collection[str] | None = None) -> Edition | None:
    """The newest edition that has nearly as many countries as the fullest; ``None`` without figures."""
    found = editions(library, indicator, countries)
    if not found:
        return None
    enough = ENOUGH * len(found[0].values)
    return max((e for e in found if len(e.values) >= enough), key=lambda e: (e.year, len(e.values), e.source))


def common(library: Library, indicator: str, countries: Collection[str]) -> Edition | None:
    """The newest edition in which every one of the countries has a value; ``None`` if there is none."""
    full = [e for e in editions(library, indicator, countries) if len(e.values) == len(set(countries))]
    return max(full, key=lambda e: (e.year, e.source), default=None)


def others(library: Library, edition: Edition) -> Iterator[tuple[str, str, int, float]]:
    """Countries the edition lacks: country, source, year and value of their own newest figure."""
    for country in library.countries.values():
        if country.id not in edition.values:
            newest = next((s for s in country.series(edition.indicator) if s.values), None)
            if newest:
                yield country.id, newest.source, newest.latest, newest.latest_value


def pairs(library: Library, indicator: str) -> tuple[int, str, list[tuple[str, str, float]]]:
    """Year, source and rows (country, other country, value) of a table by country, the largest first."""
    found = [(c.id, s) for c in library.countries.values() for s in c.series(indicator) if s.by_country]
    if not found:
        return 0, "", []
    year, source = max((s.latest, s.source) for _, s in found)
    rows = [
        (here, there, value) for here, s in found if (s.latest, s.source) == (year, source)
        for there, value in s.by_country.items() if there != "OTHER"
    ]  # fmt: skip
    return year, source, sorted(rows, key=lambda r: (-r[2], r[0], r[1]))
