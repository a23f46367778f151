"""Indicators: what each figure measures, how, what it does not tell, and the countries in one edition."""

from rsmms.joins.editions import Edition, best, others, pairs
from rsmms.language.addresses import ILO_LIST_PATH, indicator_map_path, indicator_path, slug_of_indicator
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.facts import cite, definitions, source_link
from rsmms.layout.page import Page, PageContext
from rsmms.model.indicator import Indicator, Unit
from rsmms.model.library import Library
from rsmms.pages.charts.bars import Bar, bar_chart
from rsmms.pages.charts.svg import Frame, Said
from rsmms.pages.figures import country_name, figure_path
from rsmms.pages.folds import fold
from rsmms.pages.open_data import download
from rsmms.pages.pictures import figure_of_edition
from rsmms.pages.wording import named, said, show, unit_caption, value_cell

GROUPS = {
    "indicators_in": ("international_migrant_stock", "international_migrant_stock_female", "international_migrant_stock_female_share",
                      "share_of_population", "immigrants_from", "census_foreign_citizens", "census_foreign_born"),
    "indicators_out": ("emigrant_stock", "emigrant_stock_female", "emigrant_share_of_population", "emigrants_to", "emigrant_stock_rev2020", "net_migration"),
    "indicators_money": ("remittances_received_usd", "remittances_received_pct_gdp", "remittances_from", "remittances_sent_usd",
                         "remittances_sent_pct_gdp", "remittance_cost_200usd_received", "remittance_cost_200usd_sent"),
    "indicators_refuge": ("refugees_hosted", "refugees_hosted_from", "refugees_originating", "asylum_seekers_hosted",
                          "asylum_seekers_originating", "internally_displaced_persons", "stateless_persons"),
    "indicators_work": ("population", "labour_force_total", "unemployment_rate", "labour_rights_compliance_sdg_8_8_2"),
}  # fmt: skip
"""Order of the index; an indicator that no group names comes under the last."""
RANKED_FROM = 0.5
"""Share of the countries with a figure that one edition must have for a ranking to mean something."""
_PAIRS, _DRAWN = 40, 10


def indicators_index(ctx: PageContext) -> Page:
    """All indicators by theme, and the ILO's checklist."""
    ctx = ctx.at("indicateurs/index.md")
    words, known = ctx.words, ctx.library.indicators
    parts: list[object] = [
        el("p", words("indicators_lead"), cls="lead"),
        el("p", el("a", words("ilo_list_title"), href=ctx.link(ILO_LIST_PATH), cls="button")),
    ]
    grouped = {i for ids in GROUPS.values() for i in ids}
    for title, ids in GROUPS.items():
        last = [i for i in known if i not in grouped] if title == list(GROUPS)[-1] else []
        links = [el("li", el("a", words.text(known[i].name), href=ctx.link(indicator_path(i)))) for i in (*ids, *last) if i in known]
        parts += [heading(words(title), title.replace("_", "-")), el("ul", *links, cls="links")] if links else []
    return ctx.overview("indicators", "indicators_title", "indicators_lead", blocks(parts))


def has_map(library: Library, indicator: Indicator) -> bool:
    """True for an indicator that one edition gives for enough countries to be ranked and drawn as a map."""
    edition = best(library, indicator.id)
    if not edition:
        return False
    having = len(edition.values) + len(list(others(library, edition)))
    return len(edition.values) >= 2 and len(edition.values) >= RANKED_FROM * having


def indicator_page(ctx: PageContext, indicator: Indicator) -> Page:
    """One indicator in one language."""
    ctx = ctx.at(indicator_path(indicator.id))
    words, edition = ctx.words, best(ctx.library, indicator.id)
    name = words.pick(indicator.name)[0]
    body = blocks([
        el("p", words.text(indicator.definition), cls="lead"),
        _facts(ctx, indicator),
        *_caveats(ctx, indicator),
        *(_ranking(ctx, indicator, edition) if edition else _pairs(ctx, indicator)),
        download(ctx, "statistics", "data_download_all"),
        el("p", el("a", words("indicators_title"), href=ctx.link("indicateurs/index.md"), cls="button")),
    ])  # fmt: skip
    checked = [s.checked for c in ctx.library.countries.values() for s in c.series(indicator.id)]
    return Page(
        kind="indicator", id=indicator.id, language=words.language, path=ctx.path, title=name,
        description=words.pick(indicator.definition)[0][:155], body=body, state=ctx.state,
        updated=max(checked, default=ctx.freshness.today), keywords=tuple(dict.fromkeys(indicator.name.values())),
        parents=((words.plain("indicators_title"), "indicateurs/index.md"),),
        edit=ctx.library.lines.get(("indicators", indicator.id)),
    )  # fmt: skip


def _facts(ctx: PageContext, indicator: Indicator) -> Html:
    words, library = ctx.words, ctx.library
    cited = sorted({s.source for c in library.countries.values() for s in c.series(indicator.id)})
    sources = join(el("li", _source(ctx, i)) for i in cited if i in library.sources)
    return definitions([
        (words("unit"), words(f"unit_{indicator.unit.value}")),
        (words("source"), el("ul", sources) if sources else words("not_known")),
        (words("how_made"), words.text(indicator.method) or words("not_known")),
    ])  # fmt: skip


def _source(ctx: PageContext, identifier: str) -> Html:
    source = ctx.library.sources[identifier]
    return join([source_link(ctx, identifier), cite(ctx, source), source.licence, ctx.words("read_on", date=ctx.words.date(source.read))], " · ")


def _caveats(ctx: PageContext, indicator: Indicator) -> list[object]:
    general = [c for c in indicator.caveats if not c.countries]
    if not general:
        return []
    items = (
        el("li", words_of, join([" (", source_link(ctx, c.source), ")"]) if c.source else "")
        for c in general for words_of in [ctx.words.text(c.text)]
    )  # fmt: skip
    return [heading(ctx.words("indicator_beware"), "attention"), el("ul", *items)]


def _ranking(ctx: PageContext, indicator: Indicator, edition: Edition) -> list[object]:
    words = ctx.words
    if not has_map(ctx.library, indicator):
        return [heading(words("by_country"), "pays"), el("p", words("years_differ"), cls="note"),
                fold(words("all_countries"), "tableau", [_own_years(ctx, indicator, _all(ctx, edition))])]
    upward = indicator.unit == Unit.SCORE
    rows = sorted(edition.values.items(), key=lambda r: (r[1] if upward else -r[1], r[0]))
    table = el("table", unit_caption(ctx, indicator.unit), el("thead", _head(ctx, "rank", "country", "value")), el("tbody", *(
        el("tr", el("td", n), el("th", _place(ctx, code, indicator.id), scope="row"), value_cell(ctx, indicator.unit, v), id=code.lower())
        for n, (code, v) in enumerate(rows, 1))), cls="ranks")  # fmt: skip
    left = list(others(ctx.library, edition))
    apart = [heading(words("other_years"), "autres-annees", 3), el("p", words("other_years_note"), cls="note"), _own_years(ctx, indicator, left)]
    return [
        heading(words("by_country"), "pays"),
        el("p", words("one_edition", year=edition.year, count=len(rows)), " ", words("source"), colon(words), source_link(ctx, edition.source), cls="note"),
        el("p", el("a", words("see_map"), href=ctx.link(indicator_map_path(indicator.id)), cls="button")),
        _picture(ctx, indicator, edition, rows[:_DRAWN]),
        fold(words("all_countries"), "tableau", [table, *(apart if left else [])], len(rows) + len(left)),
    ]  # fmt: skip


def _all(ctx: PageContext, edition: Edition) -> list[tuple[str, str, int, float]]:
    own = [(code, edition.source, edition.year, value) for code, value in edition.values.items()]
    return own + list(others(ctx.library, edition))


def _own_years(ctx: PageContext, indicator: Indicator, rows: list[tuple[str, str, int, float]]) -> Html:
    """Countries in alphabetical order, each with its own year and source: no ranking, no total."""
    ordered = sorted(rows, key=lambda r: ctx.words.sort(ctx.words.country(r[0])))
    return el("table", unit_caption(ctx, indicator.unit), el("thead", _head(ctx, "country", "year", "value")), el("tbody", *(
        el("tr", el("th", _place(ctx, code, indicator.id), scope="row"), el("td", year),
           value_cell(ctx, indicator.unit, v, el("br"), el("small", source_link(ctx, source))))
        for code, source, year, v in ordered)))  # fmt: skip


def _head(ctx: PageContext, *keys: str) -> Html:
    return el("tr", *(el("th", ctx.words(key), scope="col") for key in keys))


def _place(ctx: PageContext, code: str, indicator: str) -> Html:
    """A country, linked to this figure on its profile."""
    country = ctx.library.countries[code]
    return el("a", ctx.words.country(code), href=ctx.link(figure_path(country, indicator)))


def _picture(ctx: PageContext, indicator: Indicator, edition: Edition, rows: list[tuple[str, float]]) -> Html:
    """The first of the ranking as bars; nothing where a value is below zero."""
    if indicator.unit == Unit.SCORE or any(value < 0 for _, value in rows):
        return Html("")
    words = ctx.words
    title = said(words, "chart_first", count=len(rows), name=named(ctx, indicator.id).text, year=edition.year)
    bars = [Bar(Said(words.country(c)), c, v, show(words, indicator.unit)(v), indicator=indicator.id) for c, v in rows]
    about = Said(", ".join(f"{b.name.text} {b.shown.text}" for b in bars))
    return figure_of_edition(ctx, title, bar_chart(Frame("chart-" + slug_of_indicator(indicator.id), title, about), bars), edition.source)


def _pairs(ctx: PageContext, indicator: Indicator) -> list[object]:
    """The largest rows of a table from country to country."""
    year, source, rows = pairs(ctx.library, indicator.id)
    words = ctx.words
    if not rows:
        return [heading(words("by_country"), "pays"), el("p", words("not_known"))]
    first, second = ("country", "country_from") if indicator.id.endswith("_from") else ("country", "country_to")
    table = el("table", unit_caption(ctx, indicator.unit), el("thead", _head(ctx, first, second, "value")), el("tbody", *(
        el("tr", el("th", country_name(ctx, here), scope="row"), el("td", country_name(ctx, there)), value_cell(ctx, indicator.unit, v))
        for here, there, v in rows[:_PAIRS])))  # fmt: skip
    counted = words("largest_pairs", count=min(_PAIRS, len(rows)), total=len(rows), year=year)
    note = el("p", counted, " ", words("source"), colon(words), source_link(ctx, source), cls="note")
    return [heading(words("by_country"), "pays"), note, fold(words("all_rows"), "tableau", [table], len(rows[:_PAIRS]))]
