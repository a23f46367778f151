"""Values of fields: phone numbers, addresses, names and texts, and what they refuse."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from helpers import accepts, fault
from rsmms.model.base import (
    Alpha3,
    Identifier,
    Language,
    SecureUrl,
    SourceUrl,
    Text,  # fmt: skip
)
from rsmms.model.reach import Email, Phone

# --- phones, mail, web


@pytest.mark.parametrize("number", ["+22822213334", "+33486517161", "+1234567", "+123456789012345", "117", "80001115", "0800123456", "18", "010", "*111#"])
def test_numbers(number: str):
    """E.164, the short and free numbers of a country, and codes that a phone sends."""
    accepted = accepts(Phone, {"number": number})

    assert accepted == (number != "80001115")


@pytest.mark.parametrize("number", [
    "", "+", "1", "+0123456789", "+1234567890123456", "22 21 33 34", "+228-22-21", "00228 22", "abc", "117;ext=1", "+228222133a4", "1234567",
    "+22822213334\n", "١١٧", "＋22822213334", "*111", "*#",
])  # fmt: skip
def test_what_is_no_number(number: str):
    """Nobody could dial it, or it says more than a number."""
    assert fault(Phone, {"number": number}) == [(("number",), "phone")]


@given(st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True))
def test_a_number_comes_back(number: str):
    """The plus sign and every digit stay."""
    phone = Phone.model_validate({"number": number})

    assert phone.number == number
    assert not phone.local


@pytest.mark.parametrize(("number", "local"), [("117", True), ("0800123456", True), ("+22822213334", False)])
def test_short_numbers_work_only_inside(number: str, local: bool):
    """A number without country code is of no use abroad."""
    assert Phone(number=number).local is local


@pytest.mark.parametrize("typed", ["yes", "no", "true", "false", "on", "off", "1", "0"])
def test_yes_and_no_as_people_type_them(typed: str):
    """Values stay texts until the model reads them."""
    assert Phone.model_validate({"number": "117", "free": typed}).free is (typed in ("yes", "true", "on", "1"))


@pytest.mark.parametrize(("mail", "good"), [
    ("bureau@cstt.example", True), ("a.b+c@d-e.org", True), ("a@b", False), ("a@b.", False), ("@b.org", False), ("a b@c.org", False),
    ("a@b.org?subject=x", False), ("a@b.org,c@d.org", False), ("mailto:a@b.org", False), ("a@b..org", False), ("a@b.org\n", False), ("<a@b.org>", False),
])  # fmt: skip
def test_mail(mail: str, good: bool):
    """One bare address, nothing that a link would read as more."""
    assert accepts(Email, mail) is good


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://x.org", "www.x.org", "x.org", "HTTPS://X.ORG", " https://x.org",
    'https://x.org/"onclick=', "https://x.org/<b>", "https://x.org/a b", "https://x.org/\\a", "https://x.org/\na", "https://x.org/`",
])  # fmt: skip
def test_addresses_that_are_no_addresses(url: str):
    """Neither a source nor a contact may have them."""
    assert fault(SourceUrl, url) == [((), "web")]
    assert fault(SecureUrl, url) == [((), "https")]


def test_http_is_for_sources_only():
    """Some archives have nothing else; no reader is sent to them."""
    assert accepts(SourceUrl, "http://archive.example/x")
    assert fault(SecureUrl, "http://archive.example/x") == [((), "https")]
    assert accepts(SecureUrl, "https://www.rsmms.net/?lang=fr&p=34#x")
    assert not accepts(SecureUrl, "https://x.org/" + "a" * 600)


@pytest.mark.parametrize(("kind", "good", "bad"), [
    (Identifier, ["c097", "a", "int-rsmms", "2024"], ["", "C097", "a_b", "-a", "a-", "a--b", "é", "a b", "a" * 81, "a\n"]),
    (Alpha3, ["TGO"], ["TG", "tgo", "TOGO", "T1O", ""]),
    (Language, ["fr", "ee", "gej"], ["f", "FR", "fr-FR", "français", ""]),
])  # fmt: skip
def test_names(kind: Any, good: list[str], bad: list[str]):
    """Ids, countries and languages have one form."""
    assert [x for x in good if not accepts(kind, x)] == []
    assert [x for x in bad if accepts(kind, x)] == []


# --- texts


def test_french_is_the_source():
    """A text without French is refused, and so is an empty one."""
    assert fault(Text, {"en": "x"}) == [((), "text_fr")]
    assert fault(Text, {}) == [((), "text_fr")]
    assert fault(Text, {"fr": ""}) == [(("fr",), "string_too_short")]
    assert accepts(Text, {"fr": "x", "ee": "y", "ar": "z"})


@given(st.dictionaries(st.sampled_from(["en", "ee", "ar"]), st.text(min_size=1, max_size=30)), st.text(min_size=1, max_size=30))
def test_a_text_comes_back(others: dict[str, str], french: str):
    """No language is lost, no letter is changed: NFC stays NFC."""
    text = {"fr": unicodedata.normalize("NFC", french), **others}
    read = TypeAdapter(Text).validate_python(text)

    assert read == text
    assert unicodedata.is_normalized("NFC", read["fr"])
