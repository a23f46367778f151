"""Read YAML so that every plain value stays the text its author typed, with its line and column.

PyYAML would read ``+22890123456`` as a number (plus sign lost), ``no`` as false and ``12:30`` as 750:
typing belongs to the models. Anchors are refused, so nothing can explode; the tree is built from parser
events without recursion, so depth cannot overflow the stack.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from rsmms.problems.problem import Problem
from rsmms.reading.document import Document, Path_, ReadError, Tree
from rsmms.reading.yaml_advice import advice

MAX_BYTES = 1_000_000
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7}) [\w.-]|={7}$")
MAX_DEPTH = 30
MAX_LINE = 5_000
"""Letters of a line: the longest text is 3,000, and no editor shows more."""
_LOST = re.compile(r"(?!  # )[ \t]+(#[^\n\r]*\S)")
"""A comment as editors write it stands after two spaces and before one; anything else may be text."""
MAX_VALUES = 20_000
"""Values in a file: more than three times those of the largest one."""


def read(path: Path, root: Path) -> Document:
    """Read one YAML file below ``root``; raise ``ReadError`` if that cannot be done."""
    return parse(text_of(path, root), path.relative_to(root).as_posix())


def text_of(path: Path, root: Path, limit: int = MAX_BYTES) -> str:
    """The text of a file below ``root``; raise ``ReadError`` for what is too big, leads elsewhere, or is no text."""
    name = path.relative_to(root).as_posix()
    if not path.is_file() or leads_out(path, root):
        raise ReadError(Problem(code="Y009", path=name))
    size = path.stat().st_size
    if size > limit:
        raise ReadError(Problem(code="Y004", path=name, values={"size": str(size), "limit": str(limit)}))
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ReadError(Problem(code="Y007", path=name, line=line)) from None
    refuse_conflict(text, name)
    long = next((number for number, line in enumerate(text.split("\n"), 1) if len(line) > MAX_LINE), 0)
    if long:
        raise ReadError(Problem(code="Y010", path=name, line=long, values={"limit": str(MAX_LINE)}))
    return text


def refuse_conflict(text: str, name: str) -> None:
    """Raise ``ReadError`` for two versions of a text that a tool has put one after the other for a person to choose."""
    marks = [(number, line[:7]) for number, line in enumerate(text.split("\n"), 1) if _CONFLICT.match(line)]
    kinds = {mark for _, mark in marks}
    if "<<<<<<<" in kinds or {"=======", ">>>>>>>"} <= kinds:
        raise ReadError(Problem(code="Y014", path=name, line=marks[0][0], values={"line": str(marks[0][0]), "last": str(marks[-1][0])}))


def leads_out(path: Path, root: Path) -> bool:
    """True for a link, or a file behind one, that leads out of the project: such a file could publish anything."""
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True


def parse(text: str, name: str, first_line: int = 1) -> Document:
    """Parse YAML text; ``first_line`` is the line of the file on which the text starts."""
    for number, line in enumerate(text.split("\n"), first_line):
        if line.lstrip(" ").startswith("\t"):
            raise ReadError(Problem(code="Y006", path=name, line=number))
    document = Document(name, None)
    try:
        _Builder(document, first_line, text).build(text)
    except yaml.YAMLError as error:
        raise ReadError(_syntax(error, text, name, first_line)) from None
    if document.tree is None:
        raise ReadError(Problem(code="Y008", path=name, line=first_line))
    return document


def _syntax(error: yaml.YAMLError, text: str, name: str, first_line: int) -> Problem:
    line, why = advice(error, text)
    return Problem(code="Y001", path=name, line=line + first_line, values={"why": why})


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').rstrip()[:80] + '"'


class _Builder:
    """Turns parser events into values; a stack of open collections instead of recursion."""

    def __init__(self, document: Document, first_line: int, text: str) -> None:
        self.document = document
        self.first_line = first_line
        self.text = text
        self.merged: set[Path_] = set()
        """Items of lists into which a second one has run, for want of a dash."""
        self.stack: list[tuple[dict[str, Any] | list[Any], Path_]] = []
        self.key: list[str | None] = []

    def build(self, text: str) -> None:
        started = False
        for number, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader)):
            if number > 2 * MAX_VALUES:
                self._refuse("Y011", event, limit=str(MAX_VALUES))
            if isinstance(event, yaml.DocumentStartEvent):
                if started:
                    self._refuse("Y001", event, why="@two_documents")
                started = True
            elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                self._refuse("Y003", event)
            elif getattr(event, "tag", None):
                self._refuse("Y001", event, why="@special")
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self._open(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self.stack.pop()
                self.key.pop()

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def _refuse(self, code: str, event: yaml.Event, **values: str) -> None:
        line, column = self._place(event)
        raise ReadError(Problem(code=code, path=self.document.path, line=line, column=column, values=values))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key[-1] is None:
            self._begin_key(event)
            return
        empty = not event.style and event.value in ("", "~", "null")
        if not empty and not event.style:
            self._lost(event)
        self._store(None if empty else event.value, event)

    def _lost(self, event: yaml.ScalarEvent) -> None:
        """Words after a sign ``#`` that follows a text without quotes: YAML takes them for a comment."""
        found = _LOST.match(self.text, event.end_mark.index) if event.end_mark else None
        if found:
            (line, column), values = self._place(event), {"found": found[1][:60]}
            meant = _quoted(event.value + found[0])
            self.document.repeated.append(Problem(code="Y013", path=self.document.path, line=line, column=column, values=values, suggestion=meant))

    def _begin_key(self, event: yaml.ScalarEvent) -> None:
        mapping, at = self.stack[-1]
        here = (*at, event.value)
        if event.value in mapping and at not in self.merged:
            self.document.repeated.append(self._twice(here, event))
        self.key[-1] = event.value
        self.document.places[here] = self._place(event)

    def _twice(self, here: Path_, event: yaml.ScalarEvent) -> Problem:
        """A field that stands twice; for an id a dash is missing: two things have run into one, and its other fields are not told again."""
        line, column = self._place(event)
        path, values = self.document.path, {"key": event.value, "first": str(self.document.places[here][0])}
        if event.value != "id" or not isinstance(here[-2] if len(here) > 1 else "", int):
            return Problem(code="Y002", path=path, line=line, column=column, field=".".join(map(str, here)), values=values)
        self.merged.add(here[:-1])
        return Problem(code="Y017", path=path, line=line, column=column, suggestion="- id:")

    def _store(self, value: Tree, event: yaml.Event) -> Path_:
        if not self.stack:
            self.document.tree = value
            return ()
        parent, at = self.stack[-1]
        if isinstance(parent, list):
            here = (*at, len(parent))
            self.document.places[here] = self._place(event)
            parent.append(value)
            return here
        key = self.key[-1]
        if key is None:
            self._refuse("Y001", event, why="@key")
        here = (*at, str(key))
        parent[str(key)] = value
        self.key[-1] = None
        return here

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        here = self._store(value, event)
        self.stack.append((value, here))
        self.key.append(None)
        if len(self.stack) > MAX_DEPTH:
            self._refuse("Y005", event, limit=str(MAX_DEPTH))
