"""Mutation score: small faults are planted one by one in the modules that lives may hang on, and the tests must notice them.

``python -m bench.mutation [--module rsmms/language/fold.py]`` writes the part *mutation* of ``bench/RESULTS.md``. mutmut runs on a copy of the project in a
temporary folder, in an environment of its own that borrows the packages of the project's.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.installed import Missing, borrowing
from bench.results import made_by, section, table
from bench.serve import copied

MODULES: dict[str, tuple[str, ...]] = {
    "rsmms/language/fold.py": ("tests/language/test_fold.py",),
    "rsmms/language/fingerprints.py": ("tests/language/test_fingerprint_words.py", "tests/language/test_fingerprint.py"),
    "rsmms/model/freshness.py": ("tests/model/test_freshness.py",),
    "rsmms/joins/help_desks.py": ("tests/joins/test_help_desks.py",),
    "rsmms/pages/situations.py": ("tests/joins/test_join_tiny.py", "tests/joins/test_join_lists.py"),
}
"""What is mutated, and the tests that must notice."""
TARGET = 85
NOTICED = ("killed", "timeout", "segfault", "caught by type check")
COPIED = ("data", "docs", "hooks", "theme", "sheets", "pictures", "mkdocs.yml", "rsmms")


def laid_out(root: Path, modules: Sequence[str]) -> None:
    """A copy of the project, told what to mutate."""
    copied(root, "tests")
    tests = dict.fromkeys(test for module in modules for test in MODULES[module])
    settings = {
        "source_paths": ["rsmms"], "only_mutate": modules, "also_copy": COPIED, "pytest_add_cli_args_test_selection": tests,
        "use_git_change_detection": ["false"], "pytest_add_cli_args": ["-p", "no:cacheprovider", "-x", "--tb=no", "--assert=plain"],
    }  # fmt: skip
    lines = [f"{key} =\n" + "".join(f"    {value}\n" for value in values) if len(values) > 1 else f"{key} = {values[0]}\n" for key, values in
             ((key, list(values)) for key, values in settings.items())]  # fmt: skip
    (root / "setup.cfg").write_text("[mutmut]\n" + "".join(lines), encoding="utf-8")


def mutated(root: Path) -> dict[str, dict[str, str]]:
    """Run all; the outcome of each mutant by module."""
    binaries = borrowing("mutmut")
    done = subprocess.run([binaries / "mutmut", "run"], cwd=root, capture_output=True, text=True, check=False)
    (root / "mutmut.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    found: dict[str, dict[str, str]] = {}
    listed = subprocess.run([binaries / "mutmut", "results", "--all", "true"], cwd=root, capture_output=True, text=True, check=False).stdout
    for line in listed.splitlines():
        name, _, outcome = line.strip().partition(": ")
        module = next((m for m in MODULES if name.startswith(m.removesuffix(".py").replace("/", ".") + ".")), "")
        if module:
            found.setdefault(module, {})[name] = outcome
    if not found:
        raise Missing("mutmut: " + (done.stdout + done.stderr)[-2000:])
    return found


def score(outcomes: Mapping[str, str]) -> float:
    """Share of the mutants that a test noticed, in per cent."""
    return 100 * sum(outcome in NOTICED for outcome in outcomes.values()) / len(outcomes)


def told(found: Mapping[str, Mapping[str, str]]) -> str:
    """The part of the results."""
    rows = []
    for module, outcomes in found.items():
        counts = Counter("noticed" if o in NOTICED else o for o in outcomes.values())
        rows.append([f"`{module}`", str(len(outcomes)), str(counts["noticed"]), str(len(outcomes) - counts["noticed"]), f"{score(outcomes):.1f} %"])
    together = {name: o for outcomes in found.values() for name, o in outcomes.items()}
    rows.append(["together", str(len(together)), "", "", f"{score(together):.1f} %"])
    left = ", ".join(f"`{name.removeprefix('rsmms.')}`" for name, o in together.items() if o not in NOTICED)
    text = f"mutmut on the modules below with their own tests; target ≥ {TARGET} %.\n\n{table(['module', 'mutants', 'noticed', 'left', 'score'], rows)}"
    return f"## Mutation score\n\n{made_by('python -m bench.mutation')} {text}" + (f"\n\nLeft: {left}." if left else "")


def main() -> int:
    """Measure and write; 1 below the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--module", choices=tuple(MODULES), action="append", help="only this one; nothing is written")
    parser.add_argument("--keep", type=Path, help="keep the copy and its mutants in this new folder")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rsmms-mutation-") as folder:
        root = arguments.keep or Path(folder) / "project"
        laid_out(root, arguments.module or list(MODULES))
        try:
            found = mutated(root)
        except Missing as missing:
            print(f"mutation: {missing}", file=sys.stderr)
            return 1
    text = told(found)
    print(text)
    print(json.dumps({module: score(outcomes) for module, outcomes in found.items()}))
    if not arguments.module:
        section("mutation", text)
    return 0 if all(score(outcomes) >= TARGET for outcomes in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
