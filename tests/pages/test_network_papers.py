"""The network's own papers: every line can be pointed at, in French and in English."""

import csv
import re

import pytest

from helpers import ROOT, rendered, visible
from rsmms.layout.plan import Plan
from rsmms.model.commitment import Progress
from rsmms.model.library import Library
from rsmms.pages.library import SHEETS_PATH
from sheet_helpers import sample, texts

TABLE = (ROOT / "tests/data/network_papers.csv").read_text(encoding="utf-8").splitlines()
LINES = list(csv.DictReader(TABLE, delimiter="|", quoting=csv.QUOTE_NONE))
LANGUAGES = ("fr", "en")


def shown(plan: Plan, language: str, path: str) -> str:
    """What a page says, with single spaces."""
    return " ".join(visible(rendered(plan.pages[language, path].body)).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_papers_stands_on_its_page(plan: Plan, language: str):
    """One phrase for each line; none may be missing."""
    missing = [(row["paper"], row["line"]) for row in LINES if row[language] not in shown(plan, language, row["page"])]

    assert missing == []


def test_the_table_holds_every_paper_and_no_line_twice():
    """A line that is copied would hide one that is lost."""
    assert {row["paper"] for row in LINES} == set("12345")
    assert len({(row["paper"], row["line"]) for row in LINES}) == len(LINES)
    assert len({(row["paper"], row["fr"]) for row in LINES}) == len(LINES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_resynam_says_all_that_its_paper_says(content, language: str):
    """Everything that the page has of the first paper is printed, too; a sheet breaks lines where it likes."""
    found = re.sub(r"\s|\ufffe|-", "", texts(sample(content)[f"reseau-resynam-togo-{language}"].path)["pdfium"])
    wanted = [row[language] for row in LINES if row["paper"] == "1"]

    assert [w for w in wanted if re.sub(r"\s|-", "", w) not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_31_lines_each_lead_somewhere_or_say_so(library: Library, plan: Plan, language: str):
    """On the document's page each line has its state and links to pages that exist; what is not done names who must act."""
    lines = [c for c in library.commitments.values() if c.roadmap == "rsmms-2017-2018"]
    html = rendered(plan.pages[language, "plaidoyer/feuille-de-route-2017-2018.md"].body)

    assert [c.number for c in lines] == [str(n) for n in range(1, 32)]
    for line in lines:
        item = html.split(f'id="{line.id}"', 1)[1].split("</ul>", 1)[0]
        links = re.findall(r'href="([^"]+)"', item)
        assert len(links) == len(line.pages), line.id
        assert f'class="mark {line.state.value}"' in item
        assert all(path == SHEETS_PATH or plan.pages[language, path].state != "fallback" for path in line.pages), line.id


def test_a_line_with_a_tool_leads_to_it(library: Library):
    """A tool is a workshop, a campaign, a brief, a theme, a module or a guide, never only a list of countries."""
    for line in library.commitments.values():
        if line.state == Progress.TOOL:
            assert line.note, line.id
            assert line.pages[0].split("/")[0] in {"ateliers", "campagnes", "plaidoyer", "dialogue", "formation", "pratiques"}, line.id


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_no_page_says_that_the_list_of_objectives_was_not_read(plan: Plan, language: str):
    """The paper was handed over."""
    text = shown(plan, language, "reseau/resynam-togo.md")

    assert "s’arrête avant cette liste" not in text
    assert "stops before" not in text


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_the_guide_to_coming_home_begins_with_a_number_and_is_found_by_the_place(plan: Plan, language: str):
    """A number to tap before the first section, and Kpalimé among the words that search knows."""
    page = plan.pages[language, "retour/index.md"]
    first = rendered(page.body).split('id="etapes"')[0]

    assert re.search(r'href="tel:11[57]"', first)
    assert {"Kpalimé", "Kpalime"} <= set(page.keywords)
