"""Repairs that need no judgement: Unicode form, look-alike letters, spaces, phone numbers, order of sources.

Nothing else changes: a repaired YAML file holds the same values as before, but for what is listed above; a number is the same number.
What needs a person is said. Repairing twice is repairing once.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from rsmms.changes.files import Edit, save
from rsmms.checking.numbers import region_of
from rsmms.commands.editors.phone_repairs import left_to_a_person, phone, repaired_numbers
from rsmms.problems.messages import Message
from rsmms.reading.text_rules import lookalikes

FOLDERS = ("data", "docs")
_NBSP = "\u00a0"
_FRENCH = re.compile(r"(?<=[\w)%»’\]*]) (?=»|[;:?!](?:\s|$|[*\"'’)\]]))|(?<=«) (?=\S)")
_FRENCH_LINE = re.compile(r"^(\s*(?:- )?fr: +)(.*)$")
_ENTRY = re.compile(r"^  - id: *[\"']?([^\s\"']+)", re.MULTILINE)


_WITH_NUMBERS = ("data/contacts/", "data/country_profiles/")
_KEY_SPACE = re.compile(r"^([ \u00a0\u202f]*)((?:-[ \u00a0\u202f]+)*)((?:[\w.-]+:)?)([\u00a0\u202f]+(?=\S))?", re.MULTILINE)
"""What stands before a value: indentation, dashes, a key, and spaces that do not break after it."""
_MARK_SPACE = re.compile(r"^([ \u00a0\u202f]*)(#{1,6}|[-*]|\d+\.)[\u00a0\u202f][ \u00a0\u202f]*", re.MULTILINE)
"""The mark of a heading or of an item, with spaces that do not break after it."""
_NONE = Message("Rien à réparer.", "Nothing to repair.")
_LEFT = Message("À voir par une personne (le bon numéro est dans la source) :", "For a person to look at (the right number is in the source):")


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was repaired, and what is left to a person."""

    changed: Sequence[str] = ()
    """Names of files."""
    left: Sequence[str] = ()
    """``file:line: value`` of each number that nothing proves."""

    def text(self, language: str) -> str:
        """Both, for the person at the keyboard."""
        told = self.changed or [_NONE.text(language)]
        return "\n".join([*told, *([_LEFT.text(language), *self.left] if self.left else [])])


def fix_all(root: Path, *, write: bool = True) -> Repairs:
    """Repair every YAML and Markdown file below ``data`` and ``docs``."""
    read = [(path.relative_to(root).as_posix(), path.read_bytes()) for path in _files(root)]
    edits = [Edit(name, raw, fixed(raw, name)) for name, raw in read]
    if write:
        save(root, edits)
    left = [f"{edit.name}:{line}: {number}" for edit in edits for line, number in _left(edit)]
    return Repairs([edit.name for edit in edits if edit.changes], left)


def _left(edit: Edit) -> Iterator[tuple[int, str]]:
    if edit.name.startswith(_WITH_NUMBERS):
        yield from left_to_a_person(edit.after.decode(errors="replace"), region_of(Path(edit.name).stem))


def _files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for pattern in ("*.yaml", "*.md"):
            yield from sorted((root / folder).rglob(pattern))


def fixed(raw: bytes, name: str) -> bytes:
    """The repaired content of a file; as it was if it is not UTF-8 or if a repair would change its meaning."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw
    steps = _steps(name)
    for step in steps:
        made = step(text)
        text = made if _same(text, made, name) else text
    return text.encode()


def _steps(name: str) -> list[Callable[[str], str]]:
    steps: list[Callable[[str], str]] = [*((_breaks, _marks) if name.endswith(".md") else (_ends, _indents)), _letters]
    if name.startswith(_WITH_NUMBERS):
        steps.append(lambda text: repaired_numbers(text, region_of(Path(name).stem)))
    if name.startswith("docs/fr/"):
        steps.append(_french_page)
    elif name.startswith("data/"):
        steps.append(_french_values)
    if name == "data/sources.yaml":
        steps.append(_sorted)
    return steps


def _ends(text: str) -> str:
    """Line ends, spaces at line ends, tabs at line starts."""
    lines = (_tabs(line.rstrip(" \t")) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(lines).strip("\n") + "\n"


def _breaks(text: str) -> str:
    """The same for Markdown, where two spaces at the end of a line break it and stay."""
    kept = re.sub(r"(?<=\S)  +(?=\r?\n[^\r\n])", "\0", text)
    return _ends(kept).replace("\0", "  ")


def _tabs(line: str) -> str:
    start = line[: len(line) - len(line.lstrip(" \t"))]
    return start.replace("\t", "  ") + line[len(start) :]


def _letters(text: str) -> str:
    """NFC, and the Ewe letters that were meant; comments stay as they are."""
    table = str.maketrans(lookalikes())
    lines = unicodedata.normalize("NFC", text).split("\n")
    return "\n".join(line if line.lstrip().startswith("# ") else line.translate(table) for line in lines)


def _indents(text: str) -> str:
    """Plain spaces where YAML wants them: at the start of a line, after a dash and after a key."""
    return _KEY_SPACE.sub(lambda found: _plain(found[1] + found[2]) + found[3] + (" " if found[4] and (found[2] or found[3]) else _plain(found[4] or "")), text)


def _marks(text: str) -> str:
    """Plain spaces after the mark of a heading or an item."""
    return _MARK_SPACE.sub(lambda found: _plain(found[1]) + found[2] + " ", text)


def _plain(spaces: str) -> str:
    return spaces.replace(_NBSP, " ").replace("\u202f", " ")


def _french_page(text: str) -> str:
    """No-break spaces in a French page, outside its header and letters to copy."""
    head, mark, body = text.partition("\n---\n")
    parts = re.split(r"(^```.*?^```)", body, flags=re.MULTILINE | re.DOTALL)
    return head + mark + "".join(part if part.startswith("```") else _FRENCH.sub(_NBSP, part) for part in parts)


def _french_values(text: str) -> str:
    """No-break spaces in the French texts of a data file, also those on several lines."""
    lines, inside = [], -1
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        inside = inside if inside >= 0 and (indent > inside or not line.strip()) else -1
        found = _FRENCH_LINE.match(line)
        if found:
            inside = len(found[1]) - len(found[1].lstrip().removeprefix("- "))
            lines.append(found[1] + _FRENCH.sub(_NBSP, found[2]))
        else:
            lines.append(_FRENCH.sub(_NBSP, line) if inside >= 0 else line)
    return "\n".join(lines)


def _sorted(text: str) -> str:
    """Sources in the order of their ids; comments above the first stay there."""
    starts = [match.start() for match in _ENTRY.finditer(text)]
    if not starts:
        return text
    ends = [*starts[1:], len(text)]
    entries = [text[start:end].rstrip("\n") + "\n" for start, end in zip(starts, ends, strict=True)]
    return text[: starts[0]] + "".join(sorted(entries, key=lambda entry: _ENTRY.match(entry)[1]))  # type: ignore[index]


def _same(before: str, after: str, name: str) -> bool:
    """False if a YAML file that could be read before says something else now, apart from what is repaired."""
    if not name.endswith(".yaml"):
        return True
    region = region_of(Path(name).stem) if name.startswith(_WITH_NUMBERS) else None
    try:
        old = _values(before, region)
    except yaml.YAMLError:
        return True
    try:
        return _values(after, region) == old
    except yaml.YAMLError:
        return False


def _values(text: str, region: str | None) -> list[str]:
    """All values, made alike in letters, spaces and the form of numbers, in any order."""
    table = str.maketrans(lookalikes())
    scalars = (e.value for e in yaml.parse(text, Loader=yaml.CSafeLoader) if isinstance(e, yaml.ScalarEvent))
    return sorted(phone(" ".join(unicodedata.normalize("NFC", value).translate(table).split()), region) for value in scalars)
