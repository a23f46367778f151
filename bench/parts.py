"""The whole real site in one go, and in parts as machines that share the work build it: the cost of each, and whether the bytes are the same.

``python -m bench.parts`` writes the part *parts* of ``bench/RESULTS.md``. Every job runs with an empty cache of its own, as ``parts.yml`` runs it.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.builds import _LEFT, ROOT, differing
from bench.measure import DAY, Cost, run
from bench.results import made_by, section, table

LANGUAGES = ("fr", "en", "ee")


def job(folder: Path, *command: str, **around: str) -> Cost:
    """A command of ours on a machine that has kept nothing."""
    with tempfile.TemporaryDirectory() as cache:
        day = {"SOURCE_DATE_EPOCH": DAY, "RSMMS_CACHE": cache}
        return run([sys.executable, "-m", "rsmms", *command], folder, day | around)


def measured(folder: Path) -> Mapping[str, Cost]:
    """Each job once: the whole, the three parts in two steps, and putting them together."""
    costs = {"the whole": job(folder, "site")}
    for language in LANGUAGES:
        costs[f"prepare {language}"] = job(folder, "prepare", language, "--out", f"prepared/{language}")
    for language in LANGUAGES:
        costs[f"lay out {language}"] = job(folder, "site", "--out", f"parts/{language}", RSMMS_PREPARED="prepared", RSMMS_LANGUAGES=language)
    costs["merge"] = job(folder, "merge", *(f"parts/{language}" for language in LANGUAGES), "--out", "merged")
    return costs


def told(costs: Mapping[str, Cost], wrong: int, files: int) -> str:
    """The table and the ratios."""
    whole = costs["the whole"]
    parts = {language: costs[f"prepare {language}"] + costs[f"lay out {language}"] for language in LANGUAGES}
    rows = [[name, f"{c.cpu:.1f}", f"{c.cpu / whole.cpu:.2f}", f"{c.memory:.0f}", f"{c.memory / whole.memory:.2f}"] for name, c in costs.items()]
    dearest, largest = max(p.cpu for p in parts.values()) / whole.cpu, max(p.memory for p in parts.values()) / whole.memory
    everything = sum(c.cpu for name, c in costs.items() if name != "the whole") / whole.cpu
    return f"""## The whole site in parts

{made_by("python -m bench.parts")} CPU of all processes, memory of the largest process; load at the end: {os.getloadavg()[0]:.0f}.

{table(["job", "CPU s", "of the whole", "MiB", "of the whole"], rows)}

The dearest part of three (both steps): CPU {dearest:.2f} of the whole (target ≤ 0.45), memory {largest:.2f} (target ≤ 0.5).
All parts and the merge: {everything:.2f} of the whole (target ≤ 1.3). {files} files; {wrong} differ between the merged site and the whole one.
"""


def main() -> None:
    """Measure, compare, write."""
    with tempfile.TemporaryDirectory(prefix="bench-parts-") as aside:
        folder = Path(aside) / "project"
        shutil.copytree(ROOT, folder, ignore=_LEFT)
        costs = measured(folder)
        wrong, files = differing(folder / "site", folder / "merged"), sum(p.is_file() for p in (folder / "merged").rglob("*"))
    text = told(costs, len(wrong), files)
    section("parts", text)
    print(text)
    if wrong:
        raise SystemExit("\n".join(wrong[:20]))


if __name__ == "__main__":
    main()
