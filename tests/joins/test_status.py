"""What editors are told about the site: translations, facts to check again, facts to confirm, unused files; and the hard limit."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, SITUATION, SITUATION_FR, TODAY, body, changed, lay_out, plan_of, told, visible
from rsmms.building.content import read_content
from rsmms.commands.editors.translated import stamp
from rsmms.joins.status import SPANS, Status, make_status
from rsmms.model.freshness import Freshness, Periods
from rsmms.opendata.status_files import status_calendar, status_json, status_text
from rsmms.reading.unread_files import orphans

CONTACTS = "data/contacts/TGO.yaml"


def status_of(root: Path, today: date = TODAY) -> Status:
    """The status of a project."""
    content = read_content(root, LANGUAGES, today)
    return make_status(content.library, content.written, LANGUAGES, today)


def states(status: Status, language: str, path: str) -> dict[str, str]:
    """The state of each section of a page in a language."""
    (found,) = [t for t in status.translations if t.language == language and t.path == path]
    return {part.name: part.state for part in found.parts}


def test_translations_per_section(tmp_path):
    """Missing, translated and possibly old are told apart, section by section."""
    root = lay_out(tmp_path)
    stamp(root, root / "docs/en" / SITUATION)
    (root / "docs/fr" / SITUATION).write_text(SITUATION_FR.replace("Une photo", "Deux photos"), encoding="utf-8")
    status = status_of(root)

    assert states(status, "en", SITUATION) == {"lead": "translated", "agir": "translated", "preuves": "old", "modele": "translated"}
    assert set(states(status, "ee", SITUATION).values()) == {"missing"}
    assert status.count("en")["old"] == 1
    assert [t.stamped for t in status.translations if t.language == "en"] == [False, True]


def test_the_state_of_the_header_is_the_state_of_the_sections(tmp_path):
    """A reviewed page has reviewed sections."""
    root = lay_out(tmp_path, changed(f"docs/en/{SITUATION}", "state: translated", "state: reviewed"))

    assert set(states(status_of(root), "en", SITUATION).values()) == {"reviewed"}


def test_facts_fall_into_spans():
    """Each fact is in one span at most; spans meet without a gap and without an overlap."""
    content = read_content(ROOT, LANGUAGES, TODAY)
    first = make_status(content.library, content.written, LANGUAGES, TODAY)
    for shift in (0, 95, 150, 400):
        today = TODAY + timedelta(shift)
        status = Status(today, (), first.facts, (), ())
        spans = [{id(f) for f in status.due_within(days)} for days in SPANS]

        assert sum(map(len, spans)) == len(set().union(*spans))
        assert set().union(*spans) == {id(f) for f in status.facts if f.due <= today + timedelta(90)}


@pytest.mark.parametrize(("today", "counts"), [
    (date(2026, 10, 30), [0, 0, 0, 0]), (date(2026, 11, 22), [0, 0, 0, 4]), (date(2027, 1, 2), [0, 4, 0, 0]), (date(2027, 2, 2), [4, 0, 0, 2]),
])  # fmt: skip
def test_time_travel(tmp_path, today: date, counts: list[int]):
    """Two ratifications and two treaties are due on 1 February; a contact and an emergency number on 1 May."""
    assert [len(status_of(lay_out(tmp_path), today).due_within(days)) for days in SPANS] == counts


def test_unsure_facts_and_steps(tmp_path):
    """Facts to confirm and steps marked [[?:no-document]] are counted, with their file and line."""
    root = lay_out(tmp_path, changed(CONTACTS, "source: ilo\n", "source: ilo\n    confidence: unconfirmed\n"))
    status = status_of(root)

    assert [(f.name, f.file, f.line) for f in status.unsure] == [("tgo-cstt", CONTACTS, 4)]
    assert status.doubts == ((f"docs/fr/{SITUATION}", 1),)


def test_uncited_sources_and_orphan_files(tmp_path):
    """A source that nothing cites, and files that nothing reads."""
    root = lay_out(tmp_path, {"data/contacts/togo.yml": "x", "docs/notes.md": "x", "docs/fr/photo.jpg": b"x"})

    assert status_of(root).uncited == ("old-archive",)
    assert orphans(root, LANGUAGES) == ["data/contacts/togo.yml", "docs/fr/photo.jpg", "docs/notes.md"]


def test_the_real_project_has_no_orphan_file():
    """Everything in data and docs is used."""
    assert orphans(ROOT, LANGUAGES) == []


def test_focal_point_answers_for_the_country(tmp_path):
    """The role of the focal point stands with every fact of its country."""
    root = lay_out(tmp_path, changed(CONTACTS, "    situations:\n", "    focal_point:\n      fr: Bureau migration\n    situations:\n"))

    assert {f.focal_point for f in status_of(root).facts if f.country == "TGO"} == {"Bureau migration"}


def test_status_page_in_every_language(tmp_path):
    """The page counts what the status counts, and says "nothing" where there is nothing."""
    plan = plan_of(lay_out(tmp_path), today=date(2027, 2, 2))

    assert "En retard : 4" in visible(body(plan, "etat.md"))
    assert "Overdue: 4" in visible(body(plan, "etat.md", "en"))
    assert 'lang="fr"' in body(plan, "etat.md", "ee")
    assert not plan.pages["fr", "etat.md"].listed


def test_status_files(tmp_path):
    """JSON holds every fact with its place; the calendar every day; the text fits a terminal."""
    root = lay_out(tmp_path)
    content = read_content(root, LANGUAGES, TODAY)
    status = make_status(content.library, content.written, LANGUAGES, TODAY)
    data = json.loads(status_json(status, ["x"]))

    assert {f["file"] for f in data["facts"]} >= {CONTACTS, "data/country_profiles/TGO.yaml", "data/zones.yaml"}
    assert data["orphan_files"] == ["x"]
    assert data["due"] == {"0": [], "30": [], "60": [], "90": [
        "data/conventions.yaml:20", "data/conventions.yaml:59", "data/country_profiles/TGO.yaml:18", "data/country_profiles/TGO.yaml:13"
    ]}  # fmt: skip
    calendar = status_calendar(content.library, status, "https://x.example/").decode()
    assert calendar.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20270501" in calendar
    assert "Overdue: 0" in status_text(status, [], "en")
    assert "En retard\u00a0: 0" in status_text(status, [], "fr")


def test_periods_come_from_the_data(tmp_path):
    """Another period in data/freshness.yaml moves the day on which a contact is overdue."""
    root = lay_out(tmp_path, {"data/freshness.yaml": "contacts: 1\n"})

    assert "À vérifier de nouveau" in visible(body(plan_of(root, today=date(2026, 12, 2)), "contacts/togo.md"))
    assert "À vérifier de nouveau" not in visible(body(plan_of(root, today=date(2026, 12, 1)), "contacts/togo.md"))


def test_a_wrong_period_is_told(tmp_path):
    """A period in words gets the usual message."""
    root = lay_out(tmp_path, {"data/freshness.yaml": "contacts: six\n"})

    assert told(root, "en") == [
        "data/freshness.yaml:1: contacts: empty value or of the wrong kind: write a number here, without spaces or unit [M012]"
    ]


@pytest.mark.parametrize(("today", "folded"), [(date(2028, 5, 1), False), (date(2028, 5, 2), True)])
def test_past_the_hard_limit_a_contact_is_folded(tmp_path, today: date, folded: bool):
    """After three periods the number is one tap further away, behind a warning; its name stays in sight."""
    shown = body(plan_of(lay_out(tmp_path), today=today), "contacts/togo.md", "en")

    assert ("<details><summary>May be out of date: nothing newer than 1 November 2026. Show anyway</summary>" in shown) is folded
    assert 'href="tel:+22822213334"' in shown
    before = shown.partition("</section>")[2].partition("<details>")[0]
    assert "Confederation of workers" in before


@pytest.mark.parametrize(("factor", "day"), [(1, date(2027, 5, 1)), (2, date(2027, 11, 1)), (3, date(2028, 5, 1))])
def test_the_hard_limit_is_configurable(factor: int, day: date):
    """The limit counts in periods."""
    checked = date(2026, 11, 1)

    assert not Freshness(day, Periods(fold_after=factor)).expired(checked, "contact")
    assert Freshness(day + timedelta(1), Periods(fold_after=factor)).expired(checked, "contact")


def test_the_promise_is_a_figure_on_the_page_in_the_file_and_in_the_terminal(tmp_path):
    """One situation in one country with a union that answers: 100 % by phone, nobody called yet; the same in all three places."""
    status = status_of(lay_out(tmp_path))
    told_to_programs = json.loads(status_json(status, ()))["coverage"]["priority"]
    line = "a fitting line in 100 % of 1 cases (a situation in a country); 100 % by phone, message or form."

    assert (told_to_programs["cells"], told_to_programs["reached"], told_to_programs["share"], told_to_programs["called"]) == (1, 1, 1.0, 0)
    assert f"Countries of the network: {line}" in status_text(status, (), "en")
    assert f"Countries of the network: {line}" in visible(body(plan_of(tmp_path), "etat.md", "en"))
    assert "Somebody really called 0 of 1 contacts." in visible(body(plan_of(tmp_path), "etat.md", "en"))


def test_a_call_is_counted_and_said(tmp_path):
    """When a focal point has called, the contact is "checked" on that day and in that role, and no more "only read"."""
    called = changed(CONTACTS, "    read: 2026-11-01\n", "    read: 2026-11-01\n    called: {day: 2026-11-20, by: focal_point}\n")
    shown = visible(body(plan_of(lay_out(tmp_path, called)), "contacts/togo.md", "en"))

    assert re.search(r"Checked on 20 November 2026 ?: called by a migration focal point", shown)
    assert "nobody has called yet" not in shown.partition("CSTT")[2]
    assert status_of(tmp_path).called == 1
    assert "nobody has called yet" in visible(body(plan_of(lay_out(tmp_path / "b")), "contacts/togo.md", "en")).partition("CSTT")[2]
