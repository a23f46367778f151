"""Words of a language that translators may use, and who vouches for them."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Identifier, Line, Model, SourceUrl


class Standing(StrEnum):
    """How far a word may be trusted."""

    OFFICIAL = "official"
    """Word for word in the Universal Declaration or in CLDR."""
    PUBLISHED = "published"
    """Word for word in a public translation."""
    DRAFT = "draft"
    """Composed from published words; no speaker has checked it."""


class Word(Model):
    """One notion: the French, and what to say in Ewe."""

    id: Identifier
    fr: Line
    en: Line | None = None
    ee: Line
    standing: Standing
    url: SourceUrl | None = Field(None, description="Where the word was read; a draft has none.")

    @property
    def french(self) -> tuple[str, ...]:
        """The French forms: ``passeport / papiers`` gives both; what stands in brackets only explains."""
        bare = self.fr.split("(")[0]
        return tuple(form.strip() for form in bare.split("/") if form.strip())
