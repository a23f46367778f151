"""The real data as a whole: small files, no fact without source, no doubt hidden."""

import re
from collections.abc import Iterator

import pytest

from helpers import LANGUAGES, ROOT, body, piece, visible
from rsmms.building.content import Content
from rsmms.layout.plan import Plan
from rsmms.model.base import Confidence
from rsmms.model.country import Country, Status
from rsmms.model.library import Library
from rsmms.reading.yaml_source import MAX_BYTES

# --- all of it


def test_all_files_load_without_a_problem(content: Content):
    """Data and pages as they are committed, warnings too; the second opinion on short numbers (X036) is told and stays."""
    assert [p.text("en") for p in content.problems if p.code != "X036"] == []
    assert {p.severity.value for p in content.problems} <= {"warning"}


def test_all_files_are_small():
    """Under 1 MB, so that they open in a browser's editor."""
    assert [p.name for p in (ROOT / "data").rglob("*.yaml") if p.stat().st_size > MAX_BYTES] == []


def figures(plan: Plan, country: Country, language: str) -> Iterator[str]:
    """The list items of key figures of a country."""
    listed = re.search(r'<ul class="numbers">(.*?)</ul>\n', body(plan, f"pays/{country.slug}/chiffres.md", language), re.DOTALL)
    yield from re.findall(r"<li\b.*?</li>", listed[1], re.DOTALL) if listed else ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_a_year_and_a_source(library: Library, plan: Plan, language: str):
    """On every page of figures, in every language: a value never stands alone."""
    publishers = {s.publisher for s in library.sources.values()}
    seen = 0
    for country in library.countries.values():
        for item in figures(plan, country, language):
            seen += 1
            where = re.search(r'<span class="trail">(.*)</span>', item, re.DOTALL)
            text = visible(where[1])
            assert re.match(r"(19|20)\d\d · ", text), (country.id, item)
            assert any(publisher in text for publisher in publishers if publisher), (country.id, item)
    assert seen >= 10 * len(library.countries)


def test_every_table_and_picture_has_a_source(library: Library, plan: Plan):
    """Each figure drawn and each table by country is followed by its source on the profile."""
    for country in library.countries.values():
        text = body(plan, f"pays/{country.slug}.md")
        for drawn in re.findall(r'<figure class="chart">.*?</figure>', text, re.DOTALL):
            assert "Source" in visible(drawn), country.id


def test_every_fact_cites_a_source_that_is_known(library: Library):
    """All ratifications, figures, law notes, contacts, memberships, agreements and treaties."""
    cited = {f.source for c in library.countries.values() for f in (*c.ratifications, *c.figures, *c.law, *c.projects, *c.emergency)}
    cited |= {c.source for listed in library.contacts.values() for c in listed}
    cited |= {m.source for z in library.zones.values() for m in (z, *z.members)}
    cited |= {a.source for a in library.agreements.values()} | {i.source for i in library.instruments.values()}

    assert cited - set(library.sources) == set()
    assert len(cited) > 100


def test_every_profile_tells_all_treaties_apart(library: Library, plan: Plan):
    """Each treaty stands once on each profile: in force, not ratified or unknown."""
    for country in library.countries.values():
        text = body(plan, f"pays/{country.slug}.md")
        for treaty, instrument in library.instruments.items():
            assert text.count(f'id="{treaty}"') == instrument.concerns(country.id), (country.id, treaty)


def test_no_unconfirmed_ratification_looks_certain(library: Library, plan: Plan):
    """Where a ratification is unconfirmed or disputed, its line says so."""
    words = {Confidence.UNCONFIRMED: "à confirmer", Confidence.DISPUTED: "les sources ne sont pas d’accord"}
    doubtful = [(c, f) for c in library.countries.values() for f in c.ratifications if f.confidence in words]

    assert doubtful
    for country, fact in doubtful:
        assert words[fact.confidence] in piece(plan, f"pays/{country.slug}.md", fact.instrument), (country.id, fact.instrument)


def test_no_status_without_a_date_looks_like_one_with(library: Library, plan: Plan):
    """A bound country whose date no source gives is shown with "date not found"."""
    undated = [(c, f) for c in library.countries.values() for f in c.ratifications if f.status == Status.IN_FORCE and not f.date]

    assert undated
    for country, fact in undated:
        assert "date non trouvée" in piece(plan, f"pays/{country.slug}.md", fact.instrument), (country.id, fact.instrument)


def test_the_year_in_the_matrix_is_the_year_of_the_data(library: Library, plan: Plan):
    """For every country and treaty, in the cell that leads to the profile."""
    text = body(plan, "conventions/ratifications.md")
    for country in library.countries.values():
        for fact in country.ratifications:
            cell = re.search(rf'href="../../(?:pays|campagnes)/{country.slug}/#{fact.instrument}"[^>]*>(.*?)</a>', text)
            assert cell, (country.id, fact.instrument)
            shown = re.findall(r"<small>(\d{4})</small>", cell[1])

            assert shown == ([str(fact.date.year)] if fact.date else []), (country.id, fact.instrument)
            assert f"mark {fact.status.value}" in cell[1]
