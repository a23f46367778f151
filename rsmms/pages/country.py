"""A country's profile: whom to call first, what protects a migrant there, law, figures."""

from datetime import date

from rsmms.joins.deadlines import deadlines_in
from rsmms.joins.help_desks import fallback_contacts, offered
from rsmms.language.addresses import INTERNATIONAL_SLUG, campaign_path, contacts_path, country_path, instrument_path, lawyers_path, zone_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import Words
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.emergency_lines import emergency_strip
from rsmms.layout.facts import confidence_mark, correct_link, law_limits, ratification_details, status_mark, trail
from rsmms.layout.page import Page, PageContext
from rsmms.model.base import Sourced
from rsmms.model.country import Country, LawNote, Project, Ratification, Series, Status
from rsmms.model.instrument import Instrument
from rsmms.model.library import INTERNATIONAL
from rsmms.model.zone import Grant, Zone
from rsmms.pages.deadlines import DEADLINES_PATH
from rsmms.pages.figures import country_name, figures_section
from rsmms.pages.open_data import country_data_links

_FIRST = 3
"""Contacts shown on the profile itself; the contacts page has all."""
_BOUND = (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE)


def country_page(ctx: PageContext, country: Country) -> Page:
    """The profile of one country in one language."""
    ctx = ctx.at(country_path(country.slug))
    name = ctx.words.country(country.id)
    body = blocks([
        el("p", ctx.words("country_lead"), cls="lead"),
        emergency_strip(ctx, country),
        whom_to_call(ctx, country),
        treaties(ctx, country),
        _zones(ctx, country),
        _law(ctx, country),
        figures_section(ctx, country),
        _projects(ctx, country),
        _agreements(ctx, country),
        el("details", el("summary", ctx.words("data_of_country")), el("p", country_data_links(ctx, country))),
    ])  # fmt: skip
    return Page(
        kind="country", id=country.id, language=ctx.words.language, path=ctx.path, title=name,
        description=ctx.words.plain("country_description", country=name), body=body, state=ctx.state,
        updated=newest(country, ctx.freshness.today), keywords=_names(country.id), group="countries",
        parents=((ctx.words.plain("nav_countries"), "pays/index.md"),),
        edit=ctx.library.lines.get(("data/country_profiles", country.id)),
    )  # fmt: skip


def _names(code: str) -> tuple[str, ...]:
    """The country's name in every language, so that it is found in any of them."""
    return tuple(dict.fromkeys([*(Words(language).country(code) for language in ("fr", "en", "ee")), code]))


def newest(country: Country, today: date) -> date:
    """The newest day on which something of the profile was checked; today for a profile that says nothing yet."""
    facts: list[Sourced | Series] = [*country.ratifications, *country.figures, *country.law, *country.projects]
    return max((f.checked for f in facts), default=today)


def whom_to_call(ctx: PageContext, country: Country) -> str:
    """The first contacts, or honestly none and whom to turn to then."""
    words = ctx.words
    here = ctx.library.contacts.get(country.id, ())
    first = offered(ctx.library, country.id)[:_FIRST]
    parts: list[object] = [heading(words("who_to_call"), "contacts")]
    if first:
        parts += [contact_card(ctx, c, brief=True) for c in first]
    else:
        parts += [el("p", words("no_contact")), el("p", words("no_contact_then"))]
        parts += [contact_card(ctx, c, brief=True) for c in fallback_contacts(ctx.library, country.id)]
    slug = country.slug if here else INTERNATIONAL_SLUG
    name = words.country(country.id) if here else words("international_contacts")
    if here or ctx.library.contacts.get(INTERNATIONAL):
        parts.append(el("p", el("a", words("see_all_contacts", country=name), href=ctx.link(contacts_path(slug)), cls="button")))
    return blocks(parts)


def treaties(ctx: PageContext, country: Country) -> str:
    """In force, not ratified and unknown, told apart."""
    words, library = ctx.words, ctx.library
    split: dict[str, list[Instrument]] = {"treaties_in_force": [], "treaties_not": [], "treaties_unknown": []}
    for instrument in library.instruments_of(country.id):
        status = country.status(instrument.id)
        key = "treaties_in_force" if status in _BOUND else "treaties_unknown" if status == Status.UNKNOWN else "treaties_not"
        split[key].append(instrument)
    parts: list[object] = [heading(words("what_protects"), "traites")]
    for key, listed in split.items():
        if listed:
            parts.append(heading(words(key), key.replace("_", "-"), 3))
            if key != "treaties_in_force":
                parts.append(el("p", words(key + "_note"), cls="note"))
            parts.append(el("ul", *(_treaty(ctx, country, i) for i in listed), cls="facts"))
    return blocks(parts)


def _treaty(ctx: PageContext, country: Country, instrument: Instrument) -> Html:
    fact: Ratification | None = country.ratification(instrument.id)
    name = join([instrument.code, ctx.words.text(instrument.short_name)], " – ")
    link = el("a", name, href=ctx.link(instrument_path(instrument.slug)))
    mark = status_mark(ctx, country.status(instrument.id))
    correct = correct_link(ctx, "ratifications", f"{country.id}/{instrument.id}", instrument.code)
    details = join([ratification_details(ctx, country.id, fact), correct], " ") if fact else el("span", ctx.words("not_known"), cls="line")
    return el("li", mark, " ", el("strong", link), details, _act(ctx, country, instrument), id=instrument.id)


def _act(ctx: PageContext, country: Country, instrument: Instrument) -> Html:
    """The way to the campaign for a treaty that does not bind, to finding out for one that nobody knows."""
    status = country.status(instrument.id)
    if status in _BOUND:
        return Html("")
    key = "campaign_find" if status == Status.UNKNOWN else "campaign_act"
    return el("a", ctx.words(key), href=ctx.link(f"{campaign_path(country.slug)}#{instrument.id}"), cls="line")


def _zones(ctx: PageContext, country: Country) -> str:
    words = ctx.words
    found = ctx.library.zones_of(country.id)
    parts: list[object] = [heading(words("zone_rights"), "zones")]
    if not found:
        parts.append(el("p", words("zone_none")))
    for zone, member in found:
        parts.append(heading(join([words.text(zone.acronym), words.text(zone.name)], " – "), f"zone-{zone.id}", 3))
        if member.until:
            parts.append(el("p", words("zone_former", date=words.date(member.until)), cls="note"))
        if member.note:
            parts.append(el("p", words.text(member.note), cls="note"))
        parts.append(zone_grants(ctx, zone, country.id))
        parts.append(el("p", el("a", words("members"), href=ctx.link(zone_path(zone.id))), " ", trail(ctx, member, "law")))
    return blocks(parts)


def zone_grants(ctx: PageContext, zone: Zone, country: str = "") -> Html:
    """What a zone gives a worker (in one member, if it is named), or that it gives nothing to claim."""
    words = ctx.words
    if not zone.claimable:
        return join([el("p", words.text(zone.summary)), el("p", words("zone_not_claimable"), cls="note")])
    items = (
        el("li", el("strong", words.text(g.title)), " ", words.text(g.text), " ",
           el("span", g.basis, cls="trail") if g.basis else "", confidence_mark(ctx, g.confidence), law_limits(ctx, g), _not_in(ctx, g))
        for g in zone.grants if country not in g.not_in
    )  # fmt: skip
    return el("ul", *items, cls="facts")


def _not_in(ctx: PageContext, grant: Grant) -> Html:
    """Members of the zone that a rule does not bind."""
    names = ", ".join(ctx.words.country(code) for code in grant.not_in)
    return el("span", ctx.words("grant_not_in", countries=names), cls="line") if names else Html("")


def _law(ctx: PageContext, country: Country) -> str:
    parts: list[object] = [heading(ctx.words("law_there"), "loi")]
    if not country.law:
        parts.append(el("p", ctx.words("law_none")))
    parts += [law_note(ctx, note, f"{country.id}/{note.id}") for note in country.law]
    parts.append(el("p", el("a", ctx.words("lawyers_link"), href=ctx.link(lawyers_path(country.slug)))))
    if any(deadlines_in(ctx.library, country.id)):
        link = el("a", ctx.words("deadlines_title"), href=ctx.link(f"{DEADLINES_PATH}#{country.slug}"), cls="button")
        parts.append(el("p", link))
    return blocks(parts)


def law_note(ctx: PageContext, note: LawNote | Project, place: str = "") -> Html:
    """One law, policy, institution or project; ``place`` is its key among the lines of the files."""
    words = ctx.words
    kind = "law" if isinstance(note, LawNote) else "projects"
    correct = correct_link(ctx, kind, place, words.pick(note.title)[0])
    year = getattr(note, "year", None) or getattr(note, "years", None)
    title = join([words.text(note.title), f" ({year})" if year else ""])
    return el(
        "div", el("h3", title, id=note.id), confidence_mark(ctx, note.confidence), el("p", words.text(note.summary)),
        law_limits(ctx, note) if isinstance(note, LawNote) else "", el("p", words.text(note.note), cls="note") if note.note else "",
        el("p", join([trail(ctx, note, "law"), correct], " ")), cls="card",
    )  # fmt: skip


def _projects(ctx: PageContext, country: Country) -> str:
    if not country.projects:
        return ""
    return blocks([heading(ctx.words("projects"), "projets"), *(law_note(ctx, p, f"{country.id}/{p.id}") for p in country.projects)])


def _agreements(ctx: PageContext, country: Country) -> str:
    words = ctx.words
    parts: list[object] = [heading(words("agreements"), "accords")]
    found = ctx.library.agreements_of(country.id)
    if not found:
        parts.append(el("p", words("agreements_none")))
    for agreement in found:
        parties = join((country_name(ctx, p) for p in agreement.parties), " – ")
        date = f" ({words.date(agreement.date)})" if agreement.date else ""
        parts.append(el(
            "div", el("h3", words.text(agreement.title), date, id=agreement.id), el("p", parties),
            confidence_mark(ctx, agreement.confidence), el("p", words.text(agreement.summary)),
            el("p", words.text(agreement.note), cls="note") if agreement.note else "",
            el("p", trail(ctx, agreement, "law")), cls="card",
        ))  # fmt: skip
    return blocks(parts)
