"""The whole site on one page: what the menu and the foot lead to, and in groups everything else."""

from collections.abc import Container, Sequence

from rsmms.language.html import Html, blocks, el, heading
from rsmms.layout.menus import FOOTER, MENU, SITE_MAP_PATH, WHOLE
from rsmms.layout.page import Page, PageContext


def site_map_page(ctx: PageContext, known: Container[str]) -> Page:
    """All lists and single pages of the site in one language, as far as they are ``known``."""
    ctx = ctx.at(SITE_MAP_PATH)
    seen = {path for _, path in MENU}
    groups = (("menu", MENU), *WHOLE, ("foot_more", tuple(entry for entry in FOOTER if entry[1] not in seen)))
    lists = (_group(ctx, key, [(title, path) for title, path in entries if path in known]) for key, entries in groups)
    body = blocks([el("p", ctx.words("whole_site_lead"), cls="lead"), *lists])
    return ctx.overview("site-map", "whole_site", "whole_site_lead", body)


def _group(ctx: PageContext, key: str, entries: Sequence[tuple[str, str]]) -> str:
    """One group; nothing where this site has none of its pages."""
    links: tuple[Html, ...] = tuple(el("li", el("a", ctx.words(title), href=ctx.link(path))) for title, path in entries)
    return blocks([heading(ctx.words(key), key.replace("_", "-")), el("ul", *links, cls="columns links")]) if links else ""
