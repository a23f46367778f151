"""What unions have done for migrants, so that others can do it too."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Alpha3, Identifier, Sourced, Text
from rsmms.model.dates import PartialDate


class PracticeKind(StrEnum):
    """What a practice mainly is; the order is the order in which they are listed."""

    DESK = "desk"
    OUTREACH = "outreach"
    MEMBERSHIP = "membership"
    PLATFORM = "platform"
    CORRIDOR = "corridor"
    TOOLS = "tools"
    PAPERS = "papers"
    ADVOCACY = "advocacy"


class Practice(Sourced):
    """One practice. ``result`` is only what the source states; without one it is left out."""

    id: Identifier = Field(description="Stable name; also the last part of the page's address.")
    kind: PracticeKind
    title: Text
    who: Text = Field(description="Organisations, never persons.")
    countries: tuple[Alpha3, ...] = ()
    where: Text | None = Field(None, description="Towns or regions.")
    when: Text
    since: PartialDate | None = Field(None, description="When it began, for sorting.")
    what: Text
    result: Text | None = Field(None, description="What the source says came of it.")
    lesson: Text | None = Field(None, description="What others can learn, as the source shows it.")
    situations: tuple[Identifier, ...] = Field((), description="Situations in which it helps.")
    organisations: tuple[Identifier, ...] = Field((), description="Ids of contacts that do it.")
    more_sources: tuple[Identifier, ...] = ()
