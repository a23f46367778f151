"""JSON with each entry of a list on a line of its own: people and programs can compare it line by line, and it is written fast."""

import json
from collections.abc import Iterable, Mapping


def lines(entries: Iterable[object]) -> str:
    """A list.

    >>> print(lines([{"a": 1}, {"b": 2}]))
    [
    {"a": 1},
    {"b": 2}
    ]
    """
    return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries) + "\n]"


def named(parts: Mapping[str, object]) -> str:
    """A mapping whose values may be lists."""
    told = ((name, lines(part) if isinstance(part, list | tuple) else json.dumps(part, ensure_ascii=False)) for name, part in parts.items())
    return "{\n" + ",\n".join(f"{json.dumps(name)}: {text}" for name, text in told) + "\n}\n"
