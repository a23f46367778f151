"""Folding of letters, so that people find words typed without accents or Ewe letters.

The table is the one the browser uses too (written into its search file by ``rsmms.search.index``).
Source: ``search_folding.csv`` of the Ewe reference, measured on public corpora.
"""

import re
import unicodedata
from functools import lru_cache

LETTERS: dict[str, str] = {
    "ɖ": "d", "đ": "d", "ð": "d", "ɛ": "e", "ε": "e", "ə": "e", "ǝ": "e", "ƒ": "f", "ɣ": "g", "γ": "g",
    "ŋ": "n", "ɔ": "o", "ͻ": "o", "ᴐ": "o", "ʋ": "v", "ʊ": "v", "υ": "v", "œ": "oe", "æ": "ae", "ß": "ss",
}  # fmt: skip
"""Letters that Unicode does not decompose, lower case, and what people type instead."""

_TABLE = str.maketrans(LETTERS)
_UNWRITTEN = ("M", "Cf")
"""Marks, and signs of format: nobody types them."""
_KNOWN = 50_000
"""Names of countries and kinds of contacts come again on every page of every language."""
_APART = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=_KNOWN)
def fold(text: str) -> str:
    """Lower-case letters without marks: ``Ʋɔnudrɔ̃ƒe`` becomes ``vonudrofe``.

    Apostrophes part words (``l’employeur`` is ``l employeur``). Signs that nobody sees (soft hyphens, joiners, directions), as copied text has them, go.
    """
    lowered = unicodedata.normalize("NFD", text.lower())
    bare = "".join(c for c in lowered if not unicodedata.category(c).startswith(_UNWRITTEN))
    return unicodedata.normalize("NFC", bare).translate(_TABLE)


@lru_cache(maxsize=_KNOWN)
def terms(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(word for word in _APART.split(fold(text)) if word)
