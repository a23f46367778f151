"""Large generated projects, built cold, pages only: what a page costs and how much memory the largest process takes, from one go to slices.

``python -m bench.slices --sizes 2400,50000`` writes the part *slices* of ``bench/RESULTS.md``. A project of more than 5,000 files is built in slices.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from bench import content
from bench.growth import html
from bench.installed import CACHE
from bench.measure import DAY, run
from bench.results import made_by, section, table, today
from rsmms.building.up_to_date import is_large


def measured(size: int, folder: Path) -> dict:
    """One cold build."""
    root = folder / "project"
    content.write(root, size)
    around = {"RSMMS_CACHE": "off", "RSMMS_PARTS": "pages", "SOURCE_DATE_EPOCH": DAY}
    cost = run([sys.executable, "-m", "rsmms", "--root", root, "--lang", "en", "site"], root, around, limit=7200)
    searched = max(path.stat().st_size for path in (root / "site" / "donnees").glob("search-rest-*.json"))
    pages = html(root / "site")
    return {"pages": pages, "cpu": cost.cpu, "wall": cost.wall, "memory": cost.memory, "search": searched, "sliced": is_large(root), "day": today()}


def told(known: dict[str, dict]) -> str:
    """The table, and growth against the smallest size."""
    first = next(iter(known.values()))
    rows = [
        [f"{m['pages']:,}", "slices" if m["sliced"] else "one go", f"{m['cpu']:.0f}", f"{1000 * m['cpu'] / m['pages']:.1f}",
         f"{m['cpu'] / m['pages'] / (first['cpu'] / first['pages']):.2f}", f"{m['wall']:.0f}", f"{m['memory']:.0f}", f"{m['search'] / 1e6:.1f}", m["day"]]
        for m in known.values()
    ]  # fmt: skip
    heads = ["pages", "built in", "CPU s", "CPU ms a page", "a page, of the first", "wall s", "MiB of the largest process", "largest search file, MB", "day"]
    return f"""## Growth in slices

{made_by("python -m bench.slices --sizes " + ",".join(known))} Generated pages (`bench/content.py`), pages only, cache off.
Load at the end: {os.getloadavg()[0]:.0f}. Target: 50,000 pages within 1 GB in any process, and CPU a page ≤ 1.1 of the first size.

{table(heads, rows)}
"""


def main() -> None:
    """Measure and write; sizes measured before stay in the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="2400,50000")
    file = CACHE / "slices.json"
    for size in parser.parse_args().sizes.split(","):
        known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        with tempfile.TemporaryDirectory(prefix="bench-slices-") as folder:
            known[size] = measured(int(size), Path(folder))
        known = dict(sorted(known.items(), key=lambda item: int(item[0])))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(known), encoding="utf-8")
        section("slices", told(known))
        print(told(known), flush=True)


if __name__ == "__main__":
    main()
