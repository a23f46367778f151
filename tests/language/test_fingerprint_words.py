"""What a fingerprint sees, word by word; and that prints noted years ago stay true, because translations store them."""

from pathlib import Path

import pytest

from helpers import SITUATION, SITUATION_FR, lay_out
from rsmms.language.fingerprints import fingerprint, fingerprints, tokens
from rsmms.model.written import Written
from rsmms.reading.markdown import read_written


@pytest.mark.parametrize(("text", "words"), [
    ("**L’employeur** vous doit 1 500 € [ici](a.md). [[?:no-document]]", ["l", "employeur", "vous", "doit", "1500", "€", "ici"]),
    ("1\u00a0500 et 1\u202f234\u202f567, mais 12 34 et 1 5000", ["1500", "et", "1234567", "mais", "12", "34", "et", "1", "5000"]),
    ("avant[[src:ilo]]après [[c143:9]][[in:BEL]]", ["avant", "après", "in", "bel"]),
    ("[Le guide](../a/b.md#c), [l’autre](https://x.example/y)", ["le", "guide", "l", "autre"]),
    ("sœur, Œuvre, ŒUVRE, soeur", ["soeur", "oeuvre", "oeuvre", "soeur"]),
    ("e\u0301te\u0301 ÉTÉ", ["été", "été"]), ("Straße", ["strasse"]), ("50 % 10£ 5$ 20°", ["50", "%", "10", "£", "5", "$", "20", "°"]),
    ("a_b — c/d", ["a", "b", "c", "d"]), ("", []),
])  # fmt: skip
def test_words_and_numbers(text: str, words: list[str]):
    """Marks of origin and targets of links are no words; a grouped number is one."""
    assert tokens(text) == words


@pytest.mark.parametrize(("text", "print_"), [
    ("", "e3b0c442"), ("Demandez votre passeport.", "08db4d5e"), ("1 500 €", "6f322007"),
])  # fmt: skip
def test_prints_never_change(text: str, print_: str):
    """Hundreds of translations note these signs: another way of counting would raise an alarm on each of them."""
    assert fingerprint(text) == print_


def page(root: Path) -> Written:
    """The tiny French situation."""
    found, _ = read_written(root / "docs" / "fr" / SITUATION, root, "fr", SITUATION)
    assert found
    return found


def test_the_print_of_a_section_is_that_of_its_heading_and_text(tmp_path: Path):
    """The header counts as title, short title and description; a line that only sets a style does not count."""
    styled = SITUATION_FR.replace("- Une photo du passeport. [[?:no-document]]\n", "- Une photo du passeport. [[?:no-document]]\n{: .cards }\n")
    found = fingerprints(page(lay_out(tmp_path, {f"docs/fr/{SITUATION}": styled})))

    assert found == {
        "title": fingerprint("Mon employeur garde mon passeport. Passeport confisqué. Votre employeur garde votre passeport. Que faire et qui appeler."),
        "lead": fingerprint("Votre passeport est à vous."),
        "agir": fingerprint("Que faire maintenant. Demandez votre passeport. Allez au syndicat."),
        "preuves": fingerprint("Preuves à garder. Une photo du passeport."),
        "modele": fingerprint("Lettre. text Monsieur, Rendez-moi mon passeport."),
    }
