"""Where facts come from."""

from pydantic import Field

from rsmms.model.base import Day, Identifier, Language, Line, Model, SourceUrl
from rsmms.model.dates import PartialDate


class Source(Model):
    """One publication, named once and cited by its id everywhere."""

    id: Identifier
    publisher: Line = Field(description="Who answers for it, in its own language.")
    title: Line = Field(description="Its title or, where the page has none, what it is.")
    url: SourceUrl
    licence: Line | None = Field(None, description="Terms of reuse, where the source states them.")
    language: Language | None = None
    published: PartialDate | None = None
    read: Day = Field(description="The day it was read.")
    copy_of: Line | None = Field(
        None, description="Set when an archived copy was read instead of the publisher's own page."
    )
