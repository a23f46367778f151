"""A long text that is packed while it waits: thousands of pages wait for each other, and each letter beyond Latin-1 doubles a text."""

import zlib
from typing import Any, overload

_LEVEL = 1
"""A third of a millisecond for a page, which then takes a seventh of the room."""


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
        return zlib.decompress(thing.__dict__[self.name]).decode()

    def __set__(self, thing: Any, text: str) -> None:
        thing.__dict__[self.name] = zlib.compress(text.encode(), _LEVEL)


def compressed(thing: Any, name: str) -> bytes:
    """A packed text as it waits: equal texts are packed equally."""
    found: bytes = thing.__dict__[f"_{name}"]
    return found
