"""The whole dossier of a country as an A5 booklet, to read on a phone or to staple."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from rsmms.joins.help_desks import fallback_contacts, help_desks
from rsmms.language.addresses import country_path
from rsmms.language.fingerprints import TITLE
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import PageContext
from rsmms.model.country import Country
from rsmms.model.written import Written
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.situation import old_parts, section, told_once
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import fact

_TITLES = (
    "who_to_call", "emergency", "what_protects", "zone_rights", "law_there", "figures", "figure", "value", "year", "projects",
    "deadline_title", "deadline_from", "deadline_stops", "deadline_body", "deadline_article", "deadline_safe",
    "agreements", "sheet_treaty", "sheet_status", "sheet_since", "zone_none", "law_none", "agreements_none", "no_contact",
    "no_contact_then", "sheet_contents", "situations_lead", "nav_situations", "sheet_own_number", "sheet_unknown_is_not_no",
    "figures_note", "sheet_booklet_lead", "what_they_do", "sheet_note", "not_known",
)  # fmt: skip
_ACTS = ("agir",)


def booklet_specs(world: World) -> Iterator[SheetSpec]:
    """A booklet for each country of the network and complete language."""
    for country in world.library.countries.values():
        for language in world.complete if country.priority else ():
            yield world.spec(
                "booklet", country.id, language, f"livret-{country.slug}", world.makers[language].words.country(country.id),
                country_path(country.slug), partial(booklet_content, country=country, world=world),
                country=country.id, pages=0, sizes=(9,), data=(f"data/country_profiles/{country.id}.yaml",),
            )  # fmt: skip


def booklet_content(ctx: PageContext, country: Country, world: World) -> Content:
    """All contacts, treaties, zones, laws, figures, projects, agreements, and what to do in each situation."""
    facts = Facts(ctx)
    listed = help_desks(ctx.library, country.id)
    others = [] if any(c.reachable for c in listed) else [c for c in fallback_contacts(ctx.library, country.id) if c not in listed]
    content = {
        "names": named(facts, *_TITLES), "imposed": ctx.words.plain("sheet_imposed_alt"),
        "note": fact(ctx, country.note), "emergency": facts.emergencies(country),
        "cards": [facts.contact(c) for c in listed], "others": [facts.contact(c) for c in others],
        "treaties": facts.treaty_rows(country), "unknown_treaties": facts.unknown_treaties(country), "zones": facts.zones(country),
        "deadlines": facts.deadlines(country),
        "law": facts.entries("law_there", country.law), "projects": facts.entries("projects", country.projects),
        "agreements": facts.entries("agreements", ctx.library.agreements_of(country.id)),
        "figures": facts.figures(country), "situations": told_once(_situation(facts, world, s) for s in world.situations()),
    }  # fmt: skip
    return frame(facts, "booklet", ctx.words.country(country.id), **content)


def _situation(facts: Facts, world: World, french: Written) -> dict[str, Any]:
    """A situation in short: its title and what to do now."""
    language = facts.ctx.words.language
    own = world.own(french, language)
    page = own or french
    facts.seen("nav_situations", page.front.updated)
    made = [section(facts, found) for name in _ACTS if (found := page.section(name))]
    told = {"units": [u for part in made for u in part["units"]], "advice": next((part["advice"] for part in made if part["advice"]), None)}
    old = old_parts(facts, page, french, (TITLE, *_ACTS))
    return {"title": page.front.title, "lang": language if own else SOURCE_LANGUAGE, **told, "old": old}
