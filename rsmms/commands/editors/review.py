"""A reviewer's answers into the page: better words where they were given, and who read each section on which day."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from rsmms.changes.files import write_text
from rsmms.commands.editors.compose import compose
from rsmms.commands.editors.scaffold import scalar
from rsmms.joins.review_pieces import Piece, pieces, reviewed, section_text, version
from rsmms.language.fingerprints import TITLE, section_name
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.model.front import Reviewed
from rsmms.model.written import Section, Written
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.reading.markdown import read_written
from rsmms.reading.review_answers import Answers

_NO_PAGE = Message(
    "Il n’y a pas de traduction {language} de {path}. Rien n’a été écrit.", "There is no translation of {path} into {language}. Nothing was written.",
)  # fmt: skip
_OLD = Message(
    "La page {path} a changé depuis la feuille ({found}, aujourd’hui {now}). Imprimez-la de nouveau. Rien n’a été écrit.",
    "The page {path} has changed since the sheet ({found}, today {now}). Print it again. Nothing was written.",
)  # fmt: skip
_NO_PIECE = Message("Il n’y a pas de morceau {number} sur {path}. Rien n’a été écrit.", "There is no piece {number} on {path}. Nothing was written.")
_TITLE_LINE = re.compile(r"^title: .*$", re.MULTILINE)
_REVIEWED = re.compile(r"^reviewed:\n(?:  .*\n)+", re.MULTILINE)
_STATE = re.compile(r"^state: .*$", re.MULTILINE)
_UPDATED = re.compile(r"^updated: .*$", re.MULTILINE)


def take_answers(root: Path, answers: Answers) -> Path:
    """Write the answers into the page of the translation; its path. Raise ``CommandError`` if they do not fit the page."""
    own, french = _pages(root, answers)
    if version(own) != answers.version:
        raise CommandError(_OLD, path=own.file, found=answers.version, now=version(own))
    listed = pieces(own, french)
    for number in answers.said:
        if not 1 <= number <= len(listed):
            raise CommandError(_NO_PIECE, number=str(number), path=own.file)
    changed = _changed(own, {p: answers.said[p.number] for p in listed if answers.said.get(p.number)})
    kept = {name: seen for name, seen in own.front.reviewed.items() if name in reviewed(own)}
    whole = {name for name in {p.section for p in listed} if all(p.number in answers.said for p in listed if p.section == name)}
    now = kept | {name: Reviewed(by=answers.role, day=answers.day, text=section_text(changed, name)) for name in sorted(whole)}
    path = root / own.file
    header = path.read_text(encoding="utf-8").split("---\n", 2)[1]
    done = {p.section for p in listed} <= set(now)
    write_text(root, path, f"---\n{_header(header, changed, now, answers, done=done)}---\n\n{compose(list(changed.sections))}")
    return path


def _pages(root: Path, answers: Answers) -> tuple[Written, Written]:
    found = [root / "docs" / code / answers.path for code in (answers.language, SOURCE_LANGUAGE)]
    if answers.language == SOURCE_LANGUAGE or not all(p.is_file() for p in found):
        raise CommandError(_NO_PAGE, path=answers.path, language=answers.language)
    own, _ = read_written(found[0], root, answers.language, answers.path)
    french, _ = read_written(found[1], root, SOURCE_LANGUAGE, answers.path)
    if not own or not french:
        raise CommandError(_NO_PAGE, path=answers.path, language=answers.language)
    return own, french


def _changed(own: Written, better: Mapping[Piece, str]) -> Written:
    """The page with the better words in their places; marks at the end of a piece stay, unless the reviewer wrote them too."""
    said = {(p.section, p.place): _with_marks(text, p.own) for p, text in better.items()}
    title = said.get((TITLE, 0), own.front.title)
    sections = tuple(_section(section, said) for section in own.sections)
    return replace(own, front=own.front.model_copy(update={"title": title}), sections=sections)


def _section(section: Section, said: Mapping[tuple[str, int], str]) -> Section:
    name = section_name(section)
    units = tuple(replace(u, text=said.get((name, place), u.text)) for place, u in enumerate(section.units, 1))
    return replace(section, title=said.get((name, 0), section.title), units=units)


_MARKS = re.compile(r"(?:\s*\[\[[^\[\]]+\]\])+\s*$")


def _with_marks(text: str, before: str) -> str:
    """Where a step comes from is not the reviewer's to write."""
    marks = _MARKS.search(before)
    return text + marks[0].rstrip() if marks and "[[" not in text else text


def _header(text: str, page: Written, seen: Mapping[str, Reviewed], answers: Answers, *, done: bool) -> str:
    """The header with its new title, day and reviews; the page counts as reviewed once every section does."""
    made = _TITLE_LINE.sub(lambda _: f"title: {scalar(page.front.title)}", text, count=1)
    made = _UPDATED.sub(f"updated: {max(page.front.updated, answers.day).isoformat()}", made, count=1)
    made = _STATE.sub("state: reviewed", made, count=1) if done else made
    entries = [f'  {name}:\n    by: {scalar(r.by, quoted=True)}\n    day: {r.day.isoformat()}\n    text: "{r.text}"\n' for name, r in seen.items()]
    return _REVIEWED.sub("", made) + ("reviewed:\n" + "".join(entries) if entries else "")
