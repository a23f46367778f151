"""What a page is, where it lives, and what its makers may use."""

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from rsmms.freshness import Freshness
from rsmms.library import Library
from rsmms.pages.packed import Packed
from rsmms.repository import NOWHERE, Repository
from rsmms.traces import Once
from rsmms.words import SOURCE_LANGUAGE, Words

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
    body: Packed = Packed()
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

    @property
    def url(self) -> str:
        """Address relative to the language root: ``pays/togo/``, empty for the home page."""
        return url_of(self.path)

    @property
    def site_url(self) -> str:
        """Address relative to the site root, with the language folder."""
        return self.url if self.language == SOURCE_LANGUAGE else f"{self.language}/{self.url}"


def url_of(path: str) -> str:
    """The address of a Markdown path.

    >>> url_of("pays/togo.md"), url_of("pays/index.md"), url_of("index.md")
    ('pays/togo/', 'pays/', '')
    """
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return stem + "/"


@lru_cache(maxsize=1 << 16)
def relative(target: str, origin: str) -> str:
    """The link from a page to another: paths are Markdown paths in the same language, target may have a #part.

    >>> relative("contacts/togo.md#tgo-cstt", "pays/togo.md")
    '../../contacts/togo/#tgo-cstt'
    """
    path, sharp, part = target.partition("#")
    to, start = url_of(path).split("/")[:-1], url_of(origin).split("/")[:-1]
    shared = 0
    while shared < min(len(to), len(start)) and to[shared] == start[shared]:
        shared += 1
    link = "/".join([*([".."] * (len(start) - shared)), *to[shared:], ""]) if to != start else "./"
    return f"{link}{sharp}{part}" if part else link


@dataclass(frozen=True)
class Maker:
    """What every page maker uses: the data, the language, the day, and where the page will be."""

    library: Library
    words: Words
    freshness: Freshness
    path: str = ""
    repository: Repository = NOWHERE
    once: Once = field(default_factory=Once, repr=False, compare=False)
    """``make.once(key, piece)``: a piece without relative links, made once for all pages of the language."""

    def at(self, path: str) -> "Maker":
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


Where = Callable[[str], str]
"""From the name of a thing in addresses (its slug or id) to the Markdown path of its page, inside the language folder."""
country_path: Where = "pays/{}.md".format
"""A country's profile."""
rights_path: Where = "pays/{}/droits.md".format
"""A country's rights, situation by situation."""
contacts_path: Where = "contacts/{}.md".format
"""A country's contacts."""
campaign_path: Where = "campagnes/{}.md".format
"""The ratification campaign of a country."""
instrument_path: Where = "conventions/{}.md".format
"""A treaty."""
instrument_map_path: Where = "conventions/{}/carte.md".format
"""The map of a treaty's ratifications."""
zone_path: Where = "zones/{}.md".format
"""A regional zone; its name is its id."""


def slug_of_indicator(indicator: str) -> str:
    """The form of an indicator's id in addresses and anchors."""
    return indicator.replace("_", "-")


def indicator_path(indicator: str) -> str:
    """Where an indicator lives."""
    return f"indicateurs/{slug_of_indicator(indicator)}.md"


def indicator_map_path(indicator: str) -> str:
    """Where the map of an indicator lives."""
    return f"indicateurs/{slug_of_indicator(indicator)}/carte.md"


def compare_path(first: str, second: str) -> str:
    """Where two countries are compared."""
    return f"comparer/{first}-{second}.md"


def route_path(library: Library, route: tuple[str, str]) -> str:
    """Where a route (origin and destination, alpha-3) lives."""
    origin, destination = (library.slugs[code] for code in route)
    return f"routes/{origin}-{destination}.md"


ILO_LIST_PATH = "indicateurs/oit.md"
"""The ILO's list of labour migration statistics as a checklist."""
MATRIX_PATH = "conventions/ratifications.md"
INTERNATIONAL_SLUG = "international"
