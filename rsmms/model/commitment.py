"""What the network's roadmaps ask for, and where this site stands with it."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Identifier, Line, Model, Sourced, Text
from rsmms.model.dates import PartialDate


class Progress(StrEnum):
    """How far a line of a roadmap is answered here."""

    DONE = "done"
    PARTIAL = "partial"
    TOOL = "tool"
    """Not this site's to do: it offers the tool, and somebody else acts."""
    WAITING = "waiting"


class Roadmap(Sourced):
    """A plan that an assembly of the network adopted."""

    id: Identifier
    title: Text
    date: PartialDate
    summary: Text


class Commitment(Model):
    """One line of a roadmap, in our own words."""

    id: Identifier
    roadmap: Identifier
    number: Line | None = Field(None, description="Its number in the roadmap, such as 1.1.4.")
    axis: Text
    text: Text
    state: Progress
    pages: tuple[Line, ...] = Field(min_length=1, description="Markdown paths of the pages that answer it.")
    waiting_for: Text | None = Field(None, description="Who must do what before it is done.")
    note: Text | None = Field(None, description="What is there, and what is not.")
