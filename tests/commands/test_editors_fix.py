"""``rsmms fix``: it repairs letters, spaces, numbers and order, and nothing else."""

import re
from pathlib import Path

import pytest

from helpers import PROJECT, ROOT, full, told
from rsmms.commands.editors.fix import fix_all, fixed, phone
from rsmms.language.accents import bare

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS = "data/contacts/TGO.yaml"


MESSY = PROJECT[CONTACTS].replace('"+22822213334"', "00228 22 21 33 34").replace("Lomé", "Lome\u0301   ").replace("\n", "\r\n")
MESSY = MESSY.replace("fr: Confédération des travailleurs", 'fr: "Ðeviwo : « aide »"')


def test_fix_repairs_letters_spaces_and_numbers(tmp_path):
    """NFC, look-alikes, line ends, French spaces and the form of numbers; then there is nothing left to repair."""
    root = full(tmp_path, {CONTACTS: MESSY})

    assert fix_all(root) == [CONTACTS]
    text = (root / CONTACTS).read_text(encoding="utf-8")
    assert '- number: "+22822213334"' in text
    assert "city: Lomé\n" in text
    assert 'fr: "Ɖeviwo\u00a0: «\u00a0aide\u00a0»"' in text
    assert "\r" not in text
    assert fix_all(root) == []
    assert told(root, "en") == []


def test_fix_sorts_sources(tmp_path):
    """Sources are put in the order of their ids; their text stays."""
    entries = re.split(r"(?=^  - id)", PROJECT["data/sources.yaml"], flags=re.MULTILINE)
    root = full(tmp_path, {"data/sources.yaml": entries[0] + "".join(reversed(entries[1:]))})
    fix_all(root)

    assert (root / "data/sources.yaml").read_text(encoding="utf-8") == PROJECT["data/sources.yaml"]


@pytest.mark.parametrize("path", [p for folder in ("data", "docs") for p in sorted((ROOT / folder).rglob("*.[ym][ad]*"))], ids=lambda p: p.name)
def test_fix_changes_nothing_else(path: Path):
    """On every real file: a second repair does nothing, and no word or number is lost (letters and spaces apart)."""
    if path.suffix not in (".yaml", ".md"):
        return
    name, raw = path.relative_to(ROOT).as_posix(), path.read_bytes()
    made = fixed(raw, name)

    assert fixed(made, name) == made
    assert sorted(made.decode().split()) == sorted(raw.decode().split()) if name != "data/sources.yaml" else True


@pytest.mark.parametrize(("typed", "region", "kept"), [
    ("+228 22-21-33-34", "TG", "+22822213334"), ("22 21 33 34", "TG", "+22822213334"), ("117", "TG", "117"), ("0800 800 800", "TG", "0800800800"),
    ("1234", None, "1234"), ("22 21 33 3", "TG", "22 21 33 3"), ("+228 (22) 21 33 34", None, "+22822213334"),
])  # fmt: skip
def test_phone_form(typed: str, region: str | None, kept: str):
    """A number is put in form; one that only a person can complete stays as it is."""
    assert phone(typed, region) == kept


def test_fix_leaves_what_it_cannot_read(tmp_path):
    """A file that is not UTF-8 is not touched."""
    raw = "city: Lomé\n".encode("latin-1")

    assert fixed(raw, CONTACTS) == raw


def test_bare():
    """Accents go, letters stay."""
    assert bare("Bénin, Côte d’Ivoire, ŋɔ") == "Benin, Cote d’Ivoire, ŋɔ"
