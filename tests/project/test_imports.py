"""The shape of the program: the domain knows no site generator, hooks are thin, everything is documented and typed."""

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from helpers import ROOT
from rsmms.commands.cli import MODULES

DOMAIN = sorted((ROOT / "rsmms").rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").rglob("*.py"))
FORBIDDEN = {"mkdocs", "material", "jinja2", "mkdocs_static_i18n", "properdocs", "zensical", "hooks"}
"""What the domain may not import: another engine must be able to take over."""


def imported(path: Path) -> set[str]:
    """First names of everything a file imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." if node.level else (node.module or "").split(".")[0])
    return found


def short(path: Path) -> str:
    """Name of a file for the report."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOMAIN, ids=short)
def test_the_domain_imports_no_site_generator(path: Path):
    """Neither MkDocs nor Jinja, and nothing relative or from the hooks."""
    assert imported(path) & (FORBIDDEN | {"."}) == set()


def test_loading_the_domain_loads_no_site_generator():
    """Also not through another library."""
    assert loaded(FORBIDDEN, "rsmms.building.build", "rsmms.building.preview", *MODULES) == "[]\n"


def test_starting_a_build_loads_little():
    """When nothing has changed, a build ends before models, dates and printers are loaded."""
    heavy = {"pydantic", "babel", "phonenumbers", "markdown", "typst", "fontTools", "pikepdf"}

    assert loaded(heavy, "rsmms.commands.cli", "rsmms.commands.build") == "[]\n"
    assert "pydantic" in loaded(heavy, "rsmms.building.build")
    assert loaded({"typst", "fontTools", "pikepdf"}, "rsmms.building.build") == "[]\n"


def loaded(looked_for: Iterable[str], *modules: str) -> str:
    """Which of some packages are there after modules have been imported."""
    code = f"import sys, {', '.join(modules)}; print(sorted(set(sys.modules) & set(sys.argv[1].split())))"
    return subprocess.run([sys.executable, "-c", code, " ".join(looked_for)], cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("path", HOOKS, ids=short)
def test_hooks_are_thin(path: Path):
    """Under 150 lines each, small functions, nothing but calls of the domain."""
    text = path.read_text(encoding="utf-8")
    longest = max((n.end_lineno - n.lineno + 1 for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)), default=0)

    assert len(text.splitlines()) < 150
    assert longest <= 25


def test_hooks_could_be_found_guilty():
    """The hooks do import MkDocs: the rule above would see it in the domain."""
    assert "mkdocs" in {name for path in HOOKS for name in imported(path)}


def defined(path: Path) -> list[ast.FunctionDef | ast.ClassDef]:
    """Public functions, classes and methods of a file (functions inside functions apart)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    found += [m for c in tree.body if isinstance(c, ast.ClassDef) for m in c.body if isinstance(m, ast.FunctionDef) and not c.name.startswith("_")]
    return [n for n in found if not n.name.startswith("_")]


@pytest.mark.parametrize("path", DOMAIN, ids=short)
def test_everything_public_is_documented_and_typed(path: Path):
    """A sentence for each, and what comes back."""
    undocumented = [n.name for n in defined(path) if not ast.get_docstring(n)]
    untyped = [n.name for n in defined(path) if isinstance(n, ast.FunctionDef) and n.returns is None]

    assert (undocumented, untyped) == ([], [])


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=short)
def test_every_test_says_in_a_sentence_what_it_holds(path: Path):
    """Tests are documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tests = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]

    assert [n.name for n in tests if not ast.get_docstring(n)] == []
    assert len({n.name for n in tests}) == len(tests)


def test_no_test_imports_a_mock():
    """Real files, real models."""
    assert [short(p) for p in (ROOT / "tests").rglob("*.py") if imported(p) & {"mock", "pytest_mock", "unittest"}] == []
