"""The whole site as one file with its checksum: same site, same bytes."""

import gzip
import hashlib
import tarfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

NAME = "rsmms-site.tar.gz"
GZIP = b"\x1f\x8b"
"""How every file of this kind begins."""
_TWINS = (".br", ".gz")


def archive(site: Path, out: Path, day: date) -> str:
    """Write ``out`` and ``out.sha256`` (as ``sha256sum --check`` reads it); the checksum comes back.

    Entries are sorted, belong to nobody, and bear the build day; compressed twins can be made again and stay out.
    """
    moment = int(datetime.combine(day, time(), UTC).timestamp())
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=moment) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for path in _files(site):
            with path.open("rb") as content:
                tar.addfile(_entry(path, site, moment), content)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    out.with_name(out.name + ".sha256").write_text(f"{digest}  {out.name}\n", encoding="utf-8")
    return digest


def _files(site: Path) -> Iterator[Path]:
    twins = {p for p in site.rglob("*") if p.suffix in _TWINS and p.with_suffix("").exists()}
    yield from sorted((p for p in site.rglob("*") if p.is_file() and p not in twins), key=lambda p: p.relative_to(site).as_posix())


def _entry(path: Path, site: Path, moment: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(f"site/{path.relative_to(site).as_posix()}")
    entry.size, entry.mtime, entry.mode = path.stat().st_size, moment, 0o644
    return entry
