"""Which facts are looked up while something is made: the library records it, whoever asks reads the record."""

from collections.abc import Callable, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from typing import Any, TypeVar, cast

T = TypeVar("T")


Dependency = tuple[str, Hashable]
"""Name of a list and the key of an entry, or ``ALL``."""


ALL = "*all*"


IN = "*in*"
"""Before a key: only whether there is such an entry was asked."""


_open: list[set[Dependency]] = []


@contextmanager
def record_dependencies() -> Iterator[set[Dependency]]:
    """Collect what is looked up inside; whoever records outside gets it too."""
    found: set[Dependency] = set()
    _open.append(found)
    try:
        yield found
    finally:
        _open.pop()
        add_dependencies(found)


def add_dependencies(found: set[Dependency]) -> None:
    """Pass on what something depends on that was made before and is used now."""
    if _open:
        _open[-1].update(found)


@contextmanager
def untracked() -> Iterator[None]:
    """Look something up whose result is recorded itself."""
    _open.append(set())
    try:
        yield
    finally:
        _open.pop()


class TrackedMemo:
    """Things made at their first use, each with what it depends on."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Any, set[Dependency]]] = {}

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T:
        """What stands under a key, made now if it is new."""
        if key not in self._made:
            with record_dependencies() as found:
                made = make()
            self._made[key] = made, found
        made, found = self._made[key]
        add_dependencies(found)
        return cast("T", made)


class TrackedMapping(Mapping[Any, Any]):
    """A list of the library that records what is looked up in it."""

    __slots__ = ("_inner", "_name")

    def __init__(self, name: str, inner: Mapping[Any, Any]) -> None:
        self._name = name
        self._inner = inner

    def _note(self, key: Hashable) -> None:
        if _open:
            _open[-1].add((self._name, key))

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return self._inner[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """The entry of a key, recorded also when there is none."""
        self._note(key)
        return self._inner.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note((IN, key))
        return key in self._inner

    def __iter__(self) -> Iterator[Any]:
        self._note(ALL)
        return iter(self._inner)

    def __len__(self) -> int:
        self._note(ALL)
        return len(self._inner)

    def keys(self) -> KeysView[Any]:
        """All keys."""
        self._note(ALL)
        return self._inner.keys()

    def values(self) -> ValuesView[Any]:
        """All entries."""
        self._note(ALL)
        return self._inner.values()

    def items(self) -> ItemsView[Any, Any]:
        """All keys and entries."""
        self._note(ALL)
        return self._inner.items()
