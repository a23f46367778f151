"""The sheet for lawyers: every claim of law about a country with its origin and two boxes, as long as it needs."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from rsmms.joins.claims import Claim, claims_of
from rsmms.language.addresses import lawyers_path
from rsmms.layout.legal_items import GROUPS, LegalItem, legal_items
from rsmms.layout.page import PageContext
from rsmms.model.country import Country
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import label, other

_TITLES = ("lawyers_lead", "lawyers_return", "lawyers_right", "lawyers_wrong", *(f"lawyers_{group}" for group in GROUPS))


def lawyers_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each country and complete language."""
    for language in world.complete:
        claims = tuple(claim for french in world.situations() for claim in claims_of(french, world.own(french, language)))
        for country in world.library.countries.values():
            yield world.spec(
                "lawyers", country.id, language, f"juristes-{country.slug}", world.makers[language].words.country(country.id),
                lawyers_path(country.slug), partial(lawyers_content, country=country, claims=claims), country=country.id, pages=0, sizes=(8.5,),
                data=(f"data/country_profiles/{country.id}.yaml",),
            )  # fmt: skip


def lawyers_content(ctx: PageContext, country: Country, claims: Sequence[Claim]) -> Content:
    """All lines group by group, numbered through, so that an answer can name them."""
    facts = Facts(ctx)
    for fact in (*country.ratifications, *country.law):
        facts.seen("what_protects", fact.checked)
    rows = [_row(ctx, number, item) for number, item in enumerate(legal_items(ctx, country, claims), 1)]
    groups = [{"title": label(ctx, f"lawyers_{group}"), "rows": [row for row in rows if row["group"] == group]} for group in GROUPS]
    content = {"names": named(facts, *_TITLES), "groups": [group for group in groups if group["rows"]]}
    return frame(facts, "lawyers", ctx.words.plain("lawyers_title", country=ctx.words.country(country.id)), **content)


def _row(ctx: PageContext, number: int, item: LegalItem) -> dict[str, Any]:
    read = item.reviewed
    told = ctx.words.plain("reviewed_by", by=read.by, date=ctx.words.date(read.on)) if read else None
    return {"n": number, "group": item.group, "said": other(ctx, item.said, item.language), "origin": item.origin, "id": item.id, "reviewed": told}
