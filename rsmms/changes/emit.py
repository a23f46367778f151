"""The places of a text to replace, so that it says what is wanted and all other letters stay."""

import re
from collections.abc import Iterator
from typing import Any

from rsmms.changes import rendering, scalars
from rsmms.changes.edits import GAP, Edits
from rsmms.changes.refusals import NOT_KEPT
from rsmms.changes.rendering import STEP
from rsmms.changes.scalars import WIDTH
from rsmms.changes.tree import Node, Scalar, column, content_end, dashes, line_end, line_start
from rsmms.changes.wanted import Items, Keys, Want, wanted_value
from rsmms.problems.command_error import CommandError

_COMMENT = re.compile(r"[ \t]*#[^\r\n]*")
_HEADER = re.compile(r"[|>]([-+]?)[ \t]*(#[^\r\n]*)?\r?\n")

Part = tuple[int, int, Node, bool]
"""An entry in braces or brackets: where it begins and ends, its value, and whether it stays."""
Told = tuple[str, Want, int | None]
"""An entry that is wanted: its text if it is new, what it says, and the number of the entry it comes from."""


class Emitter(Edits):
    """Finds the replacements that make a text say what is wanted."""

    def root(self, node: Node, want: Want) -> None:
        """Make the whole document say something else."""
        if not isinstance(want, Keys | Items) or not want.stays:
            lines = rendering.after_key(wanted_value(want), -STEP)
            self.put(node.start, content_end(self.text, node), self._joined([lines[0].strip(), *lines[1:]] if lines[0].strip() else lines[1:]))
        else:
            self._value(node, want, 0, None)

    def _joined(self, lines: list[str]) -> str:
        return self.newline.join(lines)

    def _value(self, node: Node, want: Want, indent: int, anchor: int | None) -> None:
        """A value below a key or dash that stands ``indent`` columns in; ``anchor`` is the place after its colon or dash."""
        if want is node:
            return
        if isinstance(want, Keys) and want.stays:
            self._flow(want.node.start, *_flow_keys(want)) if want.node.flow else self._keys(want)
        elif isinstance(want, Items) and want.stays:
            self._flow(want.node.start, *_flow_items(want)) if want.node.flow else self._items(want)
        else:
            self._new(node, wanted_value(want), indent, anchor)

    def _new(self, node: Node, value: Any, indent: int, anchor: int | None) -> None:
        scalar = not isinstance(value, dict | list | tuple)
        if anchor is None:
            old = node if isinstance(node, Scalar) else None
            self.put(node.start, node.end, rendering.in_flow(value, style=old.style if old else "", before=old.value if old else None))
        elif isinstance(node, Scalar) and scalar and self._in_place(node, value, indent):
            return
        else:
            self._region(node, value, indent, anchor)

    def _in_place(self, node: Scalar, value: Any, indent: int) -> bool:
        """Replace a value by one of the same form; False if its form must change."""
        if node.block:
            return isinstance(value, str) and self._block(node, value, indent)
        one = scalars.inline(value, style=node.style, before=node.value)
        first, last = line_start(self.text, node.start), line_end(self.text, node.end)
        long = node.start - first + len(one) > WIDTH and isinstance(value, str) and scalars.foldable(value) and " " in value
        wide = last - first > WIDTH and "\n" not in self.text[node.start : node.end]
        if node.start == node.end or (long and not wide) or (isinstance(value, str) and "\n" in value):
            return False
        self.put(node.start, node.end, one)
        return True

    def _block(self, node: Scalar, value: str, indent: int) -> bool:
        """New lines below the ``>-`` that stands there; lines that say the same stay."""
        header = _HEADER.match(self.text, node.start)
        ending = {"-": "", "": "\n"}.get(header[1] if header else "+")
        if header is None or ending is None or not value.endswith(ending) or value.removesuffix(ending).endswith("\n"):
            return False
        body = value.removesuffix(ending) if ending else value
        end = content_end(self.text, node)
        lines = self.text[header.end() : end].replace("\r\n", "\n").split("\n")
        inner = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=indent + STEP)
        if not (scalars.foldable(body) if node.style == ">" else scalars.literal(body)):
            return False
        old = [line[inner:] for line in lines]
        made = scalars.folded(body, WIDTH - inner, old) if node.style == ">" else body.split("\n")
        self.put(header.end(), end, self._joined([" " * inner * bool(line) + line for line in made]))
        return True

    def _region(self, node: Node, value: Any, indent: int, anchor: int) -> None:
        """Everything after a colon or dash, but for the comment on its line."""
        style = node.style if isinstance(node, Scalar) and node.style in ("'", '"') else ""
        first, *rest = rendering.after_key(value, indent, style=style)
        end = max(content_end(self.text, node), anchor)
        comment = _COMMENT.match(self.text, anchor)
        if isinstance(node, Scalar) and not node.block:
            gap = GAP.match(self.text, end)
            self.put(anchor, gap.end() if gap and not first else end, first or ("  " if gap else ""))
            if rest:
                self.put(line_end(self.text, end), line_end(self.text, end), self.newline + self._joined(rest))
            return
        header = _HEADER.match(self.text, node.start) if isinstance(node, Scalar) else None
        kept = comment[0] if comment else f"  {header[2]}" if header and header[2] else ""
        self.put(anchor, end, self._joined([first + kept, *rest]))

    def _keys(self, want: Keys) -> None:
        """A mapping on lines: changed, removed and new entries."""
        known = {key.value: (key, value) for key, value in want.node.entries}
        indent = column(self.text, want.node.entries[0][0].start)
        place: int | None = None
        new: list[str] = []
        for name, inner in want.entries:
            if name not in known:
                lines = rendering.entries({name: wanted_value(inner)}, indent)
                new += lines if place is None else []
                if place is not None:
                    self.put(place, place, self.newline + self._joined(lines))
                continue
            key, value = known[name]
            self._value(value, inner, indent, self._colon(key, value))
            place = line_end(self.text, max(content_end(self.text, value), key.end))
        names = {name for name, _ in want.entries}
        if new:
            start = next(key.start for key, _ in want.node.entries if key.value in names)
            self.put(start, start, self._joined(new).lstrip(" ") + self.newline + " " * indent)
        entries = [(key.start, max(content_end(self.text, value), self._colon(key, value)), key.value in names) for key, value in want.node.entries]
        self.remove(entries)

    def _colon(self, key: Scalar, value: Node) -> int:
        """The place after the colon of an entry."""
        found = re.compile(r"[ \t]*:").match(self.text, key.end)
        if not found or found.end() > max(value.start, found.end()):
            raise CommandError(NOT_KEPT)
        return found.end()

    def _items(self, want: Items) -> None:
        """A list on lines: changed, removed and new items."""
        node = want.node
        places = list(dashes(self.text, node))
        if any(self.text[line_start(self.text, at) : at].strip(" ") for at in places):
            raise CommandError(NOT_KEPT)
        indent = column(self.text, places[0])
        first = next(origin for _, origin in want.items if origin is not None)
        place: int | None = None
        for inner, origin in want.items:
            if origin is None:
                lines = self._joined(rendering.listed(wanted_value(inner), indent))
                at = line_start(self.text, places[first]) if place is None else place
                self.put(at, at, lines + self.newline if place is None else self.newline + lines)
                continue
            self._value(node.items[origin], inner, indent, places[origin] + 1)
            place = line_end(self.text, max(content_end(self.text, node.items[origin]), places[origin] + 1))
        kept = {origin for _, origin in want.items}
        ends = [max(content_end(self.text, item), at + 1) for item, at in zip(node.items, places, strict=True)]
        self.remove([(at, end, n in kept) for n, (at, end) in enumerate(zip(places, ends, strict=True))])

    def _flow(self, start: int, parts: list[Part], want: list[Told]) -> None:
        """Entries in braces or brackets: changed, removed and new ones; a new one goes to a new line where the old one is full."""
        seen: int | None = None
        width = 0
        for told, inner, origin in want:
            if origin is not None:
                self._value(parts[origin][2], inner, 0, None)
                seen = origin
                width = column(self.text, parts[origin][1])
            elif seen is None:
                self.put(parts[0][0], parts[0][0], told + ", ")
            else:
                broken = width + len(told) + 3 > WIDTH
                lead = f",{self.newline}{' ' * (column(self.text, start) + 1)}" if broken else ", "
                width = column(self.text, start) + 1 + len(told) if broken else width + 2 + len(told)
                self.put(parts[seen][1], parts[seen][1], lead + told)
        for begin, end in _gaps(parts):
            self.put(begin, end, "")


def _gaps(parts: list[Part]) -> Iterator[tuple[int, int]]:
    """What goes with removed entries in braces: with the comma before them, or after them at the beginning."""
    first = next((number for number, part in enumerate(parts) if part[3]), len(parts))
    for number, (_, end, _, kept) in enumerate(parts):
        if number < first:
            yield parts[number][0], parts[number + 1][0] if number + 1 < len(parts) else end
        elif not kept:
            yield parts[number - 1][1], end


def _flow_keys(want: Keys) -> tuple[list[Part], list[Told]]:
    names = {name for name, _ in want.entries}
    parts = [(key.start, max(value.end, key.end), value, key.value in names) for key, value in want.node.entries]
    numbers = {key.value: number for number, (key, _) in enumerate(want.node.entries)}
    listed = [("" if name in numbers else rendering.pairs({name: wanted_value(inner)})[0], inner, numbers.get(name)) for name, inner in want.entries]
    return parts, listed


def _flow_items(want: Items) -> tuple[list[Part], list[Told]]:
    kept = {origin for _, origin in want.items}
    parts = [(item.start, item.end, item, number in kept) for number, item in enumerate(want.node.items)]
    return parts, [("" if origin is not None else rendering.in_flow(wanted_value(inner)), inner, origin) for inner, origin in want.items]
