"""Situation × country × treaty × contact: the join that answers "what now, whom do I call, which law?"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rsmms.joins.claims import Claim
from rsmms.joins.deadlines import deadlines_in
from rsmms.joins.help_desks import fallback_contacts, fitting, without_channel
from rsmms.joins.shared_numbers import shared_numbers
from rsmms.language.addresses import country_path, rights_path, zone_path
from rsmms.language.contact_text import number_html
from rsmms.language.html import Html, bdi, blocks, el, esc, heading, join
from rsmms.language.words import colon
from rsmms.layout.contact_cards import call_line
from rsmms.layout.contact_ways import send_contact
from rsmms.layout.emergency_lines import emergency_number, emergency_strip
from rsmms.layout.facts import confidence_mark, law_limits
from rsmms.layout.icons import pic
from rsmms.layout.page import Page, PageContext
from rsmms.layout.plan import EXIT_FROM
from rsmms.model.country import Country, LawNote
from rsmms.model.emergency import Emergency, for_services, primary
from rsmms.model.front import Front, Group
from rsmms.pages.claims import claims_by_force
from rsmms.pages.deadlines import DEADLINES_PATH, deadline_section
from rsmms.pages.figures import country_name
from rsmms.pages.folds import fold

LAW_KINDS: dict[Group, tuple[str, ...]] = {
    Group.BEFORE_LEAVING: ("recruitment_abroad", "labour_migration_strategy", "entry_and_stay"),
    Group.AT_WORK: ("labour_code", "equal_treatment", "union_rights", "work_permit", "sanctions", "anti_trafficking"),
    Group.PAPERS_JUSTICE: ("entry_and_stay", "work_permit", "refugee_law", "smuggling_law", "anti_trafficking", "nationality", "sanctions"),
    Group.HEALTH_FAMILY_MONEY: ("equal_treatment", "labour_code", "nationality"),
    Group.RETURNING: ("reintegration", "recruitment_abroad", "migration_policy", "labour_migration_strategy"),
}  # fmt: skip
"""Kinds of law notes that belong to a group of situations."""
_CALLS = 3
_URGENT = 3
"""Emergency numbers that fit on one line of a small phone."""


@dataclass(frozen=True)
class Situation:
    """A situation: its French header (facts) and the header in the reader's language."""

    path: str
    facts: Front
    shown: Front
    language: str
    """The language of ``shown``: French where there is no translation."""
    claims: tuple[Claim, ...] = ()
    """The sentences of the guide that rest on articles."""


def country_section(ctx: PageContext, situation: Situation, country: Country) -> Html:
    """One situation in one country: until when, whom to call, what is a right there, what a promise, what to ask for, and its laws.

    It is folded behind its name and the first line to call.
    A time limit that is known comes first: it may run out today. That none is known can wait until after the calls.
    """
    words, facts = ctx.words, situation.facts
    limit, calls = deadline_section(ctx, country, facts.id), _calls(ctx, facts, country)
    first = any(deadlines_in(ctx.library, country.id, facts.id))
    parts: list[object] = [*((limit, calls) if first else (calls, limit)), claims_by_force(ctx, situation.claims, country)]
    notes = [n for n in country.law if _about(n, facts)]
    if notes:
        parts += [el("h4", words("law_there")), el("ul", *(_law_line(ctx, country, n, facts) for n in notes))]
    title = esc(situation.shown.short or situation.shown.title)
    title = title if situation.language == words.language else el("span", title, lang=situation.language)
    guide = el("p", el("a", words("full_guide"), href=ctx.link(situation.path), cls="button"))
    head = el("summary", el("h3", title), _first_help(ctx, facts, country))
    return el("details", head, el("section", *parts, guide, id=facts.id, cls="situation"), cls="fold")


def _first_help(ctx: PageContext, facts: Front, country: Country) -> Html:
    """The first line for a situation as text: who, and the number; nothing where none is known that takes calls."""
    found = next(iter(fitting(ctx.library, country.id, facts, 1)), None)
    if not found or not found.phones:
        return Html("")
    number = number_html(found.phones[0].number, ctx.library.country_of.get(found.id, ""))
    return el("small", found.acronym or ctx.words.text(found.name), " · ", number)


def _about(note: LawNote, facts: Front) -> bool:
    """True for a law of this situation; one that names no situation belongs to the group of its kind."""
    return facts.id in note.situations if note.situations else bool(facts.group) and note.kind in LAW_KINDS[facts.group or Group.AT_WORK]


def _law_line(ctx: PageContext, country: Country, note: LawNote, facts: Front) -> Html:
    """A law with a link to its text; what it says and leaves out where it speaks of this very situation."""
    words = ctx.words
    link = el("a", words.text(note.title), href=ctx.link(f"{country_path(country.slug)}#{note.id}"))
    if facts.id not in note.situations:
        return el("li", link)
    said = join([colon(words), words.text(note.summary), " ", law_limits(ctx, note)])
    return el("li", link, said, " ", confidence_mark(ctx, note.confidence))


def _calls(ctx: PageContext, facts: Front, country: Country) -> Html:
    """Emergencies on one line, then the fitting lines; or honestly nobody, and whom then. Where police are a danger they come last."""
    words = ctx.words
    here = fitting(ctx.library, country.id, facts, _CALLS)
    lines = [call_line(ctx, c) for c in here or fallback_contacts(ctx.library, country.id)[:_CALLS]]
    urgent = emergencies(ctx, country, for_services(country.emergency, facts.first) or primary(country.emergency))
    return join([
        "" if facts.police_danger else urgent, el("h4", words("who_to_call")),
        el("p", words("police_danger"), cls="note") if facts.police_danger else "",
        "" if here else el("p", words("no_line"), " ", words("no_contact_then") if lines else ""),
        el("ul", *lines, cls="reach") if lines else "", urgent if facts.police_danger else "",
    ])  # fmt: skip


def emergencies(ctx: PageContext, country: Country, numbers: Sequence[Emergency]) -> Html:
    """Emergency numbers on one line, each a link: the number, then who comes."""
    words = ctx.words
    comes = ((n, el("span", words(f"service_short_{n.kind.value}"), confidence_mark(ctx, n.confidence))) for n in numbers[:_URGENT])
    links = (el("a", emergency_number(country, n), " ", who, href=f"tel:{n.number}") for n, who in comes)
    return el("p", el("strong", words("emergency")), " ", join(links, " "), cls="sos") if numbers else Html("")


def rights_page(ctx: PageContext, country: Country, situations: Sequence[Situation]) -> Page:
    """All situations in one country: what a situation page opens when a country is chosen."""
    ctx = ctx.at(rights_path(country.slug))
    words = ctx.words
    name = words.country(country.id)
    body = blocks([
        el("p", words("rights_description", country=name), cls="lead"),
        emergency_strip(ctx, country),
        _movement(ctx, country),
        *(blocks([heading(words("group_" + group.value.replace("-", "_")), f"g-{group.value}"),
                  *(country_section(ctx, s, country) for s in situations if s.facts.group == group)]) for group in Group),
        unreached(ctx, country.id),
    ])  # fmt: skip
    return Page(
        kind="page", id=f"rights-{country.id}", language=words.language, path=ctx.path,
        title=words.plain("rights_here", country=name), description=words.plain("rights_description", country=name),
        body=body, state=ctx.state, updated=max((f.checked for f in country.ratifications), default=ctx.freshness.today),
        parents=((words.plain("nav_countries"), "pays/index.md"), (name, country_path(country.slug))),
        listed=False, edit=ctx.library.lines.get(("data/country_profiles", country.id)),
    )  # fmt: skip


def unreached(ctx: PageContext, country: str) -> str:
    """Unions that are known but cannot be reached, with the request to send what one knows."""
    words, found = ctx.words, without_channel(ctx.library, country)
    if not found:
        return ""
    names = (el("li", el("strong", c.acronym), " – " if c.acronym else "", words.text(c.name), join([", ", c.city]) if c.city else "") for c in found)
    return fold(words("unions_without_contact"), "sans-contact", [el("ul", *names), send_contact(ctx)])


def _movement(ctx: PageContext, country: Country) -> Html:
    """Zones the country is in now: rights for citizens of their members."""
    words = ctx.words
    zones = [z for z, m in ctx.library.zones_of(country.id) if z.claimable and not m.until]
    former = [(z, m) for z, m in ctx.library.zones_of(country.id) if m.until]
    links = [el("li", el("a", words.text(z.acronym), href=ctx.link(zone_path(z.id)))) for z in zones]
    links += [
        el("li", el("a", words.text(z.acronym), href=ctx.link(zone_path(z.id))), " – ", words("zone_former", date=words.date(m.until)),
           " ", words.text(m.note)) for z, m in former if m.until
    ]  # fmt: skip
    return join([el("h2", words("zone_rights"), id="zones"), el("ul", *links)]) if links else Html("")


def chooser(ctx: PageContext, situation: Front) -> str:
    """Countries to choose from, right under the lead: plain links, which the script opens in place, each with its emergency number.

    All of them are folded behind one word, so that a keyboard or a screen reader passes them in one step.
    """
    words, network = ctx.words, ctx.library.network_countries
    countries = sorted(network, key=lambda code: words.sort(words.country(code)))
    first, others = ([code for code in countries if network[code] == wanted] for wanted in (True, False))
    return blocks([
        el("div", _before_a_country(ctx, situation), el("details", el("summary", words("choose_country_for_help")), _cells(ctx, first, situation.id),
           el("p", words("choose_country_note"), cls="note"),
           el("details", el("summary", words("other_countries")), _cells(ctx, others, situation.id)),
           cls="chooser", id="pays", data_situation=situation.id), cls="act"),
    ])  # fmt: skip


def _before_a_country(ctx: PageContext, situation: Front) -> Html:
    """A number to call in danger where no country is chosen yet: the rule of a region; nothing on a guide without danger."""
    if not (situation.danger >= EXIT_FROM or situation.first):
        return Html("")
    words = ctx.words
    lines = (
        el("a", bdi(number), " ", el("span", words("number_of_region", region=words.text(zone.name), count=count)), href=f"tel:{number}", cls="sosrow")
        for zone, number, count in shared_numbers(ctx.library)
    )
    return join(lines)


def _cells(ctx: PageContext, countries: Sequence[str], situation: str) -> Html:
    """Each country with the way to its help."""
    return country_cells(ctx, countries, lambda slug: f"{rights_path(slug)}#{situation}")


def country_cells(ctx: PageContext, countries: Sequence[str], where: Callable[[str], str]) -> Html:
    """Each country with a link, and the number to call in danger without leaving the page."""
    slugs, words = ctx.library.slugs, ctx.words
    items = (el("li", el("a", words.country(code), href=ctx.link(where(slugs[code]))), _danger(ctx, code)) for code in countries)
    return el("ul", *items, cls="countries")


def _danger(ctx: PageContext, code: str) -> Html:
    number, words = ctx.library.danger_numbers.get(code), ctx.words
    label = f"{words.country(code)}{colon(words)}{words.plain('emergency')} {number}"
    return join([" ", el("a", number_html(number, code), href=f"tel:{number}", cls="sos", aria_label=label)]) if number else Html("")


def situations_index(ctx: PageContext, situations: Sequence[Situation]) -> Page:
    """All situations by group, in the reader's words."""
    ctx = ctx.at("situations/index.md")
    words = ctx.words
    limits = el("p", el("a", words("deadlines_title"), href=ctx.link(DEADLINES_PATH), cls="button"))
    body = blocks([el("p", words("situations_lead"), cls="lead"), situation_lists(ctx, situations), limits])
    return ctx.overview("situations", "nav_situations", "situations_lead", body, (s.shown.updated for s in situations))


def situation_lists(ctx: PageContext, situations: Sequence[Situation]) -> str:
    """Links to the situations, by group."""
    words = ctx.words
    parts: list[object] = []
    for group in Group:
        items = [
            el("li", el("a", pic(s.facts.icon), " ", s.shown.title, href=ctx.link(s.path), lang=None if s.language == words.language else s.language))
            for s in situations if s.facts.group == group
        ]  # fmt: skip
        if items:
            parts += [heading(words("group_" + group.value.replace("-", "_")), f"g-{group.value}"), el("ul", *items, cls="cards pictured")]
    return blocks(parts)


def countries_named(ctx: PageContext, codes: Sequence[str]) -> Html:
    """Country names with links, in a sentence."""
    return join((country_name(ctx, c) for c in codes), ", ")
