"""One broken input and what is told about it; names of the files of the tiny project that are broken."""

from dataclasses import dataclass

from helpers import SITUATION, Changes

SOURCES = "data/sources.yaml"
CONVENTIONS = "data/conventions.yaml"
ZONES = "data/zones.yaml"
TOGO = "data/country_profiles/TGO.yaml"
CONTACTS = "data/contacts/TGO.yaml"
INDICATORS = "data/indicators.yaml"
FR = f"docs/fr/{SITUATION}"
EN = f"docs/en/{SITUATION}"
NBSP = "\u00a0"


@dataclass(frozen=True)
class Case:
    """What is broken, and everything that is told about it."""

    code: str
    files: Changes
    fr: str | tuple[str, ...]
    en: str | tuple[str, ...]

    @property
    def expected(self) -> dict[str, list[str]]:
        """The report in each language."""
        return {"fr": listed(self.fr), "en": listed(self.en)}


def listed(texts: str | tuple[str, ...]) -> list[str]:
    """One text or several, as a list."""
    return [texts] if isinstance(texts, str) else list(texts)
