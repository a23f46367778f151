"""How long facts may stand: the file data/freshness.yaml."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from rsmms.model.base import Model


class Periods(Model):
    """Months between two checks, by kind of fact, and when an unchecked contact is folded away."""

    contacts: int = Field(6, ge=1, le=120)
    treaties: int = Field(3, ge=1, le=120)
    laws: int = Field(12, ge=1, le=120)
    figures: int = Field(18, ge=1, le=120)
    lists: int = Field(6, ge=1, le=120, description="Months for which a complete list can carry a campaign letter.")
    fold_after: int = Field(3, ge=1, le=20, description="Periods after which a contact is folded behind a warning.")

    def months(self, kind: str) -> int:
        """Months between two checks of a kind of fact: contact, treaty, law or figure."""
        return {"contact": self.contacts, "treaty": self.treaties, "law": self.laws, "figure": self.figures}[kind]


USUAL = Periods.model_validate({})
"""What holds where data/freshness.yaml says nothing else."""


KINDS = ("contact", "treaty", "law", "figure")
"""Kinds of facts that grow old."""


PERIODS: dict[str, int] = {kind: USUAL.months(kind) for kind in KINDS}
"""Months between two checks, by kind of fact, where data/freshness.yaml says nothing else."""


def add_months(day: date, months: int) -> date:
    """The same day some months later; the last day of the month if there is no such day.

    >>> add_months(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Freshness:
    """Tells overdue facts for a build made on ``today``."""

    today: date
    periods: Periods = USUAL

    def due(self, checked: date, kind: str) -> date:
        """The day on which a fact of this kind should be checked again."""
        return add_months(checked, self.periods.months(kind))

    def overdue(self, checked: date, kind: str) -> bool:
        """True from the day after the due day on."""
        return self.today > self.due(checked, kind)

    def expired(self, checked: date, kind: str) -> bool:
        """True when a fact is so old that it is folded behind a warning."""
        months = self.periods.months(kind) * self.periods.fold_after
        return self.today > add_months(checked, months)
