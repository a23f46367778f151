"""Lists that lead to pages: countries, contacts, zones."""

from rsmms.language.addresses import INTERNATIONAL_SLUG, Where, contacts_path, country_path, zone_path
from rsmms.language.html import Html, blocks, el, heading
from rsmms.layout.facts import trail
from rsmms.layout.page import Page, PageContext
from rsmms.model.country import Country
from rsmms.model.dates import PartialDate
from rsmms.model.library import INTERNATIONAL
from rsmms.model.zone import Membership, Zone
from rsmms.pages.country_law import zone_grants
from rsmms.pages.figures import country_name
from rsmms.pages.situations import country_cells
from rsmms.pages.zone_figures import zone_figures


def country_links(ctx: PageContext, countries: list[Country], path: Where = country_path) -> Html:
    """Countries in alphabetical order of this language, as large links."""
    named = sorted(((ctx.words.country(c.id), c) for c in countries), key=lambda pair: ctx.words.sort(pair[0]))
    return el("ul", *(el("li", el("a", name, href=ctx.link(path(c.slug)))) for name, c in named), cls="columns links")


def countries_index(ctx: PageContext) -> Page:
    """All countries, those of the network first."""
    ctx = ctx.at("pays/index.md")
    words, countries = ctx.words, list(ctx.library.countries.values())
    body = blocks([
        el("p", words("countries_lead"), cls="lead"),
        heading(words("priority_countries"), "reseau"),
        country_links(ctx, [c for c in countries if c.priority]),
        heading(words("other_countries"), "autres"),
        country_links(ctx, [c for c in countries if not c.priority]),
    ])  # fmt: skip
    return ctx.overview("countries", "nav_countries", "countries_lead", body)


def contacts_index(ctx: PageContext) -> Page:
    """Countries with a contact at hand, how many, and those who answer from anywhere."""
    ctx = ctx.at("contacts/index.md")
    words, library = ctx.words, ctx.library
    listed = sorted((c for c in library.contacts if c in library.countries), key=lambda code: words.sort(words.country(code)))
    anywhere = el("a", words("international_contacts"), href=ctx.link(contacts_path(INTERNATIONAL_SLUG)), cls="button")
    body = blocks([
        el("p", words("contacts_lead"), cls="lead"),
        el("p", anywhere) if INTERNATIONAL in library.contacts else "",
        heading(words("find_country"), "pays"),
        country_cells(ctx, listed, contacts_path),
        el("p", words("contacts_red"), cls="note"),
    ])  # fmt: skip
    return ctx.overview("contacts-index", "nav_contacts", "contacts_lead", body)


def zones_index(ctx: PageContext) -> Page:
    """Regional zones."""
    ctx = ctx.at("zones/index.md")
    items = (
        el("li", el("a", el("strong", ctx.words.text(z.acronym)), " ", el("span", ctx.words.text(z.name)), href=ctx.link(zone_path(z.id))))
        for z in ctx.library.zones.values()
    )  # fmt: skip
    body = blocks([el("p", ctx.words("zones_lead"), cls="lead"), el("ul", *items, cls="cards")])
    return ctx.overview("zones", "zones", "zones_lead", body)


def _former(ctx: PageContext, member: Membership, until: PartialDate) -> Html:
    """A country that has left, and since when."""
    words = ctx.words
    return el("p", country_name(ctx, member.country), " – ", words("zone_former", date=words.date(until)), " ", words.text(member.note))


def zone_page(ctx: PageContext, zone: Zone) -> Page:
    """One zone: what it allows, who is in it, who left."""
    ctx = ctx.at(zone_path(zone.id))
    words = ctx.words
    inside = [m for m in zone.members if not m.until]
    left = [m for m in zone.members if m.until]
    parts: list[object] = [
        el("p", words.text(zone.summary), cls="lead"),
        heading(words("grants"), "droits"),
        zone_grants(ctx, zone),
        heading(words("members"), "membres"),
        el("ul", *(el("li", country_name(ctx, m.country), f" ({words.date(m.since)})" if m.since else "") for m in inside), cls="columns"),
    ]
    if left:
        parts += [heading(words("former_members"), "anciens"), *(_former(ctx, m, m.until) for m in left if m.until)]
    parts.append(zone_figures(ctx, zone))
    parts.append(el("p", words.text(zone.note), cls="note") if zone.note else "")
    parts.append(el("p", trail(ctx, zone, "law")))
    acronym, name = words.pick(zone.acronym)[0], words.pick(zone.name)[0]
    return Page(
        kind="zone", id=zone.id, language=words.language, path=ctx.path, title=f"{acronym} – {name}", short=acronym,
        description=words.pick(zone.summary)[0][:155], body=blocks(parts), state=ctx.state, updated=zone.checked,
        keywords=tuple(dict.fromkeys([*zone.acronym.values(), *zone.name.values()])), group="zones",
        parents=((words.plain("zones"), "zones/index.md"),), edit=ctx.library.lines.get(("zones", zone.id)),
    )  # fmt: skip
