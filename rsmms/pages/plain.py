"""Pages whose Markdown is only headings around ready blocks: they need no Markdown engine.

Measured on 2,483 pages: the engine took a third of what laying a page out costs, and had nothing to do on nine of ten.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEADING = re.compile(r"^(#{2,6}) (.+) \{#([a-z0-9-]+)\}$")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!])")
_ENGINE = re.compile(r"[\\`*_\[\]<>{}\n]|&(?!#?\w+;)|https?:|  ")
"""What an engine might read as more than text."""
_TAG = re.compile(r'</?(?:a|span|bdi|abbr)(?: [a-z-]+="[^"<>]*")*>')
"""Markup inside a heading that an engine leaves as it is."""
_PLACE = re.compile(r"^<!--apart:(\d+)-->$")
_FOLD = re.compile(r'<details class="fold"><summary><h(\d)>(.+?)</h\d>.*?</summary><div id="([a-z0-9-]+)">')
"""The start of a fold: its heading, and the anchor inside it."""


@dataclass(frozen=True)
class Heading:
    """A heading as the table of contents needs it."""

    level: int
    id: str
    text: str
    """As markup."""


@dataclass(frozen=True)
class Plain:
    """What an engine would make of the page."""

    html: str
    headings: tuple[Heading, ...]


def heading_of(part: str) -> Heading | None:
    """The heading that a block of Markdown is; ``None`` for any other block."""
    found = _HEADING.match(part)
    return Heading(len(found[1]), found[3], _ESCAPED.sub(r"\1", found[2])) if found else None


def _simple(part: str) -> bool:
    """True for a heading in which an engine would read no more than text."""
    title = part.partition(" ")[2].rpartition(" {#")[0]
    return not _ENGINE.search(_ESCAPED.sub("", _TAG.sub("", title))) and not title.endswith("#")


def _folded(block: str) -> tuple[Heading, ...]:
    """The heading of a block that is a fold."""
    found = _FOLD.match(block)
    return (Heading(int(found[1]), found[3], found[2]),) if found else ()


def plain(body: str, ready: Sequence[str] = ()) -> Plain | None:
    r"""The page without an engine; ``None`` where one is needed. Headings of folds are among those of the page.

    >>> plain("## A\\. {#a}\n\n<!--apart:0-->\n").html
    '<h2 id="a">A.</h2>\n<!--apart:0-->'
    """
    parts: list[str] = []
    headings: list[Heading] = []
    for part in body.rstrip("\n").split("\n\n"):
        head, place = heading_of(part), _PLACE.match(part)
        if head and _simple(part):
            headings.append(head)
            parts.append(f'<h{head.level} id="{head.id}">{head.text}</h{head.level}>')
        elif place:
            headings += _folded(ready[int(place[1])]) if ready else ()
            parts.append(part)
        else:
            return None
    return Plain("\n".join(parts), tuple(headings))
