"""What nothing uses: sources that no fact cites, files that nothing reads."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from rsmms.problems.problem import Problem
from rsmms.reading.load import LISTS

SCHEMAS = "data/schema"
"""The folder of the schemas: a project that has it has all lists."""
_BY_COUNTRY = ("data/contacts", "data/country_profiles")
_MEANT = {".yml": ".yaml", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md"}
_SINGLE = ("data/freshness.yaml", "data/urls.txt")

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def orphans(root: Path, languages: Sequence[str]) -> list[str]:
    """Files in ``data`` and ``docs`` that nothing reads."""
    known = {*LISTS, *_SINGLE}
    found = []
    for path in sorted([*(root / "data").rglob("*"), *(root / "docs").rglob("*")]):
        name = path.relative_to(root).as_posix()
        if path.is_file() and name not in known and not _read(name, languages):
            found.append(name)
    return found


def unread_problems(root: Path, languages: Sequence[str]) -> Iterator[Problem]:
    """Files that would silently not be published, each with what to do; and lists of a published project that are gone."""
    for name in orphans(root, languages):
        path = PurePath(name)
        if not _left_alone(path, languages):
            why, meant = _advice(path)
            yield Problem(code="Y015", path=name, values={"why": why}, suggestion=meant)
    if (root / SCHEMAS).is_dir():
        yield from (Problem(code="Y016", path=name) for name in LISTS if not (root / name).exists())


def _left_alone(path: PurePath, languages: Sequence[str]) -> bool:
    """Hidden files, notes for people, folders of a language that is not built yet, and countries' files, which are read whatever their name."""
    inside = path.parts[0] == "docs" and len(path.parts) > len(("docs", "language"))
    waiting = inside and bool(_LANGUAGE.fullmatch(path.parts[1])) and path.parts[1] not in languages
    named = path.suffix == ".yaml" and path.parent.as_posix() in _BY_COUNTRY
    return path.name.startswith(".") or path.stem == "README" or waiting or named


def _advice(path: PurePath) -> tuple[str, str]:
    """What to do with a file that nothing reads, and its right name where only the name is wrong."""
    suffix = _MEANT.get(path.suffix.lower(), path.suffix.lower())
    right = path.with_suffix(suffix).as_posix()
    if path.suffix in _MEANT or (suffix in (".yaml", ".md") and path.suffix != suffix):
        return "@unread_name", right
    return ("@unread_place" if suffix in (".yaml", ".md") else "@unread_kind"), ""


def _read(name: str, languages: Sequence[str]) -> bool:
    folders = r"data/(contacts|country_profiles)/[A-Z]{3}\.yaml|data/schema/\w+\.schema\.json"
    return bool(re.fullmatch(folders, name) or re.fullmatch(rf"docs/({'|'.join(languages)})/.+\.md", name, re.DOTALL))
