"""A country's migration profile."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rsmms.model.base import Alpha3, Amount, ArticleMark, Day, Identifier, Legal, Line, Model, Reviewable, Reviewed, Sourced, Text, Year
from rsmms.model.dates import PartialDate
from rsmms.model.emergency import Emergency


class Status(StrEnum):
    """Where a country stands towards a treaty. "Unknown" is not "no"."""

    IN_FORCE = "in_force"
    RATIFIED_NOT_IN_FORCE = "ratified_not_in_force"
    SIGNED_ONLY = "signed_only"
    NOT_RATIFIED = "not_ratified"
    DENOUNCED = "denounced"
    UNKNOWN = "unknown"


class Action(StrEnum):
    """How a State consented."""

    RATIFICATION = "ratification"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    SIGNATURE = "signature"


class Ratification(Sourced, Reviewable):
    """What one country did about one treaty."""

    instrument: Identifier
    status: Status
    date: PartialDate | None = Field(None, description="Day, month or year of the act.")
    action: Action | None = None
    in_force: PartialDate | None = Field(None, description="Entry into force there, if a source says it.")
    denounced: PartialDate | None = None
    as_of: PartialDate | None = Field(None, description="The state of the list that was read.")
    excluded: tuple[Line, ...] = Field((), description="Parts or annexes the country left out.")


class Series(Model):
    """One figure over the years, or one year by country: always one source and one edition."""

    indicator: str = Field(pattern=r"^[a-z0-9_]+$")
    source: Identifier
    checked: Day
    values: dict[Year, Amount] = Field(default_factory=dict, description="Value by year.")
    year: Year | None = Field(None, description="The year of by_country.")
    by_country: dict[str, Amount] = Field(
        default_factory=dict, description="Value by country (ISO 3166 alpha-3, or OTHER)."
    )
    edition: PartialDate | None = Field(None, description="Edition of the source that these values come from, where its entry in sources.yaml is newer.")
    note: Text | None = None

    @model_validator(mode="after")
    def _complete(self) -> "Series":
        if bool(self.values) == bool(self.by_country):
            raise PydanticCustomError("series", "values or by_country")
        if self.by_country and self.year is None:
            raise PydanticCustomError("series_year", "year missing")
        return self

    @property
    def latest(self) -> int:
        """The newest year with a value."""
        return max(self.values) if self.values else int(self.year or 0)

    @property
    def latest_value(self) -> float:
        """The value of the newest year; the sum of the rows for a table by country."""
        return self.values[max(self.values)] if self.values else sum(self.by_country.values())


class LawNote(Sourced, Legal):
    """A law, policy or institution that a migrant there should know."""

    id: Identifier
    kind: Line = Field(pattern=r"^[a-z_]+$")
    title: Text
    year: PartialDate | None = None
    summary: Text


class ArticleReview(Reviewed):
    """A lawyer has read what the site says about one article in this country: right, promise or something to ask for."""

    article: ArticleMark = Field(description="As marks name it.", examples=["c189:9(c)"])


class Project(Sourced):
    """A cooperation project or programme."""

    id: Identifier
    title: Text
    years: Line | None = None
    partners: Line | None = None
    summary: Text


class Country(Model):
    """One file of data/country_profiles: everything sourced about one country but its contacts."""

    id: Alpha3
    slug: Identifier = Field(description="Last part of its address, in French; never changed.")
    priority: bool = Field(default=False, description="One of the countries the network works in first.")
    emergency: tuple[Emergency, ...] = ()
    ratifications: tuple[Ratification, ...] = ()
    figures: tuple[Series, ...] = ()
    law: tuple[LawNote, ...] = ()
    projects: tuple[Project, ...] = ()
    article_reviews: tuple[ArticleReview, ...] = Field((), description="Articles of guides that a lawyer has read for this country.")
    note: Text | None = None

    @cached_property
    def _ratified(self) -> Mapping[str, Ratification]:
        return {r.instrument: r for r in reversed(self.ratifications)}

    @cached_property
    def _series(self) -> Mapping[str, tuple[Series, ...]]:
        found: dict[str, list[Series]] = {}
        for series in self.figures:
            found.setdefault(series.indicator, []).append(series)
        return {indicator: tuple(sorted(listed, key=lambda s: -s.latest)) for indicator, listed in found.items()}

    def ratification(self, instrument: str) -> Ratification | None:
        """What is known about a treaty here; ``None`` when nobody looked or nothing was found."""
        return self._ratified.get(instrument)

    def status(self, instrument: str) -> Status:
        """The status of a treaty here, ``UNKNOWN`` when nothing is recorded."""
        found = self.ratification(instrument)
        return found.status if found else Status.UNKNOWN

    def series(self, indicator: str) -> tuple[Series, ...]:
        """All series of an indicator, the one with the newest year first."""
        return self._series.get(indicator, ())
