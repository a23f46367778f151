"""What a sheet is before it is printed (``SheetSpec``) and after (``Sheet``)."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

Content = Mapping[str, Any]
"""Everything a template prints, in plain JSON types, every text in the reader's language already."""

FOLDER = "fiches"
KINDS = ("situation", "country", "instrument", "network", "wallet", "poster", "booklet", "bilingual", "card", "kit", "lawyers", "review", "voice")
"""Kinds of sheets in the order of lists."""
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Digits and letters that nobody mixes up when typing them from paper."""


def short_code(*parts: str, length: int = 6) -> str:
    """A short name for some texts, always the same for the same texts.

    >>> short_code("country", "TGO", "fr") == short_code("country", "TGO", "fr")
    True
    """
    number = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:8], "big")
    letters = []
    for _ in range(length):
        number, rest = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[rest])
    return "".join(letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSpec:
    """One sheet that can be printed; its content is computed when asked for."""

    kind: str
    id: str
    """Stable, the same in all languages: ``TGO``, ``c143``, ``passport-kept``."""
    language: str
    file: str
    """Path from the site's root: ``fiches/pays-togo-fr.pdf``."""
    title: str
    page: str
    """Markdown path of the page it belongs to: ``pays/togo.md``."""
    template: str
    """File name in ``sheets/``."""
    site_url: str
    content: Callable[[], Content] = field(compare=False, repr=False)
    country: str = ""
    """The country (alpha-3) whose bundle holds the sheet."""
    pages: int = 2
    """How many pages it may have; 0 for as many as it takes."""
    sizes: tuple[float, ...] = (10, 9.5, 9)
    """Text sizes in points, tried in this order until the sheet fits."""
    brief: tuple[float, ...] = ()
    """Sizes tried after that with long texts cut to their first two sentences; the sheet then says so."""
    imposed: bool = False
    """True for a booklet whose pages are laid out for stapling."""
    data: tuple[str, ...] = ()
    """Files to change in order to change the sheet, for messages."""

    @property
    def code(self) -> str:
        """The short code printed on the sheet: it names kind, thing and language, never changes."""
        return short_code(self.kind, self.id, self.language)

    @property
    def format(self) -> str:
        """``pdf`` or ``png``."""
        return self.file.rpartition(".")[2]

    @property
    def check_path(self) -> str:
        """Markdown path of the page that says whether a printed copy is still good."""
        return f"f/{self.code}.md"

    @property
    def check_url(self) -> str:
        """Full address of that page."""
        folder = "" if self.language == "fr" else f"{self.language}/"
        return f"{self.site_url.rstrip('/')}/{folder}f/{self.code}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet as it was built."""

    spec: SheetSpec
    path: Path
    bytes: int
    pages: int
    checksum: str
    """Eight letters made from the content: two copies with the same letters say the same."""
    edition: date
    """The newest day on which a fact of the sheet was checked, or its text changed."""
    parts: tuple[tuple[str, date], ...] = ()
    """Name of each part and the newest day in it, for "what changed since"."""
    key: str = ""
    """What the cache calls it."""
    compiled: bool = False
    """True if it had to be made now, False if it came from the cache."""
