"""Which letters a language writes (``alphabets.yaml``): anything else in its text was typed on another keyboard, or is another language."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rsmms.language.tables import table

_MARKS = "\u0300-\u036f"
"""Accents that stand by themselves behind their letter."""


@cache
def _letters() -> tuple[dict[str, str], dict[str, list[str]]]:
    """Letters by the name of an alphabet, and the alphabets of each language."""
    read = table(Path(__file__).with_name("alphabets.yaml"))
    return read["letters"], read["languages"]


@cache
def _outside(language: str) -> re.Pattern[str]:
    """What no alphabet of a language has; of the whole site for a language of which nothing is known."""
    letters, languages = _letters()
    return re.compile(f"[^{_MARKS}{''.join(letters[name] for name in languages.get(language, letters))}]")


def has_alphabet(language: str) -> bool:
    """True for a language whose letters are known."""
    return language in _letters()[1]


def letters_outside(text: str, language: str = "") -> Iterator[re.Match[str]]:
    """Letters of a text that its language does not write; that no language of the site writes where none is given.

    >>> [found[0] for found in letters_outside("L\u043em\u00e9")], [found[0] for found in letters_outside("a\u0192e", "fr")]
    (['\u043e'], ['\u0192'])
    """
    return (found for found in _outside(language).finditer(text) if found[0].isalpha())
