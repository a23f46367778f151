"""What a campaign leans on: neighbours that are bound already, and letters whose open places are filled with what is sure."""

from collections.abc import Iterable

from rsmms.language.html import Html, el, esc, join
from rsmms.language.words import SOURCE_LANGUAGE, Named, colon, listed
from rsmms.layout.facts import confidence_mark
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence, Text
from rsmms.model.campaign import Change
from rsmms.model.complete_list import CompleteList
from rsmms.model.country import Country, Ratification, Status
from rsmms.model.instrument import Instrument
from rsmms.pages.figures import country_name

BOUND = (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE)
"""Statuses of a State that has promised to keep a treaty."""
_IN_LETTER, _NAMED, _LISTED = 3, 6, 12
"""At most so many changes in a letter, neighbours named in it, and neighbours listed for each zone."""
_DOUBTFUL = (Confidence.UNCONFIRMED, Confidence.DISPUTED)

Near = tuple[Html, list[tuple[Country, Ratification]]]
"""A zone's acronym and its members that are bound."""


def neighbours(ctx: PageContext, country: Country, instrument: Instrument) -> list[Near]:
    """Countries of the same zones that are bound, by zone (the smallest first), each country once, the earliest first."""
    seen, found = {country.id}, []
    zones = [z for z, member in ctx.library.zones_of(country.id) if not member.until]
    for zone in sorted(zones, key=lambda z: (len(z.members), z.id)):
        rows = []
        for member in zone.members:
            other = ctx.library.countries.get(member.country)
            fact = other.ratification(instrument.id) if other and not member.until and other.id not in seen else None
            if other and fact and fact.status in BOUND:
                rows.append((other, fact))
                seen.add(other.id)
        if rows:
            found.append((ctx.words.text(zone.acronym), sorted(rows, key=lambda r: (r[1].date.first.isoformat() if r[1].date else "9", r[0].id))))
    return found


def neighbours_list(ctx: PageContext, found: list[Near]) -> Html:
    """Neighbours by zone, each with its year; a sentence where there is none."""
    words = ctx.words
    if not found:
        return el("p", words("campaign_alone"))
    items = []
    for zone, rows in found:
        shown = join((_neighbour(ctx, other, fact) for other, fact in rows[:_LISTED]), ", ")
        left = join([" ", words("campaign_others", count=len(rows) - _LISTED)]) if len(rows) > _LISTED else ""
        items.append(el("li", el("strong", zone), colon(words), shown, left))
    return el("ul", *items)


def _neighbour(ctx: PageContext, other: Country, fact: Ratification) -> Html:
    year = el("time", ctx.words.date(fact.date), datetime=str(fact.date)) if fact.date else ctx.words("date_unknown")
    return join([country_name(ctx, other.id), " (", year, ")", join([" ", confidence_mark(ctx, fact.confidence)]) if fact.confidence in _DOUBTFUL else ""])


def places_of(ctx: PageContext, country: Country, instrument: Instrument, near: list[Near]) -> dict[str, str]:
    """What fills the open places of a letter; neighbours are only named when sure, with the year where it is known."""
    rows = [row for _, listed in near for row in listed if row[1].confidence not in _DOUBTFUL]
    named = listed(_with_year(ctx.words.country(c.id), f) for c, f in rows[:_NAMED])
    title = ctx.words.pick(instrument.title)[0]
    return {"treaty": title, "country": ctx.words.country(country.id), "neighbours": named, "changes": "{changes}"}


def _with_year(name: str, fact: Ratification) -> Named:
    year = f" ({fact.date.year})" if fact.date else ""
    return Named(f"{name}{year}", f"{getattr(name, 'french', name)}{year}")


def list_told(ctx: PageContext, found: CompleteList) -> str:
    """A complete list in words: its day, its total, who publishes it."""
    source = ctx.library.sources.get(found.source)
    publisher = source.publisher if source else found.source
    return ctx.words.plain("list_told", date=ctx.words.date(found.as_of), count=found.total, publisher=publisher)


def filled(ctx: PageContext, places: dict[str, str], texts: Iterable[Text]) -> list[Html]:
    """Texts with their places filled; one that needs neighbours is left out where there are none."""
    made = []
    for text in texts:
        chosen, language = ctx.words.pick(text)
        if "{neighbours}" not in chosen or places["neighbours"]:
            whole = chosen.format_map({name: getattr(value, "french", value) for name, value in places.items()} if language == SOURCE_LANGUAGE else places)
            made.append(esc(whole) if language == ctx.words.language else el("span", whole, lang=language))
    return made


def letter(ctx: PageContext, instrument: Instrument, places: dict[str, str], texts: tuple[Text, ...], changes: tuple[Change, ...]) -> Html:
    """The letter to the minister, ready to copy; doubtful articles stay out of it."""
    sure = [c for c in changes if not _doubtful(ctx, instrument, c)][:_IN_LETTER]
    listed = el("ul", *(el("li", ctx.words.text(c.text)) for c in sure)) if sure else ""
    lines = (listed if "{changes}" in line else el("p", line) for line in filled(ctx, places, texts))
    words = ctx.words
    copy = el("button", words("letter_copy"), type="button", cls="button", hidden=True, data_done=words.plain("letter_copied"))
    return join([el("h3", words("campaign_letter")), el("div", el("div", *lines), copy, cls="letter")])


def _doubtful(ctx: PageContext, instrument: Instrument, change: Change) -> bool:
    found = ctx.library.cite(instrument.id, change.article, None) if change.article else ()
    return any(article.confidence in _DOUBTFUL for _, article in found)
