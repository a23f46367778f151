"""``rsmms fix`` with files that are damaged, empty or odd: it mends what it can and breaks nothing."""

import pytest
import yaml

from helpers import PROJECT
from rsmms.commands.editors.fix import fixed
from rsmms.commands.editors.phone_repairs import phone

CONTACTS, SOURCES = "data/contacts/TGO.yaml", "data/sources.yaml"
VARIA = "\u1fef"
"""An accent that Unicode's composed form turns into a back quote."""


def test_a_file_that_yaml_cannot_read_is_mended():
    """A tab at the start of a line is the commonest reason; spaces take its place."""
    broken = PROJECT[CONTACTS].replace("    kind: union_centre", "\t\tkind: union_centre")
    with pytest.raises(yaml.YAMLError):
        yaml.safe_load(broken)

    assert fixed(broken.encode(), CONTACTS).decode() == PROJECT[CONTACTS]


def test_a_repair_that_would_break_the_file_is_left_out():
    """The composed form of the sign may not start a value: that step is not taken, the others are."""
    odd = PROJECT[CONTACTS].replace("city: Lomé", f"city: {VARIA}x").replace("kind: union_centre", "kind: union_centre   ")

    made = fixed(odd.encode(), CONTACTS).decode()
    assert f"city: {VARIA}x\n" in made
    assert "kind: union_centre\n" in made
    assert yaml.safe_load(made) == yaml.safe_load(odd)


@pytest.mark.parametrize("text", ["sources: []\n", "# nothing yet\nsources:\n"])
def test_a_list_of_sources_without_an_entry_stays(text: str):
    """Nothing to put in order."""
    assert fixed(text.encode(), SOURCES) == text.encode()


@pytest.mark.parametrize("typed", ["+", "+999 12", "+ ()", "00", "+0 12345678"])
def test_what_is_no_number_anywhere_stays(typed: str):
    """No country has it: only a person can tell what was meant."""
    assert phone(typed, "TG") == typed


def test_letters_of_comments_stay():
    """A comment may quote the wrong letter; beside it the value is mended."""
    text = "# Ðeviwo\nfr: Ðeviwo\n"

    assert fixed(text.encode(), "data/x.yaml").decode() == "# Ðeviwo\nfr: Ɖeviwo\n"
