"""What must hold before a file is opened: it is whole, no bomb, not locked, and what it says it is."""

import gzip
import importlib
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from rsmms.importing.refusals import BOMB, CUT, EMPTY, LOCKED, NOT_INSTALLED, WEB_PAGE
from rsmms.problems.command_error import CommandError

LIMIT = 600 * 10**6
"""Bytes of a workbook when it is unpacked: more than ten times the largest that is published."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def library(name: str) -> Any:
    """A library that only importers use; raise ``CommandError`` with what to install if it is missing."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        raise CommandError(NOT_INSTALLED, name=name) from None


def guard(path: Path) -> None:
    """Raise ``CommandError`` for a file that is empty, cut off, locked, a web page, or that unpacks to far too much."""
    with path.open("rb") as file:
        head = file.read(2048)
    if not head.strip():
        raise CommandError(EMPTY, path=path.name)
    if head.lstrip()[:9].lower().startswith((b"<!doctype", b"<html")):
        raise CommandError(WEB_PAGE, path=path.name)
    if head.startswith(_OLE) and _LOCKED in path.read_bytes():
        raise CommandError(LOCKED, path=path.name)
    if head.startswith(b"PK"):
        _zip(path)
    if head.startswith(b"\x1f\x8b"):
        _gzip(path)


def _zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(info.file_size for info in packed.infolist())
            locked = any(info.flag_bits & 1 for info in packed.infolist())
            broken = None if locked or size > LIMIT else packed.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise CommandError(CUT, path=path.name) from None
    if locked or _locked_sheet(path):
        raise CommandError(LOCKED, path=path.name)
    if size > LIMIT:
        raise CommandError(BOMB, path=path.name, size=str(size // 10**6), limit=str(LIMIT // 10**6))
    if broken:
        raise CommandError(CUT, path=path.name)


def _locked_sheet(path: Path) -> bool:
    """True for an .ods whose parts are encrypted: its list of parts says so."""
    with zipfile.ZipFile(path) as packed, suppress(KeyError):
        return b"encryption-data" in packed.read("META-INF/manifest.xml")
    return False


def _gzip(path: Path) -> None:
    """Read to the end: only then is it known to be whole."""
    try:
        with gzip.open(path) as packed:
            while packed.read(1 << 20):
                pass
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise CommandError(CUT, path=path.name) from None
