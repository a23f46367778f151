"""The timeline: order, filter, calendar file and feed."""

import re
from xml.etree import ElementTree as ET

import pytest

from helpers import rendered, visible
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.model.dates import PartialDate
from rsmms.model.event import Event, EventKind
from rsmms.model.library import Library
from rsmms.pages.library.shared import period
from rsmms.pages.library.timeline import newest_first, timeline_feed, timeline_files, timeline_ics

SITE = "https://rsmms.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGES = ("fr", "en", "ee")


def unfolded(ics: bytes) -> list[str]:
    """Content lines with the long ones put together again."""
    return ics.decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_has_every_event_whose_day_is_known(library: Library, language: str):
    """A month or a year is not a day, so it is not in the calendar."""
    lines = unfolded(timeline_ics(library, Words(language), SITE))
    known = [e for e in library.events.values() if e.date and e.date.precision == "day"]

    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(known)
    assert len({line for line in lines if line.startswith("UID:")}) == len(known)
    assert "DTSTART;VALUE=DATE:20140808" in lines


def test_the_calendar_follows_the_rules_of_the_format(library: Library):
    """Lines end with CRLF, are 75 bytes at most, and commas are escaped."""
    ics = timeline_ics(library, Words("fr"), SITE)

    assert ics.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert ics.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, ics.split(b"\r\n"))) <= 75
    summaries = [line.partition(":")[2] for line in unfolded(ics) if line.startswith(("SUMMARY", "DESCRIPTION"))]
    assert not any(re.search(r"(?<!\\)[,;]", said) for said in summaries)


def test_the_same_data_give_the_same_bytes(library: Library):
    """No clock in it."""
    words = Words("en")

    assert timeline_files(library, words, SITE) == timeline_files(library, words, SITE)
    assert re.findall(rb"DTSTAMP:(\S+)", timeline_ics(library, words, SITE))[0] == b"20261122T000000Z"


def test_calendar_entries_lead_to_the_event_in_the_readers_language(library: Library):
    """The address opens the page at the event."""
    assert f"URL:{SITE}en/chronologie/#creation-rsmms" in unfolded(timeline_ics(library, Words("en"), SITE))
    assert f"URL:{SITE}chronologie/#creation-rsmms" in unfolded(timeline_ics(library, Words("fr"), SITE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_has_every_event_newest_first(library: Library, language: str):
    """Well-formed Atom with unique identifiers."""
    feed = ET.fromstring(timeline_feed(library, Words(language), SITE))
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]

    assert len(ids) == len(set(ids)) == len(library.events)
    assert (ids[0] or "").split("/")[1] == newest_first(library.events.values())[0].id
    assert feed.find(f"{ATOM}updated") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_stand_beside_the_page_of_each_language(library: Library, plan: Plan, language: str):
    """So the links of the page are right, also where the French page is shown."""
    html = rendered(plan.pages[language, "chronologie.md"].body)
    folder = "chronologie/" if language == "fr" else f"{language}/chronologie/"

    assert {name.removeprefix(folder) for name in timeline_files(library, Words(language), SITE)} == {"chronologie.ics", "chronologie.xml"}
    assert 'href="chronologie.ics"' in html
    assert 'href="chronologie.xml"' in html


def test_every_event_can_be_filtered_by_kind_without_script(library: Library, plan: Plan, root):
    """Each kind has its radio button, and the style sheet hides the others."""
    html = rendered(plan.pages["fr", "chronologie.md"].body)
    css = (root / "theme" / "assets" / "figures.css").read_text(encoding="utf-8")
    for kind in EventKind:
        assert f'id="event-{kind.value}"' in html
        assert f"#event-{kind.value}:checked" in css
        assert html.count(f'class="e-{kind.value}"') == sum(e.kind == kind for e in library.events.values())
    assert 'id="event-all" checked' in html


def test_years_go_down_and_the_unknown_one_comes_last(plan: Plan):
    """Readers see the newest first."""
    years = re.findall(r' id="annee-([a-z0-9]+)"', rendered(plan.pages["fr", "chronologie.md"].body))

    assert years[-1] == "inconnue"
    assert years[:-1] == sorted(years[:-1], reverse=True)


def test_an_unknown_year_is_not_invented(plan: Plan):
    """The Kpalimé workshop says its days, and that the year is not known."""
    text = visible(rendered(plan.pages["en", "chronologie.md"].body))

    assert "Year not known" in text
    assert "On 23 and 24 November. The article does not say the year." in text


@pytest.mark.parametrize(("language", "start", "end", "said"), [
    ("fr", "2014-08-08", None, "8 août 2014"), ("fr", "2018-02-15", "2018-02-16", "du 15 au 16 février 2018"),
    ("en", "2018-02-15", "2018-02-16", "15 to 16 February 2018"), ("en", "2019-06-30", "2019-07-01", "30 June 2019 to 1 July 2019"),
    ("fr", "2017-06", None, "juin 2017"), ("fr", None, None, ""),
])  # fmt: skip
def test_periods(library: Library, plan: Plan, language: str, start: str | None, end: str | None, said: str):
    """Dates as people say them, with the precision they have."""
    first, last = (PartialDate.parse(d) if d else None for d in (start, end))

    assert period(PageContext(library, Words(language), library.fresh_on(plan.today)), first, last).replace("\u00a0", " ") == said


def test_an_event_needs_no_date(library: Library):
    """The model allows a fact whose year no source gives."""
    kept = Event.model_validate({
        "id": "x", "kind": "workshop", "title": {"fr": "T"}, "summary": {"fr": "S"}, "source": "s", "checked": "2026-11-22",
    })  # fmt: skip

    assert kept in newest_first([kept, *library.events.values()])[-2:]
