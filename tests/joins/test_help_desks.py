"""Whom to call: the order, and whom to turn to when nobody can be reached."""

from typing import Any

import pytest

from rsmms.joins.help_desks import AFRICA, EUROPE, fallback_contacts, help_desks
from rsmms.model.contact import Contact, Kind
from rsmms.model.library import Library

PHONE = {"phones": [{"number": "+22822213334"}]}
MAIL = {"emails": ["a@b.org"]}


def contact(identifier: str, kind: str, **fields: Any) -> Contact:
    """A contact with nothing but what the test is about."""
    return Contact.model_validate(
        {"id": identifier, "kind": kind, "name": {"fr": identifier}, "source": "ilo", "checked": "2026-11-01", **fields}
    )


def library_of(**files: tuple[Contact, ...]) -> Library:
    """A library with these contacts by country."""
    return Library(contacts=files)


def ids(contacts: list[Contact]) -> list[str]:
    """The ids, in order."""
    return [c.id for c in contacts]


UNIONS = library_of(TGO=(
    contact("a-unreachable", "hotline"), contact("b-mail", "union_desk", **MAIL), contact("c-centre", "union_centre", **PHONE),
    contact("d-desk", "union_desk", **PHONE), contact("e-doubtful", "hotline", confidence="unconfirmed", **PHONE), contact("f-line", "hotline", **PHONE),
    contact("g-police", "emergency", **PHONE),
))  # fmt: skip


def test_the_order_when_nothing_is_asked():
    """Sure phones by kind, then mail or doubtful phones, last those out of reach; police stand on their own strip."""
    assert ids(help_desks(UNIONS, "TGO")) == ["d-desk", "f-line", "c-centre", "b-mail", "e-doubtful", "a-unreachable"]


@pytest.mark.parametrize(("kinds", "expected"), [
    ((Kind.UNION_CENTRE, Kind.UNION_DESK), ["c-centre", "d-desk", "b-mail"]),
    ((Kind.UNION_DESK,), ["d-desk", "b-mail"]),
    ((Kind.EMERGENCY,), ["g-police"]),
    ((Kind.LEGAL_AID,), ["d-desk", "f-line", "c-centre", "b-mail", "e-doubtful", "a-unreachable"]),
    ((Kind.LEGAL_AID, Kind.UNION_CENTRE), ["c-centre"]),
])  # fmt: skip
def test_the_order_a_situation_asks_for(kinds: tuple[Kind, ...], expected: list[str]):
    """The wanted kinds in their order; everybody when none of them is there."""
    assert ids(help_desks(UNIONS, "TGO", kinds)) == expected


def test_a_number_that_may_be_wrong_never_comes_first():
    """A doubtful hotline stands after every sure number."""
    listed = ids(help_desks(UNIONS, "TGO"))

    assert listed.index("e-doubtful") > max(listed.index(x) for x in ("f-line", "d-desk", "c-centre"))


def test_the_same_order_every_time():
    """Equal contacts stand by id, whatever their order in the file."""
    one, two = contact("a-one", "hotline", **PHONE), contact("b-two", "hotline", **PHONE)

    assert ids(help_desks(library_of(TGO=(two, one)), "TGO")) == ids(help_desks(library_of(TGO=(one, two)), "TGO")) == ["a-one", "b-two"]


def test_a_limit():
    """No more than asked for."""
    assert ids(help_desks(UNIONS, "TGO", limit=2)) == ["d-desk", "f-line"]


def test_a_country_without_contacts():
    """Nobody is made up."""
    assert help_desks(UNIONS, "BEN") == []


INTERNATIONAL = (
    contact("int-etuc", "union_regional", **PHONE), contact("int-ituc-africa", "union_regional", **MAIL), contact("int-rsmms", "union_network", **MAIL),
)  # fmt: skip


@pytest.mark.parametrize(("country", "expected"), [
    ("TGO", ["int-ituc-africa", "int-rsmms"]), ("FRA", ["int-etuc", "int-rsmms"]), ("SAU", ["int-rsmms"]), ("INT", ["int-rsmms"]),
])  # fmt: skip
def test_the_chain_outside(country: str, expected: list[str]):
    """The regional body of the right part of the world, then the network."""
    assert ids(fallback_contacts(library_of(INT=INTERNATIONAL), country)) == expected


def test_the_chain_starts_with_the_national_centre():
    """Networks and centres of the country come first, other kinds do not belong to it."""
    here = (contact("a-centre", "union_centre"), contact("b-network", "union_network", **MAIL), contact("c-line", "hotline", **PHONE))

    assert ids(fallback_contacts(library_of(TGO=here, INT=INTERNATIONAL), "TGO")) == ["b-network", "a-centre", "int-ituc-africa", "int-rsmms"]


def test_a_chain_of_nobody():
    """Without international contacts the chain is empty, and nothing breaks."""
    assert fallback_contacts(library_of(), "TGO") == []


def test_no_country_is_in_two_parts_of_the_world(library):
    """And every country of the site in Africa or the European Union has its regional body."""
    assert frozenset() == AFRICA & EUROPE
    assert len(EUROPE) == 27
    assert len(AFRICA) == 55


@pytest.mark.parametrize("name", ["int-rsmms", "int-ituc-africa", "int-etuc"])
def test_the_end_of_the_chain_exists(library, name: str):
    """The ids that the code names stand in data/contacts/INT.yaml, and can be reached from a phone."""
    assert library.contact_by_id[name].reachable


def test_nobody_is_left_alone(library):
    """Every country of the site has somebody to turn to who can be reached."""
    alone = [code for code in library.countries if not any(c.reachable for c in [*help_desks(library, code), *fallback_contacts(library, code)])]

    assert alone == []


def test_everybody_shown_first_can_be_reached(library):
    """Where a country has a reachable contact, the first one shown is reachable."""
    for code, listed in library.contacts.items():
        first = help_desks(library, code)[:1]
        if any(c.reachable for c in listed if c.kind != Kind.EMERGENCY):
            assert first[0].reachable, code
