"""One mistake, one message: what only follows from a file that could not be taken is not told beside it.

A wrong date leaves a whole list of contacts out; everything that names one of them would then be "unknown", and its
published address "gone". The advice of those messages would mislead, so they wait until the mistake itself is mended.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from rsmms.problems.problem import Problem, errors
from rsmms.reading.yaml_source import MAX_BYTES

FOLLOWING = frozenset(["X001", "X002", "X004", "X005", "X006", "X010", "X013", "X016", "X018", "X030", "X031", "X032", "P010"])
"""Rules about something that is named but not there."""
FUTURE = "X012"
"""Rule about dates, which says nothing useful of a text that is none."""
PAIRED = frozenset(["P007", "P011"])
"""Rules that compare the sections of a translation with the French."""
_NAME = re.compile(r"^[ -]*(?:id|slug|country): *[\"']?([\w-]+)", re.MULTILINE)
_WORD = re.compile(r"[\w-]+")


def without_consequences(broken: Iterable[Problem], others: Iterable[Problem], root: Path, slugs: Mapping[str, str]) -> list[Problem]:
    """The others that do not follow from the broken files. ``slugs`` gives the last part of a country's address by its code."""
    found = errors(tuple(broken))
    lost = {name for path in {p.path for p in found} for name in _names(root / path)}
    lost |= {slugs[name] for name in lost if name in slugs}
    dates, pages = {(p.path, p.field) for p in found}, {_inside(p.path) for p in found if p.code == "P002"}
    told = (p for p in others if p.code != FUTURE or (p.path, p.field) not in dates)
    return [p for p in told if not _follows(p, lost) and (p.code not in PAIRED or _inside(p.path) not in pages)]


def _follows(problem: Problem, lost: set[str]) -> bool:
    """True for something that is named but was lost with its file."""
    return problem.code in FOLLOWING and not lost.isdisjoint(_WORD.findall(str(problem.values.get("found", ""))))


def _inside(path: str) -> str:
    """The path of a page inside its language: a heading without a name tears it apart in all languages."""
    return path.split("/", 2)[-1]


def _names(path: Path) -> set[str]:
    """What a file would have defined: its own name and the ids written in it."""
    text = ""
    if path.is_file() and path.suffix in (".yaml", ".md") and path.stat().st_size <= MAX_BYTES:
        text = path.read_text(encoding="utf-8", errors="replace")
    return {path.stem, *_NAME.findall(text)}
