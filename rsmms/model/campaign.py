"""Texts of ratification campaigns: what a treaty would change, what to answer, what to ask for."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from rsmms.model.base import Confidence, Identifier, Line, Model, Text

GENERAL = "general"
"""The entry used for every treaty that has none of its own."""
PLACES = ("treaty", "country", "neighbours", "changes", "list")
"""What a letter or a post may leave open; ``{changes}`` stands alone and becomes a list; ``{list}`` is the
complete list, with its day and total, on which the letter rests."""
_PLACE = re.compile(r"\{([^{}]*)\}")


def _open_places(text: dict[str, str]) -> dict[str, str]:
    """Only known ``{places}``, and no brace left alone."""
    for value in text.values():
        unknown = [name for name in _PLACE.findall(value) if name not in PLACES]
        if unknown or set("{}") & set(_PLACE.sub("", value)):
            raise PydanticCustomError("places", "unknown place")
    return text


Template = Annotated[Text, AfterValidator(_open_places)]
"""A text with ``{treaty}``, ``{country}`` and ``{neighbours}`` left open."""


class Change(Model):
    """One thing that ratification would change, with the article that says so."""

    text: Text
    article: Line | None = Field(None, description="As cited: 6(1). Its wording is on the treaty's page.")


class Objection(Model):
    """What people say against ratification, and what to answer."""

    says: Text
    answer: Text
    article: Line | None = Field(None, description="The article the answer rests on.")
    source: Identifier | None = None
    confidence: Confidence = Confidence.CONFIRMED


class Campaign(Model):
    """The words of one treaty's campaign; ``general`` serves all treaties that have none."""

    id: Identifier
    instrument: Identifier | None = Field(None, description="The treaty; empty for the general texts.")
    change: tuple[Change, ...] = ()
    letter: tuple[Template, ...] = Field((), description="Paragraphs of the letter to the minister.")
    points: tuple[Template, ...] = Field((), description="What to say in a meeting.")
    post: tuple[Template, ...] = Field((), description="A short message to share, sentence by sentence.")
    objections: tuple[Objection, ...] = ()
