"""The timeline: every event by year, a filter that needs no script, a calendar file and a feed."""

from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from rsmms.language.addresses import url_of
from rsmms.language.html import Html, blocks, el, join
from rsmms.language.words import SOURCE_LANGUAGE, Words, colon
from rsmms.layout.facts import confidence_mark, source_link, time
from rsmms.layout.page import Page, PageContext
from rsmms.model.event import Event, EventKind
from rsmms.model.library import Library
from rsmms.opendata.calendars import Day, calendar
from rsmms.opendata.content_lines import tag
from rsmms.pages.figures import country_name
from rsmms.pages.folds import fold
from rsmms.pages.library.shared import order, period

TIMELINE_PATH = "chronologie.md"


CALENDAR, FEED = "chronologie.ics", "chronologie.xml"
"""Files beside the page, in every language folder: so the same link is right on a page shown in French."""


def file_path(language: str, name: str) -> str:
    """Address below the site of a file that stands beside the timeline."""
    folder = "" if language == SOURCE_LANGUAGE else f"{language}/"
    return f"{folder}{url_of(TIMELINE_PATH)}{name}"


def newest_first(events: Iterable[Event]) -> list[Event]:
    """Events from the newest to the oldest; those without a year come last."""
    return sorted(events, key=lambda e: (order(e.date), e.id), reverse=True)


def timeline_page(ctx: PageContext) -> Page:
    """All events, newest first, under their years."""
    ctx = ctx.at(TIMELINE_PATH)
    words, events = ctx.words, newest_first(ctx.library.events.values())
    years: dict[str, list[Event]] = {}
    for event in events:
        years.setdefault(str(event.date.year) if event.date else words.plain("timeline_no_year"), []).append(event)
    files = (("timeline_ics", CALENDAR), ("timeline_feed", FEED))
    listed = (_year(ctx, year, found) for year, found in years.items())
    body = blocks([
        el("p", words("timeline_lead", count=len(events)), cls="lead"),
        el("p", *(el("a", words(key), href=name, cls="button") for key, name in files)),
        el("div", _filter(ctx), *listed, cls="timeline"),
    ])  # fmt: skip
    return Page(
        kind="page", id="timeline", language=words.language, path=ctx.path, title=words.plain("nav_timeline"),
        description=words.plain("timeline_lead", count=len(events)), body=body, state=ctx.state,
        updated=max((e.checked for e in events), default=ctx.freshness.today), edit=("data/timeline.yaml", 1),
    )  # fmt: skip


def _year(ctx: PageContext, year: str, events: Sequence[Event]) -> Html:
    """The events of a year behind it; the filter looks for the class."""
    return Html(fold(year, _anchor(year), [event_list(ctx, events)], len(events)).replace('class="fold"', 'class="fold year"', 1))


def _anchor(year: str) -> str:
    return f"annee-{year}" if year.isdigit() else "annee-inconnue"


def _filter(ctx: PageContext) -> Html:
    """Radio buttons; the style sheet hides the other kinds (``:has``), so no script is needed."""
    words = ctx.words
    choices = [("all", words("timeline_all"))] + [(k.value, words(f"event_{k.value}")) for k in EventKind]
    made = (
        el("label", el("input", type="radio", name="event", id=f"event-{key}", checked=key == "all"), " ", name) for key, name in choices
    )
    return el("fieldset", el("legend", words("timeline_show")), *made, cls="filter")


def event_list(ctx: PageContext, events: Sequence[Event]) -> Html:
    """Events one under the other."""
    return el("ul", *(_event(ctx, e) for e in events), cls="facts")


def _event(ctx: PageContext, event: Event) -> Html:
    words = ctx.words
    country = country_name(ctx, event.country) if event.country else ""
    where = join((part for part in (event.place, country) if part), ", ")
    sources = join((source_link(ctx, s) for s in (event.source, *event.more_sources)), ", ")
    checked = words("checked_on", date=time(ctx, event.checked))
    return el(
        "li", el("span", join((part for part in (period(ctx, event.date, event.until), where) if part), " · "), cls="kind line"),
        el("strong", words.text(event.title)), " ", confidence_mark(ctx, event.confidence),
        el("span", words.text(event.summary), cls="line"),
        el("span", words.text(event.note), cls="note line") if event.note else "",
        el("span", words("source"), colon(words), sources, " · ", checked, cls="trail"), id=event.id, cls=f"e-{event.kind.value}",
    )  # fmt: skip


def timeline_ics(library: Library, words: Words, site_url: str) -> bytes:
    """The events whose day is known, as a calendar; the same data give the same bytes."""
    root = _root(words, site_url)
    known = [e for e in newest_first(library.events.values()) if e.date and e.date.day]
    days = [
        Day(tag("event", e.id, words.language), e.date.first, words.pick(e.title)[0], words.pick(e.summary)[0], f"{root}#{e.id}")
        for e in known if e.date
    ]  # fmt: skip
    stamp = max((e.checked for e in known), default=date(1970, 1, 1))
    return calendar(words.plain("nav_timeline"), words.language, days, stamp.isoformat())


def timeline_feed(library: Library, words: Words, site_url: str) -> bytes:
    """The events as an Atom feed, newest first; an entry is published on the day of the event, and updated at its last check."""
    events = newest_first(library.events.values())
    updated = max((e.checked for e in events), default=date(1970, 1, 1))
    root = _root(words, site_url)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>', f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(words.language)}>',
        f"<id>{tag('timeline', words.language)}</id>", f"<title>{escape(words.plain('nav_timeline'))} – RSMMS</title>",
        f"<updated>{updated}T00:00:00Z</updated>", "<author><name>RSMMS</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site_url + file_path(words.language, FEED))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(root)}/>', *(_entry(words, e, root) for e in events), "</feed>",
    ]  # fmt: skip
    return ("\n".join(parts) + "\n").encode()


def _entry(words: Words, event: Event, root: str) -> str:
    said = words.pick(event.summary)[0]
    when = f"{words.date(event.date)} – " if event.date else ""
    published = [f"<published>{event.date.first}T00:00:00Z</published>"] if event.date else []
    return "\n".join([
        "<entry>", f"<id>{tag('event', event.id, words.language)}</id>", f"<title>{escape(when + words.pick(event.title)[0])}</title>",
        *published, f"<updated>{event.checked}T00:00:00Z</updated>", f'<link rel="alternate" type="text/html" href={quoteattr(f"{root}#{event.id}")}/>',
        f"<summary>{escape(said)}</summary>", "</entry>",
    ])  # fmt: skip


def _root(words: Words, site_url: str) -> str:
    return site_url + file_path(words.language, "")


def timeline_files(library: Library, words: Words, site_url: str) -> dict[str, bytes]:
    """What is written beside the page of one language, by its address below the site."""
    return {
        file_path(words.language, CALENDAR): timeline_ics(library, words, site_url),
        file_path(words.language, FEED): timeline_feed(library, words, site_url),
    }
