"""The last day of a time limit, always on the safe side: earlier where laws count differently, never later."""

from collections.abc import Iterator
from datetime import date, timedelta

from rsmms.model.deadline import Deadline, Unit, Weekday
from rsmms.model.freshness import add_months
from rsmms.model.library import Library

CLOSED_UNKNOWN = (Weekday.FRI, Weekday.SAT, Weekday.SUN)
"""Where no source says which days offices rest: all that may be."""
_ONE = timedelta(days=1)


def last_day(start: date, limit: int, unit: Unit, counted_out: tuple[Weekday, ...] = (), closed: tuple[Weekday, ...] = CLOSED_UNKNOWN) -> date:
    """The day on which somebody should act at the latest.

    The first day counts as day one. Only the rest days of ``counted_out`` are left out of working days, holidays never are.
    A last day on which offices are ``closed`` moves back, but not before the first day.

    >>> last_day(date(2026, 11, 30), 3, Unit.MONTHS, closed=(Weekday.SAT, Weekday.SUN))
    datetime.date(2027, 2, 26)
    """
    return max(start, _open_day(_counted(start, limit, unit, counted_out), closed))


def _counted(start: date, limit: int, unit: Unit, counted_out: tuple[Weekday, ...]) -> date:
    if unit == Unit.DAYS:
        return start + _ONE * (limit - 1)
    if unit == Unit.WORKING_DAYS:
        return _working(start, limit, {day.number for day in counted_out})
    return add_months(start, limit * (12 if unit == Unit.YEARS else 1)) - _ONE


def _working(start: date, limit: int, rest: set[int]) -> date:
    """The day on which so many working days have passed, the first day included."""
    day, left = start, limit - (start.weekday() not in rest)
    while left > 0:
        day += _ONE
        left -= day.weekday() not in rest
    return day


def _open_day(day: date, closed: tuple[Weekday, ...]) -> date:
    numbers = {weekday.number for weekday in closed}
    while day.weekday() in numbers:
        day -= _ONE
    return day


def rest_days(library: Library, deadline: Deadline) -> tuple[tuple[Weekday, ...], tuple[Weekday, ...]]:
    """The days left out of working days, and the days on which offices are closed: sourced, or the safe side of each."""
    week = library.working_weeks.get(deadline.country)
    known = deadline.rest or (week.rest if week else ())
    return known if deadline.unit == Unit.WORKING_DAYS else (), known or CLOSED_UNKNOWN


def last_day_of(library: Library, deadline: Deadline, start: date) -> date:
    """The last day of a limit in its country, for an event on a day."""
    counted_out, closed = rest_days(library, deadline)
    return last_day(start, deadline.limit, deadline.unit, counted_out, closed)


def deadlines_in(library: Library, country: str, situation: str | None = None) -> Iterator[Deadline]:
    """The limits of a country, all or those of one situation, in the order of the file."""
    for deadline in library.deadlines.values():
        if deadline.country == country and (situation is None or situation in deadline.situations):
            yield deadline


def length_key(deadline: Deadline) -> str:
    """The text of the site that says a length in the law's own unit: one day, several working days."""
    return f"deadline_{deadline.unit.value.removesuffix('s')}{'' if deadline.limit == 1 else 's'}"


def limited_situations(library: Library) -> frozenset[str]:
    """Situations for which some country has a limit: elsewhere the page says whom to ask."""
    return frozenset(situation for deadline in library.deadlines.values() for situation in deadline.situations)
