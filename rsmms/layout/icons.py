"""Pictograms in a page: each use names a shape, and the page carries the shapes that it uses once, at the end of its text."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from rsmms.language.html import Html, el, join
from rsmms.model.contact import Kind
from rsmms.model.pictogram import Pictogram

_SYMBOL = re.compile(r'<symbol id="i-([^"]+)".*?</symbol>')
_LINES = re.compile(r' d="([^"]+)"')
_LOOK = "fill='none' stroke='#000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'"
_USED = re.compile(r'href="#i-([a-z0-9-]+)"')
_SPRITE = re.compile(r'<svg class="sprite".*?</svg>\s*(?=</main>|$)', re.DOTALL)
KIND_ICONS: Mapping[Kind, Pictogram] = {
    Kind.UNION_DESK: Pictogram.USERS_GROUP, Kind.UNION_NETWORK: Pictogram.USERS_GROUP, Kind.HOTLINE: Pictogram.HEADSET,
    Kind.EMERGENCY: Pictogram.ALARM, Kind.UNION_CENTRE: Pictogram.USERS_GROUP, Kind.UNION_SECTOR: Pictogram.USERS_GROUP,
    Kind.LEGAL_AID: Pictogram.SCALE, Kind.LABOUR_OFFICE: Pictogram.CLIPBOARD_CHECK, Kind.OMBUDS: Pictogram.SHIELD_CHECK,
    Kind.RETURN_ASSISTANCE: Pictogram.HOUSE_ARROW, Kind.EMPLOYMENT_SERVICE: Pictogram.BUILDING_COMMUNITY, Kind.OFFICE: Pictogram.BUILDING_BANK,
    Kind.EMBASSY: Pictogram.FLAG, Kind.UNION_REGIONAL: Pictogram.USERS_GROUP,
}  # fmt: skip
"""What stands beside the kind of a contact."""

PAGE_ICONS: Mapping[str, Pictogram] = {
    "situations/index.md": Pictogram.LIFEBUOY, "contacts/index.md": Pictogram.PHONE, "pays/index.md": Pictogram.FLAG, "routes/index.md": Pictogram.ROUTE,
    "conventions/index.md": Pictogram.SCALE, "conventions/ratifications.md": Pictogram.SCALE, "reseau/index.md": Pictogram.USERS_GROUP,
    "reseau/adherer.md": Pictogram.USERS_GROUP, "retour/index.md": Pictogram.HOUSE_ARROW, "fiches.md": Pictogram.PRINTER, "a-z.md": Pictogram.LETTERS,
    "zones/index.md": Pictogram.WORLD, "methode.md": Pictogram.CLIPBOARD_CHECK, "a-propos.md": Pictogram.USER_QUESTION,
}  # fmt: skip
"""What stands beside links to the main pages, by Markdown path; situations name theirs in their header."""


def icon(name: Pictogram) -> Html:
    """A pictogram of the height of a line. It says nothing by itself: words stand beside it."""
    return el("svg", el("use", href=f"#i-{name.value}"), cls="i", width=24, height=24, aria_hidden="true")


def pic(name: Pictogram) -> Html:
    """A pictogram on its own small ground, before a title."""
    return el("span", icon(name), cls="pic")


def mark(name: Pictogram) -> Html:
    """A pictogram of the head and the menu, which stand on every page: the style has its shape."""
    return el("span", cls=f"n n-{name.value}")


def as_address(name: Pictogram) -> str:
    """A shape as an address inside a style."""
    path = _LINES.findall(symbols()[name.value])[0]
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' {_LOOK}><path d='{path}'/></svg>"
    return "data:image/svg+xml," + drawing.replace("#", "%23").replace("<", "%3C").replace(">", "%3E")


def drawing(name: Pictogram) -> str:
    """A shape as a picture of its own, in black: for paper."""
    path = _LINES.findall(symbols()[name.value])[0]
    look = _LOOK.replace("'", '"')
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" {look}><path d="{path}"/></svg>'


@cache
def symbols() -> Mapping[str, str]:
    """The shapes by name, as `make icons` wrote them."""
    text = Path(__file__).with_name("pictograms.svg").read_text(encoding="utf-8")
    return {found[1]: found[0] for found in _SYMBOL.finditer(text)}


def sprite(html: str) -> Html:
    """The shapes that a piece of a page uses, unseen; nothing where it uses none."""
    used = [Html(symbols()[name]) for name in dict.fromkeys(_USED.findall(html)) if name in symbols()]
    return el("svg", join(used), cls="sprite", hidden=True, width=0, height=0) if used else Html("")


def with_own_sprite(main: str) -> str:
    """The text of a page that leaves its head and foot behind, with the shapes that it uses itself."""
    bare = _SPRITE.sub("", main)
    return bare + sprite(bare)
