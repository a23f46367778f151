"""The site's promise on all pages: in every situation and country, somebody who serves that reader and can be reached."""

import re
from collections.abc import Iterator

import pytest
from lxml import html

from helpers import body
from rsmms.joins.coverage import coverage
from rsmms.joins.help_desks import EUROPE, fallback_contacts, fitting, serves
from rsmms.model.audience import Audience, fit
from rsmms.model.contact import Contact, Kind
from rsmms.model.emergency import Service, for_services, primary, secondary
from rsmms.model.front import Front
from rsmms.model.library import Library
from rsmms.pages.all_pages import Plan

WANTED = 0.6
"""Share of the priority cells that must have a fitting line."""


@pytest.fixture(scope="module", name="guides")
def all_guides(plan: Plan) -> dict[str, Front]:
    """The French header of every situation, by id."""
    return {page.front.id: page.front for (language, _), page in plan.written.items() if language == "fr" and page.front.kind.value == "situation"}


def sections(plan: Plan, code: str) -> Iterator[tuple[str, html.HtmlElement]]:
    """Id and piece of each situation on a country's page of rights."""
    page = body(plan, f"pays/{plan.library.countries[code].slug}/droits.md")
    for piece in re.findall(r'<section id="[^"]+" class="situation">.*?</section>', page, re.DOTALL):
        parsed = html.fragment_fromstring(piece)
        yield parsed.get("id"), parsed


def rows(section: html.HtmlElement) -> list[html.HtmlElement]:
    """The lines to call of a section, without the emergency services before them."""
    return section.xpath("./ul[@class='reach']/li")


def way(row: html.HtmlElement) -> str:
    """The link or the place that a line offers first."""
    return next(iter([*row.xpath(".//a/@href"), *(place.text_content() for place in row.xpath(".//span[@class='visit']"))]), "")


def test_every_guide_says_whom_it_is_about(guides: dict[str, Front]):
    """34 guides, each with the people it is about, none open to everybody."""
    assert len(guides) == 34
    assert [name for name, guide in guides.items() if not guide.about or Audience.EVERYONE in guide.about] == []


def test_no_line_on_any_section_is_for_others_out_of_reach_or_there_twice(plan: Plan, guides: dict[str, Front]):
    """All 34 × 90 sections: each line can be pressed or gone to, once, and where it is offered for the country it fits."""
    wrong, seen = [], 0
    for code in plan.library.countries:
        for name, section in sections(plan, code):
            seen += 1
            offered = fitting(plan.library, code, guides[name], 3)
            ways = [way(row) for row in rows(section)]
            expected = offered or fallback_contacts(plan.library, code)[:3]
            if len(ways) != len(expected) or "" in ways or len(set(ways)) != len(ways) or not all(serves(c, guides[name]) for c in offered):
                wrong.append((code, name, ways))

    assert wrong == []
    assert seen == 34 * len(plan.library.countries)


def test_the_audience_stands_in_every_line(plan: Plan):
    """Each line says whom it is for, and that nobody has called where nobody has."""
    for code in ("TGO", "FRA", "LBN", "TUN"):
        for name, section in sections(plan, code):
            for row in rows(section):
                assert row.xpath(".//span[@class='audience']")[0].text_content().startswith("Pour "), (code, name)
                assert "Vérifié" not in row.text_content() or "appelé par" in row.text_content()


def test_a_page_without_a_line_says_so(plan: Plan, guides: dict[str, Front]):
    """The words "nobody to reach here for this yet" stand exactly where no line fits."""
    for code in ("GNB", "SDN", "TGO", "MLT"):
        for name, section in sections(plan, code):
            said = "encore personne à joindre" in section.text_content()
            assert said is (not fitting(plan.library, code, guides[name])), (code, name)


FIRST = {
    ("violence", "FRA"): "tel:3919", ("domestic-worker", "LBN"): "tel:1740", ("violence", "TGO"): "tel:1014", ("arrested", "DZA"): "tel:+213661696841",
    ("passport-kept", "GHA"): "tel:+233302662568", ("not-paid", "BEN"): "tel:+2290195224834", ("sea-or-desert", "TUN"): "tel:+33486517161",
    ("forced-labour", "NGA"): "tel:627", ("asylum", "MAR"): "tel:+212537545400", ("racism", "CMR"): "tel:1523",
}  # fmt: skip
"""The first line of some sections that were wrong or empty."""


@pytest.mark.parametrize(("name", "code", "expected"), [(*key, told) for key, told in FIRST.items()])
def test_first_lines(plan: Plan, name: str, code: str, expected: str):
    """A number that serves that reader stands first."""
    section = dict(sections(plan, code))[name]

    assert way(rows(section)[0]) == expected


@pytest.mark.parametrize(("name", "code", "barred"), [
    ("violence", "FRA", ("fra-119", "fra-sos-mariage-force")), ("domestic-worker", "FRA", ("fra-119", "fra-sos-mariage-force")),
    ("forced-labour", "FRA", ("fra-119", "fra-sos-mariage-force")), ("passport-kept", "TGO", ("tgo-allo-1011",)), ("domestic-worker", "LBN", ("lbn-hcr",)),
])  # fmt: skip
def test_wrong_lines_are_gone(library: Library, guides: dict[str, Front], name: str, code: str, barred: tuple[str, ...]):
    """The children's line, the line of forced marriages and the refugees' line are not offered to others."""
    offered = fitting(library, code, guides[name])

    assert offered
    assert {c.id for c in offered}.isdisjoint(barred)


def test_a_line_for_one_group_never_comes_first_for_another(library: Library, guides: dict[str, Front]):
    """In every country and situation, the first line names people the guide is about, or everyone."""
    for code in library.countries:
        for guide in guides.values():
            first = next(iter(fitting(library, code, guide)), None)
            assert first is None or guide.id in first.situations or fit(first.audience, guide.about) is not None, (code, guide.id)


# --- police


@pytest.mark.parametrize("name", ["arrested", "detention-centre", "no-papers-rights", "collective-expulsion", "other-name"])
def test_police_are_not_pushed_where_they_are_a_danger(plan: Plan, guides: dict[str, Front], name: str):
    """The section says so and shows no emergency number before the lines, only after them."""
    assert guides[name].police_danger
    for code in plan.library.countries:
        section = dict(sections(plan, code))[name]
        assert "La police peut être un danger" in section.text_content(), code
        assert section.xpath("./p[@class='sos'][following-sibling::ul[@class='reach']]") == [], code


@pytest.mark.parametrize("name", ["violence", "forced-labour", "sea-or-desert", "injured-at-work", "ill-no-papers", "pregnant"])
def test_help_comes_first_where_life_is_in_danger(plan: Plan, guides: dict[str, Front], name: str):
    """The number of the service that is needed stands before all lines, in every country that has one."""
    assert guides[name].first
    for code, country in plan.library.countries.items():
        shown = dict(sections(plan, code))[name].xpath("./p[@class='sos'][following-sibling::ul[@class='reach'] or not(../ul[@class='reach'])]//a/@href")
        wanted = for_services(country.emergency, guides[name].first) or primary(country.emergency)
        assert shown == [f"tel:{e.number}" for e in wanted][: len(shown)], code
        assert bool(shown) == bool(wanted), code


# --- emergency numbers


def test_every_country_has_an_emergency_number(library: Library):
    """90 profiles; only where all rest on old lists is none to be dialled first."""
    assert [c.id for c in library.countries.values() if not c.emergency] == []
    assert [c.id for c in library.countries.values() if not primary(c.emergency)] == ["COG", "LBY"]


def test_112_works_in_the_whole_union(library: Library):
    """The directive says so: it is the first number of every EU country, and free."""
    for code in EUROPE & set(library.countries):
        first = primary(library.countries[code].emergency)[0]
        assert (first.number, first.kind, first.free) == ("112", Service.ALL, True), code


def test_one_number_a_service_and_no_old_list_first(library: Library):
    """A service stands once among the first numbers; what is known only from one old list is folded and says so."""
    for country in library.countries.values():
        first = primary(country.emergency)
        assert len({e.kind for e in first}) == len(first), country.id
        assert not any(e.old_list for e in first), country.id
        assert {e.number for e in first}.isdisjoint(e.number for e in secondary(country.emergency)), country.id


def test_older_lists_say_what_to_try_first(plan: Plan):
    """Mauritania's 17 stands folded, with the number to try before it; Libya says that nobody confirmed any."""
    assert "Liste plus ancienne : essayez d’abord le 117." in html.fromstring(body(plan, "pays/mauritanie.md")).text_content()
    assert "personne n’a encore confirmé ces numéros" in body(plan, "pays/libye.md")


def test_no_emergency_number_is_a_contact_too(library: Library):
    """A number stands in one place: the profile, not the contacts."""
    twice = {c.id for c in library.contact_by_id.values() if c.kind == Kind.EMERGENCY}

    assert twice == set()


# --- what must not be printed

_BARRED = {
    "+21656836270", "+21656836271", "+21656836272", "+21658574596", "+96880077000", "80077000", "+212537767408", "+35621238797", "+21671341015",
    "+2290121307331", "+2252722438899", "+242364394", "+2283362524", "800665", "8284",
}  # fmt: skip
"""Numbers that nobody may print before somebody has called: closed offices, a line to denounce workers, doubtful rescue numbers."""


def everybody(library: Library) -> list[Contact]:
    """All contacts."""
    return [c for listed in library.contacts.values() for c in listed]


def test_doubtful_numbers_are_not_printed(library: Library):
    """Neither as a contact nor as an emergency number; Togo's 111 is the Ministry of Health, and no child line."""
    numbers = {p.number for c in everybody(library) for p in c.phones} | {e.number for c in library.countries.values() for e in c.emergency}

    assert numbers.isdisjoint(_BARRED)
    assert "boursecntt@yahoo.fr" not in {mail for c in everybody(library) for mail in c.emails}
    assert "111" not in {p.number for p in library.contact_by_id["tgo-allo-1011"].phones}
    assert [e.kind for e in library.countries["TGO"].emergency if e.number == "111"] == [Service.HEALTH]


def test_numbers_of_benin_have_01_in_front(library: Library):
    """Since 30 November 2024."""
    numbers = [p.number for c in library.contacts["BEN"] for p in c.phones if not p.local]

    assert numbers
    assert [n for n in numbers if not n.startswith("+22901")] == []


def test_who_was_not_called_first_says_call_first(library: Library):
    """Every unconfirmed contact with a number of its own carries a note, in French and English."""
    silent = [c.id for c in everybody(library) if c.confidence.value == "unconfirmed" and c.phones and not (c.note and {"fr", "en"} <= set(c.note))]

    assert silent == []


# --- the figure


def test_coverage(library: Library, guides: dict[str, Front]):
    """Six in ten of the situations in the network's countries have a fitting line that answers for that country."""
    told = coverage(library, guides.values(), priority=True)
    everywhere = coverage(library, guides.values())

    assert (told.cells, everywhere.cells) == (30 * 34, 90 * 34)
    assert told.share >= WANTED
    assert everywhere.reached >= told.reached >= told.direct >= told.sure >= told.called
    assert told.empty == ("GNB",)


def test_coverage_counts_what_it_says(library: Library, guides: dict[str, Front]):
    """Counted by hand for one country: cells with a line, and with a direct one."""
    lines = [fitting(library, "TGO", guide) for guide in guides.values()]
    togo = Library(countries={"TGO": library.countries["TGO"]}, contacts=library.contacts)
    told = coverage(togo, guides.values())

    assert (told.cells, told.reached, told.direct) == (34, sum(map(bool, lines)), sum(any(c.direct for c in found) for found in lines))
