"""Which facts are looked up while something is made: the library records it, whoever asks reads the record."""

from collections.abc import Callable, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from typing import Any, TypeVar, cast

T = TypeVar("T")


Note = tuple[str, Hashable]
"""Name of a list and the key of an entry, or ``ALL``."""


ALL = "*all*"


IN = "*in*"
"""Before a key: only whether there is such an entry was asked."""


_open: list[set[Note]] = []


@contextmanager
def noting() -> Iterator[set[Note]]:
    """Collect what is looked up inside; whoever notes outside gets it too."""
    notes: set[Note] = set()
    _open.append(notes)
    try:
        yield notes
    finally:
        _open.pop()
        note_all(notes)


def note_all(notes: set[Note]) -> None:
    """Pass on notes of something that was made before and is used now."""
    if _open:
        _open[-1].update(notes)


@contextmanager
def unnoted() -> Iterator[None]:
    """Look something up whose result is noted itself."""
    _open.append(set())
    try:
        yield
    finally:
        _open.pop()


class Once:
    """Things made at their first use, each with the notes of its making."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Any, set[Note]]] = {}

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T:
        """What stands under a key, made now if it is new."""
        if key not in self._made:
            with noting() as notes:
                made = make()
            self._made[key] = made, notes
        made, notes = self._made[key]
        note_all(notes)
        return cast("T", made)


class Traced(Mapping[Any, Any]):
    """A list of the library that notes what is looked up in it."""

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
        """The entry of a key, noted also when there is none."""
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
