"""What builds keep for the next one, named by a hash of everything it was made from.

Entries are never changed, only written under a new name, so two builds may use a store at once and it may be
deleted at any time. Each begins with a digest of its name and content: one that a disk has spoilt counts as not kept.
``RSMMS_CACHE`` names its folder; ``off`` keeps nothing.
"""

import hashlib
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CACHE = "RSMMS_CACHE"
"""Environment variable: the folder of the store; ``.cache/`` in the project by default, ``off`` for none."""
OFF = "off"
_CODE = ("rsmms", "hooks", "theme", "sheets", "mkdocs.yml")
_SUFFIXES = {".py", ".yaml", ".yml", ".html", ".css", ".js", ".typ", ".json", ".svg", ".woff2", ".webmanifest"}
_UNUSED_DAYS = 14
_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Store:
    """A folder of bytes by key. Without a folder it keeps nothing."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; nothing if it is no more as it was written."""
        path = self._path(key)
        if path is None:
            return None
        try:
            entry = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        content = entry[_DIGEST:]
        return content if entry[:_DIGEST] == _proof(key, content) else None

    def copy(self, key: str, target: Path) -> bool:
        """Copy what was kept under a key into a file; False if there is nothing."""
        content = self.get(key)
        if content is None:
            return False
        try:
            target.write_bytes(content)  # pages are small: fewer calls than a copy by the system
        except OSError:
            return False
        return True

    def put(self, key: str, content: bytes) -> None:
        """Keep something; it appears whole or not at all. A full disk is no reason to stop a build."""
        path = self._path(key)
        if path is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_name(f"{path.name}.{os.getpid()}")
            aside.write_bytes(_proof(key, content) + content)
            aside.rename(path)
        except OSError:
            return

    def prune(self) -> None:
        """Remove what no build has used for two weeks."""
        old = time.time() - _UNUSED_DAYS * 86400
        for path in self.folder.glob("??/*") if self.folder else ():
            if path.stat().st_mtime < old:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path | None:
        return self.folder / key[:2] / key[2:] if self.folder else None


def _proof(key: str, content: bytes) -> bytes:
    """What an entry begins with: it is whole, and belongs to this key."""
    made = hashlib.sha256(key.encode())
    made.update(content)
    return made.digest()


def file_digest(path: Path) -> str:
    """The digest of a file that is kept under its own name; empty if it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


NOTHING_KEPT = Store(None)
"""For builds that keep nothing."""


def cache_folder(root: Path) -> Path | None:
    """The folder in which builds keep things; ``None`` if they shall keep nothing."""
    named = os.environ.get(CACHE, "")
    return None if named == OFF else Path(named or root / ".cache")


def open_store(root: Path, name: str) -> Store:
    """The store of one kind of things."""
    folder = cache_folder(root)
    return Store(folder / name if folder else None)


def digest(parts: Iterable[object]) -> str:
    """A key for anything whose ``repr`` tells all about it."""
    made = hashlib.sha256()
    for part in parts:
        made.update(_plain(part))
        made.update(b"\0")
    return made.hexdigest()


def _plain(part: object) -> bytes:
    """Texts as they are: their ``repr`` is slow, and most of what is told is text."""
    if isinstance(part, str):
        return b"%d:" % len(part) + part.encode(errors="surrogatepass")
    return part if isinstance(part, bytes) else repr(part).encode()


def files_below(root: Path, names: Iterable[str], suffixes: set[str] | None = None) -> list[Path]:
    """Files and the files of folders, in a stable order; hidden ones and compiled Python left out."""
    found: list[Path] = []
    for name in names:
        start = root / name
        inside = start.rglob("*") if start.is_dir() else [start]
        found += [p for p in inside if p.is_file() and "__pycache__" not in p.parts and (suffixes is None or p.suffix in suffixes)]
    return sorted(found)


def content_key(root: Path, names: Iterable[str], suffixes: set[str] | None = None) -> str:
    """A key for the names and bytes of files."""
    return digest(part for p in files_below(root, names, suffixes) for part in (p.relative_to(root).as_posix(), p.read_bytes()))


def code_key(root: Path) -> str:
    """A key for all that makes pages besides data and text: our code, templates, configuration, packages."""
    return digest([content_key(root, _CODE, _SUFFIXES), sys.version_info[:3], *_installed(tuple(sys.path))])


@cache
def _installed(path: tuple[str, ...]) -> tuple[str, ...]:
    """Name and version of every installed package, as the folders of their descriptions are called: reading these takes long."""
    folders = [Path(folder) for folder in path if folder and Path(folder).is_dir()]
    return tuple(sorted({p.name for folder in folders for p in folder.iterdir() if p.suffix in (".dist-info", ".egg-info")}))
