"""A union network on one or two pages: who it is, how to reach it, its members, what it wants."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from rsmms.language.addresses import INTERNATIONAL_SLUG, contacts_path, network_path
from rsmms.layout.page import PageContext
from rsmms.model.contact import Contact, Kind
from rsmms.model.library import INTERNATIONAL
from rsmms.model.network import Chapter, Network
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import doubt, fact

FIRST = "tgo-resynam"
"""The network that asked first; its sheet leads the list."""
_TITLES = ("who_to_call", "members", "focal_point", "sheet_own_number", "sheet_why_join")
_FEW = 2
"""Points of a chapter that a full sheet keeps where the network does not speak itself."""
_REASONS = ("sheet_join_1", "sheet_join_2", "sheet_join_3", "sheet_join_4")


def network_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each union network and complete language."""
    found = [(code, c) for code, listed in world.library.contacts.items() for c in listed if c.kind == Kind.UNION_NETWORK]
    for code, contact in sorted(found, key=lambda pair: pair[1].id != FIRST):
        country = world.library.countries.get(code)
        network = next((n for n in world.library.networks.values() if n.contact_id == contact.id), None)
        page = network_path(network.id) if network else contacts_path(country.slug if country else INTERNATIONAL_SLUG)
        for language in world.complete:
            title = contact.acronym or world.makers[language].words.pick(contact.name)[0]
            yield world.spec(
                "network", contact.id, language, f"reseau-{network.id if network else contact.id}", title, page,
                partial(network_content, contact=contact, network=network, code=code), country=country.id if country else "",
                brief=(9, 8.5), data=("data/networks.yaml", f"data/contacts/{code}.yaml"),
            )  # fmt: skip


def network_content(ctx: PageContext, contact: Contact, network: Network | None, code: str) -> Content:
    """Everything on the sheet of a network."""
    facts = Facts(ctx)
    members = [facts.contact(c) for c in ctx.library.contact_by_id.values() if contact.id in c.member_of]
    card = facts.contact(contact)
    facts.notes.number(contact.source)
    if network:
        facts.seen("sheet_text", network.checked)
    content = {
        "names": named(facts, *_TITLES), "card": card, "name": fact(ctx, contact.name), "summary": fact(ctx, network.summary) if network else None,
        "focal_point": fact(ctx, contact.focal_point), "country": None if code == INTERNATIONAL else ctx.words.country(code),
        "reasons": list(named(facts, *_REASONS).values()), "members": members, "others": _others(ctx, network),
        "chapters": [_chapter(facts, c, network.source) for c in network.chapters] if network else [],
    }  # fmt: skip
    return frame(facts, "network", contact.acronym or ctx.words.pick(contact.name)[0], **content)


def _others(ctx: PageContext, network: Network | None) -> list[str]:
    """Members that have no contact of their own here."""
    known = ctx.library.contact_by_id
    listed = network.members if network else ()
    return [m.name + (f" ({ctx.words.country(m.country)})" if m.country else "") for m in listed if m.contact_id not in known]


def _chapter(facts: Facts, chapter: Chapter, own: str) -> dict[str, Any]:
    """A chapter, whole and in short: what the network says of itself is never cut."""
    ctx = facts.ctx
    points = [{"text": fact(ctx, p.text), "doubt": doubt(ctx, p.confidence), "source": facts.notes.number(p.source)} for p in chapter.points]
    said = [shown for shown, p in zip(points, chapter.points, strict=True) if p.source == own]
    few = said or points[:_FEW]
    return {"title": fact(ctx, chapter.title), "points": points, "few": few, "unknown": fact(ctx, chapter.unknown)}
