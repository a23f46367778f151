"""A zone in figures: its members side by side and a total, each column one year and one source."""

from rsmms.joins.editions import Edition, best, common
from rsmms.language.addresses import indicator_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.facts import source_link
from rsmms.layout.page import PageContext
from rsmms.model.zone import Zone
from rsmms.pages.figures import country_name, scroller
from rsmms.pages.wording import show, value_cell

SUMMED = ("international_migrant_stock", "emigrant_stock", "refugees_hosted", "remittances_received_usd")
"""Counts that may be added up; shares may not."""


def zone_editions(ctx: PageContext, zone: Zone) -> list[Edition]:
    """For each count, the newest year common to all members or, failing it, to most of them."""
    members = [m.country for m in zone.members if not m.until and m.country in ctx.library.countries]
    known = [i for i in SUMMED if i in ctx.library.indicators]
    found = [common(ctx.library, i, members) or best(ctx.library, i, members) for i in known] if members else []
    return [edition for edition in found if edition]


def zone_figures(ctx: PageContext, zone: Zone) -> str:
    """The table; empty for a zone without figures."""
    found = zone_editions(ctx, zone)
    if not found:
        return ""
    words = ctx.words
    members = sorted((m.country for m in zone.members if not m.until and m.country in ctx.library.countries), key=lambda c: words.sort(words.country(c)))
    rows = [el("tr", el("th", country_name(ctx, code), scope="row"), *(_cell(ctx, e, code) for e in found)) for code in members]
    total = el("tr", el("th", words("zone_sum"), scope="row"), *(_total(ctx, e, len(members)) for e in found))
    head = el("tr", el("th", words("country"), scope="col"), *(_head(ctx, e) for e in found))
    table = el("table", el("thead", head), el("tbody", *rows), el("tfoot", total))
    sources = join((source_link(ctx, s) for s in dict.fromkeys(e.source for e in found)), " · ")
    return blocks([
        heading(words("zone_totals"), "chiffres"), el("p", words("zone_totals_note"), cls="note"),
        scroller(ctx, table, "zone_totals"), el("p", words("source"), colon(words), sources, cls="trail"),
    ])  # fmt: skip


def _head(ctx: PageContext, edition: Edition) -> Html:
    indicator = ctx.library.indicators[edition.indicator]
    name = el("a", ctx.words.text(indicator.name), href=ctx.link(indicator_path(edition.indicator)))
    return el("th", name, " ", el("small", edition.year, " · ", ctx.words(f"unit_{indicator.unit.value}"), cls="line"), scope="col")


def _cell(ctx: PageContext, edition: Edition, code: str) -> Html:
    value = edition.values.get(code)
    unit = ctx.library.indicators[edition.indicator].unit
    return value_cell(ctx, unit, value) if value is not None else el("td", ctx.words("not_known"))


def _total(ctx: PageContext, edition: Edition, members: int) -> Html:
    unit = ctx.library.indicators[edition.indicator].unit
    written = show(ctx.words, unit)(sum(edition.values.values()))
    count = ctx.words("zone_total", count=len(edition.values), members=members)
    return el("td", el("strong", el("bdi", written.text, dir="ltr", lang=written.language)), el("small", count, cls="line"))
