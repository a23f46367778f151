"""Situation × country × treaty × contact on the built site: what a worried person is told is what the data say."""

from pathlib import Path

import pytest
from lxml import html

from rsmms.layout.plan import Plan
from rsmms.model.country import Status
from rsmms.pages.situations import Situation

COUNTRIES = ("TGO", "TUN", "SEN", "CIV", "NER", "LBN", "FRA", "ITA")
HEADS = {
    "Articles qui lient ce pays": {Status.IN_FORCE},
    "Articles qui ne lient pas ce pays": {Status.NOT_RATIFIED, Status.SIGNED_ONLY, Status.DENOUNCED, Status.RATIFIED_NOT_IN_FORCE},
    "Articles : on ne sait pas si le pays est lié": {Status.UNKNOWN},
}


@pytest.fixture(scope="module")
def situations(content) -> list[Situation]:
    """The French situations of the real site."""
    pages = [w for (language, _), w in content.written.items() if language == "fr" and w.front.kind.value == "situation"]
    return [Situation(w.path, w.front, w.front, "fr") for w in pages]


def section(site: Path, slug: str, situation: str) -> html.HtmlElement:
    """One situation on a country's rights page."""
    return html.fromstring((site / "pays" / slug / "droits" / "index.html").read_bytes()).get_element_by_id(situation)


@pytest.mark.parametrize("code", COUNTRIES)
def test_articles_stand_under_what_the_country_did(built_site, plan: Plan, situations, code):
    """Each cited article is listed once, under the heading that its treaty's status there calls for."""
    country = plan.library.countries[code]
    for situation in situations:
        part = section(built_site, country.slug, situation.facts.id)
        shown: dict[str, set[str]] = {}
        for head in part.xpath("./h4"):
            title = head.text_content().replace("\u00a0", " ")
            if title in HEADS:
                links = head.getnext().xpath(".//a[1]/@href")
                shown[title] = {link.split("conventions/")[1].split("/")[0] for link in links}
        expected: dict[str, set[str]] = {}
        for citation in situation.facts.articles:
            status = country.status(citation.treaty)
            title = next(t for t, statuses in HEADS.items() if status in statuses)
            expected.setdefault(title, set()).add(plan.library.instruments[citation.treaty].slug)
        assert shown == expected, (code, situation.facts.id)


def test_every_situation_offers_every_country_without_script(built_site, plan: Plan, situations):
    """The list of countries on a situation page leads to its part of each country's rights."""
    slugs = {c.slug for c in plan.library.countries.values()}
    for situation in situations:
        page = html.fromstring((built_site / situation.path.removesuffix(".md") / "index.html").read_bytes())
        links = page.xpath("//div[@class='chooser']//a/@href")
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
    """Each route leads to a country where, by a series of the origin, people from there live."""
    routes = [p for (language, _), p in plan.pages.items() if language == "fr" and p.kind == "route"]

    assert len(routes) >= 150
    for route in routes:
        origin, destination = route.id.split("-")
        series = plan.library.countries[origin].series("emigrants_to")
        assert any(destination in s.by_country for s in series), route.id


def test_difficult_words_are_explained_once_a_page(built_site):
    """The first use of a glossary word carries its meaning and leads to the glossary; later uses are plain."""
    page = html.fromstring((built_site / "situations" / "salaire-impaye" / "index.html").read_bytes())
    links = page.xpath("//a[@class='term']")
    targets = [link.get("href") for link in links]

    assert len(targets) >= 4
    assert len(targets) == len(set(targets))
    assert all(link.get("title") for link in links)
