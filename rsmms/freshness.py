"""How long a fact may stand before somebody must look again."""

from dataclasses import dataclass
from datetime import date

PERIODS: dict[str, int] = {"contact": 6, "treaty": 3, "law": 12, "figure": 18}
"""Months between two checks, by kind of fact (decided in the design; see the method page)."""


def add_months(day: date, months: int) -> date:
    """The same day some months later; the last day of the month if there is no such day.

    >>> add_months(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


@dataclass(frozen=True, slots=True)
class Freshness:
    """Tells overdue facts for a build made on ``today``."""

    today: date

    def due(self, checked: date, kind: str) -> date:
        """The day on which a fact of this kind should be checked again."""
        return add_months(checked, PERIODS[kind])

    def overdue(self, checked: date, kind: str) -> bool:
        """True from the day after the due day on."""
        return self.today > self.due(checked, kind)
