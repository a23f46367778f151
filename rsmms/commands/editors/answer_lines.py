"""Answers of people on the spot, in plain text, become changes of the contacts; a line that cannot be read is told and left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import phonenumbers
import pycountry

from rsmms.changes.files import Edit
from rsmms.changes.writer import Append, Change, Drop, Put, changed, where
from rsmms.joins.asking import Row, asked
from rsmms.model.base import Confidence
from rsmms.model.library import Library
from rsmms.model.reach import Caller
from rsmms.model.typed_dates import parse_typed_day
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

_LINE = re.compile(r"(?:\[[^\]]*\]\s*)?(?:[^:\d]{1,40}:\s*)?(?P<code>[A-Za-z]\d{3,8})\s*[:.,–-]?\s*(?P<said>.*)")
"""A code and what is said of it; WhatsApp puts an hour and a name before it."""
_HEAD = re.compile(r"(?P<name>jour|day|date|r[oô]le)\s*[:=]?\s*(?P<value>.+)", re.IGNORECASE)
_OK = frozenset({"ok", "oui", "yes", "répond", "repond"})
_CLOSED = frozenset({"closed", "fermé", "ferme", "fermée", "fermee", "close"})
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_ROLES = {
    "point focal": Caller.FOCAL_POINT, "focal point": Caller.FOCAL_POINT, "focal_point": Caller.FOCAL_POINT, "syndicat": Caller.UNION, "union": Caller.UNION,
    "coordination": Caller.COORDINATION, "volunteer": Caller.VOLUNTEER, "bénévole": Caller.VOLUNTEER, "benevole": Caller.VOLUNTEER,
}  # fmt: skip
_AT = "{file}:{line}: "
_NO_CODE = Message("pas de code au début de la ligne (« {said} ») ; écrivez par exemple « {code} ok »",
                   "no code at the start of the line (“{said}”); write for example “{code} ok”")  # fmt: skip
_UNKNOWN = Message("le code {said} n’est demandé nulle part : le numéro a changé depuis, ou quelqu’un a déjà répondu",
                   "code {said} is asked nowhere: the number has changed since, or somebody has answered already")  # fmt: skip
_UNCLEAR = Message("« {said} » n’est pas une réponse ; écrivez ok, un numéro avec +, une adresse de courriel ou closed",
                   "“{said}” is no answer; write ok, a number with +, an e-mail address or closed")  # fmt: skip
_NOT_HERE = Message("« {said} » n’est pas un numéro possible dans ce pays ({country}) ; écrivez-le avec + et l’indicatif",
                    "“{said}” is no possible number in this country ({country}); write it with + and the country code")  # fmt: skip
_NOTHING_TO_CALL = Message("« ok » ne dit rien ici : ce contact n’a pas de numéro ; écrivez son numéro",
                           "“ok” says nothing here: this contact has no number; write its number")  # fmt: skip
_TWICE = Message("le code {said} a déjà une réponse à la ligne {first}", "code {said} has an answer already on line {first}")
_CITED = Message("{said} est cité dans {where} : il ne peut pas être effacé ici ; corrigez d’abord ce fichier",
                 "{said} is cited in {where}: it cannot be deleted here; mend that file first")  # fmt: skip
_NO_DAY = Message("« {said} » n’est pas un jour passé ; écrivez AAAA-MM-JJ", "“{said}” is no past day; write YYYY-MM-DD")
_NO_ROLE = Message("« {said} » n’est pas un rôle ; écrivez point focal, syndicat, coordination ou bénévole",
                   "“{said}” is no role; write focal point, union, coordination or volunteer")  # fmt: skip


@dataclass(slots=True)
class Answered:
    """What an answer changes, and the lines that could not be read."""

    edits: list[Edit] = field(default_factory=list)
    taken: int = 0
    refused: list[Message] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    root: Path
    library: Library
    file: str
    day: date
    by: Caller
    today: date
    rows: dict[str, Row] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    refused: list[Message] = field(default_factory=list)
    changes: dict[str, list[Change]] = field(default_factory=dict)

    def line(self, number: int, text: str) -> None:
        """Read one line: a day, a role, an answer; quoted and empty ones say nothing."""
        said = text.strip()
        if not said or said.startswith((">", "#")):
            return
        try:
            self._heading(said) if _HEAD.fullmatch(said) else self._answer(number, said)
        except CommandError as reason:
            values = {"file": self.file, "line": str(number), **reason.values}
            self.refused.append(Message((_AT + reason.message.fr).format_map(values), (_AT + reason.message.en).format_map(values)))

    def _heading(self, said: str) -> None:
        """The day and the role of all lines below."""
        for part in re.split(r",\s*", said):
            found = _HEAD.fullmatch(part)
            value = found["value"].strip().casefold() if found else part
            if found and found["name"].casefold().startswith("r"):
                if value not in _ROLES:
                    raise CommandError(_NO_ROLE, said=value)
                self.by = _ROLES[value]
            else:
                self.day = self._past(value)

    def _past(self, value: str) -> date:
        day = parse_typed_day(value)
        if not day or date.fromisoformat(day) > self.today:
            raise CommandError(_NO_DAY, said=value)
        return date.fromisoformat(day)

    def _answer(self, number: int, said: str) -> None:
        found = _LINE.fullmatch(said)
        if not found:
            raise CommandError(_NO_CODE, said=said[:60], code=next(iter(self.rows), "A123"))
        code = found["code"].upper()
        row = self.rows.get(code)
        if not row:
            raise CommandError(_UNKNOWN, said=code)
        if code in self.lines:
            raise CommandError(_TWICE, said=code, first=str(self.lines[code]))
        wanted = self._changes(row, found["said"].strip())
        self.changes.setdefault(f"data/contacts/{row.country}.yaml", []).extend(wanted)
        self.lines[code] = number

    def _changes(self, row: Row, said: str) -> list[Change]:
        """What an answer changes in the contact."""
        contact, word = ("contacts", where(id=row.contact.id)), said.casefold().rstrip(" .!")
        if word in _CLOSED:
            self._not_cited(row)
            return [Drop(contact)]
        called: list[Change] = [Put((*contact, "called"), {"day": self.day, "by": self.by.value})]
        if row.contact.confidence == Confidence.UNCONFIRMED:
            called.append(Put((*contact, "confidence"), Confidence.SINGLE_SOURCE.value))
        if word in _OK:
            if row.missing:
                raise CommandError(_NOTHING_TO_CALL)
            return called
        if _MAIL.fullmatch(said):
            return [*called, *([] if said in row.contact.emails else [Append((*contact, "emails"), said)])]
        number = _number(said, row.country)
        if row.contact.phones:
            return [*called, Put((*contact, "phones", where(number=row.contact.phones[0].number), "number"), number)]
        return [*called, Append((*contact, "phones"), {"number": number})]

    def _not_cited(self, row: Row) -> None:
        """Raise ``CommandError`` if another file names the contact."""
        name = re.compile(rf"(?<![\w-]){re.escape(row.contact.id)}(?![\w-])")
        for path in sorted([*(self.root / "data").rglob("*.yaml"), *(self.root / "docs").rglob("*.md")]):
            count = len(name.findall(path.read_text(encoding="utf-8", errors="replace")))
            if count > (path.name == f"{row.country}.yaml" and path.parent.name == "contacts"):
                raise CommandError(_CITED, said=row.contact.id, where=path.relative_to(self.root).as_posix())


def _number(said: str, country: str) -> str:
    """A number in the form of the data files; raise ``CommandError`` for one that the country cannot have."""
    region = getattr(pycountry.countries.get(alpha_3=country), "alpha_2", None)
    bare = re.sub(r"[\s().\u00a0/-]", "", said)
    bare = f"+{bare[2:]}" if bare.startswith("00") else bare
    if not re.fullmatch(r"\+?\d+", bare):
        raise CommandError(_UNCLEAR, said=said[:60])
    if re.fullmatch(r"\d{3,5}", bare):
        return bare
    try:
        parsed = phonenumbers.parse(bare, region)
    except phonenumbers.NumberParseException:
        raise CommandError(_NOT_HERE, said=said[:60], country=country) from None
    if not phonenumbers.is_valid_number(parsed) or (region and phonenumbers.region_code_for_number(parsed) != region):
        raise CommandError(_NOT_HERE, said=said[:60], country=country)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def read_answers(root: Path, library: Library, file: Path, today: date, by: Caller = Caller.FOCAL_POINT, day: date | None = None) -> Answered:
    """Read a file of answers: the changes of the lines that can be read, and why the others were refused."""
    reader = _Reader(root, library, file.name, day or today, by, today, dict(asked(library)))
    for number, line in enumerate(_text(file).splitlines(), 1):
        reader.line(number, line)
    return Answered(list(_edits(root, reader.changes)), len(reader.lines), reader.refused)


def _edits(root: Path, changes: dict[str, list[Change]]) -> Iterator[Edit]:
    for name, wanted in changes.items():
        raw = (root / name).read_bytes()
        yield Edit(name, raw, changed(raw, wanted, name))


def _text(file: Path) -> str:
    """The file as text: UTF-8, or what old phones and mail programs write."""
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
