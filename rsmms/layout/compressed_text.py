"""A long text that is packed while it waits: thousands of pages wait for each other, and each letter beyond Latin-1 doubles a text."""

import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, overload

_LEVEL = 1
"""A third of a millisecond for a page, which then takes a seventh of the room."""

NO_TEXT = zlib.compress(b"", _LEVEL)
"""A text that is left out."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A packed text that waits in a file, among others: where there are too many for the memory, or another machine has made them."""

    file: Path
    start: int
    length: int

    def read(self) -> bytes:
        """The packed text."""
        with self.file.open("rb") as texts:
            texts.seek(self.start)
            return texts.read(self.length)


class CompressedText:
    """A field of a dataclass that is a text to everybody else."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = f"_{name}"

    @overload
    def __get__(self, thing: None, owner: type) -> "CompressedText": ...
    @overload
    def __get__(self, thing: object, owner: type) -> str: ...
    def __get__(self, thing: Any, owner: type) -> "CompressedText | str":
        if thing is None:
            raise AttributeError(self.name)  # the field has no default
        return zlib.decompress(_packed(thing.__dict__[self.name])).decode()

    def __set__(self, thing: Any, text: str) -> None:
        thing.__dict__[self.name] = zlib.compress(text.encode(), _LEVEL)


def compressed(thing: Any, name: str) -> bytes:
    """A packed text as it waits: equal texts are packed equally."""
    return _packed(thing.__dict__[f"_{name}"])


def _packed(kept: bytes | OnDisk) -> bytes:
    return kept.read() if isinstance(kept, OnDisk) else kept
