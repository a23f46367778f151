"""A tree after some changes: what each place shall say, found by keys, numbers and what items say."""

from collections.abc import Sequence as AnySequence
from typing import Any

from rsmms.changes.matching import match
from rsmms.changes.refusals import NO_PLACE, OVERLAP, TWO_PLACES
from rsmms.changes.tree import Mapping, Node, Sequence, value_of
from rsmms.changes.wanted import Append, Change, Drop, Items, Keys, New, Put, Want, Where, wanted_value
from rsmms.problems.command_error import CommandError

LAST = ("source", "more_sources", "edition", "as_of", "published", "read", "copy_of", "checked", "confidence", "note")
"""Fields that stand at the end of a fact: a new field goes above them."""
Step = str | int | Where | None
"""One step on the way to a place; ``None`` is the end of a list."""
Inner = dict[Step, list[Change]]


def apply(node: Node | None, changes: AnySequence[Change]) -> Want:
    """One value after some changes, whose places begin at it; raise ``CommandError`` for changes of which one lies inside another."""
    whole = [change for change in changes if not change.at and not isinstance(change, Append)]
    if whole and len(changes) > 1:
        raise CommandError(OVERLAP, place=str(whole[0]))
    if whole:
        return match(node, _value(whole[0])[0]) if isinstance(whole[0], Put) else New(None)
    inner: Inner = {}
    for change in changes:
        step = change.at[0] if change.at else None
        inner.setdefault(step, []).append(type(change)(change.at[1:], *_value(change)))
    if isinstance(node, Mapping):
        return _mapping(node, inner)
    if isinstance(node, Sequence):
        return _sequence(node, inner)
    if node is None or node.empty:
        return _fresh(inner)
    raise CommandError(NO_PLACE, place=str(next(iter(inner))))


def _value(change: Change) -> tuple[Any, ...]:
    return () if isinstance(change, Drop) else (change.value,)


def _fresh(inner: Inner) -> Want:
    """Values at places where nothing stood: mappings by name, lists by appending."""
    if set(inner) == {None}:
        return New([_value(change)[0] for change in inner[None]])
    made: dict[str, Any] = {}
    for step, changes in inner.items():
        if not isinstance(step, str):
            raise CommandError(NO_PLACE, place=str(step))
        if not all(isinstance(change, Drop) for change in changes):
            made[step] = wanted_value(apply(None, changes))
    return New(made or None)


def _mapping(node: Mapping, inner: Inner) -> Want:
    known = {key.value: value for key, value in node.entries}
    made: dict[str, Want] = dict(known)
    for step, changes in inner.items():
        name = str(step)
        if not isinstance(step, str):
            raise CommandError(NO_PLACE, place=name)
        if _dropped(changes):
            made.pop(name, None)
        elif name in known:
            made[name] = apply(known[name], changes)
        elif not all(isinstance(change, Drop) for change in changes):
            made = _with(made, name, New(wanted_value(apply(None, changes))))
    return Keys(node, tuple(made.items())) if made != known else node


def _dropped(changes: AnySequence[Change]) -> bool:
    return len(changes) == 1 and isinstance(changes[0], Drop) and not changes[0].at


def _with(entries: dict[str, Want], name: str, want: Want) -> dict[str, Want]:
    """A new entry above the first of those that stand after it by custom, else at the end."""
    rank = LAST.index(name) if name in LAST else -1
    listed = list(entries.items())
    at = next((n for n, (known, _) in enumerate(listed) if known in LAST and LAST.index(known) > rank and n), len(listed))
    return dict([*listed[:at], (name, want), *listed[at:]])


def _sequence(node: Sequence, inner: Inner) -> Want:
    made: list[tuple[Want, int | None]] = [(item, number) for number, item in enumerate(node.items)]
    dropped: set[int] = set()
    for step, changes in inner.items():
        if step is None:
            made += [(New(_value(change)[0]), None) for change in changes]
            continue
        number = _number(node, step)
        if _dropped(changes):
            dropped.add(number)
        else:
            made[number] = (apply(node.items[number], changes), number)
    kept = [item for number, item in enumerate(made) if number not in dropped]
    changed = len(kept) != len(node.items) or any(want is not node.items[n] for n, (want, _) in enumerate(kept))
    return Items(node, tuple(kept)) if changed else node


def _number(node: Sequence, step: Step) -> int:
    """The number of the item that is meant."""
    if isinstance(step, int) and 0 <= step < len(node.items):
        return step
    if not isinstance(step, Where):
        raise CommandError(NO_PLACE, place=str(step))
    values = [value_of(item) for item in node.items]
    found = [n for n, value in enumerate(values) if isinstance(value, dict) and all(value.get(name) == wanted for name, wanted in step.fields)]
    if len(found) != 1:
        raise CommandError(TWO_PLACES if found else NO_PLACE, place=str(step))
    return found[0]
