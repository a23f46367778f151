"""The number that is shown is the number that is dialled: on pages, in links, in messages, in cards and tables."""

import re
from pathlib import Path

import pytest

from helpers import PROJECT, body, changed, plan_of
from rsmms.checking.numbers import number_problems
from rsmms.reading.document import Document

CONTACTS = "data/contacts/TGO.yaml"


@pytest.mark.parametrize(("country", "number", "code", "meant"), [
    ("FRA", "+330142030405", "X019", "+33142030405"), ("GHA", "+2330302123456", "X019", "+233302123456"),
    ("MAR", "+2120522123456", "X019", "+212522123456"), ("INT", "+410227996111", "X019", "+41227996111"),
    ("ITA", "+390612345678", "", ""), ("ITA", "+39612345678", "X015", ""),
    ("CIV", "+22507123456", "X015", ""), ("CIV", "+2250712345678", "", ""), ("CIV", "07123456", "X015", ""), ("CIV", "0712345678", "", ""),
    ("GHA", "0800800800", "", ""), ("GHA", "0800800", "X015", ""), ("INT", "+41227996111", "", ""), ("TGO", "1011", "", ""),
    ("GAB", "+2411234567", "X015", ""), ("GAB", "+2412345678", "X020", ""), ("GAB", "+24101761234", "X020", ""), ("GAB", "+24106123456", "X020", ""),
    ("GAB", "+24111761234", "", ""), ("GAB", "+24166123456", "", ""), ("GAB", "+24177123456", "", ""), ("GAB", "01761234", "X020", ""),
])  # fmt: skip
@pytest.mark.parametrize("field", ["contact", "emergency"])
def test_a_number_is_what_the_numbering_plan_gives_back(country: str, number: str, code: str, meant: str, field: str):
    """Refused in every field that holds a number, with the right one where there is only one."""
    trees = {
        "contact": {"country": country, "contacts": [{"id": "x", "phones": [{"number": number}]}]},
        "emergency": {"id": country, "emergency": [{"number": number}]},
    }
    found = [(p.code, p.suggestion) for p in number_problems(Document("data/x.yaml", trees[field]))]

    assert found == ([(code, meant)] if code else [])


def test_one_number_everywhere(project):
    """The digits shown, dialled and written to are those of the data."""
    files = changed(CONTACTS, '"+22822213334"', '"+22890123456"\n        whatsapp: true')
    plan = plan_of(project(files))
    page = body(plan, "contacts/togo.md")

    assert re.findall(r'href="(tel:|https://wa\.me/)([^"]{4,})"', page) == [("tel:", "+22890123456"), ("https://wa.me/", "22890123456")]
    assert ["+" + re.sub(r"\D", "", shown) for shown in re.findall(r'<bdi dir="ltr">(\+228[^<]*)</bdi>', page)] == ["+22890123456"]


@pytest.mark.parametrize("confidence", ["unconfirmed", "disputed"])
@pytest.mark.parametrize(("language", "said"), [("fr", "à confirmer"), ("en", "to be confirmed")])
def test_a_doubtful_contact_says_so(tmp_path: Path, project, confidence: str, language: str, said: str):
    """Wherever a reader may call it: on its card and on the line of a situation; a sure one does not say it."""
    files = {CONTACTS: PROJECT[CONTACTS].rstrip("\n") + f"\n    confidence: {confidence}\n"}
    pages = plan_of(project(files)), plan_of(project({}))

    for path in ("contacts/togo.md", "pays/togo.md"):
        doubtful, sure = (body(plan, path, language) for plan in pages)
        assert sure.count(said) < doubtful.count(said), path
