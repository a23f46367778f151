"""Coverage-guided fuzzing: Atheris searches for one YAML or Markdown file that breaks reading, checking or the pages made from it.

``python -m bench.fuzz [--seconds 120]`` writes the part *fuzz* of ``bench/RESULTS.md`` and ends with 1 if something was found: an exception, more than
5 seconds, a script or style in a page, a link that nobody wrote. The inputs found, with their tracebacks, are in ``.cache/bench/fuzz/found``; the next
run tries them first and drops those that have been mended. What opened new ways is kept beside them, and later runs start from there.
"""

import argparse
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.content import ROOT
from bench.installed import CACHE, Missing, borrowing
from bench.measure import NICE
from bench.results import made_by, section

sys.path.insert(0, str(ROOT / "tests"))  # the judge is the arena of the tests
FOLDER = CACHE / "fuzz"
PATIENCE = 180
"""Seconds after its time in which the search may end by itself."""
_STATE = re.compile(r"#\d+\s+(INITED|NEW|REDUCE|pulse|DONE).*? cov: (\d+) ")


@dataclass(frozen=True)
class Searched:
    """What a search did."""

    seconds: int
    tried: int = 0
    made: int = 0
    """Inputs from which all pages were made."""
    codes: int = 0
    """Kinds of messages that editors would have got."""
    seeds: int = 0
    kept: int = 0
    """Inputs that earlier searches kept because they took new ways."""
    first: int = 0
    """Ways through the program that both take."""
    last: int = 0
    """Ways taken at the end."""
    found: tuple[str, ...] = field(default=())


def searched(seconds: int, seed: int) -> Searched:
    """Run Atheris; what its process says last tells how far it came."""
    from bench.fuzz_seeds import seeds, words

    kept = fresh()
    with tempfile.TemporaryDirectory(prefix="rsmms-fuzz-") as aside:
        count = seeds(Path(aside))
        log = _run(seconds, seed, Path(aside), words(FOLDER / "words.dict"))
    if not (FOLDER / "counts.json").exists():
        raise Missing("Atheris did not start: " + log[-1500:])
    counts = json.loads((FOLDER / "counts.json").read_text(encoding="utf-8"))
    ways = [(state, int(number)) for state, number in _STATE.findall(log)]
    first = next((number for state, number in ways if state == "INITED"), 0)
    last = ways[-1][1] if ways else 0
    return Searched(seconds, counts["tried"], counts["made"], len(counts["told"]), count, kept, first, last, found())


def fresh() -> int:
    """What earlier searches found is tried again with what they kept; nothing else of them is left. How many inputs that makes."""
    for name in ("found", "corpus"):
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
    for file in (FOLDER / "found").iterdir():
        if file.suffix == ".txt":
            file.unlink()
        else:
            file.rename(FOLDER / "corpus" / file.name)
    for name in ("counts.json", "current"):
        (FOLDER / name).unlink(missing_ok=True)
    return sum(1 for _ in (FOLDER / "corpus").iterdir())


def found() -> tuple[str, ...]:
    """The names of the inputs found."""
    return tuple(sorted(path.name for path in (FOLDER / "found").iterdir() if path.suffix != ".txt"))


def _run(seconds: int, seed: int, given: Path, dictionary: Path) -> str:
    """The words of Atheris. A process that dies or never ends leaves the input it was at as a find."""
    from bench.fuzz_seeds import LONGEST

    options = {
        "max_total_time": seconds, "seed": seed, "max_len": LONGEST, "mutate_depth": 1, "timeout": 0, "rss_limit_mb": 3000, "dict": dictionary,
        "artifact_prefix": FOLDER / "died-",
    }  # fmt: skip
    python = borrowing("atheris") / "python"
    code = _ended([python, "-m", "bench.fuzz_run", FOLDER, *(f"-{name}={value}" for name, value in options.items()), FOLDER / "corpus", given], seconds)
    said = (FOLDER / "log").read_text(encoding="utf-8", errors="replace")
    if code and (FOLDER / "current").exists():
        shutil.copy(FOLDER / "current", FOLDER / "found" / f"died-{abs(code)}")
        (FOLDER / "found" / f"died-{abs(code)}.txt").write_text(said[-5000:], encoding="utf-8")
    return said


def _ended(command: Sequence[object], seconds: int) -> int:
    """How a command ended, that writes into the log; one that never ends is killed."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    with (FOLDER / "log").open("wb") as log:
        child = subprocess.Popen(["nice", "-n", str(NICE), *map(str, command)], cwd=ROOT, stdout=log, stderr=log, env=environment)
        try:
            return child.wait(seconds + PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            return child.wait()


def told(done: Searched) -> str:
    """The part of the results."""
    text = (
        f"Atheris for {done.seconds} s, from {done.seeds} files of the project and {done.kept} that earlier searches kept: {done.tried:,} damaged files "
        f"read and checked, {done.made:,} of them made into pages, {done.codes} kinds of messages told. Ways through what reads and checks: "
        f"{done.first:,} at the start, {done.last:,} at the end ({done.last - done.first:+,}). Finds (an exception, more than 5 s, a script or style in a "
        "page, a link that nobody wrote): "
    )
    names = ", ".join(f"`{name}`" for name in done.found) or "none"
    return f"## Coverage-guided fuzzing\n\n{made_by('python -m bench.fuzz')} {text}{names}."


def main() -> int:
    """Search and write; 1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**31), help="of the chances of Atheris; another one each time")
    arguments = parser.parse_args()
    try:
        done = searched(arguments.seconds, arguments.seed)
    except Missing as missing:
        print(f"fuzz: {missing}", file=sys.stderr)
        return 1
    text = told(done)
    print(text)
    section("fuzz", text)
    return 1 if done.found else 0


if __name__ == "__main__":
    sys.exit(main())
