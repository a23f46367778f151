"""The header of a hand-written page."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from rsmms.model.audience import Audience
from rsmms.model.base import Day, Identifier, Line, Model
from rsmms.model.contact import Kind
from rsmms.model.emergency import Service
from rsmms.model.pictogram import Pictogram


class State(StrEnum):
    """How far a text may be trusted; ``fallback`` is French shown for want of a translation."""

    SOURCE = "source"
    TRANSLATED = "translated"
    DRAFT = "draft"
    TERMS_CHECKED = "terms-checked"
    REVIEWED = "reviewed"
    APPROVED = "approved"


class PageKind(StrEnum):
    """Kinds of hand-written pages."""

    HOME = "home"
    PAGE = "page"
    SITUATION = "situation"
    NETWORK = "network"


class Group(StrEnum):
    """Where a situation stands on the list, in this order."""

    BEFORE_LEAVING = "before-leaving"
    AT_WORK = "at-work"
    PAPERS_JUSTICE = "papers-justice"
    HEALTH_FAMILY_MONEY = "health-family-money"
    RETURNING = "returning"


class Citation(Model):
    """An article that a situation rests on."""

    instrument: str = Field(
        pattern=r"^[a-z0-9]+(/[a-z0-9-]+)?$", description="Treaty id; for an annex article with /annex-1."
    )
    article: Line

    @property
    def treaty(self) -> str:
        """Id of the treaty."""
        return self.instrument.partition("/")[0]

    @property
    def annex(self) -> str | None:
        """Id of the annex, if the article stands in one."""
        return self.instrument.partition("/")[2] or None


class Audio(Model):
    """A recording of the page by a person. It grows old when the text it reads changes."""

    file: str = Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+\.(?:ogg|opus|mp3|m4a)$", description="Below audio/: ee/passeport.ogg.")
    seconds: int = Field(gt=0, le=3600)
    bytes: int = Field(gt=0, le=3_000_000, description="Size of the file; readers see it before they tap.")
    speaker: Line = Field(description="Who reads, as they want to be named; a first name is enough.")
    recorded: Day
    text: str = Field(pattern=r"^[0-9a-f]{8}$", description="Fingerprint of the text that was read.")


class Reviewed(Model):
    """Who read a section of a translation, and when. It ends when the section's text changes."""

    by: Line = Field(description="The role of the person, never the name.")
    day: Day
    text: str = Field(pattern=r"^[0-9a-f]{8}$", description="Fingerprint of the text that was read.")


class Front(Model):
    """Header between two ``---`` lines. Facts (articles, contacts, danger) stand in the French file only."""

    id: Identifier
    kind: PageKind
    title: Line
    description: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    updated: Day
    short: Line | None = None
    state: State = State.SOURCE
    group: Group | None = None
    icon: Pictogram = Field(Pictogram.LIFEBUOY, description="The pictogram beside the title of a situation, in lists and on sheets; in the French file only.")
    danger: int = Field(0, ge=0, le=2)
    words: tuple[Line, ...] = Field((), description="What people say for it, spelled right: the A to Z shows them.")
    typed: tuple[Line, ...] = Field((), description="How people type it wrong: searched for, never shown.")
    articles: tuple[Citation, ...] = ()
    contacts: tuple[Kind, ...] = ()
    about: tuple[Audience, ...] = Field((), description="Whom the situation is about, the best fitting lines first.")
    first: tuple[Service, ...] = Field((), description="Emergency services that are needed before anybody else.")
    police_danger: bool = Field(default=False, description="The police can be a danger to the reader: they are not named first.")
    folded: tuple[Identifier, ...] = Field((), description="Sections of a long page that stand behind their heading; in the French file only.")
    sources: tuple[Identifier, ...] = ()
    made_from: dict[str, str] = Field(
        default_factory=dict, alias="from", description="Fingerprint of the French section that each section was made from."
    )
    reviewed: dict[str, Reviewed] = Field(default_factory=dict, description="Sections that a speaker has read, by name.")
    audio: Audio | None = Field(None, description="A recording of this page, in its own language.")
