"""The calendar: what comes, what has no date yet, the days of the year, and what is past; and the same as a calendar file."""

from collections.abc import Iterable
from datetime import date

from rsmms.language.addresses import url_of
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import SOURCE_LANGUAGE, Words, colon
from rsmms.layout.facts import confidence_mark, source_link, time
from rsmms.layout.page import Page, PageContext
from rsmms.model.dates import PartialDate
from rsmms.model.event import Meeting
from rsmms.model.library import Library
from rsmms.model.observance import Observance
from rsmms.opendata.calendars import Day, calendar
from rsmms.opendata.content_lines import tag
from rsmms.pages.library.shared import order, period
from rsmms.pages.library.timeline import TIMELINE_PATH

AGENDA_PATH = "agenda.md"
CALENDAR = "agenda.ics"
"""A file beside the page, in every language folder."""


def agenda_page(ctx: PageContext) -> Page:
    """Meetings to come first, then those without a date, the days of the year, and what is past."""
    ctx = ctx.at(AGENDA_PATH)
    words, today = ctx.words, ctx.freshness.today
    dated = sorted((m for m in ctx.library.meetings.values() if m.date), key=lambda m: (order(m.date), m.id))
    unknown = [m for m in ctx.library.meetings.values() if not m.date]
    coming, past = [m for m in dated if not _over(m, today)], [m for m in dated if _over(m, today)]
    body = blocks([
        el("p", words("agenda_lead"), cls="lead"),
        el("p", el("a", words("timeline_ics"), href=CALENDAR, cls="button"), " ", el("a", words("nav_timeline"), href=ctx.link(TIMELINE_PATH), cls="button")),
        *_part(ctx, "agenda_coming", "a-venir", coming), *_part(ctx, "agenda_unknown", "date-inconnue", unknown),
        heading(words("agenda_days"), "journees"), el("ul", *(_yearly(ctx, o, today) for o in _by_next(ctx.library, today)), cls="facts"),
        *_part(ctx, "agenda_past", "passe", reversed(past)),
    ])  # fmt: skip
    made = ctx.overview("agenda", "nav_agenda", "agenda_lead", body, (m.checked for m in ctx.library.meetings.values()))
    return made.again(kind="event", edit=("data/agenda.yaml", 1))


def _over(meeting: Meeting, today: date) -> bool:
    """True once the last day that the date may mean is past."""
    last = meeting.until or meeting.date
    return last is not None and _last(last) < today


def _last(day: PartialDate) -> date:
    """The last day that a date may mean: of a year its December, of a month its end."""
    months = {"year": (day.year + 1, 1), "month": (day.year + (day.month or 0) // 12, (day.month or 0) % 12 + 1)}
    if day.precision == "day":
        return day.first
    return date.fromordinal(date(*months[day.precision], 1).toordinal() - 1)


def _part(ctx: PageContext, key: str, anchor: str, meetings: Iterable[Meeting]) -> list[object]:
    items = [_meeting(ctx, m) for m in meetings]
    return [heading(ctx.words(key), anchor), el("ul", *items, cls="facts")] if items else []


def _meeting(ctx: PageContext, meeting: Meeting) -> Html:
    words = ctx.words
    site = el("a", meeting.see.split("/")[2].removeprefix("www."), href=meeting.see, rel="noopener noreferrer")
    when = period(ctx, meeting.date, meeting.until) if meeting.date else join([words("agenda_no_date"), " ", site])
    sources = join((source_link(ctx, s) for s in (meeting.source, *meeting.more_sources) if s), ", ")
    told = join([words("source"), colon(words), sources]) if sources else ""
    trail = [told, words("checked_on", date=time(ctx, meeting.checked)), site if meeting.date else ""]
    return el(
        "li", el("span", join((p for p in (when, words.text(meeting.place)) if p), " · "), cls="kind line"), el("strong", words.text(meeting.title)), " ",
        confidence_mark(ctx, meeting.confidence), el("span", words.text(meeting.about), cls="line"),
        el("span", join((p for p in trail if p), " · "), cls="trail"), id=meeting.id,
    )  # fmt: skip


def _by_next(library: Library, today: date) -> list[Observance]:
    return sorted(library.observances.values(), key=lambda o: next_day(o, today))


def next_day(observance: Observance, today: date) -> date:
    """The next time that a day of the year comes, today included."""
    month, day = int(observance.day[:2]), int(observance.day[3:])
    this = date(today.year, month, day)
    return this if this >= today else date(today.year + 1, month, day)


def _yearly(ctx: PageContext, observance: Observance, today: date) -> Html:
    words = ctx.words
    trail = el("span", words("source"), colon(words), source_link(ctx, observance.source), cls="trail")
    return el(
        "li", el("span", words.date(next_day(observance, today)), cls="kind line"), el("strong", words.text(observance.name)), " ",
        el("span", words.text(observance.about), cls="line"), trail, id=observance.id,
    )  # fmt: skip


def agenda_path(language: str) -> str:
    """Address below the site of the calendar file."""
    return ("" if language == SOURCE_LANGUAGE else f"{language}/") + url_of(AGENDA_PATH) + CALENDAR


def agenda_ics(library: Library, words: Words, site_url: str) -> bytes:
    """Meetings whose first day a source gives; one without a day is not in it."""
    root = site_url + agenda_path(words.language).removesuffix(CALENDAR)
    days = [
        Day(tag("meeting", m.id, words.language), m.date.first, words.pick(m.title)[0], words.pick(m.about)[0], f"{root}#{m.id}")
        for m in library.meetings.values() if m.date and m.date.precision == "day"
    ]  # fmt: skip
    stamp = max((m.checked for m in library.meetings.values()), default=date(1970, 1, 1))
    return calendar(words.plain("nav_agenda"), words.language, days, stamp.isoformat())
