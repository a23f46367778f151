"""What ``check`` said about a project: where its files, the code, the packages and the day are the same, it says the same.

A project with anything but plain files (a link, something that cannot be read) is always read anew.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rsmms.cache.store import code_key, digest, open_store
from rsmms.reading.config import CONFIG, build_day

CODE = Path(__file__).resolve().parents[2]
"""The project whose code runs: it may check another one."""
_READ = ("data", "docs", "audio")


@dataclass(frozen=True)
class Verdict:
    """The words of a report, and whether the project must be mended."""

    said: str
    wrong: bool


class _NotPlainError(Exception):
    """Something whose content does not tell all about it."""


def verdict_key(root: Path, language: str) -> str:
    """A key for everything that a check in one language reads; empty where that cannot be told."""
    try:
        told = [part for name in _READ for part in _entries(root / name)]
        return digest(["check", code_key(CODE), (root / CONFIG).read_bytes(), build_day(), language, *told])
    except (OSError, _NotPlainError):
        return ""


def _entries(start: Path) -> Iterator[str | bytes]:
    """Each folder with its names, and each file with its bytes, in a stable order."""
    if start.is_symlink():
        raise _NotPlainError
    if not start.exists():
        return
    for folder, folders, files in os.walk(start, onerror=_refuse):
        folders.sort()
        yield repr((os.path.relpath(folder, start), folders, sorted(files)))
        paths = [Path(folder, name) for name in (*folders, *sorted(files))]
        if any(p.is_symlink() for p in paths):
            raise _NotPlainError
        for path in paths[len(folders) :]:
            if not path.is_file():
                raise _NotPlainError
            yield path.read_bytes()


def _refuse(error: OSError) -> None:
    raise error


def find_verdict(root: Path, key: str) -> Verdict | None:
    """What was said under a key; nothing if it was not kept, or is no more as it was written."""
    kept = open_store(root, "verdicts").get(key) if key else None
    return Verdict(**json.loads(kept)) if kept else None


def keep_verdict(root: Path, key: str, verdict: Verdict) -> None:
    """Keep what was said for the next time."""
    if key:
        store = open_store(root, "verdicts")
        store.put(key, json.dumps(asdict(verdict)).encode())
        store.prune()
