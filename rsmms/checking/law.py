"""Rules of the law files: a "no" rests on a complete list, lists add up, and rules name situations that exist."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from rsmms.checking.cited import leaves
from rsmms.joins.complete_lists import list_without
from rsmms.model.country import Country, Ratification, Status
from rsmms.problems.problem import Problem, bounded, closest
from rsmms.reading.document import Document
from rsmms.reading.load import Loaded

LISTS = "data/complete_lists.yaml"
_FILES = ("data/deadlines.yaml", "data/to_read.yaml", "data/zones.yaml", "data/country_profiles/")
"""Files whose rules name situations."""


def check_law(loaded: Loaded, situations: AbstractSet[str]) -> Iterator[Problem]:
    """All problems of complete lists and of the situations that rules of law name."""
    for name, document in loaded.documents.items():
        if name.startswith(_FILES):
            yield from bounded(_situations(document, situations))
    if LISTS in loaded.documents:
        yield from _totals(loaded, loaded.documents[LISTS])
        for country in loaded.library.countries.values():
            document = loaded.documents[loaded.library.lines["data/country_profiles", country.id][0]]
            yield from bounded(_answers(loaded, document, country))


def _situations(document: Document, known: AbstractSet[str]) -> Iterator[Problem]:
    for at, name in leaves(document):
        if len(at) > 1 and at[-2] == "situations" and isinstance(name, str) and name not in known:
            yield document.problem("X018", at, closest(name, known), found=name)


def _totals(loaded: Loaded, document: Document) -> Iterator[Problem]:
    """A list names no more States than it counts, and counts none twice."""
    items = document.tree.get("lists") if isinstance(document.tree, dict) else None
    for number, item in enumerate(items if isinstance(items, list) else ()):
        found = loaded.library.complete_lists.get(str(item.get("id"))) if isinstance(item, dict) else None
        if found and (len(found.parties) > found.total or len(set(found.parties)) < len(found.parties)):
            yield document.problem("X041", ("lists", number, "total"), found=str(len(found.parties)), total=str(found.total))


def _answers(loaded: Loaded, document: Document, country: Country) -> Iterator[Problem]:
    for number, fact in enumerate(country.ratifications):
        if fact.status in (Status.NOT_RATIFIED, Status.SIGNED_ONLY):
            yield from _answer(loaded, document, country, number, fact)


def _answer(loaded: Loaded, document: Document, country: Country, number: int, fact: Ratification) -> Iterator[Problem]:
    """No list names a country that is said not to be bound, and a plain "no" has a list that shows it."""
    at = ("ratifications", number, "status")
    naming = [one for one in loaded.library.complete_lists.values() if one.instrument == fact.instrument and country.id in one.named]
    if naming:
        yield document.problem("X042", at, found=fact.status.value, list=naming[0].id, date=str(naming[0].as_of))
    elif fact.status == Status.NOT_RATIFIED and not list_without(loaded.library, country.id, fact.instrument):
        yield document.problem("X043", at, found=fact.instrument)
