"""Whom to call: the order, whom a line serves, and whom to turn to when nobody can be reached."""

from typing import Any

import pytest

from rsmms.joins.help_desks import AFRICA, EUROPE, fallback_contacts, fitting, help_desks, offered, serves, without_channel
from rsmms.model.contact import Contact, Kind
from rsmms.model.front import Front
from rsmms.model.library import Library

PHONE = {"phones": [{"number": "+22822213334"}]}
MAIL = {"emails": ["a@b.org"]}


def contact(identifier: str, kind: str, **fields: Any) -> Contact:
    """A contact with nothing but what the test is about."""
    told = {"id": identifier, "kind": kind, "audience": ["workers"], "name": {"fr": identifier}, "source": "ilo", "read": "2026-11-01"}
    return Contact.model_validate({**told, **fields})


def dialled(number: int) -> dict[str, Any]:
    """A phone of its own."""
    return {"phones": [{"number": f"+2282221333{number}"}]}


def situation(*about: str, contacts: tuple[str, ...] = ("hotline", "union_desk", "legal_aid"), name: str = "not-paid") -> Front:
    """A guide about some people."""
    told = {"id": name, "kind": "situation", "title": "T", "description": "D", "updated": "2026-11-01", "about": about, "contacts": contacts}
    return Front.model_validate(told)


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
def test_the_order_a_page_asks_for(kinds: tuple[Kind, ...], expected: list[str]):
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
    assert help_desks(library_of(), "BEN") == []


# --- lines that fit


def test_a_line_for_others_is_not_offered():
    """The children's line and the line of forced marriages are not for an unpaid worker; a line for everyone comes after the union."""
    listed = library_of(FRA=(
        contact("a-children", "hotline", audience=["children"], **dialled(1)), contact("b-marriage", "hotline", audience=["forced_marriage"], **dialled(2)),
        contact("c-everyone", "union_desk", audience=["everyone"], **dialled(3)), contact("d-union", "union_desk", **dialled(4)),
    ))  # fmt: skip

    assert ids(fitting(listed, "FRA", situation("workers", "migrant_workers"))) == ["d-union", "c-everyone"]
    assert ids(fitting(listed, "FRA", situation("children"))) == ["a-children", "c-everyone"]


def test_those_whom_a_guide_is_about_first_have_their_own_line_first():
    """Among sure phones the line made for them leads, whatever its kind; a doubtful number waits."""
    listed = library_of(BEL=(
        contact("a-trafficked", "hotline", audience=["trafficked"], **dialled(1)),
        contact("b-domestic", "legal_aid", audience=["domestic_workers"], **dialled(2)),
        contact("c-doubtful", "hotline", audience=["domestic_workers"], confidence="unconfirmed", **dialled(3)),
    ))  # fmt: skip

    assert ids(fitting(listed, "BEL", situation("domestic_workers", "trafficked"))) == ["b-domestic", "a-trafficked", "c-doubtful"]


def test_a_line_made_for_the_situation_comes_first():
    """Even where its people or its kind are not named by the guide."""
    listed = library_of(TUN=(contact("a-union", "union_desk", **dialled(1)), contact("b-pension", "office", situations=["pension"], **MAIL)))

    assert ids(fitting(listed, "TUN", situation("workers", name="pension"))) == ["b-pension", "a-union"]
    assert ids(fitting(listed, "TUN", situation("workers"))) == ["a-union"]


@pytest.mark.parametrize("kind", ["employment_service", "office", "embassy", "labour_office", "ombuds", "return_assistance"])
def test_a_service_stands_only_where_the_guide_asks_for_it(kind: str):
    """An employment office does not help somebody who was beaten; emergency services are never a desk."""
    one = contact("a", kind, audience=["everyone"], **PHONE)

    assert not serves(one, situation("workers"))
    assert serves(one, situation("workers", contacts=(kind,)))
    assert not serves(contact("b", "emergency", audience=["everyone"], **PHONE), situation("workers", contacts=("emergency",)))


def test_nobody_out_of_reach_is_offered_and_nobody_twice():
    """No row without a channel, four desks behind one number are one row, and who only refers elsewhere is no desk."""
    listed = library_of(FRA=(
        contact("a", "union_desk", **PHONE), contact("b", "union_desk", **PHONE), contact("c", "union_centre"),
        contact("d", "union_centre", refers=True, **dialled(9)), contact("e", "union_centre", address="BP 163, Lomé"),
    ))  # fmt: skip

    assert ids(fitting(listed, "FRA", situation("workers"))) == ["a"]
    assert ids(offered(listed, "FRA")) == ["a"]
    assert ids(without_channel(listed, "FRA")) == ["c", "e"]


def test_a_line_that_answers_for_another_country_is_offered_there():
    """The desert line of Niger also answers in Algeria, and in no third country."""
    listed = library_of(NER=(contact("ner-desert", "hotline", audience=["in_desert"], countries=["DZA"], **PHONE),))
    lost = situation("at_sea", "in_desert")

    assert [ids(fitting(listed, code, lost)) for code in ("NER", "DZA", "LBY")] == [["ner-desert"], ["ner-desert"], []]


def test_a_line_for_one_trouble_is_not_first_where_nothing_is_known():
    """On a country's page the children's line stands after a union that can only be written to."""
    listed = library_of(TGO=(contact("a-children", "hotline", audience=["children"], **PHONE), contact("b-union", "union_centre", **MAIL)))

    assert ids(offered(listed, "TGO")) == ["b-union", "a-children"]


# --- whom then

INTERNATIONAL = (
    contact("int-etuc", "union_regional", **PHONE), contact("int-ituc-africa", "union_regional", **MAIL),
    contact("int-rsmms", "union_network", web=["https://rsmms.example/"]), contact("int-unionmigrantnet", "union_network", web=["https://umn.example/"]),
)  # fmt: skip


@pytest.mark.parametrize(("country", "expected"), [
    ("TGO", ["int-ituc-africa"]), ("FRA", ["int-unionmigrantnet", "int-etuc"]), ("SAU", ["int-ituc-africa"]),
])  # fmt: skip
def test_the_chain_outside(country: str, expected: list[str]):
    """The union bodies of the right part of the world; the network itself only once somebody answers there."""
    assert ids(fallback_contacts(library_of(INT=INTERNATIONAL), country)) == expected
    answered = tuple(c if c.id != "int-rsmms" else contact("int-rsmms", "union_network", emails=["x@rsmms.example"]) for c in INTERNATIONAL)
    assert ids(fallback_contacts(library_of(INT=answered), country)) == [*expected, "int-rsmms"]


def test_the_chain_starts_with_the_national_centre_in_reach():
    """Networks and centres of the country come first, other kinds and those out of reach do not belong to it."""
    here = (contact("a-centre", "union_centre"), contact("b-network", "union_network", emails=["n@t.example"]), contact("c-line", "hotline", **PHONE))

    assert ids(fallback_contacts(library_of(TGO=here, INT=INTERNATIONAL), "TGO")) == ["b-network", "int-ituc-africa"]


def test_a_chain_of_nobody():
    """Without international contacts the chain is empty, and nothing breaks."""
    assert fallback_contacts(library_of(), "TGO") == []


def test_no_country_is_in_two_parts_of_the_world(library):
    """And every country of the site in Africa or the European Union has its regional body."""
    assert frozenset() == AFRICA & EUROPE
    assert len(EUROPE) == 27
    assert len(AFRICA) == 55


@pytest.mark.parametrize("name", ["int-rsmms", "int-ituc-africa", "int-etuc", "int-unionmigrantnet", "int-ituc"])
def test_the_end_of_the_chain_exists(library, name: str):
    """The ids that the code names stand in data/contacts/INT.yaml, and can be reached from a phone."""
    assert library.contact_by_id[name].reachable


def test_nobody_is_left_alone(library):
    """Every country of the site has somebody to turn to who can be reached."""
    alone = [code for code in library.countries if not [*offered(library, code), *fallback_contacts(library, code)]]

    assert alone == []


def test_everybody_shown_first_can_be_reached(library):
    """Where a country has a reachable contact, the first one shown is reachable."""
    for code, listed in library.contacts.items():
        first = help_desks(library, code)[:1]
        if any(c.reachable for c in listed if c.kind != Kind.EMERGENCY):
            assert first[0].reachable, code
