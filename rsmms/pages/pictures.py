"""Pictures of a country's figures: each with its title, its years, its source and the table behind it."""

from collections.abc import Iterable, Sequence

from rsmms.language.html import Html, bdi, el, join
from rsmms.language.words import colon
from rsmms.layout.facts import overdue, source_link
from rsmms.layout.page import PageContext
from rsmms.model.country import Country, Series
from rsmms.model.indicator import Unit
from rsmms.pages.charts.bars import Bar, bar_chart, column_chart
from rsmms.pages.charts.lines import Line, line_chart
from rsmms.pages.charts.svg import Frame, Said
from rsmms.pages.wording import named, said, show, unit_caption

BARS = 7
"""Countries drawn in a ranking; the table behind has all."""
OLD = 10
"""Years after which a series that ended is told in words only, never drawn beside recent ones."""


def pictures(ctx: PageContext, country: Country) -> list[Html]:
    """Every picture the figures of a country allow, in reading order."""
    drawn = (
        _over_time(ctx, country, "chart_migrants", ("international_migrant_stock", "emigrant_stock")),
        _women(ctx, country), _money(ctx, country, "remittances_received_usd", "chart_money"),
        _money(ctx, country, "remittances_received_pct_gdp", "chart_gdp"), _cost(ctx, country),
        _over_time(ctx, country, "chart_refugees", ("refugees_hosted", "refugees_originating")),
    )  # fmt: skip
    return [picture for picture in drawn if picture]


def figure(ctx: PageContext, title: Said, svg: Html, table: Html, series: Sequence[Series]) -> Html:
    """A picture with its caption, its source and, folded, its table."""
    words = ctx.words
    sources = dict.fromkeys((s.source, s.checked) for s in series)
    where = join((join([source_link(ctx, source), words("checked_on", date=words.date(day))], " · ") for source, day in sources), " · ")
    return el(
        "figure", el("figcaption", title.text, lang=title.language), svg,
        el("p", words("source"), colon(words), where, cls="trail"), overdue(ctx, min(s.checked for s in series), "figure"),
        el("details", el("summary", words("chart_table")), table), cls="chart",
    )  # fmt: skip


def figure_of_edition(ctx: PageContext, title: Said, svg: Html, source: str) -> Html:
    """A picture whose table stands beside it on the page."""
    where = el("p", ctx.words("source"), colon(ctx.words), source_link(ctx, source), cls="trail")
    return el("figure", el("figcaption", title.text, lang=title.language), svg, where, cls="chart")


def recent(ctx: PageContext, series: Series) -> bool:
    """True for a series that goes on until lately."""
    return ctx.freshness.today.year - series.latest <= OLD


def _newest(ctx: PageContext, country: Country, indicator: str) -> Series | None:
    found = [s for s in country.series(indicator) if s.values] if indicator in ctx.library.indicators else []
    return found[0] if found and recent(ctx, found[0]) else None


def _over_time(ctx: PageContext, country: Country, title: str, indicators: tuple[str, str]) -> Html:
    """Two series of the same source over the same years."""
    found = [s for i in indicators if (s := _newest(ctx, country, i)) and len(s.values) > 1]
    if not found or len({s.source for s in found}) > 1:
        return Html("")
    words = ctx.words
    lines = [Line(named(ctx, s.indicator), s.indicator, s.values) for s in found]
    years = sorted({y for s in found for y in s.values})
    name = said(words, title, first=years[0], last=years[-1])
    about = " ".join(_change(ctx, s) for s in found)
    svg = line_chart(Frame(title.replace("_", "-"), name, Said(about, name.language)), lines, show(words, Unit.PERSONS))
    return figure(ctx, name, svg, years_table(ctx, [(line.name, line.values) for line in lines], Unit.PERSONS), found)


def _change(ctx: PageContext, series: Series) -> str:
    unit = ctx.library.indicators[series.indicator].unit
    write = show(ctx.words, unit)
    first, last = min(series.values), max(series.values)
    return ctx.words.plain("chart_change", name=named(ctx, series.indicator).text, value=write(series.values[first]).text,
                            year=first, newest=write(series.values[last]).text, last=last)  # fmt: skip


def share_of_women(country: Country, total: str, women: str) -> dict[int, float]:
    """Women in a hundred, for every year in which the same edition gives both numbers."""
    for all_ in country.series(total):
        for part in country.series(women):
            if all_.source == part.source:
                return {y: round(100 * part.values[y] / v, 3) for y, v in all_.values.items() if v and y in part.values}
    return {}


def _women(ctx: PageContext, country: Country) -> Html:
    words, bars = ctx.words, []
    for key, total in (("chart_women_in", "international_migrant_stock"), ("chart_women_out", "emigrant_stock")):
        shares = share_of_women(country, total, total + "_female")
        for year in dict.fromkeys((min(shares), max(shares))) if shares else ():
            name = said(words, key, year=year)
            bars.append(Bar(name, str(year), shares[year], show(words, Unit.PERCENT)(shares[year]), key.endswith("out"), total))
    if not bars:
        return Html("")
    title = said(words, "chart_women")
    about = Said(" ".join(f"{b.name.text}: {b.shown.text}." for b in bars), title.language)
    series = [s for b in bars for s in country.series(b.indicator)[:1]]
    return figure(ctx, title, bar_chart(Frame("chart-women", title, about), bars, whole=100), bars_table(bars), series)


def _money(ctx: PageContext, country: Country, indicator: str, title: str) -> Html:
    """Money received, year by year, from the source that gives most years."""
    found = [s for s in country.series(indicator) if len(s.values) > 2 and recent(ctx, s)]
    if not found:
        return Html("")
    series = max(found, key=lambda s: (len(s.values), s.latest))
    words, unit = ctx.words, ctx.library.indicators[indicator].unit
    name = said(words, title, first=min(series.values), last=series.latest)
    frame = Frame(title.replace("_", "-"), name, Said(_change(ctx, series), name.language))
    svg = column_chart(frame, indicator, series.values, show(words, unit))
    return figure(ctx, name, svg, years_table(ctx, [(named(ctx, indicator), series.values)], unit), [series])


def _cost(ctx: PageContext, country: Country) -> Html:
    """What it costs to send money to and from the country; years apart, never in one bar."""
    words, bars, series = ctx.words, [], []
    for key in ("remittance_cost_200usd_received", "remittance_cost_200usd_sent"):
        found = _newest(ctx, country, key)
        if found:
            series.append(found)
            write = show(words, Unit.PERCENT_AMOUNT)
            costs = [(y, v) for y, v in sorted(found.values.items()) if v >= 0]
            bars += [Bar(said(words, f"chart_{key}", year=y), str(y), v, write(v), key.endswith("sent"), key) for y, v in costs]
    if not bars:
        return Html("")
    title = said(words, "chart_cost")
    about = Said(" ".join(f"{b.name.text}: {b.shown.text}." for b in bars), title.language)
    return figure(ctx, title, bar_chart(Frame("chart-cost", title, about), bars), bars_table(bars), series)


def ranking(ctx: PageContext, series: Series, title: Said, table: Html) -> Html:
    """The largest rows of a table by country as bars; the countries not shown stay in the table."""
    words, unit = ctx.words, ctx.library.indicators[series.indicator].unit
    rows = sorted(((c, v) for c, v in series.by_country.items() if c != "OTHER"), key=lambda r: -r[1])[:BARS]
    bars = [Bar(Said(words.country(c)), c, v, show(words, unit)(v), indicator=series.indicator) for c, v in rows]
    about = Said(", ".join(f"{b.name.text} {b.shown.text}" for b in bars), title.language)
    return figure(ctx, title, bar_chart(Frame("chart-" + series.indicator.replace("_", "-"), title, about), bars), table, [series])


def years_table(ctx: PageContext, columns: Sequence[tuple[Said, dict[int, float]]], unit: Unit) -> Html:
    """Values by year; a year without a figure says so."""
    words = ctx.words
    head = [el("th", words("year"), scope="col")] + [el("th", c.text, lang=c.language, scope="col") for c, _ in columns]
    years = sorted({year for _, values in columns for year in values})
    rows = (el("tr", el("th", year, scope="row"), *(el("td", _cell(ctx, values.get(year), unit)) for _, values in columns)) for year in years)
    return el("table", unit_caption(ctx, unit), el("thead", el("tr", *head)), el("tbody", *rows))


def _cell(ctx: PageContext, value: float | None, unit: Unit) -> Html:
    if value is None:
        return ctx.words("not_known")
    return bdi(ctx.words.number(value, 0 if unit in (Unit.PERSONS, Unit.USD) else 1))


def bars_table(bars: Iterable[Bar]) -> Html:
    """The rows of a bar picture as a table."""
    rows = (el("tr", el("th", b.name.text, lang=b.name.language, scope="row"), el("td", bdi(b.shown.text))) for b in bars)
    return el("table", el("tbody", *rows))
