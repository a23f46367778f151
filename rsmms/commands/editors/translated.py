"""Stamping a translation: its header remembers which French text each section was made from."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from rsmms.changes.files import write_text
from rsmms.language.fingerprints import TITLE, fingerprints, section_name
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.model.written import Written
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.reading.markdown import read_written

_STAMP = re.compile(r"^from:\n(?:  .*\n)+", re.MULTILINE)


_NO_PAGE = Message("Pas de page française pour {path}.", "No French page for {path}.")
_NO_SECTION = Message(
    "Aucune de ces pages n’a de section « {found} ». Sections : {known}.", "None of these pages has a section “{found}”. Sections: {known}.",
)  # fmt: skip


def stamp(root: Path, path: Path, only: Collection[str] = ()) -> bool:
    """Write into a translation the fingerprints of today's French; True if the file changed.

    ``only`` names the sections that were looked at; the others keep the fingerprint they have. Raise ``CommandError`` for a file that
    is no translation of a French page.
    """
    own, french = _pair(root, path)
    now = fingerprints(french)
    names = [TITLE, *(section_name(section) for section in own.sections)]
    made_from = {name: now[name] if not only or name in only else own.front.made_from.get(name) for name in names if name in now}
    kept = {name: print_ for name, print_ in made_from.items() if print_}
    text = path.read_text(encoding="utf-8")
    made = _stamped(text, kept) if kept else text
    write_text(root, path, made)
    return made != text


def known_sections(root: Path, paths: Sequence[Path], only: Collection[str]) -> None:
    """Raise ``CommandError`` for a section that none of the pages has: nothing would be noted, and nobody would see it."""
    known = {TITLE, *(section_name(section) for path in paths for section in _pair(root, path)[0].sections)} if only else set()
    for name in only:
        if name not in known:
            raise CommandError(_NO_SECTION, found=name, known=", ".join(sorted(known)))


def _pair(root: Path, path: Path) -> tuple[Written, Written]:
    language, inside = _parts(root, path)
    own, _ = read_written(path, root, language, inside)
    source = root / "docs" / SOURCE_LANGUAGE / inside
    french = read_written(source, root, SOURCE_LANGUAGE, inside)[0] if source.exists() else None
    if not own or not french or language == SOURCE_LANGUAGE:
        raise CommandError(_NO_PAGE, path=path.as_posix())
    return own, french


def _parts(root: Path, path: Path) -> tuple[str, str]:
    """Language and path inside its folder: ``en``, ``situations/passeport.md``."""
    try:
        language, _, inside = path.resolve().relative_to((root / "docs").resolve()).as_posix().partition("/")
    except ValueError:
        raise CommandError(_NO_PAGE, path=path.as_posix()) from None
    return language, inside


def _stamped(text: str, made_from: dict[str, str]) -> str:
    """The file with a new ``from:`` at the end of its header, nothing else changed."""
    _, header, body = text.split("---\n", 2)
    kept = _STAMP.sub("", header)
    lines = "".join(f'  {name}: "{print_}"\n' for name, print_ in made_from.items())
    return f"---\n{kept}from:\n{lines}---\n{body}"


def pages_below(root: Path, paths: Sequence[Path]) -> list[Path]:
    """The Markdown files named, or below the folders named, in a stable order."""
    named = [path if path.is_absolute() else root / path for path in paths]
    return [page for path in named for page in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]
