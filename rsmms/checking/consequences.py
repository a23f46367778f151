"""One mistake, one message: what only follows from a file that could not be taken is not told beside it.

A wrong date leaves a whole list of contacts out; everything that names one of them would then be "unknown", and its
published address "gone". The advice of those messages would mislead, so they wait until the mistake itself is mended.
"""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from rsmms.problems.problem import Problem, errors
from rsmms.reading.yaml_source import MAX_BYTES

FOLLOWING = frozenset(["X001", "X002", "X004", "X005", "X006", "X010", "X013", "X016", "X018", "X030", "X031", "X032", "X071", "X072", "P010"])
"""Rules about something that is named but not there."""
FUTURE = "X012"
"""Rule about dates, which says nothing useful of a text that is none."""
GONE = "X031"
"""Rule about published addresses: which page has which address is known only when every file has been taken."""
NO_FRENCH = "P008"
"""Rule about a translation without a French page; the page may be there and have a slip in its header."""
PAIRED = frozenset(["P003", "P006", "P007", "P009", "P011", "P034"])
"""Rules that look at the sections and steps of a page, or compare a translation with the French."""
TORN = frozenset(["P002", "P012", "P031", "P032"])
"""Mistakes that tear a page apart, so that its sections and steps are not what their author meant."""
_OF_A_FORM = frozenset(["T003", "P018", "P003", "P004"])
_OF_A_LINK = frozenset(["P010", "T004"])
_ONCE = frozenset(["T003", "T004"])
"""Rules about signs that mostly come in pairs, an opening tag and a closing one: a line tells them once."""
_BETTER = (
    ("T005", frozenset(["M006", "M007", "M009"])), ("M006", frozenset(["X015"])), ("M007", frozenset(["T003", "T004"])),
    ("M009", frozenset(["X003"])), ("M012", frozenset(["X003"])),
)  # fmt: skip
"""Of two messages on one value, the code that says what to type, and those that say it less well."""
_NAME = re.compile(r"^[ -]*(?:id|slug|country): *[\"']?([\w-]+)", re.MULTILINE)
_WORD = re.compile(r"[\w-]+")


def without_consequences(broken: Iterable[Problem], others: Iterable[Problem], root: Path, slugs: Mapping[str, str]) -> list[Problem]:
    """The others that do not follow from the broken files. ``slugs`` gives the last part of a country's address by its code."""
    found = errors(tuple(broken))
    lost = {name for path in {p.path for p in found} for name in _names(root / path)}
    lost |= {slugs[name] for name in lost if name in slugs}
    dates, pages = {(p.path, p.field) for p in found}, {_inside(p.path) for p in found if p.code in TORN}
    unread = {p.path for p in found}
    told = (p for p in others if p.code != FUTURE or (p.path, p.field) not in dates)
    told = (p for p in told if not (p.code == GONE and unread) and not (p.code == NO_FRENCH and p.values["found"] in unread))
    return [p for p in told if not _follows(p, lost) and (p.code not in PAIRED or _inside(p.path) not in pages)]


def one_message(problems: Iterable[Problem]) -> list[Problem]:
    """Without what a line tells twice: the same words again, and what only follows from a form that the site does not show."""
    listed = list({(p.code, p.path, p.line, p.field, p.rule("en")): p for p in problems}.values())
    odd = {(p.path, p.line) for p in listed if p.code == "P032"}
    apart = {(p.path, p.line) for p in listed if p.code == "P018"} | odd
    at: dict[tuple[str, int, str], set[str]] = {}
    for problem in listed:
        at.setdefault((problem.path, problem.line, problem.field), set()).add(problem.code)
    renamed = {(p.path, f"{p.field.rpartition('.')[0]}.{p.suggestion}") for p in listed if p.code == "M002" and p.suggestion}
    listed = [p for p in listed if p.code != "M001" or (p.path, p.field) not in renamed]
    listed = [p for p in _once(listed) if not (p.field and _seen_before(p, at[p.path, p.line, p.field]))]
    named = {(p.path, p.line) for p in listed if p.code == "P002"}
    listed = [p for p in listed if not (p.code == "T003" and (p.path, p.line) in named)]
    return [p for p in listed if not ((p.code in _OF_A_FORM and (p.path, p.line) in odd) or (p.code in _OF_A_LINK and (p.path, p.line) in apart))]


def _once(problems: Iterable[Problem]) -> list[Problem]:
    """Of the tags and forbidden links of one value or line, the first tag, or else the link that is told in full."""
    kept: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        place = (problem.path, problem.line, problem.field, "T" if problem.code in _ONCE else id(problem))
        first = kept.setdefault(place, problem)
        if first.code == problem.code == "T004" and len(problem.values["found"]) > len(first.values["found"]):
            kept[place] = problem
    return list(kept.values())


def _seen_before(problem: Problem, codes: AbstractSet[str]) -> bool:
    """True for what another message on the same value says better."""
    return any(problem.code in weaker and better in codes for better, weaker in _BETTER)


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
