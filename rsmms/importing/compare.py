"""What a new file changes: value by value, before anything is written."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from rsmms.importing.found import Found, Said, rounded
from rsmms.model.country import Country, Series
from rsmms.model.imports import DataSet, ImportedSeries
from rsmms.model.library import Library

K = TypeVar("K", int, str)


@dataclass(frozen=True, slots=True)
class Value:
    """One value before and after; ``None`` where there is none."""

    place: str
    """A year, or a country."""
    old: float | None
    new: float | None

    @property
    def kind(self) -> str:
        """``new``, ``changed``, ``gone`` or ``same``."""
        if self.old is None:
            return "new"
        return "gone" if self.new is None else "same" if self.old == self.new else "changed"

    @property
    def percent(self) -> float | None:
        """By how many per cent it changes."""
        return None if not self.old or self.new is None else round(100 * (self.new - self.old) / abs(self.old), 1)


@dataclass(frozen=True, slots=True)
class Compared:
    """One series of one country: what the file says beside what is here."""

    country: str
    target: ImportedSeries
    said: Said
    number: int | None
    """Which of the country's figures it is; ``None`` for a new one."""
    values: tuple[Value, ...]
    held: str = ""
    """Why it waits for a person: a key of the messages in ``show``."""

    @property
    def name(self) -> str:
        """What a person confirms: ``TGO/population``."""
        return f"{self.country}/{self.target.indicator}"

    @property
    def changes(self) -> bool:
        """True if a value is new or other."""
        return any(value.kind in ("new", "changed") for value in self.values)

    @property
    def left(self) -> dict[str, float]:
        """Values that the file does not have: they stay, marked as of their old edition."""
        return {value.place: value.old for value in self.values if value.kind == "gone" and value.old is not None}

    @property
    def taken(self) -> dict[str, float]:
        """Values that the file has."""
        return {value.place: value.new for value in self.values if value.new is not None}


def compare(library: Library, dataset: DataSet, found: Found) -> list[Compared]:
    """Every series of the file that has a place here, in the order of countries and of data/imports.yaml."""
    targets = {series.code: series for series in dataset.series}
    order = {code: number for number, code in enumerate(targets)}
    usual = {code: _usual_years(library, series) for code, series in targets.items()}
    listed = [said for said in found.series if said.code in targets and said.country in library.countries]
    listed.sort(key=lambda said: (said.country, order[said.code]))
    return [_compared(library.countries[s.country], targets[s.code], s, usual[s.code]) for s in listed]


def _usual_years(library: Library, target: ImportedSeries) -> frozenset[int]:
    """Years that most countries show for an indicator: those that a new country shows too."""
    shown = Counter(year for c in library.countries.values() for s in c.figures if s.indicator == target.indicator for year in s.values)
    most = max(shown.values(), default=0)
    return frozenset(year for year, count in shown.items() if count * 2 > most)


def _compared(country: Country, target: ImportedSeries, said: Said, usual: frozenset[int]) -> Compared:
    number = _number(country, target)
    old = country.figures[number] if number is not None else None
    values = _by_country(old, said, target.times) if said.by_country else _by_year(old, said, target.times, usual)
    return Compared(country.id, target, said, number, tuple(values))


def _number(country: Country, target: ImportedSeries) -> int | None:
    """Which of a country's figures a series is: that of the edition that is here, not what was kept of older ones."""
    same = [n for n, s in enumerate(country.figures) if (s.indicator, s.source) == (target.indicator, target.source)]
    known = [n for n in same if country.figures[n].edition in (None, target.edition)]
    return next(iter([*known, *same]), None)


def _by_year(old: Series | None, said: Said, times: float, usual: frozenset[int]) -> Iterator[Value]:
    """Years that are shown already, and all later ones than the last that the file has too."""
    before: Mapping[int, float] = old.values if old else {}
    shown = frozenset(before) or usual or frozenset(said.values)
    last = max(shown & said.values.keys(), default=max(shown))
    after = {year: rounded(value * times) for year, value in said.values.items() if year in shown or year > last}
    yield from _values(before, after)


def _by_country(old: Series | None, said: Said, times: float) -> Iterator[Value]:
    """A table of a newer year takes the place of the old one as a whole; in the same year what is not named stays."""
    before = old.by_country if old and old.year == said.year else {}
    yield from _values(before, {code: rounded(value * times) for code, value in said.by_country.items()})


def _values(before: Mapping[K, float], after: Mapping[K, float]) -> Iterator[Value]:
    gone = [place for place in before if place not in after]
    yield from (Value(str(place), before.get(place), value) for place, value in after.items())
    yield from (Value(str(place), before[place], None) for place in gone)
