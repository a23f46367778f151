"""Overdue facts: month ends, the day itself, and what a page says after time has passed."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import TODAY, body, lay_out, plan_of, visible
from rsmms.layout.plan import Plan
from rsmms.model.freshness import PERIODS, Freshness, add_months


@pytest.mark.parametrize(("day", "months", "result"), [
    (date(2026, 8, 31), 6, date(2027, 2, 28)), (date(2027, 8, 31), 6, date(2028, 2, 29)), (date(2026, 11, 22), 3, date(2027, 2, 22)),
    (date(2026, 1, 31), 3, date(2026, 4, 30)), (date(2024, 2, 29), 12, date(2025, 2, 28)), (date(2026, 12, 31), 6, date(2027, 6, 30)),
    (date(2026, 10, 31), 2, date(2026, 12, 31)), (date(2026, 5, 31), 18, date(2027, 11, 30)), (date(2026, 12, 1), 1, date(2027, 1, 1)),
    (date(2026, 11, 30), 3, date(2027, 2, 28)), (date(2026, 3, 15), 0, date(2026, 3, 15)), (date(2026, 12, 29), 2, date(2027, 2, 28)),
])  # fmt: skip
def test_add_months(day: date, months: int, result: date):
    """The same day, or the last day of a shorter month."""
    assert add_months(day, months) == result


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(0, 48))
def test_months_are_counted_right(day: date, months: int):
    """The month is exactly so many later, and the day is never a later one."""
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_the_periods_are_those_decided():
    """Contacts 6 months, treaties 3, law 12, figures 18."""
    assert PERIODS == {"contact": 6, "treaty": 3, "law": 12, "figure": 18}


@pytest.mark.parametrize("kind", PERIODS)
def test_overdue_from_the_day_after(kind: str):
    """On the due day itself a fact still stands."""
    checked = date(2026, 11, 22)
    due = Freshness(checked).due(checked, kind)

    assert not Freshness(checked).overdue(checked, kind)
    assert not Freshness(due).overdue(checked, kind)
    assert Freshness(due + timedelta(days=1)).overdue(checked, kind)


def test_a_contact_is_folded_the_day_after_three_periods():
    """On the last day its number can still be tapped at once."""
    checked = date(2026, 11, 22)

    assert not Freshness(date(2028, 5, 22)).expired(checked, "contact")
    assert Freshness(date(2028, 5, 23)).expired(checked, "contact")


NOTICES = (
    "À vérifier de nouveau : la dernière vérification date du 1er novembre 2026.", "À vérifier de nouveau : rien de plus récent que le 1er novembre 2026.",
)
"""What is said of a fact, and of a contact, which is "checked" only when somebody has called."""


def overdue_parts(plan: Plan, path: str) -> set[str]:
    """The sections of a page (by the ids of their headings; "" is what stands above the first) that show the notice."""
    parts = re.split(r'(?:^#{2,3} .*\{#|<h3 id="(?=treaties-|zone-)|</summary><div id=")([a-z0-9-]+)(?:\}$|">)', body(plan, path), flags=re.MULTILINE)
    named = zip(["", *parts[1::2]], parts[::2], strict=True)
    return {name for name, text in named if any(notice in visible(text).replace("\u00a0", " ") for notice in NOTICES)}


TREATIES = {"treaties-in-force", "treaties-not"}
PEOPLE = {"", "contacts"}
LAW = {"zone-ecowas", "loi", "accords"}
FIGURES = {"chiffres"}


@pytest.mark.parametrize(("today", "path", "parts"), [
    (TODAY, "pays/togo.md", set()), (TODAY, "contacts/togo.md", set()),
    (date(2027, 2, 1), "pays/togo.md", set()), (date(2027, 2, 2), "pays/togo.md", TREATIES),
    (date(2027, 5, 1), "pays/togo.md", TREATIES), (date(2027, 5, 2), "pays/togo.md", TREATIES | PEOPLE),
    (date(2027, 11, 1), "pays/togo.md", TREATIES | PEOPLE), (date(2027, 11, 2), "pays/togo.md", TREATIES | PEOPLE | LAW),
    (date(2028, 5, 1), "pays/togo.md", TREATIES | PEOPLE | LAW), (date(2028, 5, 2), "pays/togo.md", TREATIES | PEOPLE | LAW | FIGURES),
    (date(2027, 5, 1), "contacts/togo.md", set()), (date(2027, 5, 2), "contacts/togo.md", {""}),
    (date(2027, 2, 1), "conventions/c143.md", set()), (date(2027, 2, 2), "conventions/c143.md", {"titre"}),
    (date(2027, 5, 1), "pays/togo/droits.md", set()), (date(2027, 5, 2), "pays/togo/droits.md", {"", "g-at-work"}),
])  # fmt: skip
def test_time_travel(tmp_path, today: date, path: str, parts: set[str]):
    """The notice appears the day after each period, and not one day before: treaties, contacts, law, figures."""
    plan = plan_of(lay_out(tmp_path), ("fr",), today)

    assert overdue_parts(plan, path) == parts


@pytest.mark.parametrize(("today", "overdue"), [(date(2027, 11, 1), False), (date(2027, 11, 2), True)])
def test_a_zone_is_law(tmp_path, today: date, overdue: bool):
    """Its rules are checked once a year."""
    plan = plan_of(lay_out(tmp_path), ("fr",), today)

    assert bool(overdue_parts(plan, "zones/ecowas.md")) is overdue


def test_an_overdue_fact_stays_visible(tmp_path):
    """The number is still there: somebody may need it tonight."""
    plan = plan_of(lay_out(tmp_path), ("fr",), date(2036, 1, 1))

    assert 'href="tel:+22822213334"' in body(plan, "contacts/togo.md")
    assert 'href="tel:117"' in body(plan, "pays/togo.md")
    assert "8 novembre 1983" in body(plan, "pays/togo.md")
