"""An earlier commit and this one, side by side: what checking, compressing and building cost.

``python -m bench.against [--base COMMIT] [row …]`` writes the part *against* of ``bench/RESULTS.md``. Each tree is laid out in a temporary folder,
this one as it stands and the other as git keeps it; each builds and checks its own data, and both compress the same files, a part of the
site that ``make site`` left. Rows: check, compress, site.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import brotli

from bench.builds import DAY, EDITS
from bench.measure import Cost, run
from bench.results import made_by, section, table

ROOT = Path(__file__).resolve().parent.parent
BASE = "d6d1553"
EACH = 8
"""One file in so many of the site is compressed."""
_LEFT = shutil.ignore_patterns(".*", "site", "site-*", "tests", "export", "__pycache__")
NOTES = """\
Missed, and what was tried:

- `check` with one file changed: the data and texts have grown from 2.6 to 3.7 MB and the rules with them, so that a whole check costs
  nearly twice as much as then; with parsed files kept it takes about 0.6 of today's whole check. What is left:
  loading models and their schemas, reading what was kept, validating 2,300 things, rules between files.
- `compress`, first time: brotli's level 10 alone takes 0.37 to 0.42 of level 11; windows as small as the files change nothing. After one edit, two files are
  written beside each page, and making files is most of what is left.
"""
Rows = Iterator[tuple[str, Cost, Cost, float]]
"""What was done, with the earlier code, with this one, and the share that it may cost."""


def earlier(commit: str, folder: Path) -> Path:
    """The tree of a commit."""
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")
    return folder


def rsmms(tree: Path, *words: str | Path) -> Cost:
    """A command of a tree's own code."""
    return run([sys.executable, "-m", "rsmms", *words], tree, {"SOURCE_DATE_EPOCH": DAY})


def edit(tree: Path) -> None:
    """One contact is another one, each time."""
    file, old, new = EDITS["one contact changed"]
    path = tree / file
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise SystemExit(f"{file}: “{old}” is not there any more; change EDITS")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def checked(old: Path, new: Path) -> Rows:
    """Checking: for the first time, again, and with one file changed."""
    first = rsmms(old, "check"), rsmms(new, "check")
    yield "`check`, first time", *first, 1
    yield "`check`, nothing changed", rsmms(old, "check"), rsmms(new, "check"), 0.1
    edit(old)
    edit(new)
    yield "`check`, one file changed", rsmms(old, "check"), rsmms(new, "check"), 0.35


def sample(site: Path, folder: Path) -> Path:
    """A part of a site that is known as one."""
    names = sorted(p.relative_to(site) for p in site.rglob("*") if p.is_file() and p.suffix not in (".br", ".gz"))
    for name in (*names[::EACH], Path("donnees/catalog.json")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, folder / name)
    return folder


def compressed(old: Path, new: Path) -> Rows:
    """Compressing the same files: for the first time, and after one of them has changed."""
    folders = {tree: tree / "site" for tree in (old, new)}
    for folder in folders.values():
        sample(Path(os.environ.get("BUILT_SITE") or ROOT / "site"), folder)
    yield "`compress`, first time", rsmms(old, "compress"), rsmms(new, "compress"), 0.4
    sizes = [sum(p.stat().st_size for p in folder.rglob("*.br")) for folder in folders.values()]
    wrong = [p for p in folders[new].rglob("*.br") if brotli.decompress(p.read_bytes()) != p.with_suffix("").read_bytes()]
    print(f"brotli files: {sizes[0]} bytes, then {sizes[1]} ({sizes[1] / sizes[0] - 1:+.1%}); {len(wrong)} of them do not hold their file")
    for folder in folders.values():
        page = next(iter(sorted(folder.rglob("index.html"))))
        page.write_text(page.read_text(encoding="utf-8") + "<!-- edited -->", encoding="utf-8")
    yield "`compress`, after one edit", rsmms(old, "compress"), rsmms(new, "compress"), 0.05
    for folder in folders.values():
        shutil.rmtree(folder)


def built(old: Path, new: Path) -> Rows:
    """Building the whole site: for the first time, and after one contact has changed, which is compared with the first time."""
    cold = [rsmms(tree, "site") for tree in (old, new)]
    sheets = [sum(1 for p in (tree / "site" / "fiches").iterdir() if p.suffix in (".pdf", ".png")) for tree in (old, new)]
    print(f"sheets: {sheets[0]}, then {sheets[1]}; files: {', '.join(str(sum(p.is_file() for p in (t / 'site').rglob('*'))) for t in (old, new))}")
    yield "whole site, empty cache", *cold, 1
    edit(old)
    edit(new)
    yield "whole site, one contact changed", rsmms(old, "site"), rsmms(new, "site"), 1
    yield "the same, against this code’s first time", cold[1], rsmms_again(new), 0.05


def rsmms_again(new: Path) -> Cost:
    """One more contact changed."""
    edit(new)
    return rsmms(new, "site")


ROWS: dict[str, Callable[[Path, Path], Rows]] = {"check": checked, "compress": compressed, "site": built}


def main() -> None:
    """Measure and write."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--base", default=BASE)
    asked.add_argument("rows", nargs="*", choices=[*ROWS, list(ROWS)], default=list(ROWS))
    chosen = asked.parse_args()
    lines = []
    with tempfile.TemporaryDirectory(prefix="bench-against-") as aside:
        old, new = earlier(chosen.base, Path(aside) / "old"), Path(aside) / "new"
        shutil.copytree(ROOT, new, ignore=_LEFT)
        for row in chosen.rows:
            for name, before, now, target in ROWS[row](old, new):
                share = now.cpu / before.cpu
                verdict = "" if target == 1 else f"≤ {target}" + ("" if share <= target else ", missed")
                lines.append([name, f"{before.cpu:.2f}", f"{now.cpu:.2f}", f"{share:.2f}", verdict])
                print(lines[-1], flush=True)
    section("against", f"""## This code against {chosen.base}

{made_by("python -m bench.against")} CPU seconds of all processes; each tree with its own data, which has grown since; the machine was shared with other work.

{table(["what", "CPU s before", "CPU s now", "share", "target"], lines)}

{NOTES}""")


if __name__ == "__main__":
    main()
