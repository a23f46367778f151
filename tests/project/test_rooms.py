"""The rooms of the program: they import one way, and a room says in its first lines what enters and what leaves."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import ROOT

ROOMS = sorted(p.parent for p in (ROOT / "rsmms").glob("*/__init__.py"))
UPWARD = "from rsmms.building.publish import publish  # noqa: F401\n"
"""An import that leads up from everywhere but the commands."""


def linted(root: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of a copy of the program."""
    code = "import sys; from importlinter.cli import lint_imports_command as c; sys.path.insert(0, '.'); c()"
    return subprocess.run([sys.executable, "-c", code, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program with its contracts."""
    shutil.copytree(ROOT / "rsmms", tmp_path / "rsmms", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_rooms_import_one_way():
    """The contracts of pyproject.toml hold: layers, no ring, no site generator."""
    said = linted(ROOT)

    assert said.returncode == 0, said.stdout
    assert "3 kept, 0 broken" in said.stdout


@pytest.mark.parametrize("room", ["model", "joins", "pages"])
def test_an_upward_import_is_found(copy: Path, room: str):
    """A planted import that climbs breaks the contract, and is named."""
    (copy / "rsmms" / room / "planted.py").write_text(f'"""Planted."""\n\n{UPWARD}', encoding="utf-8")

    said = linted(copy)

    assert said.returncode == 1
    assert f"rsmms.{room}.planted -> rsmms.building.publish" in said.stdout


def test_a_ring_inside_a_room_is_found(copy: Path):
    """Two modules that import each other break the contract, although they stand on one floor."""
    for one, other in (("first", "second"), ("second", "first")):
        (copy / "rsmms" / "joins" / f"{one}.py").write_text(f'"""Planted."""\n\nfrom rsmms.joins import {other}  # noqa: F401\n', encoding="utf-8")

    said = linted(copy)

    assert said.returncode == 1
    assert "No ring BROKEN" in said.stdout


def test_a_new_room_has_to_be_named(copy: Path):
    """A folder that no contract names is told: nobody builds an extension unseen."""
    (copy / "rsmms" / "attic").mkdir()
    (copy / "rsmms" / "attic" / "__init__.py").write_text('"""Planted."""\n', encoding="utf-8")

    assert "rsmms.attic" in linted(copy).stdout


def test_the_hall_is_empty():
    """At most five files stand directly in the package."""
    assert len(list((ROOT / "rsmms").glob("*.py"))) <= 5


@pytest.mark.parametrize("room", ROOMS, ids=lambda p: p.name)
def test_a_room_says_what_enters_and_what_leaves(room: Path):
    """``__init__`` holds a docstring and nothing else, so that a start loads little."""
    tree = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))

    assert "leave" in (ast.get_docstring(tree) or "") or room.name in ("layout", "commands")
    assert len(tree.body) == 1
