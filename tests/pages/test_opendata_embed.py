"""Cards to embed: no script, the right language, and only what the data say."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from helpers import TODAY, changed, lay_out, plan_of, visible
from rsmms.building.open_data_files import embeds
from rsmms.language.words import Words
from rsmms.layout.plan import Plan
from rsmms.model.country import Status
from rsmms.model.library import Library


@pytest.fixture(scope="module")
def cards(plan: Plan) -> Mapping[str, bytes]:
    """Everything for other sites to embed."""
    return dict(embeds(plan))


def test_cards_to_embed_have_no_script_and_the_right_language(library: Library, cards: Mapping[str, bytes]):
    """Nothing runs, nothing is loaded from elsewhere, no inline style; every link leaves the frame."""
    assert len(cards) == 3 * len(library.countries) + 1
    for name, made in cards.items():
        if name.endswith(".css"):
            continue
        page = html.document_fromstring(made)
        language = name.split("/")[0] if not name.startswith("embed/") else "fr"
        assert page.get("lang") == language
        assert page.xpath("//script|//img|//iframe|//form|//@style|//@*[starts-with(name(),'on')]") == []
        assert [a for a in page.xpath("//a") if a.get("target") != "_top"] == []
        (sheet,) = page.xpath("//link[@rel='stylesheet']/@href")
        assert sheet == "../" * name.count("/") + next(n for n in cards if n.endswith(".css"))


def test_a_card_shows_the_treaties_in_force_and_no_other(library: Library, cards: Mapping[str, bytes]):
    """Unknown and not ratified treaties are on the page of the country."""
    for country in library.countries.values():
        page = html.document_fromstring(cards[f"embed/{country.slug}/index.html"])
        shown = {href.strip("./").removeprefix("conventions/") for href in page.xpath("//a/@href[contains(.,'/conventions/')]")}
        assert shown == {i.slug for i in library.instruments.values() if country.status(i.id) == Status.IN_FORCE}


def test_a_card_calls_only_numbers_of_the_data(library: Library, cards: Mapping[str, bytes]):
    """Each number comes from a contact or an emergency number, with the day of its check."""
    known = {p.number for c in library.contact_by_id.values() for p in c.phones}
    known |= {e.number for c in library.countries.values() for e in c.emergency}
    for name, made in cards.items():
        if name.endswith(".html"):
            called = html.document_fromstring(made).xpath("//a/@href[starts-with(.,'tel:') or starts-with(.,'sms:')]")
            assert {str(c).partition(":")[2] for c in called} <= known
            assert len(called) <= made.count(b"<time datetime=")


def test_a_country_without_contact_says_so(library: Library, cards: Mapping[str, bytes]):
    """And names whom to turn to then."""
    country = next(c for c in library.countries.values() if c.id not in library.contacts)
    text = visible(cards[f"embed/{country.slug}/index.html"].decode())

    assert "Nous ne connaissons encore aucun contact vérifiable dans ce pays." in text


def test_a_draft_and_an_overdue_fact_say_so(plan: Plan):
    """On the card as on the page: Ewe is not checked by a speaker; after a year, contacts must be looked at again."""
    later = dict(embeds(replace(plan, today=TODAY.replace(year=2028))))

    assert Words("ee").plain("state_draft") in visible(later["ee/embed/togo/index.html"].decode())
    assert Words("fr").plain("state_draft") not in visible(later["embed/togo/index.html"].decode())
    assert "À vérifier de nouveau" in visible(later["embed/togo/index.html"].decode())
    assert b"overdue" not in dict(embeds(plan))["embed/togo/index.html"]


def test_a_number_for_messages_only_says_so(tmp_path: Path):
    """Nobody is led to call a number that takes no calls."""
    contacts = "data/contacts/TGO.yaml"
    root = lay_out(tmp_path, changed(contacts, '      - number: "+22822213334"\n', '      - number: "+22822213334"\n        sms_only: true\n'))
    card = html.document_fromstring(dict(embeds(plan_of(root)))["embed/togo/index.html"])

    assert [link.text_content().replace("\u00a0", " ") for link in card.xpath("//a[starts-with(@href, 'sms:')]")] == ["SMS +228 22 21 33 34"]
    assert card.xpath("//a[@href='tel:+22822213334']") == []
