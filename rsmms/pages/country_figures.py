"""The figures of a country: the newest of each on its profile, all with their pictures and tables on a page of their own."""

from collections.abc import Iterator

from rsmms.language.addresses import country_path, figures_path, indicator_path, slug_of_indicator
from rsmms.language.html import Html, blocks, el, join
from rsmms.language.words import colon
from rsmms.layout.facts import overdue, source_link, time, trail
from rsmms.layout.page import Page, PageContext
from rsmms.model.country import Country, Series
from rsmms.model.indicator import KEY, Indicator, Unit
from rsmms.pages.figures import BY_COUNTRY, amount, country_name, figure_path
from rsmms.pages.folds import fold
from rsmms.pages.pictures import pictures, ranking
from rsmms.pages.wording import said

DRAWN = ("emigrants_to", "immigrants_from")
"""Tables by country whose newest edition is drawn; the table is behind the picture."""
_SHOWN = 10


def figures_page(ctx: PageContext, country: Country) -> Page:
    """All figures of one country in one language."""
    ctx = ctx.at(figures_path(country.slug))
    words, name = ctx.words, ctx.words.country(country.id)
    items, drawn = [_figure(ctx, country, i, s) for i, s in _key_figures(ctx, country)], pictures(ctx, country)
    body = blocks([
        el("p", words("figures_note" if items else "not_known"), cls="lead"),
        el("ul", *items, cls="numbers") if items else "",
        fold(words("charts_title"), "images", drawn) if drawn else "",
        *(_by_country(ctx, country, i, title) for i, title in BY_COUNTRY.items()),
    ])  # fmt: skip
    return Page(
        kind="page", id=f"figures-{country.id}", language=words.language, path=ctx.path, title=words.plain("figures_of", country=name),
        description=words.plain("figures_description", country=name), body=body, state=ctx.state, listed=False,
        updated=max((series.checked for series in country.figures), default=ctx.freshness.today),
        parents=((words.plain("nav_countries"), "pays/index.md"), (name, country_path(country.slug))),
        edit=ctx.library.lines.get(("data/country_profiles", country.id)),
    )  # fmt: skip


def _key_figures(ctx: PageContext, country: Country) -> Iterator[tuple[Indicator, Series]]:
    """The newest edition of each key figure that is known, in reading order."""
    known = ctx.library.indicators
    yield from ((known[i], series) for i in KEY if i in known for series in country.series(i)[:1])


def figures_fold(ctx: PageContext, country: Country) -> Html:
    """Each figure on one line, which leads to what it means; the places of pictures and tables lead to them."""
    words = ctx.words
    found = list(_key_figures(ctx, country))
    tables = [title for indicator, title in BY_COUNTRY.items() if country.series(indicator)]
    places = [("images", "charts_title"), *((slug_of_indicator(title), title) for title in tables)] if found else []
    more = (el("li", el("a", words(title), href=ctx.link(f"{figures_path(country.slug)}#{anchor}")), id=anchor) for anchor, title in places)
    lines = el("ul", *(_line(ctx, country, i, s) for i, s in found), *more, cls="facts") if found else el("p", words("not_known"))
    note = join((amount(ctx, i.unit, s.latest_value) for i, s in found[:1]), " · ")
    return fold(words("figures"), "chiffres", [lines], note)


def _line(ctx: PageContext, country: Country, indicator: Indicator, series: Series) -> Html:
    """One figure with its year and source; its name leads to its meaning."""
    named = el("a", ctx.words.text(indicator.name), href=ctx.link(figure_path(country, indicator.id)))
    value = el("strong", amount(ctx, indicator.unit, series.latest_value))
    return el("li", named, colon(ctx.words), value, f" ({series.latest}) ", trail(ctx, series, "figure"), id=slug_of_indicator(indicator.id))


def _figure(ctx: PageContext, country: Country, indicator: Indicator, series: Series) -> Html:
    words = ctx.words
    caveats = [c for c in indicator.caveats if c.source in (None, series.source) and c.concerns(country.id)]
    name = el("details", el("summary", words.text(indicator.name)),
              el("p", words.text(indicator.definition)), *(el("p", words.text(c.text)) for c in caveats),
              el("p", el("a", words("indicator_more"), href=ctx.link(indicator_path(indicator.id)))))  # fmt: skip
    where = join([series.latest, source_link(ctx, series.source), words("checked_on", date=time(ctx, series.checked))], " · ")
    return el(
        "li", name, el("b", amount(ctx, indicator.unit, series.latest_value)), el("span", where, cls="trail"),
        overdue(ctx, series.checked, "figure"), id=slug_of_indicator(indicator.id),
    )  # fmt: skip


def _by_country(ctx: PageContext, country: Country, indicator: str, title: str) -> Html | str:
    found = country.series(indicator)
    if not found or indicator not in ctx.library.indicators:
        return ""
    words, unit = ctx.words, ctx.library.indicators[indicator].unit
    parts: list[object] = []
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
    return fold(words(title), slug_of_indicator(title), parts)


def _table(ctx: PageContext, series: Series, unit: Unit) -> Html:
    top = max(series.by_country.values())
    rows = []
    for code, value in list(series.by_country.items())[:_SHOWN] + [
        (c, v) for c, v in list(series.by_country.items())[_SHOWN:] if c == "OTHER"
    ]:
        bar = el("meter", min=0, max=top, value=value, aria_hidden="true") if code != "OTHER" else ""
        rows.append(el("tr", el("th", country_name(ctx, code), scope="row"), el("td", amount(ctx, unit, value)), el("td", bar, cls="bar")))
    return el("table", el("tbody", *rows), cls="ranks")


