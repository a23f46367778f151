"""The models: what each small type accepts, refuses, and gives back unchanged."""

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from rsmms.model import (
    Agreement,
    Article,
    ComplaintRoute,
    Confidence,
    Contact,
    ContactFile,
    Country,
    Indicator,
    Instrument,
    Kind,
    Part,
    PartialDate,
    Phone,
    Ratification,
    Series,
    Source,
    Status,
    Text,
    Zone,
)  # fmt: skip
from rsmms.model.base import Alpha3, Day, Identifier, Language, SecureUrl, SourceUrl
from rsmms.model.contact import Email
from rsmms.model.front import Citation, Front
from rsmms.model.glossary import Term


def accepts(kind: Any, value: Any) -> bool:
    """True if a type takes the value."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def fault(kind: Any, value: Any) -> list[tuple[tuple, str]]:
    """Place and type of each error."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return [(e["loc"], e["type"]) for e in caught.value.errors()]


# --- dates


DATES = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.integers(1, 3),
)  # fmt: skip


@given(DATES)
def test_a_date_comes_back_as_it_was_written(value: PartialDate):
    """Reading what was written gives the same date and the same precision."""
    again = PartialDate.parse(str(value))

    assert again == value
    assert again.precision == value.precision
    assert len(str(value)) == {"year": 4, "month": 7, "day": 10}[value.precision]


@given(DATES)
def test_first_and_last_day(value: PartialDate):
    """A date means every day from its first to its last."""
    assert value.first <= value.last
    assert {"year": 365, "month": 28, "day": 0}[value.precision] - 1 <= (value.last - value.first).days <= 365
    assert PartialDate(value.last.year, *((value.last.month,) if value.month else ()), *((value.last.day,) if value.day else ())) == value


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("1983", date(1983, 1, 1), date(1983, 12, 31)), ("2024-02", date(2024, 2, 1), date(2024, 2, 29)), ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
     ("1983-11-08", date(1983, 11, 8), date(1983, 11, 8))],
)  # fmt: skip
def test_days_a_date_can_mean(text: str, first: date, last: date):
    """Also at the end of February."""
    assert (PartialDate.parse(text).first, PartialDate.parse(text).last) == (first, last)


NO_DATES = [
    "", "83", "1983-1", "1983-13", "1983-00", "1983-11-00", "1983-00-08", "1983-02-30", "1983-11-8", "1983/11/08", "8-11-1983", "19831108", "1983-11-08T00:00",
    "0983", "3000", "c. 1983", "1983-", " 1983", "1983\n", "١٩٨٣", "1983-W45",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str):
    """Anything but YYYY, YYYY-MM or YYYY-MM-DD is refused, and so is a day that never was."""
    (found,) = fault(PartialDate, text)

    assert found[1].startswith("date")


@pytest.mark.parametrize("text", [*NO_DATES, "1983", "1983-11", "2026-W47-7", "1e9", "20261122", "2026-11-22 "])
def test_what_is_no_day(text: str):
    """The day of a check is a full day; no timestamp and no week is guessed into one."""
    (found,) = fault(Day, text)

    assert found[1].startswith("date_day")


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_comes_back(day: date):
    """What was typed is the day that is meant."""
    assert TypeAdapter(Day).validate_python(day.isoformat()) == day


# --- phones, mail, web


@pytest.mark.parametrize("number", ["+22822213334", "+33486517161", "+1234567", "+123456789012345", "117", "1011", "80001115", "0800123456", "18", "010"])
def test_numbers(number: str):
    """E.164, and the short and free numbers of a country."""
    accepted = accepts(Phone, {"number": number})

    assert accepted == (number != "80001115")


@pytest.mark.parametrize("number", [
    "", "+", "1", "+0123456789", "+1234567890123456", "22 21 33 34", "+228-22-21", "00228 22", "abc", "117;ext=1", "+228222133a4", "1234567",
    "+22822213334\n", "١١٧", "＋22822213334", "*111#",
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


# --- figures


def series(**values: Any) -> dict[str, Any]:
    """A figure."""
    return {"indicator": "population", "source": "ilo", "checked": "2026-11-01", **values}


def test_a_series_is_by_year_or_by_country():
    """Never both, never neither, and a table has its year."""
    assert fault(Series, series()) == [((), "series")]
    assert fault(Series, series(values={2024: 1}, by_country={"BEN": 1}, year=2024)) == [((), "series")]
    assert fault(Series, series(by_country={"BEN": 1})) == [((), "series_year")]
    assert accepts(Series, series(values={"2024": "1.5"}))
    assert accepts(Series, series(by_country={"BEN": "1"}, year="2024"))


@given(st.dictionaries(st.integers(1900, 2100), st.floats(-1e9, 1e12), min_size=1))
def test_the_latest_value_is_of_the_newest_year(values: dict[int, float]):
    """Whatever the order in the file."""
    made = Series.model_validate(series(values=values))

    assert made.latest == max(values)
    assert made.latest_value == values[max(values)]


def test_the_latest_of_a_table():
    """Its year, and the sum of its rows."""
    made = Series.model_validate(series(by_country={"BEN": 2, "OTHER": 3}, year=2020))

    assert (made.latest, made.latest_value) == (2020, 5)


def test_series_of_a_country_newest_first():
    """The first is what readers see."""
    old, new = series(values={2000: 1}), series(values={1990: 5, 2010: 2})
    country = Country.model_validate({"id": "TGO", "slug": "togo", "figures": [old, new]})

    assert [s.latest for s in country.series("population")] == [2010, 2000]
    assert country.series("other") == ()


# --- ratifications


def test_unknown_is_not_no():
    """A treaty nobody looked up is unknown, never "not ratified"."""
    country = Country.model_validate({"id": "TGO", "slug": "togo", "ratifications": [
        {"instrument": "c097", "status": "not_ratified", "source": "ilo", "checked": "2026-11-01"},
    ]})  # fmt: skip

    assert country.status("c097") == Status.NOT_RATIFIED
    assert country.status("c143") == Status.UNKNOWN
    assert country.ratification("c143") is None


# --- articles


def instrument(*numbers: str, annex: tuple[str, ...] = ()) -> Instrument:
    """A treaty with these articles."""
    parts = [{"id": "part-1", "title": {"fr": "P"}, "articles": [{"number": n, "text": {"fr": n}} for n in numbers]}]
    if annex:
        parts.append({"id": "annex-1", "annex": True, "title": {"fr": "A"}, "articles": [{"number": n, "text": {"fr": n}} for n in annex]})
    return Instrument.model_validate({
        "id": "c143", "code": "C143", "slug": "c143", "organisation": "ilo", "title": {"fr": "T"}, "short_name": {"fr": "S"}, "adopted": "1975-06-24",
        "in_force": "1978-12-09", "text_url": "https://x.org", "source": "ilo", "checked": "2026-11-01", "summary": {"fr": "S"}, "parts": parts,
    })  # fmt: skip


@pytest.mark.parametrize(("number", "annex", "found"), [
    ("9", None, ["9(1)", "9(2)"]), ("9(1)", None, ["9(1)"]), ("9(3)", None, ["9(1)", "9(2)"]), ("12", None, ["12-13"]), ("13", None, ["12-13"]),
    ("14", None, []), ("1", None, ["1"]), ("10", None, ["10"]), ("6", None, ["6(1)(a)"]), ("6(1)", None, ["6(1)(a)"]),
    ("6", "annex-1", ["6"]), ("9", "annex-1", []), ("6", "annex-2", []), ("", None, []), ("x", None, []),
])  # fmt: skip
def test_citations(number: str, annex: str | None, found: list[str]):
    """9 means all of article 9; 9(3) falls back on article 9; 1 never means 12 or 10."""
    made = instrument("1", "6(1)(a)", "9(1)", "9(2)", "10", "12-13", annex=("6",))

    assert [a.number for _, a in made.cited(number, annex)] == found


@pytest.mark.parametrize(("number", "bases", "anchor"), [
    ("6", [6], "art-6"), ("9(1)", [9], "art-9-1"), ("6(1)(a)", [6], "art-6-1-a"), ("12-13", [12, 13], "art-12-13"), ("A", [], "art-a"),
])  # fmt: skip
def test_numbers_of_articles(number: str, bases: list[int], anchor: str):
    """What an entry covers, and its place on the page."""
    article = Article.model_validate({"number": number, "text": {"fr": "x"}})

    assert (list(article.bases), article.anchor) == (bases, anchor)


@pytest.mark.parametrize(("typed", "treaty", "annex"), [("c143", "c143", None), ("c097/annex-1", "c097", "annex-1")])
def test_citations_in_a_header(typed: str, treaty: str, annex: str | None):
    """An annex is named after a slash."""
    citation = Citation(instrument=typed, article="6")

    assert (citation.treaty, citation.annex) == (treaty, annex)


def test_zones_remember_who_left():
    """A former member is found too: the page says when it left."""
    fact = {"source": "ilo", "checked": "2026-11-01"}
    zone = Zone.model_validate({
        "id": "ecowas", "name": {"fr": "N"}, "acronym": {"fr": "A"}, "kind": "free_movement", "claimable": True, "summary": {"fr": "S"}, **fact,
        "members": [{"country": "MLI", "until": "2025-01-29", **fact}],
    })  # fmt: skip

    assert str(zone.member("MLI").until) == "2025-01-29"
    assert zone.member("TGO") is None


def test_who_can_be_reached():
    """By phone, mail or web; an address alone does not help from a phone."""
    fact = {"id": "a", "kind": "office", "name": {"fr": "N"}, "source": "ilo", "checked": "2026-11-01"}

    assert not Contact.model_validate({**fact, "address": "Lomé"}).reachable
    assert Contact.model_validate({**fact, "phones": [{"number": "117"}]}).reachable
    assert Contact.model_validate({**fact, "emails": ["a@b.org"]}).reachable
    assert Contact.model_validate({**fact, "web": ["https://b.org"]}).reachable


# --- all models


MODELS = (
    Agreement, Article, ComplaintRoute, Contact, ContactFile, Country, Front, Indicator, Instrument, Part, Phone, Ratification, Series, Source, Term, Zone,
)  # fmt: skip


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_models_are_frozen_and_refuse_unknown_fields(model: Any):
    """Nothing changes a fact after it was read, and no mistyped field is lost."""
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"
    assert ("surprise", "extra_forbidden") in [(loc[-1], kind) for loc, kind in fault(model, {"surprise": 1})]


TEXT = st.fixed_dictionaries({"fr": st.text("abcé ŋ", min_size=1, max_size=10)}, optional={"en": st.text("abc", min_size=1, max_size=10)})
ID = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)
DAY = st.dates(date(2000, 1, 1), date(2026, 11, 22)).map(date.isoformat)
SOURCED = {"source": ID, "checked": DAY, "confidence": st.sampled_from([c.value for c in Confidence])}
RATIFICATIONS = st.fixed_dictionaries(
    {"instrument": ID, "status": st.sampled_from([s.value for s in Status]), **SOURCED},
    optional={"date": DATES.map(str), "in_force": DATES.map(str), "note": TEXT, "excluded": st.lists(st.text("abc", min_size=1), max_size=2)},
)  # fmt: skip
SERIES = st.fixed_dictionaries({
    "indicator": st.just("population"), "source": ID, "checked": DAY,
    "values": st.dictionaries(st.integers(1990, 2026), st.integers(0, 10**9), min_size=1, max_size=3),
})  # fmt: skip
COUNTRIES = st.fixed_dictionaries(
    {"id": st.just("TGO"), "slug": ID}, optional={"ratifications": st.lists(RATIFICATIONS, max_size=3), "figures": st.lists(SERIES, max_size=2), "note": TEXT}
)  # fmt: skip
CONTACTS = st.fixed_dictionaries(
    {"id": ID, "kind": st.sampled_from([k.value for k in Kind]), "name": TEXT, **SOURCED},
    optional={"phones": st.lists(st.fixed_dictionaries({"number": st.sampled_from(["117", "+22822213334"])}), max_size=2),
              "as_of": DATES.map(str), "languages": st.lists(st.sampled_from(["fr", "ee"]), max_size=2)},
)  # fmt: skip


@given(COUNTRIES)
def test_a_country_comes_back(country: dict[str, Any]):
    """Reading what was dumped gives an equal country."""
    made = Country.model_validate(country)

    assert Country.model_validate(made.model_dump(mode="json")) == made
    assert Country.model_validate_json(made.model_dump_json()) == made


@given(CONTACTS)
def test_a_contact_comes_back(contact: dict[str, Any]):
    """Reading what was dumped gives an equal contact."""
    made = Contact.model_validate(contact)

    assert Contact.model_validate(made.model_dump(mode="json", exclude_none=True)) == made
