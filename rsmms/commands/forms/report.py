"""``rsmms report EVENT.json``: a filled-in form about a wrong number becomes a change of one line and the text of a proposal, or an answer."""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rsmms.changes.files import Edit
from rsmms.changes.tree import parse, value_of
from rsmms.changes.writer import Put, changed
from rsmms.commands.editors.trial import Refused, save_if_good
from rsmms.commands.forms import told
from rsmms.commands.forms.events import Filled, read_event
from rsmms.commands.forms.issue_form import Form, fields_of, form_of, forms, value
from rsmms.commands.forms.quoting import cell, quoted
from rsmms.commands.forms.wrong_number import Correction, correction
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.reading.config import build_day
from rsmms.reading.load import load

FORM = "wrong_number"
"""The form that is read; the others need a person."""
SOURCES = "data/sources.yaml"
_QUOTED = ("page", "contact", "wrong", "right", "how", "source", "day", "role")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a form. Its texts are Markdown in which words of the reporter are quoted."""

    outcome: str
    """``proposed``, ``answered`` (why it could not be), or ``ignored`` (another form, or an issue that is closed)."""
    title: str = ""
    body: str = ""
    answer: str = ""
    branch: str = ""
    files: Sequence[str] = ()


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to those of ``rsmms``."""
    made = commands.add_parser("report")
    made.add_argument("event", type=Path, help="what the forge tells of an issue, as JSON")
    made.add_argument("--json", action="store_true", help="the title, body and answer for a workflow; 0 also when it was answered")
    made.set_defaults(run=_report)


def _report(arguments: argparse.Namespace) -> int:
    done = take_report(arguments.root, arguments.event, build_day())
    if arguments.json:
        print(json.dumps(asdict(done), ensure_ascii=False, indent=1))
        return 0
    print(*(text for text in (done.outcome, done.title, done.body, done.answer, *done.files) if text), sep="\n")
    return int(done.outcome == "answered")


def take_report(root: Path, event: Path, today: date) -> Outcome:
    """Read an event and write what it changes, if that is certain and the check accepts it; raise ``CommandError`` for a file that is no event."""
    issue = read_event(event, today)
    form = form_of(issue.body, forms(root))
    if issue.closed or form is None or form.name != FORM:
        return Outcome("ignored")
    try:
        fields = fields_of(issue.body, form)
        found = correction(fields, form, load(root).library, issue.day, today)
        names = save_if_good(root, edits(root, found), today)
    except Refused as refused:
        return Outcome("answered", answer=_answer(form, told.CHECK.text(form.language) + "\n\n" + quoted(refused.problems(form.language))))
    except CommandError as reason:
        return Outcome("answered", answer=_answer(form, reason.text(form.language)))
    return Outcome("proposed", _title(found, issue), _body(found, form, fields, issue), branch=f"correction-{issue.number}", files=names)


def edits(root: Path, found: Correction) -> list[Edit]:
    """The files as they shall be: the contact's, and the list of sources where a page is new."""
    name = f"data/contacts/{found.country}.yaml"
    raw = (root / name).read_bytes()
    made = [Edit(name, raw, changed(raw, found.changes, name))]
    if found.new_source:
        before = (root / SOURCES).read_bytes()
        made.append(Edit(SOURCES, before, with_source(before, found.new_source)))
    return made


def with_source(raw: bytes, entry: Mapping[str, str]) -> bytes:
    """The list of sources with one more, in the order of their ids."""
    tree = value_of(parse(raw.decode("utf-8-sig")))
    listed = tree["sources"]
    place = next((n for n, known in enumerate(listed) if known["id"] > entry["id"]), len(listed))
    whole = {**entry, "read": date.fromisoformat(entry["read"])}
    return changed(raw, [Put(("sources",), [*listed[:place], whole, *listed[place:]])], SOURCES)


def _answer(form: Form, why: str) -> str:
    return "\n\n".join([told.HEAD.text(form.language), why, told.TAIL.text(form.language)]) + "\n"


def _title(found: Correction, issue: Filled) -> str:
    """Names the contact by its id and the values by what the check has accepted: no word of the reporter."""
    return f"{found.contact.id} : {found.before} → {found.after} (#{issue.number})"


def _body(found: Correction, form: Form, fields: Mapping[str, str], issue: Filled) -> str:
    """Both languages, because nobody knows who accepts it: what changes, on what grounds, and the reporter's words."""
    by = Message(found.by.value, found.by.value) if found.by else told.NO_ROLE
    values = (found.contact.id, found.before, found.after, _both(told.HOW[found.how]), _both(by), found.day.isoformat())
    rows = [f"| {_both(name)} | {cell(value)} |" for name, value in zip(told.ROWS, values, strict=True)]
    unsure = found.how == 1 or (found.how == 0 and found.by)
    notes = [told.LOOK, *([] if unsure else [told.UNSURE]), *([told.NEW_SOURCE] if found.new_source else [])]
    words = [f"**{form.label(name)}**\n\n{quoted(fields[name])}" for name in _QUOTED if value(fields.get(name, ""))]
    table = "\n".join(["| | |", "| --- | --- |", *rows])
    told_twice = [note.text(language) for note in notes for language in ("fr", "en")]
    return "\n\n".join([table, *told_twice, _both(told.WORDS), *words, f"Closes #{issue.number}"]) + "\n"


def _both(message: Message) -> str:
    return message.fr if message.fr == message.en else f"{message.fr} · {message.en}"
