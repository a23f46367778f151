"""Changed files on the disk: written aside and renamed, all of them or none, and never outside the project."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rsmms.changes.refusals import MOVED_ON, OUTSIDE
from rsmms.problems.command_error import CommandError


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the project before and after."""

    name: str
    """Its path in the project, with forward slashes."""
    before: bytes | None
    """What was read; ``None`` for a new file."""
    after: bytes

    @property
    def changes(self) -> bool:
        """True if it would be another file."""
        return self.after != self.before


def save(root: Path, edits: Sequence[Edit]) -> list[str]:
    """Write what changed; the names of those files.

    Raise ``CommandError`` for a path that leads out of the project and for a file that is no more as it was read; ``OSError`` where the
    system refuses (a full disk): each file is then whole, as it was or as it shall be.
    """
    changed = [edit for edit in edits if edit.changes]
    paths = [_inside(root, edit.name) for edit in changed]
    for edit, path in zip(changed, paths, strict=True):
        if (path.read_bytes() if path.exists() else None) != edit.before:
            raise CommandError(MOVED_ON, path=edit.name)
    asides: list[Path] = []
    try:
        for edit, path in zip(changed, paths, strict=True):
            asides.append(path.with_name(f".{path.name}.{os.getpid()}"))
            _aside(asides[-1], path, edit.after)
        for aside, path in zip(asides, paths, strict=True):
            aside.replace(path)
    finally:
        for aside in asides:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
    return [edit.name for edit in changed]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file of any folder whole, aside and renamed: a full disk leaves what was there before."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _aside(aside, path, content)
        aside.replace(path)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def write_text(root: Path, path: Path, text: str) -> bool:
    """Write one text of the project whole, aside and renamed; True if the file changed."""
    before = path.read_bytes() if path.exists() else None
    name = Path(os.path.relpath(path.parent.resolve() / path.name, root.resolve())).as_posix()
    return bool(save(root, [Edit(name, before, text.encode())]))


def _inside(root: Path, name: str) -> Path:
    """The place of a file; raise ``CommandError`` if it is not below the project, or is reached through a link that leads out."""
    path = root / name
    try:
        inside = path.resolve().is_relative_to(root.resolve()) and path.resolve() != root.resolve()
    except (OSError, RuntimeError):
        inside = False
    if not inside or ".git" in Path(name).parts:
        raise CommandError(OUTSIDE, path=name)
    return path.resolve() if path.is_symlink() else path


def _aside(aside: Path, path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        aside.chmod(path.stat().st_mode & 0o7777)
