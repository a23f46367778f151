"""All time limits on one page, with the rule by which last days are counted."""

from collections.abc import Iterator, Sequence

from rsmms.joins.deadlines import deadlines_in
from rsmms.language.addresses import rights_path
from rsmms.language.html import Html, blocks, el, heading
from rsmms.layout.page import Page, PageContext
from rsmms.model.country import Country
from rsmms.pages.deadlines import DEADLINES_PATH, deadline_list
from rsmms.pages.folds import folded
from rsmms.pages.situations import Situation

_RULES = ("deadline_rule_first", "deadline_rule_months", "deadline_rule_working", "deadline_rule_closed", "deadline_rule_holiday", "deadline_rule_year")


def deadlines_page(ctx: PageContext, situations: Sequence[Situation]) -> Page:
    """Every limit that has a source, by country, with the rule by which we count."""
    ctx = ctx.at(DEADLINES_PATH)
    words = ctx.words
    countries = [c for c in ctx.library.countries.values() if any(deadlines_in(ctx.library, c.id))]
    countries.sort(key=lambda c: words.sort(words.country(c.id)))
    body = folded(blocks([
        el("p", words("deadlines_lead"), cls="lead"), el("p", words("deadline_unknown"), cls="note"),
        heading(words("deadline_rule"), "regle"), el("ul", *(el("li", words(key)) for key in _RULES)),
        *(part for country in countries for part in _country(ctx, country, situations)),
    ]))  # fmt: skip
    return ctx.overview("deadlines", "deadlines_title", "deadlines_lead", body, (d.checked for d in ctx.library.deadlines.values()))


def _country(ctx: PageContext, country: Country, situations: Sequence[Situation]) -> Iterator[object]:
    """The limits of one country, each under the first situation it is for."""
    found = list(deadlines_in(ctx.library, country.id))
    yield heading(ctx.words.country(country.id), country.slug)
    for situation in situations:
        here = [d for d in found if d.situations[0] == situation.facts.id]
        if here:
            yield _titled(ctx, country, situation)
            yield deadline_list(ctx, here)


def _titled(ctx: PageContext, country: Country, situation: Situation) -> str:
    """The situation as a heading that leads to its section in the country."""
    shown, language = situation.shown, None if situation.language == ctx.words.language else situation.language
    link: Html = el("a", shown.short or shown.title, href=ctx.link(f"{rights_path(country.slug)}#{situation.facts.id}"), lang=language)
    return heading(link, f"{country.slug}-{situation.facts.id}", 3)
