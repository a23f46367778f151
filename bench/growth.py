"""Build cost by number of pages: ours cold, warm and after edits, and the same pages in other generators.

``python -m bench.growth [--sizes 200,800] [--rounds 3] [--only NAME]`` writes the part *growth* of ``bench/RESULTS.md``. Within a round every tool runs once,
one after the other; a figure is the median of the rounds. Ratios are only taken between figures of one size, which were measured in the same run.
Our builds make pages only (``RSMMS_PARTS=pages``): no sheets, packs or open data, which the others do not have.
"""

import argparse
import compileall
import functools
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from bench import content
from bench.growth_table import COLD, CONTACT, GUIDE, SAME, told
from bench.installed import CACHE, Missing
from bench.measure import DAY, Cost, Failed, median, run
from bench.peers import PEERS, Job, Peer
from bench.results import section, today

OURS = (COLD, SAME, GUIDE, CONTACT)
Runs = Mapping[str, tuple[int, Sequence[Cost]]]
"""By tool: pages it wrote, and the cost of each round."""
Done = tuple[str, int, Cost]
"""A tool, the pages it wrote, and what that cost."""


def edit_guide(root: Path, number: int) -> None:
    """A new sentence in one French guide."""
    path = root / "docs" / "fr" / "situations" / "guide-0001.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Cas numéro", f"Version {number}. Cas numéro", 1), encoding="utf-8")


def edit_contact(root: Path, number: int) -> None:
    """Another town in one contact."""
    path = next(p for p in sorted((root / "data" / "contacts").glob("*.yaml")) if p.stem != "INT" and "\n    city: " in p.read_text(encoding="utf-8"))
    head, key, rest = path.read_text(encoding="utf-8").partition("\n    city: ")
    path.write_text(f"{head}{key}Ville {number}\n{rest.partition(chr(10))[2]}", encoding="utf-8")


def build(root: Path, cache: Path) -> Cost:
    """Our build, as ``make site`` runs it, of pages only."""
    environment = {"RSMMS_CACHE": str(cache), "RSMMS_PARTS": "pages", "SOURCE_DATE_EPOCH": DAY}
    return run([sys.executable, "-m", "rsmms", "--root", root, "--lang", "en", "site"], root, environment)


def ours(root: Path, number: int) -> Iterator[Done]:
    """A round of ours: from an empty cache to edits."""
    cache, changes = root / ".cache", (lambda *_: None, lambda *_: None, edit_guide, edit_contact)
    shutil.rmtree(cache, ignore_errors=True)
    shutil.rmtree(root / "site", ignore_errors=True)
    for name, change in zip(OURS, changes, strict=True):
        change(root, number)
        cost = build(root, cache)
        yield name, html(root / "site"), cost


def html(folder: Path) -> int:
    """Pages in a built site."""
    return sum(1 for _ in folder.rglob("*.html"))


def measure(pages: int, rounds: int, only: str, say: Callable[[str], None]) -> Runs:
    """All tools on one size."""
    with tempfile.TemporaryDirectory(prefix="rsmms-bench-") as folder:
        aside, found = Path(folder), dict[str, tuple[int, list[Cost]]]()
        root = aside / "ours"
        content.write(root, pages)
        compileall.compile_dir(str(root / "rsmms"), quiet=1)
        run([sys.executable, "-m", "rsmms", "--root", root, "export", aside / "exported"], root)
        jobs = {p.name: laid for p in PEERS if only in p.name and (laid := _laid(p, aside, pages, say))}
        for number in range(rounds):
            for name, count, cost in _round(root, number, jobs, only, say):
                say(f"{pages} pages, round {number + 1}: {name}: {count} written, {cost.cpu:.1f} CPU s, {cost.wall:.1f} s, {cost.memory:.0f} MiB")
                found.setdefault(name, (count, []))[1].append(cost)
        return found


def _round(root: Path, number: int, jobs: Mapping[str, list[Job]], only: str, say: Callable[[str], None]) -> Iterator[Done]:
    """Every tool once; one that fails says so and the others go on."""
    mine = {"ours": functools.partial(ours, root, number)} if only in "ours" else {}
    runs = {name: functools.partial(_peer, name, laid) for name, laid in jobs.items()}
    for name, run_all in {**mine, **runs}.items():
        try:
            yield from run_all()
        except Failed as failed:
            say(f"{name}: could not be measured: {failed}")


def _laid(peer: Peer, aside: Path, pages: int, say: Callable[[str], None]) -> list[Job]:
    folder = aside / f"peer-{PEERS.index(peer)}"
    folder.mkdir()
    if pages > peer.largest:
        say(f"{peer.name}: not run on {pages} pages: its cost grows with their square")
        return []
    try:
        return peer.lay_out(aside / "exported", folder)
    except Missing as missing:
        say(f"{peer.name}: not installed: {missing}")
        return []


def _peer(name: str, jobs: Sequence[Job]) -> Iterator[Done]:
    total, count = Cost(0, 0, 0), 0
    for job in jobs:
        shutil.rmtree(job.out, ignore_errors=True)
        total += run(job.command, job.folder)
        count += html(job.out)
    yield name, count, total


def kept(size: int, runs: Runs, rounds: int) -> dict:
    """The medians of all sizes measured so far; this one is new."""
    file = CACHE / "growth.json"
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    known[str(size)] = {"rounds": rounds, "day": today(), "tools": {name: {"pages": count, **asdict(median(costs))} for name, (count, costs) in runs.items()}}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(known, indent=1), encoding="utf-8")
    return dict(sorted(known.items(), key=lambda item: int(item[0])))


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, content.SIZES)))
    parser.add_argument("--rounds", type=int, default=3, help="on sizes up to 800; larger ones run once")
    parser.add_argument("--only", default="", help="part of a tool's name; `ours` for us alone")
    arguments = parser.parse_args()
    reasons: list[str] = []
    for size in map(int, arguments.sizes.split(",")):
        rounds = arguments.rounds if size <= 800 else 1
        runs = measure(size, rounds, arguments.only, lambda line: (print(line, flush=True), reasons.append(line) if "not " in line else None))
        section("growth", told(kept(size, runs, rounds), reasons))


if __name__ == "__main__":
    main()
