"""Treaties: an index, a page for each, with every article in plain words."""

from rsmms.language.addresses import MATRIX_PATH, article_anchor, country_path, instrument_map_path, instrument_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.facts import confidence_mark, definitions, overdue, source_link, time
from rsmms.layout.page import Maker, Page
from rsmms.model.base import Confidence
from rsmms.model.country import Status
from rsmms.model.instrument import Article, ComplaintRoute, Instrument, Part

_BOUND = (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE)


def convention_page(make: Maker, instrument: Instrument) -> Page:
    """One treaty in one language."""
    make = make.at(instrument_path(instrument.slug))
    words = make.words
    short, _ = words.pick(instrument.short_name)
    body = blocks([
        el("p", words.text(instrument.summary), cls="lead"),
        _list(make, "for_you", "pour-vous", instrument),
        _paragraph(make, "who_is_covered", "qui", instrument.covers),
        _paragraph(make, "who_is_not", "exclus", instrument.excludes),
        _facts(make, instrument),
        *_articles(make, instrument),
        *_complaints(make, instrument),
        _bound(make, instrument),
    ])  # fmt: skip
    return Page(
        kind="convention", id=instrument.id, language=words.language, path=make.path,
        title=f"{instrument.code} – {short}", short=short, description=words.pick(instrument.summary)[0][:155],
        body=body, state=make.state, updated=instrument.checked, group="conventions",
        keywords=_codes(instrument), parents=((words.plain("nav_conventions"), "conventions/index.md"),),
        edit=make.library.lines.get(("instruments", instrument.id)),
    )  # fmt: skip


def _codes(instrument: Instrument) -> tuple[str, ...]:
    number = str(instrument.number or "")
    titles = [*instrument.title.values(), *instrument.short_name.values()]
    codes = [instrument.code, instrument.id, instrument.slug, number, f"convention {number}" if number else ""]
    return tuple(dict.fromkeys(c for c in codes + titles if c))


def _paragraph(make: Maker, key: str, anchor: str, text: dict[str, str] | None) -> str:
    return blocks([heading(make.words(key), anchor), el("p", make.words.text(text))]) if text else ""


def _list(make: Maker, key: str, anchor: str, instrument: Instrument) -> str:
    if not instrument.for_workers:
        return ""
    items = (el("li", make.words.text(t)) for t in instrument.for_workers)
    return blocks([heading(make.words(key), anchor), el("ul", *items, cls="big")])


def _facts(make: Maker, instrument: Instrument) -> str:
    words = make.words
    parties = instrument.parties
    rows: list[tuple[object, object]] = [
        (words("official_title"), words.text(instrument.long_title or instrument.title)),
        (words("adopted"), join([time(make, instrument.adopted), instrument.adopted_at], ", ")),
        (words("entered_force"), time(make, instrument.in_force)),
    ]
    if parties:
        count = words("parties_count", count=parties.count, date=words.date(parties.as_of))
        note = el("span", words.text(parties.note), cls="note") if parties.note else ""
        rows.append((words("parties"), join([count, source_link(make, parties.source), note], " · ")))
    for key in ("structure", "exclusions", "supplemented_by"):
        name = {"exclusions": "state_may_exclude", "supplemented_by": "supplemented"}.get(key, key)
        if getattr(instrument, key):
            rows.append((words(name), words.text(getattr(instrument, key))))
    url = instrument.text_url
    link = el("a", url.split("/")[2], href=url, rel="noopener noreferrer") if url.startswith("https://") else url
    checked = words("checked_on", date=words.date(instrument.checked))
    source = join([source_link(make, instrument.source), " · ", checked, overdue(make, instrument.checked, "treaty")])
    rows += [(words("official_text"), link), (words("source"), source)]
    return blocks([heading(words("official_title"), "titre"), definitions(rows)])


def _articles(make: Maker, instrument: Instrument) -> list[object]:
    if not instrument.parts:
        return []
    words = make.words
    return [heading(words("articles"), "articles"), el("p", words("our_words"), cls="note"), *(_part(make, p) for p in instrument.parts)]


def _part(make: Maker, part: Part) -> str:
    words = make.words
    applies = el("p", words.text(part.applies_to), cls="note") if part.applies_to else ""
    items = (_article(make, part, article) for article in part.articles)
    return blocks([heading(words.text(part.title), part.id, 3), applies, el("ol", *items, cls="articles")])


def _article(make: Maker, part: Part, article: Article) -> Html:
    words = make.words
    key = "annex_article" if part.annex else "article"
    doubt = confidence_mark(make, article.confidence) if article.confidence != Confidence.CONFIRMED else ""
    return el(
        "li", el("strong", words(key, number=article.number)), " ", doubt, el("p", words.text(article.text)),
        el("p", words.text(article.for_worker), cls="for-worker") if article.for_worker else "",
        id=article_anchor(part, article),
    )  # fmt: skip


def _complaints(make: Maker, instrument: Instrument) -> list[object]:
    found = [make.library.routes[i] for i in instrument.complaint_routes if i in make.library.routes]
    if not found:
        return []
    return [heading(make.words("complaints"), "plainte"), *(_route(make, r) for r in found)]


def _route(make: Maker, route: ComplaintRoute) -> Html:
    words = make.words
    rows = [(words(f"route_{k}"), words.text(getattr(route, k))) for k in ("who", "needs", "how", "basis")]
    source = el("p", words("source"), colon(words), source_link(make, route.source), cls="trail") if route.source else ""
    return el("div", el("h3", words.text(route.name), id=route.id), confidence_mark(make, route.confidence), definitions(rows), source, cls="card")


def _bound(make: Maker, instrument: Instrument) -> str:
    words = make.words
    bound = [c for c in make.library.countries.values() if c.status(instrument.id) in _BOUND]
    names = sorted(((words.country(c.id), c) for c in bound), key=lambda pair: words.sort(pair[0]))
    items = (el("li", el("a", name, href=make.link(f"{country_path(c.slug)}#{instrument.id}"))) for name, c in names)
    return blocks([
        heading(words("who_ratified"), "pays"),
        el("p", words("bound_here"), f" ({len(names)})"),
        el("ul", *items, cls="columns"),
        el("p", el("a", words("matrix_title"), href=make.link(MATRIX_PATH), cls="button"), " ",
           el("a", words("see_map"), href=make.link(instrument_map_path(instrument.slug)), cls="button")),
    ])  # fmt: skip


def conventions_index(make: Maker) -> Page:
    """All treaties, the three on migration first."""
    make = make.at("conventions/index.md")
    words = make.words
    cards = (
        el("li", el("a", el("strong", i.code), " ", el("span", words.text(i.short_name)), href=make.link(instrument_path(i.slug))))
        for i in make.library.instruments.values()
    )  # fmt: skip
    body = blocks([
        el("p", words("conventions_lead"), cls="lead"),
        el("ul", *cards, cls="cards"),
        el("p", el("a", words("matrix_title"), href=make.link(MATRIX_PATH), cls="button")),
    ])  # fmt: skip
    return make.overview("conventions", "nav_conventions", "conventions_lead", body, (i.checked for i in make.library.instruments.values()))
