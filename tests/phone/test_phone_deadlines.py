"""The clock in Chromium: the same last days as Python, said in the words of the site, and a reminder that betrays nothing."""

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, Page

from helpers import ROOT, TODAY
from join_helpers import maker
from rsmms.joins.deadlines import CLOSED_UNKNOWN, last_day, last_day_of
from rsmms.language.words import Words
from rsmms.model.deadline import Unit, Weekday
from rsmms.model.library import Library
from rsmms.pages.deadlines import deadline_section

SCRIPT = ROOT / "theme" / "assets" / "deadlines.js"
STARTS = [date.fromisoformat(day) for day in ("2026-11-28", "2026-11-29", "2026-11-30", "2026-12-31", "2027-01-31", "2027-03-28", "2027-10-31", "2028-02-29")]
WEEKS = [(), (Weekday.SAT, Weekday.SUN), (Weekday.FRI, Weekday.SAT), CLOSED_UNKNOWN]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone in Rome, where summer time moves the clock, on the day of the tests."""
    context = browser.new_context(timezone_id="Europe/Rome", locale="en-US", accept_downloads=True)
    opened = context.new_page()
    opened.clock.set_fixed_time(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC))
    yield opened
    context.close()


def numbers(days: tuple[Weekday, ...]) -> list[int]:
    """Days of the week as the script knows them."""
    return [day.number for day in days]


def milliseconds(day: date) -> int:
    """Midnight UTC, as the script counts."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def test_the_script_gives_the_answers_of_python(page: Page):
    """Every unit, every week, month ends, a leap day and the changes of summer time."""
    cases = list(itertools.product(STARTS, (1, 2, 7, 15, 20, 30, 45, 60, 90, 180, 365), Unit, WEEKS, WEEKS))
    page.set_content("<p></p>")
    page.add_script_tag(path=SCRIPT)

    said = page.evaluate("cases => cases.map((c) => window.rsmmsLastDay(...c))", [
        [milliseconds(start), limit, unit.value, numbers(rest), numbers(closed)] for start, limit, unit, rest, closed in cases
    ])  # fmt: skip

    assert said == [milliseconds(last_day(*case)) for case in cases]


def choose(page: Page, day: date, box: int = 0) -> None:
    """Pick day, month and year of one limit."""
    for place, value in enumerate((str(day.day), str(day.month - 1), str(day.year))):
        page.locator(".deadline").nth(box).locator("select").nth(place).select_option(value)


def show(page: Page, library: Library, country: str, situation: str, language: str = "fr") -> None:
    """A country's section as it is published, with the script."""
    section = deadline_section(maker(library, language), library.countries[country], situation)
    page.set_content(f'<html lang="{language}"><body>{section}</body></html>')
    page.add_script_tag(path=SCRIPT)


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_a_date_is_said_in_our_own_words(page: Page, library: Library, language: str):
    """Never in those of the browser, which knows no Ewe; the month is the one that Python writes."""
    show(page, library, "DEU", "dismissed", language)
    choose(page, date(2026, 11, 30))
    said = page.locator("output").first.inner_text()

    assert Words(language).date(last_day_of(library, library.deadlines["deu-dismissal"], date(2026, 11, 30))) in said


def test_a_day_that_does_not_exist_and_a_day_that_has_passed(page: Page, library: Library):
    """31 June is refused; a last day in the past still says where to ask, and offers no reminder."""
    show(page, library, "DEU", "dismissed")
    choose(page, date(2026, 7, 31))
    page.locator("select").nth(1).select_option("5")
    assert page.locator("output").first.inner_text() == Words("fr").plain("clock_none")

    choose(page, date(2025, 1, 15))
    assert Words("fr").plain("clock_past") in page.locator("output").first.inner_text()
    assert page.locator("output a").count() == 0


def test_the_reminder_is_a_whole_day_and_says_nothing_about_the_reader(page: Page, library: Library, tmp_path: Path):
    """One event, alarms in whole days, no name, no place, no address; it is made on the phone."""
    show(page, library, "DEU", "dismissed")
    choose(page, date(2026, 11, 30))
    with page.expect_download() as waited:
        page.locator("output a").first.click()
    waited.value.save_as(tmp_path / "rappel.ics")
    text = (tmp_path / "rappel.ics").read_bytes().decode()
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")

    assert event["DTSTART"].dt == date(2026, 12, 17)
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-7), timedelta(days=-1)]
    assert str(event["SUMMARY"]) == Words("fr").plain("clock_title")
    assert not {"DESCRIPTION", "LOCATION", "URL", "ATTENDEE"} & set(event)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "," not in re.search(r"UID:(.*)\r\n", text)[1]


def test_nothing_is_stored_and_the_rule_stands_without_script(page: Page, library: Library):
    """The sentences are there before the script runs; after a choice nothing is kept and the address is the same."""
    section = deadline_section(maker(library), library.countries["TUN"], "not-paid")
    assert Words("fr").plain("deadline_from") in section
    page.route("https://rights.example/**", lambda route: route.fulfill(content_type="text/html", body=f"<html lang=fr><body>{section}</body></html>"))
    page.goto("https://rights.example/")
    page.add_script_tag(path=SCRIPT)
    choose(page, date(2026, 11, 30))

    assert page.url == "https://rights.example/"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
