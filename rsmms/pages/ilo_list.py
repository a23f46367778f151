"""The ILO's list of labour migration statistics as a checklist: what exists, what does not, who should make it."""

from rsmms.language.addresses import ILO_LIST_PATH, indicator_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.facts import confidence_mark, source_link, trail
from rsmms.layout.page import Page, PageContext
from rsmms.model.country import Country
from rsmms.model.ilo import IloAnswer, IloGroup, IloTable
from rsmms.pages.figures import country_name, figure_path
from rsmms.pages.folds import folded

FIRST = "TGO"
"""The country whose checklist was worked out with its own sources."""
_SOURCES = ("ilostat-ilo-description-international-labour", "vdocument-guidelines-concerning-statistics-of", "iom-dev-qed42-499296", "isi-next-view")


def ilo_list_page(ctx: PageContext) -> Page:
    """The whole checklist in one language."""
    ctx = ctx.at(ILO_LIST_PATH)
    words, library = ctx.words, ctx.library
    body = folded(blocks([
        el("p", words("ilo_list_lead"), cls="lead"),
        el("p", words("ilo_list_found"), cls="note"),
        heading(words("ilo_who"), "qui-compter"), el("p", words("ilo_who_text")),
        el("p", words("source"), colon(words), join((source_link(ctx, i) for i in _SOURCES if i in library.sources), " · "), cls="trail"),
        _first(ctx),
        heading(words("ilo_tables"), "liste"), el("p", words("ilo_tables_note"), cls="note"),
        *(_group(ctx, group) for group in library.ilo_groups.values()),
        heading(words("ilo_producers"), "producteurs"), _producers(ctx),
        heading(words("ilo_countries"), "pays"), el("p", words("ilo_countries_note")),
        el("details", el("summary", words("ilo_part_of")), _countries(ctx)),
    ]), shown=("qui-compter",))  # fmt: skip
    return Page(
        kind="indicator", id="ilo-list", language=words.language, path=ctx.path, title=words.plain("ilo_list_title"),
        description=words.plain("ilo_list_lead")[:155], body=body, state=ctx.state,
        updated=max((a.checked for a in library.ilo_answers.values()), default=ctx.freshness.today),
        parents=((words.plain("indicators_title"), "indicateurs/index.md"),), keywords=("ILMS", "ILOSTAT", "ICLS"),
    )  # fmt: skip


def _first(ctx: PageContext) -> str:
    """What is known in the first country: found, asked, expected."""
    country = ctx.library.countries.get(FIRST)
    found = [a for a in ctx.library.ilo_answers.values() if a.country == FIRST]
    if not country or not found:
        return ""
    name = ctx.words.country(FIRST)
    return blocks([heading(ctx.words("ilo_in_country", country=name), "togo"), *(_answer(ctx, a) for a in found)])


def _answer(ctx: PageContext, answer: IloAnswer) -> Html:
    words = ctx.words
    more = [source_link(ctx, i) for i in answer.more_sources]
    return el("div", el("h3", words.text(answer.title), id=answer.id), el("p", words.text(answer.text), " ", confidence_mark(ctx, answer.confidence)),
              el("p", trail(ctx, answer, "figure"), join([" · ", join(more, " · ")]) if more else "", cls="trail"), cls="card")  # fmt: skip


def _state(ctx: PageContext, country: Country, table: IloTable) -> Html:
    """A part was found, with a link to each figure; or no figure found. Never zero."""
    links = figures_of(ctx, country, table)
    if not links:
        return el("span", ctx.words("ilo_none"), cls="mark unknown")
    return join([el("span", ctx.words("ilo_part"), cls="mark signed_only"), " ", join(links, ", ")])


def figures_of(ctx: PageContext, country: Country, table: IloTable) -> list[Html]:
    """Figures of a country that answer a part of a table, linked to its profile."""
    return [
        el("a", ctx.words.text(ctx.library.indicators[i].name), href=ctx.link(figure_path(country, i)))
        for i in table.indicator if i in ctx.library.indicators and country.series(i)
    ]  # fmt: skip


def _makers(ctx: PageContext, table: IloTable) -> Html:
    known = ctx.library.ilo_producers
    return join((el("a", ctx.words.text(known[p].name), href=f"#{p}") for p in table.producers if p in known), ", ")


def _group(ctx: PageContext, group: IloGroup) -> str:
    listed = [t for t in ctx.library.ilo_tables.values() if t.group == group.id]
    return blocks([heading(ctx.words.text(group.title), group.id, 3), el("ol", *(_table(ctx, t) for t in listed), cls="articles")])


def _table(ctx: PageContext, table: IloTable) -> Html:
    words = ctx.words
    having = sum(bool(figures_of(ctx, c, table)) for c in ctx.library.countries.values())
    known = ctx.library.indicators
    links = join((el("a", words.text(known[i].name), href=ctx.link(indicator_path(i))) for i in table.indicator if i in known), ", ")
    part = el("p", words("ilo_part"), colon(words), words.text(table.part), " ", links, " · ", words("ilo_having", count=having)) if table.indicator else ""
    split = el("p", words("ilo_split"), colon(words), words.text(table.split)) if table.split else ""
    codes = el("p", join((el("code", c) for c in table.codes), " "), cls="trail") if table.codes else el("p", words("ilo_no_code"), cls="trail")
    first = ctx.library.countries.get(FIRST)
    here = el("p", words.country(FIRST), colon(words), _state(ctx, first, table)) if first else ""
    makers = el("p", words("ilo_maker"), colon(words), _makers(ctx, table))
    return el("li", el("strong", f"{table.number}. ", words.text(table.name)), split, here, part, makers, codes, id=table.id)


def _producers(ctx: PageContext) -> Html:
    words = ctx.words
    items = (
        el("li", el("strong", words.text(p.name)), " ", words.text(p.who), " ", words("ilo_tables_short"), " ",
           ", ".join(str(t.number) for t in ctx.library.ilo_tables.values() if p.id in t.producers), id=p.id)
        for p in ctx.library.ilo_producers.values()
    )  # fmt: skip
    return el("ul", *items, cls="facts")


def _countries(ctx: PageContext) -> Html:
    """Every country: the tables of which a part was found here; no figure for all others."""
    words, tables = ctx.words, list(ctx.library.ilo_tables.values())
    ordered = sorted(ctx.library.countries.values(), key=lambda c: words.sort(words.country(c.id)))
    rows = []
    for country in ordered:
        part = [t.number for t in tables if figures_of(ctx, country, t)]
        cells = (", ".join(map(str, part)) or "–", words(words.of_count("ilo_count", len(tables) - len(part)), count=len(tables) - len(part)))
        rows.append(el("tr", el("th", country_name(ctx, country.id), scope="row"), *(el("td", c) for c in cells)))
    head = el("tr", *(el("th", words(k), scope="col") for k in ("country", "ilo_part_of", "ilo_none")))
    return el("table", el("thead", head), el("tbody", *rows))
