"""Time limits: until when somebody may claim, counted from what, and what stops the clock."""

from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rsmms.model.base import Alpha3, Identifier, Reviewable, Sourced, Text
from rsmms.model.dates import PartialDate


class Unit(StrEnum):
    """What a limit is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


class DeadlineKind(StrEnum):
    """What the last day means."""

    CLAIM = "claim"
    """The person must act by then."""
    EMPLOYER = "employer"
    """The employer must act by then; the person can after that, or instead."""
    PROTECTION = "protection"
    """The person is protected until then."""


class Weekday(StrEnum):
    """Days of the week, Monday first."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """0 for Monday, as ``date.weekday()`` counts."""
        return list(Weekday).index(self)


class Deadline(Sourced, Reviewable):
    """One limit in one country, for one or several situations."""

    id: Identifier
    country: Alpha3
    situations: tuple[Identifier, ...] = Field(min_length=1, description="Ids of the situations in which it counts.")
    kind: DeadlineKind = DeadlineKind.CLAIM
    limit: int = Field(ge=1, le=400)
    unit: Unit
    rest: tuple[Weekday, ...] = Field((), max_length=3, description="Days that the text itself leaves out of its working days.")
    counted_from: Text = Field(description="The event of day one: fits after “counted from”.")
    stops: Text = Field(description="What stops the clock, or must be done in time.")
    body: Text = Field(description="Where to claim.")
    article: Text | None = Field(None, description="Law and article.")
    as_of: PartialDate | None = Field(None, description="Date of the source.")

    @model_validator(mode="after")
    def _rest_of_working_days(self) -> "Deadline":
        if self.rest and self.unit != Unit.WORKING_DAYS:
            raise PydanticCustomError("rest_unit", "rest days without working days")
        return self


class WorkingWeek(Sourced):
    """The days on which offices of a country rest every week."""

    country: Alpha3
    rest: tuple[Weekday, ...] = Field(min_length=1, max_length=3)
    as_of: PartialDate | None = None

    @property
    def id(self) -> str:
        """One week a country."""
        return self.country
