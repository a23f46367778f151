"""Words a worker meets, explained."""

from pydantic import Field

from rsmms.model.base import Identifier, Language, Line, Model, Text


class Term(Model):
    """A word, its plain explanation, and what else people call it."""

    id: Identifier
    term: Text
    definition: Text
    aliases: dict[Language, tuple[Line, ...]] = Field(default_factory=dict)
    unmarked: dict[Language, tuple[Line, ...]] = Field(
        default_factory=dict, description="Aliases that the search finds and no page marks: in most sentences they mean something else."
    )
