"""A country on two pages: whom to call, what protects a migrant there, law, figures."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from rsmms.joins.help_desks import fallback_contacts, offered
from rsmms.language.addresses import country_path
from rsmms.layout.page import PageContext
from rsmms.model.contact import Contact
from rsmms.model.country import Country
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import Say, label

EWE_SPOKEN = ("TGO", "GHA")
"""Countries whose sheet is also made in Ewe (CLDR: Ewe is a language of Ghana and Togo)."""
_CARDS, _LAWS, _FIGURES = 6, 6, 12
_TITLES = (
    "country_lead", "who_to_call", "emergency", "what_protects", "zone_rights", "law_there", "figures", "figure", "value", "year",
    "sheet_treaty", "sheet_status", "sheet_since", "zone_none", "law_none", "sheet_unknown_is_not_no", "figures_note",
    "sheet_own_number", "not_known", "sheet_brief",
)  # fmt: skip


def country_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each country and language."""
    for country in world.library.countries.values():
        for language in world.languages:
            if language in world.complete or country.id in EWE_SPOKEN:
                name = world.makers[language].words.country(country.id)
                yield world.spec(
                    "country", country.id, language, f"pays-{country.slug}", name, country_path(country.slug),
                    partial(country_content, country=country), country=country.id, brief=(9.2, 8.6, 8), sizes=(10, 9.2, 8.6),
                    data=(f"data/country_profiles/{country.id}.yaml", f"data/contacts/{country.id}.yaml"),
                )  # fmt: skip


def country_content(ctx: PageContext, country: Country) -> Content:
    """Everything on the sheet of a country."""
    facts = Facts(ctx)
    content = {
        "names": named(facts, *_TITLES),
        "emergency": facts.emergencies(country),
        "contacts": contacts(facts, country, _CARDS),
        "treaties": facts.treaty_rows(country), "unknown_treaties": facts.unknown_treaties(country),
        "zones": facts.zones(country),
        "law": facts.entries("law_there", country.law[:_LAWS]),
        "more_law": _more(ctx, len(country.law) - _LAWS),
        "figures": facts.figures(country, _FIGURES),
    }
    return frame(facts, "country", ctx.words.country(country.id), **content)


def contacts(facts: Facts, country: Country, limit: int) -> dict[str, Any]:
    """Those who can be reached, best first; or honestly nobody, and whom to turn to then."""
    ctx = facts.ctx
    here = sorted(callable_first(offered(ctx.library, country.id)), key=facts.expired)
    if here:
        return {"cards": [facts.contact(c) for c in here[:limit]], "none": None, "more": _more(ctx, len(here) - limit)}
    others = [c for c in fallback_contacts(ctx.library, country.id) if c.reachable]
    none = [label(ctx, "no_contact"), " ", label(ctx, "no_contact_then")]
    return {"cards": [facts.contact(c) for c in others], "none": none, "more": None}


def callable_first(listed: list[Contact]) -> list[Contact]:
    """Only those who can be reached, with a phone first: paper has no links."""
    return sorted((c for c in listed if c.reachable), key=lambda c: not c.phones)


def _more(ctx: PageContext, count: int) -> Say | None:
    return label(ctx, "sheet_more", count=count) if count > 0 else None
