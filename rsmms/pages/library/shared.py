"""Pieces that the pages of the network's library share: links to contacts, sources, situations and other pages."""

from collections.abc import Iterable, Mapping, Sequence

from rsmms.language.addresses import INTERNATIONAL_SLUG
from rsmms.language.html import Html, el, join
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.contact_cards import contact_link
from rsmms.layout.facts import confidence_mark, source_link, trail
from rsmms.layout.page import PageContext
from rsmms.model.base import Sourced
from rsmms.model.dates import PartialDate
from rsmms.model.library import INTERNATIONAL
from rsmms.pages.situations import Situation

Titles = Mapping[str, str]
"""Title of every other page by its Markdown path."""


def organisation(ctx: PageContext, identifier: str, name: str = "") -> Html:
    """The name of an organisation, linked to its contact."""
    contact = ctx.library.contact_by_id[identifier]
    code = ctx.library.country_of[identifier]
    slug = ctx.library.slugs.get(code) or (INTERNATIONAL_SLUG if code == INTERNATIONAL else code.lower())
    shown = name or contact.acronym or ctx.words.text(contact.name)
    return el("a", shown, href=contact_link(ctx, contact, slug))


def organisations(ctx: PageContext, identifiers: Sequence[str]) -> Html:
    """Several organisations as a list; those that share an acronym are told apart by their full names."""
    acronyms = [ctx.library.contact_by_id[i].acronym for i in identifiers]
    items = (
        el("li", organisation(ctx, i, ctx.words.text(ctx.library.contact_by_id[i].name) if acronyms.count(a) > 1 else ""))
        for i, a in zip(identifiers, acronyms, strict=True)
    )
    return el("ul", *items) if identifiers else Html("")


def situation_links(ctx: PageContext, situations: Sequence[Situation], wanted: Sequence[str]) -> Html:
    """Links to situations, marked where the title is in French only."""
    found = [s for s in situations if s.facts.id in wanted]
    items = (el("li", el("a", s.shown.title, href=ctx.link(s.path), lang=foreign(ctx, s.language))) for s in found)
    return el("ul", *items) if found else Html("")


def foreign(ctx: PageContext, language: str) -> str | None:
    """The language of a text, where it is not that of the page."""
    return None if language == ctx.words.language else language


def page_links(ctx: PageContext, paths: Sequence[str], titles: Titles) -> Html:
    """Links to other pages by their titles; a page that this language lacks has its French title."""
    return el("ul", *(el("li", el("a", titles[path], href=ctx.link(path))) for path in paths), cls="links")


def evidence(ctx: PageContext, fact: Sourced, more: Iterable[str] = ()) -> Html:
    """The note, the doubt and the sources under a fact."""
    words = ctx.words
    others = join((source_link(ctx, s) for s in more), ", ")
    return join([
        el("p", words.text(fact.note), cls="note") if fact.note else "",
        el("p", confidence_mark(ctx, fact.confidence), " ", trail(ctx, fact, "law")),
        el("p", words("more_sources"), " ", others, cls="trail") if others else "",
    ])  # fmt: skip


def period(ctx: PageContext, start: PartialDate | None, end: PartialDate | None) -> str:
    """A day, or from one day to another, in the reader's words."""
    words = ctx.words
    if start and end:
        same_month = start.day and (start.year, start.month) == (end.year, end.month)
        return words.plain("from_to", start=start.day if same_month else words.date(start), end=words.date(end))
    return words.date(start) if start else ""


def order(date: PartialDate | None) -> tuple[int, int, int]:
    """Sort key: newest last; what has no date comes first."""
    return (date.year, date.month or 0, date.day or 0) if date else (0, 0, 0)


def written(ctx: PageContext) -> bool:
    """True if this language has texts of its own for the library; the French pages are shown otherwise."""
    return ctx.words.language == SOURCE_LANGUAGE or ctx.words.has("practices_lead")
