"""Declarations, reports and campaigns: what the network and its members have said in public."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Alpha3, Identifier, Language, Model, Sourced, Text
from rsmms.model.dates import PartialDate


class DocumentKind(StrEnum):
    """Kinds of documents, in the order in which they are listed."""

    DECLARATION = "declaration"
    ROADMAP = "roadmap"
    ADVOCACY = "advocacy"
    REPORT = "report"
    GUIDE = "guide"


class OtherDate(Model):
    """A date that another page gives for the same event."""

    date: Text = Field(description="In words, as that page has it.")
    source: Identifier


class PublicDocument(Sourced):
    """A document; its date is that of the event, not of the day it was put on a website."""

    id: Identifier
    kind: DocumentKind
    title: Text
    date: PartialDate | None = None
    until: PartialDate | None = None
    countries: tuple[Alpha3, ...] = ()
    languages: tuple[Language, ...] = Field((), description="Languages in which it was found.")
    summary: Text = Field(description="What it says, in one sentence of our own.")
    other_dates: tuple[OtherDate, ...] = ()
    organisations: tuple[Identifier, ...] = Field((), description="Ids of contacts it comes from.")
    more_sources: tuple[Identifier, ...] = Field((), description="Other pages with the text, or about it.")
    roadmap: Identifier | None = Field(None, description="Id of the roadmap whose lines the page shows.")


class Awareness(Sourced):
    """A campaign that was run, to learn from."""

    id: Identifier
    title: Text
    who: Text
    countries: tuple[Alpha3, ...] = ()
    date: PartialDate | None = None
    summary: Text
