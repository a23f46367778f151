"""Wallet cards: what is a right stands as one, what is not says that it is a promise or something to ask for."""

from helpers import TODAY
from join_helpers import country
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.sheets.facts import Facts
from rsmms.sheets.wallet import rights


def card(library, *treaties: tuple[str, str], language: str = "en") -> list[tuple[bool, str | None, int]]:
    """The groups of lines on the card of a country that did this: rights or not, the words before them, how many lines."""
    facts = [{"instrument": code, "status": status, "source": "ilo", "checked": "2026-11-01"} for code, status in treaties]
    made = rights(Facts(PageContext(library, Words(language), library.fresh_on(TODAY))), country(ratifications=facts))
    return [(group["bound"], group["label"], len(group["lines"])) for group in made]


def test_without_any_treaty_the_five_lines_are_to_be_asked_for(library):
    """Nothing is told as a right where nothing binds."""
    assert card(library) == [(False, "To ask for:", 5)]


def test_lines_stand_under_what_they_are_worth(library):
    """The 1990 convention in force carries three lines, a signature on C87 one; forced labour was not ratified."""
    made = card(library, ("icrmw", "in_force"), ("c087", "signed_only"), ("c029", "not_ratified"))

    assert made == [(True, None, 3), (False, "A promise:", 1), (False, "To ask for:", 1)]
    assert card(library, ("icrmw", "in_force"), ("c087", "in_force"), ("c029", "in_force")) == [(True, None, 5)]
