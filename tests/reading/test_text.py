"""Rules for every text: Unicode form, look-alike letters, tags, links, invisible characters."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import FOLDER, ROOT
from rsmms.reading.text_rules import lookalikes, string_problems, text_problems
from rsmms.reading.yaml_source import parse


def told(text: str) -> list[str]:
    """The English texts of the problems of one text."""
    return [p.text("en") for p in string_problems(text, "f.md", 1)]


def codes(text: str) -> list[str]:
    """The codes of the problems of one text."""
    return [p.code for p in string_problems(text, "f.md", 1)]


@pytest.mark.parametrize(
    "tag",
    ["<script>", "</script>", "<ScRiPt src=x>", "< script>", "<img src=x onerror=alert(1)>", "<!-- x -->", "<!DOCTYPE html>", "<?php ?>",
     "<svg/onload=alert(1)>", "<a\nhref=x>", "<b"],
)  # fmt: skip
def test_tags_are_refused(tag: str):
    """No text holds markup, however it is written; unclosed tags count too."""
    assert [c for c in codes(f"avant {tag} après") if c == "T003"] == ["T003"]


@pytest.mark.parametrize("text", ["3 < 5", "a <- b", "x <= y", "<3", "5 > 3", "1<2"])
def test_comparison_signs_are_no_tags(text: str):
    """A sign between numbers is text."""
    assert told(text) == []


@pytest.mark.parametrize("text", ["javascript&#58;alert(1)", "&lt;script&gt;", "&colon;", "&#x6a;avascript:x", "l&rsquo;employeur"])
def test_character_references_are_refused(text: str):
    """Markdown would turn them into the letters of a tag or a link that no rule has seen."""
    assert "T003" in codes(text)


@pytest.mark.parametrize("text", ["R&D", "A & B", "AT&T; x", "a &b c"])
def test_an_ampersand_is_text(text: str):
    """Only a whole reference, from & to ;, is refused."""
    assert codes(text) == (["T003"] if "&T;" in text else [])


def test_attributes_of_markdown_are_refused():
    """``attr_list`` would write them into the page: ``onclick``, ``style``, ``href``. A heading's id is allowed."""
    assert told('[x](a.md){: onclick="steal()" }') == ['f.md:1: HTML tag “{: onclick="steal()" }” in a text; write plain text [T003]']
    assert told("## Titre {#agir}") == []


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "JavaScript:x", "javascript :x", "data:text/html,x", "vbscript:x", "file:///etc", "blob:x", "ftp://x.org",
     "[x](javascript:x)", "[x]: javascript:x"],
)  # fmt: skip
def test_dangerous_links_are_refused(link: str):
    """A link runs no script and opens no file."""
    assert "T004" in codes(f"voir {link}")


@pytest.mark.parametrize("link", ["https://ilo.org/x", "mailto:a@b.org", "tel:+22822213334", "sms:117", "Données : oui", "Lomé: 5", "open data: CC BY 4.0"])
def test_good_links_and_colons_pass(link: str):
    """The four kinds of links that readers use, and ordinary colons."""
    assert told(f"Voir {link}") == []


@pytest.mark.parametrize(
    "letter", ["\x00", "\x08", "\x7f", "\x81", "\x9f", "\ufffd", "\u200b", "\u2028", "\u202e", "\u2066", "\ufeff"]
)
def test_invisible_and_damaged_characters(letter: str):
    """They hide, turn the line round, or show that a file was damaged."""
    assert told(f"Lo{letter}mé") == [f"f.md:1: invisible or damaged character U+{ord(letter):04X}; delete it [T005]"]


@pytest.mark.parametrize("text", ["a\tb", "a\nb", "mot\u00a0: « x\u00a0»", "نقابة\u200cها", "e\u0301toile".replace("e\u0301", "é"), "ẽ̀", "ɖɛƒɣŋɔʋ"])
def test_harmless_characters(text: str):
    """Line ends, non-breaking spaces, Arabic joiners and all Ewe letters are text."""
    assert told(text) == []


@pytest.mark.parametrize("text", ["e\u0301", "o\u0303", "Lome\u0301", "A\u030a", "\u212b", "ɔ\u0300\u0323"])
def test_text_that_is_not_nfc(text: str):
    """Letters in pieces are told with what stands around them."""
    assert "T001" in codes(text)


def test_the_place_of_the_first_letter_in_pieces():
    """A Markdown body counts lines on; the near text is short."""
    problems = list(string_problems("une ligne\nla ville de Lome\u0301 est belle\n", "p.md", 10))

    assert [p.text("fr") for p in problems] == [
        "p.md:11: le texte n’est pas en Unicode NFC près de « e de Lome\u0301 est b » ; retapez ces lettres [T001]"
    ]


def test_every_problem_of_a_text_is_told_on_its_line():
    """Nothing stops at the first."""
    text = "un <b>\ndeux \u03b5\ntrois javascript:x\nquatre \u200b\n"

    assert [(p.code, p.line) for p in string_problems(text, "p.md", 5)] == [("T002", 6), ("T003", 5), ("T004", 7), ("T005", 8)]


def test_problems_in_yaml_have_the_field_and_line():
    """Keys are texts too."""
    document = parse('a:\n  - "x"\n  - "<i>"\n"ke\u200by": v\n', "f.yaml")

    assert sorted(p.text("en") for p in text_problems(document)) == [
        "f.yaml:3: a.1: HTML tag “<i>” in a text; write plain text [T003]",
        "f.yaml:4: ke\u200by: invisible or damaged character U+200B; delete it [T005]",
    ]


def table() -> list[tuple[str, str]]:
    """Wrong letter and wanted letters, from the table of measured errors (rows about one code point only)."""
    rows = csv.DictReader((FOLDER / "data" / "lint_codepoints.csv").read_text(encoding="utf-8").splitlines())
    single = [(row["wrong"], row["should_be"]) for row in rows if re.fullmatch(r"U\+[0-9A-F]{4}", row["wrong"])]
    return [(chr(int(wrong.removeprefix("U+"), base=16)), should) for wrong, should in single if not should.startswith("(correct)")]


LETTERS = [(wrong, should) for wrong, should in table() if not unicodedata.combining(wrong) and wrong != "\ufffd"]


@pytest.mark.parametrize(("wrong", "should"), LETTERS, ids=[f"U+{ord(w):04X}" for w, _ in LETTERS])
def test_every_look_alike_of_the_reference_is_told(wrong: str, should: str):
    """Each letter measured in public Ewe corpora is found, with the letter that was meant."""
    composed = unicodedata.normalize("NFC", wrong)
    found = [p for p in string_problems(f"ame{composed}wo", "f.md", 1) if p.code == "T002"]

    assert [p.values["found"] for p in found] == [f"U+{ord(composed):04X}"] or [p.values["found"] for p in found] == [f"U+{ord(wrong):04X}"]
    assert found[0].suggestion in should.split() or found[0].suggestion == should


def test_the_list_has_no_letter_beyond_the_reference():
    """A letter that the reference does not call wrong is not refused."""
    assert {unicodedata.normalize("NFC", x) for x in lookalikes()} == {unicodedata.normalize("NFC", wrong) for wrong, _ in LETTERS}


def test_the_florin_sign_is_the_ewe_letter():
    """U+0192 is the same code point in both: it stays."""
    assert told("Eʋegbe ƒe agbalẽ, Ƒe") == []


def test_letters_meant_are_themselves_right():
    """No suggestion leads to another wrong letter."""
    for meant in lookalikes().values():
        assert told(meant) == []


@pytest.mark.parametrize("path", sorted((ROOT / "rsmms" / "strings").glob("*.yaml")), ids=lambda p: p.stem)
def test_the_texts_of_the_site_obey_their_own_rules(path: Path):
    """NFC, no look-alike, no tag: as for everybody."""
    assert [p.text("en") for p in text_problems(parse(path.read_text(encoding="utf-8"), path.name))] == []


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_the_quick_way_out_hides_nothing(text: str):
    """Plain ASCII is skipped for speed: whatever is skipped has no problem for the full rules either."""
    if not codes(text):
        assert unicodedata.is_normalized("NFC", text)
        assert not re.search(r"<\s*/?\s*[a-zA-Z!?]", text)
        assert not set(text) & set(lookalikes())


@given(st.text(st.characters(exclude_categories=("C",)), max_size=60))
def test_nfc_is_what_unicode_says(text: str):
    """T001 is told exactly when the text is not NFC."""
    assert ("T001" in codes(text)) == (not unicodedata.is_normalized("NFC", text))
