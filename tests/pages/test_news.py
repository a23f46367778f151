"""A ratification becomes known: one change of one file, and letter, routes, sheets, matrix and comparison all say it."""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers import LANGUAGES, ROOT, TODAY
from rsmms.building.content import Content, read_content
from rsmms.cache.store import Store
from rsmms.changes.writer import Change, Drop, Put, changed, where
from rsmms.language.addresses import route_path
from rsmms.language.words import Words
from rsmms.layout.plan import Plan
from rsmms.model.country import Status
from rsmms.pages.all_pages import cached, make_plan
from rsmms.pages.comparison_data import compare_file
from rsmms.pages.page_cache import PageCache
from rsmms.pages.routes import routes
from rsmms.problems.problem import errors
from rsmms.sheets.planning import plan as plan_sheets

PROFILE, LISTS = "data/country_profiles/NGA.yaml", "data/complete_lists.yaml"
C143 = ("ratifications", where(instrument="c143"))
SITE = "https://rights.example/"


@dataclass(frozen=True)
class Built:
    """One build without the disk: pages, sheets as data, the file of the comparison."""

    content: Content
    plan: Plan
    sheets: Mapping[str, Any]
    compared: Mapping[str, Any]


def change(root: Path, name: str, changes: list[Change]) -> None:
    """Change one file of the project as an editor, a form or an importer does."""
    (root / name).write_bytes(changed((root / name).read_bytes(), changes))


def build_all(root: Path) -> Built:
    """Read and make everything that a ratification can touch; pages come from the build before where no fact of theirs has changed."""
    content = read_content(root, LANGUAGES, TODAY)
    assert [p.text("en") for p in errors(content.problems)] == []
    page_cache = PageCache(Store(root / "plans"), "news", content.library)
    made = make_plan(content.library, content.written, ("fr", "en"), TODAY, from_facts=cached(page_cache))
    wanted = {"fiches/pays-nigeria-fr.pdf", "fiches/convention-c143-fr.pdf", "fiches/livret-nigeria-fr.pdf"}
    sheets = {s.file: s.content() for s in plan_sheets(content.library, content.written, LANGUAGES, TODAY, SITE) if s.file in wanted}
    assert set(sheets) == wanted
    return Built(content, made, sheets, json.loads(compare_file(content.library, Words("fr"))))


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Before the news of March 2023, with a list of 28 States that is still young, and after it."""
    root = tmp_path_factory.mktemp("news")
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "data/urls.txt").unlink()
    change(root, LISTS, [
        Put(("lists", where(id="c143-2023-03"), "as_of"), "2026-10-01"), Put(("lists", where(id="c143-2023-03"), "total"), 28),
        Put(("lists", where(id="c143-2023-03"), "parties"), [c for c in _parties(root) if c != "NGA"]),
    ])  # fmt: skip
    change(root, PROFILE, [Put((*C143, "status"), "not_ratified"), Drop((*C143, "date")), Drop((*C143, "in_force"))])
    before = build_all(root)
    change(root, PROFILE, [Put((*C143, "status"), "in_force"), Put((*C143, "date"), date(2023, 3, 23)), Put((*C143, "in_force"), date(2024, 3, 23))])
    return before, build_all(root)


def _parties(root: Path) -> tuple[str, ...]:
    return read_content(root, LANGUAGES, TODAY).library.complete_lists["c143-2023-03"].parties


def section(built: Built, path: str, anchor: str) -> str:
    """What is folded behind a heading of a page; empty if the page has no such heading."""
    found = re.search(rf'<div id="{anchor}">(.*?)(?=<details class="fold"|\Z)', built.plan.pages["fr", path].body, re.DOTALL)
    return found[1] if found else ""


def test_before_the_news_there_was_a_letter_that_named_its_list(builds: tuple[Built, Built]):
    """So that its going is seen: the list, its day and its total stand in the letter."""
    told = section(builds[0], "campagnes/nigeria.md", "c143")

    assert 'class="letter"' in told
    assert "1er octobre 2026, 28 États" in told.replace("\u00a0", " ")


def test_the_letter_is_withdrawn(builds: tuple[Built, Built]):
    """The campaign has no section for the treaty any more, in any language."""
    assert section(builds[1], "campagnes/nigeria.md", "c143") == ""
    assert 'id="c143"' not in builds[1].plan.pages["en", "campagnes/nigeria.md"].body


def test_every_route_of_the_country_changes(builds: tuple[Built, Built]):
    """Each way from or to Nigeria counts the treaty among those that bind."""
    before, after = builds
    ways = [route for route in routes(after.content.library) if "NGA" in route]

    assert len(ways) >= 16
    for one in ways:
        path = route_path(after.content.library, one)
        old, new = before.plan.pages["fr", path].body, after.plan.pages["fr", path].body
        assert old != new
        assert new.count("conventions/c143/") == 1


def test_the_sheets_change(builds: tuple[Built, Built]):
    """The country's sheet, its booklet, and the sheet of the treaty."""
    before, after = builds

    for name in ("fiches/pays-nigeria-fr.pdf", "fiches/livret-nigeria-fr.pdf"):
        status = [{r["code"]: r["status"] for r in one.sheets[name]["treaties"]}["C143"] for one in builds]
        assert status == ["not_ratified", "in_force"]
    assert before.sheets["fiches/convention-c143-fr.pdf"] != after.sheets["fiches/convention-c143-fr.pdf"]


def test_the_matrix_and_the_comparison_change(builds: tuple[Built, Built]):
    """The cell of the table, the page of a pair, and the file from which the script compares."""
    before, after = builds
    cell = r'href="../../(?:campagnes|pays)/nigeria/#c143">(.*?)</a>'
    cells = [re.search(cell, one.plan.pages["fr", "conventions/ratifications.md"].body)[1] for one in builds]
    number = [i for _, _, i in after.compared["treaties"]].index("c143")

    assert "not_ratified" in cells[0]
    assert "liste d’octobre 2026" in cells[0]
    assert "in_force" in cells[1]
    assert "2023" in cells[1]
    assert [one.compared["marks"][one.compared["countries"]["NGA"]["t"][number][0]] for one in builds] == ["not_ratified", "in_force"]
    pair = next(path for language, path in after.plan.pages if language == "fr" and path.startswith("comparer/") and "nigeria" in path)
    assert before.plan.pages["fr", pair].body != after.plan.pages["fr", pair].body


def test_a_list_that_contradicts_a_no_is_told(tmp_path: Path):
    """The list that already names Nigeria and a profile that says no cannot both be published."""
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "data/urls.txt").unlink()
    change(tmp_path, PROFILE, [Put((*C143, "status"), "not_ratified"), Drop((*C143, "date")), Drop((*C143, "in_force"))])
    told = [p.text("en") for p in errors(read_content(tmp_path, LANGUAGES, TODAY).problems)]

    assert len(told) == 1
    assert told[0].endswith("yet the complete list c143-2023-03 (2023-03-23) names this country; correct one of the two [X042]")


def test_today_nigeria_is_bound(library: Any):
    """The three treaties that the site once asked for."""
    nigeria = library.countries["NGA"]

    assert {str(nigeria.ratification(i).date) for i in ("c143", "c181")} == {"2023-03-23"}
    assert str(nigeria.ratification("c190").date) == "2022-11-08"
    assert all(nigeria.status(i) == Status.IN_FORCE for i in ("c143", "c181", "c190"))
