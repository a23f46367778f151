"""Answers of a reviewer as plain text: what a phone page copies, what somebody types from a printed sheet.

``relecture: situations/passeport ee 4f2a91bc`` names the page, its language and its version; then the role, the day, and
one line a piece: ``3 ok``, or ``3: the better words``.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

_HEAD = re.compile(r"^(?:relecture|review)\s*:\s*([a-z0-9/-]+)\s+([a-z]{2,3})\s+([0-9a-f]{8})\s*$", re.IGNORECASE)
_FIELD = re.compile(r"^(role|rôle|day|jour)\s*:\s*(.+)$", re.IGNORECASE)
_GOOD = re.compile(r"^(\d+)\s*[.:)=-]?\s*(?:ok|bon|bien|good|yes|oui|nyo|enyo|✓)\s*[.!]?$", re.IGNORECASE)
_BETTER = re.compile(r"^(\d+)\s*[.:)=-]\s*(\S.*)$")
_NO_HEAD = Message(
    "La première ligne doit être celle de la feuille : « relecture: page langue version ». Rien n’a été écrit.",
    "The first line must be that of the sheet: “relecture: page language version”. Nothing was written.",
)  # fmt: skip
_NO_FIELD = Message("Il manque la ligne « {field}: … ». Rien n’a été écrit.", "The line “{field}: …” is missing. Nothing was written.")
_NO_DAY = Message("« {found} » n’est pas un jour, comme 2026-12-01. Rien n’a été écrit.", "“{found}” is no day, such as 2026-12-01. Nothing was written.")
_NO_LINE = Message(
    "Ligne {line} : « {found} » n’est pas une réponse. Écrivez « 3 ok » ou « 3: mieux ainsi ». Rien n’a été écrit.",
    "Line {line}: “{found}” is no answer. Write “3 ok” or “3: better so”. Nothing was written.",
)  # fmt: skip
_TWICE = Message(
    "Ligne {line} : le morceau {number} a déjà une réponse. Rien n’a été écrit.",
    "Line {line}: piece {number} has an answer already. Nothing was written.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reviewer said of one page."""

    path: str
    """Markdown path inside the language folder."""
    language: str
    version: str
    role: str
    day: date
    said: Mapping[int, str]
    """By number of the piece: the better words, or nothing where it is good."""


def read_answers(text: str) -> Answers:
    """The answers in a text; raise ``CommandError`` for the first line that cannot be understood."""
    lines = [(n, unicodedata.normalize("NFC", line).strip()) for n, line in enumerate(text.replace("\ufeff", "").splitlines(), 1)]
    lines = [(n, line) for n, line in lines if line]
    head = _HEAD.match(lines[0][1]) if lines else None
    if not head:
        raise CommandError(_NO_HEAD)
    fields: dict[str, str] = {}
    said: dict[int, str] = {}
    for n, line in lines[1:]:
        field = _FIELD.match(line)
        if field:
            fields[{"r": "role", "d": "day", "j": "day"}[field[1][0].lower()]] = field[2].strip()
        else:
            _answer(n, line, said)
    return Answers(f"{head[1].lower()}.md", head[2].lower(), head[3].lower(), _named(fields, "role"), _day(_named(fields, "day")), said)


def _answer(line: int, text: str, said: dict[int, str]) -> None:
    good, better = _GOOD.match(text), _BETTER.match(text)
    found = good or better
    if not found:
        raise CommandError(_NO_LINE, line=str(line), found=text[:60])
    number = int(found[1])
    if number in said:
        raise CommandError(_TWICE, line=str(line), number=str(number))
    said[number] = "" if good else found[2].strip()


def _named(fields: Mapping[str, str], name: str) -> str:
    if name not in fields:
        raise CommandError(_NO_FIELD, field=name)
    return fields[name]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(_NO_DAY, found=text[:60]) from None
