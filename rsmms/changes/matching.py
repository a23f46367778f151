"""What must change so that a value that stands there says another: entries and items that stay are found again."""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from difflib import SequenceMatcher
from typing import Any

from rsmms.changes.scalars import same, text_of
from rsmms.changes.tree import Mapping, Node, Scalar, Sequence, value_of
from rsmms.changes.wanted import Items, Keys, New, Want


def match(node: Node | None, value: Any) -> Want:
    """What must change so that a node says a value."""
    if isinstance(node, Mapping) and isinstance(value, AnyMapping) and value:
        return _matched_keys(node, {str(name): inner for name, inner in value.items()})
    if isinstance(node, Sequence) and isinstance(value, AnySequence) and not isinstance(value, str) and value:
        return _matched_items(node, value)
    collection = isinstance(value, AnyMapping) or (isinstance(value, AnySequence) and not isinstance(value, str))
    if isinstance(node, Scalar) and not collection and same(None if node.empty else node.value, value):
        return node
    return node if node is not None and collection and not value and not value_of(node) and not isinstance(node, Scalar) else New(value)


def _matched_keys(node: Mapping, value: dict[str, Any]) -> Want:
    known = {key.value: inner for key, inner in node.entries}
    kept = [name for name in known if name in value]
    if node.flow and kept != [name for name in value if name in known]:
        return New(value)
    made: dict[str, Want] = {name: match(known[name], value[name]) for name in kept}
    names = list(value)
    for number, name in enumerate(names):
        if name not in made:
            listed = list(made.items())
            before = names[number - 1] if number else ""
            at = next((n + 1 for n, (other, _) in enumerate(listed) if other == before), 0)
            made = dict([*listed[:at], (name, New(value[name])), *listed[at:]])
    return Keys(node, tuple(made.items())) if made != known else node


def _matched_items(node: Sequence, value: AnySequence[Any]) -> Want:
    """Items that say the same, or have the same name, are the same items; others come and go."""
    old, new = [_identity(value_of(item)) for item in node.items], [_identity(item) for item in value]
    made: list[tuple[Want, int | None]] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for number in range(first, last):
            origin = start + number - first
            paired = kind == "equal" or (kind == "replace" and origin < end and isinstance(node.items[origin], Scalar))
            made.append((match(node.items[origin], value[number]), origin) if paired else (New(value[number]), None))
    unchanged = len(made) == len(node.items) and all(want is item for (want, _), item in zip(made, node.items, strict=True))
    return node if unchanged else Items(node, tuple(made))


def _identity(value: Any) -> str:
    """What an item of a list is known by: its first field, or itself."""
    if isinstance(value, AnyMapping) and value:
        return repr([(str(name), _said(inner)) for name, inner in list(value.items())[:1]])
    return repr(_said(value))


def _said(value: Any) -> Any:
    """A value as it will be read back."""
    if isinstance(value, AnyMapping):
        return {str(name): _said(inner) for name, inner in value.items()}
    return [_said(inner) for inner in value] if isinstance(value, AnySequence) and not isinstance(value, str) else text_of(value)
