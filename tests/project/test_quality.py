"""Style and types, so that they stay as they are: every rule of ruff but those with a reason, and mypy in strict mode."""

import subprocess
import sys
import tomllib
from itertools import pairwise

from helpers import ROOT

CONFIG = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def told(*command: str) -> str:
    """What a checker says about the whole project; the last line if it is content."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else done.stdout.strip().splitlines()[-1]


def test_ruff_finds_nothing():
    """Over the domain, hooks, tests and measurements."""
    assert told("ruff", "check", "--no-cache", "--output-format", "concise", ".") == "All checks passed!"


def test_mypy_finds_nothing():
    """Strict, over the whole domain and the hooks; six seconds of one core without its cache, one with it."""
    assert told("mypy", "--cache-dir", str(ROOT / ".cache" / "mypy")).startswith("Success: no issues found")


def test_all_rules_are_on_and_each_exception_has_its_reason():
    """A rule that is switched off for the whole project, or for a folder, is followed by a comment on its line or stands under one."""
    lint = tomllib.loads(CONFIG)["tool"]["ruff"]["lint"]
    lines = CONFIG.partition("[tool.ruff.lint]")[2].partition("[tool.mypy]")[0].splitlines()
    bare = [here for above, here in pairwise(lines) if here.lstrip().startswith('"') and "#" not in here + above]

    assert lint["select"] == ["ALL"]
    assert tomllib.loads(CONFIG)["tool"]["mypy"]["strict"] is True
    assert bare == []


def test_the_checkers_would_find_a_fault(tmp_path):
    """An unused import and a wrong type in a file are found with the same settings."""
    faulty = tmp_path / "faulty.py"
    faulty.write_text('"""A module."""\n\nimport os\n\n\ndef one() -> int:\n    """One."""\n    return "1"\n', encoding="utf-8")
    config = str(ROOT / "pyproject.toml")

    assert "F401" in told("ruff", "check", "--no-cache", "--config", config, str(faulty))
    assert "Incompatible return value type" in told("mypy", "--config-file", config, "--cache-dir", str(tmp_path / "cache"), str(faulty))
