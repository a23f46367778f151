"""What protects a worker in one country: treaties, zones, laws; and what its government does and has agreed."""

from rsmms.joins.deadlines import deadlines_in
from rsmms.language.addresses import campaign_path, instrument_path, lawyers_path, zone_path
from rsmms.language.html import Html, el, heading, join
from rsmms.layout.facts import confidence_mark, correct_link, law_limits, ratification_details, status_mark, trail
from rsmms.layout.page import PageContext
from rsmms.model.country import Country, LawNote, Project, Ratification, Status
from rsmms.model.instrument import Instrument
from rsmms.model.zone import Agreement, Grant, Zone
from rsmms.pages.deadlines import DEADLINES_PATH
from rsmms.pages.figures import country_name
from rsmms.pages.folds import fold

_BOUND = (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE)
_KINDS = ("treaties_in_force", "treaties_not", "treaties_unknown")
"""Treaties that bind, that do not, and of which nobody here knows."""


def treaties(ctx: PageContext, country: Country) -> Html:
    """In force, not ratified and unknown, told apart."""
    words, listed = ctx.words, _by_kind(ctx, country)
    parts: list[object] = []
    for key, found in listed.items():
        parts.append(heading(words(key), key.replace("_", "-"), 3))
        if key != "treaties_in_force":
            parts.append(el("p", words(key + "_note"), cls="note"))
        parts.append(el("ul", *(_treaty(ctx, country, i) for i in found), cls="facts"))
    return fold(words("what_protects"), "traites", parts, join((words(f"count_{key}", count=len(found)) for key, found in listed.items()), " · "))


def _by_kind(ctx: PageContext, country: Country) -> dict[str, list[Instrument]]:
    """The treaties that concern the country, by what they are worth there."""
    split: dict[str, list[Instrument]] = {key: [] for key in _KINDS}
    for instrument in ctx.library.instruments_of(country.id):
        status = country.status(instrument.id)
        split[_KINDS[0] if status in _BOUND else _KINDS[2] if status == Status.UNKNOWN else _KINDS[1]].append(instrument)
    return {key: found for key, found in split.items() if found}


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


def zones(ctx: PageContext, country: Country) -> Html:
    """What the zones of which the country is or was a member give."""
    words = ctx.words
    found = ctx.library.zones_of(country.id)
    parts: list[object] = [] if found else [el("p", words("zone_none"))]
    for zone, member in found:
        parts.append(heading(join([words.text(zone.acronym), words.text(zone.name)], " – "), f"zone-{zone.id}", 3))
        if member.until:
            parts.append(el("p", words("zone_former", date=words.date(member.until)), cls="note"))
        if member.note:
            parts.append(el("p", words.text(member.note), cls="note"))
        parts.append(zone_grants(ctx, zone, country.id))
        parts.append(el("p", el("a", words("members"), href=ctx.link(zone_path(zone.id))), " ", trail(ctx, member, "law")))
    return fold(words("zone_rights"), "zones", parts, join((words.text(zone.acronym) for zone, _ in found), " · "))


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


def law(ctx: PageContext, country: Country) -> Html:
    """Laws, policies and institutions, the page for lawyers and the time limits."""
    words, lawyers = ctx.words, el("a", ctx.words("lawyers_link"), href=ctx.link(lawyers_path(country.slug)))
    parts: list[object] = [] if country.law else [el("p", words("law_none"))]
    parts += [law_note(ctx, note, f"{country.id}/{note.id}") for note in country.law]
    parts.append(el("p", lawyers))
    if any(deadlines_in(ctx.library, country.id)):
        link = el("a", words("deadlines_title"), href=ctx.link(f"{DEADLINES_PATH}#{country.slug}"), cls="button")
        parts.append(el("p", link))
    return fold(words("law_there"), "loi", parts, _count(ctx, "law", len(country.law)))


def _count(ctx: PageContext, kind: str, count: int) -> Html:
    """How many stand behind a fold; nothing where there is none."""
    return ctx.words(f"count_{kind}" if count == 1 else f"count_{kind}s", count=count) if count else Html("")


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


def projects(ctx: PageContext, country: Country) -> Html:
    """Projects of cooperation; nothing where none is known."""
    found = country.projects
    notes = (law_note(ctx, p, f"{country.id}/{p.id}") for p in found)
    return fold(ctx.words("projects"), "projets", notes, _count(ctx, "project", len(found))) if found else Html("")


def agreements(ctx: PageContext, country: Country) -> Html:
    """What the country has agreed with others; or that no agreement with a source was found."""
    words, found = ctx.words, ctx.library.agreements_of(country.id)
    others = dict.fromkeys(party for one in found for party in one.parties if party != country.id)
    cards = [_agreement(ctx, one) for one in found] or [el("p", words("agreements_none"))]
    return fold(words("agreements"), "accords", cards, join((words.country(party) for party in others), " · "))


def _agreement(ctx: PageContext, agreement: Agreement) -> Html:
    words = ctx.words
    parties = join((country_name(ctx, p) for p in agreement.parties), " – ")
    date = f" ({words.date(agreement.date)})" if agreement.date else ""
    return el(
        "div", el("h3", words.text(agreement.title), date, id=agreement.id), el("p", parties),
        confidence_mark(ctx, agreement.confidence), el("p", words.text(agreement.summary)),
        el("p", words.text(agreement.note), cls="note") if agreement.note else "",
        el("p", trail(ctx, agreement, "law")), cls="card",
    )  # fmt: skip
