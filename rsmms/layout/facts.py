"""Pieces that show one fact with its status, source and date, the same on every page."""

from collections.abc import Iterable
from datetime import date

from rsmms.joins.complete_lists import CAMPAIGNED, list_without, month_of
from rsmms.language.html import Html, InFrenchToo, el, esc, join
from rsmms.language.words import Words, colon
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence, Legal, Reviewable, Reviewed, Sourced
from rsmms.model.complete_list import CompleteList
from rsmms.model.country import Country, Ratification, Series, Status
from rsmms.model.instrument import Instrument
from rsmms.model.reach import Reached
from rsmms.model.source import Source


def source_link(ctx: PageContext, identifier: str) -> Html:
    """The name of a source, linked when it can be reached by https."""
    source = ctx.library.sources.get(identifier)
    if not source:
        return esc(identifier)
    name = source.publisher
    if source.url.startswith("https://"):
        return el("a", name, href=source.url, rel="noopener noreferrer", title=source.title, hreflang=source.language)
    return el("span", name, title=source.title)


def cite(ctx: PageContext, source: Source) -> Html:
    """The title of a source, in the language it is written in."""
    return el("cite", source.title, lang=source.language if source.language != ctx.words.language else None)


def confidence_mark(ctx: PageContext, confidence: Confidence) -> Html:
    """The words "to be confirmed" or "the sources disagree"; nothing for a fact that stands."""
    if confidence == Confidence.UNCONFIRMED:
        return doubt_mark(ctx, "doubt_no_source")
    if confidence == Confidence.DISPUTED:
        return el("span", ctx.words("disputed"), cls="tbc")
    return Html("")


def doubt_mark(ctx: PageContext, why: str) -> Html:
    """The words "to be confirmed" with their explanation beside them; ``why`` is the key of that sentence."""
    return join([el("span", ctx.words("to_confirm"), cls="tbc"), el("span", ctx.words(why), cls="why")], " ")


def correct_link(ctx: PageContext, kind: str, name: str, about: str) -> Html:
    """A link that opens the fact's own line in the web editor; nothing without a repository."""
    address = ctx.repository.edit(ctx.library.lines.get((kind, name)))
    if not address:
        return Html("")
    label = f"{ctx.words.plain('correct_fact')} – {about}"
    return el("a", ctx.words("correct_fact"), href=address, rel="noopener noreferrer", aria_label=label, cls="trail")


def trail(ctx: PageContext, fact: Sourced | Reached | Series, kind: str, as_of: object = None) -> Html:
    """The small line under a fact: source, state of the source, day of check, overdue notice; or the number of that line."""
    words, named = ctx.words, source_link(ctx, fact.source)
    dated = [words("as_of", date=words.date(as_of)) if as_of else "", looked(ctx, fact)]
    if ctx.sources:
        line = join([ctx.sources.mark(join([named, *dated], " · "), words("source")), reviewed(ctx, fact)], " ")
    else:
        line = el("span", join([join([words("source"), colon(words), named]), *dated, reviewed(ctx, fact)], " · "), cls="trail")
    return join([line, overdue(ctx, fact.checked, kind)])


def reviewed(ctx: PageContext, fact: object) -> Html:
    """In which role a lawyer read a claim, and when; nothing where nobody has."""
    read = fact.reviewed if isinstance(fact, Reviewable) else fact if isinstance(fact, Reviewed) else None
    return ctx.words("reviewed_by", by=read.by, date=ctx.words.date(read.on)) if read else Html("")


def looked(ctx: PageContext, fact: Sourced | Reached | Series) -> Html:
    """When somebody last looked; a contact is "checked" only where somebody called."""
    words = ctx.words
    if not isinstance(fact, Reached):
        return words("checked_on", date=time(ctx, fact.checked))
    if not fact.called:
        return words("contact_read", date=time(ctx, fact.read))
    return words("contact_called", date=time(ctx, fact.called.day), by=words(f"caller_{fact.called.by.value}"))


def overdue(ctx: PageContext, checked: date, kind: str) -> Html:
    """The notice on a fact that should have been looked at again; empty when it is fresh."""
    if not ctx.freshness.overdue(checked, kind):
        return Html("")
    return el("strong", ctx.words("overdue_contact" if kind == "contact" else "overdue", date=ctx.words.date(checked)), cls="overdue")


def time(ctx: PageContext, day: date) -> Html:
    """A date for people and machines."""
    told = ctx.words.date(day)
    return InFrenchToo(el("time", told, datetime=day.isoformat()), el("time", getattr(told, "french", told), datetime=day.isoformat()))


def status_mark(ctx: PageContext, status: Status, *, short: bool = False) -> Html:
    """A status in words, with a class for its shape and colour: never colour alone."""
    key = ("cell_" if short else "status_") + status.value
    return el("span", ctx.words(key), cls=f"mark {status.value}")


def ratification_since(ctx: PageContext, fact: Ratification) -> Html:
    """When and how a State was bound, with the precision the source gives."""
    words = ctx.words
    if not fact.date:
        missing = fact.status in (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE, Status.SIGNED_ONLY)
        return words("date_unknown") if missing else Html("")
    action = fact.action.value if fact.action else "signature" if fact.status == Status.SIGNED_ONLY else "ratification"
    suffix = "" if fact.date.precision == "day" else "_partial"
    return words(f"action_{action}{suffix}", date=words.date(fact.date))


def list_name(words: Words, found: CompleteList) -> str:
    """A complete list by its month: "list of March 2023"."""
    date = words.date(month_of(found.as_of))
    return words.plain("list_of_vowel" if date[0] in "aoâ" else "list_of", date=date)


def no_since(ctx: PageContext, country: str, fact: Ratification) -> Html:
    """On which list, of which day, with how many States, a "no" rests; nothing for a State that is bound."""
    if fact.status not in CAMPAIGNED:
        return Html("")
    found = list_without(ctx.library, country, fact.instrument)
    if found:
        return ctx.words("not_on_list", list=list_name(ctx.words, found), count=found.total)
    return ctx.words("not_found_in_list", date=ctx.words.date(fact.as_of)) if fact.status == Status.NOT_RATIFIED and fact.as_of else Html("")


def ratification_cell(ctx: PageContext, country: Country, instrument: Instrument, *, narrow: bool = False) -> Html:
    """A status in one word for a table, with the year of a "yes" and the list of a "no" (``narrow``: its year); a dash where a State can never join."""
    if not instrument.concerns(country.id):
        return el("span", "–", title=ctx.words.plain("cannot_join"))
    fact, status = country.ratification(instrument.id), country.status(instrument.id)
    found = list_without(ctx.library, country.id, instrument.id) if status == Status.NOT_RATIFIED else None
    mark = status_mark(ctx, status, short=True)
    if fact and fact.date:
        return join([mark, " ", el("small", fact.date.year)])
    return join([mark, " ", _listed(ctx.words, found, narrow=narrow) if found else ""])


def _listed(words: Words, found: CompleteList, *, narrow: bool) -> Html:
    """A complete list by its month, or by its year for a table with many columns, with the month one tap further."""
    name = list_name(words, found)
    return el("small", words("list_year", year=found.as_of.year), title=name) if narrow else el("small", name)


def ratification_details(ctx: PageContext, country: str, fact: Ratification) -> Html:
    """Everything known about one country and one treaty, in one cell."""
    words = ctx.words
    parts: list[object] = [ratification_since(ctx, fact)]
    if fact.in_force:
        parts.append(words("in_force_since", date=words.date(fact.in_force)))
    if fact.denounced:
        parts.append(words("denounced_on", date=words.date(fact.denounced)))
    parts.append(no_since(ctx, country, fact))
    if fact.excluded:
        parts.append(words("excluded_parts", parts=", ".join(fact.excluded)))
    parts += [confidence_mark(ctx, fact.confidence), words.text(fact.note)]
    lines = [el("span", part, cls="line") for part in parts if part]
    as_of = None if fact.status == Status.NOT_RATIFIED else fact.as_of
    return join([*lines, trail(ctx, fact, "treaty", as_of)])


def law_limits(ctx: PageContext, rule: Legal) -> Html:
    """What a rule leaves out, and until when it stands; nothing where it says neither."""
    words = ctx.words
    parts: list[object] = [join([words("law_leaves_out"), colon(words), words.text(rule.leaves_out)])] if rule.leaves_out else []
    if rule.expires:
        key = "law_ended" if rule.expires < ctx.freshness.today else "law_ends"
        parts.append(el("strong", words(key, date=words.date(rule.expires)), cls="overdue"))
    return join(el("span", part, cls="line") for part in parts)


def definitions(rows: Iterable[tuple[object, object]]) -> Html:
    """A list of names and values; empty when there is none."""
    made = [join([el("dt", name), el("dd", value)]) for name, value in rows]
    return el("dl", *made) if made else Html("")
