"""Rules for every text, whoever wrote it: Unicode form, look-alike letters, tags, links."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from rsmms.language.accents import broken
from rsmms.language.tables import table
from rsmms.problems.problem import Problem
from rsmms.reading.document import Document

_TAG = re.compile(r"<\s*(?:/\s*)?[a-zA-Z!?][^>]*>?|&#?[a-zA-Z0-9]+;|\{[^{}\n=]*=[^{}\n]*\}")
"""Tags, character references (they hide letters of a tag or link) and attribute lists with a value (``onclick=``)."""
_LINK = re.compile(r"\b((javascript|vbscript)\s*:\s*\S|(data|file|blob|ftp):\S)", re.IGNORECASE)
_DAMAGED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_STRANGE = re.compile(
    "[^\x00-\u017f\u0186\u0189\u0190-\u0192\u0194\u01b2\u0218-\u021b\u0254\u0256\u025b\u0263\u028b\u0300-\u036f\u0600-\u06ff\u1e00-\u1eff"
    "\u2000-\u2bff\ufb50-\ufdff\ufe70-\ufeff]"
)
"""Letters of no alphabet of this site: Latin as French, English, Ewe and the names of Europe write it, and Arabic."""
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
    for match in _STRANGE.finditer(text):
        if match[0].isalpha() and match[0] not in lookalikes():
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
