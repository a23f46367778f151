"""Figures of a country: a value never stands without its year, unit and source."""

from rsmms.language.addresses import country_path, figures_path, slug_of_indicator
from rsmms.language.html import Html, bdi, el, join
from rsmms.layout.page import PageContext
from rsmms.model.country import Country
from rsmms.model.indicator import KEY, Unit

BY_COUNTRY = {
    "emigrants_to": "main_destinations",
    "immigrants_from": "main_origins",
    "remittances_from": "remittances_from_where",
    "refugees_hosted_from": "refugees_from_where",
}
"""Indicators that are tables by country, and the heading of each."""
_MILLION, _BILLION = 1_000_000, 1_000_000_000


def amount(ctx: PageContext, unit: Unit, value: float) -> Html:
    """A value with its unit, rounded for reading; the exact value stays in the data."""
    words = ctx.words
    if unit == Unit.USD and abs(value) >= _MILLION:
        key, size = ("billions", _BILLION) if abs(value) >= _BILLION else ("millions", _MILLION)
        return join([words(key, value=words.number(value / size, 1)), " ", words("unit_usd")])
    decimals = 0 if unit in (Unit.PERSONS, Unit.USD) else 1
    return join([bdi(words.number(value, decimals)), "\u00a0", words(f"unit_{unit.value}")])


def figure_path(country: Country, indicator: str) -> str:
    """Where a figure stands among those of a country; their page where it has no place of its own."""
    anchor = indicator if indicator in KEY else BY_COUNTRY.get(indicator, "")
    return figures_path(country.slug) + (f"#{slug_of_indicator(anchor)}" if anchor else "")


def scroller(ctx: PageContext, table: Html, name: str) -> Html:
    """A wide table that scrolls by itself, reachable by keyboard."""
    return el("div", table, cls="scroll", tabindex="0", role="region", aria_label=ctx.words.plain(name))


def country_name(ctx: PageContext, code: str) -> Html:
    """A country's name, linked to its profile when there is one."""
    if code == "OTHER":
        return ctx.words("other_origins")
    name = ctx.words.country(code)
    slug = ctx.library.slugs.get(code)
    return el("a", name, href=ctx.link(country_path(slug))) if slug else Html(el("span", name))
