"""Hand-written pages: header, sections and units (paragraphs, list items, letters) of a Markdown file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from rsmms.cache.results import ResultCache
from rsmms.language.fold import terms
from rsmms.model.front import Front
from rsmms.model.written import Section, Unit, Written
from rsmms.problems.problem import Problem, bounded
from rsmms.reading.document import Document, ReadError
from rsmms.reading.limits import MAX_PAGE
from rsmms.reading.markdown_rules import markdown_problems
from rsmms.reading.model_errors import model_problems
from rsmms.reading.text_rules import other_language, string_problems, text_problems
from rsmms.reading.yaml_source import leads_out, parse, text_of

_HEADING = re.compile(r"^(#{2,4}) (.*)$")
_HEADING_ID = re.compile(r"\{#([a-z0-9-]+)\}$")
_LIKELY_ID = re.compile(r"[{(\[]\s*#\s*([^{}()\[\]]+?)\s*[})\]]?$")
"""What was probably meant as an id: other brackets, a space, capitals, accents, or no end."""
_ITEM = re.compile(r"^(\d+\.|[-*]) (.+)$")
_ATTRIBUTES = re.compile(r"^\{:[^{}]*\}$")
"""The style of the list above, such as ``{: .cards }``, on a line of its own."""
_FENCE = "```"


def load_written(root: Path, languages: Sequence[str], results: ResultCache | None = None) -> tuple[dict[tuple[str, str], Written], list[Problem]]:
    """All hand-written pages by language and path, with the problems met."""
    results = results or ResultCache()
    pages: dict[tuple[str, str], Written] = {}
    problems: list[Problem] = []
    for language in languages:
        folder = root / "docs" / language
        for path in sorted(folder.rglob("*")):
            if path.suffix != ".md":
                problems += [Problem(code="Y009", path=path.relative_to(root).as_posix())] if path.is_symlink() and leads_out(path, root) else []
                continue
            found, met = read_written(path, root, language, path.relative_to(folder).as_posix(), results)
            problems += met
            if found:
                pages[language, found.path] = found
    return pages, problems


def read_written(path: Path, root: Path, language: str, inside: str, results: ResultCache | None = None) -> tuple[Written | None, list[Problem]]:
    """One page; ``None`` with problems if its header cannot be used."""
    name = path.relative_to(root).as_posix()
    try:
        text = text_of(path, root, MAX_PAGE)
    except ReadError as unreadable:
        return None, [unreadable.problem]
    return (results or ResultCache()).get_or_compute((name, inside, text), lambda: _read(text, name, language, inside))


def _read(text: str, name: str, language: str, inside: str) -> tuple[Written | None, list[Problem]]:
    parts = text.split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        return None, [Problem(code="P001", path=name, values={"why": "@header"})]
    first_line = parts[1].count("\n") + 3
    front, places, problems = _front(parts[1], name)
    problems += bounded(string_problems(parts[2], name, first_line))
    problems += other_language(parts[2], language, name, first_line)
    unclosed = _never_closed(parts[2], first_line)
    problems += [Problem(code="P012", path=name, line=unclosed)] if unclosed else []
    problems += bounded(markdown_problems(parts[2], name, first_line))
    sections = tuple(split(parts[2], first_line))
    problems += bounded(_twice(sections, name))
    problems += bounded(_nameless(s, name) for s in sections if s.title and not s.id)
    return (Written(language, inside, name, front, sections, places) if front else None), problems


def _front(text: str, name: str) -> tuple[Front | None, Mapping[str, int], list[Problem]]:
    """The header, the lines of its fields, and what is wrong with it."""
    try:
        document = parse(text, name, first_line=2)
    except ReadError as unreadable:
        return None, {}, [unreadable.problem]
    problems = [*bounded(document.repeated), *bounded(text_problems(document))]
    try:
        return Front.model_validate(document.tree), _places(document), problems
    except ValidationError as error:
        return None, {}, problems + list(bounded(model_problems(error, document, Front, ())))


def _places(document: Document) -> Mapping[str, int]:
    return {".".join(map(str, at)): line for at, (line, _) in document.places.items()}


def split(body: str, first_line: int = 1) -> Iterator[Section]:
    """The sections of a Markdown body, the lead first."""
    name, title, level, line = "", "", 2, first_line
    gathered: list[tuple[int, str]] = []
    fenced = False
    for number, text in enumerate(body.split("\n"), first_line):
        fenced ^= text.startswith(_FENCE)
        found = None if fenced else _HEADING.match(text)
        if not found:
            gathered.append((number, text))
            continue
        if name or title or any(t.strip() for _, t in gathered):
            yield Section(name, title, level, tuple(_units(gathered)), line)
        (title, name), level, line, gathered = _heading(found[2]), len(found[1]), number, []
    if name or title or any(t.strip() for _, t in gathered):
        yield Section(name, title, level, tuple(_units(gathered)), line)


def _heading(text: str) -> tuple[str, str]:
    """Title and id of ``Title {#id}``; the id is empty if there is none."""
    text = text.rstrip()
    found = _HEADING_ID.search(text)
    return (text[: found.start()].rstrip(), found[1]) if found else (text, "")


def _units(lines: list[tuple[int, str]]) -> Iterator[Unit]:
    kind, start, gathered = "", 0, list[str]()
    fenced = False
    for number, text in [*lines, (0, "")]:
        item = None if fenced else _ITEM.match(text)
        opens = text.startswith(_FENCE)
        continues = gathered and (fenced or (text.strip() and not item and not opens))
        style = not fenced and _ATTRIBUTES.match(text)
        continues = continues and not style
        if continues or (fenced and opens):
            gathered.append(text if fenced else text.strip())
        elif gathered:
            yield Unit(kind, (" " if kind in ("ol", "ul") else "\n").join(gathered), start)
            gathered = []
        if item:
            kind, start, gathered = ("ol" if item[1][0].isdigit() else "ul"), number, [item[2]]
        elif opens and not fenced:
            kind, start, gathered = "letter", number, [text]
        elif text.strip() and not continues and not fenced:
            kind, start, gathered = ("style" if style else "p"), number, [text.strip()]
        fenced ^= opens
    if gathered:
        yield Unit(kind, "\n".join(gathered).rstrip() + "\n" + _FENCE, start)


def _nameless(section: Section, name: str) -> Problem:
    """A heading without an id that can be used, with the one that was probably meant."""
    meant = _LIKELY_ID.search(section.title)
    likely = f"{{#{'-'.join(terms(meant[1]))}}}" if meant else ""
    return Problem(code="P002", path=name, line=section.line, values={"found": section.title}, suggestion=likely)


def _twice(sections: Sequence[Section], name: str) -> Iterator[Problem]:
    """Sections with the name of an earlier one: the first would be printed twice, the second never."""
    first: dict[str, int] = {}
    for section in sections:
        if section.id and section.id in first:
            yield Problem(code="P031", path=name, line=section.line, values={"found": section.id, "first": str(first[section.id])})
        first.setdefault(section.id, section.line)


def _never_closed(body: str, first_line: int) -> int:
    """Line on which a letter starts that does not end; 0 if all letters end."""
    fences = [number for number, text in enumerate(body.split("\n"), first_line) if text.startswith(_FENCE)]
    return fences[-1] if len(fences) % 2 else 0

