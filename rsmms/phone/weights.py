"""How much each page costs a reader, over the wire, and the budgets that hold."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

import brotli

from rsmms.cache.results import ResultCache
from rsmms.phone.addresses import resolve

_ASSET = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]*? href|script src)="([^"]+)"|<link rel="icon" href="([^"]+)"|<img\b[^>]*? src="([^"]+)"')
_KEEPS = re.compile(r'<button[^>]* data-keep="')
"""A button that loads its script at once, to say what is kept already."""
_FONT = re.compile(r'url\("?([^")]+\.woff2)"?\)')
FONT_LANGUAGES = ("ee",)
"""Languages whose pages load the font of the style."""
FIRST = {"situation": (20_000, 32_000), "home": (20_000, 32_000), "contacts": (20_000, 32_000)}
"""Bytes of a first visit, without and with the font, by kind of page; other kinds: ``OTHER``."""
OTHER = (30_000, 42_000)
NEXT = 8_000
"""Bytes of one more page, when style and scripts are there; ``HEAVIER`` names what cannot be so light, and why."""
HEAVIER = (
    (r"pays/[^/]+/$", 18_000),  # whom to call, treaties, law, a line for each figure, each source once
    (r"/carte/$", 14_000),  # the outlines of ninety countries are 8 kB by themselves
    (r"^(\w\w/)?chronologie/$", 14_000),  # every event since 2011 with its source
    (r"^(\w\w/)?donnees/$", 16_000),  # a line of downloads for each country and table
    (r"^(\w\w/)?campagnes/[^/]+/$", 10_300),  # each treaty still open, of twenty-three, with its letter or where to check first
    (r"^(\w\w/)?contribuer/", 20_000),  # reference of every field, for those who edit
    (r"conventions/icrmw/$", 13_700),  # a treaty of 93 articles, each in plain words; in Ewe with the French of its drafts
    (r"conventions/ratifications/$", 15_700),  # ninety countries by twenty-three treaties, each "no" with its list
    (r"/avec-fr/$", 14_000),  # two texts instead of one
    (r"^(en/)?situations/[^/]+/$", 8_600),  # every country's number for danger, and the shapes of its pictograms
    (r"contacts/togo/$", 8_800),  # twenty-five contacts, each with whom it serves, its dates and its source
    (r"pays/[^/]+/chiffres/$", 11_300),  # the figures that the page of a country leaves out: eight pictures, each with its table
    (r"^ee/situations/[^/]+/$", 9_900),  # drafts: the French stands beside every step where a mistake would be dangerous
    (r"/droits/$", 15_000),  # thirty-four situations in one country: time limits, laws, each sentence as a right, a promise or a request
    (r"/juristes/$", 14_000),  # every claim of law about a country with its origin, for lawyers
    (r"^(\w\w/)?delais/$", 11_000),  # every time limit with its law, office and source
    (r"reseau/rsmms/$", 9_300),  # thirty member confederations, each with its source
    (r"^(\w\w/)?fiches/$", 12_000),  # 1,300 sheets, each with its size, for print shops and focal points
    (r"^(\w\w/)?retour/$", 10_800),  # the whole way home in one guide, and Togo's desks with their sources
    (r"^(\w\w/)?etat/$", 11_300),  # every doubt, age and gap of the site, for those who keep it
    (r"^(\w\w/)?services/$", 10_300),  # every help desk with whom it serves
    (r"/relecture/$", 9_500),  # each sentence twice, with its boxes, for reviewers of Ewe
)
_QUALITY = 5
"""As a server compresses on the way; files compressed beforehand are a tenth smaller."""
REQUESTS = 6
"""Of a page in French or English, and of every situation."""
REQUESTS_WITH_FONT = 7
"""Of other pages with the font of their language: tables and maps have a style of their own, reviewers a script."""


@dataclass(frozen=True)
class Weight:
    """One built page: what it costs first, what it costs as the next page, and how many requests it makes."""

    kind: str
    language: str
    url: str
    first: int
    next: int
    requests: int

    @property
    def budget(self) -> int:
        """Bytes allowed for a first visit."""
        plain, with_font = FIRST.get(self.kind, OTHER)
        return with_font if self.language in FONT_LANGUAGES else plain

    @property
    def heavy(self) -> bool:
        """True if the page costs more than its budgets allow."""
        return self.first > self.budget or self.next > self.next_budget

    @property
    def next_budget(self) -> int:
        """Bytes allowed for the page by itself."""
        return next((limit for pattern, limit in HEAVIER if re.search(pattern, self.url)), NEXT)


def compressed(data: bytes, name: str = "") -> int:
    """Bytes over the wire; fonts and pictures travel as they are."""
    if name.endswith((".woff2", ".png", ".webp", ".jpg")):
        return len(data)
    return len(brotli.compress(data, quality=_QUALITY))


@dataclass(frozen=True)
class Looked:
    """What a page says about its own weight."""

    bytes: int
    """Over the wire."""
    links: tuple[str, ...]
    """Styles, scripts, icons and pictures, as the page names them."""
    keeps: bool
    """It loads the script that says what is kept already."""


def look(html: bytes) -> Looked:
    """One built page."""
    text = html.decode()
    links = (next(filter(None, groups)) for groups in _ASSET.findall(text))
    return Looked(compressed(html), tuple(dict.fromkeys(links)), bool(_KEEPS.search(text)))


def weigh(out: Path, results: ResultCache | None = None) -> Iterator[Weight]:
    """Every page of the catalogue, as it was built; ``results`` know pages and files that an earlier report has compressed."""
    known = results or ResultCache()
    costs = cache(partial(_cost, out, known))
    for entry in json.loads((out / "donnees" / "catalog.json").read_text(encoding="utf-8")):
        page = out / entry["url"] / "index.html"
        if not page.exists():  # another part of the site has it
            continue
        html = page.read_bytes()
        yield _weight(out, entry, known.get_or_compute(("page", html), partial(look, html)), costs)


def _cost(out: Path, known: ResultCache, name: str) -> int:
    data = (out / name).read_bytes()
    return known.get_or_compute(("file", Path(name).suffix, data), lambda: compressed(data, name))


def _weight(out: Path, entry: Mapping[str, str], page: Looked, costs: Callable[[str], int]) -> Weight:
    names = assets_of(page, entry["url"], out, entry["lang"])
    return Weight(
        kind=entry["kind"], language=entry["lang"], url=entry["url"], first=page.bytes + sum(costs(n) for n in names), next=page.bytes,
        requests=1 + len(names),
    )  # fmt: skip


def assets_of(page: Looked, url: str, out: Path, language: str) -> list[str]:
    """What a page loads without being asked, as addresses from the site's root."""
    names = list(dict.fromkeys(resolve(url, link) for link in page.links if not urlsplit(link).scheme))
    names += [f"assets/{path.name}" for path in (out / "assets").glob("keep.*.js")] if page.keeps else []
    fonts = [f"assets/{f}" for n in names if n.endswith(".css") for f in _FONT.findall((out / n).read_text(encoding="utf-8"))]
    return names + (fonts if language in FONT_LANGUAGES else [])


def size_report(weights: Iterable[Weight]) -> str:
    """A table for people: by kind and language the heaviest page, its first visit, next page and requests."""
    worst: dict[tuple[str, str], Weight] = {}
    for weight in weights:
        key = weight.kind, weight.language
        if key not in worst or weight.first > worst[key].first:
            worst[key] = weight
    lines = [f"{'kB brotli':12} {'':4} {'first':>6} {'budget':>6} {'next':>6} {'files':>5}"]
    lines += [_row(weight) for _, weight in sorted(worst.items())]
    return "\n".join(lines)


def _row(w: Weight) -> str:
    over = "  !" if w.heavy else ""
    return f"{w.kind:12} {w.language:4} {w.first / 1000:6.1f} {w.budget / 1000:6.0f} {w.next / 1000:6.1f} {w.requests:5}  {w.url or '/'}{over}"
