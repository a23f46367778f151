"""One value as YAML: in the quotes it had, plain where everybody reads it back unchanged, or folded over lines."""

import json
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import yaml

WIDTH = 100
"""Columns after which a text goes on in the next line, as in the files that are there."""
_LOADER: Any = yaml.SafeLoader("")
_TEXT = "tag:yaml.org,2002:str"
_NUMBER = re.compile(r"[-+]?[0-9.][0-9_.eExXoO+-]*")
"""What some reader of YAML takes for a number: PyYAML alone would leave ``1e3`` and ``0o17`` plain."""
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

Plain = str | int | float | bool | date | None
"""A value that stands alone."""


def text_of(value: Plain) -> str | None:
    """A value as the readers of this project see it: all values are texts."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if float(value).is_integer() and abs(value) < 10**16 else repr(value)


def same(text: str | None, value: Plain) -> bool:
    """True if a written value says the same already: ``4.040`` is 4.04."""
    if text == text_of(value):
        return True
    if text is None or isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return float(text) == value
    except ValueError:
        return False


@cache
def tag(text: str) -> str:
    """What YAML takes an unquoted value for: text, number, day, yes or no."""
    found = _LOADER.resolve(yaml.ScalarNode, text, (True, False))
    return "number" if found == _TEXT and _NUMBER.fullmatch(text) else str(found)


def inline(value: Plain, *, style: str = "", before: str | None = None, flow: bool = False) -> str:
    """A value on one line, in the style of what stood there.

    >>> inline("117", style='"'), inline("yes"), inline("2024-01", before="2023"), inline("Allo : 117"), inline("it's", style="'")
    ('"117"', '"yes"', '2024-01', '"Allo : 117"', "'it''s'")
    """
    text = text_of(value)
    if text is None:
        return "null"
    if not isinstance(value, str):
        return f"{style}{text}{style}" if style in ("'", '"') else text
    if style == "'" and not _ODD.search(text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    known = before is not None and not style and tag(text) == tag(before) and not before.startswith(("+", "0"))
    plain = style != '"' and _reads_back(text, flow=flow) and (tag(text) == _TEXT or known or _dated(text))
    return text if plain else quoted(text)


def _dated(text: str) -> bool:
    """Days stand plain everywhere in these files: their readers take every value as text."""
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text) is not None


def quoted(text: str) -> str:
    """A text in straight double quotes, all on one line."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def key(text: Any) -> str:
    """A key as YAML: years and codes plain, words that mean yes or no in quotes."""
    name = str(text)
    plain = _reads_back(name, flow=True) and tag(name) in (_TEXT, "tag:yaml.org,2002:int")
    return name if plain else quoted(name)


def _reads_back(text: str, *, flow: bool) -> bool:
    if not text or _ODD.search(text) or "\n" in text:
        return False
    sample, wanted = (f"{{a: {text}, b: c}}", {"a": text, "b": "c"}) if flow else (f"a: {text}\nb: c", {"a": text, "b": "c"})
    try:
        read: Any = yaml.load(sample, Loader=yaml.CBaseLoader)  # noqa: S506 - this loader makes text, lists and mappings only
    except yaml.YAMLError:
        return False
    return bool(read == wanted)


def foldable(text: str) -> bool:
    """True for a text whose lines may be broken at any space and come back the same."""
    lines = text.split("\n")
    return bool(text.strip()) and not _ODD.search(text) and all(line == " ".join(line.split(" ")).strip(" ") and "  " not in line for line in lines)


def literal(text: str) -> bool:
    """True for a text whose lines can stand as they are."""
    lines = text.split("\n")
    return bool(text.strip()) and not _ODD.search(text) and not lines[0].startswith(" ") and bool(lines[0]) and bool(lines[-1])


def folded(text: str, width: int, old: Sequence[str] = ()) -> list[str]:
    """The lines of a folded text; those of the old one stay as they were broken, at its beginning and at its end.

    >>> folded("one two three four", 9), folded("one two six four", 20, ["one two", "three", "four"])
    (['one two', 'three', 'four'], ['one two', 'six', 'four'])
    """
    lines: list[str] = []
    for number, part in enumerate(re.split("(\n+)", text)):
        if number % 2:
            lines += [""] * len(part)
        else:
            lines += _paragraph(part.split(" "), width, old)
    return lines


def _paragraph(words: list[str], width: int, old: Sequence[str]) -> list[str]:
    paragraphs = _paragraphs(old)
    before = max(paragraphs, key=lambda lines: _alike(words, lines), default=[])
    head = _common(words, before)
    taken = sum(len(line.split(" ")) for line in before[:head])
    tail = _common(words[taken:][::-1], [" ".join(line.split(" ")[::-1]) for line in before[head:][::-1]])
    ending = before[len(before) - tail :] if tail else []
    left = sum(len(line.split(" ")) for line in ending)
    return [*before[:head], *_wrapped(words[taken : len(words) - left], width), *ending]


def _paragraphs(lines: Sequence[str]) -> list[list[str]]:
    made: list[list[str]] = [[]]
    for line in lines:
        if line:
            made[-1].append(line)
        elif made[-1]:
            made.append([])
    return [part for part in made if part]


def _alike(words: Sequence[str], lines: Sequence[str]) -> int:
    return len(set(words) & {word for line in lines for word in line.split(" ")})


def _common(words: Sequence[str], lines: Sequence[str]) -> int:
    """How many whole lines the words begin with."""
    count = at = 0
    for line in lines:
        own = line.split(" ")
        if list(words[at : at + len(own)]) != own:
            break
        count, at = count + 1, at + len(own)
    return count


def _wrapped(words: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
