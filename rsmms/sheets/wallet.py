"""Ten cards for the wallet on one page: rights in five lines, numbers, what to do first."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from rsmms.joins.bindings import Force, binding
from rsmms.joins.help_desks import fallback_contacts, offered
from rsmms.language.addresses import contacts_path
from rsmms.language.contact_text import shown_number
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence
from rsmms.model.country import Country
from rsmms.model.emergency import Service, in_danger, primary
from rsmms.model.reach import Reached
from rsmms.sheets.country import callable_first
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import Say, label

_TITLES = ("sheet_wallet_rights", "sheet_own_number", "no_contact", "to_confirm")
_RIGHTS: dict[str, tuple[tuple[str, str], ...]] = {
    "sheet_wallet_right_papers": (("icrmw", "21"),), "sheet_wallet_right_pay": (("icrmw", "25(3)"), ("c143", "9(1)")),
    "sheet_wallet_right_union": (("c087", "2"),), "sheet_wallet_right_force": (("c029", "2(1)"),),
    "sheet_wallet_right_care": (("icrmw", "28"),),
}  # fmt: skip
"""Five rights in one line each, with the articles that say it; a card names a right only where one of them binds."""
_DANGER = "sheet_wallet_act_1"
_ACTS = ("sheet_wallet_act_2", "sheet_wallet_act_3")
_LINES = 4
_UNSURE = (Confidence.UNCONFIRMED, Confidence.DISPUTED)


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
    rights = [found for key, articles in _RIGHTS.items() if (found := _right(facts, country, key, articles))]
    content = {"names": named(facts, *_TITLES), "rights": rights, "acts": acts(facts, country), "numbers": card_numbers(facts, country)}
    return frame(facts, "wallet", ctx.words.country(country.id), **content)


def _right(facts: Facts, country: Country, key: str, articles: Sequence[tuple[str, str]]) -> dict[str, Any] | None:
    """One right with the article that binds there; nothing where none does: a card has no empty square."""
    for treaty, article in articles:
        found, decides = country.ratification(treaty), binding(facts.ctx.library, country, f"{treaty}:{article}")
        if decides and decides.force == Force.RIGHT:
            if found:
                facts.seen("what_protects", found.checked)
            named = None if decides.law else f"{decides.instrument.code}\u00a0art.\u00a0{article}"
            return {"text": label(facts.ctx, key), "article": named}
    return None


def acts(facts: Facts, country: Country) -> list[Say]:
    """What to do first; in danger comes with its number, and is left out where none is known."""
    number = in_danger(country.emergency)
    danger = [label(facts.ctx, _DANGER, number=number.number)] if number else []
    return [*danger, *(label(facts.ctx, key) for key in _ACTS)]


def card_numbers(facts: Facts, country: Country) -> list[dict[str, Any]]:
    """The few numbers that fit: danger first, then unions and help lines that can be trusted."""
    danger = in_danger(country.emergency)
    known = sorted(primary(country.emergency), key=lambda e: (e != danger, e.kind != Service.AMBULANCE))[:2]
    made = [_entry(facts, facts.ctx.words.plain(f"service_short_{e.kind.value}"), shown_number(e.number, country.id), e, "emergency") for e in known]
    # A card is carried for years and has no room for a warning: a number that may be dead or wrong stays on the page.
    here, others = offered(facts.ctx.library, country.id), fallback_contacts(facts.ctx.library, country.id)
    sure, instead = ([c for c in listed if not facts.expired(c) and c.confidence not in _UNSURE] for listed in (here, others))
    for contact in callable_first(sure or instead):
        if contact.phones and len(made) < _LINES:
            name = contact.acronym or facts.ctx.words.pick(contact.name)[0]
            made.append(_entry(facts, name, shown_number(contact.phones[0].number, country.id), contact, "who_to_call"))
    return made


def _entry(facts: Facts, name: str, number: str, found: Reached, part: str) -> dict[str, Any]:
    facts.seen(part, found.checked)
    return {"name": name, "number": number, "doubt": found.confidence in _UNSURE}
