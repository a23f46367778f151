"""Dates, numbers, names and texts in the reader's language."""

import pickle
import re
from datetime import date

import pycountry
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from helpers import strings
from rsmms.language.html import Html, esc
from rsmms.language.words import Words, listed
from rsmms.layout.plan import Plan
from rsmms.model.dates import PartialDate

FR, EN, EE = Words("fr"), Words("en"), Words("ee")


@pytest.mark.parametrize(("language", "written", "shown"), [
    ("fr", "1983", "1983"), ("fr", "1983-11", "novembre 1983"), ("fr", "1983-11-08", "8 novembre 1983"), ("fr", "2026-11-01", "1er novembre 2026"),
    ("fr", "2026-11-11", "11 novembre 2026"), ("fr", "2026-12-21", "21 décembre 2026"), ("fr", "2021-01", "janvier 2021"),
    ("fr", "2011-01-01", "1er janvier 2011"),
    ("en", "1983", "1983"), ("en", "1983-11", "November 1983"), ("en", "1983-11-08", "8 November 1983"), ("en", "2026-11-01", "1 November 2026"),
    ("ee", "1983", "1983"), ("ee", "1983-11", "adeɛmekpɔxe 1983"), ("ee", "1983-11-08", "8 adeɛmekpɔxe 1983"),
])  # fmt: skip
def test_dates(language: str, written: str, shown: str):
    """A year stays a year: no day is made up."""
    assert Words(language).date(PartialDate.parse(written)) == shown


def test_a_full_day_is_a_date_too():
    """Days of checks are full days."""
    assert FR.date(date(2026, 11, 22)) == "22 novembre 2026"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["fr", "en", "ee"]))
def test_every_date_shows_its_year_and_day(day: date, language: str):
    """Whatever the language, the figures are there."""
    shown = Words(language).date(day)

    assert re.findall(r"\d+", shown) == [str(day.day), str(day.year)]


@pytest.mark.parametrize(("language", "value", "decimals", "shown"), [
    ("fr", 281234, 0, "281\u202f234"), ("en", 281234, 0, "281,234"), ("ee", 281234, 0, "281\u202f234"), ("fr", 6.55, 1, "6,6"), ("en", 6.25, 1, "6.2"),
    ("fr", 3.0, 1, "3"), ("en", 0, 0, "0"), ("fr", -12000, 0, "-12\u202f000"), ("en", 1234567.891, 1, "1,234,567.9"), ("fr", 999, 0, "999"),
])  # fmt: skip
def test_numbers(language: str, value: float, decimals: int, shown: str):
    """Separators of the language; in Ewe those of Togo, that is, the French ones."""
    assert Words(language).number(value, decimals) == shown


@given(st.integers(-(10**12), 10**12), st.sampled_from(["fr", "en", "ee"]))
def test_no_digit_of_a_number_is_lost(value: int, language: str):
    """Without its separators a number is the number."""
    shown = Words(language).number(value)

    assert int(re.sub(r"[^\d-]", "", shown.replace("−", "-"))) == value


@pytest.mark.parametrize(("code", "fr", "en", "ee"), [
    ("TGO", "Togo", "Togo", "Togo nutome"), ("DEU", "Allemagne", "Germany", "Germania nutome"),
    ("CIV", "Côte d’Ivoire", "Côte d’Ivoire", "Kote d’Ivoire nutome"),
    ("COD", "Congo-Kinshasa", "Congo - Kinshasa", "Kongo Kinshasa nutome"), ("MKD", "Macédoine du Nord", "North Macedonia", "Macédoine du Nord"),
    ("SWZ", "Eswatini", "Eswatini", "Eswatini"), ("TUR", "Turquie", "Türkiye", "Tɛki nutome"),
    ("PSE", "Territoires palestiniens", "Palestinian Territories", "Palestinia nutome"),
])  # fmt: skip
def test_country_names(code: str, fr: str, en: str, ee: str):
    """From CLDR; French where Ewe has none."""
    assert (FR.country(code), EN.country(code), EE.country(code)) == (fr, en, ee)


def test_what_cldr_gets_wrong_is_not_shown():
    """Every name in Ewe is a name: it begins with a capital, no word for "country" is glued to it, no accent stands alone."""
    names = {country.alpha_3: EE.country(country.alpha_3) for country in pycountry.countries}

    assert {code: name for code, name in names.items() if not name[0].isupper() or name.endswith(("dukɔ", "du")) or "Swazi" in name} == {}
    assert names["ATG"] == "Antigua kple Barbuda nutome"
    assert esc(names["MUS"]) == '<span lang="fr">Maurice</span>'
    assert esc(names["TGO"]) == "Togo nutome"
    assert pickle.loads(pickle.dumps(names["MUS"])).language == "fr"


def test_every_country_of_the_site_has_a_name(library):
    """In all three languages."""
    for code in library.countries:
        for words in (FR, EN, EE):
            assert words.country(code)


@pytest.mark.parametrize("code", ["XXX", "INT", "OTHER", ""])
def test_what_is_no_country_has_no_name(code: str):
    """No name is made up."""
    with pytest.raises(KeyError):
        FR.country(code)


@pytest.mark.parametrize(("words", "code", "name"), [
    (FR, "ee", "éwé"), (EN, "ee", "Ewe"), (EE, "ee", "eʋegbe"), (FR, "ar", "arabe"), (FR, "kbp", "kbp"), (EE, "kbp", "kbp"),
])  # fmt: skip
def test_language_names(words: Words, code: str, name: str):
    """French where the language has none; the code where nobody has one."""
    assert words.language_name(code) == name


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("en", "ltr"), ("ee", "ltr"), ("ar", "rtl")])
def test_direction(language: str, direction: str):
    """Arabic is next."""
    assert Words(language).direction == direction


MISSING = next(key for key in strings("fr") if key not in strings("ee") and "{" not in strings("fr")[key] and "<" not in strings("fr")[key])
"""A text that has no Ewe yet."""


def test_a_text_missing_in_ewe_is_french_and_says_so():
    """A screen reader reads it with a French voice; nobody takes it for Ewe."""
    french = strings("fr")[MISSING]

    assert FR(MISSING) == FR.plain(MISSING).replace("'", "&#x27;")
    assert EE(MISSING) == f'<span lang="fr">{FR(MISSING)}</span>'
    assert EE.plain(MISSING) == french
    assert not EE.has(MISSING)


def test_a_text_that_ewe_has_is_not_marked():
    """No ``lang`` where the page's own is right."""
    key = next(k for k in strings("ee") if "{" not in strings("ee")[k])

    assert EE.has(key)
    assert "lang=" not in EE(key)


def test_a_text_nobody_has_is_a_mistake_of_the_program():
    """It fails at once, in tests."""
    with pytest.raises(KeyError):
        FR("no_such_text")


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", '"><img src=x>', "a & b", "{name}", "l'eau"])
def test_values_are_escaped(value: str):
    """Whatever a fact holds, it is text on the page, and no second placeholder."""
    shown = FR("see_all_contacts", country=value)

    assert "<" not in shown
    assert shown.endswith(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#x27;"))


def test_markup_made_here_is_not_escaped_twice():
    """A date in ``<time>`` stays an element."""
    assert FR("checked_on", date=Html("<time>x</time>")).endswith("<time>x</time>")


def test_plain_texts_are_not_escaped():
    """Titles are escaped by the template that shows them."""
    assert FR.plain("see_all_contacts", country="a & b") == "Tous les contacts\u00a0: a & b".replace("\u00a0", FR.plain("see_all_contacts", country="")[17])


def test_texts_of_facts():
    """The reader's language, else French with its mark, else nothing; always escaped."""
    assert EN.text({"fr": "a < b", "en": "c < d"}) == "c &lt; d"
    assert EN.text({"fr": "a < b"}) == '<span lang="fr">a &lt; b</span>'
    assert FR.text({"fr": "a", "en": "b"}) == "a"
    assert EE.text(None) == ""
    assert EE.pick({"fr": "a", "en": "b"}) == ("a", "fr")


def test_sorting_without_accents():
    """Égypte stands with E; Ewe letters have places of their own."""
    assert sorted(["Zambie", "Égypte", "Espagne", "Érythrée"], key=FR.sort) == ["Égypte", "Érythrée", "Espagne", "Zambie"]
    assert sorted(["ŋkɔ", "nu", "na"], key=EE.sort) == ["na", "nu", "ŋkɔ"]


MONTHS_EE = [Locale("ee").months["format"]["wide"][number].casefold() for number in range(1, 13)]


@pytest.mark.parametrize("key", ["as_of", "in_force_since", "overdue"])
def test_a_french_sentence_has_french_months(key: str):
    """Where Ewe has no text, the French one is shown with the day in French; where it has one, the day is in Ewe."""
    ewe, day = Words("ee"), date(2026, 4, 1)
    told = ewe(key, date=ewe.date(day)), ewe.plain(key, date=ewe.date(day))

    for text in told:
        assert ("1er avril 2026" in text) == (not ewe.has(key))
        assert any(month in text.casefold() for month in MONTHS_EE) == ewe.has(key)


def test_a_french_sentence_has_french_names():
    """Of one country or of several; in a sentence of the language they keep their own."""
    ewe = Words("ee")
    names = listed(ewe.country(code) for code in ("DEU", "CIV"))

    assert "Allemagne" in ewe("route_title", origin=ewe.country("DEU"), destination=ewe.country("CIV")) or ewe.has("route_title")
    assert ("Allemagne, Côte d’Ivoire" in ewe("applies_in", countries=names)) == (not ewe.has("applies_in"))
    assert names == f"{ewe.country('DEU')}, {ewe.country('CIV')}"


def test_names_are_kept_between_builds():
    """A kept page that cannot be read back is made anew in every build, and nobody notices."""
    names = listed(EE.country(code) for code in ("DEU", "CIV"))
    kept = pickle.loads(pickle.dumps(names, pickle.HIGHEST_PROTOCOL))

    assert (kept, kept.french) == (names, names.french)


def test_no_french_span_of_an_ewe_page_has_an_ewe_month(tiny_plan: Plan):
    """On every page of the tiny site: what is marked as French is French to its last word."""
    found = [
        (path, span) for (language, path), page in tiny_plan.pages.items() if language == "ee"
        for span in re.findall(r'<span lang="fr">(.*?)</span>', page.body) for month in MONTHS_EE if f" {month} " in span.casefold()
    ]  # fmt: skip

    assert found == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_thing_is_singular(language: str):
    """Every text about one thing says "1" or the word without an s, and has a sister with the number."""
    words = Words(language)
    ones = [key.removesuffix("_one") for key in strings(language) if key.endswith("_one")]

    assert "search_count" in ones
    assert Words.of_count("search_count", 1) == "search_count_one"
    assert Words.of_count("search_count", 0) == Words.of_count("search_count", 2) == "search_count"
    assert [key for key in ones if "{count}" not in words.raw(key) or "{" in words.raw(f"{key}_one")] == []
