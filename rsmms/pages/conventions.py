"""Treaties: an index, a page for each, with every article in plain words."""

from rsmms.language.addresses import MATRIX_PATH, article_anchor, country_path, instrument_map_path, instrument_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.facts import confidence_mark, definitions, overdue, source_link, time
from rsmms.layout.page import Page, PageContext
from rsmms.model.base import Confidence
from rsmms.model.country import Status
from rsmms.model.instrument import Article, ComplaintRoute, Instrument, Part
from rsmms.pages.folds import folded

_BOUND = (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE)


def convention_page(ctx: PageContext, instrument: Instrument) -> Page:
    """One treaty in one language."""
    ctx = ctx.at(instrument_path(instrument.slug))
    words = ctx.words
    short, _ = words.pick(instrument.short_name)
    body = folded(blocks([
        el("p", words.text(instrument.summary), cls="lead"),
        _list(ctx, "for_you", "pour-vous", instrument),
        _paragraph(ctx, "who_is_covered", "qui", instrument.covers),
        _paragraph(ctx, "who_is_not", "exclus", instrument.excludes),
        _facts(ctx, instrument),
        *_articles(ctx, instrument),
        *_complaints(ctx, instrument),
        _bound(ctx, instrument),
    ]), shown=("pour-vous",))  # fmt: skip
    return Page(
        kind="convention", id=instrument.id, language=words.language, path=ctx.path,
        title=f"{instrument.code} – {short}", short=short, description=words.pick(instrument.summary)[0][:155],
        body=body, state=ctx.state, updated=instrument.checked, group="conventions",
        keywords=_codes(instrument), parents=((words.plain("nav_conventions"), "conventions/index.md"),),
        edit=ctx.library.lines.get(("instruments", instrument.id)),
    )  # fmt: skip


def _codes(instrument: Instrument) -> tuple[str, ...]:
    number = str(instrument.number or "")
    titles = [*instrument.title.values(), *instrument.short_name.values()]
    codes = [instrument.code, instrument.id, instrument.slug, number, f"convention {number}" if number else ""]
    return tuple(dict.fromkeys(c for c in codes + titles if c))


def _paragraph(ctx: PageContext, key: str, anchor: str, text: dict[str, str] | None) -> str:
    return blocks([heading(ctx.words(key), anchor), el("p", ctx.words.text(text))]) if text else ""


def _list(ctx: PageContext, key: str, anchor: str, instrument: Instrument) -> str:
    if not instrument.for_workers:
        return ""
    items = (el("li", ctx.words.text(t)) for t in instrument.for_workers)
    return blocks([heading(ctx.words(key), anchor), el("ul", *items, cls="big")])


def _facts(ctx: PageContext, instrument: Instrument) -> str:
    words = ctx.words
    parties = instrument.parties
    rows: list[tuple[object, object]] = [
        (words("official_title"), words.text(instrument.long_title or instrument.title)),
        (words("adopted"), join([time(ctx, instrument.adopted), instrument.adopted_at], ", ")),
        (words("entered_force"), time(ctx, instrument.in_force)),
    ]
    if parties:
        count = words("parties_count", count=parties.count, date=words.date(parties.as_of))
        note = el("span", words.text(parties.note), cls="note") if parties.note else ""
        rows.append((words("parties"), join([count, source_link(ctx, parties.source), note], " · ")))
    for key in ("structure", "exclusions", "supplemented_by"):
        name = {"exclusions": "state_may_exclude", "supplemented_by": "supplemented"}.get(key, key)
        if getattr(instrument, key):
            rows.append((words(name), words.text(getattr(instrument, key))))
    url = instrument.text_url
    link = el("a", url.split("/")[2], href=url, rel="noopener noreferrer") if url.startswith("https://") else url
    checked = words("checked_on", date=words.date(instrument.checked))
    source = join([source_link(ctx, instrument.source), " · ", checked, overdue(ctx, instrument.checked, "treaty")])
    rows += [(words("official_text"), link), (words("source"), source)]
    return blocks([heading(words("official_title"), "titre"), definitions(rows)])


def _articles(ctx: PageContext, instrument: Instrument) -> list[object]:
    if not instrument.parts:
        return []
    words = ctx.words
    return [heading(words("articles"), "articles"), el("p", words("our_words"), cls="note"), *(_part(ctx, p) for p in instrument.parts)]


def _part(ctx: PageContext, part: Part) -> str:
    words = ctx.words
    applies = el("p", words.text(part.applies_to), cls="note") if part.applies_to else ""
    items = (_article(ctx, part, article) for article in part.articles)
    return blocks([heading(words.text(part.title), part.id, 3), applies, el("ol", *items, cls="articles")])


def _article(ctx: PageContext, part: Part, article: Article) -> Html:
    words = ctx.words
    key = "annex_article" if part.annex else "article"
    doubt = confidence_mark(ctx, article.confidence) if article.confidence != Confidence.CONFIRMED else ""
    return el(
        "li", el("strong", words(key, number=article.number)), " ", doubt, el("p", words.text(article.text)),
        el("p", words.text(article.for_worker), cls="for-worker") if article.for_worker else "",
        id=article_anchor(part, article),
    )  # fmt: skip


def _complaints(ctx: PageContext, instrument: Instrument) -> list[object]:
    found = [ctx.library.routes[i] for i in instrument.complaint_routes if i in ctx.library.routes]
    if not found:
        return []
    return [heading(ctx.words("complaints"), "plainte"), *(_route(ctx, r) for r in found)]


def _route(ctx: PageContext, route: ComplaintRoute) -> Html:
    words = ctx.words
    rows = [(words(f"route_{k}"), words.text(getattr(route, k))) for k in ("who", "needs", "how", "basis")]
    source = el("p", words("source"), colon(words), source_link(ctx, route.source), cls="trail") if route.source else ""
    return el("div", el("h3", words.text(route.name), id=route.id), confidence_mark(ctx, route.confidence), definitions(rows), source, cls="card")


def _bound(ctx: PageContext, instrument: Instrument) -> str:
    words = ctx.words
    bound = [c for c in ctx.library.countries.values() if c.status(instrument.id) in _BOUND]
    names = sorted(((words.country(c.id), c) for c in bound), key=lambda pair: words.sort(pair[0]))
    items = (el("li", el("a", name, href=ctx.link(f"{country_path(c.slug)}#{instrument.id}"))) for name, c in names)
    return blocks([
        heading(words("who_ratified"), "pays"),
        el("p", words("bound_here"), f" ({len(names)})"),
        el("ul", *items, cls="columns"),
        el("p", el("a", words("matrix_title"), href=ctx.link(MATRIX_PATH), cls="button"), " ",
           el("a", words("see_map"), href=ctx.link(instrument_map_path(instrument.slug)), cls="button")),
    ])  # fmt: skip


def conventions_index(ctx: PageContext) -> Page:
    """All treaties, the three on migration first."""
    ctx = ctx.at("conventions/index.md")
    words = ctx.words
    cards = (
        el("li", el("a", el("strong", i.code), " ", el("span", words.text(i.short_name)), href=ctx.link(instrument_path(i.slug))))
        for i in ctx.library.instruments.values()
    )  # fmt: skip
    body = blocks([
        el("p", words("conventions_lead"), cls="lead"),
        el("ul", *cards, cls="cards"),
        el("p", el("a", words("matrix_title"), href=ctx.link(MATRIX_PATH), cls="button")),
    ])  # fmt: skip
    return ctx.overview("conventions", "nav_conventions", "conventions_lead", body, (i.checked for i in ctx.library.instruments.values()))
