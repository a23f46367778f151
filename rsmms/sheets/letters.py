"""Letters that need two or three code points, and which of them the font has as one glyph.

Typst writes a wrong text map for a letter that is drawn from two glyphs (typst/typst#8767): the sheet looks
right, but search, copy and screen readers break, and validators do not see it. So every such letter
has a glyph of its own in our font, and a text with any other one is a problem before it is printed.
"""

import re
import unicodedata
from functools import cache
from itertools import product

LATIN, ARABIC = "fontpkg_noto_sans", "fontpkg_noto_kufi_arabic"
"""Packages whose fonts the sheets use."""
_TONES = "\u0301\u0300\u0302\u030c\u0304"
"""Acute, grave, circumflex, caron, macron."""
_TILDE = "\u0303"
_COMBINED = re.compile(r"\w[\u0300-\u036f]+")


@cache
def sequences() -> tuple[str, ...]:
    """Every letter with marks, in NFC, that stays longer than one code point."""
    open_vowels = product("ɔɛƆƐ", (_TILDE, *_TONES, *(_TILDE + tone for tone in _TONES)))
    nasal_vowels = product("aeiouAEIOU", (_TILDE + tone for tone in _TONES))
    nasals = product("ŋŊmnMN", _TONES)
    every = (unicodedata.normalize("NFC", base + marks) for base, marks in (*open_vowels, *nasal_vowels, *nasals))
    return tuple(sorted({text for text in every if len(text) > 1}))


def unknown_letters(text: str) -> tuple[str, ...]:
    """Letters of a text that would come out wrong when copied from a sheet.

    >>> unknown_letters("vɔ̃ɖi"), unknown_letters("q\u0303")
    ((), ('q\u0303',))
    """
    if text.isascii():
        return ()
    found = _COMBINED.findall(unicodedata.normalize("NFC", text))
    return tuple(dict.fromkeys(letter for letter in found if letter not in sequences()))
