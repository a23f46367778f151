"""Hand-written pages as they were read: header, sections and units (paragraphs, list items, letters)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rsmms.model.front import Front


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece that a translation pairs: a paragraph, a list item or a letter."""

    kind: str
    """``p``, ``ol``, ``ul``, ``letter``, or ``style`` (how the list before it looks)."""
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its units; the lead has no heading and an empty id."""

    id: str
    title: str
    level: int
    units: tuple[Unit, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Written:
    """One hand-written page in one language."""

    language: str
    path: str
    """Path inside the language folder: ``situations/passeport.md``."""
    file: str
    """Path from the project's root."""
    front: Front
    sections: tuple[Section, ...] = field(default=())
    places: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Line of each field of the header, such as ``audio.file``."""

    def section(self, name: str) -> Section | None:
        """A section by its id."""
        return next((s for s in self.sections if s.id == name), None)


def units_of(page: Written) -> Iterator[tuple[Section, Unit]]:
    """Every unit with its section."""
    for section in page.sections:
        for unit in section.units:
            yield section, unit
