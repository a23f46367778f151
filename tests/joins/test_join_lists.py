"""The join's lines and lists: one contact on a line, regional rights, countries to choose from, situations by group."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helpers import SITUATION, TODAY, visible
from join_helpers import RIGHTS, SENT, contact, country, joined_plan, maker, shape, situation_of  # noqa: F401 - joined_plan is a fixture
from rsmms.joins.shared_numbers import shared_numbers
from rsmms.layout.contact_cards import call_line
from rsmms.layout.plan import Plan
from rsmms.model.contact import Contact
from rsmms.model.front import Group
from rsmms.model.library import Library
from rsmms.model.zone import Zone
from rsmms.pages.situations import chooser, countries_named, country_section, rights_page, situation_lists, situations_index

PHONE = {"phones": [{"number": "+22822213334"}, {"number": "117"}], "emails": ["a@b.example"]}
PHONE_SHAPE, MAIL, SITE, PLACE, FORM, CHAT, HELP = map(shape, ("phone", "mail", "world", "map-pin", "forms", "message-circle", "lifebuoy"))
HELP = f'<span class="pic">{HELP}</span>'
LINES: dict[str, tuple[dict[str, Any], str]] = {
    "a phone before all": ({**PHONE, "web": ["https://c.example/"], "acronym": "ABC"},
        f'<li><strong>ABC</strong> – Ligne d’aide <a href="tel:+22822213334" class="call">{PHONE_SHAPE}Appeler <bdi dir="ltr">+228 22 21 33 34</bdi></a> '),
    "else a mail": ({"emails": ["a@b.example"], "web": ["https://c.example/"]},
        f'<li><strong>Allô</strong> – Ligne d’aide <a href="mailto:a@b.example" class="button">{MAIL}Écrire <bdi dir="ltr">a@b.example</bdi></a> '),
    "else a website": ({"web": ["https://c.example/"], "kind": "office"},
        f'<li><strong>Allô</strong> – Bureau <a href="https://c.example/" class="button" rel="noopener noreferrer">{SITE}Site\u00a0: Allô</a> '),
    "else a place to go": ({"address": "Bourse du travail, Lomé"},
        f'<li><strong>Allô</strong> – Ligne d’aide <span class="visit">{PLACE} Allez à : Bourse du travail, Lomé</span> '),
    "else a form before a website": ({"forms": ["https://c.example/write"], "web": ["https://c.example/"], "city": "Lomé"},
        (f'<li><strong>Allô</strong> – Ligne d’aide, Lomé <a href="https://c.example/write" class="button" '
         f'rel="noopener noreferrer">{FORM}Formulaire\u00a0: Allô</a> ')),
    "a message where nobody takes calls": ({"phones": [{"number": "+22890000000", "whatsapp_only": True}]},
        (f'<li><strong>Allô</strong> – Ligne d’aide <a href="https://wa.me/22890000000" class="call" rel="noopener noreferrer">{CHAT}WhatsApp '
         '<bdi dir="ltr">+228 90 00 00 00</bdi></a> ')),
    "an extension and a code": ({"phones": [{"number": "*123#"}], "own_name": {"en": "Hello"}},
        ('<li><strong>Allô</strong> (<span lang="en">Hello</span>) – Ligne d’aide '
         f'<a href="tel:*123%23" class="call">{PHONE_SHAPE}Appeler <bdi dir="ltr">*123#</bdi></a> ')),
    "nothing to press": ({"confidence": "unconfirmed"},
        ('<li><strong>Allô</strong> – Ligne d’aide<span class="tbc">à confirmer</span> '
         '<span class="why">Aucune source sûre à notre portée\u00a0: demandez avant d’agir.</span>  ')),
}  # fmt: skip
"""A contact's fields, and its line up to the day of the check."""


@pytest.mark.parametrize(("fields", "expected"), LINES.values(), ids=LINES)
def test_a_contact_on_one_line(joined: Plan, fields: dict[str, Any], expected: str):
    """Name, kind, doubt, the best way to reach it, and when somebody checked."""
    assert call_line(maker(joined.library), contact(**fields)) == f"{expected}{SENT}</li>"


@pytest.mark.parametrize(("today", "overdue", "folded"), [
    (date(2027, 5, 1), False, False), (date(2027, 5, 2), True, False), (date(2028, 5, 1), True, False), (date(2028, 5, 2), True, True),
])  # fmt: skip
def test_an_old_number_says_so_and_a_very_old_one_is_folded(joined: Plan, today: date, overdue: bool, folded: bool):
    """After six months a notice; after eighteen the button waits behind a warning."""
    line = call_line(maker(joined.library, today=today), contact(**PHONE))

    assert ("À vérifier de nouveau" in line) is overdue
    assert ("<details><summary>Peut-être plus valable\u00a0: rien de plus récent que le 1er novembre 2026. Voir quand même</summary><a href=" in line) is folded
    assert ("</a></details> <span" in line) is folded


def test_without_a_way_to_reach_nothing_is_folded(joined: Plan):
    """There is no button to hide."""
    assert "<details>" not in call_line(maker(joined.library, today=date(2036, 1, 1)), contact())


def test_a_local_number_is_written_as_its_country_does(joined: Plan):
    """The number of Togo's own union keeps its digits together."""
    local = contact(phones=[{"number": "1011", "free": True}])

    assert f'<a href="tel:1011" class="call">{PHONE_SHAPE}Appeler <bdi dir="ltr">1011</bdi></a>' in call_line(maker(joined.library), local)


def lines_of(joined: Plan, contacts: tuple[Contact, ...], **facts: Any) -> list[str]:
    """Ids that the calls of the situation show for a Togo with these contacts."""
    library = replace(joined.library, contacts={**joined.library.contacts, "TGO": contacts})
    shown = country_section(maker(library), situation_of(joined, **facts), country())
    calls = "".join(part.split("</ul>")[0] for part in shown.split('<ul class="reach')[1:])
    return [part.split("</strong>")[0] for part in calls.split("<li><strong>")[1:]]


def test_three_calls_at_most_best_first_and_only_those_that_answer(joined: Plan):
    """Four desks can be reached and one cannot."""
    numbered = [(name, {} if name == "a" else {"phones": [{"number": f"+2282221333{digit}"}]}) for digit, name in enumerate("aebdc")]
    five = tuple(contact(id=f"tgo-{name}", acronym=name.upper(), kind="union_centre", **phone) for name, phone in numbered)

    assert lines_of(joined, five) == ["B", "C", "D"]


def test_when_no_wanted_desk_answers_others_are_named(joined: Plan):
    """Never a centre without a channel: the region's body, which can be written to; the network has a website only."""
    centres = tuple(contact(id=f"tgo-{name}", acronym=name.upper(), kind="union_centre") for name in "ab")

    assert lines_of(joined, centres) == ["CSI-Afrique"]


def test_law_notes_follow_the_group_of_the_situation(joined: Plan):
    """The labour code helps at work and in health, not at the border; without a group there is none."""
    there = joined.library.countries["TGO"]
    link = '<h4>Lois et institutions</h4><ul><li><a href="../#tgo-code">Code du travail</a></li></ul>'
    shown = {g: link in country_section(maker(joined.library), situation_of(joined, group=g), there) for g in (*Group, None)}

    assert shown == {
        Group.BEFORE_LEAVING: False, Group.AT_WORK: True, Group.PAPERS_JUSTICE: False, Group.HEALTH_FAMILY_MONEY: True, Group.RETURNING: False, None: False,
    }  # fmt: skip


def zone(joined: Plan, **fields: Any) -> Zone:
    """The tiny zone with other fields."""
    return Zone.model_validate({**joined.library.zones["ecowas"].model_dump(exclude_none=True), **fields})


@pytest.mark.parametrize(("claimable", "member", "expected"), [
    (True, {}, '<h2 id="zones">Droits dans la région</h2><ul><li><a href="../../../zones/ecowas/">CEDEAO</a></li></ul>'),
    (False, {}, None),
    (True, {"until": "2025-01-29", "note": {"fr": "Des droits restent."}}, ('<h2 id="zones">Droits dans la région</h2><ul><li>'
     '<a href="../../../zones/ecowas/">CEDEAO</a> – Ancien membre, parti le 29 janvier 2025 Des droits restent.</li></ul>')),
])  # fmt: skip
def test_rights_of_the_region(joined: Plan, claimable: bool, member: dict[str, Any], expected: str | None):
    """Zones a country is in or has left; nothing for one whose rules nobody can claim."""
    members = [{"country": "TGO", "since": "1975", "source": "ilo", "checked": "2026-11-01", **member}]
    library = replace(joined.library, zones={"ecowas": zone(joined, claimable=claimable, members=members)})
    told = rights_page(maker(library, path=""), country(), [situation_of(joined)]).body

    assert told.split("\n\n")[1] == (expected or "## Avant de partir {#g-before-leaving}")


def test_rights_without_ratifications_are_of_today(joined: Plan):
    """The page of a country of which nothing is known still has a day, and nothing to edit."""
    made = rights_page(maker(joined.library, path=""), country("CPV"), [])

    assert (made.updated, made.edit, made.path, made.body.count("##")) == (TODAY, None, "pays/cpv/droits.md", len(Group))


def test_countries_to_choose_from(joined: Plan):
    """The network's countries first, the others one tap further, each in the order of the alphabet."""
    more = {c.id: c for c in (country("SEN", priority=True), country("ALB"), country("DZA"))}
    library = replace(joined.library, countries={**joined.library.countries, **more})

    assert chooser(maker(library, path=SITUATION), situation_of(joined).facts) == (
        '<div class="act"><details class="chooser" id="pays" data-situation="passport-kept"><summary>Dans quel pays êtes-vous\u00a0?</summary>'
        '<ul class="countries"><li><a href="../../pays/sen/droits/#passport-kept">Sénégal</a></li>'
        '<li><a href="../../pays/togo/droits/#passport-kept">Togo</a> '
        '<a href="tel:117" class="sos" aria-label="Togo\u00a0: Urgences 117"><bdi dir="ltr">117</bdi></a></li></ul>'
        '<p class="note">Choisissez pour voir qui appeler et quels traités vous protègent là-bas. Ce choix n’est pas gardé.</p>'
        '<details><summary>Autres pays</summary><ul class="countries">'
        '<li><a href="../../pays/alb/droits/#passport-kept">Albanie</a></li><li><a href="../../pays/dza/droits/#passport-kept">Algérie</a></li>'
        '<li><a href="../../pays/benin/droits/#passport-kept">Bénin</a></li></ul></details></details></div>\n'
    )


def test_a_number_stands_before_a_country_is_chosen(library: Library, plan: Plan):
    """On a guide about danger: the number that each State of a region has in its own file, told with the region; no other number."""
    found = [(zone.id, number, count) for zone, number, count in shared_numbers(library)]
    states = [member.country for member in library.zones["eu"].members if not member.until]
    call = '<a href="tel:112" class="sosrow"><bdi dir="ltr">112</bdi> <span>Urgences'

    assert found == [("eu", "112", len(states))]
    assert all("112" in {e.number for e in library.countries[code].emergency} for code in states)
    for path in ("situations/violence.md", "situations/passeport.md"):
        body = plan.pages["fr", path].body
        assert body.index(call) < body.index('class="chooser"')
    assert call not in plan.pages["fr", "situations/adherer-syndicat.md"].body


def test_all_situations_by_group(joined: Plan):
    """Groups in their order, only those that have a situation; a French title says that it is French."""
    made = joined.pages["ee", "situations/index.md"]
    assert f'<ul class="cards pictured"><li><a href="passeport/" lang="fr">{HELP} Mon employeur garde mon passeport</a></li></ul>' in made.body

    both = [situation_of(joined), situation_of(joined, id="back", group=Group.RETURNING), situation_of(joined, id="first", group=Group.BEFORE_LEAVING)]
    assert situation_lists(maker(joined.library, path="situations/index.md"), both) == "\n\n".join(
        f'## {name} {{#{anchor}}}\n\n<ul class="cards pictured"><li><a href="passeport/">{HELP} Mon employeur garde mon passeport</a></li></ul>'
        for name, anchor in (("Avant de partir", "g-before-leaving"), ("Au travail", "g-at-work"), ("Le retour", "g-returning"))
    ) + "\n"


def test_the_page_of_all_situations(joined: Plan):
    """It is as new as the newest situation shown; of today when there is none."""
    made = situations_index(maker(joined.library, path=""), [situation_of(joined), situation_of(joined, "en")])
    assert (made.kind, made.id, made.path, made.title, made.state, made.updated) == (
        "page", "situations", "situations/index.md", "J’ai besoin d’aide", "source", date(2026, 11, 3))
    assert made.description.replace("\u00a0", " ") == "Choisissez ce qui vous arrive : que faire maintenant, qui appeler, quelle loi."
    assert made.body.startswith('<p class="lead">Choisissez ce qui vous arrive')
    assert "## Au travail {#g-at-work}" in made.body

    assert situations_index(maker(joined.library, path=""), []).updated == TODAY


def test_countries_in_a_sentence(joined: Plan):
    """With links to those that have a profile."""
    named = countries_named(maker(joined.library, path="index.md"), ["TGO", "FRA"])

    assert visible(named) == "Togo , France" or visible(named) == "Togo, France"
    assert '<a href="pays/togo/">Togo</a>, ' in named
