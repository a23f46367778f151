"""Indicators: one edition a ranking, honest checklists, totals that never mix years."""

import re

from helpers import rendered, visible
from rsmms.joins.editions import Edition, best, common, editions, others, pairs
from rsmms.layout.plan import Plan
from rsmms.model.country import Country, Series
from rsmms.model.library import Library
from rsmms.pages.zone_figures import SUMMED

DAY = "2026-11-01"


def country(code: str, *series: tuple[str, dict[int, float]]) -> Country:
    """A country with some series of the indicator ``x``."""
    figures = tuple(Series(indicator="x", source=source, checked=DAY, values=values) for source, values in series)
    return Country(id=code, slug=code.lower(), figures=figures)


def small() -> Library:
    """Three countries: two with 2024 and 2020, one with 2020 only; one has another source too."""
    made = [
        country("AAA", ("un", {2020: 1, 2024: 2})), country("BBB", ("un", {2020: 3, 2024: 4}), ("bank", {2025: 9})),
        country("CCC", ("un", {2020: 5})),
    ]  # fmt: skip
    return Library(countries={c.id: c for c in made})


def test_an_edition_is_one_source_and_one_year() -> None:
    """The fullest edition comes first; each holds only its own year."""
    found = editions(small(), "x")

    assert found[0] == Edition("x", "un", 2020, {"AAA": 1, "BBB": 3, "CCC": 5})
    assert [(e.source, e.year, len(e.values)) for e in found] == [("un", 2020, 3), ("un", 2024, 2), ("bank", 2025, 1)]


def test_the_newest_year_wins_only_when_nearly_all_have_it() -> None:
    """Two of three countries are not enough; the third would be lost."""
    found = best(small(), "x")

    assert found is not None
    assert found.year == 2020
    assert best(small(), "x", ["AAA", "BBB"]) == Edition("x", "un", 2024, {"AAA": 2, "BBB": 4})
    assert best(small(), "y") is None


def test_a_common_year_is_common_to_all_or_there_is_none() -> None:
    """Two countries share 2024, three share 2020; nobody shares with a stranger."""
    shared = common(small(), "x", ["AAA", "BBB"])

    assert shared is not None
    assert shared.year == 2024
    assert common(small(), "x", ["AAA", "BBB", "CCC"]) == editions(small(), "x")[0]
    assert common(small(), "x", ["AAA", "ZZZ"]) is None


def test_who_is_left_out_of_an_edition_keeps_its_own_year() -> None:
    """The country that has no 2024 is told with its 2020."""
    edition = editions(small(), "x")[1]

    assert list(others(small(), edition)) == [("CCC", "un", 2020, 5.0)]


def test_rankings_hold_the_values_of_one_year(plan: Plan, library: Library) -> None:
    """Every row of every ranking is the value of that country in the year the page names."""
    for indicator in library.indicators.values():
        edition = best(library, indicator.id)
        path = f"indicateurs/{indicator.id.replace('_', '-')}.md"
        body = plan.pages["fr", path].body
        rows = re.findall(r'<tr id="([a-z]{3})">', body)
        if rows and edition:
            assert {r.upper() for r in rows} == set(edition.values)
            assert f"{edition.year}" in visible(rendered(body))


def test_a_caveat_of_one_country_stands_on_its_page_alone(plan: Plan, library: Library) -> None:
    """What is said of Togo's figures is on Togo's pages, and neither on its neighbour's nor on that of the indicator."""
    told = [c for i in library.indicators.values() for c in i.caveats if c.countries == ("TGO",)]
    texts = {" ".join(c.text["fr"].split()) for c in told}
    pages = {path: " ".join(visible(rendered(page.body)).split()) for (language, path), page in plan.pages.items()
             if language == "fr" and (path.startswith(("pays/togo", "pays/benin")) or page.kind == "indicator")}  # fmt: skip
    found = {path for path, page in pages.items() for text in texts if text in page}

    assert len(texts) >= 5
    assert found
    assert {path.split("/")[1].removesuffix(".md") for path in found} == {"togo"}
    assert not [i.id for i in library.indicators.values() for c in i.caveats if "Togo" in c.text["fr"] and not c.countries]


def test_every_indicator_has_a_page_in_every_language(plan: Plan, library: Library) -> None:
    """Kind, id and address of the catalogue; definition, unit, source and caveats on the page."""
    for language in plan.languages:
        for indicator in library.indicators.values():
            page = plan.pages[language, f"indicateurs/{indicator.id.replace('_', '-')}.md"]
            assert (page.kind, page.id) == ("indicator", indicator.id)
            text = " ".join(visible(rendered(page.body)).split())
            for caveat in (c for c in indicator.caveats if not c.countries):
                assert " ".join(caveat.text["en" if language == "en" else "fr"].split()) in text


def test_links_to_figures_end_at_an_anchor(plan: Plan, library: Library) -> None:
    """Each link from a ranking, a map or the ILO list to a figure ends at an id that the country's figures have."""
    anchors = {c.slug: set(re.findall(r'(?: id="|\{#)([a-z0-9-]+)', plan.pages["fr", f"pays/{c.slug}/chiffres.md"].body)) for c in library.countries.values()}
    found = {
        (slug, anchor) for page in plan.pages.values() if page.path.startswith("indicateurs/") and page.language == "fr"
        for slug, anchor in re.findall(r'href="(?:\.\./)+pays/([a-z-]+)/chiffres/#([a-z0-9-]+)"', page.body)
    }  # fmt: skip

    assert len(found) > 1_000
    assert not [(slug, anchor) for slug, anchor in found if anchor not in anchors[slug]]


def test_years_that_differ_are_not_ranked(plan: Plan) -> None:
    """Censuses of many years are listed by name, with their years, without rank."""
    body = plan.pages["en", "indicateurs/census-foreign-citizens.md"].body

    assert "Do not rank" in body
    assert "Rank</th>" not in body
    assert "See the map" not in body


def test_pairs_are_of_one_edition(library: Library) -> None:
    """Rows of the 2020 revision never stand among those of 2024."""
    year, source, rows = pairs(library, "emigrants_to")

    assert (year, source) == (2024, "undesa-migrant-stock-2024")
    assert ("TGO", "NGA", 169717) in rows
    assert not any(here == "TGO" and there == "FRA" for here, there, _ in rows)


def test_the_ilo_list_is_whole_and_says_no_figure_found(plan: Plan, library: Library) -> None:
    """Twenty-six tables; Togo has a part of a few; nothing is shown as zero."""
    text = visible(rendered(plan.pages["en", "indicateurs/oit.md"].body))

    assert [t.number for t in library.ilo_tables.values()] == list(range(1, 27))
    assert text.count("Togo: No figure found") == 22
    assert text.count("Togo: A part") == 4
    assert "INSEED" in text
    assert "241,210" in text


def test_ilo_tables_name_groups_producers_and_indicators_that_exist(library: Library) -> None:
    """Nothing points nowhere."""
    for table in library.ilo_tables.values():
        assert table.group in library.ilo_groups
        assert set(table.producers) <= set(library.ilo_producers)
        assert set(table.indicator) <= set(library.indicators)
        assert bool(table.part) == bool(table.indicator)


def test_zone_totals_add_up_one_year(plan: Plan, library: Library) -> None:
    """The total of a column is the sum of that year's values, and says how many countries it counts."""
    zone = library.zones["uemoa"]
    members = [m.country for m in zone.members if not m.until]
    text = visible(rendered(plan.pages["en", "zones/uemoa.md"].body)).replace(",", "")
    for indicator in SUMMED[:3]:
        edition = common(library, indicator, members)
        assert edition is not None
        assert f"{sum(edition.values.values()):.0f}" in text
    assert f"{len(members)} countries of {len(members)}" in text
