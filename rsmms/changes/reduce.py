"""What a form saved, reduced to the lines that a person changed: the old text, with the new values written into it.

A form writes the whole file anew: comments go, quotes change, texts unfold, and fields that say nothing appear. Here only the values of
the new text count; how the old one was written stays.
"""

import re
from typing import Any

from rsmms.changes.scalars import tag
from rsmms.changes.tree import Mapping, Node, Scalar, Sequence, parse, value_of
from rsmms.changes.writer import HEADER, Put, changed_text

_TRUTH = "tag:yaml.org,2002:bool"
_SAYS = {"true": True, "false": False}


def reduced(base: bytes, new: bytes, *, page: bool = False) -> bytes:
    """The old bytes with the values of the new ones; raise ``CommandError`` for a text that is no plain YAML.

    ``page`` is for Markdown with a header: the old body stays to the last byte unless its words changed.
    """
    before, after = base.decode("utf-8"), new.decode("utf-8-sig")
    return (_page(before, after) if page else _data(before, after)).encode()


def _data(before: str, after: str) -> str:
    old = value_of(parse(before.removeprefix("\ufeff")))
    return changed_text(before, [Put((), meant(parse(after), old))])


def _page(before: str, after: str) -> str:
    old, new = HEADER.fullmatch(before), HEADER.fullmatch(after)
    if not old or not new:
        return after
    return old[1] + _data(old[2], new[2]) + _body(old[3], new[3])


def _body(old: str, new: str) -> str:
    """The old body where both say the same; else the new one, with the line ends of the old one and as many empty lines at its ends."""
    ends = "\r\n" if "\r\n" in old else "\n"
    unified = new.replace("\r\n", "\n")
    if unified.split("\n", 1)[-1].strip("\n") == old.replace("\r\n", "\n").split("\n", 1)[-1].strip("\n"):
        return old
    head, _, text = old.replace("\r\n", "\n").partition("\n")
    lead, tail = _newlines(r"\A\n*", text), _newlines(r"\n*\Z", text)
    whole = f"{head}\n{lead}{unified.partition(chr(10))[2].strip(chr(10))}{tail}"
    return whole.replace("\n", ends)


def _newlines(form: str, text: str) -> str:
    found = re.search(form, text)
    return found[0] if found else ""


def meant(node: Node, old: Any) -> Any:
    """The values of a text as a person meant them: what a form adds and says nothing is left out where nothing stood."""
    if isinstance(node, Mapping):
        known = old if isinstance(old, dict) else {}
        told = {key.value: meant(value, known.get(key.value)) for key, value in node.entries}
        return _ordered({name: value for name, value in told.items() if not _silent(value, known.get(name), there=name in known)}, list(known))
    if isinstance(node, Sequence):
        return _items(node, old if isinstance(old, list) else [])
    if node.empty:
        return None
    return _SAYS[node.value] if not node.style and tag(node.value) == _TRUTH and node.value in _SAYS and not isinstance(old, str) else node.value


def _ordered(told: dict[str, Any], known: list[str]) -> dict[str, Any]:
    """Fields in the order of the old text; a new one after the one that the form put before it."""
    names = [name for name in known if name in told]
    before = ""
    for name in told:
        if name not in names:
            names.insert(names.index(before) + 1 if before else 0, name)
        before = name
    return {name: told[name] for name in names}


def _silent(value: Any, old: Any, *, there: bool) -> bool:
    """True for an empty field: one that a form added, or one that a person emptied."""
    if there and (old == value or old in ("", None, [], {})):
        return False
    return value in (None, "", [], {}) or (value is False and not there)


def _items(node: Sequence, old: list[Any]) -> list[Any]:
    """The items of a list, each compared with the one that has the same name; their first field comes first, as in the old list."""
    lead = next((next(iter(item)) for item in old if isinstance(item, dict) and item), "")
    known = {str(item.get(lead)): item for item in old if isinstance(item, dict)}
    made = []
    for number, item in enumerate(node.items):
        name = _named(item, lead)
        before = known.get(name) if name is not None else old[number] if number < len(old) else None
        told = meant(item, before)
        made.append({lead: told[lead], **told} if isinstance(told, dict) and lead in told else told)
    return made


def _named(item: Node, lead: str) -> str | None:
    """What an item is known by: the value of its first field."""
    entries = item.entries if isinstance(item, Mapping) else []
    return next((value.value for key, value in entries if key.value == lead and isinstance(value, Scalar)), None)
