"""The same bytes whatever the Python: the tiny site of the tests and a generated project, built by every Python here and compared file by file.

``python -m bench.versions [--pages 200]`` writes the part *versions* of ``bench/RESULTS.md`` and ends with 1 if a file differs. Pythons (3.11 and later,
one of each minor version) are those on ``PATH``, after those that ``PYTHONS`` names; each gets an environment with the packages of
``requirements.lock``, checked by their hashes. The cache is off and the day is fixed.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import content
from bench.builds import built, differing
from bench.content import ROOT
from bench.installed import Missing, locked
from bench.measure import Cost, Failed
from bench.results import made_by, section, table

sys.path.insert(0, str(ROOT / "tests"))  # the tiny site is that of the tests
OLDEST = (3, 11)
_NAME = re.compile(r"python3\.\d+")
_ASK = "import sys; print(*sys.version_info[:3], sep='.')"


@dataclass(frozen=True)
class Compared:
    """One project, built by several Pythons."""

    name: str
    files: int
    size: int
    """Bytes of all files."""
    costs: Mapping[str, Cost]
    wrong: Mapping[str, list[str]]
    """By version: files that are not as the first version made them."""


def pythons() -> dict[str, Path]:
    """By version, oldest first: one Python of each minor version that runs."""
    found: dict[tuple[int, ...], tuple[str, Path]] = {}
    for path in candidates():
        version = asked(path)
        numbers = tuple(map(int, version.split("."))) if version else ()
        if numbers >= OLDEST:
            found.setdefault(numbers[:2], (version, path))
    return dict(found[minor] for minor in sorted(found))


def candidates() -> Iterator[Path]:
    """What ``PYTHONS`` names (between colons or blanks), the running one, then what ``PATH`` holds."""
    yield from map(Path, os.environ.get("PYTHONS", "").replace(os.pathsep, " ").split())
    yield Path(sys.executable)
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if folder and Path(folder).is_dir():
            yield from sorted(path for path in Path(folder).iterdir() if _NAME.fullmatch(path.name))


def asked(path: Path) -> str:
    """Its version; empty if it does not run."""
    try:
        done = subprocess.run([path, "-c", _ASK], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 and re.fullmatch(r"\d+(\.\d+)+", done.stdout.strip()) else ""


def tiny(root: Path) -> None:
    """The tiny site of the tests with an empty country and a fourth language; no font is there yet."""
    from tiny_sites import ARABIC, EMPTY_COUNTRY, buildable

    buildable(root, {"data/country_profiles/BEN.yaml": EMPTY_COUNTRY}, more_languages=ARABIC)
    shutil.rmtree(root / ".cache", ignore_errors=True)


def compared(name: str, lay_out: Callable[[Path], object], made: Mapping[str, Path], aside: Path) -> Compared:
    """Build one project by all Pythons, each into a folder of its own."""
    root = aside / "project"
    lay_out(root)
    costs, outs = dict[str, Cost](), dict[str, Path]()
    for version, python in made.items():
        outs[version] = aside / f"site-{version}"
        costs[version] = built(root, str(outs[version]), python, RSMMS_CACHE="off", PYTHONPATH="", PYTHONDONTWRITEBYTECODE="1")
        print(f"{name}, Python {version}: {costs[version].cpu:.1f} CPU s", flush=True)
    first = next(iter(outs.values()))
    sizes = [path.stat().st_size for path in first.rglob("*") if path.is_file()]
    return Compared(name, len(sizes), sum(sizes), costs, {version: differing(first, out) for version, out in outs.items()})


def told(found: list[Compared], left: Mapping[str, str]) -> str:
    """The part of the results."""
    rows = [
        [one.name, version, f"{one.files:,}", f"{one.size / 1e6:.1f}", f"{cost.cpu:.1f}", str(len(one.wrong[version])) if number else "the first"]
        for one in found for number, (version, cost) in enumerate(one.costs.items())
    ]  # fmt: skip
    heads = ["project", "Python", "files", "MB", "CPU s", "files that differ"]
    wrong = [f"- {one.name}, {version}: " + ", ".join(f"`{n}`" for n in names[:10]) for one in found for version, names in one.wrong.items() if names]
    notes = [f"- Python {version}: not built: {why}" for version, why in left.items()]
    text = "Cache off, the day fixed, the packages of `requirements.lock` in every environment; every byte of every file is compared."
    return f"## The same bytes on several Pythons\n\n{made_by('python -m bench.versions')} {text}\n\n{table(heads, rows)}\n\n" + "\n".join([*wrong, *notes])


def environments() -> tuple[dict[str, Path], dict[str, str]]:
    """By version: the Python of an environment with the locked packages; and why there is none."""
    made, left = dict[str, Path](), dict[str, str]()
    for version, python in pythons().items():
        try:
            made[version] = locked(python, version) / "python"
        except Missing as missing:
            left[version] = str(missing)
    return made, left


def all_compared(made: Mapping[str, Path], pages: int) -> Iterator[Compared]:
    """The tiny site and the generated one."""
    projects = {"the tiny site of the tests": tiny, f"a generated project of about {pages} pages": lambda root: content.write(root, pages)}
    for name, lay_out in projects.items():
        with tempfile.TemporaryDirectory(prefix="rsmms-versions-") as aside:
            yield compared(name, lay_out, made, Path(aside))


def main() -> int:
    """Build, compare, write; 1 if a file differs, or if there is nothing to compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    arguments = parser.parse_args()
    made, left = environments()
    if len(made) < 2:
        print(f"versions: only {list(made)}; name others in PYTHONS. {left or ''}", file=sys.stderr)
        return 1
    try:
        found = list(all_compared(made, arguments.pages))
    except Failed as failed:
        print(f"versions: {failed}", file=sys.stderr)
        return 1
    text = told(found, left)
    print(text)
    section("versions", text)
    return int(any(names for one in found for names in one.wrong.values()))


if __name__ == "__main__":
    sys.exit(main())
