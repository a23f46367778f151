"""The clock: the last day is on the safe side of every way of counting, and never on a day when offices rest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsmms.joins.deadlines import CLOSED_UNKNOWN, deadlines_in, last_day, last_day_of, limited_situations, rest_days
from rsmms.model.base import Confidence
from rsmms.model.deadline import DeadlineKind, Unit, Weekday
from rsmms.model.freshness import add_months
from rsmms.model.library import Library

FRIDAY_SATURDAY = (Weekday.FRI, Weekday.SAT)
WEEKEND = (Weekday.SAT, Weekday.SUN)
DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))
LIMITS = st.integers(1, 400)
WEEKS = st.sampled_from([(), WEEKEND, FRIDAY_SATURDAY, CLOSED_UNKNOWN, (Weekday.FRI,), (Weekday.SUN,)])
ONE = timedelta(days=1)


@pytest.mark.parametrize(("start", "limit", "unit", "rest", "closed", "last"), [
    (date(2026, 11, 30), 7, Unit.DAYS, (), (), date(2026, 12, 6)),
    (date(2026, 11, 30), 7, Unit.DAYS, (), WEEKEND, date(2026, 12, 4)),
    (date(2026, 11, 30), 7, Unit.DAYS, (), FRIDAY_SATURDAY, date(2026, 12, 6)),
    (date(2026, 11, 28), 3, Unit.MONTHS, (), (), date(2027, 2, 27)), (date(2026, 11, 29), 3, Unit.MONTHS, (), (), date(2027, 2, 27)),
    (date(2026, 11, 30), 3, Unit.MONTHS, (), (), date(2027, 2, 27)), (date(2027, 1, 31), 1, Unit.MONTHS, (), (), date(2027, 2, 27)),
    (date(2028, 2, 29), 1, Unit.YEARS, (), (), date(2029, 2, 27)), (date(2027, 3, 1), 1, Unit.YEARS, (), (), date(2028, 2, 29)),
    (date(2026, 11, 30), 20, Unit.WORKING_DAYS, WEEKEND, WEEKEND, date(2026, 12, 25)),
    (date(2026, 11, 29), 5, Unit.WORKING_DAYS, FRIDAY_SATURDAY, FRIDAY_SATURDAY, date(2026, 12, 3)),
    (date(2026, 11, 28), 1, Unit.DAYS, (), CLOSED_UNKNOWN, date(2026, 11, 28)),
])  # fmt: skip
def test_last_days_counted_by_hand(start: date, limit: int, unit: Unit, rest: tuple[Weekday, ...], closed: tuple[Weekday, ...], last: date):
    """Month ends, a leap day, both kinds of weekend, and a limit of one day that ends on the day itself."""
    assert last_day(start, limit, unit, rest, closed) == last


def as_the_law_counts(start: date, limit: int, unit: Unit, rest: tuple[Weekday, ...]) -> date:
    """The common way: the first day is not counted, working days leave rest days out."""
    if unit == Unit.WORKING_DAYS:
        day = start
        for _ in range(limit):
            day += ONE
            while day.weekday() in {r.number for r in rest}:
                day += ONE
        return day
    return start + ONE * limit if unit == Unit.DAYS else add_months(start, limit * (12 if unit == Unit.YEARS else 1))


@given(start=DAYS, limit=LIMITS, unit=st.sampled_from(Unit), rest=WEEKS, closed=WEEKS)
def test_never_later_than_the_law_and_never_before_the_event(start: date, limit: int, unit: Unit, rest: tuple[Weekday, ...], closed: tuple[Weekday, ...]):
    """At the latest the last day of the law, whatever rests; at the earliest the day itself."""
    limit = min(limit, 20) if unit == Unit.YEARS else limit
    last = last_day(start, limit, unit, rest, closed)

    assert start <= last <= as_the_law_counts(start, limit, unit, rest)


@given(start=DAYS, limit=LIMITS, unit=st.sampled_from(Unit), closed=WEEKS)
def test_a_last_day_is_an_open_day(start: date, limit: int, unit: Unit, closed: tuple[Weekday, ...]):
    """Only a limit that leaves no open day at all ends on the closed day on which it began."""
    last = last_day(start, min(limit, 30), unit, (), closed)

    assert last == start or last.weekday() not in {day.number for day in closed}


@given(start=DAYS, limit=st.integers(1, 60), unit=st.sampled_from(Unit), rest=WEEKS)
def test_more_rest_never_makes_the_last_day_later_than_known_rest(start: date, limit: int, unit: Unit, rest: tuple[Weekday, ...]):
    """Where no source says which days rest, the answer is not later than with any week that may be true."""
    unknown = last_day(start, limit, unit)
    real = last_day(start, limit, unit, rest if unit == Unit.WORKING_DAYS else (), tuple(d for d in rest if d in CLOSED_UNKNOWN))

    assert unknown <= real


@given(start=DAYS, limit=st.integers(1, 60), unit=st.sampled_from(Unit), rest=WEEKS)
def test_a_later_event_never_ends_earlier(start: date, limit: int, unit: Unit, rest: tuple[Weekday, ...]):
    """The clock runs one way."""
    assert last_day(start, limit, unit, rest, ()) <= last_day(start + ONE, limit, unit, rest, ())


def test_only_sourced_limits_are_there(library: Library):
    """45 limits, each with a source that is listed; none that is a memory."""
    assert len(library.deadlines) >= 40
    for deadline in library.deadlines.values():
        assert deadline.source in library.sources
        assert deadline.confidence in (Confidence.CONFIRMED, Confidence.SINGLE_SOURCE)
        assert deadline.country in library.countries


def test_rest_days_come_from_a_source_or_from_the_safe_side(library: Library):
    """Spain's law names its own, Egypt has a week with a source, Senegal has none."""
    weeks = {identifier: rest_days(library, library.deadlines[identifier]) for identifier in ("esp-dismissal", "sau-wages", "sen-wages", "are-wages-appeal")}

    assert weeks["esp-dismissal"] == (WEEKEND, WEEKEND)
    assert weeks["sau-wages"] == ((), FRIDAY_SATURDAY)
    assert weeks["sen-wages"] == ((), CLOSED_UNKNOWN)
    assert weeks["are-wages-appeal"] == (WEEKEND, WEEKEND)


def test_the_limits_of_a_situation(library: Library):
    """In the order of the file; a protection is not a claim; a situation without limits is not in the list."""
    found = [d.id for d in deadlines_in(library, "ARE", "not-paid")]

    assert found == ["are-wages", "are-wages-appeal"]
    assert library.deadlines["deu-trafficking-reflection"].kind == DeadlineKind.PROTECTION
    assert {"dismissed", "not-paid", "injured-at-work"} <= limited_situations(library)
    assert "send-money" not in limited_situations(library)
    assert last_day_of(library, library.deadlines["deu-dismissal"], date(2026, 11, 30)) == date(2026, 12, 17)
