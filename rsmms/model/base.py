"""What all models share: frozen, no unknown field, texts in languages, confidence, dates."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from rsmms.model.dates import PartialDate, no_day

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""A BCP 47 primary language subtag."""
Alpha3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""A country as ISO 3166-1 alpha-3."""
_IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_LONGEST = 80
RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that no page may have: of lists, and of devices, because Windows can then neither clone the project nor unpack the site."""


def _free(value: str) -> str:
    if value in RESERVED:
        raise PydanticCustomError("reserved", "reserved name")
    return value


Identifier = Annotated[str, StringConstraints(pattern=_IDENTIFIER, max_length=_LONGEST), AfterValidator(_free)]
"""A stable name in lower-case ASCII letters, digits and single hyphens."""


def is_identifier(text: str) -> bool:
    """True for a text that can be a stable name and a part of an address."""
    return len(text) <= _LONGEST and re.fullmatch(_IDENTIFIER, text) is not None and not text.endswith("\n") and text not in RESERVED


Line = Annotated[str, StringConstraints(min_length=1, max_length=3000)]
"""One text, never empty."""


Year = Annotated[int, Field(ge=1800, le=2999)]
"""A year of our time."""


LARGEST = 10**15
"""Larger than any count or amount of money in the world; databases and browsers still hold it exactly."""
Amount = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
"""A figure."""


class Model(BaseModel):
    """Base of every model: immutable, and an unknown field is a problem, not a surprise."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def __copy__(self) -> Self:
        """A copy without what was computed from the fields: ``model_copy`` may give it other fields."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Confidence(StrEnum):
    """How far a fact may be trusted."""

    CONFIRMED = "confirmed"
    """Two independent sources agree, or the authentic text was read."""
    SINGLE_SOURCE = "single_source"
    """One archived source says so."""
    UNCONFIRMED = "unconfirmed"
    """Plausible, but no source at hand states it: always shown with the words "to be confirmed"."""
    DISPUTED = "disputed"
    """Two sources disagree: the note gives both."""


def _filled(value: dict[str, str]) -> dict[str, str]:
    if "fr" not in value:
        raise PydanticCustomError("text_fr", "French is missing")
    return value


Text = Annotated[dict[Language, Line], AfterValidator(_filled), Field(min_length=1)]
"""The same text by language; French is the source and may not be missing."""


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""``date.fromisoformat`` would also read a week date, ``2026-W47-7``."""


def _day(value: Any) -> Any:
    """Refuse the forms pydantic would guess from (timestamps), so that only YYYY-MM-DD is read."""
    if isinstance(value, str):
        try:
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise no_day(value) or PydanticCustomError("date_day", "not a full date")
    return value


Day = Annotated[date, BeforeValidator(_day)]
"""A full calendar day, YYYY-MM-DD."""

_SCHEMES = ("https://", "http://")


def _leads_somewhere(value: str) -> bool:
    """No sign that nobody sees or that ends an address, and a host with a dot and no name before it: ``https://https://…`` has none."""
    host = value.partition("://")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return value.isprintable() and not any(c in value for c in '"<>` \\') and "." in host.strip(".") and "@" not in host


def _web(value: str) -> str:
    if not value.startswith(_SCHEMES) or not _leads_somewhere(value):
        raise PydanticCustomError("web", "not a web address")
    return value


_PLAIN_ADDRESS = r"[^\s\"<>`\\]+$"
WEB, SECURE = r"^https?://" + _PLAIN_ADDRESS, r"^https://" + _PLAIN_ADDRESS
"""The same for editors and forms that know no Python; the functions look closer."""
SourceUrl = Annotated[str, AfterValidator(_web), StringConstraints(max_length=600), Field(json_schema_extra={"pattern": WEB})]
"""Where a source was read. ``http`` is allowed here, and only here: some archives have nothing else;
it is shown as text, and linked only when it is ``https``."""


def _secure(value: str) -> str:
    if not value.startswith("https://") or not _leads_somewhere(value):
        raise PydanticCustomError("https", "not an https address")
    return value


SecureUrl = Annotated[str, AfterValidator(_secure), StringConstraints(max_length=600), Field(json_schema_extra={"pattern": SECURE})]
"""An address a reader may be sent to: https only."""


class Cited(Model):
    """A fact with where it comes from and how far it may be trusted."""

    source: Identifier = Field(description="Id of the source in data/sources.yaml.")
    confidence: Confidence = Field(
        Confidence.SINGLE_SOURCE, description="How far the fact may be trusted."
    )
    note: Text | None = Field(None, description="What a reader must know to understand the fact.")


class Sourced(Cited):
    """A fact that somebody compares with its source from time to time."""

    checked: Day = Field(description="The day somebody last compared this fact with its source.")


ArticleMark = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(/[a-z0-9-]+)?:[^\s\[\]]+$")]
"""An article of a treaty, as the marks of guides name it: ``c189:9(c)``."""


class Reviewed(Model):
    """Somebody who knows the law has read a claim."""

    by: Line = Field(description="In which role, never a name: a labour lawyer in Lomé.", examples=["avocate en droit du travail, Lomé"])
    on: Day = Field(description="The day it was read.")


class Reviewable(Model):
    """A claim of law that a lawyer may have read."""

    reviewed: Reviewed | None = Field(None, description="Who read it, in which role, and when.")


class Legal(Reviewable):
    """What a rule of law has beside its text: whom it is for, what it leaves out, and until when it stands."""

    situations: tuple[Identifier, ...] = Field((), description="Ids of the situations in which it counts.")
    gives: tuple[ArticleMark, ...] = Field(
        (), description="Articles of treaties whose right this rule gives here, as marks name them.", examples=["c189:9(c)"]
    )
    article: Line | None = Field(None, description="Article, as the text numbers it.")
    applies_from: PartialDate | None = Field(None, description="Since when it applies.")
    leaves_out: Text | None = Field(None, description="Whom or what it does not cover.")
    expires: Day | None = Field(None, description="The last day on which it holds, if it was made for a time.")
    review: Day | None = Field(None, description="Look again by this day, because a change is announced.")
