"""What has been worked out about single texts (how a file reads, what is wrong in it, its plain words), by what it was worked out from.

The results of one kind stand in one file, for the next build; it is as trusted as the project's own code, beside which
it lies, and is read with ``pickle``. Answers that a build did not ask for are dropped.
"""

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from rsmms.cache.store import NOTHING_KEPT, Store, digest

T = TypeVar("T")


@dataclass(frozen=True)
class ResultCache:
    """The results of one kind; ``key`` stands for the code that gives them. Without a store they last as long as this object."""

    store: Store = NOTHING_KEPT
    key: str = ""
    _given: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def _old(self) -> dict[str, Any]:
        kept = self.store.get(self.key)
        return pickled(kept) if kept else {}

    def get_or_compute(self, parts: tuple[object, ...], compute: Callable[[], T]) -> T:
        """The answer to a question that is told whole by ``parts``."""
        asked = digest(parts)
        if asked not in self._given:
            self._given[asked] = self._old[asked] if asked in self._old else compute()
        return cast("T", self._given[asked])

    def save(self) -> None:
        """Keep what was asked for, if any of it is new or something old was not asked for."""
        if self.store.folder and self._given.keys() != self._old.keys():
            self.store.put(self.key, pickle.dumps(self._given, pickle.HIGHEST_PROTOCOL))


def pickled(kept: bytes) -> dict[Any, Any]:
    """What was kept; nothing if it cannot be read any more."""
    try:
        found = pickle.loads(kept)  # noqa: S301 - our own file, see above
    except Exception:  # noqa: BLE001 - a class may have changed in any way since: then nothing was kept
        return {}
    return found if isinstance(found, dict) else {}
