"""What happened and when: the history of the network and of the treaties it works with."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rsmms.model.base import Alpha3, Confidence, Day, Identifier, Line, Model, SecureUrl, Sourced, Text
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


class Meeting(Model):
    """A meeting that unions may go to. Without a source there is no date: the page then says whom to ask."""

    id: Identifier
    title: Text
    date: PartialDate | None = Field(None, description="First day, as precise as the source; left out when no source gives it.")
    until: PartialDate | None = Field(None, description="Last day, for a meeting of several days.")
    place: Text | None = None
    about: Text
    see: SecureUrl = Field(description="Where the date is told.")
    source: Identifier | None = None
    more_sources: tuple[Identifier, ...] = ()
    checked: Day
    confidence: Confidence = Confidence.SINGLE_SOURCE

    @model_validator(mode="after")
    def _dated_by_a_source(self) -> Self:
        if self.date and not self.source:
            raise PydanticCustomError("date_source", "a date needs a source")
        return self
