"""Two countries side by side: treaties, zones, law, figures of the same year, contacts. Any others by script."""

from collections.abc import Iterable

from rsmms.joins.editions import common
from rsmms.joins.help_desks import offered
from rsmms.language.addresses import campaign_path, compare_path, contacts_path, country_path, indicator_path, instrument_path, route_path, zone_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import SOURCE_LANGUAGE, colon
from rsmms.layout.contact_cards import call_line
from rsmms.layout.facts import ratification_cell, source_link
from rsmms.layout.page import Page, PageContext
from rsmms.model.country import Country
from rsmms.model.indicator import KEY
from rsmms.model.instrument import Instrument
from rsmms.pages.campaigns import has_section
from rsmms.pages.comparison_data import pairs
from rsmms.pages.figures import scroller
from rsmms.pages.folds import fold
from rsmms.pages.routes import routes
from rsmms.pages.wording import value_cell

COMPARE_PATH = "comparer/index.md"
FILE = "donnees/comparer-{language}.json"
"""The file the script reads, below the site root."""
_CALLS = 2

Two = tuple[Country, Country]


def compare_index(ctx: PageContext) -> Page:
    """The fixed pairs, and the place where the script lets the reader choose any countries."""
    ctx = ctx.at(COMPARE_PATH)
    words, library = ctx.words, ctx.library
    up = "../" if words.language == SOURCE_LANGUAGE else "../../"
    button = el("button", words("compare_any"), type="button", cls="button")
    own = el("div", button, id="compare-any", hidden=True, data_file=up + FILE.format(language=words.language), data_base="../")
    items = (el("li", el("a", _title(ctx, (library.countries[a], library.countries[b])), href=ctx.link(_path(ctx, a, b)))) for a, b in _ordered(ctx))
    body = blocks([
        el("p", words("compare_lead"), cls="lead"), own,
        heading(words("compare_pairs"), "paires"), el("ul", *items, cls="links"),
    ])  # fmt: skip
    return ctx.overview("compare-index", "compare_title", "compare_lead", body)


def _ordered(ctx: PageContext) -> list[tuple[str, str]]:
    names = ctx.words
    return sorted(pairs(ctx.library), key=lambda pair: [names.sort(names.country(code)) for code in pair])


def _path(ctx: PageContext, first: str, second: str) -> str:
    return compare_path(ctx.library.slugs[first], ctx.library.slugs[second])


def _title(ctx: PageContext, two: Two) -> str:
    return ctx.words.plain("compare_pair", first=ctx.words.country(two[0].id), second=ctx.words.country(two[1].id))


def compare_page(ctx: PageContext, first: str, second: str) -> Page:
    """One pair in one language."""
    ctx = ctx.at(_path(ctx, first, second))
    words, library = ctx.words, ctx.library
    two = library.countries[first], library.countries[second]
    shared = ctx.link(COMPARE_PATH) + f"#{first}+{second}"
    body = blocks([
        el("p", words("compare_pair_lead"), cls="lead"),
        heading(words("what_protects"), "traites"), _treaties(ctx, two),
        heading(words("zone_rights"), "zones"), _zones(ctx, two),
        fold(words("figures"), "chiffres", _figures(ctx, two)),
        heading(words("law_there"), "loi"), _beside(_law(ctx, c) for c in two),
        heading(words("who_to_call"), "contacts"), _beside(_contacts(ctx, c) for c in two),
        _more(ctx, two), el("p", el("a", words("compare_others"), href=shared, cls="button")),
    ])  # fmt: skip
    facts = [f.checked for c in two for f in c.ratifications] + [s.checked for c in two for s in c.figures]
    return Page(
        kind="compare", id=f"compare-{first}-{second}", listed=False, language=words.language, path=ctx.path, title=_title(ctx, two),
        description=words.plain("compare_description", first=words.country(first), second=words.country(second)), body=body, state=ctx.state,
        updated=max(facts, default=ctx.freshness.today), keywords=(words.country(first), words.country(second)),
        parents=((words.plain("compare_title"), COMPARE_PATH),), edit=library.lines.get(("data/country_profiles", first)),
    )  # fmt: skip


def _head(ctx: PageContext, two: Two, first: Html | str) -> Html:
    names = (el("th", el("a", ctx.words.country(c.id), href=ctx.link(country_path(c.slug))), scope="col") for c in two)
    return el("thead", el("tr", el("th", first, scope="col"), *names))


def _treaties(ctx: PageContext, two: Two) -> Html:
    words = ctx.words
    rows = (
        el("tr", el("th", el("a", i.code, href=ctx.link(instrument_path(i.slug))), " ", el("small", words.text(i.short_name)), scope="row"),
           *(el("td", _status(ctx, c, i)) for c in two))
        for i in ctx.library.instruments.values()
    )  # fmt: skip
    return scroller(ctx, el("table", _head(ctx, two, words("compare_treaty")), el("tbody", *rows)), "what_protects")


def _status(ctx: PageContext, country: Country, instrument: Instrument) -> Html:
    cell = ratification_cell(ctx, country, instrument)
    if not instrument.concerns(country.id):
        return cell
    page = campaign_path(country.slug) if has_section(country, instrument) else country_path(country.slug)
    return el("a", cell, href=ctx.link(f"{page}#{instrument.id}"))


def _zones(ctx: PageContext, two: Two) -> Html:
    words = ctx.words
    rows = []
    for zone in ctx.library.zones.values():
        members = [zone.member(c.id) for c in two]
        inside = [m is not None and not m.until for m in members]
        if any(inside):
            cells = (el("td", words("compare_member" if member else "compare_not_member")) for member in inside)
            rows.append(el("tr", el("th", el("a", words.text(zone.acronym), href=ctx.link(zone_path(zone.id))), scope="row"), *cells))
    return scroller(ctx, el("table", _head(ctx, two, words("zones")), el("tbody", *rows)), "zone_rights") if rows else el("p", words("zone_none_both"))


def _figures(ctx: PageContext, two: Two) -> list[object]:
    """Indicators that one edition gives for both; never two different years in a row."""
    words, library = ctx.words, ctx.library
    rows, left, cited = [], [], []
    for indicator in (library.indicators[i] for i in KEY if i in library.indicators):
        edition = common(library, indicator.id, [c.id for c in two])
        name = el("a", words.text(indicator.name), href=ctx.link(indicator_path(indicator.id)))
        if edition:
            cited += [edition.source] if edition.source not in cited else []
            about = el("small", edition.year, " · ", words(f"unit_{indicator.unit.value}"), f" [{cited.index(edition.source) + 1}]", cls="line")
            rows.append(el("tr", el("th", name, about, scope="row"), *(value_cell(ctx, indicator.unit, edition.values[c.id]) for c in two)))
        elif any(c.series(indicator.id) for c in two):
            left.append(name)
    table = scroller(ctx, el("table", _head(ctx, two, words("indicators_title")), el("tbody", *rows)), "figures")
    note = el("p", words("compare_no_year"), colon(words), join(left, ", "), cls="note") if left else ""
    sources = el("ol", *(el("li", source_link(ctx, s)) for s in cited), cls="sources")
    return [el("p", words("compare_same_year"), cls="note"), table, sources, note]


def _beside(columns: Iterable[Html]) -> Html:
    """One country beside the other where there is room, else below it."""
    return el("div", *(el("div", column) for column in columns), cls="pair")


def _law(ctx: PageContext, country: Country) -> Html:
    words = ctx.words
    items = (el("li", el("a", words.text(n.title), href=ctx.link(f"{country_path(country.slug)}#{n.id}"))) for n in country.law)
    listed = el("ul", *items) if country.law else el("p", words("law_none"))
    return join([el("h3", words.country(country.id)), listed])


def _contacts(ctx: PageContext, country: Country) -> Html:
    words = ctx.words
    here = offered(ctx.library, country.id)[:_CALLS]
    lines = el("ul", *(call_line(ctx, c) for c in here), cls="reach") if here else el("p", words("no_contact"))
    link = el("a", words("see_all_contacts", country=words.country(country.id)), href=ctx.link(contacts_path(country.slug)))
    more = el("p", link) if country.id in ctx.library.contacts else ""
    return join([el("h3", words.country(country.id)), lines, more])


def _more(ctx: PageContext, two: Two) -> Html:
    known, words = routes(ctx.library), ctx.words
    found = [(a.id, b.id) for a, b in (two, two[::-1]) if (a.id, b.id) in known]
    links = (
        el("a", words("route_title", origin=words.country(a), destination=words.country(b)), href=ctx.link(route_path(ctx.library, (a, b))), cls="button")
        for a, b in found
    )  # fmt: skip
    return el("p", join(links, " ")) if found else Html("")
