"""Ratification campaigns: made from data, sure facts only in letters, unknown is never no."""

import re
from collections.abc import Callable
from pathlib import Path

from helpers import TODAY, rendered, told, visible
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.model.base import Confidence
from rsmms.model.country import Status
from rsmms.model.freshness import Freshness
from rsmms.model.library import Library
from rsmms.pages.campaign_letters import BOUND, neighbours

CAMPAIGNS = """\
# yaml-language-server: $schema=schema/campaigns.schema.json
campaigns:
  - id: c097
    instrument: c097
    change:
      - text:
          fr: La même paie.
          en: The same pay.
        article: "6"
    letter:
      - fr: Ratifiez ce traité. {treaty}
        en: Ratify this treaty. {treaty}
"""


def test_every_country_has_its_kit_with_a_section_for_each_open_treaty(plan: Plan, library: Library) -> None:
    """An anchor for each treaty that is not in force there, and for no other."""
    for country in library.countries.values():
        page = plan.pages["fr", f"campagnes/{country.slug}.md"]
        html = rendered(page.body)
        anchors = {i for i in library.instruments if f'id="{i}"' in html}
        assert (page.kind, page.id) == ("campaign", f"campaign-{country.id}")
        assert anchors == {i.id for i in library.instruments_of(country.id) if country.status(i.id) not in BOUND}


def test_a_section_has_everything_a_union_needs(plan: Plan) -> None:
    """Change with articles, neighbours with dates, letter, points, message, objections."""
    text = visible(rendered(plan.pages["en", "campagnes/togo.md"].body))

    for part in ("What it would change", "Countries of the region", "Letter to the minister", "Points to make", "Message to share", "Objections"):
        assert text.count(part) >= 2
    assert "C97 art. 6(1)(a)(i)" in text
    assert re.search(r"Burkina Faso \( ?9 June 1961 ?\)", text)


def test_no_place_is_left_open(plan: Plan) -> None:
    """Letters and messages have all their places filled."""
    for page in plan.pages.values():
        if page.kind == "campaign":
            assert not re.search(r"\{(treaty|country|neighbours|changes)\}", page.body), page.path


def test_neighbours_share_a_zone_and_are_bound(library: Library) -> None:
    """Nobody is named who has not ratified, left the zone, or is the country itself; each is named once."""
    ctx = PageContext(library, Words("fr"), Freshness(TODAY))
    for country in library.countries.values():
        zones = {z.id for z, member in library.zones_of(country.id) if not member.until}
        for instrument in library.instruments.values():
            rows = [row for _, listed in neighbours(ctx, country, instrument) for row in listed]
            assert len({c.id for c, _ in rows}) == len(rows)
            for other, fact in rows:
                assert other.id != country.id
                assert fact.status in BOUND
                assert zones & {z.id for z, member in library.zones_of(other.id) if not member.until}


def test_letters_name_no_doubtful_ratification_or_article(plan: Plan, library: Library) -> None:
    """What is to be confirmed stays on the page, with its mark, and out of the letter."""
    doubtful = {
        (c.id, r.instrument) for c in library.countries.values() for r in c.ratifications
        if r.status in BOUND and r.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED)
    }  # fmt: skip
    words = Words("fr")
    for country in library.countries.values():
        for section in plan.pages["fr", f"campagnes/{country.slug}.md"].body.split('<details class="fold">')[1:]:
            instrument = re.search(r'</summary><div id="([a-z0-9]+)">', section)
            letters = " ".join(re.findall(r'<div class="letter">.*?</div>', section, re.DOTALL))
            for code, treaty in doubtful:
                if instrument and instrument[1] == treaty:
                    assert words.country(code) + " (" not in letters
    c190 = library.campaigns["c190"].change[1].text["fr"]
    assert all(c190 not in x for p in plan.pages.values() if p.kind == "campaign" for x in re.findall(r'<div class="letter">.*?</div>', p.body, re.DOTALL))


def test_unknown_leads_to_finding_out_not_to_a_letter(plan: Plan, library: Library) -> None:
    """C95 is unknown for Togo: its section tells where to look and has no letter."""
    assert library.countries["TGO"].status("c095") == Status.UNKNOWN
    body = plan.pages["en", "campagnes/togo.md"].body
    rest = body[body.index('<div id="savoir">'):]

    assert "NORMLEX" in rest
    assert 'id="c095"' in rest
    assert 'class="letter"' not in rest


def test_cells_and_profiles_lead_to_the_campaign(plan: Plan) -> None:
    """A treaty that does not bind links to its section; one in force links to the profile."""
    matrix, profile = plan.pages["fr", "conventions/ratifications.md"].body, plan.pages["fr", "pays/togo.md"].body

    assert 'href="../../campagnes/togo/#c097"' in matrix
    assert 'href="../../pays/togo/#c143"' in matrix
    assert 'href="../../campagnes/togo/#c097"' in profile
    assert 'href="../../campagnes/togo/#c143"' not in profile


def test_texts_exist_in_french_and_english_and_cite_real_articles(library: Library) -> None:
    """Every text in both languages; every article stands in the treaty."""
    for campaign in library.campaigns.values():
        texts = [c.text for c in campaign.change] + [t for o in campaign.objections for t in (o.says, o.answer)]
        assert all({"fr", "en"} <= set(t) for t in [*texts, *campaign.letter, *campaign.points, *campaign.post])
        for item in (*campaign.change, *campaign.objections):
            assert not item.article or library.cite(campaign.id, item.article, None)
    assert {"general", "c097", "c143", "icrmw", "c189", "c190", "c181", "p029"} <= set(library.campaigns)


def test_faults_in_campaign_texts_are_told(project: Callable[..., Path]) -> None:
    """An article that the treaty lacks, a place nobody knows, an id that is not the treaty's."""
    assert told(project({"data/campaigns.yaml": CAMPAIGNS}), "en") == []
    wrong = CAMPAIGNS.replace('"6"', '"99"')
    assert "99" in told(project({"data/campaigns.yaml": wrong}), "en")[0]
    wrong = CAMPAIGNS.replace("{treaty}\n        en", "{convention}\n        en")
    assert "place" in told(project({"data/campaigns.yaml": wrong}), "en")[0]
    wrong = CAMPAIGNS.replace("  - id: c097", "  - id: other")
    assert "other" in told(project({"data/campaigns.yaml": wrong}), "en")[0]


def test_a_site_without_campaign_texts_still_has_pages(tiny_plan: Plan) -> None:
    """The kit falls back on the articles of the treaty; nothing breaks."""
    kits = [p for p in tiny_plan.pages.values() if p.kind == "campaign"]

    assert kits
    assert all(p.body for p in kits)
