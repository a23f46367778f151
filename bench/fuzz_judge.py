"""One hostile file in the tiny project of the tests: read, checked, made into pages; what must never be is a find.

``Judge.judge(raw)`` answers ``None``, or what was found.
"""

import hashlib
import re
import traceback
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from arena import SLOW, Arena, rendered
from bench.fuzz_seeds import NAMES
from hostile import dangers
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.pages.html_blocks import apart, together
from rsmms.pages.plain import plain

RENDERED = 12
"""Pages that a file has changed and that are read as Markdown: more than in the tests, which have less time."""


_ADDRESS = re.compile(r"\](?:\(|:)\s*<?([^\s<>)]+)")
"""What stands where Markdown has the address of a link."""
_CALL = re.compile(r"https://wa\.me/\d+")
"""Made from a telephone number."""


@dataclass(frozen=True)
class Find:
    """What was found in an input."""

    kind: str
    """``exception``, ``hang``, ``danger`` (a script, a style, a frame …), ``link`` (one that nobody wrote) or ``layout`` (two ways, two pages)."""
    place: str
    """Finds of one kind at one place are one find."""
    told: str
    """The traceback."""

    @property
    def name(self) -> str:
        """A name for its files."""
        return f"{self.kind}-{hashlib.sha256(self.place.encode()).hexdigest()[:8]}"


class Wrong(Exception):
    """A page that must not be: where and what in few words, then all about it."""


class Danger(Wrong):
    """A page has what no page needs."""


class ForeignLink(Wrong):
    """A page leads to another site, and no text has that address as the address of a link."""


class TwoPages(Wrong):
    """A page laid out without the Markdown engine is not what the engine makes."""


class Strict(Arena):
    """An arena that looks at more pages, as both ways of laying one out make them, and at where their links lead."""

    own: frozenset[str] = frozenset()
    """Addresses that the hostile file gives as such."""

    def _look(self, plan: Plan) -> None:
        changed = [page for key, page in plan.pages.items() if self.usual.get(key) != page.body]
        for page in changed[:RENDERED]:
            look(page, self.own | self.known)
        super()._look(plan)

    @cached_property
    def known(self) -> frozenset[str]:
        """Where the links of all pages without damage lead."""
        return frozenset(address for body in self.usual.values() for address in outside(rendered(body)))


def look(page: Page, known: AbstractSet[str]) -> None:
    """Raise what is wrong with a page, as the Markdown engine makes it and as it is made where the site does without."""
    engine = rendered(page.body)
    rest, ready = apart(page.body)
    short = plain(rest)
    where = page.path.partition("/")[0]
    if short and _lines(together(short.html, ready)) != _lines(engine):
        raise TwoPages(where, page.language, page.path)
    if found := list(dangers(engine)):
        raise Danger(f"{where}: {found[0].partition('=')[0]}", page.language, page.path, found)
    if strange := set(outside(engine)) - known:
        raise ForeignLink(where, page.language, page.path, sorted(strange))


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def outside(text: str) -> Iterator[str]:
    """Where the links of a piece of HTML lead that leave the site."""
    for element in html.fragment_fromstring(text, create_parent="div").iter("a", "area"):
        address = element.get("href", "").strip()
        if address.lower().startswith(("http:", "https:", "//")) and not _CALL.fullmatch(address):
            yield address


class Judge:
    """An arena, and what was found in it."""

    def __init__(self, root: Path) -> None:
        self.arena = Strict(root)

    def judge(self, raw: bytes) -> Find | None:
        """Try one input. One that is slow is tried twice, because the machine may have been busy."""
        found = self._once(raw)
        return self._once(raw) if found and found.kind == "hang" else found

    def _once(self, raw: bytes) -> Find | None:
        name, content = laid(raw)
        try:
            self.arena.own = frozenset(given(content))
            self.arena.attack({name: content})
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever is raised is what we look for
            return found_in(error)
        return None


def laid(raw: bytes) -> tuple[str, bytes]:
    """The file that an input replaces, and by what."""
    return NAMES[(raw[0] if raw else 0) % len(NAMES)], raw[1:]


def found_in(error: BaseException) -> Find:
    """A find from what was raised: its kind, and the deepest line of the program it passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "/rsmms/" in f.filename] or frames
    place = error.args[0] if isinstance(error, Wrong) else f"{type(error).__name__} {Path(own[-1].filename).name}:{own[-1].name}"
    slow = isinstance(error, TimeoutError) or (type(error) is AssertionError and frames[-1].name == "in_time")
    kind = {Danger: "danger", ForeignLink: "link", TwoPages: "layout"}.get(type(error), "hang" if slow else "exception")
    told = "".join(traceback.format_exception(error))
    return Find(kind, f"more than {SLOW} s" if slow else place, told)


def given(content: bytes) -> Iterator[str]:
    """Addresses that a file gives as the address of a link: whole values in YAML, and what stands in ``](…)`` or ``]: …`` in Markdown."""
    text = content.decode("utf-8", "replace")
    yield from _ADDRESS.findall(text)
    header = text.split("---\n")[1] if text.startswith("---\n") and text.count("---\n") > 1 else text
    try:
        yield from _values(yaml.load(header, yaml.CBaseLoader))
    except (yaml.YAMLError, RecursionError):
        return


def _values(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree.strip()
    elif isinstance(tree, dict | list):
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from _values(part)
