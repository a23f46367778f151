"""Routes: from a country to another, where statistics say that people move or where somebody described the road."""

from collections.abc import Iterator, Sequence
from datetime import date

from rsmms.joins.help_desks import AFRICA, EUROPE, UNIONS, fallback_contacts, help_desks, offered
from rsmms.language.addresses import contacts_path, instrument_path, rights_path, route_path, zone_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.contact_cards import call_line
from rsmms.layout.contact_ways import send_contact
from rsmms.layout.emergency_lines import emergency_strip
from rsmms.layout.facts import overdue, source_link, trail
from rsmms.layout.page import Page, PageContext
from rsmms.model.corridors import Route
from rsmms.model.country import Country, Series, Status
from rsmms.model.dates import PartialDate
from rsmms.model.indicator import Unit
from rsmms.model.library import Library
from rsmms.model.zone import Agreement, Membership, Zone
from rsmms.pages.country_law import zone_grants
from rsmms.pages.figures import amount, country_name
from rsmms.pages.folds import folded
from rsmms.pages.roads import rescue_list, road, ways_line
from rsmms.pages.situations import Situation

_STEPS: dict[str, tuple[str, ...]] = {
    "route_before": ("leave-safely", "recruiter-fees", "contract-changed"),
    "route_way": ("sea-or-desert", "arrested", "lost-papers"),
    "route_arrival": ("join-union", "passport-kept", "not-paid", "no-papers-rights"),
    "route_money": ("send-money",),
    "route_home": ("go-home", "back-home", "pension"),
}
"""Situations that each part of a route leads to."""
_CALLS = 3
_BOUND = (Status.IN_FORCE,)


def routes(library: Library) -> list[Route]:
    """Origin and destination of each route."""
    return list(library.corridors)


def route_page(ctx: PageContext, route: Route, situations: Sequence[Situation]) -> Page:
    """One route in one language."""
    library = ctx.library
    ctx = ctx.at(route_path(library, route))
    origin, destination = (library.countries[code] for code in route)
    names = {"origin": ctx.words.country(origin.id), "destination": ctx.words.country(destination.id)}
    title = ctx.words.plain("route_title", **names)
    body = blocks([
        el("p", ctx.words("routes_lead"), cls="lead"),
        ways_line(ctx, route),
        _people(ctx, origin, destination),
        road(ctx, route),
        _part(ctx, "route_before", situations, el("p", ctx.words("route_documents_text"))),
        _unions(ctx, "route_union_origin", origin),
        _part(ctx, "route_way", situations, rescue_list(ctx, route)),
        _part(ctx, "route_arrival", situations, _rights(ctx, destination)),
        _unions(ctx, "route_union_destination", destination),
        emergency_strip(ctx, destination),
        folded(_treaties(ctx, origin, destination)),
        folded(_movement(ctx, origin, destination)),
        _part(ctx, "route_money", situations, _cost(ctx, origin)),
        _part(ctx, "route_home", situations, _home(ctx, route)),
    ])  # fmt: skip
    return Page(
        kind="route", id=f"{origin.id}-{destination.id}", language=ctx.words.language, path=ctx.path, title=title,
        description=ctx.words.plain("route_description", **names), body=body, state=ctx.state, group="routes",
        updated=_newest(ctx, route), keywords=tuple(names.values()),
        parents=((ctx.words.plain("nav_routes"), "routes/index.md"),), edit=library.lines.get(("data/country_profiles", origin.id)),
    )  # fmt: skip


def _rights(ctx: PageContext, country: Country) -> Html:
    """The way to all rights in a country."""
    text = ctx.words("rights_here", country=ctx.words.country(country.id))
    return el("p", el("a", text, href=ctx.link(rights_path(country.slug)), cls="button"))


def _people(ctx: PageContext, origin: Country, destination: Country) -> Html:
    series = next((s for s in origin.series("emigrants_to") if destination.id in s.by_country), None)
    if not series:
        return el("p", ctx.words("route_not_counted"))
    text = ctx.words("route_people", value=ctx.words.number(series.by_country[destination.id]), year=series.year)
    return el("p", text, " ", _source(ctx, series))


def _source(ctx: PageContext, series: Series) -> Html:
    source = el("span", ctx.words("source"), colon(ctx.words), source_link(ctx, series.source), cls="trail")
    return join([source, overdue(ctx, series.checked, "figure")])


def _part(ctx: PageContext, key: str, situations: Sequence[Situation], first: object = "") -> str:
    by_id = {s.facts.id: s for s in situations}
    found = [by_id[i] for i in _STEPS[key] if i in by_id]
    items = (el("li", el("a", s.shown.title, href=ctx.link(s.path), lang=None if s.language == ctx.words.language else s.language)) for s in found)
    return blocks([heading(ctx.words(key), key.replace("_", "-")), first, el("ul", *items, cls="cards") if found else ""])


def _unions(ctx: PageContext, key: str, country: Country) -> str:
    """A union or a line at this end; or, in red, nobody known yet, and the union bodies of this part of the world."""
    words = ctx.words
    unions = [c for c in help_desks(ctx.library, country.id, UNIONS) if c.kind in UNIONS and c.reachable and not c.refers]
    listed = (unions or offered(ctx.library, country.id))[:_CALLS]
    parts: list[object] = [heading(words(key), key.replace("_", "-"), 3)]
    if not listed:
        region = fallback_contacts(ctx.library, country.id) if country.id in AFRICA | EUROPE else []
        parts += [el("p", words("route_nobody", country=words.country(country.id)), cls="nobody"), send_contact(ctx)]
        listed = [c for c in region if c.reachable][:_CALLS]
    parts.append(el("ul", *(call_line(ctx, c) for c in listed), cls="reach") if listed else "")
    see_all = words("see_all_contacts", country=words.country(country.id))
    parts.append(el("p", el("a", see_all, href=ctx.link(contacts_path(country.slug)))) if country.id in ctx.library.contacts else "")
    return blocks(parts)


def _newest(ctx: PageContext, route: Route) -> date:
    """The newest day on which something of the road was read."""
    told = ctx.library.described_by_route.get(route)
    days = [s.checked for s in ctx.library.countries[route[0]].figures]
    return max([*days, *([told.read] if told else [])])


def _treaties(ctx: PageContext, origin: Country, destination: Country) -> str:
    words, library = ctx.words, ctx.library
    bound = {i: [c for c in (origin, destination) if c.status(i) in _BOUND] for i in library.instruments}
    parts: list[object] = [heading(words("what_protects"), "traites")]
    for key, count in (("route_both_bound", 2), ("route_one_bound", 1)):
        items = [_treaty(ctx, i, found if count == 1 else []) for i, found in bound.items() if len(found) == count]
        if items:
            parts += [heading(words(key), key.replace("_", "-"), 3), el("ul", *items, cls="facts")]
    return blocks(parts)


def _treaty(ctx: PageContext, identifier: str, only: Sequence[Country]) -> Html:
    instrument = ctx.library.instruments[identifier]
    name = join([instrument.code, ctx.words.text(instrument.short_name)], " – ")
    where = join((country_name(ctx, c.id) for c in only), ", ")
    return el("li", el("a", name, href=ctx.link(instrument_path(instrument.slug))), join([" (", where, ")"]) if only else "")


def shared_zones(library: Library, origin: str, destination: str) -> Iterator[Zone]:
    """Zones with rights that both countries are in, or that one of them left (the page says so)."""
    for zone in library.zones.values():
        if zone.claimable and zone.member(origin) and zone.member(destination):
            yield zone


def _movement(ctx: PageContext, origin: Country, destination: Country) -> str:
    words, library = ctx.words, ctx.library
    parts: list[object] = [heading(words("route_zone"), "zone")]
    zones = list(shared_zones(library, origin.id, destination.id))
    if not zones:
        parts.append(el("p", words("route_zone_none")))
    for zone in zones:
        parts.append(heading(el("a", words.text(zone.acronym), href=ctx.link(zone_path(zone.id))), f"zone-{zone.id}", 3))
        members = (zone.member(origin.id), zone.member(destination.id))
        parts += [*(_former(ctx, m, m.until) for m in members if m and m.until), zone_grants(ctx, zone)]
    shared = [a for a in library.agreements.values() if {origin.id, destination.id} <= set(a.parties)]
    return blocks([*parts, *(_agreement(ctx, a) for a in shared)])


def _former(ctx: PageContext, member: Membership, until: PartialDate) -> Html:
    """A note that one of the two countries has left the zone."""
    left = ctx.words("zone_former", date=ctx.words.date(until))
    return el("p", country_name(ctx, member.country), colon(ctx.words), left, " ", ctx.words.text(member.note), cls="note")


def _agreement(ctx: PageContext, agreement: Agreement) -> Html:
    words = ctx.words
    date = f" ({words.date(agreement.date)})" if agreement.date else ""
    return el("div", el("h3", words.text(agreement.title), date), el("p", words.text(agreement.summary)), el("p", trail(ctx, agreement, "law")), cls="card")


def _cost(ctx: PageContext, origin: Country) -> Html:
    series: Series | None = next(iter(origin.series("remittance_cost_200usd_received")), None)
    if not series:
        return Html("")
    value = amount(ctx, Unit.PERCENT, series.latest_value)
    text = ctx.words("route_money_cost", country=ctx.words.country(origin.id), value=value, year=series.latest)
    return el("p", text, " ", _source(ctx, series))


def _home(ctx: PageContext, route: Route) -> Html:
    words, library = ctx.words, ctx.library
    links = [el("a", words("nav_coming_home"), href=ctx.link("retour/index.md"), cls="button")]
    back = (route[1], route[0])
    if back in library.corridors:
        links.append(el("a", words("route_reverse"), href=ctx.link(route_path(library, back)), cls="button"))
    return el("p", join(links, " "))


def routes_index(ctx: PageContext) -> Page:
    """From which country, to which: plain lists, which the script turns into two menus."""
    ctx = ctx.at("routes/index.md")
    words, library = ctx.words, ctx.library
    by_origin: dict[str, list[Route]] = {}
    for route in routes(library):
        by_origin.setdefault(route[0], []).append(route)
    parts: list[object] = [el("p", words("routes_lead"), cls="lead")]
    for code in sorted(by_origin, key=lambda c: words.sort(words.country(c))):
        links = (el("li", el("a", words.country(r[1]), href=ctx.link(route_path(library, r)))) for r in by_origin[code])
        summary = el("summary", words("route_from"), " ", el("strong", words.country(code)))
        listed = el("ul", *links, cls="columns links")
        parts.append(el("details", summary, el("p", words("route_to"), ":"), listed, cls="route", id=library.slugs[code]))
    return ctx.overview("routes", "nav_routes", "routes_lead", blocks(parts))

