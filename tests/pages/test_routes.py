"""Routes: which pairs there are, and what a page about one says."""

import re

import pytest

from helpers import BENIN, PROJECT, body, changed, lay_out, merged, plan_of, visible
from rsmms.language.addresses import route_path
from rsmms.model.corridors import NOT_COUNTED, PER_ORIGIN, destinations
from rsmms.pages.routes import routes, shared_zones

TOGO = "data/country_profiles/TGO.yaml"
BEN = "data/country_profiles/BEN.yaml"
PATH = "routes/togo-benin.md"
BENIN_IN = "      - country: BEN\n        since: 1975\n        source: ilo\n        checked: 2026-11-01\n"
LIBRE = changed("data/zones.yaml", "      - country: TGO\n", BENIN_IN + "      - country: TGO\n")


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """Togo and Benin, in one zone."""
    return plan_of(lay_out(tmp_path_factory.mktemp("routes"), merged({BEN: BENIN}, LIBRE)))


def test_routes_lead_where_statistics_say_people_are(plan):
    """From a country of the network to every country with a profile; not back, where nobody counts."""
    assert routes(plan.library) == [("TGO", "BEN")]
    assert route_path(plan.library, ("TGO", "BEN")) == PATH


def test_no_route_from_a_country_outside_the_network(tmp_path):
    """``priority`` decides; that it could be there is tested above."""
    plan = plan_of(lay_out(tmp_path, merged({BEN: BENIN}, changed(TOGO, "priority: true", "priority: false"))), ("fr",))

    assert routes(plan.library) == []
    assert ("fr", PATH) not in plan.pages


def test_no_route_to_a_country_without_profile(tiny_plan):
    """The tiny project knows people in Benin, but not Benin."""
    assert routes(tiny_plan.library) == []


def test_the_largest_community_comes_first(library):
    """Real data: never more than the limit, in order of size, only countries with a profile."""
    for country in library.countries.values():
        found = destinations(library.countries, country)
        sizes = {c: v for s in reversed(country.series("emigrants_to")) for c, v in s.by_country.items()}

        assert [sizes[c] for c in found] == sorted((sizes[c] for c in found), reverse=True)
        assert set(found) <= set(library.countries)
    counted = [route for route, rank in library.corridors.items() if rank != NOT_COUNTED]
    for origin in {o for o, _ in counted}:
        assert library.countries[origin].priority
        assert sum(o == origin for o, _ in counted) <= PER_ORIGIN


def test_no_route_twice_and_none_to_itself(library):
    """Each pair has one page."""
    found = routes(library)

    assert len(found) == len(set(found))
    assert [r for r in found if r[0] == r[1]] == []


@pytest.mark.parametrize(("language", "title", "people"), [
    ("fr", "Togo → Bénin", "71 000"), ("en", "Togo → Benin", "71,000"),
])  # fmt: skip
def test_the_page(plan, language: str, title: str, people: str):
    """Title, how many people with year and source, unions at both ends, treaties, zone, money, return."""
    page = plan.pages[language, PATH]
    text = visible(page.body)

    assert (page.kind, page.id, page.title) == ("route", "TGO-BEN", title)
    assert people in text
    assert "2024" in text
    assert 'href="tel:+22822213334"' in page.body
    assert {"route-before", "route-way", "route-arrival", "route-money", "route-home", "traites", "zone"} <= set(anchors(page.body))


def anchors(text: str) -> list[str]:
    """Ids of the headings, and of what is folded behind one."""
    return [found[1] or found[2] for found in re.finditer(r"\{#([a-z0-9-]+)\}$|<div id=\"([a-z0-9-]+)\">", text, re.MULTILINE)]


def test_treaties_that_bind_both(plan):
    """C143 binds both here; C97 binds nobody and is not shown (it could be: next test)."""
    text = body(plan, PATH)

    assert 'id="route-both-bound"' in text
    assert "C143" in text
    assert "C97" not in text
    assert 'id="route-one-bound"' not in text


def test_a_treaty_that_binds_one_says_which(tmp_path):
    """The name of the country stands beside it."""
    bound = changed(TOGO, "    status: not_ratified\n    as_of: 2020\n", "    status: in_force\n    date: 1970\n")
    text = body(plan_of(lay_out(tmp_path, merged({BEN: BENIN}, bound)), ("fr",)), PATH)

    assert 'id="route-one-bound"' in text
    assert "C97 – Travailleurs migrants (Togo)" in visible(text).replace("( Togo )", "(Togo)")


def test_zone_rights_of_both(plan):
    """Both are members: the rights are told."""
    assert [z.id for z in shared_zones(plan.library, "TGO", "BEN")] == ["ecowas"]
    assert "90 jours" in body(plan, PATH)


@pytest.mark.parametrize("change", [
    {}, changed("data/zones.yaml", "claimable: true", "claimable: false", text=LIBRE["data/zones.yaml"]),
])  # fmt: skip
def test_no_zone_right_that_is_not_there(tmp_path, change):
    """One is no member, or the zone gives nothing to claim: the page says that none unites them."""
    text = body(plan_of(lay_out(tmp_path, merged({BEN: BENIN}, change)), ("fr",)), PATH)

    assert "90 jours" not in text
    assert "Aucune zone de libre circulation" in text


def test_a_country_that_left_is_told(tmp_path):
    """The day it left stands before the rights."""
    left = changed("data/zones.yaml", "        since: 1975\n        source: ilo\n        checked: 2026-11-01\n      - country: TGO",
                   "        since: 1975\n        until: 2025-01-29\n        source: ilo\n        checked: 2026-11-01\n      - country: TGO",
                   text=LIBRE["data/zones.yaml"])  # fmt: skip
    text = body(plan_of(lay_out(tmp_path, merged({BEN: BENIN}, left)), ("fr",)), PATH)

    assert "29 janvier 2025" in text


def test_the_way_back_is_linked_when_there_is_one(tmp_path, plan):
    """Benin sends people to Togo here; above it does not."""
    figures = PROJECT[TOGO][PROJECT[TOGO].index("figures:") : PROJECT[TOGO].index("law:")]
    benin = BENIN.replace("slug: benin\n", "slug: benin\npriority: true\n") + figures.replace("BEN:", "TGO:")
    both = plan_of(lay_out(tmp_path, {BEN: benin}), ("fr",))

    assert 'href="../benin-togo/"' in body(both, PATH)
    assert "benin-togo" not in body(plan, PATH)
