"""Ready material for unions: workshops, exercises, briefs, themes, campaigns and sectors, each with sheets to print."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Day, Identifier, Line, Model, Text
from rsmms.model.training import Step


class KitKind(StrEnum):
    """What a kit is for; it decides where its page stands and which sheets it has."""

    WORKSHOP = "workshop"
    EXERCISE = "exercise"
    BRIEF = "brief"
    THEME = "theme"
    CAMPAIGN = "campaign"
    SECTOR = "sector"


class Said(Model):
    """One sentence, and where it stands; without either it is the network's own advice."""

    text: Text
    source: Identifier | None = None
    articles: tuple[Line, ...] = Field((), examples=[["c143:9(1)"]], description="Articles, as in the marks of pages.")


class KitPart(Model):
    """A heading with sentences. What nobody knows is said."""

    id: Identifier
    title: Text
    points: tuple[Said, ...] = ()
    unknown: Text | None = None


class Ask(Model):
    """Somebody, and what to ask of them."""

    whom: Text
    what: tuple[Text, ...] = Field(min_length=1)


class Grid(Model):
    """A table to fill in by hand."""

    heads: tuple[Text, ...] = Field(min_length=1, max_length=5)
    rows: int = Field(ge=1, le=30, description="Empty rows.")


class PaperPart(Model):
    """A part of a printed sheet: sentences, then lines or a table to write on."""

    title: Text
    points: tuple[Text, ...] = ()
    lines: int = Field(0, ge=0, le=20, description="Empty lines to write on.")
    grid: Grid | None = None


class Paper(Model):
    """A sheet that belongs to a kit, in large letters or to write on."""

    id: Identifier
    title: Text
    lead: Text | None = None
    parts: tuple[PaperPart, ...] = Field(min_length=1)


class Kit(Model):
    """One page of material with the sheets that go with it."""

    id: Identifier = Field(description="Also the last part of the page's address.")
    kind: KitKind
    title: Text
    summary: Text
    updated: Day
    words: tuple[Line, ...] = Field((), description="What people type to find it.")
    group: Text | None = Field(None, description="For whom, how many.")
    aims: tuple[Text, ...] = ()
    bring: tuple[Text, ...] = Field((), description="What to prepare.")
    steps: tuple[Step, ...] = ()
    parts: tuple[KitPart, ...] = ()
    asks: tuple[Ask, ...] = ()
    message: Text | None = Field(None, description="A short text to pass on by phone; the address of the page is added.")
    letter: tuple[Text, ...] = Field((), description="Paragraphs of a letter to edit.")
    poster: tuple[Text, ...] = Field((), description="Lines of a poster.")
    organisations: tuple[Identifier, ...] = Field((), description="Ids of contacts that are shown on the page.")
    pages: tuple[Line, ...] = Field((), description="Markdown paths of pages to read or print, from the language folder.")
    papers: tuple[Paper, ...] = ()

    @property
    def sheet_ids(self) -> list[str]:
        """What its sheets are called, the main one first; the list of sheets has them under these anchors."""
        whole = self.parts or self.asks or self.poster
        parts = (*([""] if whole else []), *(("programme", "evaluation") if self.steps else ()), *(p.id for p in self.papers))
        return [f"kit-{self.id}-{part}".removesuffix("-") for part in parts]

    @property
    def minutes(self) -> int:
        """How long the steps take together."""
        return sum(step.minutes for step in self.steps)
