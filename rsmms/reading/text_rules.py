"""Rules for every text, whoever wrote it: Unicode form, look-alike letters, tags, links."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from rsmms.language.accents import broken
from rsmms.language.tables import table
from rsmms.problems.problem import Problem, Severity
from rsmms.reading.alphabets import has_alphabet, letters_outside
from rsmms.reading.document import Document, Path_

_TAG = re.compile(r"<\s*(?:/\s*)?[a-zA-Z!?][^>]*>?|&#?[a-zA-Z0-9]+;|\{[^{}\n=]*=[^{}\n]*\}")
"""Tags, character references (they hide letters of a tag or link) and attribute lists with a value (``onclick=``)."""
_LINK = re.compile(r"\b((javascript|vbscript)\s*:\s*\S|(data|file|blob|ftp):\S)", re.IGNORECASE)
_DAMAGED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_SUSPECT = frozenset("<:&{")
"""Characters without which an ASCII text needs no closer look."""
_AROUND = 8


@cache
def lookalikes() -> dict[str, str]:
    """Wrong letter → the letter that was meant (``rsmms/reading/lookalikes.yaml``)."""
    loaded: dict[str, str] = table(Path(__file__).with_name("lookalikes.yaml"))
    return loaded


@cache
def _lookalike_pattern() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(re.escape, lookalikes())) + "]")


def text_problems(document: Document) -> Iterator[Problem]:
    """Problems of all texts of a YAML document."""
    for at, text in _texts(document.tree):
        line, column = document.place(at)
        yield from string_problems(text, document.path, line, column, ".".join(map(str, at)), multiline=False)
        yield from other_language(text, _language_at(at), document.path, line, ".".join(map(str, at)))


def _language_at(at: Path_) -> str:
    """The language of a text that stands under the code of one, alone or in a list."""
    return next((str(part) for part in reversed(at[-2:]) if isinstance(part, str) and has_alphabet(part)), "")


def other_language(text: str, language: str, path: str, line: int, field: str = "") -> Iterator[Problem]:
    """A warning for a text with letters that its language does not write: it may be the text of another one."""
    if has_alphabet(language) and not text.isascii():
        found = next((m for m in letters_outside(text, language) if not next(letters_outside(m[0]), None) and m[0] not in lookalikes()), None)
        if found:
            values = {"found": found[0], "language": language, "near": _near(text, found.start())}
            at = line + (text.count("\n", 0, found.start()) if not field else 0)
            yield Problem(code="T009", path=path, line=at, field=field, values=values, severity=Severity.WARNING)


def string_problems(
    text: str, path: str, line: int, column: int = 1, field: str = "", *, multiline: bool = True
) -> Iterator[Problem]:
    """Problems of one text. ``multiline`` counts lines on from ``line`` (a Markdown body)."""
    for code, start, suggestion, values in _faults(text):
        here = line + text.count("\n", 0, start) if multiline else line
        yield Problem(
            code=code, path=path, line=here, column=column, field=field, values=values, suggestion=suggestion
        )


def _faults(text: str) -> Iterator[tuple[str, int, str, dict[str, str]]]:
    if text.isascii() and _SUSPECT.isdisjoint(text) and text.isprintable():
        return
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        start = next((i for i, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), 0)
        yield "T001", start, "", {"near": _near(text, start)}
    for match in _lookalike_pattern().finditer(text):
        letter = match[0]
        values = {"found": f"U+{ord(letter):04X}", "name": unicodedata.name(letter, "?"), "near": _near(text, match.start())}
        yield "T002", match.start(), lookalikes()[letter], values
    for match in letters_outside(text):
        if match[0] not in lookalikes():
            yield "T008", match.start(), "", {"found": f"U+{ord(match[0]):04X}", "name": unicodedata.name(match[0], "?"), "near": _near(text, match.start())}
    for start, letters, meant in broken(text):
        yield "T006", start, meant, {"found": letters, "near": _near(text, start)}
    for match in _TAG.finditer(text):
        yield "T003", match.start(), "", {"found": match[0][:40]}
    for match in _LINK.finditer(text):
        yield "T004", match.start(), "", {"found": match[0][:40]}
    for match in _DAMAGED.finditer(text):
        yield "T005", match.start(), "", {"found": f"U+{ord(match[0]):04X}"}


def _near(text: str, start: int) -> str:
    return " ".join(text[max(0, start - _AROUND) : start + _AROUND].split())


def _texts(tree: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    stack: list[tuple[tuple[str | int, ...], Any]] = [((), tree)]
    while stack:
        at, value = stack.pop()
        if isinstance(value, str):
            yield at, value
        elif isinstance(value, dict):
            for key, inner in value.items():
                yield (*at, key), key
                stack.append(((*at, key), inner))
        elif isinstance(value, list):
            stack.extend(((*at, number), inner) for number, inner in enumerate(value))
