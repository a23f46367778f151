"""One mistake, one message: what only follows from a file that could not be taken is not told beside it.

A wrong date leaves a whole list of contacts out; everything that names one of them would then be "unknown", and its
published address "gone". The advice of those messages would mislead, so they wait until the mistake itself is mended.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from rsmms.problems import Problem, errors
from rsmms.source import MAX_BYTES

FOLLOWING = frozenset(["X001", "X002", "X004", "X005", "X006", "X010", "X013", "X016", "X018", "X030", "X031", "X032", "P010"])
"""Rules about something that is named but not there."""
_NAME = re.compile(r"^[ -]*(?:id|slug|country): *[\"']?([\w-]+)", re.MULTILINE)
_WORD = re.compile(r"[\w-]+")


def without_consequences(broken: Iterable[Problem], others: Iterable[Problem], root: Path, slugs: Mapping[str, str]) -> list[Problem]:
    """The others that do not follow from the broken files. ``slugs`` gives the last part of a country's address by its code."""
    lost = {name for path in {p.path for p in errors(tuple(broken))} for name in _names(root / path)}
    lost |= {slugs[name] for name in lost if name in slugs}
    return [p for p in others if p.code not in FOLLOWING or lost.isdisjoint(_WORD.findall(str(p.values.get("found", ""))))]


def _names(path: Path) -> set[str]:
    """What a file would have defined: its own name and the ids written in it."""
    text = ""
    if path.is_file() and path.suffix in (".yaml", ".md") and path.stat().st_size <= MAX_BYTES:
        text = path.read_text(encoding="utf-8", errors="replace")
    return {path.stem, *_NAME.findall(text)}
