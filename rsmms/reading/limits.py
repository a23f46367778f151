"""What a passage of a hand-written page may hold, so that reading it as Markdown is quick and gives only what was meant.

Python-Markdown takes minutes for 20,000 opening brackets and overflows for a thousand bullets on one line (measured).
A published page needs neither, nor pictures, addresses set apart, or attributes other than a heading's id and a list's style.
"""

import re
from collections.abc import Iterator

MAX_PAGE = 100_000
"""Bytes of a page: ten times the longest one."""
MAX_PASSAGE = 5_000
"""Letters of a paragraph or list item."""
MAX_NESTING = 4
"""Brackets, or bullets, inside each other."""
_BULLETS = re.compile(rf"[ \t]*(?:(?:[-*+]|[0-9]{{1,9}}[.)])[ \t]+|>[ \t]*){{{MAX_NESTING + 1},}}")
_STYLE = re.compile(r"\{: \.[a-z][a-z-]* \}")
_BRACES = re.compile(r"\{[^{}\n=]*\}")
_APART = re.compile(r"^ {0,3}\[[^\[\]]*\]:|!\[", re.MULTILINE)
_PAIRS = {"[": "]", "(": ")"}


def too_much(text: str) -> bool:
    """True for a passage that is too long, or nested too deep."""
    if len(text) > MAX_PASSAGE or any(_BULLETS.match(line) for line in text.split("\n")):
        return True
    return any(text.count(opening) > MAX_NESTING and _depth(text, opening, closing) > MAX_NESTING for opening, closing in _PAIRS.items())


def _depth(text: str, opening: str, closing: str) -> int:
    """How many brackets are open at most; one that never closes stays open."""
    now = most = 0
    for letter in text:
        if letter == opening:
            now += 1
            most = max(most, now)
        elif letter == closing and now:
            now -= 1
    return most


def attributes(text: str) -> Iterator[str]:
    """Attributes in braces that Markdown would write into the page: all but the style of a list."""
    if not _STYLE.fullmatch(text):
        yield from _BRACES.findall(text)


def apart(text: str) -> Iterator[str]:
    """Beginnings of pictures, and of addresses that stand apart from their link."""
    yield from (found.strip() for found in _APART.findall(text))
