"""Rules for the network's library: pages, situations, articles and roadmaps that its data name exist."""

import posixpath
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from rsmms.checking.law import check_law
from rsmms.joins.citations import citation_error
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.model.written import Written
from rsmms.problems.problem import Problem, closest
from rsmms.reading.document import Document, Path_
from rsmms.reading.load import Loaded

_DEPTH = 6
"""Where a sentence of a kit stands: kits, number, parts, number, points, number."""


def check_library(
    loaded: Loaded, written: Mapping[tuple[str, str], Written], generated: AbstractSet[str],
) -> Iterator[Problem]:
    """All problems of the library's files. ``generated`` are Markdown paths of pages made from data."""
    pages = {path for language, path in written if language == SOURCE_LANGUAGE} | generated
    situations = {page.front.id for page in written.values() if page.front.kind.value == "situation"}
    for document in loaded.documents.values():
        if document.path.startswith("data/contacts/"):
            yield from _listed(document, "contacts", "situations", situations, "X018")
    for name, key in (("practices", "practices"), ("training", "modules"), ("commitments", "commitments"), ("kits", "kits")):
        if found := loaded.documents.get(f"data/{name}.yaml"):
            yield from _listed(found, key, "pages", pages, "P010")
            yield from _listed(found, key, "situations", situations, "X018")
    yield from check_law(loaded, situations)
    yield from _questions(loaded)
    yield from _said(loaded)
    yield from _roadmaps(loaded)


def _listed(document: Document, key: str, field: str, known: AbstractSet[str], code: str) -> Iterator[Problem]:
    """Names in a field of every entry of a file's list that nothing has."""
    items = document.tree.get(key) if isinstance(document.tree, dict) else None
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield from _named(document, (key, number, field), item.get(field), known, code)


def _named(document: Document, at: Path_, names: object, known: AbstractSet[str], code: str) -> Iterator[Problem]:
    """Names of a list that nothing has."""
    for number, name in enumerate(names if isinstance(names, list) else ()):
        if isinstance(name, str) and posixpath.normpath(name) not in known:
            yield document.problem(code, (*at, number), closest(name, known), found=name)


def _questions(loaded: Loaded) -> Iterator[Problem]:
    """Every question says where its answer stands, and the article exists."""
    document = loaded.documents.get("data/training.yaml")
    if not document:
        return
    places = [at for at in document.places if len(at) == 4 and at[0] == "modules" and at[2] == "quiz"]
    for at in places:
        question = _at(document, at)
        articles, source = question.get("articles") or [], question.get("source")
        if not articles and not source:
            yield document.problem("M001", (*at, "source"))
        yield from _articles(loaded, document, at, articles)


def _articles(loaded: Loaded, document: Document, at: Path_, articles: object) -> Iterator[Problem]:
    """Articles of a list that no treaty has."""
    for number, article in enumerate(articles if isinstance(articles, list) else ()):
        wrong = citation_error(loaded.library, str(article))
        if wrong:
            yield document.problem(wrong.code, (*at, "articles", number), wrong.suggestion, **wrong.values)


def _said(loaded: Loaded) -> Iterator[Problem]:
    """Articles that a sentence of a kit rests on exist."""
    document = loaded.documents.get("data/kits.yaml")
    places = [at for at in document.places if len(at) == _DEPTH and at[0] == "kits" and at[2] == "parts"] if document else []
    for at in places:
        if document:
            yield from _articles(loaded, document, at, _at(document, at).get("articles"))


def _at(document: Document, at: Path_) -> dict[str, object]:
    found: object = document.tree
    for part in at:
        found = found[part]  # type: ignore[index]
    return found if isinstance(found, dict) else {}


def _roadmaps(loaded: Loaded) -> Iterator[Problem]:
    """Every line belongs to a roadmap of the same file."""
    document = loaded.documents.get("data/commitments.yaml")
    known = loaded.library.roadmaps
    for identifier, commitment in loaded.library.commitments.items() if document else ():
        if document and commitment.roadmap not in known:
            line = loaded.library.lines["commitments", identifier][1]
            allowed = ", ".join(known)
            yield Problem(code="M005", path=document.path, line=line, field="roadmap", suggestion=closest(commitment.roadmap, known),
                          values={"found": commitment.roadmap, "allowed": allowed})  # fmt: skip
