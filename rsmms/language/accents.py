"""Accents that went missing or were damaged on the way from one program to another."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pycountry
from babel import Locale

_BROKEN = re.compile("(?:[ÂÃ][\x80-¿€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸŽž]|â€[\x80-¿™œ\x9d˜¦“”]|Å[‹Š“’])")
"""UTF-8 read as Windows-1252: ``Ã©`` for é, ``â€™`` for ’, ``Å‹`` for ŋ."""
_WORD = re.compile(r"[A-ZÀ-Ý][\w’'-]+")
_OTHER_NAMES = re.compile(r" (?:City|Street|Road)\b")
"""English words after which a name is not the French one: Benin City."""


def broken(text: str) -> Iterator[tuple[int, str, str]]:
    """Where, what and what was meant, for each letter that was decoded wrongly."""
    for match in _BROKEN.finditer(text):
        try:
            yield match.start(), match[0], match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue


@cache
def accented_countries() -> dict[str, str]:
    """French names of countries that have an accent, by the same name without it."""
    return accented(str(Locale("fr").territories.get(country.alpha_2, "")) for country in pycountry.countries)


def accented(names: Iterable[str]) -> dict[str, str]:
    """The words with an accent in some names, by the same word without it."""
    words = sorted({word for name in names for word in _WORD.findall(name)})
    return {bare(word): word for word in words if bare(word) != word}


def bare(text: str) -> str:
    """A text without accents: ``Lome`` for Lomé."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def lost(text: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Names in a French text that have lost their accent, with the right form."""
    for match in _WORD.finditer(text):
        if match[0] in known and not _OTHER_NAMES.match(text, match.end()):
            yield match[0], known[match[0]]
