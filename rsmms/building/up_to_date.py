"""Has anything changed since the site was built? Everything that goes in and everything that came out is compared."""

import json
import os
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from pathlib import Path

from rsmms.cache.store import cache_folder, code_key, digest, files_below
from rsmms.reading.config import build_day

LARGE = 5000
"""Files of data and text up to which a site is built in one go."""
_NOT_READ = {"site", "tests", "bench", "export", "node_modules", "parts", "prepared"}
"""Folders that no build reads; hidden ones and other sites are left out too."""
PREPARED = "RSMMS_PREPARED"
"""Environment variable: the folder of what slices have made, which a build only lays out."""
PART = "RSMMS_LANGUAGES"
"""Environment variable: the languages that a build lays out, separated by spaces or commas; all by default."""
_VARIABLES = ("SITE_URL", "EDIT_BASE", "RSMMS_PARTS", PART, PREPARED)
"""Environment variables that change what is built."""


@dataclass(frozen=True)
class BuildRecord:
    """What a site was built from, kept beside the cache; without a cache it never holds."""

    root: Path
    out: Path
    builder: str

    @cached_property
    def _file(self) -> Path | None:
        folder = cache_folder(self.root)
        return folder / f"built-{digest([str(self.out.resolve())])[:12]}.json" if folder else None

    @cached_property
    def inputs(self) -> str:
        """A key for every file of the project, the code and packages, the day, and what the environment says."""
        names = sorted(p.name for p in self.root.iterdir() if not p.name.startswith(".") and p.name not in _NOT_READ and p != self.out and not _a_site(p))
        read = (part for p in files_below(self.root, names) for part in (p.relative_to(self.root).as_posix(), p.read_bytes()))
        variables = [os.environ.get(name, "") for name in _VARIABLES]
        return digest([self.builder, build_day(), *variables, code_key(self.root), *read])

    def is_up_to_date(self) -> bool:
        """True if the site is there, whole, and made from just these inputs, which are read now: an edit during a build counts as new."""
        now = self.inputs
        if not self._file or not self._file.exists() or not self.out.is_dir():
            return False
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except ValueError:
            return False
        return bool(kept == {"inputs": now, "site": listing(self.out)})

    def invalidate(self) -> None:
        """From now on the site is being changed."""
        if self._file:
            self._file.unlink(missing_ok=True)

    def save(self) -> None:
        """The site is there and whole."""
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps({"inputs": self.inputs, "site": listing(self.out)}), encoding="utf-8")


def is_large(root: Path) -> bool:
    """True for a project that one process would need too much memory for: it is built in slices."""
    return sum(1 for _ in islice(chain((root / "docs").rglob("*.md"), (root / "data").rglob("*.yaml")), LARGE + 1)) > LARGE


def _a_site(path: Path) -> bool:
    return (path / "donnees" / "catalog.json").exists()


def listing(folder: Path) -> str:
    """A key for the names, sizes and times of all files of a site."""
    found, waiting = [], [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    about = entry.stat(follow_symlinks=False)
                    found.append((os.path.relpath(entry.path, folder), about.st_size, about.st_mtime_ns))
    return digest(sorted(found))
