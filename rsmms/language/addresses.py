"""Where everything lives: addresses and Markdown paths of pages, files and anchors."""

from collections.abc import Callable
from functools import lru_cache

from rsmms.model.instrument import Article, Part
from rsmms.model.kit import Kit, KitKind
from rsmms.model.library import Library


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


Where = Callable[[str], str]
"""From the name of a thing in addresses (its slug or id) to the Markdown path of its page, inside the language folder."""
country_path: Where = "pays/{}.md".format
"""A country's profile."""
rights_path: Where = "pays/{}/droits.md".format
"""A country's rights, situation by situation."""
figures_path: Where = "pays/{}/chiffres.md".format
"""A country's figures and pictures."""
lawyers_path: Where = "pays/{}/juristes.md".format
"""What a lawyer should read about a country."""
contacts_path: Where = "contacts/{}.md".format
"""A country's contacts."""
asking_path: Where = "contacts/{}/demander.md".format
"""Messages that ask a country's focal point."""
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


def article_anchor(part: Part, article: Article) -> str:
    """The id of an article on its treaty's page; annexes have their own."""
    return f"{part.id}-{article.anchor}" if part.annex else article.anchor


def network_path(network: str) -> str:
    """Where a network lives."""
    return f"reseau/{network}.md"


ILO_LIST_PATH = "indicateurs/oit.md"
"""The ILO's list of labour migration statistics as a checklist."""
MATRIX_PATH = "conventions/ratifications.md"
INTERNATIONAL_SLUG = "international"
RECORDINGS = "audio"
"""Folder of the recordings, in the project and on the site."""
_KITS = {
    KitKind.WORKSHOP: "ateliers", KitKind.EXERCISE: "retour", KitKind.BRIEF: "plaidoyer", KitKind.THEME: "dialogue",
    KitKind.CAMPAIGN: "campagnes", KitKind.SECTOR: "secteurs",
}  # fmt: skip


def kit_path(kit: Kit) -> str:
    """Where ready material lives."""
    return f"{_KITS[kit.kind]}/{kit.id}.md"
