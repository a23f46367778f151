"""Ten cards for the wallet on one page: rights in five lines, numbers, what to do first."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from rsmms.joins.bindings import Force, binding
from rsmms.joins.help_desks import fallback_contacts, offered
from rsmms.language.addresses import contacts_path
from rsmms.language.contact_text import shown_number
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence
from rsmms.model.country import Country
from rsmms.model.emergency import primary
from rsmms.model.reach import Reached
from rsmms.sheets.country import callable_first
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import Say, label

_TITLES = ("sheet_wallet_rights", "who_to_call", "sheet_wallet_first", "sheet_own_number", "sheet_wallet_legend", "no_contact")
_RIGHTS = {
    "sheet_wallet_right_papers": ("icrmw", "21"), "sheet_wallet_right_pay": ("icrmw", "25(3)"),
    "sheet_wallet_right_union": ("c087", "2"), "sheet_wallet_right_force": ("c029", "2(1)"),
    "sheet_wallet_right_care": ("icrmw", "28"),
}  # fmt: skip
"""Five rights in one line each, with the article behind each."""
ACTS = tuple(f"sheet_wallet_act_{n}" for n in range(1, 4))
"""What to do first, in three lines; pictures to share say it too."""
_LINES = 4


def wallet_specs(world: World) -> Iterator[SheetSpec]:
    """Cards for each country and complete language."""
    for country in world.library.countries.values():
        slug = country.slug
        for language in world.complete:
            name = world.makers[language].words.country(country.id)
            page = contacts_path(slug) if country.id in world.library.contacts else f"pays/{slug}.md"
            yield world.spec(
                "wallet", country.id, language, f"carte-{slug}", name, page,
                partial(wallet_content, country=country), country=country.id, sizes=(8,),
                data=(f"data/country_profiles/{country.id}.yaml", f"data/contacts/{country.id}.yaml"), pages=1,
            )  # fmt: skip


def wallet_content(ctx: PageContext, country: Country) -> Content:
    """Everything on the cards of a country."""
    facts = Facts(ctx)
    content = {
        "names": named(facts, *_TITLES), "rights": rights(facts, country),
        "acts": list(named(facts, *ACTS).values()), "numbers": card_numbers(facts, country),
    }  # fmt: skip
    return frame(facts, "wallet", ctx.words.country(country.id), **content)


def rights(facts: Facts, country: Country) -> list[dict[str, Any]]:
    """The five lines by what they are worth here, the rights first; what is promised or to be asked for says so before its lines."""
    found = [_right(facts, country, *entry) for entry in _RIGHTS.items()]
    groups = ((force, [text for worth, text in found if worth == force]) for force in Force)
    return [
        {"bound": force == Force.RIGHT, "label": None if force == Force.RIGHT else label(facts.ctx, f"say_{force.value}"), "lines": lines}
        for force, lines in groups if lines
    ]  # fmt: skip


def _right(facts: Facts, country: Country, key: str, article: tuple[str, str]) -> tuple[Force, Say]:
    """One line, and whether a text binds for it here."""
    found = country.ratification(article[0])
    if found:
        facts.seen("what_protects", found.checked)
    decides = binding(facts.ctx.library, country, ":".join(article))
    force = decides.force if decides else Force.ASK
    return force, label(facts.ctx, key)


def card_numbers(facts: Facts, country: Country) -> list[dict[str, Any]]:
    """The few numbers that fit: danger first, then unions and help lines."""
    urgent = primary(country.emergency)[:2]
    made = [_entry(facts, facts.ctx.words.pick(e.service)[0], shown_number(e.number, country.id), e, "emergency") for e in urgent]
    # A card is carried for years and has no room for a warning: a number that may be dead stays on the page.
    listed = [c for c in offered(facts.ctx.library, country.id) if not facts.expired(c)] or fallback_contacts(facts.ctx.library, country.id)
    for contact in callable_first(listed):
        if contact.phones and len(made) < _LINES:
            name = contact.acronym or facts.ctx.words.pick(contact.name)[0]
            made.append(_entry(facts, name, shown_number(contact.phones[0].number, country.id), contact, "who_to_call"))
    return made


def _entry(facts: Facts, name: str, number: str, found: Reached, part: str) -> dict[str, Any]:
    facts.seen(part, found.checked)
    return {"name": name, "number": number, "doubt": found.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED)}
