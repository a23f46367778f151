"""The calendar: what comes before what is past, no date without a source, and the same in the calendar file and the feed."""

from datetime import date

import icalendar
import pytest
from defusedxml.ElementTree import fromstring

from helpers import rendered, told, visible
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.model.library import Library
from rsmms.pages.library.agenda import agenda_ics, agenda_page, next_day
from rsmms.pages.library.timeline import timeline_feed

AGENDA = """\
# yaml-language-server: $schema=schema/agenda.schema.json
meetings:
  - id: one
    title: {fr: Une, en: One}
    date: 2026-12-01
    about: {fr: Pour voir, en: To see}
    see: https://example.org/
    source: ilo
    checked: 2026-11-01
"""


def on(library: Library, language: str, day: date) -> str:
    """The page as it is built on a day."""
    return rendered(agenda_page(PageContext(library, Words(language), library.fresh_on(day))).body)


def section(html: str, anchor: str) -> str:
    """What stands under one heading; empty if there is none."""
    return html.split(f'id="{anchor}"', 1)[-1].split("<h2", 1)[0] if f'id="{anchor}"' in html else ""


@pytest.mark.parametrize(("language", "words"), [("fr", "date inconnue, voir gfmd.org"), ("en", "date not known, see gfmd.org")])
def test_a_date_that_no_source_gives_is_said_to_be_unknown(library: Library, language: str, words: str):
    """The next Global Forum has no date: the page says so and whom to ask; so has every other meeting without one."""
    unknown = section(on(library, language, date(2026, 11, 30)), "date-inconnue")

    assert words in visible(unknown)
    assert unknown.count(words.split(",", maxsplit=1)[0]) == sum(not m.date for m in library.meetings.values()) >= 5
    assert {"gfmd-next", "ilc-115", "achpr-sessions", "ecowas-migration", "au-migration"} <= {m.id for m in library.meetings.values() if not m.date}


def test_every_date_has_a_source(library: Library):
    """Nothing is dated from memory."""
    assert [m.id for m in library.meetings.values() if m.date and m.source not in library.sources] == []


@pytest.mark.parametrize(("day", "place"), [
    (date(2026, 12, 18), "a-venir"), (date(2026, 12, 19), "passe"), (date(2026, 11, 30), "a-venir"),
])  # fmt: skip
def test_a_meeting_moves_from_coming_to_past(library: Library, day: date, place: str):
    """On its last day a meeting is still to come; the day after it is past."""
    html = on(library, "en", day)
    other = {"a-venir": "passe", "passe": "a-venir"}[place]

    assert 'id="migrants-day-2026"' in section(html, place)
    assert 'id="migrants-day-2026"' not in section(html, other)


def test_a_year_is_past_only_after_its_last_day(library: Library):
    """"2026" may still mean December."""
    assert 'id="imrf-2026"' in section(on(library, "fr", date(2026, 12, 31)), "a-venir")
    assert 'id="imrf-2026"' in section(on(library, "fr", date(2027, 1, 1)), "passe")
    assert 'id="ilc-113"' in section(on(library, "fr", date(2025, 6, 30)), "a-venir")
    assert 'id="ilc-113"' in section(on(library, "fr", date(2025, 7, 1)), "passe")


def test_days_of_the_year_begin_with_the_next(library: Library):
    """On 30 November the next is 18 December if nothing stands before it; a day is "today" all day."""
    migrants = next(o for o in library.observances.values() if o.day == "12-18")

    assert next_day(migrants, date(2026, 12, 18)) == date(2026, 12, 18)
    assert next_day(migrants, date(2026, 12, 19)) == date(2027, 12, 18)


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_the_calendar_file_holds_only_days_that_a_source_gives(library: Library, language: str):
    """A month or a year is no day: such a meeting is not in the file."""
    read = icalendar.Calendar.from_ical(agenda_ics(library, Words(language), "https://rights.example/"))
    days = {event["DTSTART"].dt for event in read.walk("VEVENT")}
    wanted = {m.date.first for m in library.meetings.values() if m.date and m.date.precision == "day"}

    assert days == wanted
    assert date(2026, 12, 18) in days


def test_the_feed_tells_the_day_of_an_event_apart_from_its_last_check(library: Library):
    """``published`` is the event's own day, ``updated`` the last check; an event without a year is published on no day."""
    space = {"a": "http://www.w3.org/2005/Atom"}
    entries = {e.findtext("a:id", "", space): e for e in fromstring(timeline_feed(library, Words("en"), "https://rights.example/")).iterfind("a:entry", space)}
    known, undated = (next(e for name, e in entries.items() if event in name) for event in ("creation-resynam-togo", "atelier-kpalime-reintegration"))

    assert len(entries) == len(library.events)
    assert known.findtext("a:published", "", space) == "2018-12-19T00:00:00Z"
    assert known.findtext("a:updated", "", space).startswith("2026-11-")
    assert undated.find("a:published", space) is None


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("    source: ilo\n", "", "data/agenda.yaml:3: meetings.0.source: this required field is missing [M001]"),
    ("source: ilo", "source: iol", "data/agenda.yaml:8: meetings.0.source: source “iol” is not in data/sources.yaml; did you mean “ilo”? [X004]"),
])  # fmt: skip
def test_a_date_without_a_source_is_told(project, old: str, new: str, expected: str):
    """File, line and field of the slip."""
    found = told(project({"data/agenda.yaml": AGENDA.replace(old, new)}), "en")

    assert expected in found
