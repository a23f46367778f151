"""Which facts a page was made from, so that a later build makes it again only if one of them has changed.

A tracked library records every entry that is looked up, and a whole list where somebody goes through it. Pieces that are
made once and used on many pages carry their dependencies with them.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from pydantic import BaseModel

from rsmms.cache.store import digest
from rsmms.model.tracking import ALL, IN, Dependency


class DependencyDigests:
    """What every entry of some lists says now, as a short key; computed when it is asked for."""

    def __init__(self, lists: Callable[[str], Mapping[Any, Any]]) -> None:
        self._lists = lists
        self._known: dict[Dependency, str] = {}

    def __getitem__(self, note: Dependency) -> str:
        if note not in self._known:
            self._known[note] = self._digest(*note)
        return self._known[note]

    def _digest(self, name: str, key: Hashable) -> str:
        inner = self._lists(name)
        if key == ALL:
            return digest((k, self[name, k]) for k in inner)
        if isinstance(key, tuple) and key[0] == IN:
            return str(key[1] in inner)
        return digest([plain_values(inner[key])]) if key in inner else ""


def plain_values(value: object) -> object:
    """Everything a value says: models as JSON, because their ``repr`` is slow."""
    if isinstance(value, BaseModel):
        return value.model_dump_json().encode()
    if isinstance(value, tuple):
        return tuple(plain_values(item) for item in value)
    return value
