"""The network's own papers: every line can be pointed at, in French and in English."""

import csv
import re

import pytest

from helpers import ROOT, rendered, visible
from rsmms.layout.plan import Plan
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
    assert {row["paper"] for row in LINES} <= set("12345")
    assert len({(row["paper"], row["line"]) for row in LINES}) == len(LINES)
    assert len({(row["paper"], row["fr"]) for row in LINES}) == len(LINES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_resynam_says_all_that_its_paper_says(content, language: str):
    """Everything that the page has of the first paper is printed, too; a sheet breaks lines where it likes."""
    found = re.sub(r"\s|\ufffe|-", "", texts(sample(content)[f"reseau-resynam-togo-{language}"].path)["pdfium"])
    wanted = [row[language] for row in LINES if row["paper"] == "1"]

    assert [w for w in wanted if re.sub(r"\s|-", "", w) not in found] == []


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
