"""Lists that lead to pages: countries, contacts, zones."""

from rsmms.language.addresses import INTERNATIONAL_SLUG, Where, contacts_path, country_path, zone_path
from rsmms.language.html import Html, blocks, el, heading
from rsmms.layout.facts import trail
from rsmms.layout.page import Maker, Page
from rsmms.model.country import Country
from rsmms.model.dates import PartialDate
from rsmms.model.library import INTERNATIONAL
from rsmms.model.zone import Membership, Zone
from rsmms.pages.country import zone_grants
from rsmms.pages.figures import country_name
from rsmms.pages.zone_figures import zone_figures


def country_links(make: Maker, countries: list[Country], path: Where = country_path) -> Html:
    """Countries in alphabetical order of this language, as large links."""
    named = sorted(((make.words.country(c.id), c) for c in countries), key=lambda pair: make.words.sort(pair[0]))
    return el("ul", *(el("li", el("a", name, href=make.link(path(c.slug)))) for name, c in named), cls="columns links")


def countries_index(make: Maker) -> Page:
    """All countries, those of the network first."""
    make = make.at("pays/index.md")
    words, countries = make.words, list(make.library.countries.values())
    body = blocks([
        el("p", words("countries_lead"), cls="lead"),
        heading(words("priority_countries"), "reseau"),
        country_links(make, [c for c in countries if c.priority]),
        heading(words("other_countries"), "autres"),
        country_links(make, [c for c in countries if not c.priority]),
    ])  # fmt: skip
    return make.overview("countries", "nav_countries", "countries_lead", body)


def contacts_index(make: Maker) -> Page:
    """Countries with a contact at hand, how many, and those who answer from anywhere."""
    make = make.at("contacts/index.md")
    words, library = make.words, make.library
    listed = [library.countries[c] for c in library.contacts if c in library.countries]
    anywhere = el("a", words("international_contacts"), href=make.link(contacts_path(INTERNATIONAL_SLUG)), cls="button")
    body = blocks([
        el("p", words("contacts_lead"), cls="lead"),
        el("p", anywhere) if INTERNATIONAL in library.contacts else "",
        heading(words("find_country"), "pays"),
        country_links(make, listed, contacts_path),
    ])  # fmt: skip
    return make.overview("contacts-index", "nav_contacts", "contacts_lead", body)


def zones_index(make: Maker) -> Page:
    """Regional zones."""
    make = make.at("zones/index.md")
    items = (
        el("li", el("a", el("strong", make.words.text(z.acronym)), " ", el("span", make.words.text(z.name)), href=make.link(zone_path(z.id))))
        for z in make.library.zones.values()
    )  # fmt: skip
    body = blocks([el("p", make.words("zones_lead"), cls="lead"), el("ul", *items, cls="cards")])
    return make.overview("zones", "zones", "zones_lead", body)


def _former(make: Maker, member: Membership, until: PartialDate) -> Html:
    """A country that has left, and since when."""
    words = make.words
    return el("p", country_name(make, member.country), " – ", words("zone_former", date=words.date(until)), " ", words.text(member.note))


def zone_page(make: Maker, zone: Zone) -> Page:
    """One zone: what it allows, who is in it, who left."""
    make = make.at(zone_path(zone.id))
    words = make.words
    inside = [m for m in zone.members if not m.until]
    left = [m for m in zone.members if m.until]
    parts: list[object] = [
        el("p", words.text(zone.summary), cls="lead"),
        heading(words("grants"), "droits"),
        zone_grants(make, zone),
        heading(words("members"), "membres"),
        el("ul", *(el("li", country_name(make, m.country), f" ({words.date(m.since)})" if m.since else "") for m in inside), cls="columns"),
    ]
    if left:
        parts += [heading(words("former_members"), "anciens"), *(_former(make, m, m.until) for m in left if m.until)]
    parts.append(zone_figures(make, zone))
    parts.append(el("p", words.text(zone.note), cls="note") if zone.note else "")
    parts.append(el("p", trail(make, zone, "law")))
    acronym, name = words.pick(zone.acronym)[0], words.pick(zone.name)[0]
    return Page(
        kind="zone", id=zone.id, language=words.language, path=make.path, title=f"{acronym} – {name}", short=acronym,
        description=words.pick(zone.summary)[0][:155], body=blocks(parts), state=make.state, updated=zone.checked,
        keywords=tuple(dict.fromkeys([*zone.acronym.values(), *zone.name.values()])), group="zones",
        parents=((words.plain("zones"), "zones/index.md"),), edit=make.library.lines.get(("zones", zone.id)),
    )  # fmt: skip
