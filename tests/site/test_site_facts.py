"""Facts on the built site: each figure, treaty and number as the data have it."""

import re

from rsmms.layout.plan import Plan
from site_fixtures import parsed


def test_every_figure_has_its_year_and_source(pages, plan: Plan):
    """No value stands alone: each carries a year, a source and a day of check."""
    for country in plan.library.countries.values():
        tree = parsed(pages[f"pays/{country.slug}/chiffres/index.html"])
        figures = tree.xpath("//ul[contains(@class, 'numbers')]/li")
        assert len(figures) >= 5, country.id
        for figure in figures:
            trail = figure.xpath(".//span[@class='trail']")[0]
            assert re.match(r"(19|20)\d\d · .+ · Vérifié le ", trail.text_content()), (country.id, figure.text_content())


def test_every_treaty_on_a_profile_has_a_status_and_a_source_or_is_unknown(pages, plan: Plan):
    """In force, not ratified and unknown are told apart, for all treaties, on every profile."""
    for country in plan.library.countries.values():
        tree = parsed(pages[f"pays/{country.slug}/index.html"])
        for instrument, treaty in plan.library.instruments.items():
            if not treaty.concerns(country.id):
                assert not tree.xpath(f"//li[@id='{instrument}']")
                continue
            item = tree.xpath(f"//li[@id='{instrument}']")[0]
            mark = item.xpath("./span[contains(@class, 'mark')]/@class")[0]
            assert mark == f"mark {country.status(instrument).value}"
            assert ("Source" in item.text_content()) == (country.ratification(instrument) is not None)


def test_every_phone_number_is_a_link_kept_left_to_right(pages, plan: Plan):
    """Each number of the data can be tapped on its contacts page, in every language."""
    for code, contacts in plan.library.contacts.items():
        slug = plan.library.countries[code].slug if code in plan.library.countries else "international"
        for prefix in ("", "en/", "ee/"):
            tree = parsed(pages[f"{prefix}contacts/{slug}/index.html"])
            links = set(tree.xpath("//a[bdi[@dir='ltr']]/@href"))
            for contact in contacts:
                assert {p.link for p in contact.phones} <= links, contact.id
