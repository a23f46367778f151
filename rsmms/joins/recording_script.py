"""What a speaker reads aloud: at most twenty numbered lines of a page, as they are spoken."""

from collections.abc import Iterator

from rsmms.joins.citations import BLOCK, UNTRANSLATED
from rsmms.joins.origins import bare_text
from rsmms.language.fingerprints import fingerprint
from rsmms.model.written import Section, Written

LINES = 20
_FIRST = ("", "agir", "dangers", "eviter", "preuves", "suite")
"""Sections in the order in which they matter to somebody who listens: what to do comes first."""
_SPOKEN = ("p", "ol", "ul")


def script(page: Written) -> tuple[str, ...]:
    """The title and the first lines, without marks, links or what is not translated."""
    return tuple(line for line, _ in zip(_lines(page), range(LINES), strict=False))


def _lines(page: Written) -> Iterator[str]:
    yield page.front.title
    ordered = [s for name in _FIRST for s in page.sections if s.id == name]
    for section in ordered:
        yield from _spoken(section)


def _spoken(section: Section) -> Iterator[str]:
    for unit in section.units:
        said = "" if BLOCK.match(unit.text) or unit.text.strip().startswith(UNTRANSLATED) else bare_text(unit.text)
        if unit.kind in _SPOKEN and said:
            yield said


def text_read(page: Written) -> str:
    """Fingerprint of the lines that are read, as a recording stores it."""
    return fingerprint(" ".join(script(page)))


def file_to_deliver(page: Written) -> str:
    """Name of the recording below ``audio/``: ``ee/passeport.opus``."""
    return f"{page.language}/{page.path.removesuffix('.md').removesuffix('/index').rpartition('/')[2]}.opus"
