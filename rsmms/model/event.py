"""What happened and when: the history of the network and of the treaties it works with."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Alpha3, Identifier, Line, Sourced, Text
from rsmms.model.dates import PartialDate


class EventKind(StrEnum):
    """Kinds of events."""

    CONVENTION = "convention"
    ASSEMBLY = "assembly"
    DECLARATION = "declaration"
    WORKSHOP = "workshop"
    TRAINING = "training"
    PROJECT = "project"


class Event(Sourced):
    """One event. A day that no source gives is not invented: the date keeps the precision it has."""

    id: Identifier
    kind: EventKind
    date: PartialDate | None = Field(None, description="First day; left out when the year is not known.")
    until: PartialDate | None = Field(None, description="Last day, for an event of several days.")
    title: Text
    place: Line | None = None
    country: Alpha3 | None = None
    summary: Text
    organisations: tuple[Identifier, ...] = Field((), description="Ids of contacts whose history it belongs to.")
    more_sources: tuple[Identifier, ...] = ()
