"""Fuzzed files: real ones of ``data/`` and ``docs/`` and those of the tiny project, damaged as a hostile pull request would.

``damaged(name)`` draws a file in the place of one of the tiny project; ``altered(name)`` draws one with other texts, which
may well become pages. ``arena.Arena`` tries them.
"""

import re
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from helpers import PROJECT, ROOT
from hostile import ODD, XSS

LINES = (*ODD, *XSS)
SIGNS = "\x00\x07\x1b\t\r\n\x85\xa0\u200b\u200d\u202e\u2028\u2066\ufeff\ufffd\u0301:-#&*!|>'\"%@`[]{}<,?\\=~"


@cache
def real(suffix: str) -> tuple[str, ...]:
    """The start of each real file with this ending: enough to hold all its kinds of lines."""
    folder = ROOT / ("data" if suffix == ".yaml" else "docs")
    texts = (p.read_text(encoding="utf-8") for p in sorted(folder.rglob(f"*{suffix}")))
    return tuple("\n".join(text.split("\n")[:120]) + "\n" for text in texts)


@st.composite
def damaged(draw: st.DrawFn, name: str) -> bytes:
    """A file in the place of ``name``: its own text or a real one of the same kind, damaged a few times; or random text."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.text(max_size=300)).encode("utf-8", "surrogatepass")
    if kind == 1:
        return draw(st.binary(max_size=200))
    text = PROJECT[name] if kind > 3 else draw(st.sampled_from(real(Path(name).suffix)))
    for _ in range(draw(st.integers(1, 3))):
        text = draw(st.sampled_from(DAMAGE))(draw, text)
    raw = text.encode("utf-8", "surrogatepass")
    return draw(st.sampled_from(BYTES))(draw, raw) if kind == 9 else raw


PLAIN = st.text("abE éêœ’«»\"'`*_[](){}#!|~^\\=+-@%$;:/?.,0129…–", min_size=1, max_size=30)
"""Texts that may pass the rules: all the signs that mean something to Markdown, HTML, YAML, CSV or calendars."""
TEXTS = re.compile(r"^( *(?:- )?(?:fr|en|ee|title|short|description|publisher|acronym|city|number|code|value|kind): ).+$", re.MULTILINE)


@st.composite
def altered(draw: st.DrawFn, name: str) -> bytes:
    """A file of the tiny project whose texts are others, so that most of these projects become pages."""
    text = PROJECT[name]
    places = list(TEXTS.finditer(text))
    for place in sorted(draw(st.sets(st.sampled_from(places), max_size=3)) if places else (), key=lambda p: -p.start()):
        new = draw(PLAIN | st.sampled_from(LINES)).replace("'", "''").replace("\n", " ")
        text = text[: place.start()] + f"{place[1]}'{new}'" + text[place.end() :]
    if name.endswith(".md"):
        lines = text.split("\n")
        number = draw(st.sampled_from([n for n, line in enumerate(lines) if line and n > lines.index("---", 1)]))
        head = re.match(r"(?:- |\d\. |## )?", lines[number])
        lines[number] = (head[0] if head else "") + draw(PLAIN) + draw(st.sampled_from(("", lines[number].removeprefix(head[0] if head else ""))))
        text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass")


def at(draw: st.DrawFn, length: int) -> int:
    """A place in something of this length."""
    return draw(st.integers(0, max(0, length - 1)))


def _line(draw: st.DrawFn, text: str) -> str:
    """A line cut, doubled, moved, or put further right."""
    lines = text.split("\n")
    number, how = at(draw, len(lines)), draw(st.integers(0, 4))
    line = lines.pop(number)
    if how == 1:
        lines[number:number] = [line, line]
    elif how == 2:
        lines.insert(at(draw, len(lines)), line)
    elif how == 3:
        lines.insert(number, "  " + line)
    elif how == 4:
        lines.insert(number, line.lstrip())
    return "\n".join(lines)


def _value(draw: st.DrawFn, text: str) -> str:
    """What stands after a colon or a dash is something hostile, in quotes or not."""
    lines = text.split("\n")
    number = at(draw, len(lines))
    mark = ": " if ": " in lines[number] else "- "
    head, found, _ = lines[number].partition(mark)
    new = draw(st.sampled_from(LINES))
    quoted = "'" + new.replace("'", "''").replace("\n", " ") + "'" if draw(st.booleans()) else new
    lines[number] = head + (found or "") + quoted
    return "\n".join(lines)


def _key(draw: st.DrawFn, text: str) -> str:
    """Another name of a field."""
    lines = text.split("\n")
    number = at(draw, len(lines))
    head, found, tail = lines[number].partition(":")
    other = draw(st.sampled_from(("id", "fr", "x", "source", "checked", "'<b>'", "2024", "ee", "pages")))
    lines[number] = head[: len(head) - len(head.lstrip())] + other + found + tail
    return "\n".join(lines)


def _inside(draw: st.DrawFn, text: str) -> str:
    """A hostile text in the middle of another."""
    place = at(draw, len(text))
    return text[:place] + draw(st.sampled_from(LINES)) + text[place:]


def _sign(draw: st.DrawFn, text: str) -> str:
    """An odd sign somewhere, or in the place of another."""
    place = at(draw, len(text))
    return text[:place] + draw(st.sampled_from(SIGNS)) + text[place + draw(st.integers(0, 1)) :]


def _deep(draw: st.DrawFn, text: str) -> str:
    """Levels inside each other, closed or not."""
    place, times = text.find("\n", at(draw, len(text))), draw(st.sampled_from((5, 31, 400)))
    opening, closing = draw(st.sampled_from((("[", "]"), ("{a: ", "}"), ("- ", ""), ("> ", ""), ("![", "](x)"))))
    return text[:place] + " " + opening * times + closing * draw(st.sampled_from((0, times))) + text[place:]


def _number(draw: st.DrawFn, text: str) -> str:
    """A digit becomes a huge, odd or negative number."""
    places = [i for i, letter in enumerate(text) if letter.isdigit()] or [0]
    place = places[at(draw, len(places))]
    return text[:place] + draw(st.sampled_from(("9" * 30, "-1", "0", "1e400", "٣", "²", "9" * 5000, "0.5", ""))) + text[place + 1 :]


DAMAGE = (_line, _value, _value, _key, _inside, _sign, _deep, _number)


def _flip(draw: st.DrawFn, raw: bytes) -> bytes:
    place = at(draw, len(raw))
    return raw[:place] + bytes([draw(st.integers(0, 255))]) + raw[place + 1 :]


def _mark(draw: st.DrawFn, raw: bytes) -> bytes:
    return draw(st.sampled_from((b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\xef\xbb\xbf\xef\xbb\xbf"))) + raw


def _windows(draw: st.DrawFn, raw: bytes) -> bytes:
    return raw.replace(b"\n", draw(st.sampled_from((b"\r\n", b"\r", b"\n\r", b"\x85"))))


def _short(draw: st.DrawFn, raw: bytes) -> bytes:
    return raw[: at(draw, len(raw))]


BYTES = (_flip, _flip, _mark, _windows, _short)
