"""Folding: what people type without accents or Ewe letters finds what is written with them."""

import csv
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import FOLDER
from rsmms.language.fold import LETTERS, fold, terms
from rsmms.layout.plan import Plan
from rsmms.search.index import search_parts

PARITY = (
    ("Passeport", "passeport"), ("RÉSEAU", "reseau"), ("Ça va où ?", "ca va ou ?"), ("Ʋɔnudrɔ̃ƒe", "vonudrofe"), ("Eʋegbe", "evegbe"),
    ("ƉEVIWO", "deviwo"), ("Ðeviwo", "deviwo"), ("đeviwo", "deviwo"), ("ŋkɔ", "nko"), ("ƔEYIƔI", "geyigi"), ("dɔwɔla", "dowola"),
    ("agbalẽ", "agbale"), ("ɖɔɖɔ", "dodo"), ("cœur", "coeur"), ("ÆSOP", "aesop"), ("Straße", "strasse"), ("Ətsɔ", "etso"), ("ǝ", "e"),
    ("C143", "c143"), ("+228 22 21", "+228 22 21"), ("l’employeur", "l’employeur"), ("İstanbul", "istanbul"), ("Ünü", "unu"),
    ("é̃", "e"), ("", ""), ("سفر", "سفر"), ("ΩΣ", "ως"), ("e\u0301", "e"), ("ﬁ", "ﬁ"), ("Côte d'Ivoire", "cote d'ivoire"), ("ʊ ʋ υ", "v v v"),
    ("ͻ ᴐ ɔ", "o o o"), ("pass\u00adeport", "passeport"), ("sa\u200blaire", "salaire"), ("Lo\u2060mé\u200e", "lome"), ("\ufeffvisa\u202e", "visa"),
    ("\u2066Ɖeviwo\u2069", "deviwo"), ("a\u200db", "ab"),
)  # fmt: skip
"""Text and folded text. The browser's ``fold`` must give the same (tests/data/fold.json has the list for it)."""


@pytest.mark.parametrize(("text", "folded"), PARITY)
def test_fold(text: str, folded: str):
    """One by one."""
    assert fold(text) == folded


def test_the_list_for_the_browser_is_current():
    """The browser's test reads the same pairs from a file."""
    path = FOLDER / "data" / "fold.json"

    assert json.loads(path.read_text(encoding="utf-8")) == [list(pair) for pair in PARITY]


@pytest.mark.parametrize(("text", "words"), [
    ("l’employeur garde", ["l", "employeur", "garde"]), ("l'employeur", ["l", "employeur"]), ("C143, art. 9(1)", ["c143", "art", "9", "1"]),
    ("travail_domestique – maison", ["travail", "domestique", "maison"]), ("  ", []), ("", []), ("Ʋɔ ŋu!", ["vo", "nu"]), ("sans-papiers", ["sans", "papiers"]),
])  # fmt: skip
def test_terms(text: str, words: list[str]):
    """Words, folded, parted by everything that is no letter or digit."""
    assert list(terms(text)) == words


def test_the_table_holds_the_reference():
    """Every letter of the Ewe reference folds as it says (marks go with NFD; apostrophes part words instead)."""
    rows = csv.reader((FOLDER / "data" / "search_folding.csv").read_text(encoding="utf-8").splitlines()[1:])
    for letters, to, _ in rows:
        if letters.startswith(("any", "’")):
            continue
        targets = to.split()
        for number, letter in enumerate(letters.split()):
            assert fold(letter) == (targets[number] if len(targets) > 1 else to)


def test_the_table_has_lower_case_and_no_loops():
    """What a letter becomes is plain ASCII, so folding twice changes nothing."""
    assert {key: key.lower() for key in LETTERS} == {key: key for key in LETTERS}
    assert all(value.isascii() and value.isalpha() for value in LETTERS.values())


def test_search_files_carry_the_same_table(tiny_plan: Plan):
    """The browser never has a table of its own."""
    assert json.loads(search_parts(tiny_plan, "ee")[0])["fold"] == LETTERS


WORDS = st.text(st.characters(categories=("L", "N"), max_codepoint=0x24F) | st.sampled_from("ɖɛƒɣŋɔʋẽɔ̃'’- "), max_size=30)


@given(WORDS)
def test_folding_twice_is_folding_once(text: str):
    """A folded text is its own folding."""
    assert fold(fold(text)) == fold(text)


@given(WORDS)
def test_composed_or_in_pieces_is_the_same(text: str):
    """However a keyboard makes an accent."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(WORDS)
def test_capitals_do_not_matter(text: str):
    """Except for the few letters whose capital is another word's."""
    if text.upper().lower() == text.lower():
        assert fold(text.upper()) == fold(text)


@given(WORDS)
def test_no_mark_is_left(text: str):
    """Nothing that a plain keyboard lacks for the letters of fr, en and ee."""
    assert not [c for c in fold(text) if unicodedata.category(c).startswith("M")]
