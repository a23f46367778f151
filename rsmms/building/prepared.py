"""What slices of a build have made, in a folder: texts of pages and printed sheets, to be laid out elsewhere.

A folder holds, beside ``made.json`` (from what it was made), the checked content, the texts of some pages of some languages and
some of the sheets; several folders together hold the whole. Texts stay on the disk: of most pages a part needs the name,
title and address alone. It is as trusted as the project's own code, whose machines hand it to each other, and is read with ``pickle``.
"""

import json
import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from rsmms.building.content import Content
from rsmms.building.outputs import PREPARED_MARK as MARK
from rsmms.building.up_to_date import PREPARED
from rsmms.cache.store import code_key, content_key, digest
from rsmms.layout.compressed_text import OnDisk, compressed
from rsmms.layout.page import Page
from rsmms.pages.language_pages import LanguagePages
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.reading.config import build_day, edit_base, languages, site_url
from rsmms.sheets.spec import Content as SheetContent
from rsmms.sheets.spec import Sheet

T = TypeVar("T")
CONTENT = "content.pickle"
_STRANGE = Message(
    "{path} : préparé à partir d’autres fichiers, un autre jour ou pour une autre adresse que ce projet. Préparez de nouveau.",
    "{path}: prepared from other files, on another day or for another address than this project. Prepare it again.",
)
_MISSING = Message("{path} : il y manque {name}. Donnez les dossiers de toutes les parties.", "{path}: {name} is missing. Give the folders of all parts.")


@dataclass(frozen=True, slots=True)
class Share:
    """One of several shares of some work: the ``number``-th, counted from 0."""

    number: int = 0
    of: int = 1

    def run(self, things: Sequence[T]) -> Sequence[T]:
        """A run of neighbours: pages of one kind stay together."""
        return things[len(things) * self.number // self.of : len(things) * (self.number + 1) // self.of]

    def dealt(self, things: Sequence[T]) -> list[T]:
        """Every ``of``-th thing: dear and cheap ones are spread."""
        return list(things[self.number :: self.of])

    @property
    def name(self) -> str:
        """Part of the names of files."""
        return f"{self.number}-{self.of}"

    @classmethod
    def named(cls, name: str) -> "Share":
        """The share of a name."""
        return cls(*map(int, name.split("-")))


WHOLE = Share()
"""All of it."""


def input_key(root: Path) -> str:
    """A key for everything that texts and sheets are made from."""
    configured = languages(root)
    return digest([code_key(root), build_day(), configured, site_url(root), edit_base(root), content_key(root, ("data", "docs"))])


def keep_content(root: Path, folder: Path, content: Content, name: str = CONTENT) -> None:
    """Begin a folder with what was read and checked."""
    folder.mkdir(parents=True, exist_ok=True)
    dump(folder / name, (content.library, content.written))
    (folder / MARK).write_text(json.dumps({"inputs": input_key(root)}), encoding="utf-8")


def marked(folder: Path) -> str:
    """The key of what a folder was made from."""
    return str(json.loads((folder / MARK).read_text(encoding="utf-8"))["inputs"])


def swept(fresh: Path, target: Path) -> None:
    """A folder that is whole gets its name; one that was made before is the same."""
    if not target.exists():
        fresh.rename(target)


def kept_content(folder: Path, name: str = CONTENT) -> Content:
    """What was read and checked."""
    library, written = load(folder / name)
    return Content(library, written, ())


def keep_texts(folder: Path, name: str, pages: Iterable[Page]) -> None:
    """Write some pages under a name: their texts one after the other, and all else of them."""
    told = []
    with _whole(folder / f"{name}.texts") as half, half.open("wb") as texts:
        for page in pages:
            packed = compressed(page, "body")
            told.append((page.waiting(), texts.tell(), len(packed)))
            texts.write(packed)
    dump(folder / f"{name}.pages", told)


def kept_texts(path: Path) -> Iterator[Page]:
    """Some pages in their order; their texts stay on the disk."""
    texts = path.with_suffix(".texts")
    return (page.waiting(OnDisk(texts, start, length)) for page, start, length in load(path))


def keep_sheets(folder: Path, share: Share, sheets: Iterable[tuple[int, Sheet]]) -> None:
    """Write what is known of some printed sheets, each with its place in the list of all; their files stand below the folder."""
    told = [(number, replace(sheet, path=Path(sheet.spec.file), spec=replace(sheet.spec, content=printed))) for number, sheet in sheets]
    dump(folder / f"sheets-{share.name}.pickle", told)


def printed() -> SheetContent:
    """Stands for the content of a sheet that was printed elsewhere: nobody asks for it again."""
    raise AssertionError


@dataclass(frozen=True)
class Prepared:
    """What all slices have made."""

    top: Path
    folders: tuple[Path, ...]

    @cached_property
    def content(self) -> Content:
        """Data and hand-written pages, read and checked by one of the slices."""
        return kept_content(self.folders[0])

    def pages(self, listed: LanguagePages) -> Iterator[Page]:
        """The pages of a language that depend on facts and texts alone, in their usual order; their texts stay on the disk."""
        for path in self.texts(listed.language):
            yield from kept_texts(path)

    def texts(self, language: str) -> list[Path]:
        """The files of a language; raise ``CommandError`` if one is missing."""
        return self._shares(f"texts-{language}", ".pages")

    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets in their usual order, printed by whichever slice."""
        found = [(number, path.parent, sheet) for path in self._shares("sheets", ".pickle") for number, sheet in load(path)]
        return tuple(replace(sheet, path=folder / sheet.path) for _, folder, sheet in sorted(found, key=lambda one: one[0]))

    def _shares(self, name: str, ending: str) -> list[Path]:
        """The files of all shares of one kind, in order."""
        found = {path.stem: path for folder in self.folders for path in folder.glob(f"{name}-*-*{ending}")}
        of = max((int(stem.rpartition("-")[2]) for stem in found), default=1)
        wanted = [f"{name}-{Share(number, of).name}" for number in range(of)]
        missing = next((stem for stem in wanted if stem not in found), None)
        if missing:
            raise CommandError(_MISSING, path=self.top.as_posix(), name=missing + ending)
        return [found[stem] for stem in wanted]


def opened(root: Path) -> Prepared | None:
    """What ``RSMMS_PREPARED`` names, checked; nothing where a build makes everything itself."""
    named = os.environ.get(PREPARED)
    if not named:
        return None
    top, key = root / named, input_key(root)
    marks = sorted(top.rglob(MARK))
    if not marks:
        raise CommandError(_MISSING, path=named, name=MARK)
    for mark in marks:
        if marked(mark.parent) != key:
            raise CommandError(_STRANGE, path=mark.parent.as_posix())
    return Prepared(top, tuple(mark.parent for mark in marks))


def check_prepared(root: Path) -> None:
    """Raise ``CommandError`` if what slices have made is not whole, or was made from something else."""
    found = opened(root)
    if found:
        found.sheets()
        for language in languages(root):
            found.texts(language)


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A file appears whole or not at all, also where two slices make the same."""
    half = target.with_name(f"{target.name}.{os.getpid()}.half")
    try:
        yield half
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def dump(path: Path, told: Any) -> None:
    """Write something for other slices."""
    with _whole(path) as half:
        half.write_bytes(pickle.dumps(told, pickle.HIGHEST_PROTOCOL))


def load(path: Path) -> Any:
    """What another slice has written."""
    return pickle.loads(path.read_bytes())  # noqa: S301 - made by our own slices, see above
