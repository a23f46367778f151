"""Time limits of a country: plain sentences, to which the script only adds the last day as a date."""

from collections.abc import Sequence
from datetime import date

from rsmms.joins.deadlines import deadlines_in, length_key, limited_situations, rest_days
from rsmms.language.addresses import rights_path
from rsmms.language.html import Html, blocks, el, join
from rsmms.language.words import colon
from rsmms.layout.facts import trail
from rsmms.layout.page import PageContext
from rsmms.model.country import Country
from rsmms.model.deadline import Deadline, DeadlineKind, Weekday

DEADLINES_PATH = "delais.md"
_KINDS = {
    DeadlineKind.CLAIM: "deadline_claim", DeadlineKind.EMPLOYER: "deadline_employer", DeadlineKind.PROTECTION: "deadline_protection",
}  # fmt: skip
_SPOKEN = ("day", "month", "year", "last", "none", "past", "remind", "title")
"""Texts that the script says, by the end of their key."""


def deadline_section(ctx: PageContext, country: Country, situation: str) -> Html:
    """The limits of one situation in one country; whom to ask where none has a source; nothing where none is counted anywhere."""
    words, found = ctx.words, list(deadlines_in(ctx.library, country.id, situation))
    if situation not in limited_situations(ctx.library):
        return Html("")
    every = el("p", el("a", words("deadline_all"), href=ctx.link(DEADLINES_PATH)))
    if not found:
        return join([el("h4", words("deadline_title")), el("p", words("deadline_unknown"), cls="note"), every])
    return join([el("h4", words("deadline_title")), deadline_list(ctx, found), el("p", words("deadline_safe"), cls="note"), every])


def deadline_list(ctx: PageContext, found: Sequence[Deadline]) -> Html:
    """Several limits, with what the script needs to say a date in the words of the site."""
    spoken = {f"data_{key}": ctx.words.raw(f"clock_{key}") for key in _SPOKEN}
    return el("div", *(_deadline(ctx, d) for d in found), cls="deadlines", data_months=_months(ctx), data_first=_first(ctx), **spoken)


def known_limits(ctx: PageContext, situation: str) -> str:
    """The lengths that we know for one situation, by country, each leading to what it is counted from; nothing if none is known."""
    words, library = ctx.words, ctx.library
    found: dict[str, list[Deadline]] = {}
    for deadline in library.deadlines.values():
        if situation in deadline.situations:
            found.setdefault(deadline.country, []).append(deadline)
    ordered = sorted((code for code in found if code in library.slugs), key=lambda code: words.sort(words.country(code)))
    items = (_known(ctx, code, found[code], situation) for code in ordered)
    lead = join([words("deadline_known"), " ", el("a", words("deadline_all"), href=ctx.link(DEADLINES_PATH))])
    return blocks([el("p", lead), el("ul", *items, cls="columns links")]) if ordered else ""


def _known(ctx: PageContext, country: str, found: Sequence[Deadline], situation: str) -> Html:
    link = el("a", ctx.words.country(country), href=ctx.link(f"{rights_path(ctx.library.slugs[country])}#{situation}"))
    return el("li", link, colon(ctx.words), join((length(ctx, d) for d in found), " · "))


def _months(ctx: PageContext) -> str:
    """The months as they stand in a date of this language, from January on."""
    days = (ctx.words.date(date(2026, month, 2)) for month in range(1, 13))
    return "|".join(day.removeprefix("2 ").removesuffix(" 2026") for day in days)


def _first(ctx: PageContext) -> str:
    """The first day of a month as a date of this language writes it: 1er in French."""
    return ctx.words.date(date(2026, 1, 1)).split(" ")[0]


def _deadline(ctx: PageContext, deadline: Deadline) -> Html:
    """One limit as plain sentences, with its numbers for the script."""
    words = ctx.words
    counted_out, closed = rest_days(ctx.library, deadline)
    rows = (
        ("deadline_from", words.text(deadline.counted_from)), ("deadline_stops", words.text(deadline.stops)),
        ("deadline_body", words.text(deadline.body)), ("deadline_article", words.text(deadline.article)),
    )  # fmt: skip
    lines = (el("p", el("strong", words(key)), colon(words), value) for key, value in rows if value)
    return el(
        "div", el("p", el("strong", length(ctx, deadline), cls="limit"), " – ", words(_KINDS[deadline.kind])), *lines,
        el("p", words.text(deadline.note), cls="note") if deadline.note else "", el("p", trail(ctx, deadline, "law", deadline.as_of)),
        cls="card deadline", data_limit=deadline.limit, data_unit=deadline.unit.value,
        data_out=_numbers(counted_out), data_closed=_numbers(closed),
    )  # fmt: skip


def _numbers(days: Sequence[Weekday]) -> str:
    return ",".join(str(day.number) for day in days)


def length(ctx: PageContext, deadline: Deadline) -> Html:
    """"20 working days": never in another unit than the law's own."""
    return ctx.words(length_key(deadline), count=deadline.limit)
