"""The one writer of changes: takes the old text of a data file and new values, and changes only those lines.

Importers, answer sheets, forms, ``fix`` and translations write through it. Comments, order, quotes, folds, ``"yes"``, line ends,
byte order mark and tabs stay as they are; where nothing changes, no byte does::

    from rsmms.changes.files import Edit, save
    from rsmms.changes.writer import Append, Drop, Put, changed, where

    old = (root / "data/contacts/TGO.yaml").read_bytes()
    contact = ("contacts", where(id="tgo-cstt"))
    new = changed(old, [
        Put((*contact, "phones", where(number="+22822213334"), "number"), "+22822213335"),
        Put((*contact, "checked"), date(2026, 11, 30)),     # a field that is not there yet is added in its usual place
        Append((*contact, "emails"), "info@example.org"),   # the list is made if need be
        Drop((*contact, "focal_point")),
    ])
    save(root, [Edit("data/contacts/TGO.yaml", old, new)])  # aside, then renamed; all files or none

``Put`` of a mapping or a list compares it with what stands there and changes only the entries that differ; what it does not name
goes. Items of a list are found by number or by what they say (``where``). Values are texts, numbers, days, yes and no, lists and
mappings; a text keeps the quotes of the one it replaces, a long one is folded, a map of numbers stands in braces.
``changed_header`` does the same to the header of a page. ``CommandError`` says in French and English why nothing was done: a place that
is not there or is there twice, anchors, a key given twice, a file that is no YAML. Before it is given back, the new text is read
again: it says exactly what was asked and nothing else, or ``CommandError`` is raised.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rsmms.changes.applying import apply
from rsmms.changes.emit import Emitter
from rsmms.changes.refusals import NO_HEADER, NOT_KEPT, NOT_TEXT
from rsmms.changes.scalars import same
from rsmms.changes.tree import parse, value_of
from rsmms.changes.wanted import Append, Change, Drop, Place, Put, Where, wanted_value, where
from rsmms.problems.command_error import CommandError

__all__ = ["HEADER", "Append", "Change", "Drop", "Place", "Put", "Where", "changed", "changed_header", "changed_text", "where"]
_BOM = "\ufeff"
HEADER = re.compile(r"(\ufeff?---[ \t]*\r?\n)(.*?^)(---[ \t]*(?:\r?\n|\Z).*)", re.DOTALL | re.MULTILINE)


def changed(raw: bytes, changes: Sequence[Change], name: str = "") -> bytes:
    """The bytes of a YAML file after some changes; the same bytes if it says all that already."""
    return changed_text(_decoded(raw, name), changes).encode()


def changed_header(raw: bytes, changes: Sequence[Change], name: str = "") -> bytes:
    """The bytes of a page after some changes in the header between its first two lines ``---``."""
    parts = HEADER.fullmatch(_decoded(raw, name))
    if not parts:
        raise CommandError(NO_HEADER)
    return (parts[1] + changed_text(parts[2], changes) + parts[3]).encode()


def changed_text(text: str, changes: Sequence[Change]) -> str:
    """A YAML text after some changes."""
    mark, bare = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    node = parse(bare)
    want = apply(node, changes)
    if want is node:
        return text
    edits = Emitter(bare, _newline(bare))
    edits.root(node, want)
    made = edits.result()
    if not _says(_read(made), wanted_value(want)):
        raise CommandError(NOT_KEPT)
    return mark + made


def _read(text: str) -> Any:
    try:
        return value_of(parse(text))
    except CommandError:
        raise CommandError(NOT_KEPT) from None


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise CommandError(NOT_TEXT, path=name or "?") from None


def _newline(text: str) -> str:
    """The line end of the first line: new lines get the same."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _says(read: Any, wanted: Any) -> bool:
    """True if what was read back is what was wanted."""
    if isinstance(wanted, Mapping):
        named = {str(name): value for name, value in wanted.items()}
        return isinstance(read, dict) and read.keys() == named.keys() and all(_says(read[name], value) for name, value in named.items())
    if isinstance(wanted, Sequence) and not isinstance(wanted, str):
        return isinstance(read, list) and len(read) == len(wanted) and all(map(_says, read, wanted))
    return isinstance(read, str | None) and same(read, wanted)
