"""A treaty on two pages: what it gives, to whom, its articles, who is bound, how to complain."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from rsmms.language.addresses import instrument_path
from rsmms.layout.page import PageContext
from rsmms.model.country import Status
from rsmms.model.instrument import Article, Instrument, Part
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named, texts
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import doubt, fact, label, other

_TITLES = (
    "for_you", "who_is_covered", "who_is_not", "articles", "our_words", "complaints", "sheet_bound_countries",
    "sheet_not_bound_countries", "sheet_unknown_countries", "official_text", "route_who", "route_how", "state_may_exclude",
    "sheet_signed_countries", "sheet_unknown_is_not_no",
)  # fmt: skip
_ARTICLES, _FEW = 34, 10
"""Articles printed on the sheet; all of them stand on the page."""
_LISTS = {
    Status.IN_FORCE: "bound", Status.RATIFIED_NOT_IN_FORCE: "signed", Status.SIGNED_ONLY: "signed",
    Status.NOT_RATIFIED: "free", Status.DENOUNCED: "free", Status.UNKNOWN: "unknown",
}  # fmt: skip


def instrument_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each treaty and complete language."""
    for instrument in world.library.instruments.values():
        cited = cited_articles(world, instrument)
        for language in world.complete:
            yield world.spec(
                "instrument", instrument.id, language, f"convention-{instrument.slug}", instrument_title(world.makers[language], instrument),
                instrument_path(instrument.slug), partial(instrument_content, instrument=instrument, cited=cited), data=("data/conventions.yaml",),
                brief=(9, 8.5, 8),
            )  # fmt: skip


def instrument_title(ctx: PageContext, instrument: Instrument) -> str:
    """Its code, and a name a worker understands."""
    return f"{instrument.code} – {ctx.words.pick(instrument.short_name)[0]}"


def instrument_content(ctx: PageContext, instrument: Instrument, cited: Mapping[tuple[str, str], int]) -> Content:
    """Everything on the sheet of a treaty."""
    facts = Facts(ctx)
    facts.seen("sheet_text", instrument.checked)
    words = ctx.words
    number = facts.notes.number(instrument.source)
    content = {
        "names": named(facts, *_TITLES), "code_name": instrument.code, "lead": fact(ctx, instrument.summary),
        "official": other(ctx, *words.pick(instrument.long_title or instrument.title)), "source": number,
        "adopted": label(ctx, "adopted_on", date=words.date(instrument.adopted)),
        "in_force": label(ctx, "in_force_since", date=words.date(instrument.in_force)),
        "parties": _parties(facts, instrument), "for_workers": texts(facts, instrument.for_workers),
        "covers": fact(ctx, instrument.covers), "excludes": fact(ctx, instrument.excludes),
        "exclusions": fact(ctx, instrument.exclusions), "text_url": instrument.text_url.split("/")[2],
        "articles": articles(facts, instrument, cited, _ARTICLES), "more_articles": _more(ctx, instrument, _ARTICLES),
        "few": articles(facts, instrument, cited, _FEW), "few_more": _more(ctx, instrument, _FEW),
        "countries": _countries(facts, instrument), "routes": _routes(facts, instrument),
    }  # fmt: skip
    return frame(facts, "instrument", instrument_title(ctx, instrument), **content)


def _parties(facts: Facts, instrument: Instrument) -> object:
    parties = instrument.parties
    if not parties:
        return None
    return label(facts.ctx, "parties_count", count=parties.count, date=facts.ctx.words.date(parties.as_of))


def articles(facts: Facts, instrument: Instrument, cited: Mapping[tuple[str, str], int], limit: int) -> list[dict[str, Any]]:
    """Articles in our own plain words: those that most situations cite, then those that speak to a worker."""
    ctx = facts.ctx
    every = [(part, article) for part in instrument.parts for article in part.articles]
    useful = sorted(range(len(every)), key=lambda n: _use(*every[n], cited))[:limit]
    return [
        {"number": label(ctx, "annex_article" if part.annex else "article", number=article.number),
         "text": fact(ctx, article.text), "doubt": doubt(ctx, article.confidence)}
        for part, article in (every[n] for n in sorted(useful))
    ]  # fmt: skip


def _use(part: Part, article: Article, cited: Mapping[tuple[str, str], int]) -> tuple[int, bool]:
    return -cited.get((part.id, article.number), 0), part.annex or not article.for_worker


def cited_articles(world: World, instrument: Instrument) -> Mapping[tuple[str, str], int]:
    """Part and number of the articles that situations rest on, and how many situations."""
    citations = [c for page in world.situations() for c in page.front.articles if c.treaty == instrument.id]
    found = (pair for c in citations for pair in instrument.cited(c.article, c.annex))
    return Counter((part.id, article.number) for part, article in found)


def _more(ctx: PageContext, instrument: Instrument, shown: int) -> object:
    count = sum(len(part.articles) for part in instrument.parts) - shown
    return label(ctx, "sheet_more", count=count) if count > 0 else None


def _countries(facts: Facts, instrument: Instrument) -> dict[str, list[str]]:
    """Names of the countries followed here, by where they stand."""
    words = facts.ctx.words
    lists: dict[str, list[str]] = {"bound": [], "signed": [], "free": [], "unknown": []}
    for country in facts.ctx.library.countries.values():
        if not instrument.concerns(country.id):
            continue
        found = country.ratification(instrument.id)
        if found:
            facts.seen("sheet_bound_countries", found.checked)
        lists[_LISTS[country.status(instrument.id)]].append(words.country(country.id))
    return {key: sorted(names, key=words.sort) for key, names in lists.items()}


def _routes(facts: Facts, instrument: Instrument) -> list[dict[str, Any]]:
    ctx = facts.ctx
    found = [ctx.library.routes[i] for i in instrument.complaint_routes if i in ctx.library.routes]
    return [{"name": fact(ctx, r.name), "who": fact(ctx, r.who), "how": fact(ctx, r.how), "doubt": doubt(ctx, r.confidence)} for r in found]
