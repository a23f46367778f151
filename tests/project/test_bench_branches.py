"""What the measurement of branches says and requires: two shares, each against the target."""

from typing import Any

import pytest

from bench.branches import branch_rate, reached, told


def summary(branches: tuple[int, int], lines: tuple[int, int]) -> dict[str, Any]:
    """Covered and all branches and statements, as coverage.py counts them."""
    done, every = branches[0] + lines[0], branches[1] + lines[1]
    return {
        "covered_branches": branches[0], "num_branches": branches[1], "covered_lines": lines[0], "num_statements": lines[1],
        "percent_covered": 100 * done / every,
    }  # fmt: skip


@pytest.mark.parametrize(("branches", "lines", "enough"), [
    ((98, 100), (980, 1000), True), ((97, 100), (1000, 1000), False), ((100, 100), (900, 1000), False), ((0, 0), (98, 100), True),
])  # fmt: skip
def test_both_shares_are_required(branches: tuple[int, int], lines: tuple[int, int], enough: bool):
    """Many statements do not make up for branches that no test takes."""
    assert reached(summary(branches, lines)) == enough


def test_both_shares_are_told_and_the_one_that_is_missed_is_named():
    """A file whose branches are too few is listed though its statements are many, the worst first."""
    found = {
        "totals": summary((1987, 2068), (11267, 11418)),
        "files": {
            "rsmms/good.py": {"summary": summary((10, 10), (50, 50)), "missing_lines": [], "missing_branches": []},
            "rsmms/low.py": {"summary": summary((9, 10), (600, 600)), "missing_lines": [], "missing_branches": [[3, 5]]},
            "rsmms/worse.py": {"summary": summary((1, 2), (5, 6)), "missing_lines": [9], "missing_branches": [[8, -1]]},
        },
    }
    text = told(found, 0)

    assert "1,987 of 2,068 branches of `rsmms/`: 96.08 % (target ≥ 98 %, missed)" in text
    assert "with 11,267 of 11,418 statements together 98.28 % (target ≥ 98 %)" in text
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert rows == ["| `rsmms/worse.py` | 50.0 % | 75.0 % | 9 | 8→end |", "| `rsmms/low.py` | 90.0 % | 99.8 % | – | 3→5 |"]
    assert branch_rate(found["files"]["rsmms/good.py"]["summary"]) == 100
