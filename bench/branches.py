"""Branch coverage of the domain (``rsmms/``) by its own tests and those that build tiny sites; tests of the whole site and of a browser do not count.

``python -m bench.branches`` writes the part *branches* of ``bench/RESULTS.md`` and lists the files below the target with their open branches.
Two shares are told, and both are required: branches by themselves, and branches and statements together.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.installed import Missing, borrowing
from bench.results import made_by, section, table

ROOT = Path(__file__).resolve().parent.parent
TARGET = 98
"""Per cent: of branches by themselves, and of branches and statements together."""
SETTINGS = """\
[run]
branch = true
source = rsmms
parallel = true
relative_files = true
data_file = {data}
concurrency = multiprocessing,thread
patch = subprocess
"""
"""Builds of tiny sites run in processes of their own, which count too."""
LEFT = shutil.ignore_patterns(".git", ".venv", ".cache", ".build", ".*_cache", ".hypothesis", "__pycache__", "node_modules", "site", "site-*")
"""What builds and tools leave in the project; the tests run on a copy, so that nobody's work in it disturbs them."""


def measured(work: Path) -> tuple[dict[str, Any], int]:
    """What coverage.py counted, and the exit code of the tests."""
    python = borrowing("coverage") / "python"
    root = work / "project"
    shutil.copytree(ROOT, root, ignore=LEFT, symlinks=True)
    (work / "settings").write_text(SETTINGS.format(data=work / "data"), encoding="utf-8")
    run = [python, "-m", "coverage", "run", f"--rcfile={work / 'settings'}"]
    tests = ["-m", "pytest", "-p", "bench.unit_only", "-p", "no:cacheprovider", "tests"]
    code = subprocess.run([*run, *tests], cwd=root, env=_environment(root), check=False).returncode
    for command in (["combine"], ["json", "-o", work / "found.json"]):
        subprocess.run([python, "-m", "coverage", *command, f"--rcfile={work / 'settings'}"], cwd=root, check=True, capture_output=True)
    return json.loads((work / "found.json").read_text(encoding="utf-8")), code


def _environment(root: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": f"{root}:{root / 'tests'}"}


def rate(summary: Mapping[str, int]) -> float:
    """Share of branches and statements together, as coverage.py counts with ``--branch``."""
    return float(summary["percent_covered"])


def branch_rate(summary: Mapping[str, int]) -> float:
    """Share of branches by themselves; a file without any has nothing open."""
    return 100 * summary["covered_branches"] / summary["num_branches"] if summary["num_branches"] else 100.0


def reached(totals: Mapping[str, int]) -> bool:
    """True if both shares are as high as they should be."""
    return min(branch_rate(totals), rate(totals)) >= TARGET


def told(found: Mapping[str, Any], code: int) -> str:
    """The part of the results: both shares, and each file in which one of them is below the target."""
    shares = sorted((branch_rate(f["summary"]), rate(f["summary"]), name) for name, f in found["files"].items())
    low = [(branches, both, name, found["files"][name]) for branches, both, name in shares if min(branches, both) < TARGET]
    rows = [[f"`{n}`", f"{b:.1f} %", f"{r:.1f} %", ", ".join(map(str, f["missing_lines"])) or "–", _open(f)] for b, r, n, f in low]
    totals = found["totals"]
    text = (
        f"{totals['covered_branches']:,} of {totals['num_branches']:,} branches of `rsmms/`: {branch_rate(totals):.2f} % {_judged(branch_rate(totals))}; with "
        f"{totals['covered_lines']:,} of {totals['num_statements']:,} statements together {rate(totals):.2f} % {_judged(rate(totals))}; by the tests that need "
        "no built site."
    )
    text += f" The tests ended with {code}." if code else ""
    heads = ["file", "branches", "together", "lines never run", "ways never taken"]
    return f"## Branch coverage\n\n{made_by('python -m bench.branches')} {text}\n\n" + table(heads, rows)


def _judged(share: float) -> str:
    return f"(target ≥ {TARGET} %{'' if share >= TARGET else ', missed'})"


def _open(file: Mapping[str, Any]) -> str:
    return ", ".join(f"{a}→{'end' if b < 0 else b}" for a, b in file["missing_branches"]) or "–"


def main() -> int:
    """Measure and write; 1 if one of the shares is below the target."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory(prefix="rsmms-branches-") as folder:
        try:
            found, code = measured(Path(folder))
        except Missing as missing:
            print(f"branches: {missing}", file=sys.stderr)
            return 1
    text = told(found, code)
    print(text)
    section("branches", text)
    return int(code != 0 or not reached(found["totals"]))


if __name__ == "__main__":
    sys.exit(main())
