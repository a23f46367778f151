"""Days that come back every year, for calendars of unions and focal points."""

from pydantic import Field

from rsmms.model.base import Identifier, Sourced, Text


class Observance(Sourced):
    """A day of the year on which migrants’ rights or work are spoken of."""

    id: Identifier
    day: str = Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", description="Month and day.", examples=["12-18"])
    since: int | None = Field(None, ge=1800, le=2999, description="First year in which it was kept, if a source says so.")
    name: Text
    about: Text
