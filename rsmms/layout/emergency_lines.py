"""Numbers for when life is in danger: the number first and large, the others folded, the sources behind one word."""

from rsmms.language.contact_text import number_html
from rsmms.language.html import Html, el, join
from rsmms.language.words import COMPLETE, Words
from rsmms.layout.facts import confidence_mark, trail
from rsmms.layout.page import PageContext
from rsmms.model.country import Country
from rsmms.model.emergency import Emergency, primary, secondary

_FREE = ("gratuit", "free")
"""How the name of a service says that the call costs nothing."""


def emergency_number(country: Country, number: Emergency) -> Html:
    """The number as people write it."""
    return number_html(number.number, country.id)


def emergency_line(ctx: PageContext, country: Country, number: Emergency, *more: object) -> Html:
    """A number before its service, with what a caller must know."""
    words = ctx.words
    dialled = el("a", emergency_number(country, number), " ", _service(words, number), href=f"tel:{number.number}", cls="call")
    notes = join((n for n in (_free(words, number), words.text(number.note)) if n), " · ")
    return el("li", dialled, confidence_mark(ctx, number.confidence), el("span", notes, cls="note") if notes else "", *more)


def _service(words: Words, number: Emergency) -> Html:
    """Who answers; where the language has no name for it, its word for the kind of service before the French name."""
    named, key = words.text(number.service), f"service_short_{number.kind.value}"
    return named if words.language in COMPLETE or not words.has(key) else join([words(key), el("span", named, cls="line")])


def _free(words: Words, number: Emergency) -> Html:
    """The word "free", unless the name of the service says it already."""
    named = words.pick(number.service)[0].casefold()
    return words("free") if number.free and not any(said in named for said in _FREE) else Html("")


def emergency_strip(ctx: PageContext, country: Country) -> Html:
    """One number a service; the others for when nobody answers; nothing when none is known, a doubt where all rest on old lists."""
    if not country.emergency:
        return Html("")
    words, first, others = ctx.words, primary(country.emergency), secondary(country.emergency)
    lines = [emergency_line(ctx, country, e) for e in first or others]
    more = [emergency_line(ctx, country, e, _older(ctx, country, e)) for e in others] if first else []
    trails = (el("li", emergency_number(country, e), " – ", trail(ctx, e, "contact", e.as_of)) for e in (*first, *others))
    return el(
        "section", el("h2", words("emergency"), id="urgences"), "" if first else el("p", words("emergency_unsure"), cls="tbc"),
        el("ul", *lines, cls="reach"), el("details", el("summary", words("if_nobody_answers")), el("ul", *more, cls="reach")) if more else "",
        el("details", el("summary", words("sources")), el("ul", *trails)), cls="emergency",
    )  # fmt: skip


def _older(ctx: PageContext, country: Country, number: Emergency) -> Html:
    """The words "older list, try … first" on a number that stands on one old list alone."""
    first = primary(country.emergency)
    tried = next((e for e in first if e.kind == number.kind), first[0])
    return el("span", ctx.words("older_list", first=emergency_number(country, tried)), cls="note") if number.old_list else Html("")
