"""Situation × country × treaty × contact on the built site: what a worried person is told is what the data say."""

import pytest
from lxml import html

from rsmms.layout.plan import Plan
from rsmms.pages.situations import Situation


@pytest.fixture(scope="module")
def situations(content) -> list[Situation]:
    """The French situations of the real site."""
    pages = [w for (language, _), w in content.written.items() if language == "fr" and w.front.kind.value == "situation"]
    return [Situation(w.path, w.front, w.front, "fr") for w in pages]


def test_every_situation_offers_every_country_without_script(built_site, plan: Plan, situations):
    """The list of countries on a situation page leads to its part of each country's rights."""
    slugs = {c.slug for c in plan.library.countries.values()}
    for situation in situations:
        page = html.fromstring((built_site / situation.path.removesuffix(".md") / "index.html").read_bytes())
        links = page.xpath("//details[@class='chooser']//a[not(@class)]/@href")
        assert links, situation.path
        assert {link.split("pays/")[1].split("/")[0] for link in links} == slugs
        assert {link.split("#")[1] for link in links} == {situation.facts.id}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_letters_can_be_copied_and_hold_no_markup(built_site, situations, prefix):
    """Every letter of the French and English pages is plain text with places to fill in."""
    letters = 0
    for situation in situations:
        page = html.fromstring((built_site / prefix / situation.path.removesuffix(".md") / "index.html").read_bytes())
        for letter in page.xpath("//div[@class='letter']"):
            text = letter.xpath("./pre")[0].text_content()
            letters += 1
            assert "[" in text
            assert "<" not in text
            assert letter.xpath("./button[@hidden]")
    assert letters >= 25


def test_long_list_of_routes_is_computed_from_the_data(plan: Plan):
    """Each route leads to a country where, by a series of the origin, people from there live, or somebody described the road."""
    routes = [p for (language, _), p in plan.pages.items() if language == "fr" and p.kind == "route"]

    assert len(routes) >= 150
    for route in routes:
        origin, destination = route.id.split("-")
        series = plan.library.countries[origin].series("emigrants_to")
        described = (origin, destination) in plan.library.described_by_route
        assert described or any(destination in s.by_country for s in series), route.id


def test_difficult_words_are_explained_once_a_page(built_site):
    """The first use of a glossary word carries its meaning and leads to the glossary; later uses are plain."""
    page = html.fromstring((built_site / "situations" / "salaire-impaye" / "index.html").read_bytes())
    links = page.xpath("//a[@class='term']")
    targets = [link.get("href") for link in links]

    assert len(targets) >= 4
    assert len(targets) == len(set(targets))
    assert all(link.get("title") for link in links)
