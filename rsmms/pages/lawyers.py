"""One page a country for lawyers: every claim of law the site makes about it, its origin and a box."""

import re
from collections.abc import Sequence

from rsmms.joins.claims import Claim
from rsmms.language.addresses import country_path, lawyers_path
from rsmms.language.html import Html, blocks, el, heading
from rsmms.language.words import colon
from rsmms.layout.facts import reviewed
from rsmms.layout.legal_items import GROUPS, LegalItem, legal_items
from rsmms.layout.page import Page, PageContext
from rsmms.model.country import Country
from rsmms.pages.folds import folded

_ODD = re.compile(r"[^a-z0-9]+")


def lawyers_page(ctx: PageContext, country: Country, claims: Sequence[Claim]) -> Page:
    """Everything a lawyer should read about one country, in one language."""
    ctx = ctx.at(lawyers_path(country.slug))
    words, items = ctx.words, legal_items(ctx, country, claims)
    name = words.country(country.id)
    read = sum(item.reviewed is not None for item in items)
    body = folded(blocks([
        el("p", words("lawyers_lead"), cls="lead"), el("p", words("lawyers_return")),
        el("p", words("lawyers_count", count=len(items), read=read), cls="note"),
        *(_group(ctx, group, [item for item in items if item.group == group]) for group in GROUPS),
    ]))  # fmt: skip
    title = words.plain("lawyers_title", country=name)
    return Page(
        kind="page", id=f"lawyers-{country.id}", language=words.language, path=ctx.path, title=title, description=words.plain("lawyers_lead"), body=body,
        state=ctx.state, updated=max((f.checked for f in (*country.ratifications, *country.law)), default=ctx.freshness.today), listed=False,
        parents=((words.plain("nav_countries"), "pays/index.md"), (name, country_path(country.slug))),
        edit=ctx.library.lines.get(("data/country_profiles", country.id)),
    )  # fmt: skip


def _group(ctx: PageContext, group: str, items: Sequence[LegalItem]) -> str:
    title = heading(ctx.words(f"lawyers_{group}"), group)
    return blocks([title, el("ul", *(_line(ctx, item) for item in items), cls="boxes")]) if items else ""


def _line(ctx: PageContext, item: LegalItem) -> Html:
    """A box, what the site says, where it comes from, and who has read it."""
    said = item.said if item.language == ctx.words.language else el("span", item.said, lang=item.language)
    origin = el("span", ctx.words("lawyers_origin"), colon(ctx.words), item.origin, cls="trail line")
    box = el("span", "☐ ", aria_hidden="true")
    name = el("code", item.id, cls="trail")
    return el("li", box, said, " ", origin, name, " ", reviewed(ctx, item.reviewed), id=_ODD.sub("-", item.id).strip("-"))
