"""Networks, practices and events: each fact with its source, its precision, and every count that disagrees."""


import pytest

from helpers import rendered, visible
from rsmms.layout.plan import Plan
from rsmms.model.library import Library

LANGUAGES = ("fr", "en")


def test_events_keep_the_precision_they_have(library: Library):
    """A year stays a year; the workshop whose year no source gives has no date; an end comes after its start."""
    events = library.events
    assert events["stop-hecatombe"].date is not None
    assert events["stop-hecatombe"].date.precision == "year"
    assert events["atelier-kpalime-reintegration"].date is None
    for event in events.values():
        if event.until:
            assert event.date
            assert event.until.first > event.date.first, event.id
            assert event.until.first.year == event.date.first.year, event.id


def test_conventions_are_dated_as_their_own_data_say(library: Library):
    """The timeline and the conventions file agree."""
    for event, treaty in (("convention-97", "c097"), ("convention-143", "c143"), ("convention-onu-1990", "icrmw")):
        assert library.events[event].date is not None
        assert library.events[event].date.first == library.instruments[treaty].adopted


def test_dates_that_disagree_stand_side_by_side(plan: Plan):
    """The Monastir appeal has two dates, both on its page in both languages."""
    for language, dates in (("fr", ("24 avril 2014", "24 juin 2014")), ("en", ("24 April 2014", "24 June 2014"))):
        text = visible(rendered(plan.pages[language, "plaidoyer/monastir-2014.md"].body))
        assert all(day in text for day in dates)


def test_every_fact_of_a_network_has_a_source(library: Library):
    """Each sentence, figure and list of members names where it was read; figures have a date."""
    for network in library.networks.values():
        cited = [p.source for c in network.chapters for p in c.points] + [f.source for f in network.figures]
        assert all(source in library.sources for source in cited), network.id
        assert not network.members or network.members_source in library.sources, network.id
        assert all(chapter.points or chapter.unknown for chapter in network.chapters)


def test_the_thirteen_founders(library: Library):
    """Thirteen organisations from eleven countries founded the network."""
    members = library.networks["rsmms"].members

    assert len(members) == 13
    assert len({m.country for m in members}) == 11


def test_members_of_resynam_and_its_two_addresses(library: Library, plan: Plan):
    """Four union centres; the page says which of the two addresses is current."""
    assert [m.name for m in library.networks["resynam-togo"].members] == ["CSTT", "CNTT", "UNSIT", "UGSL"]
    text = visible(rendered(plan.pages["fr", "reseau/resynam-togo.md"].body))
    assert "19 décembre 2018" in text
    assert "www.resynam-togo.org donne les nouvelles de 2025" in text
    assert text.index("www.resynam-togo.org") < text.index("www.resynamtogo.org")


def test_counts_that_disagree_are_all_shown(plan: Plan):
    """26 and 30 organisations are given for the same assembly of 2019: both stand there."""
    text = visible(rendered(plan.pages["en", "reseau/rsmms.md"].body))

    assert "26 organisations" in text
    assert "30 organisations, 16 countries" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_practices_can_be_found_by_country_kind_and_situation(library: Library, plan: Plan, language: str):
    """Each practice is linked under its kind, under each of its countries and under each of its situations."""
    html = rendered(plan.pages[language, "pratiques/index.md"].body)
    for practice in library.practices.values():
        wanted = 1 + len(practice.countries) + len(practice.situations)
        assert html.count(f'href="{practice.id}/"') == wanted, practice.id


def test_a_practice_without_a_result_says_so(library: Library, plan: Plan):
    """Nothing is made up where the source is silent."""
    silent = next(p for p in library.practices.values() if not p.result)
    text = visible(rendered(plan.pages["en", f"pratiques/{silent.id}.md"].body))

    assert "The source does not say the result." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_desks_stand_in_the_directory(library: Library, plan: Plan, language: str):
    """Every union desk of every country is there."""
    text = " ".join(visible(rendered(plan.pages[language, "services/index.md"].body)).split())
    desks = [c for listed in library.contacts.values() for c in listed if c.kind.value == "union_desk"]

    assert desks
    assert [d.id for d in desks if " ".join(d.name.get(language, d.name["fr"]).split()) not in text] == []
