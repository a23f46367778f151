"""Writes ``.br`` and ``.gz`` beside each file that gains by it, once: no server compresses twice.

Brotli's level 10 takes a third of the time of level 11 for files that are 2 % larger. What was compressed is kept by its content
for the next time, since most files of a site are those of the last one.

It also gives each file a time made from its content. Servers build ``ETag`` from time and size; a rebuild that leaves a page
alone then leaves every reader's copy good, and a change of one digit (same size) still changes it.
"""

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial, reduce
from importlib.metadata import version
from pathlib import Path

import brotli

from rsmms.cache.store import NOTHING_KEPT, Store, digest
from rsmms.deploy.headers import TYPES

_PACKED = frozenset({"png", "webp", "ico", "woff2", "pdf", "zip", "mp3", "ogg", "opus", "m4a"})
"""Extensions whose files are compressed inside."""
KINDS = tuple(f".{extension}" for extension in TYPES if extension not in _PACKED)
_WORTH_IT = 0.9
"""A twin larger than this share of its file is not written."""
_SMALL = 200
"""Bytes that fit into one packet with their headers anyway."""
QUALITY = 10
"""Of brotli, 0 to 11."""
_BATCH = 32
_LENGTH = 8
"""Bytes of the number, before what is kept, that tells where brotli ends and gzip begins."""
_SPRING = 946_684_800
"""1 January 2000, where the times begin: never zero, never in the future."""


@dataclass(frozen=True)
class Packed:
    """What was done, in files and bytes."""

    files: int = 0
    plain: int = 0
    br: int = 0
    gz: int = 0

    def __add__(self, other: "Packed") -> "Packed":
        return Packed(self.files + other.files, self.plain + other.plain, self.br + other.br, self.gz + other.gz)


def compress(site: Path, quality: int = QUALITY, workers: int | None = None, store: Store = NOTHING_KEPT) -> Packed:
    """Compress a whole site on all cores; every old twin goes first (a site has no ``.br`` or ``.gz`` of its own)."""
    _remove_twins(site)
    paths = sorted(p for p in site.rglob("*") if p.is_file())
    one = partial(_one, quality=quality, store=store)
    with ProcessPoolExecutor(workers or os.cpu_count()) as pool:
        done = reduce(Packed.__add__, pool.map(one, paths, chunksize=_BATCH), Packed())
    store.prune()
    return done


def _remove_twins(site: Path) -> None:
    for twin in (*site.rglob("*.br"), *site.rglob("*.gz")):
        twin.unlink()


def _one(path: Path, quality: int, store: Store) -> Packed:
    content = path.read_bytes()
    told = hashlib.sha256(content).digest()
    time = _time(told)
    os.utime(path, (time, time))
    if path.suffix not in KINDS or len(content) < _SMALL:
        return Packed()
    br, gz = _both(content, told, quality, store)
    return Packed(1, len(content), _twin(path, ".br", br, len(content), time), _twin(path, ".gz", gz, len(content), time))


def _both(content: bytes, told: bytes, quality: int, store: Store) -> tuple[bytes, bytes]:
    """A content in brotli and in gzip, made now or kept from an earlier time."""
    key = digest([_presses(), quality, told])
    kept = store.get(key)
    if kept is not None:
        size = int.from_bytes(kept[:_LENGTH], "big")
        return kept[_LENGTH : _LENGTH + size], kept[_LENGTH + size :]
    br, gz = brotli.compress(content, quality=quality), gzip.compress(content, 9, mtime=0)
    store.put(key, len(br).to_bytes(_LENGTH, "big") + br + gz)
    return br, gz


@cache
def _presses() -> str:
    """What compresses."""
    return f"{version('brotli')} {zlib.ZLIB_RUNTIME_VERSION}"


def _twin(path: Path, suffix: str, packed: bytes, plain: int, time: int) -> int:
    if len(packed) > plain * _WORTH_IT:
        return plain
    twin = path.with_name(path.name + suffix)
    twin.write_bytes(packed)
    os.utime(twin, (time, time))
    return len(packed)


def content_time(content: bytes) -> int:
    """Seconds that differ when the content does (one chance in 2²⁹ that they do not)."""
    return _time(hashlib.sha256(content).digest())


def _time(told: bytes) -> int:
    return _SPRING + int.from_bytes(told[:4], "big") % 2**29


def twins(site: Path) -> Iterable[Path]:
    """The compressed files of a site."""
    return sorted((*site.rglob("*.br"), *site.rglob("*.gz")))
