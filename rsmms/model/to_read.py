"""What a lawyer should read: claims that stand in no text at hand, and are therefore not published."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Alpha3, Day, Identifier, Line, Model, Text


class ToReadKind(StrEnum):
    """What the open question is about."""

    DEADLINE = "deadline"
    LAW = "law"
    RATIFICATION = "ratification"
    ARTICLE = "article"


class ToRead(Model):
    """One question, and where its answer should stand."""

    id: Identifier
    kind: ToReadKind
    country: Alpha3 | None = None
    instrument: Identifier | None = None
    situations: tuple[Identifier, ...] = ()
    question: Text = Field(description="What must be found out.")
    look_at: Line | None = Field(None, description="The text and article in which the answer should stand.")
    remembered: Text | None = Field(None, description="What somebody remembers, for the lawyer alone: never shown on the site.")
    added: Day
