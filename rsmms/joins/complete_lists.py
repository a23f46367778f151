"""What a "no" about a treaty rests on: the newest complete list that does not name the country."""

from rsmms.model.complete_list import CompleteList
from rsmms.model.country import Country, Status
from rsmms.model.dates import PartialDate
from rsmms.model.freshness import Freshness, add_months
from rsmms.model.library import Library

CAMPAIGNED = (Status.NOT_RATIFIED, Status.SIGNED_ONLY, Status.DENOUNCED)
"""Statuses from which a campaign may start, if a list shows that they still hold."""


def list_without(library: Library, country: str, instrument: str) -> CompleteList | None:
    """The newest complete list that shows that a country is not bound by a treaty; ``None`` if there is none."""
    found = [one for one in library.complete_lists.values() if one.instrument == instrument and one.lacks(country)]
    return max(found, key=lambda one: (one.as_of.last, one.id), default=None)


def carries_letter(found: CompleteList, freshness: Freshness) -> bool:
    """True while a list is young enough to write to a minister on its word; its oldest possible day counts."""
    return freshness.today <= add_months(found.as_of.first, freshness.periods.lists)


def letter_list(library: Library, country: Country, instrument: str, freshness: Freshness) -> CompleteList | None:
    """The list that a campaign letter can rest on today; ``None`` where the official list must be read first."""
    if country.status(instrument) not in CAMPAIGNED:
        return None
    found = list_without(library, country.id, instrument)
    return found if found and carries_letter(found, freshness) else None


def month_of(day: PartialDate) -> PartialDate:
    """A date without its day: how the cells of a table name a list."""
    return PartialDate(day.year, day.month)
