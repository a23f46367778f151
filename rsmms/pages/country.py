"""A country's profile: whom to call first, what protects a migrant there, law, figures."""

from datetime import date

from rsmms.joins.help_desks import desks, fallback
from rsmms.language.addresses import INTERNATIONAL_SLUG, campaign_path, contacts_path, country_path, instrument_path, zone_path
from rsmms.language.html import Html, bdi, blocks, el, heading, join
from rsmms.language.words import Words
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.facts import confidence_mark, correct_link, ratification_details, status_mark, trail
from rsmms.layout.page import Maker, Page
from rsmms.model.base import Sourced
from rsmms.model.country import Country, LawNote, Project, Ratification, Series, Status
from rsmms.model.instrument import Instrument
from rsmms.model.library import INTERNATIONAL
from rsmms.model.zone import Zone
from rsmms.pages.figures import country_name, figures_section
from rsmms.pages.open_data import country_data_links

_FIRST = 3
"""Contacts shown on the profile itself; the contacts page has all."""
_BOUND = (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE)


def country_page(make: Maker, country: Country) -> Page:
    """The profile of one country in one language."""
    make = make.at(country_path(country.slug))
    name = make.words.country(country.id)
    body = blocks([
        el("p", make.words("country_lead"), cls="lead"),
        emergency_strip(make, country),
        whom_to_call(make, country),
        treaties(make, country),
        _zones(make, country),
        _law(make, country),
        figures_section(make, country),
        _projects(make, country),
        _agreements(make, country),
        el("details", el("summary", make.words("data_of_country")), el("p", country_data_links(make, country))),
    ])  # fmt: skip
    return Page(
        kind="country", id=country.id, language=make.words.language, path=make.path, title=name,
        description=make.words.plain("country_description", country=name), body=body, state=make.state,
        updated=newest(country, make.freshness.today), keywords=_names(country.id), group="countries",
        parents=((make.words.plain("nav_countries"), "pays/index.md"),),
        edit=make.library.lines.get(("data/country_profiles", country.id)),
    )  # fmt: skip


def _names(code: str) -> tuple[str, ...]:
    """The country's name in every language, so that it is found in any of them."""
    return tuple(dict.fromkeys([*(Words(language).country(code) for language in ("fr", "en", "ee")), code]))


def newest(country: Country, today: date) -> date:
    """The newest day on which something of the profile was checked; today for a profile that says nothing yet."""
    facts: list[Sourced | Series] = [*country.ratifications, *country.figures, *country.law, *country.projects]
    return max((f.checked for f in facts), default=today)


def emergency_strip(make: Maker, country: Country) -> Html:
    """Emergency numbers with source and date; nothing when none is sourced."""
    if not country.emergency:
        return Html("")
    words = make.words
    items = [
        el("li", el("a", words.text(e.service), " ", bdi(e.number), href=f"tel:{e.number}", cls="call"),
           confidence_mark(make, e.confidence), el("br"), trail(make, e, "contact"))
        for e in country.emergency
    ]  # fmt: skip
    return el("section", el("h2", words("emergency"), id="urgences"), el("ul", *items, cls="reach"), cls="emergency")


def whom_to_call(make: Maker, country: Country) -> str:
    """The first contacts, or honestly none and whom to turn to then."""
    words = make.words
    here = desks(make.library, country.id)
    first = [c for c in here if c.reachable][:_FIRST]
    parts: list[object] = [heading(words("who_to_call"), "contacts")]
    if first:
        parts += [contact_card(make, c, brief=True) for c in first]
    else:
        parts += [el("p", words("no_contact")), el("p", words("no_contact_then"))]
        parts += [contact_card(make, c, brief=True) for c in fallback(make.library, country.id)]
    slug = country.slug if here else INTERNATIONAL_SLUG
    name = words.country(country.id) if here else words("international_contacts")
    if here or make.library.contacts.get(INTERNATIONAL):
        parts.append(el("p", el("a", words("see_all_contacts", country=name), href=make.link(contacts_path(slug)), cls="button")))
    return blocks(parts)


def treaties(make: Maker, country: Country) -> str:
    """In force, not ratified and unknown, told apart."""
    words, library = make.words, make.library
    split: dict[str, list[Instrument]] = {"treaties_in_force": [], "treaties_not": [], "treaties_unknown": []}
    for instrument in library.instruments.values():
        status = country.status(instrument.id)
        key = "treaties_in_force" if status in _BOUND else "treaties_unknown" if status == Status.UNKNOWN else "treaties_not"
        split[key].append(instrument)
    parts: list[object] = [heading(words("what_protects"), "traites")]
    for key, listed in split.items():
        if listed:
            parts.append(heading(words(key), key.replace("_", "-"), 3))
            if key != "treaties_in_force":
                parts.append(el("p", words(key + "_note"), cls="note"))
            parts.append(el("ul", *(_treaty(make, country, i) for i in listed), cls="facts"))
    return blocks(parts)


def _treaty(make: Maker, country: Country, instrument: Instrument) -> Html:
    fact: Ratification | None = country.ratification(instrument.id)
    name = join([instrument.code, make.words.text(instrument.short_name)], " – ")
    link = el("a", name, href=make.link(instrument_path(instrument.slug)))
    mark = status_mark(make, country.status(instrument.id))
    correct = correct_link(make, "ratifications", f"{country.id}/{instrument.id}", instrument.code)
    details = join([ratification_details(make, fact), correct], " ") if fact else el("span", make.words("not_known"), cls="line")
    return el("li", mark, " ", el("strong", link), details, _act(make, country, instrument), id=instrument.id)


def _act(make: Maker, country: Country, instrument: Instrument) -> Html:
    """The way to the campaign for a treaty that does not bind, to finding out for one that nobody knows."""
    status = country.status(instrument.id)
    if status in _BOUND:
        return Html("")
    key = "campaign_find" if status == Status.UNKNOWN else "campaign_act"
    return el("a", make.words(key), href=make.link(f"{campaign_path(country.slug)}#{instrument.id}"), cls="line")


def _zones(make: Maker, country: Country) -> str:
    words = make.words
    found = make.library.zones_of(country.id)
    parts: list[object] = [heading(words("zone_rights"), "zones")]
    if not found:
        parts.append(el("p", words("zone_none")))
    for zone, member in found:
        parts.append(heading(join([words.text(zone.acronym), words.text(zone.name)], " – "), f"zone-{zone.id}", 3))
        if member.until:
            parts.append(el("p", words("zone_former", date=words.date(member.until)), cls="note"))
        if member.note:
            parts.append(el("p", words.text(member.note), cls="note"))
        parts.append(zone_grants(make, zone))
        parts.append(el("p", el("a", words("members"), href=make.link(zone_path(zone.id))), " · ", trail(make, member, "law")))
    return blocks(parts)


def zone_grants(make: Maker, zone: Zone) -> Html:
    """What a zone gives a worker, or that it gives nothing to claim."""
    words = make.words
    if not zone.claimable:
        return join([el("p", words.text(zone.summary)), el("p", words("zone_not_claimable"), cls="note")])
    items = (
        el("li", el("strong", words.text(g.title)), " ", words.text(g.text), " ",
           el("span", g.basis, cls="trail") if g.basis else "", confidence_mark(make, g.confidence))
        for g in zone.grants
    )  # fmt: skip
    return el("ul", *items, cls="facts")


def _law(make: Maker, country: Country) -> str:
    parts: list[object] = [heading(make.words("law_there"), "loi")]
    if not country.law:
        parts.append(el("p", make.words("law_none")))
    parts += [law_note(make, note, f"{country.id}/{note.id}") for note in country.law]
    return blocks(parts)


def law_note(make: Maker, note: LawNote | Project, place: str = "") -> Html:
    """One law, policy, institution or project; ``place`` is its key among the lines of the files."""
    words = make.words
    kind = "law" if isinstance(note, LawNote) else "projects"
    correct = correct_link(make, kind, place, words.pick(note.title)[0])
    year = getattr(note, "year", None) or getattr(note, "years", None)
    title = join([words.text(note.title), f" ({year})" if year else ""])
    return el(
        "div", el("h3", title, id=note.id), confidence_mark(make, note.confidence), el("p", words.text(note.summary)),
        el("p", words.text(note.note), cls="note") if note.note else "",
        el("p", join([trail(make, note, "law"), correct], " ")), cls="card",
    )  # fmt: skip


def _projects(make: Maker, country: Country) -> str:
    if not country.projects:
        return ""
    return blocks([heading(make.words("projects"), "projets"), *(law_note(make, p, f"{country.id}/{p.id}") for p in country.projects)])


def _agreements(make: Maker, country: Country) -> str:
    words = make.words
    parts: list[object] = [heading(words("agreements"), "accords")]
    found = make.library.agreements_of(country.id)
    if not found:
        parts.append(el("p", words("agreements_none")))
    for agreement in found:
        parties = join((country_name(make, p) for p in agreement.parties), " – ")
        date = f" ({words.date(agreement.date)})" if agreement.date else ""
        parts.append(el(
            "div", el("h3", words.text(agreement.title), date, id=agreement.id), el("p", parties),
            confidence_mark(make, agreement.confidence), el("p", words.text(agreement.summary)),
            el("p", words.text(agreement.note), cls="note") if agreement.note else "",
            el("p", trail(make, agreement, "law")), cls="card",
        ))  # fmt: skip
    return blocks(parts)
