"""Networks of unions: who founded them, who is in them, what they want, what is said of their size."""

from pydantic import Field

from rsmms.model.base import Alpha3, Confidence, Identifier, Line, Model, Sourced, Text
from rsmms.model.dates import PartialDate


class Point(Model):
    """One sentence about a network with where it was read."""

    text: Text
    source: Identifier
    as_of: PartialDate | None = Field(None, description="Date of the page that says so.")
    confidence: Confidence = Confidence.SINGLE_SOURCE


class Chapter(Model):
    """A heading with points. A chapter without points says honestly what is not known."""

    id: Identifier
    title: Text
    points: tuple[Point, ...] = ()
    unknown: Text | None = Field(None, description="What no source at hand says, and whom to ask.")


class Figure(Model):
    """A count on a date; counts that disagree are all kept."""

    date: PartialDate
    count: int = Field(ge=1, le=9999, description="Organisations counted.")
    states: int | None = Field(None, ge=1, le=999, description="Countries they come from.")
    text: Text
    source: Identifier


class Member(Model):
    """An organisation of the network."""

    name: Line
    contact_id: Identifier | None = Field(None, description="Id of its contact, if it has one.")
    country: Alpha3 | None = None


class Network(Sourced):
    """A network of unions, above single unions."""

    id: Identifier = Field(description="Also the last part of the page's address.")
    contact_id: Identifier = Field(description="Id of its contact: name, web, focal point stand there.")
    countries: tuple[Alpha3, ...] = ()
    founded: PartialDate | None = None
    summary: Text
    members_note: Text | None = Field(None, description="On which date the list below was right.")
    members_source: Identifier | None = None
    members: tuple[Member, ...] = ()
    figures: tuple[Figure, ...] = ()
    chapters: tuple[Chapter, ...] = ()
