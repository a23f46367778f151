"""What a page is, where it lives, and what its makers may use."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from rsmms.language.addresses import relative, url_of
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.compressed_text import NO_TEXT, CompressedText, OnDisk
from rsmms.layout.repository import NOWHERE, Repository
from rsmms.layout.source_notes import SourceNotes
from rsmms.model.freshness import Freshness
from rsmms.model.library import Library
from rsmms.model.tracking import TrackedMemo

KINDS = (
    "home", "situation", "route", "country", "convention", "contacts", "zone", "organisation", "network",
    "practice", "training", "campaign", "indicator", "compare", "document", "event", "page", "sheet",
)  # fmt: skip
"""Kinds of pages, as the catalogue names them."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in one language, before any site generator has seen it."""

    kind: str
    id: str
    language: str
    path: str
    """Markdown path inside the language folder: ``pays/togo.md``."""
    title: str
    description: str
    body: CompressedText = CompressedText()
    """Markdown; its blocks may be HTML."""
    updated: date
    state: str = "source"
    """``source``, ``translated``, ``draft``, ``terms-checked``, ``reviewed``, ``approved`` or ``fallback``."""
    source_language: str = SOURCE_LANGUAGE
    """The language the body is written in."""
    keywords: tuple[str, ...] = ()
    """Words people say, for search and the A–Z page."""
    group: str = ""
    """A heading under which lists show the page."""
    short: str = ""
    """A shorter title for lists."""
    danger: int = 0
    """0 none, 1 careful, 2 being seen reading it can be dangerous."""
    parents: tuple[tuple[str, str], ...] = ()
    """Title and Markdown path of the pages above it."""
    edit: tuple[str, int] | None = None
    """File and line to change in order to correct the page."""
    sheet: str | None = None
    """Address of its printable sheet."""
    listed: bool = True
    """False for pages that search and lists leave out."""
    extra: dict[str, str] = field(default_factory=dict)

    def again(self, **changes: Any) -> "Page":
        """The same page with other fields; its text stays packed."""
        other = copy(self)
        vars(other).update(changes)
        return other

    def waiting(self, text: OnDisk | bytes = NO_TEXT) -> "Page":
        """The same page whose text waits in a file, or is left out."""
        return self.again(_body=text)

    @property
    def url(self) -> str:
        """Address relative to the language root: ``pays/togo/``, empty for the home page."""
        return url_of(self.path)

    @property
    def site_url(self) -> str:
        """Address relative to the site root, with the language folder."""
        return self.url if self.language == SOURCE_LANGUAGE else f"{self.language}/{self.url}"


@dataclass(frozen=True)
class PageContext:
    """What every page maker uses: the data, the language, the day, and where the page will be."""

    library: Library
    words: Words
    freshness: Freshness
    path: str = ""
    repository: Repository = NOWHERE
    memo: TrackedMemo = field(default_factory=TrackedMemo, repr=False, compare=False)
    """``make.memo(key, piece)``: a piece without relative links, made once for all pages of the language."""
    sources: SourceNotes | None = field(default=None, repr=False, compare=False)
    """Where the page tells each source once, at its foot; else every fact tells its own."""

    def at(self, path: str) -> "PageContext":
        """The same maker for a page at another path."""
        return replace(self, path=path)

    def link(self, target: str) -> str:
        """Relative address of another page of this language."""
        return relative(target, self.path)

    def overview(self, name: str, title: str, lead: str, body: str, checked: Iterable[date] = ()) -> Page:
        """A page that leads to others: ``title`` and ``lead`` are keys of the site's own texts.

        It is as new as the newest of the days on which what it shows was ``checked``; without any, as the build.
        """
        return Page(
            kind="page", id=name, language=self.words.language, path=self.path, title=self.words.plain(title),
            description=self.words.plain(lead), body=body, state=self.state, updated=max(checked, default=self.freshness.today),
        )  # fmt: skip

    @property
    def state(self) -> str:
        """The state of pages made from data: French is the source, other texts are as good as their strings."""
        return {"fr": "source", "en": "translated"}.get(self.words.language, "draft")

