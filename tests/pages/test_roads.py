"""Described roads: which pages they make, what stands on one, and that only a line valid on its way is offered."""

import pytest

from helpers import BENIN, body, changed, codes, lay_out, merged, plan_of, told, visible
from rsmms.joins.rescue import rescue_of, ways_of
from rsmms.model.corridor import Way
from rsmms.model.geography import ways_on_map
from rsmms.pages.routes import routes

TOGO = "data/country_profiles/TGO.yaml"
BEN = "data/country_profiles/BEN.yaml"
FILE = "data/corridors.yaml"
BACK = "routes/benin-togo.md"
ROADS = """\
rescue_lines:
  - id: line
    contact_id: tgo-cstt
    ways: [desert]
    countries: [TGO]
    caution: {fr: Peu de moyens., en: Few means.}
    source: ilo
    read: 2026-11-01
  - id: navy
    service: sea
    ways: [sea]
    countries: [TGO]
    source: ilo
    read: 2026-11-01
corridors:
  - id: ben-tgo
    origin: BEN
    destination: TGO
    transit: [NER]
    ways: [desert, sea]
    rescue: [line, navy]
    why: {fr: Des gens y travaillent., en: People work there.}
    risks: {fr: La soif., en: Thirst.}
    rule: {fr: Un visa depuis mai 2024., en: A visa since May 2024.}
    since: 2018-11
    as_of: 2024-05
    source: ilo
    read: 2026-11-01
    confidence: unconfirmed
    note: {fr: Rien lu depuis., en: Nothing read since.}
"""
SEA = changed(TOGO, "ratifications:\n", '  - number: "110"\n    kind: sea\n    evidence: official\n    service: {fr: Marine, en: Navy}\n'
              "    source: ilo\n    read: 2026-11-01\nratifications:\n")  # fmt: skip
PROFILES = merged({BEN: BENIN}, SEA)


@pytest.fixture(scope="module")
def roads(tmp_path_factory):
    """Benin to Togo is described, Togo to Benin only counted."""
    return plan_of(lay_out(tmp_path_factory.mktemp("roads"), {**PROFILES, FILE: ROADS}))


def test_a_described_road_has_a_page_though_nobody_counts_it(roads):
    """Also from a country outside the network; the counted one keeps its page."""
    assert routes(roads.library) == [("TGO", "BEN"), ("BEN", "TGO")]
    assert "Aucun chiffre lu ne compte les gens qui font ce trajet." in visible(body(roads, BACK))


@pytest.mark.parametrize(("language", "sentences"), [
    ("fr", ["Par quel chemin : désert · mer. Par : Niger", "Des gens y travaillent. à confirmer", "Rien lu depuis.", "Un visa depuis mai 2024.",
            "novembre 2018 – mai 2024.", "Lu le 1er novembre 2026", "La soif.", "Peu de moyens."]),
    ("en", ["desert · sea", "People work there. to be confirmed", "A visa since May 2024.",
            "November 2018 – May 2024.", "Few means."]),
])  # fmt: skip
def test_the_page_of_a_described_road(roads, language: str, sentences: list[str]):
    """The way, who goes, the doubt, the rule with its dates, the risks, the caution of a line."""
    text = " ".join(visible(body(roads, BACK, language)).replace("\u00a0", " ").split())

    assert [s for s in sentences if s not in text] == []


def test_lines_stand_in_the_order_of_their_file(roads):
    """Both can be tapped: the line of a contact, and the emergency number of a country."""
    text = body(roads, BACK).split("{#route-way}")[1].split("{#route-arrival}")[0]

    assert text.index('href="tel:+22822213334"') < text.index('href="tel:110"')


def test_a_counted_road_by_land_has_no_rescue_at_sea(roads):
    """Togo to Benin: the map says land; no line at sea or in the desert, and the page says whence it knows the way."""
    text = body(roads, "routes/togo-benin.md")
    way = text.split("{#route-way}")[1].split("{#route-arrival}")[0]

    assert "tel:" not in way
    assert "D’après la carte" in visible(text)


def test_where_nobody_is_known_the_page_says_so_in_red(roads):
    """Benin has no contact: a red line, never a body of another part of the world."""
    assert '<p class="nobody">Personne de connu pour l’instant : Bénin.</p>' in body(roads, BACK).replace("\u00a0", " ")


def test_a_dangerous_way_without_a_line_is_told(tmp_path):
    """No rescue line on a way through the desert: said, not left out."""
    plan = plan_of(lay_out(tmp_path, {**PROFILES, FILE: ROADS.replace("rescue: [line, navy]", "rescue: []")}), ("fr",))

    assert "Aucune ligne de secours connue sur ce trajet (désert, mer)." in visible(body(plan, BACK))


@pytest.mark.parametrize(("change", "expected"), [
    (("ways: [desert, sea]", "ways: [land, desert]"), ["X070"]),
    (("destination: TGO", "destination: BRA"), ["X072", "X070", "X070"]),
    (("rescue: [line, navy]", "rescue: [lime]"), ["X030"]),
    (("service: sea\n", "service: fire\n"), ["X071"]),
    (("service: sea\n", "service: sea\n    contact_id: tgo-cstt\n"), ["M019"]),
    (("contact_id: tgo-cstt", "contact_id: tgo-nobody"), ["X013"]),
    (("transit: [NER]", "transit: [NIG]"), ["X002"]),
])  # fmt: skip
def test_a_slip_in_the_roads_is_told(tmp_path, change: tuple[str, str], expected: list[str]):
    """A line where it is not valid, unknown, without a number, with two; a country without profile or that is none."""
    root = lay_out(tmp_path, {**PROFILES, FILE: ROADS.replace(*change)})

    assert [code for code in codes(root) if code in expected] == expected


def test_a_line_that_is_not_valid_names_one_that_is(tmp_path):
    """The message says where the line is valid, and the one that was likely meant."""
    root = lay_out(tmp_path, {**PROFILES, FILE: ROADS.replace("ways: [desert, sea]\n    rescue: [line, navy]", "ways: [sea]\n    rescue: [line]")})

    expected = (
        "data/corridors.yaml:21: corridors.0.rescue.0: rescue line “line” is not valid on this route: it is valid by desert, with one of these "
        "countries: TGO; delete it, or mend ways or transit; did you mean “navy”? [X070]"
    )

    assert told(root, "en")[0] == expected


def test_a_road_twice_is_told(tmp_path):
    """One page a road: the second one is named with the line of the first."""
    twice = ROADS + ROADS.split("corridors:\n")[1].replace("id: ben-tgo", "id: ben-tgo-2")
    root = lay_out(tmp_path, {**PROFILES, FILE: twice})

    assert "X009" in codes(root)


# --- the real roads


def test_every_line_of_a_real_road_is_valid_on_it(library):
    """Also on roads that are only counted: by its way, and in a country of the road."""
    for route in routes(library):
        told = library.described_by_route.get(route)
        stops = told.stops if told else route

        assert [r.line.id for r in rescue_of(library, route) if not r.line.valid(ways_of(library, route), stops)] == []


def test_no_rescue_where_one_only_walks_drives_or_flies(library):
    """The fault of the first site: a sea line from Togo to Burkina Faso. There are such roads, and others with lines."""
    rescued = {route for route in routes(library) if list(rescue_of(library, route))}
    dry = [route for route in routes(library) if not {Way.SEA, Way.DESERT} & set(ways_of(library, route))]

    assert ("TGO", "BFA") in dry
    assert [route for route in dry if route in rescued] == []
    assert {("SEN", "ESP"), ("LBY", "ITA"), ("NER", "LBY"), ("DZA", "FRA")} <= rescued


@pytest.mark.parametrize(("route", "lines"), [
    (("TCD", "LBY"), []), (("SDN", "LBY"), []), (("ETH", "SAU"), []),
    (("NER", "LBY"), ["alarme-phone-sahara"]), (("LBY", "ITA"), ["ita-guardia-costiera", "eu-112", "alarm-phone"]),
    (("DZA", "ESP"), ["esp-salvamento-maritimo", "eu-112", "alarm-phone", "dza-garde-cotes"]),
])  # fmt: skip
def test_the_lines_of_some_real_roads(library, route: tuple[str, str], lines: list[str]):
    """No line where none answers; never the Libyan coast guard; services before lines without boats, and those that may arrest last."""
    assert [r.line.id for r in rescue_of(library, route)] == lines


@pytest.mark.parametrize("line", ["tun-garde-maritime", "dza-garde-cotes"])
def test_a_coast_guard_that_may_arrest_says_so(library, line: str):
    """Calling it can lead to arrest: in both languages."""
    caution = library.rescue_lines[line].caution

    assert "arrestation" in caution["fr"]
    assert "arrest" in caution["en"]


def test_the_rules_named_by_the_network_stand_on_their_roads(library):
    """Gabon's closed trades of August 2025, Senegal and Mauritania of June 2025, with the year of the newest source."""
    by_route = library.described_by_route

    assert "12 août 2025" in by_route["TGO", "GAB"].rule["fr"]
    assert "2 juin 2025" in by_route["SEN", "MRT"].rule["fr"]
    assert all(told.as_of.year >= 2003 for told in by_route.values())


def test_every_way_on_the_map_is_a_way(library):
    """A plane everywhere; the sea only between two shores; both directions but for boats to the Canary Islands."""
    for route in routes(library):
        assert ways_on_map(*route)[-1] == Way.AIR
    assert Way.SEA in ways_on_map("SEN", "ESP")
    assert Way.SEA not in ways_on_map("ESP", "SEN")
    assert Way.SEA not in ways_on_map("TGO", "FRA")


def test_a_road_in_ewe_shows_french_as_french(roads):
    """Texts that no Ewe guide has are French with their language."""
    assert 'lang="fr">Des gens y travaillent.' in body(roads, BACK, "ee")
    assert roads.pages["ee", BACK].language == "ee"
