"""Order of letters: Ewe has letters of two signs and letters of its own, each in its place."""

import random

import pytest

from rsmms.language.alphabets import ALPHABETS, anchor, initial
from rsmms.language.words import Words

EWE = ("abɔ", "da", "du", "dze", "ɖa", "e", "ɛ", "fe", "ƒe", "ga", "gu", "gbe", "ɣe", "ha", "ka", "ku", "kpɔ", "na", "nu", "nya", "ŋu", "o", "ɔ",
       "ta", "tu", "tsi", "vu", "ʋu", "wɔ", "xɔ")  # fmt: skip


def test_ewe_words_stand_in_ewe_order():
    """Whatever order they come in: dz after all d, ɖ after dz, gb after g, and so on."""
    mixed = list(EWE)
    random.Random(7).shuffle(mixed)

    assert tuple(sorted(mixed, key=Words("ee").sort)) == EWE


def test_marks_and_capitals_do_not_part_words():
    """A tilde or a tone changes the place only between words that are else the same."""
    assert sorted(["srɔ̃", "Srɔ", "sro"], key=Words("ee").sort) == ["sro", "Srɔ", "srɔ̃"]


def test_other_languages_keep_their_order():
    """French sorts without accents."""
    assert sorted(["été", "eau", "école"], key=Words("fr").sort) == ["eau", "école", "été"]


@pytest.mark.parametrize("letter", ALPHABETS["ee"])
def test_each_letter_is_its_own_heading(letter: str):
    """A word is listed under its first letter, also in capitals; each has an anchor of its own in ASCII."""
    assert initial(letter.upper() + "a", "ee") == letter
    assert anchor(letter).isascii()
    assert len({anchor(other) for other in ALPHABETS["ee"]}) == len(ALPHABETS["ee"])
