"""Alphabetical order of languages whose letters are not the twenty-six: which letters there are, and how a text is put in their order."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rsmms.language.fold import fold

ALPHABETS: Mapping[str, tuple[str, ...]] = {
    "ee": (
        "a", "b", "c", "d", "dz", "ɖ", "e", "ɛ", "f", "ƒ", "g", "gb", "ɣ", "h", "i", "j", "k", "kp", "l", "m", "n", "ny", "ŋ", "o", "ɔ", "p", "q", "r", "s",
        "t", "ts", "u", "v", "ʋ", "w", "x", "y", "z",
    ),
}  # fmt: skip
"""Letters in their order; some are written with two signs. Ewe as primers have it, with c, j and q for names from abroad."""
_KNOWN = 50_000


def letters(text: str, language: str) -> Iterator[str]:
    """The letters of a text in lower case, the longest first; other signs one by one, marks left out.

    >>> list(letters("Dzɔdzɔ", "ee")), list(letters("Ðé", "ee"))
    (['dz', 'ɔ', 'dz', 'ɔ'], ['ð', 'e'])
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    double, at = {letter for letter in ALPHABETS[language] if len(letter) > 1}, 0
    while at < len(bare):
        taken = bare[at : at + 2] if bare[at : at + 2] in double else bare[at]
        yield taken
        at += len(taken)


@lru_cache(maxsize=_KNOWN)
def order(text: str, language: str) -> str:
    """A key for alphabetical order, without accents: signs first, then the letters of the language in their order.

    >>> sorted(["gbe", "ga", "ɣe", "ha"], key=lambda word: order(word, "ee"))
    ['ga', 'gbe', 'ɣe', 'ha']
    """
    if language not in ALPHABETS:
        return fold(text)
    places = {letter: place for place, letter in enumerate(ALPHABETS[language])}
    return "".join(chr(_LETTERS + places[letter]) if letter in places else letter for letter in letters(text, language))


_LETTERS = 0x3000
"""Behind all signs and digits of texts; only keys are made of these."""


def initial(text: str, language: str) -> str:
    """The letter under which a list from A to Z shows a text; ``0`` for what begins with none.

    >>> initial("« Kpovitɔwo »", "ee"), initial("Écrire", "fr"), initial("112", "fr")
    ('kp', 'e', '0')
    """
    found = letters(text, language) if language in ALPHABETS else iter(fold(text))
    first = next((letter for letter in found if letter[0].isalnum()), "0")
    return first if first.isalpha() else "0"


def anchor(letter: str) -> str:
    """The id of a letter in addresses: a letter that ASCII lacks is told apart by an ``x``.

    >>> anchor("d"), anchor("dz"), anchor("ɖ")
    ('d', 'dz', 'dx')
    """
    return letter if letter.isascii() else f"{fold(letter)}x"
