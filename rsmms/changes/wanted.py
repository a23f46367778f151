"""What a file shall say: its own values where nothing changes, new ones where something does."""

from dataclasses import dataclass
from typing import Any

from rsmms.changes.tree import Mapping, Node, Sequence, value_of


@dataclass(frozen=True, slots=True)
class Where:
    """Finds the item of a list that has these values, such as ``Where(id="tgo-cstt")``."""

    fields: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return ", ".join(f"{name}: {value}" for name, value in self.fields)


def where(**fields: object) -> Where:
    """The item of a list that has these values."""
    return Where(tuple((name, str(value)) for name, value in fields.items()))


Place = tuple[str | int | Where, ...]
"""Keys, numbers of items, and items found by what they say."""


@dataclass(frozen=True, slots=True)
class Put:
    """A value that shall stand here. In a mapping or list only what differs is changed; what is not named goes."""

    at: Place
    value: Any


@dataclass(frozen=True, slots=True)
class Drop:
    """Nothing shall stand here any more."""

    at: Place


@dataclass(frozen=True, slots=True)
class Append:
    """One more item at the end of a list, which is made if need be."""

    at: Place
    value: Any


Change = Put | Drop | Append


@dataclass(frozen=True, slots=True)
class New:
    """A value that stands nowhere yet, or that takes the whole place of another."""

    value: Any


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping that stays where it is, with some other entries."""

    node: Mapping
    entries: tuple[tuple[str, "Want"], ...]

    @property
    def stays(self) -> bool:
        """True if something of it is kept: else it is written anew."""
        return not {name for name, _ in self.entries}.isdisjoint(key.value for key, _ in self.node.entries)


@dataclass(frozen=True, slots=True)
class Items:
    """A list that stays where it is, with some other items: what each shall be, and the number of the one it comes from."""

    node: Sequence
    items: tuple[tuple["Want", int | None], ...]

    @property
    def stays(self) -> bool:
        """True if something of it is kept: else it is written anew."""
        return any(origin is not None for _, origin in self.items)


Want = Node | New | Keys | Items


def wanted_value(want: Want) -> Any:
    """The plain value of what is wanted."""
    if isinstance(want, New):
        return want.value
    if isinstance(want, Keys):
        return {name: wanted_value(inner) for name, inner in want.entries}
    return [wanted_value(inner) for inner, _ in want.items] if isinstance(want, Items) else value_of(want)
