"""Treaties: ILO conventions and protocols, UN conventions."""

import re
from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Alpha3, Confidence, Day, Identifier, Line, Model, SourceUrl, Text
from rsmms.model.dates import PartialDate

_BASE = re.compile(r"\d+")


class Organisation(StrEnum):
    """Who adopted the treaty."""

    ILO = "ilo"
    UN = "un"
    AU = "au"


class Article(Model):
    """One article, in one plain sentence of our own (not the legal text)."""

    number: Line = Field(
        description="As cited: 6, 6(1)(a), or a range 12-13.", examples=["6", "9(1)", "12-13"]
    )
    text: Text
    for_worker: Text | None = Field(None, description="What it means for a worker, said to that worker.")
    confidence: Confidence = Confidence.CONFIRMED
    source: Identifier | None = Field(None, description="The text it was compared with, if any.")

    @property
    def bases(self) -> range:
        """The article numbers this entry covers: ``range(12, 14)`` for ``12-13``."""
        found = [int(n) for n in _BASE.findall(self.number.split("(")[0])]
        return range(found[0], found[-1] + 1) if found else range(0)

    @property
    def anchor(self) -> str:
        """A heading id in ASCII, the same in all languages: ``art-9-1`` for ``9(1)``."""
        return "art-" + "-".join(re.findall(r"[a-z0-9]+", self.number.lower()))


class Part(Model):
    """A part or annex of a treaty with its articles."""

    id: Identifier
    title: Text
    applies_to: Text | None = Field(None, description="Whom this part protects.")
    annex: bool = False
    articles: tuple[Article, ...] = Field(min_length=1)


class Parties(Model):
    """How many States are bound, when that was counted, and by whom."""

    count: int = Field(ge=0, le=999)
    as_of: PartialDate
    source: Identifier
    note: Text | None = None


class Instrument(Model):
    """A treaty, with what it grants to whom."""

    id: Identifier = Field(examples=["c097", "c143", "icrmw"])
    code: Line = Field(description="The short code readers know.", examples=["C97", "C143"])
    slug: Identifier = Field(description="Last part of its address; never changed.")
    organisation: Organisation
    number: int | None = Field(None, ge=1, le=9999, description="ILO number.")
    title: Text
    long_title: Text | None = None
    short_name: Text = Field(description="A name a worker understands.")
    adopted: Day
    adopted_at: Line | None = None
    in_force: Day
    open_to: tuple[Alpha3, ...] = Field((), description="States that may join; empty if it is open to all.")
    binding_delay: Text | None = Field(None, description="When it binds a State that ratifies.")
    parties: Parties | None = None
    text_url: SourceUrl
    source: Identifier
    checked: Day
    summary: Text
    covers: Text | None = None
    excludes: Text | None = None
    for_workers: tuple[Text, ...] = ()
    structure: Text | None = None
    exclusions: Text | None = Field(None, description="What a State may leave out when it ratifies.")
    supplemented_by: Text | None = None
    complaint_routes: tuple[Identifier, ...] = ()
    parts: tuple[Part, ...] = ()

    def concerns(self, country: str) -> bool:
        """False for a State that can never join."""
        return not self.open_to or country in self.open_to

    def cited(self, number: str, annex: str | None = None) -> tuple[tuple[Part, Article], ...]:
        """Parts and articles that a citation means.

        ``9(1)`` gives that entry, or failing it the entries of article 9; ``9`` gives all of article 9.
        Empty if the treaty has no such article here.
        """
        pool = [(p, a) for p in self.parts if (p.id == annex if annex else not p.annex) for a in p.articles]
        exact = tuple((p, a) for p, a in pool if a.number == number or a.number.startswith(number + "("))
        if exact:
            return exact
        base = _BASE.match(number)
        return tuple((p, a) for p, a in pool if base and int(base[0]) in a.bases)


class ComplaintRoute(Model):
    """A procedure a worker or a union can use."""

    id: Identifier
    name: Text
    who: Text = Field(description="Who may use it.")
    needs: Text = Field(description="What must be true first.")
    how: Text
    basis: Text
    source: Identifier | None = None
    confidence: Confidence = Confidence.CONFIRMED
