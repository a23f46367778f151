"""What the marks of hand-written text name: articles, sources, countries, contacts and blocks made from data.

The forms are described in ``rsmms/pages/marks.py``, which shows them.
"""

import re
from dataclasses import dataclass

from rsmms.joins.origins import ADVICE, DOUBT, REASONS
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.model.contact import Kind
from rsmms.model.emergency import Service
from rsmms.model.instrument import Article, Instrument, Part
from rsmms.model.library import Library
from rsmms.problems.problem import closest

BLOCK = re.compile(r"^\[\[(contacts|block):([^\[\]\n]+)\]\]$")
"""A mark that stands alone in a paragraph and becomes a block."""
UNTRANSLATED = "[[fr]]"
CITATION = re.compile(r"([a-z0-9]+)(?:/([a-z0-9-]+))?:(.+)")
"""A treaty, a part of it such as an annex, and an article."""
BLOCKS = ("situations", "countries", "documents", "agreements", "emergency-togo")
"""Lists made from data that ``[[block:name]]`` shows."""


@dataclass(frozen=True)
class CitationError:
    """Why a mark cannot be understood: rule, values, suggestion."""

    code: str
    values: dict[str, str]
    suggestion: str = ""


def resolve_citation(library: Library, treaty: str, number: str, annex: str | None = None) -> tuple[Instrument, Part, Article] | CitationError:
    """The treaty, part and first article that a citation means, or what is wrong with it."""
    instrument = library.instruments.get(treaty)
    if not instrument:
        return CitationError("X001", {"found": treaty}, closest(treaty, library.instruments))
    found = library.cite(treaty, number, annex)
    if not found:
        numbers = [a.number for p in instrument.parts for a in p.articles]
        name = instrument.code + (f" {annex}" if annex else "")
        return CitationError("X006", {"found": number, "instrument": name}, closest(number, numbers))
    return instrument, *found[0]


def citation_error(library: Library, mark: str) -> CitationError | None:
    """What is wrong with the inside of a mark; ``None`` if it can be shown."""
    kind, _, rest = mark.partition(":")
    if mark in (ADVICE, "fr"):
        return None
    if kind == DOUBT:
        return _doubt_error(rest)
    if kind == "src":
        return None if rest in library.sources else CitationError("X004", {"found": rest}, closest(rest, library.sources))
    if kind == "in":
        wrong = next((c for c in rest.split(",") if not _is_country(c)), None)
        return CitationError("X002", {"found": wrong}) if wrong else None
    if kind == "contacts":
        return _contacts_fault(library, mark, *rest.partition(":")[::2])
    if kind in ("call", "rescue"):
        return _number_error(library, kind, rest)
    if kind == "block":
        return None
    citation = CITATION.fullmatch(mark)
    if not citation:
        return CitationError("P004", {"found": mark})
    found = resolve_citation(library, citation[1], citation[3], citation[2])
    return found if isinstance(found, CitationError) else None


def _number_error(library: Library, kind: str, name: str) -> CitationError | None:
    """What is wrong with a mark that stands for numbers: nobody of that id has one, or no such emergency service."""
    if kind == "rescue":
        services = [service.value for service in Service]
        return None if name in services else CitationError("P004", {"found": f"rescue:{name}"}, closest(name, services))
    known = {c.id for c in library.contact_by_id.values() if c.phones}
    return None if name in known else CitationError("X013", {"found": name}, closest(name, known))


def _doubt_error(reason: str) -> CitationError | None:
    told = {"reasons": ", ".join(REASONS)}
    if not reason:
        return CitationError("P021", told)
    return None if reason in REASONS else CitationError("P022", {"found": reason, **told}, closest(reason, REASONS))


def _contacts_fault(library: Library, mark: str, country: str, kinds: str) -> CitationError | None:
    if country not in library.contacts:
        return CitationError("X002", {"found": country}, closest(country, library.contacts))
    return CitationError("P004", {"found": mark}) if not {*kinds.split(",")} - {""} <= {k.value for k in Kind} else None


def _is_country(code: str) -> bool:
    try:
        Words(SOURCE_LANGUAGE).country(code)
    except KeyError:
        return False
    return True
