"""The site’s own texts: all there, the same places to fill in each language, no markup."""

import re
from string import Formatter

import pytest

from helpers import ROOT, strings


def fields(text: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", ["en", "ee"])
def test_translations_keep_the_placeholders(language: str):
    """A lost ``{date}`` would hide when something was checked."""
    french = strings("fr")

    assert {key: fields(text) for key, text in strings(language).items()} == {key: fields(french[key]) for key in strings(language)}


def test_english_is_complete():
    """Only Ewe may lack texts."""
    assert set(strings("en")) == set(strings("fr"))


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_texts_are_texts(language: str):
    """``Oui`` and ``No`` in quotes, none empty."""
    assert [key for key, text in strings(language).items() if not isinstance(text, str) or not text.strip()] == []


def test_every_text_the_code_asks_for_exists():
    """Keys in quotes after ``words(``, ``plain(`` or ``t(``, in Python and in templates."""
    found: set[str] = set()
    for path in [*(ROOT / "rsmms").rglob("*.py"), *(ROOT / "theme").rglob("*.html")]:
        found |= set(re.findall(r"(?:\bwords|\.plain|\bview\.t)\(\s*['\"]([a-z_0-9]+[a-z0-9])['\"]", path.read_text(encoding="utf-8")))

    assert found - set(strings("fr")) == set()
    assert len(found) > 80
