"""A site built in parts, one or more languages each, on machines that share the work; and the parts put together.

Every part knows all pages (menus, languages and search name each other) and lays out only its own; what belongs to no
language is written by the part that has the source language.
"""

import errno
import os
import tempfile
from collections.abc import Sequence
from filecmp import cmp
from pathlib import Path

from rsmms.building.up_to_date import PART
from rsmms.sheets.printing import linked


def languages_here(every: Sequence[str]) -> tuple[str, ...]:
    """The languages that this build lays out, in the order of the configuration."""
    named = os.environ.get(PART, "").replace(",", " ").split()
    return tuple(language for language in every if language in named or not named)


def merge(parts: Sequence[Path], out: Path) -> None:
    """Put parts together into ``out``; raise ``ValueError`` with the name of a file that two parts have with different contents."""
    missing = next((part for part in parts if not part.is_dir()), None)
    if missing:
        raise FileNotFoundError(errno.ENOENT, "", str(missing))
    if out.exists():
        raise FileExistsError(errno.EEXIST, "", str(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".merge-") as aside:
        whole = Path(aside) / "site"
        for part in parts:
            for path in sorted(p for p in part.rglob("*") if p.is_file()):
                _add(path, whole / path.relative_to(part), path.relative_to(part).as_posix())
        whole.rename(out)


def _add(path: Path, target: Path, name: str) -> None:
    if target.exists():
        if not cmp(path, target, shallow=False):
            raise ValueError(name)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    linked(path, target)
