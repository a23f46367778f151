"""``rsmms fix``: it repairs letters, spaces, numbers and order, and nothing else."""

import re
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import PROJECT, ROOT, full, run, told
from rsmms.commands.editors.fix import Repairs, fix_all, fixed
from rsmms.commands.editors.phone_repairs import left_to_a_person, phone, repaired_numbers
from rsmms.language.accents import bare

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS = "data/contacts/TGO.yaml"


MESSY = PROJECT[CONTACTS].replace('"+22822213334"', "00228 22 21 33 34").replace("Lomé", "Lome\u0301   ").replace("\n", "\r\n")
MESSY = MESSY.replace("fr: Confédération des travailleurs", 'fr: "Ðeviwo : « aide »"')


def test_fix_repairs_letters_spaces_and_numbers(tmp_path):
    """NFC, look-alikes, line ends, French spaces and the form of numbers; then there is nothing left to repair."""
    root = full(tmp_path, {CONTACTS: MESSY})

    assert fix_all(root).changed == [CONTACTS]
    text = (root / CONTACTS).read_text(encoding="utf-8")
    assert '- number: "+22822213334"' in text
    assert "city: Lomé\n" in text
    assert 'fr: "Ɖeviwo\u00a0: «\u00a0aide\u00a0»"' in text
    assert "\r" not in text
    assert fix_all(root) == Repairs([], [])
    assert [line for line in told(root, "en") if not line.endswith("[T009]")] == []  # a name in Ewe as the French one: told, and left


def test_fix_sorts_sources(tmp_path):
    """Sources are put in the order of their ids; their text stays."""
    entries = re.split(r"(?=^  - id)", PROJECT["data/sources.yaml"], flags=re.MULTILINE)
    root = full(tmp_path, {"data/sources.yaml": entries[0] + "".join(reversed(entries[1:]))})
    fix_all(root)

    assert (root / "data/sources.yaml").read_text(encoding="utf-8") == PROJECT["data/sources.yaml"]


@pytest.mark.parametrize("path", [p for folder in ("data", "docs") for p in sorted((ROOT / folder).rglob("*.[ym][ad]*"))], ids=lambda p: p.name)
def test_fix_leaves_a_fresh_clone_as_it_is(path: Path):
    """Every real file is as ``fix`` would write it: who runs it sees in the diff nothing but what they typed."""
    if path.suffix in (".yaml", ".md"):
        raw = path.read_bytes()
        assert fixed(raw, path.relative_to(ROOT).as_posix()) == raw


@pytest.mark.parametrize(("typed", "region", "kept"), [
    ("+228 22-21-33-34", "TG", "+22822213334"), ("22 21 33 34", "TG", "+22822213334"), ("117", "TG", "117"), ("0800 800 800", "GH", "0800800800"),
    ("1234", None, "1234"), ("22 21 33 3", "TG", "22 21 33 3"), ("+228 (22) 21 33 34", None, "+22822213334"),
    ("+33 (0)1 42 03 04 05", None, "+33142030405"), ("+44 (0)20 7946 0018", "TG", "+442079460018"), ("+39 (0)6 12345678", None, "+390612345678"),
    ("tel:+22822213334", "TG", "+22822213334"), ("tel: 22 21 33 34", "TG", "+22822213334"), ("+228\u00a022\u202f21 33 34", None, "+22822213334"),
    ("1 1 7", "TG", "117"), ("0770 800 911", "LR", "+231770800911"), ("0770800911", "LR", "0770800911"),
])  # fmt: skip
def test_phone_form(typed: str, region: str | None, kept: str):
    """A number is put in form; one that only a person can complete stays as it is."""
    assert phone(typed, region) == kept


@pytest.mark.parametrize(("typed", "region"), [
    ("+49 30 123456/7", "DE"), ("+49 30 123456/57", None), ("22213334/35", "TG"), ("07 12 34 56", "CI"), ("07123456", "CI"), ("+225 07 12 34 56", "CI"),
    ("+228 22 21 33 3", "TG"), ("+2282221333", "TG"), ("22 21", "TG"), ("22 21 33 34 35", "TG"), ("+228 (0)22 21 33 34", "TG"), ("+330142030405", "FR"),
    ("+22822213334, 22213335", "TG"), ("22213334 ou 35", "TG"), ("22213334 ext 5", "TG"), ("+228 2221 (3334", "TG"), ("+1 (0) 202 456 1111", None),
    ("00 22 21 33 34", "TG"), ("O22213334", "TG"), ("22 21 33 34", None),
])  # fmt: skip
def test_what_nothing_proves_is_left_to_a_person(tmp_path: Path, typed: str, region: str | None):
    """A slash, a digit missing, an old number, a stray zero: it stays as it is, and is said with its line."""
    text = f'country: TGO\ncontacts:\n  - id: x\n    phones:\n      - number: "{typed}"\n'

    assert phone(typed, region) == typed
    assert repaired_numbers(text, region) == text
    assert list(left_to_a_person(text, region)) == [(5, typed)]


def test_left_numbers_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """File, line and value, in the language of who asks; a file of emergency numbers is looked at too."""
    root = full(tmp_path, {CONTACTS: PROJECT[CONTACTS].replace("+22822213334", "22 21 33 3")})

    assert run(root, "fix") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Nothing to repair.", "For a person to look at (the right number is in the source):", "data/contacts/TGO.yaml:" + line_of(root, "22 21 33 3"),
    ]


def line_of(root: Path, number: str) -> str:
    """Where a number stands: ``12: 22 21 33 3``."""
    lines = (root / CONTACTS).read_text(encoding="utf-8").splitlines()
    return next(f"{at}: {number}" for at, line in enumerate(lines, 1) if number in line)


def test_spaces_that_do_not_break_are_mended_where_they_break_a_file(tmp_path: Path):
    """At the start of a line, after a dash, after a key, after the mark of a heading; those inside a text stay."""
    text = PROJECT[CONTACTS].replace("  - id:", "\u00a0\u00a0- id:").replace("kind: ", "kind:\u00a0").replace("- fr", "-\u00a0fr")

    assert fixed(text.encode(), CONTACTS).decode() == PROJECT[CONTACTS]
    page = "---\nid: a\n---\n\n##\u00a0Agir\u00a0! {#agir}\n\n-\u00a0un\n1.\u00a0deux\n"
    assert fixed(page.encode(), "docs/en/a.md").decode() == "---\nid: a\n---\n\n## Agir\u00a0! {#agir}\n\n- un\n1. deux\n"


_TRUNKS = st.sampled_from(["", "(0)", "0"])
_SEPARATORS = st.sampled_from(["", " ", ".", "-", "\u00a0", "\u202f", " - ", "/", ",", "("])


@given(st.sampled_from(["TG", "FR", "IT", "GH", "CI", "MA", "GA", "DE"]), _TRUNKS, st.lists(st.tuples(st.integers(0, 99), _SEPARATORS), min_size=1, max_size=6),
       st.sampled_from(["+", "00", "", "tel:+", "tel:"]))
def test_a_repaired_number_is_the_same_number(region: str, trunk: str, groups: list[tuple[int, str]], before: str):
    """Whatever was typed: either it stays, or the library reads the same number in what was typed and in what is kept."""
    code = str(phonenumbers.country_code_for_region(region)) if before.endswith(("+", "00")) else ""
    typed = before + code + trunk + "".join(f"{group:02d}{separator}" for group, separator in groups)
    kept = phone(typed, region)

    assert phone(kept, region) == kept
    if kept != typed:
        assert set(typed) <= set("+0123456789 .-\u00a0\u202f()tel:")
        digits = re.sub(r"\D", "", typed)
        assert len(digits) <= 6 or phonenumbers.parse(kept, region) == phonenumbers.parse(typed.removeprefix("tel:").replace("\u202f", " "), region)


def test_fix_leaves_what_it_cannot_read(tmp_path):
    """A file that is not UTF-8 is not touched."""
    raw = "city: Lomé\n".encode("latin-1")

    assert fixed(raw, CONTACTS) == raw


def test_bare():
    """Accents go, letters stay."""
    assert bare("Bénin, Côte d’Ivoire, ŋɔ") == "Benin, Cote d’Ivoire, ŋɔ"
