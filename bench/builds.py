"""The whole real site, sheets and all: built with an empty cache, again, and after one edit; and each compared byte by byte.

``python -m bench.builds`` writes the part *builds* of ``bench/RESULTS.md``. The project is copied to a temporary folder. After the edits the
site is built once more with the cache off, and every file of both sites is compared.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from bench.measure import Cost, run
from bench.results import made_by, section, table

ROOT = Path(__file__).resolve().parent.parent
_LEFT = shutil.ignore_patterns(".*", "site", "site-*", "tests", "export", "__pycache__")
DAY = "1795996800"
"""The day of the builds, 30 November 2026: not before the days that the data name."""
EDITS = {
    "one contact changed": ("data/contacts/TGO.yaml", "acronym: CSTT", "acronym: CSTT-X"),
    "one sentence of a guide changed": ("docs/fr/situations/passeport.md", "Un employeur", "Votre employeur"),
}


def built(folder: Path, out: str = "site", python: str | Path = sys.executable, **around: str) -> Cost:
    """Build the site as ``make site`` does."""
    return run([python, "-m", "rsmms", "site", "--out", out], folder, {"SOURCE_DATE_EPOCH": DAY, **around})


def differing(one: Path, other: Path) -> list[str]:
    """Names of the files that differ."""
    names = {p.relative_to(site).as_posix() for site in (one, other) for p in site.rglob("*") if p.is_file()}
    return sorted(n for n in names if not (one / n).exists() or not (other / n).exists() or (one / n).read_bytes() != (other / n).read_bytes())


def measured(folder: Path) -> tuple[dict[str, Cost], list[str]]:
    """The cost of each build, and the files in which the last one differs from one made without a cache."""
    costs = {"empty cache": built(folder), "nothing changed": built(folder)}
    for name, (file, old, new) in EDITS.items():
        path = folder / file
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise SystemExit(f"{file}: “{old}” is not there any more; change EDITS")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        costs[name] = built(folder)
    costs["cache off"] = built(folder, "site-anew", RSMMS_CACHE="off")
    return costs, differing(folder / "site", folder / "site-anew")


def main() -> None:
    """Measure, compare, write."""
    with tempfile.TemporaryDirectory(prefix="bench-builds-") as aside:
        folder = Path(aside) / "project"
        shutil.copytree(ROOT, folder, ignore=_LEFT)
        costs, wrong = measured(folder)
        files = sum(p.is_file() for p in (folder / "site").rglob("*"))
    cold = costs["empty cache"].cpu
    rows = [[name, f"{c.cpu:.1f}", f"{c.cpu / cold:.2f}", f"{c.wall:.0f}", f"{c.memory:.0f}"] for name, c in costs.items()]
    text = f"""## The whole site, built again

{made_by("python -m bench.builds")} The machine may have been shared: CPU seconds and their ratio count (load at the end: {os.getloadavg()[0]:.0f}).

{table(["build", "CPU s", "of the first", "wall s", "MiB of the largest process"], rows)}

{files} files; {len(wrong)} of them differ between the site made from the cache after the edits and the one made without it.
"""
    section("builds", text)
    print(text)
    if wrong:
        raise SystemExit("\n".join(wrong[:20]))


if __name__ == "__main__":
    main()
