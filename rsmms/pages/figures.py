"""Figures of a country: a value never stands without its year, unit and source."""

from rsmms.language.addresses import country_path, indicator_path
from rsmms.language.html import Html, bdi, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.facts import overdue, source_link, time
from rsmms.layout.page import PageContext
from rsmms.model.country import Country, Series
from rsmms.model.indicator import KEY, Indicator, Unit
from rsmms.pages.pictures import pictures, ranking
from rsmms.pages.wording import said

BY_COUNTRY = {
    "emigrants_to": "main_destinations",
    "immigrants_from": "main_origins",
    "remittances_from": "remittances_from_where",
    "refugees_hosted_from": "refugees_from_where",
}
"""Indicators that are tables by country, and the heading of each."""
DRAWN = ("emigrants_to", "immigrants_from")
"""Tables by country whose newest edition is drawn; the table is behind the picture."""
_SHOWN = 10
_MILLION, _BILLION = 1_000_000, 1_000_000_000


def amount(ctx: PageContext, unit: Unit, value: float) -> Html:
    """A value with its unit, rounded for reading; the exact value stays in the data."""
    words = ctx.words
    if unit == Unit.USD and abs(value) >= _MILLION:
        key, size = ("billions", _BILLION) if abs(value) >= _BILLION else ("millions", _MILLION)
        return join([words(key, value=words.number(value / size, 1)), " ", words("unit_usd")])
    decimals = 0 if unit in (Unit.PERSONS, Unit.USD) else 1
    return join([bdi(words.number(value, decimals)), "\u00a0", words(f"unit_{unit.value}")])


def figures_section(ctx: PageContext, country: Country) -> str:
    """The heading, the key figures and the tables by country."""
    words, known = ctx.words, ctx.library.indicators
    items = [_figure(ctx, known[i], s) for i in KEY for s in country.series(i)[:1] if i in known]
    if not items:
        return blocks([heading(words("figures"), "chiffres"), el("p", words("not_known"))])
    parts = [heading(words("figures"), "chiffres"), el("p", words("figures_note"), cls="note"), el("ul", *items, cls="numbers")]
    drawn = pictures(ctx, country)
    parts += [heading(words("charts_title"), "images", 3), *drawn] if drawn else []
    return blocks(parts + [_by_country(ctx, country, i, title) for i, title in BY_COUNTRY.items()])


def figure_path(country: Country, indicator: str) -> str:
    """Where a figure stands on a country's profile; the heading of all figures where it has no place of its own."""
    anchor = indicator if indicator in KEY else BY_COUNTRY.get(indicator, "chiffres")
    return f"{country_path(country.slug)}#{anchor.replace('_', '-')}"


def scroller(ctx: PageContext, table: Html, name: str) -> Html:
    """A wide table that scrolls by itself, reachable by keyboard."""
    return el("div", table, cls="scroll", tabindex="0", role="region", aria_label=ctx.words.plain(name))


def _figure(ctx: PageContext, indicator: Indicator, series: Series) -> Html:
    words = ctx.words
    caveats = [c for c in indicator.caveats if c.source in (None, series.source)]
    name = el("details", el("summary", words.text(indicator.name)),
              el("p", words.text(indicator.definition)), *(el("p", words.text(c.text)) for c in caveats),
              el("p", el("a", words("indicator_more"), href=ctx.link(indicator_path(indicator.id)))))  # fmt: skip
    where = join([series.latest, source_link(ctx, series.source), words("checked_on", date=time(ctx, series.checked))], " · ")
    return el(
        "li", name, el("b", amount(ctx, indicator.unit, series.latest_value)), el("span", where, cls="trail"),
        overdue(ctx, series.checked, "figure"), id=indicator.id.replace("_", "-"),
    )  # fmt: skip


def _by_country(ctx: PageContext, country: Country, indicator: str, title: str) -> str:
    found = country.series(indicator)
    if not found or indicator not in ctx.library.indicators:
        return ""
    words, unit = ctx.words, ctx.library.indicators[indicator].unit
    parts: list[object] = [heading(words(title), title.replace("_", "-"), 3)]
    for number, series in enumerate(found):
        if number:
            parts.append(el("p", words("older_edition", year=series.year, other=found[0].year), cls="note"))
        table = _table(ctx, series, unit)
        if not number and indicator in DRAWN:
            parts.append(ranking(ctx, series, said(words, "chart_ranking", name=words.plain(title), year=series.year), table))
            continue
        parts.append(table)
        parts.append(el("p", words("year"), colon(words), series.year, " · ", words("source"), colon(words), source_link(ctx, series.source),
                        " · ", words("checked_on", date=words.date(series.checked)), cls="trail"))  # fmt: skip
        parts.append(overdue(ctx, series.checked, "figure"))
    return blocks(parts)


def _table(ctx: PageContext, series: Series, unit: Unit) -> Html:
    top = max(series.by_country.values())
    rows = []
    for code, value in list(series.by_country.items())[:_SHOWN] + [
        (c, v) for c, v in list(series.by_country.items())[_SHOWN:] if c == "OTHER"
    ]:
        bar = el("meter", min=0, max=top, value=value, aria_hidden="true") if code != "OTHER" else ""
        rows.append(el("tr", el("th", country_name(ctx, code), scope="row"), el("td", amount(ctx, unit, value)), el("td", bar, cls="bar")))
    return el("table", el("tbody", *rows), cls="ranks")


def country_name(ctx: PageContext, code: str) -> Html:
    """A country's name, linked to its profile when there is one."""
    if code == "OTHER":
        return ctx.words("other_origins")
    name = ctx.words.country(code)
    slug = ctx.library.slugs.get(code)
    return el("a", name, href=ctx.link(country_path(slug))) if slug else Html(el("span", name))
