"""All pages as plain Markdown: what another engine needs, and nothing it could trip over."""

from dataclasses import replace
from pathlib import Path

import yaml

from helpers import LANGUAGES, SITUATION
from rsmms.building.export import export
from rsmms.layout.plan import Plan


def test_every_page_of_every_language_is_a_file(tiny_plan: Plan, tmp_path: Path):
    """One file a page, where its address says; as many as are told."""
    count = export(tiny_plan, tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}

    assert written == {f"{language}/{path}" for language, path in tiny_plan.pages}
    assert count == len(written)
    assert {name.split("/")[0] for name in written} == set(LANGUAGES)


def test_a_page_has_a_header_a_title_and_its_body(tiny_plan: Plan, tmp_path: Path):
    """The header tells title, description, language and how far the text may be trusted."""
    export(tiny_plan, tmp_path)
    _, header, rest = (tmp_path / "en" / SITUATION).read_text(encoding="utf-8").split("---\n", 2)

    assert yaml.safe_load(header) == {
        "title": "My employer keeps my passport", "description": "Your employer keeps your passport. What to do and whom to call.",
        "lang": "en", "state": "translated",
    }  # fmt: skip
    assert rest == "\n# My employer keeps my passport\n\n" + tiny_plan.pages["en", SITUATION].body


def test_titles_with_quotes_and_backslashes_survive(tiny_plan: Plan, tmp_path: Path):
    """A header is YAML, whatever the words are."""
    odd = 'Dire "non" : C\\D # oui'
    page = replace(tiny_plan.pages["fr", "index.md"], title=odd, description=odd)
    export(replace(tiny_plan, pages={("fr", "index.md"): page}), tmp_path)

    header = yaml.safe_load((tmp_path / "fr" / "index.md").read_text(encoding="utf-8").split("---\n")[1])
    assert (header["title"], header["description"]) == (odd, odd)


def test_the_same_bytes_twice(tiny_plan: Plan, tmp_path: Path):
    """With line ends that are the same on every system."""
    export(tiny_plan, tmp_path / "one")
    export(tiny_plan, tmp_path / "two")
    for path in (tmp_path / "one").rglob("*.md"):
        content = path.read_bytes()
        assert content == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()
        assert b"\r" not in content
