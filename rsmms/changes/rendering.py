"""New values as lines of YAML, in the form of the files that are there."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rsmms.changes import scalars
from rsmms.changes.scalars import WIDTH

STEP = 2
"""Columns by which each level stands further in."""


def after_key(value: Any, indent: int, *, style: str = "") -> list[str]:
    """What follows ``key:`` in a mapping that stands ``indent`` columns in: the rest of its line, then the lines below."""
    if isinstance(value, Mapping):
        return _mapping(value, indent)
    if isinstance(value, Sequence) and not isinstance(value, str):
        lines = [line for item in value for line in listed(item, indent + STEP)]
        return ["", *lines] if lines else [" []"]
    return _scalar(value, indent, style)


def _mapping(value: Mapping[Any, Any], indent: int) -> list[str]:
    if not value:
        return [" {}"]
    if not all(_amount(inner) for inner in value.values()):
        return ["", *entries(value, indent + STEP)]
    lines = wrapped(pairs(value), indent + STEP)
    short = "{" + ", ".join(pairs(value)) + "}"
    return [f" {short}"] if len(lines) == 1 and indent + 8 + len(short) <= WIDTH else ["", *lines]


def _amount(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def wrapped(parts: Sequence[str], indent: int) -> list[str]:
    """Entries in braces over as many lines as they need."""
    lines = [" " * indent + "{" + parts[0]]
    for part in parts[1:]:
        lines[-1] += ","
        if len(lines[-1]) + 2 + len(part) <= WIDTH:
            lines[-1] += " " + part
        else:
            lines.append(" " * (indent + 1) + part)
    lines[-1] += "}"
    return lines


def pairs(value: Mapping[Any, Any]) -> list[str]:
    """Entries as they stand in braces."""
    return [f"{scalars.key(name)}: {in_flow(inner)}" for name, inner in value.items()]


def in_flow(value: Any, *, style: str = "", before: str | None = None) -> str:
    """A value as it stands in braces or brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(pairs(value)) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(in_flow(item) for item in value) + "]"
    return scalars.inline(value, style=style, before=before, flow=True)


def entries(value: Mapping[Any, Any], indent: int) -> list[str]:
    """A mapping on lines of its own."""
    lines: list[str] = []
    for name, inner in value.items():
        first, *rest = after_key(inner, indent)
        head = f"{' ' * indent}{scalars.key(name)}:"
        lines += [head + first, *rest] if len(head + first) <= WIDTH or rest or not _foldable(inner) else [head + " >-", *_fold(inner, indent)]
    return lines


def listed(value: Any, indent: int) -> list[str]:
    """An item of a list: the lines below its dash stand two columns further in."""
    if isinstance(value, Mapping) and value and not all(_amount(inner) for inner in value.values()):
        lines = entries(value, indent + STEP)
    else:
        first, *rest = after_key(value, indent)
        lines = [" " * (indent + STEP) + first.strip(), *rest] if first.strip() else rest
    return [" " * indent + "- " + lines[0][indent + STEP :], *lines[1:]]


def _foldable(value: Any) -> bool:
    return isinstance(value, str) and scalars.foldable(value)


def _fold(text: str, indent: int) -> list[str]:
    return [" " * (indent + STEP) * bool(line) + line for line in scalars.folded(text, WIDTH - indent - STEP)]


def _scalar(value: str | float | date | None, indent: int, style: str) -> list[str]:
    """On one line if it fits there, or is a number, an address or a text that cannot be folded."""
    one = scalars.inline(value, style=style)
    if not isinstance(value, str) or (indent + 10 + len(one) <= WIDTH and "\n" not in value) or not re.search(r"\S \S", value):
        return [" " + one]
    if scalars.foldable(value):
        return [" >-", *_fold(value, indent)]
    if "\n" in value and scalars.literal(value):
        return [" |-", *(" " * (indent + STEP) * bool(line) + line for line in value.split("\n"))]
    return [" " + one]
