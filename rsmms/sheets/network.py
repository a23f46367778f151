"""A union network on one page: who it is, how to reach it, its members, its focal point."""

from collections.abc import Iterator
from functools import partial

from rsmms.library import INTERNATIONAL
from rsmms.model import Contact, Kind
from rsmms.pages.page import INTERNATIONAL_SLUG, Maker, contacts_path
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.says import fact
from rsmms.sheets.spec import Content, SheetSpec

FIRST = "tgo-resynam"
"""The network that asked first; its sheet leads the list."""
_TITLES = ("what_they_do", "who_to_call", "members", "focal_point", "sheet_own_number", "sheet_why_join", "sheet_note")
_REASONS = ("sheet_join_1", "sheet_join_2", "sheet_join_3", "sheet_join_4")


def network_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each union network and complete language."""
    found = [(code, c) for code, listed in world.library.contacts.items() for c in listed if c.kind == Kind.UNION_NETWORK]
    for code, contact in sorted(found, key=lambda pair: pair[1].id != FIRST):
        country = world.library.countries.get(code)
        slug = country.slug if country else INTERNATIONAL_SLUG
        for language in world.complete:
            title = contact.acronym or world.makers[language].words.pick(contact.name)[0]
            yield world.spec(
                "network", contact.id, language, f"reseau-{contact.id}", title, contacts_path(slug),
                partial(network_content, contact=contact, code=code), country=country.id if country else "",
                data=(f"data/contacts/{code}.yaml",),
            )  # fmt: skip


def network_content(make: Maker, contact: Contact, code: str) -> Content:
    """Everything on the sheet of a network."""
    facts = Facts(make)
    members = [facts.contact(c) for c in make.library.contact_by_id.values() if contact.id in c.member_of]
    card = facts.contact(contact)
    facts.notes.number(contact.source)
    content = {
        "names": named(facts, *_TITLES), "card": card, "members": members, "name": fact(make, contact.name),
        "focal_point": fact(make, contact.focal_point), "country": None if code == INTERNATIONAL else make.words.country(code),
        "reasons": list(named(facts, *_REASONS).values()),
    }  # fmt: skip
    return frame(facts, "network", contact.acronym or make.words.pick(contact.name)[0], **content)
