"""Repairs that need no judgement: Unicode form, look-alike letters, spaces, phone numbers, order of sources.

Nothing else changes: a repaired YAML file holds the same values as before, but for what is listed above. Repairing twice is
repairing once.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import phonenumbers
import pycountry
import yaml

from rsmms.reading.text_rules import lookalikes

FOLDERS = ("data", "docs")
_NBSP = "\u00a0"
_NUMBER = re.compile(r"^(\s*(?:- )?number: *)([\"']?)([+0-9][0-9 ().\u00a0/-]*)\2[ ]*(#.*)?$", re.MULTILINE)
_MODEL = re.compile(r"\+[1-9][0-9]{6,14}|[0-9]{2,6}|0[0-9]{6,11}")
_FRENCH = re.compile(r"(?<=[\w)%»’\]*]) (?=»|[;:?!](?:\s|$|[*\"'’)\]]))|(?<=«) (?=\S)")
_FRENCH_LINE = re.compile(r"^(\s*(?:- )?fr: +)(.*)$")
_ENTRY = re.compile(r"^  - id: *[\"']?([^\s\"']+)", re.MULTILINE)


def fix_all(root: Path, *, write: bool = True) -> list[str]:
    """Repair every YAML and Markdown file below ``data`` and ``docs``; names of the files that change."""
    changed = []
    for path in _files(root):
        name, raw = path.relative_to(root).as_posix(), path.read_bytes()
        made = fixed(raw, name)
        if made != raw:
            changed.append(name)
            if write:
                path.write_bytes(made)
    return changed


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
    steps: list[Callable[[str], str]] = [_breaks if name.endswith(".md") else _ends, _letters]
    if name.startswith("data/contacts/"):
        country = pycountry.countries.get(alpha_3=Path(name).stem)
        region = country.alpha_2 if country else None
        steps.append(lambda text: _NUMBER.sub(lambda match: _phone(match, region), text))
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


def _phone(match: re.Match[str], region: str | None) -> str:
    head, _, number, comment = match.groups()
    return f'{head}"{phone(number, region)}"' + (f"  {comment}" if comment else "")


def phone(number: str, region: str | None) -> str:
    """A number as the data keeps it: ``+22822213334``; unchanged if only a person can tell what is meant.

    >>> phone("00228 22 21 33 34", "TG"), phone("22 21 33 34", "TG"), phone("12", "TG"), phone("22 21", "TG")
    ('+22822213334', '+22822213334', '12', '2221')
    """
    bare = re.sub(r"[^+0-9]", "", number)
    bare = re.sub(r"^00(?=[1-9])", "+", bare)
    if _MODEL.fullmatch(bare):
        return bare
    try:
        parsed = phonenumbers.parse(bare, region)
    except phonenumbers.NumberParseException:
        return number.strip()
    form = phonenumbers.PhoneNumberFormat.E164
    return phonenumbers.format_number(parsed, form) if phonenumbers.is_valid_number(parsed) else number.strip()


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
    try:
        old = _values(before)
    except yaml.YAMLError:
        return True
    try:
        return _values(after) == old
    except yaml.YAMLError:
        return False


def _values(text: str) -> list[str]:
    """All values, made alike in letters, spaces and numbers, in any order."""
    table = str.maketrans(lookalikes())
    scalars = (e.value for e in yaml.parse(text, Loader=yaml.CSafeLoader) if isinstance(e, yaml.ScalarEvent))
    alike = (" ".join(unicodedata.normalize("NFC", value).translate(table).split()) for value in scalars)
    return sorted(_digits(value) for value in alike)


def _digits(value: str) -> str:
    return re.sub(r"\D", "", value)[-6:] if re.fullmatch(r"[+0-9][0-9 ().\u00a0/-]*", value) and len(value) > 6 else value


def report(changed: Iterable[str], language: str) -> str:
    """What was repaired, for the person at the keyboard."""
    names = list(changed)
    none = {"fr": "Rien à réparer.", "en": "Nothing to repair."}
    return "\n".join(names) if names else none[language]
