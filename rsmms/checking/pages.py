"""Rules for hand-written pages as files of a site: address, id, day, and passages that Markdown reads as they were meant."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from rsmms.checking.days import is_future, is_too_old, likely_year
from rsmms.checking.headers import header_problem
from rsmms.model.base import is_identifier
from rsmms.model.written import Section, Written
from rsmms.problems.problem import Problem, bounded
from rsmms.reading.limits import MAX_NESTING, MAX_PASSAGE, apart, attributes, too_much


def check_pages(written: Mapping[tuple[str, str], Written], generated: frozenset[str], today: date) -> Iterator[Problem]:
    """All problems of the pages, for a build on ``today``. ``generated`` are Markdown paths of pages made from data."""
    known: dict[tuple[str, str], str] = {}
    for page in written.values():
        key = (page.language, page.front.id)
        if key in known:
            yield header_problem(page, "P016", "id", found=page.front.id, first=known[key])
        known.setdefault(key, page.file)
        yield from _address(page, generated)
        yield from _future(page, today)
        yield from bounded(problem for section in page.sections for problem in _passages(page, section))


def _address(page: Written, generated: frozenset[str]) -> Iterator[Problem]:
    """Every part of the path can stand in an address, and nothing made from data has it."""
    parts = page.path.removesuffix(".md").split("/")
    wrong = next((part for part in parts[:-1] if not is_identifier(part)), "")
    if wrong or not (parts[-1] == "index" or is_identifier(parts[-1])):
        yield Problem(code="P019", path=page.file, values={"found": wrong or f"{parts[-1]}.md"})
    if page.path in generated:
        yield Problem(code="P020", path=page.file)


def _future(page: Written, today: date) -> Iterator[Problem]:
    """No page was changed, and nothing recorded, after today."""
    days = {"updated": page.front.updated, "audio.recorded": page.front.audio.recorded if page.front.audio else today}
    for name, day in days.items():
        if is_future(day.isoformat(), today):
            yield header_problem(page, "X012", name, found=day.isoformat(), today=today.isoformat())
        elif is_too_old(day):
            yield replace(header_problem(page, "X021", name, found=day.isoformat()), suggestion=likely_year(day.isoformat(), today))


def _passages(page: Written, section: Section) -> Iterator[Problem]:
    for text, line, kind in ((section.title, section.line, "title"), *((u.text, u.line, u.kind) for u in section.units)):
        if kind == "letter":
            continue
        if too_much(text):
            yield Problem(code="P017", path=page.file, line=line, values={"limit": str(MAX_PASSAGE), "depth": str(MAX_NESTING)})
        for code, found in (*(("T003", a) for a in attributes(text)), *(("P018", a) for a in apart(text))):
            start = text.find(found)
            yield Problem(code=code, path=page.file, line=line + text.count("\n", 0, max(0, start)), values={"found": re.sub(r"\s+", " ", found)[:40]})
