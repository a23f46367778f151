"""The ratification matrix: countries by treaties, in words, filtered by zone without script."""

from rsmms.language.addresses import MATRIX_PATH, campaign_path, country_path, instrument_path
from rsmms.language.html import Html, blocks, el
from rsmms.layout.facts import ratification_cell
from rsmms.layout.page import Page, PageContext
from rsmms.model.base import Confidence
from rsmms.model.country import Country
from rsmms.model.instrument import Instrument
from rsmms.pages.campaigns import has_section
from rsmms.pages.figures import scroller
from rsmms.pages.open_data import download


def matrix_page(ctx: PageContext) -> Page:
    """The whole table in one language."""
    ctx = ctx.at(MATRIX_PATH)
    words, library = ctx.words, ctx.library
    counts = {"countries": len(library.countries), "instruments": len(library.instruments)}
    body = blocks([
        el("p", words("matrix_lead", **counts), cls="lead"),
        el("p", words("matrix_legend"), cls="note"),
        download(ctx, "ratifications"),
        el("div", _filter(ctx), scroller(ctx, _table(ctx), "matrix_title"), cls="matrix"),
    ])  # fmt: skip
    facts = [f.checked for c in library.countries.values() for f in c.ratifications]
    return Page(
        kind="page", id="ratifications", language=words.language, path=ctx.path, title=words.plain("matrix_title"),
        description=words.plain("matrix_description", **counts), body=body, state=ctx.state, updated=max(facts, default=ctx.freshness.today),
        parents=((words.plain("nav_conventions"), "conventions/index.md"),),
        keywords=tuple(i.code for i in library.instruments.values()),
    )  # fmt: skip


def _filter(ctx: PageContext) -> Html:
    """Radio buttons; the style sheet hides the rows of other zones (``:has``), so no script is needed."""
    words = ctx.words
    choices = [("all", words("matrix_all"))] + [(z.id, words.text(z.acronym)) for z in ctx.library.zones.values()]
    made = (
        el("label", el("input", type="radio", name="zone", id=f"zone-{key}", checked=key == "all"), " ", name)
        for key, name in choices
    )  # fmt: skip
    return el("fieldset", el("legend", words("matrix_filter")), *made, cls="filter")


def _table(ctx: PageContext) -> Html:
    words, library = ctx.words, ctx.library
    instruments = list(library.instruments.values())
    head = el("tr", el("th", words("country"), scope="col"), *(
        el("th", el("a", i.code, href=ctx.link(instrument_path(i.slug)), title=words.pick(i.short_name)[0]), scope="col") for i in instruments
    ))  # fmt: skip
    ordered = sorted(library.countries.values(), key=lambda c: words.sort(words.country(c.id)))
    return el("table", el("thead", head), el("tbody", *(_row(ctx, c, instruments) for c in ordered)))


def _row(ctx: PageContext, country: Country, instruments: list[Instrument]) -> Html:
    zones = [z.id for z, member in ctx.library.zones_of(country.id) if not member.until]
    page = country_path(country.slug)
    name = el("th", el("a", ctx.words.country(country.id), href=ctx.link(page)), scope="row")
    cells = (el("td", _cell(ctx, country, i)) for i in instruments)
    return el("tr", name, *cells, cls=" ".join(f"z-{z}" for z in zones) or None)


def _cell(ctx: PageContext, country: Country, instrument: Instrument) -> Html:
    fact = country.ratification(instrument.id)
    cell = ratification_cell(ctx, country, instrument, narrow=True)
    if not instrument.concerns(country.id):
        return cell
    doubt = "\u00a0?" if fact and fact.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED) else ""
    page = campaign_path(country.slug) if has_section(country, instrument) else country_path(country.slug)
    return el("a", cell, doubt, href=ctx.link(f"{page}#{instrument.id}"))
