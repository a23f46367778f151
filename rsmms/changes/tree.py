"""Where each value of a YAML text begins and ends, by character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from rsmms.changes.refusals import ANCHORS, NOT_YAML, REPEATED
from rsmms.problems.command_error import CommandError

_DASH = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r?\n[ \t]*(?:#[^\r\n]*)?)*?(?:^|\r?\n)[ ]*(-)(?=[ \t\r\n]|$)", re.MULTILINE)


@dataclass(slots=True, eq=False)
class Scalar:
    """One value, or one key."""

    start: int
    end: int
    value: str
    style: str
    """Empty for a plain one, else its quote or ``>`` or ``|``."""

    @property
    def block(self) -> bool:
        """True for a text on lines of its own."""
        return self.style in ("|", ">")

    @property
    def empty(self) -> bool:
        """True where nothing stands after the colon, or the word for nothing."""
        return not self.style and self.value in ("", "~", "null")


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys with their values, in the order of the file."""

    start: int
    end: int
    flow: bool
    """True in braces."""
    entries: list[tuple[Scalar, "Node"]] = field(default_factory=list)
    key: Scalar | None = None
    """While it is read: the key that waits for its value."""

    def put(self, node: "Node") -> None:
        """Take the next key or value."""
        if self.key is None:
            if not isinstance(node, Scalar):
                raise CommandError(ANCHORS)
            if any(known.value == node.value for known, _ in self.entries):
                raise CommandError(REPEATED, key=node.value)
            self.key = node
        else:
            self.entries.append((self.key, node))
            self.key = None


@dataclass(slots=True, eq=False)
class Sequence:
    """Items in their order."""

    start: int
    end: int
    flow: bool
    """True in brackets."""
    items: list["Node"] = field(default_factory=list)

    def put(self, node: "Node") -> None:
        """Take the next item."""
        self.items.append(node)


Node = Scalar | Mapping | Sequence


def parse(text: str) -> Node:
    """The tree of a text; raise ``CommandError`` for what is not plain YAML of one document (anchors, tags, a key given twice)."""
    open_: list[Mapping | Sequence] = []
    roots: list[Node] = []
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionEndEvent):
                open_.pop().end = _at(event.end_mark)
                continue
            node = _node(event)
            if node is not None:
                open_[-1].put(node) if open_ else roots.append(node)
                if not isinstance(node, Scalar):
                    open_.append(node)
    except yaml.YAMLError as error:
        raise CommandError(NOT_YAML, line=str(_line(error))) from None
    if len(roots) != 1:
        raise CommandError(NOT_YAML, line="1")
    return roots[0]


def _line(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return int(mark.line) + 1 if mark else 1


def _at(mark: Any) -> int:
    """A place by its character; marks are missing only in events that were made by hand."""
    return int(mark.index)


def _node(event: Any) -> Node | None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or (getattr(event, "tag", None)):
        raise CommandError(ANCHORS)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(_at(event.start_mark), _at(event.end_mark), event.value, event.style or "")
    if isinstance(event, yaml.CollectionStartEvent):
        made = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
        return made(_at(event.start_mark), _at(event.end_mark), bool(event.flow_style))
    return None


def content_end(text: str, node: Node) -> int:
    """The end of the last letter that belongs to a value: comments and empty lines after it do not."""
    if isinstance(node, Scalar):
        return _scalar_end(text, node)
    if node.flow:
        return node.end
    inner = [value for _, value in node.entries] if isinstance(node, Mapping) else node.items
    return content_end(text, inner[-1])


def _scalar_end(text: str, node: Scalar) -> int:
    if not node.block:
        return node.end
    raw = text[node.start : node.end]
    kept = "+" in raw.split("\n", 1)[0].split("#")[0]
    bare = re.sub(r"\r?\n\Z", "", raw) if kept else raw.rstrip()
    return node.start + len(bare)


def dashes(text: str, node: Sequence) -> Iterator[int]:
    """Where the dash of each item of a list on lines stands."""
    at = node.start
    for number, item in enumerate(node.items):
        if number:
            found = _DASH.match(text, content_end(text, node.items[number - 1]))
            at = found.start(1) if found else item.start
        yield at


def line_start(text: str, at: int) -> int:
    """The first character of the line of a place."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """The end of the line of a place, before its line break."""
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if end > at and text[end - 1] == "\r" else end


def column(text: str, at: int) -> int:
    """How many characters stand before a place on its line."""
    return at - line_start(text, at)


def value_of(node: Node) -> Any:
    """The plain values: texts, lists and mappings, ``None`` where nothing stands."""
    if isinstance(node, Scalar):
        return None if node.empty else node.value
    if isinstance(node, Mapping):
        return {key.value: value_of(value) for key, value in node.entries}
    return [value_of(item) for item in node.items]
