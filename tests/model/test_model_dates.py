"""Dates with the precision they have: what is read, what is refused, and which days are meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from helpers import fault
from rsmms.model.base import Day
from rsmms.model.dates import PartialDate  # fmt: skip

DATES = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.integers(1, 3),
)  # fmt: skip


@given(DATES)
def test_a_date_comes_back_as_it_was_written(value: PartialDate):
    """Reading what was written gives the same date and the same precision."""
    again = PartialDate.parse(str(value))

    assert again == value
    assert again.precision == value.precision
    assert len(str(value)) == {"year": 4, "month": 7, "day": 10}[value.precision]


@given(DATES)
def test_first_and_last_day(value: PartialDate):
    """A date means every day from its first to its last."""
    assert value.first <= value.last
    assert {"year": 365, "month": 28, "day": 0}[value.precision] - 1 <= (value.last - value.first).days <= 365
    assert PartialDate(value.last.year, *((value.last.month,) if value.month else ()), *((value.last.day,) if value.day else ())) == value


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("1983", date(1983, 1, 1), date(1983, 12, 31)), ("2024-02", date(2024, 2, 1), date(2024, 2, 29)), ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
     ("1983-11-08", date(1983, 11, 8), date(1983, 11, 8))],
)  # fmt: skip
def test_days_a_date_can_mean(text: str, first: date, last: date):
    """Also at the end of February."""
    assert (PartialDate.parse(text).first, PartialDate.parse(text).last) == (first, last)


NO_DATES = [
    "", "83", "1983-1", "1983-13", "1983-00", "1983-11-00", "1983-00-08", "1983-02-30", "1983-11-8", "1983/11/08", "8-11-1983", "19831108", "1983-11-08T00:00",
    "0983", "3000", "c. 1983", "1983-", " 1983", "1983\n", "١٩٨٣", "1983-W45",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str):
    """Anything but YYYY, YYYY-MM or YYYY-MM-DD is refused, and so is a day that never was."""
    (found,) = fault(PartialDate, text)

    assert found[1].startswith("date")


@pytest.mark.parametrize("text", [*NO_DATES, "1983", "1983-11", "2026-W47-7", "1e9", "20261122", "2026-11-22 "])
def test_what_is_no_day(text: str):
    """The day of a check is a full day; no timestamp and no week is guessed into one."""
    (found,) = fault(Day, text)

    assert found[1].startswith("date_day")


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_comes_back(day: date):
    """What was typed is the day that is meant."""
    assert TypeAdapter(Day).validate_python(day.isoformat()) == day
