"""The plan of sheets: how many, for whom, under which names and codes."""

import json
from collections import Counter

import pytest

from helpers import LANGUAGES, TODAY
from rsmms.sheets.letters import unknown_letters
from rsmms.sheets.planning import plan as plan_sheets
from rsmms.sheets.prepared import ToolKey, prepare_all
from rsmms.sheets.printing import TEMPLATES
from rsmms.sheets.spec import KINDS, short_code
from sheet_helpers import SITE, specs


@pytest.fixture(scope="module")
def planned(content):
    """Every sheet of the real site."""
    return specs(content)


def test_there_are_at_least_four_hundred_pdfs(planned):
    """All kinds, and every one of them in French and English."""
    pdfs = [s for s in planned if s.format == "pdf"]

    assert len(pdfs) >= 400
    assert {s.kind for s in planned} == set(KINDS)
    assert {s.language for s in planned} == set(LANGUAGES)


def test_every_country_treaty_and_situation_has_its_sheet(planned, content):
    """In both complete languages; a country also has its cards."""
    found = {(s.kind, s.id, s.language) for s in planned}
    situations = {w.front.id for (language, _), w in content.written.items() if language == "fr" and w.front.kind == "situation"}
    wanted = {
        *(("country", c) for c in content.library.countries), *(("wallet", c) for c in content.library.countries),
        *(("instrument", i) for i in content.library.instruments), *(("poster", i) for i in content.library.instruments),
        *(("situation", s) for s in situations), *(("poster", s) for s in situations),
    }  # fmt: skip

    translated = {w.front.id for (language, _), w in content.written.items() if language == "en"}
    assert {(kind, i, "fr") for kind, i in wanted} - found == set()
    assert {(k, i, "en") for k, i in wanted if i not in situations or i in translated} - found == set()


def test_the_first_network_is_resynam(planned):
    """The network that asked first leads the list."""
    assert next(s for s in planned if s.kind == "network").id == "tgo-resynam"


def test_names_and_codes_are_unique(planned):
    """No two sheets share a file, and no two a code; a booklet to staple has the code of its twin."""
    files = Counter(s.file for s in planned)
    codes = Counter(s.code for s in planned if not s.imposed)

    assert [f for f, n in files.items() if n > 1] == []
    assert [c for c, n in codes.items() if n > 1] == []
    assert {s.code for s in planned if s.imposed} <= set(codes)


def test_a_code_never_changes():
    """It is printed on paper: kind, thing and language make it, nothing else."""
    assert short_code("country", "TGO", "fr") == "7d6rja"


def test_every_sheet_belongs_to_a_page(planned, plan):
    """The page that the sheet sums up exists in its language."""
    assert [s.file for s in planned if (s.language, s.page) not in plan.pages] == []


def test_the_plan_is_the_same_on_every_run_and_day(content, planned):
    """Only overdue facts depend on the day, and they are content, not plan."""
    assert plan_sheets(content.library, content.written, LANGUAGES, TODAY.replace(year=2030), SITE) == planned


def test_addresses_of_the_check_pages(planned):
    """French at the root, other languages in their folder."""
    urls = {(s.kind, s.id, s.language): s.check_url for s in planned}

    assert urls["country", "TGO", "fr"] == "https://rights.example/f/7d6rja/"
    assert urls["country", "TGO", "en"].startswith("https://rights.example/en/f/")


def test_contents_are_plain_json_and_every_letter_is_known(planned):
    """Of all sheets of the site: what templates get, and letters that come out right when copied."""
    for item in prepare_all(planned, ToolKey(TEMPLATES)):
        assert json.loads(item.data)["checksum"] == item.checksum
        assert unknown_letters(item.data) == ()


def test_editions_do_not_follow_the_calendar(content, planned):
    """A build on another day gives the same edition and the same check signs while no fact is overdue."""
    later = plan_sheets(content.library, content.written, LANGUAGES, TODAY.replace(day=23), SITE)
    one, other = (prepare_all(chosen[::40], ToolKey(TEMPLATES)) for chosen in (planned, later))

    assert [r.key for r in one] == [r.key for r in other]
