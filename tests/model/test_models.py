"""The models: what each small type accepts, refuses, and gives back unchanged."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import accepts, fault
from rsmms.model.contact import Contact  # fmt: skip
from rsmms.model.country import Country, Series, Status  # fmt: skip
from rsmms.model.front import Citation
from rsmms.model.instrument import Article, Instrument  # fmt: skip
from rsmms.model.library import Library
from rsmms.model.zone import Zone  # fmt: skip

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
    """By phone, mail, form, web, or where one can go; a town or a post box alone helps nobody."""
    fact = {"id": "a", "kind": "office", "audience": ["everyone"], "name": {"fr": "N"}, "source": "ilo", "read": "2026-11-01"}

    assert not Contact.model_validate({**fact, "address": "Lomé"}).reachable
    assert not Contact.model_validate({**fact, "address": "BP 163, Lomé"}).reachable
    assert Contact.model_validate({**fact, "address": "Bourse du travail, BP 163, Lomé"}).visit == "Bourse du travail, Lomé"
    assert Contact.model_validate({**fact, "forms": ["https://b.org/form"]}).reachable
    assert Contact.model_validate({**fact, "phones": [{"number": "117"}]}).reachable
    assert Contact.model_validate({**fact, "emails": ["a@b.org"]}).reachable
    assert Contact.model_validate({**fact, "web": ["https://b.org"]}).reachable


def test_copy_with_other_fields_says_what_they_say(library: Library):
    """What a country has computed from its fields does not stand any more in a copy whose fields are others."""
    togo = library.countries["TGO"]
    before = togo.status("c143")
    other = togo.model_copy(update={"ratifications": ()})

    assert (before, other.status("c143"), togo.status("c143")) == (Status.IN_FORCE, Status.UNKNOWN, before)
