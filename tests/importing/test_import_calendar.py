"""The calendar of keeping: when to look for the next edition of each source, on the status page and in its calendar."""

from pathlib import Path

import icalendar
from import_projects import project

from helpers import TODAY, body, plan_of, rendered, visible
from rsmms.joins.status import make_status
from rsmms.opendata.status_files import status_calendar


def test_the_status_page_says_when_to_look(tmp_path: Path):
    """The soonest source first, one that is due told as such, with the edition that is here."""
    text = visible(rendered(body(plan_of(project(tmp_path)), "etat.md", "en")))

    assert "UN – look: January 2026 (now) . On the site: 2015." in text
    assert "UNHCR – look: June 2027. On the site: 2015." in text
    assert text.index("UN – look") < text.index("Bank – look") < text.index("UNHCR – look")


def test_the_calendar_has_a_day_for_each_source(tmp_path: Path):
    """The first day of the month on which to look, with the page to download from."""
    plan = plan_of(project(tmp_path))
    status = make_status(plan.library, plan.written, plan.languages, TODAY)
    events = icalendar.Calendar.from_ical(status_calendar(plan.library, status, "https://site.example/")).walk("VEVENT")
    found = {str(e["SUMMARY"]): (e["DTSTART"].dt.isoformat(), str(e["URL"])) for e in events if "édition" in str(e["SUMMARY"])}

    assert found["Nouvelle édition à chercher\u00a0: Banque"] == ("2026-07-01", "https://bank.example/")
    assert len(found) == 4
