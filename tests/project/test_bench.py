"""What the measurements are made of: generated projects are valid and the same every time, results keep to their part."""

from pathlib import Path

import pytest

from bench import content, cut, installed
from bench.growth_table import COLD, CONTACT, GUIDE, SAME, told
from bench.results import section
from helpers import LANGUAGES, ROOT, TODAY
from rsmms.building.content import read_content
from rsmms.problems.problem import errors


def files(root: Path) -> dict[str, bytes]:
    """What makes the project: data, text and configuration."""
    found = [*(root / "data").rglob("*.*"), *(root / "docs").rglob("*.*"), root / "mkdocs.yml"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_a_larger_generated_project_is_valid_too(tmp_path: Path):
    """More countries and more rules of law, still with a part of the treaties alone."""
    content.write(tmp_path, 800)

    assert errors(read_content(tmp_path, LANGUAGES, TODAY).problems) == []


def test_a_generated_project_is_valid_and_the_same_every_time(tmp_path: Path):
    """About as many pages as wanted, no error, no doubt; the same seed gives the same bytes."""
    count = content.write(tmp_path / "one", 200)
    content.write(tmp_path / "two", 200)

    assert 200 <= count <= 300
    assert errors(read_content(tmp_path / "one", LANGUAGES, TODAY).problems) == []
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert files(tmp_path / "one")["mkdocs.yml"] == (ROOT / "mkdocs.yml").read_bytes()


def test_a_copied_profile_is_another_country(tmp_path: Path):
    """Its code, address and ids are its own, so that the project holds no name twice."""
    text = "id: TGO\nslug: togo\nlaw:\n  - id: tgo-code\n    kind: labour_code\n"

    assert cut.renamed(text, "TGO", "ZZZ") == "id: ZZZ\nslug: zzz\nlaw:\n  - id: zzz-tgo-code\n    kind: labour_code\n"
    assert cut.renamed(text, "TGO", "TGO") == text


def test_contacts_name_no_guide_of_the_real_site():
    """Lists of guides and networks go, on one line or several and at any depth, whatever stands around them."""
    text = "  - id: x\n    situations:\n      - a\n      - b\n    member_of:\n      - c\n    source: ilo\n"
    deep = "grants:\n  - id: y\n    gives:\n      - id: z\n        situations: [a,\n          b]\n  - id: v\n    situations: [c]\n  - id: w\n"

    assert cut.renamed(text, "TGO", "TGO") == "  - id: x\n    source: ilo\n"
    assert cut.unbound(deep) == "grants:\n  - id: y\n    gives:\n      - id: z\n  - id: v\n  - id: w\n"


def test_rules_give_articles_of_treaties_that_are_there():
    """Articles of other treaties go; a list without any other goes with its name."""
    text = '  - id: x\n    gives: ["c189:9(c)", "c143:9(1)"]\n  - id: y\n    gives:\n      - "c189:15"\n  - id: z\n'

    assert cut.giving(text, {"c143"}) == '  - id: x\n    gives: ["c143:9(1)"]\n  - id: y\n  - id: z\n'


def test_only_some_items_of_a_list():
    """Items with another id go whole; what stands before, between and after stays."""
    text = "# head\na:\n  - id: one\n    x: 1\n\n  - id: two\n    x:\n      - id: one\nb:\n  - id: three\n"

    assert cut.only(text, "id", {"two"}) == "# head\na:\n  - id: two\n    x:\n      - id: one\nb:\n"


def test_a_part_of_the_results_leaves_the_others_alone(tmp_path: Path):
    """Added at the end the first time, replaced in its place afterwards."""
    file = tmp_path / "RESULTS.md"
    section("one", "first", file)
    section("two", "second\n", file)
    section("one", r"changed \1", file)

    assert file.read_text(encoding="utf-8").partition("\n\n")[2] == "<!-- one -->\nchanged \\1\n<!-- /one -->\n\n<!-- two -->\nsecond\n<!-- /two -->\n"


def test_targets_are_told_as_met_or_missed():
    """Ratios of one size, growth between two, and what was left out."""
    tools = {COLD: 5.0, SAME: 1.0, GUIDE: 1.2, CONTACT: 2.0, "Zensical": 10.0, "Hugo": 1.0}
    run = {"rounds": 1, "day": "2026-11-22", "tools": {name: {"pages": 200, "cpu": cpu, "wall": 1.0, "memory": 100.0} for name, cpu in tools.items()}}
    large = {"rounds": 2, "day": "2026-11-22", "tools": {COLD: {"pages": 800, "cpu": 20.0, "wall": 1.0, "memory": 100.0}}}

    text = told({"200": run, "800": large}, ["x: not installed: no"])

    assert "cold / Zensical cold 0.50 (target ≤ 0.6)" in text
    assert "one contact edited / cold 0.40 (target ≤ 0.25, missed)" in text
    assert "one guide edited / Hugo cold 1.20 (target ≤ 1.2)" in text
    assert "| ours, cold | ×4.0 for ×4.0 |" in text
    assert "- x: not installed: no" in text


@pytest.mark.parametrize("name", ["mkdocs", "zensical", "hugo", "node", "mutmut", "coverage", "atheris"])
def test_what_is_installed_aside_is_pinned(name: str):
    """Every package has one version, and none of those that the project itself could do without is in its lock."""
    assert all("==" in requirement for requirement in installed.requirements(name))
    if name not in ("mkdocs", "node"):
        assert f"\n{name}==" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")
