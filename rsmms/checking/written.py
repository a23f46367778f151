"""Rules for hand-written pages: marks that lead somewhere, steps with an origin, translations that pair."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rsmms.checking.headers import header_problem
from rsmms.joins.citations import BLOCK, BLOCKS, UNTRANSLATED, CitationError, citation_error, resolve_citation
from rsmms.joins.origins import MARK, ends_with_origin
from rsmms.language.accents import accented_countries, lost
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.model.front import State
from rsmms.model.library import Library
from rsmms.model.written import Unit, Written, units_of
from rsmms.problems.problem import Problem, Severity, bounded, closest

SECTIONS = ("", "agir", "preuves", "delais", "eviter", "suite", "loi", "modele", "dangers")
"""Sections a situation page may have, in their order."""
NEED_ORIGIN = frozenset(SECTIONS) - {"", "modele"}
LONG_SENTENCE = 20
"""Words a sentence should have at most, on average."""
_SENTENCE = re.compile(r"(?<![.!?…])[.!?…]+(?:\s|$)")
_LINK = re.compile(r"\]\(\s*([^)\s]+)")


def check_written(
    written: Mapping[tuple[str, str], Written], library: Library, generated: frozenset[str],
) -> list[Problem]:
    """All problems of the hand-written pages. ``generated`` are Markdown paths of pages made from data."""
    problems: list[Problem] = []
    known = {path for _, path in written} | generated
    translations: dict[str, list[Written]] = {}
    for page in written.values():
        if page.language != SOURCE_LANGUAGE:
            translations.setdefault(page.path, []).append(page)
    for page in written.values():
        problems += bounded(_marks(library, page))
        problems += bounded(_links(page, known, written))
        if page.language == SOURCE_LANGUAGE:
            problems += bounded(_facts(library, page))
            problems += bounded(_deleted(page, translations.get(page.path, ())))
            problems += bounded(_accents(page))
        else:
            problems += bounded(_pairing(page, written.get((SOURCE_LANGUAGE, page.path))))
        if page.front.kind.value == "situation" and page.language in ("fr", "en"):
            problems += bounded(_origins(page))
            problems += _plain(page)
    return problems


def _problem(page: Written, code: str, line: int, suggestion: str = "", severity: Severity = Severity.ERROR, **values: str) -> Problem:
    return Problem(code=code, path=page.file, line=line, values=values, suggestion=suggestion, severity=severity)


def _faulty(page: Written, line: int, wrong: CitationError) -> Problem:
    return Problem(code=wrong.code, path=page.file, line=line, values=wrong.values, suggestion=wrong.suggestion)


def _marks(library: Library, page: Written) -> Iterator[Problem]:
    for _, unit in units_of(page):
        for match in () if unit.kind == "letter" else MARK.finditer(unit.text):
            wrong = _block_fault(match[1]) or citation_error(library, match[1])
            if wrong:
                yield _faulty(page, unit.line, wrong)


def _block_fault(mark: str) -> CitationError | None:
    kind, _, name = mark.partition(":")
    return CitationError("P015", {"found": name}, closest(name, BLOCKS)) if kind == "block" and name not in BLOCKS else None


def _links(page: Written, known: set[str], written: Mapping[tuple[str, str], Written]) -> Iterator[Problem]:
    titles = ((section.title, section.line) for section in page.sections)
    for text, line in (*titles, *((unit.text, unit.line) for _, unit in units_of(page))):
        for match in _LINK.finditer(text):
            target = match[1]
            if re.match(r"(https|mailto|tel|sms):", target):
                continue
            if target.startswith("#"):
                yield from _anchor(page, line, page, target[1:])
                continue
            if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", target):
                yield _problem(page, "T004", line, found=target)
                continue
            path, _, anchor = target.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
            if path not in known:
                yield _problem(page, "P010", line, closest(path, known), found=target)
            elif anchor:
                yield from _anchor(page, line, written.get((page.language, path)) or written.get((SOURCE_LANGUAGE, path)), anchor)


def _anchor(page: Written, line: int, target: Written | None, anchor: str) -> Iterator[Problem]:
    """A section that a link names is in the hand-written page it leads to."""
    names = {section.id for section in target.sections if section.id} if target else {anchor}
    if anchor not in names and not re.fullmatch(r"source-\d+|sources", anchor):
        yield _problem(page, "P034", line, closest(anchor, names), found=anchor, target=target.file if target else "")


def _facts(library: Library, page: Written) -> Iterator[Problem]:
    """Articles and sources of the French header exist."""
    for number, citation in enumerate(page.front.articles):
        found = resolve_citation(library, citation.treaty, citation.article, citation.annex)
        if isinstance(found, CitationError):
            field = "article" if found.code == "X006" else "instrument"
            yield header_problem(page, found.code, f"articles.{number}.{field}", found.suggestion, **found.values)
    for number, source in enumerate(page.front.sources):
        if source not in library.sources:
            yield header_problem(page, "X004", f"sources.{number}", closest(source, library.sources), found=source)


def _deleted(french: Written, translations: Iterable[Written]) -> Iterator[Problem]:
    """Sections that translations have and the French page has no more: they would silently vanish."""
    kept = {section.id for section in french.sections}
    told: set[str] = set()
    for page in translations:
        for section in page.sections:
            if section.id not in kept | told:
                told.add(section.id)
                yield _problem(french, "P011", 1, found=section.id, file=page.file, at=str(section.line))


def _accents(page: Written) -> Iterator[Problem]:
    """A warning for names of countries that have lost their accent."""
    for _, unit in units_of(page):
        for found, meant in lost(unit.text, accented_countries()):
            yield _problem(page, "T007", unit.line, meant, severity=Severity.WARNING, found=found)


def _pairing(page: Written, french: Written | None) -> Iterator[Problem]:
    """A translation has the French sections, and in each of them the same number of pieces."""
    if not french:
        yield _problem(page, "P008", 1, found=f"docs/{SOURCE_LANGUAGE}/{page.path}")
        return
    if page.front.state == State.SOURCE:
        yield header_problem(page, "M001", "state")
    if page.front.id != french.front.id:
        wrong = header_problem(page, "P033", "id", found=page.front.id, expected=french.front.id)
        yield replace(wrong, suggestion=french.front.id)
    for section in french.sections:
        own = page.section(section.id)
        if own is None:
            if page.front.state.value == "translated":
                yield _problem(page, "P006", 1, found=section.id)
        elif len(own.units) != len(section.units):
            yield _problem(page, "P007", own.line, section=section.id, found=str(len(own.units)), expected=str(len(section.units)))


def _origins(page: Written) -> Iterator[Problem]:
    for section, unit in units_of(page):
        if section.id not in SECTIONS:
            yield _problem(page, "P009", section.line, closest(section.id, SECTIONS), found=section.id)
            return
        needs = section.id in NEED_ORIGIN and unit.kind in ("ol", "ul") and not BLOCK.match(unit.text)
        if needs and not ends_with_origin(unit.text):
            yield _problem(page, "P003", unit.line, found=unit.text[:50])


def _plain(page: Written) -> Iterator[Problem]:
    """A warning for editors when sentences are long on average."""
    average = words_per_sentence([u for _, u in units_of(page) if u.kind != "letter"])
    if average > LONG_SENTENCE:
        yield _problem(page, "P005", 1, severity=Severity.WARNING, found=f"{average:.0f}", limit=str(LONG_SENTENCE))


def words_per_sentence(units: list[Unit]) -> float:
    """The average length of the sentences, in words, marks and links left out."""
    texts = (MARK.sub("", u.text) for u in units if not u.text.startswith(UNTRANSLATED))
    sentences = [s.split() for text in texts for s in _SENTENCE.split(text) if s.strip()]
    return sum(map(len, sentences)) / len(sentences) if sentences else 0.0
