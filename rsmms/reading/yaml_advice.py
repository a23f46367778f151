"""Why a YAML file cannot be read, said as advice: which line to look at and what to type.

The parser stops where it can go no further, which is often below the slip. So the lines down to that point are
searched for the usual slips first; what the parser says decides only when none of them is seen.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

_ENTRY = r"^\s*(?:- +)*(?:[\w.-]+ *: +)?"
"""What may stand before a value: spaces, dashes, a key."""
_OPEN_DOUBLE = re.compile(_ENTRY + r'"(?:[^"\\]|\\.)*$')
_OPEN_SINGLE = re.compile(_ENTRY + r"'(?:[^']|'')*$")
_AFTER_QUOTE = re.compile(_ENTRY + r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*[^\s#,\]}:]")
_NO_SPACE = re.compile(r"^\s*(?:- +)*[a-z][a-z0-9_]*:(?![\s/]|$)")
_NO_DASH_SPACE = re.compile(r"^\s*-(?![\s-]|$)")
_COLON_TWICE = re.compile(r"^\s*(?:- +)*[\w.-]+ *:\s+[^\s\"'#|>\[{].*?[: ]:?(?:: |:$)")
_NO_BREAK = re.compile(r"^ *[\u00a0\u202f]|^\s*(?:- +)*(?:-|[\w.-]+:)[\u00a0\u202f]")
_NO_DASH = re.compile(r"^\s*[\u2012-\u2015\u2212\u2022\xb7]\s*\S")
_TAB = re.compile(r"\t")
_SPECIAL = re.compile(_ENTRY + r"([@`%*&!\[\]{},?|>])")
_ONLY_KEY = re.compile(r"^\s*(?:- +)*[\w-]+\s*$")
_NO_COLON = re.compile(r"^\s*(?:- +)*[a-z][a-z_0-9]*(?::[\u00a0\u202f]|\s*[=\uff1a]|\s|$)(?!.*: )")
"""The name of a field and then no colon with a space."""
_KEY = re.compile(r"^\s*(?:- |(?:- +)?[\w.-]+ *:(?:\s|$))")
_BLOCK = re.compile(r":\s*[|>][+-]?\s*$")
_OF_A_LINE = (
    (_NO_BREAK, "@no_break"), (_NO_DASH, "@wrong_dash"), (_NO_SPACE, "@colon_space"), (_NO_DASH_SPACE, "@dash_space"), (_COLON_TWICE, "@colon_inside"),
)  # fmt: skip
"""What is seen on the line itself or on the one above."""

Advice = tuple[int, str]
"""Index of the line (from 0), and the name of a phrase in ``messages.PHRASES``."""


def advice(error: yaml.YAMLError, text: str) -> Advice:
    """The likely slip behind a parser error."""
    lines = text.split("\n")
    key = getattr(error, "context_mark", None)
    if key and key.line < len(lines) and "could not find expected ':'" in str(getattr(error, "problem", "")) and _NO_COLON.match(lines[key.line]):
        return key.line, "@no_break" if _NO_BREAK.match(lines[key.line]) else "@colon_missing"
    mark = getattr(error, "problem_mark", None)
    stop = min(mark.line if mark else _bad_line(lines), len(lines) - 1)
    column = mark.column if mark else 0
    said = " ".join(filter(None, (getattr(error, "context", None), getattr(error, "problem", None))))
    return next(_slips(lines, stop, column, said), (stop, "@yaml"))


def _bad_line(lines: Sequence[str]) -> int:
    """The line of a control character, for errors without a place."""
    return next((n for n, line in enumerate(lines) if any(ord(c) < 32 and c != "\t" for c in line)), 0)


def _slips(lines: Sequence[str], stop: int, column: int, said: str) -> Iterator[Advice]:
    """Slips that fit, the surest first."""
    here = lines[stop]
    if "cannot start any token" in said and here[column : column + 1] == "\t":
        yield stop, "@tab"
    above = list(_plain_lines(lines, stop))
    yield from ((number, "@quote") for number, line in above if _never_closed(lines, number, line))
    yield from ((number, "@after_quote") for number, line in above if _AFTER_QUOTE.match(line))
    near = [(n, line) for n, line in above if n >= stop - 1]
    for pattern, name in _OF_A_LINE:
        yield from ((number, name) for number, line in reversed(near) if pattern.match(line))
    if "flow" in said:
        yield next((n for n, line in reversed(above) if re.search(r"[\[{]", line)), stop), "@bracket"
    if _SPECIAL.match(here):
        yield stop, "@special"
    if "unknown escape" in said:
        yield stop, "@backslash"
    if any(_TAB.search(line) for _, line in near):
        yield next(n for n, line in near if _TAB.search(line)), "@tab"
    yield from ((number, "@colon_missing") for number, line in near if _ONLY_KEY.match(line))
    if "not allowed in this context" in said:
        yield from ((number, "@colon_missing") for number, line in near if number < stop and _NO_COLON.match(line))
    if "did not find expected" in said or "not allowed in this context" in said:
        yield stop, "@indent"


def _never_closed(lines: Sequence[str], number: int, line: str) -> bool:
    """True for a quote that opens on this line and swallows the entry below; a text on several lines is no slip."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    opens = _OPEN_DOUBLE.match(line) or _OPEN_SINGLE.match(line)
    return bool(opens) and (not below.strip() or bool(_KEY.match(below)))


def _plain_lines(lines: Sequence[str], stop: int) -> Iterator[tuple[int, str]]:
    """Lines down to ``stop`` that are neither comments nor inside a block of text (``>-``)."""
    inside = -1
    for number, line in enumerate(lines[: stop + 1]):
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and (not line.strip() or indent > inside):
            continue
        inside = indent if _BLOCK.search(line) else -1
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line
