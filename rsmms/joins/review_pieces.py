"""A translation cut into numbered pieces, so that a speaker without a computer can say "3: good" or "3: better so"."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsmms.joins.citations import BLOCK, UNTRANSLATED
from rsmms.language.fingerprints import TITLE, fingerprint, section_name
from rsmms.model.written import Section, Written

_SILENT = ("style",)


@dataclass(frozen=True, slots=True)
class Piece:
    """One numbered piece of a page."""

    number: int
    section: str
    """Name of its section, or of the header."""
    place: int
    """0 is the heading; its units follow."""
    french: str
    own: str


def pieces(own: Written, french: Written) -> tuple[Piece, ...]:
    """What a reviewer reads, in the order of the French page: titles and texts that are translated, numbered from 1."""
    return tuple(Piece(number, *found) for number, found in enumerate(_found(own, french), 1))


def _found(own: Written, french: Written) -> Iterator[tuple[str, int, str, str]]:
    yield TITLE, 0, french.front.title, own.front.title
    for section in french.sections:
        mine = own.section(section.id)
        if mine and len(mine.units) == len(section.units):
            yield from _of_section(section, mine)


def _of_section(french: Section, own: Section) -> Iterator[tuple[str, int, str, str]]:
    name = section_name(french)
    if french.title:
        yield name, 0, french.title, own.title
    for place, (theirs, mine) in enumerate(zip(french.units, own.units, strict=True), 1):
        if mine.kind not in _SILENT and not BLOCK.match(mine.text) and not mine.text.strip().startswith(UNTRANSLATED):
            yield name, place, theirs.text, mine.text


def version(own: Written) -> str:
    """Eight signs of the whole text: answers to another version of a page would land on other pieces."""
    texts = [own.front.title, *(text for s in own.sections for text in (s.title, *(u.text for u in s.units)))]
    return fingerprint(" ".join(texts))


def section_text(own: Written, name: str) -> str:
    """Fingerprint of a section, or of the title, as a review remembers it."""
    if name == TITLE:
        return fingerprint(own.front.title)
    section = next((s for s in own.sections if section_name(s) == name), None)
    return fingerprint("\n".join([section.title, *(u.text for u in section.units)])) if section else ""


def reviewed(own: Written) -> frozenset[str]:
    """Names of the sections that a speaker read as they stand today."""
    return frozenset(name for name, seen in own.front.reviewed.items() if seen.text == section_text(own, name))
