"""The tiny project that other tests change is itself without a problem."""

from pathlib import Path

import pytest
import yaml

from helpers import EXTENSIONS, PROJECT, ROOT, changed, lay_out, problems_of


def test_the_tiny_project_has_no_problem(project):
    """What a test changes is therefore the only thing that is wrong."""
    assert problems_of(project()) == []


def test_lay_out_writes_changes_and_leaves_files_out(tmp_path: Path):
    """A text replaces a file, bytes are kept, None leaves the file out."""
    root = lay_out(tmp_path, {"data/zones.yaml": None, "data/sources.yaml": b"\xff", "new.txt": "new"})

    assert not (root / "data/zones.yaml").exists()
    assert (root / "data/sources.yaml").read_bytes() == b"\xff"
    assert (root / "new.txt").read_text() == "new"
    assert (root / "docs/fr/index.md").read_text() == PROJECT["docs/fr/index.md"]


def test_changed_wants_a_text_that_stands_once():
    """A test that changes nothing, or too much, fails at once."""
    with pytest.raises(AssertionError, match=r"'zzz' stands 0 times in data/zones\.yaml"):
        changed("data/zones.yaml", "zzz", "y")


def test_the_markdown_extensions_are_those_of_the_site():
    """Rendering in tests is rendering on the site."""
    loader = yaml.SafeLoader
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    listed = yaml.load(config, Loader=loader)["markdown_extensions"]

    assert tuple(next(iter(x)) if isinstance(x, dict) else x for x in listed) == EXTENSIONS
