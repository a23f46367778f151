"""The real data: facts picked by hand from the reference stand in the library and on the pages, with year and source."""

import re
from datetime import date

import pytest

from helpers import LANGUAGES, body, piece, visible
from rsmms.language.words import Words
from rsmms.layout.plan import Plan
from rsmms.model.library import Library


def with_sources(plan: Plan, path: str, identifier: str) -> str:
    """A fact as a reader sees it, followed by the notes of sources that its numbers lead to."""
    text = piece(plan, path, identifier)
    return " ".join([text, *(piece(plan, path, f"source-{number}") for number in re.findall(r"\[(\d+)\]", text))])


# --- ratifications: ratifications.csv


@pytest.mark.parametrize(("country", "treaty", "status", "day", "shown", "publisher"), [
    ("TGO", "c143", "in_force", "1983", "ratification : 1983", None),
    ("TGO", "icrmw", "in_force", "2020", "2020", None),
    ("BFA", "c097", "in_force", "1961-06-09", "9 juin 1961", None),
    ("DZA", "c097", "in_force", "1962-10-19", "19 octobre 1962", None),
    ("ITA", "c097", "in_force", "1952-10-22", "22 octobre 1952", None),
    ("FRA", "c097", "in_force", "1954-03-29", "29 mars 1954", None),
    ("MAR", "c097", "in_force", "2019-06-14", "14 juin 2019", None),
    ("MAR", "icrmw", "in_force", "1993-06-21", "21 juin 1993", None),
    ("SEN", "icrmw", "in_force", "1999-06-09", "adhésion du 9 juin 1999", None),
    ("MLI", "icrmw", "in_force", "2003-06-05", "adhésion du 5 juin 2003", None),
    ("GHA", "icrmw", "in_force", "2000-09-07", "7 septembre 2000", None),
    ("PRT", "c143", "in_force", "1978-12-12", "12 décembre 1978", None),
    ("SLE", "c143", "in_force", "2021-08-25", "25 août 2021", None),
    ("BEN", "c143", "in_force", "1980", "ratification : 1980", None),
    ("TGO", "c097", "not_ratified", None, "Non ratifié", None),
    ("TUN", "c143", "not_ratified", None, "Non ratifié", None),
    ("MRT", "c097", "not_ratified", None, "Non ratifié", None),
])  # fmt: skip
def test_ratifications(library: Library, plan: Plan, country: str, treaty: str, status: str, day: str | None, shown: str, publisher: str | None):
    """Status, date with its precision, source and day of check, in the data and on the profile."""
    fact = library.countries[country].ratification(treaty)
    text = with_sources(plan, f"pays/{library.countries[country].slug}.md", treaty)

    assert (fact.status.value, str(fact.date) if fact.date else None) == (status, day)
    assert shown in text
    assert library.sources[fact.source].publisher in text
    assert "Vérifié le" in text


# --- statistics: country_statistics.csv


@pytest.mark.parametrize(("country", "indicator", "year", "value", "shown", "publisher"), [
    ("TGO", "international_migrant_stock", 2024, 281994, "281 994 personnes", "United Nations"),
    ("TGO", "emigrant_stock", 2024, 584790, "584 790 personnes", "United Nations"),
    ("TGO", "population", 2025, 8591626, "8 591 626 personnes", "World Bank"),
    ("ITA", "international_migrant_stock", 2024, 6553671, "6 553 671 personnes", "United Nations"),
    ("SEN", "remittances_received_usd", 2023, 3267137361, "3,3 milliards dollars", "World Bank"),
    ("MAR", "remittances_received_usd", 2024, 12509031111, "12,5 milliards dollars", "World Bank"),
    ("NER", "refugees_hosted", 2025, 385986, "385 986 personnes", "UNHCR"),
    ("TCD", "refugees_hosted", 2025, 1502263, "1 502 263 personnes", "UNHCR"),
    ("TUN", "unemployment_rate", 2025, 15.108, "15,1 %", "World Bank"),
    ("MLI", "remittance_cost_200usd_received", 2018, 5.1, "5,1 %", "United Nations Statistics Division"),
])  # fmt: skip
def test_figures(library: Library, plan: Plan, country: str, indicator: str, year: int, value: float, shown: str, publisher: str):
    """The newest value, in the data and on the profile, with its unit, its year and its source."""
    series = library.countries[country].series(indicator)[0]
    text = with_sources(plan, f"pays/{library.countries[country].slug}.md", indicator.replace("_", "-"))

    assert (series.latest, series.latest_value) == (year, value)
    assert library.sources[series.source].publisher.startswith(publisher)
    for part in (shown.replace("milliards dollars", "milliards"), str(year), library.sources[series.source].publisher):
        assert part in text


# --- unions: unions.csv; services: services.csv


@pytest.mark.parametrize(("identifier", "acronym", "name", "member", "path"), [
    ("tgo-cstt", "CSTT", "Confédération syndicale des travailleurs du Togo", "unknown", "contacts/togo.md"),
    ("tun-ugtt", "UGTT", "Union générale tunisienne du travail", "yes", "contacts/tunisie.md"),
    ("mar-cdt", "CDT", "Confédération démocratique du travail", "yes", "contacts/maroc.md"),
    ("mli-untm", "UNTM", "Union nationale des travailleurs du Mali", "yes", "contacts/mali.md"),
    ("sen-cnts", "CNTS", "Confédération nationale des travailleurs du Sénégal", "yes", "contacts/senegal.md"),
    ("ita-cgil", "CGIL", "Confédération générale italienne du travail", "yes", "contacts/italie.md"),
    ("civ-ugtci", "UGTCI", "Union générale des travailleurs de Côte d’Ivoire", "yes", "contacts/cote-d-ivoire.md"),
])  # fmt: skip
def test_unions(library: Library, plan: Plan, identifier: str, acronym: str, name: str, member: str, path: str):
    """Name, membership as far as a source says it, and source, on the country's contacts page."""
    contact = library.contact_by_id[identifier]
    text = visible(body(plan, path))

    assert (contact.acronym, contact.name["fr"], contact.rsmms_member.value) == (acronym, name, member)
    assert name in text
    assert library.sources[contact.source].publisher in text


@pytest.mark.parametrize(("identifier", "number", "path"), [
    ("int-alarm-phone", "+33486517161", "contacts/international.md"), ("tun-oim-retour-tunis", "+21680101566", "contacts/tunisie.md"),
    ("tun-oim-retour-sfax-zarzis", "+21680105561", "contacts/tunisie.md"), ("tun-fes-promig", "+21671775343", "contacts/tunisie.md"),
    ("lby-hcr-protection", "+218917127644", "contacts/libye.md"), ("nga-naptip-627", "627", "contacts/nigeria.md"),
    ("tgo-1014", "1014", "contacts/togo.md"), ("ben-cstb", "+2290195224834", "contacts/benin.md"), ("cpv-untc-cs", "+2382614155", "contacts/cap-vert.md"),
])  # fmt: skip
def test_services(library: Library, plan: Plan, identifier: str, number: str, path: str):
    """The number that was read, to the last digit, as a button in every language."""
    assert number in [p.number for p in library.contact_by_id[identifier].phones]
    for language in LANGUAGES:
        assert f'href="tel:{number}"' in body(plan, path, language)


# --- legislation (country_legislation.csv), regional rules (regional.md), treaties (conventions.md)


@pytest.mark.parametrize(("country", "identifier", "kind", "year", "title"), [
    ("TGO", "labour-code-2021", "labour_code", "2021", "Loi n° 2021-012 du 18 juin 2021 portant Code du travail"),
    ("TGO", "child-trafficking-2005", "anti_trafficking", "2005", "Loi contre la traite des enfants (2005)"),
    ("TGO", "labour-migration-strategy", "labour_migration_strategy", "2017", "Stratégie nationale de migration professionnelle"),
    ("SEN", "irregular-migration-strategy-2023", "migration_policy", "2023", "Stratégie nationale de lutte contre la migration irrégulière (SNLMI)"),
])  # fmt: skip
def test_legislation(library: Library, plan: Plan, country: str, identifier: str, kind: str, year: str, title: str):
    """Title, year and source on the profile."""
    note = next(n for n in library.countries[country].law if n.id == identifier)
    text = visible(body(plan, f"pays/{library.countries[country].slug}.md")).replace("\u00a0", " ")

    assert (note.kind, str(note.year), note.title["fr"].replace("\u00a0", " ")) == (kind, year, title)
    assert f"{title} ({year})" in text
    assert library.sources[note.source].publisher.replace("\u00a0", " ") in text


@pytest.mark.parametrize("country", ["BFA", "MLI", "NER"])
def test_who_left_ecowas(library: Library, plan: Plan, country: str):
    """On 29 January 2025; the profile says so and so does the zone."""
    assert str(library.zones["ecowas"].member(country).until) == "2025-01-29"
    assert "29 janvier 2025" in visible(body(plan, f"pays/{library.countries[country].slug}.md"))
    assert Words("fr").country(country) in visible(body(plan, "zones/ecowas.md").partition("{#anciens}")[2])


@pytest.mark.parametrize(("treaty", "adopted", "in_force"), [
    ("c097", date(1949, 7, 1), date(1952, 1, 22)), ("c143", date(1975, 6, 24), date(1978, 12, 9)), ("icrmw", date(1990, 12, 18), date(2003, 7, 1)),
    ("c189", date(2011, 6, 16), date(2013, 9, 5)), ("c190", date(2019, 6, 21), date(2021, 6, 25)),
])  # fmt: skip
def test_treaties(library: Library, treaty: str, adopted: date, in_force: date):
    """Adoption and entry into force."""
    assert (library.instruments[treaty].adopted, library.instruments[treaty].in_force) == (adopted, in_force)
