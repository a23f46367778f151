"""Every claim of law that the site makes about a country, one line each with its origin: for a lawyer, on a page and on paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rsmms.joins.bindings import Binding, Force, binding
from rsmms.joins.claims import Claim
from rsmms.layout.page import PageContext
from rsmms.model.base import Reviewed, Text
from rsmms.model.country import Country, Status

GROUPS = ("articles", "deadlines", "law", "treaties", "zones", "open")
"""Kinds of lines in their order; each has its title in the site's texts."""


@dataclass(frozen=True, slots=True)
class LegalItem:
    """One line for a lawyer: what the site says, in which language, where it comes from, and who has read it."""

    id: str
    """Where what comes back is entered: ``law/passport-2015``, ``articles/c189:9(c)``."""
    group: str
    said: str
    language: str
    origin: str
    reviewed: Reviewed | None = None


def legal_items(ctx: PageContext, country: Country, claims: Sequence[Claim]) -> tuple[LegalItem, ...]:
    """All lines about a country, group by group. ``claims`` are the sentences of all guides."""
    made = (*_articles(ctx, country, claims), *_deadlines(ctx, country), *_laws(ctx, country), *_treaties(ctx, country),
            *_zones(ctx, country), *_open(ctx, country))  # fmt: skip
    return tuple(sorted(made, key=lambda item: GROUPS.index(item.group)))


def _articles(ctx: PageContext, country: Country, claims: Sequence[Claim]) -> Iterator[LegalItem]:
    """Each article once, in the order of the guides, with what it is worth here and the text that decides."""
    read: Mapping[str, Reviewed] = {r.article: r for r in country.article_reviews}
    marks = dict.fromkeys(m for c in claims if not c.only or country.id in c.only for m in c.articles)
    for mark in marks:
        found = binding(ctx.library, country, mark)
        if found:
            text, language = ctx.words.pick(found.article.text)
            worth = ctx.words.plain(say(found))
            yield LegalItem(f"articles/{mark}", "articles", f"{worth} {text}", language, decided_by(ctx, found), read.get(mark))


def say(found: Binding) -> str:
    """The key of the words before a sentence about an article; what nobody knows is told apart from a no."""
    return "say_unknown" if found.force == Force.ASK and found.status == Status.UNKNOWN else f"say_{found.force.value}"


def decided_by(ctx: PageContext, found: Binding) -> str:
    """The article with its status here, and the law or region that gives the same where it is the stronger text."""
    words = ctx.words
    status = f"{found.instrument.code} art. {found.number} ({words.plain(f'status_{found.status.value}')})"
    other = found.law.title if found.law else found.zone.acronym if found.zone else None
    return f"{words.pick(other)[0]} ; {status}" if other else status


def _deadlines(ctx: PageContext, country: Country) -> Iterator[LegalItem]:
    for one in ctx.library.deadlines.values():
        if one.country == country.id:
            said, language = _joined(ctx, one.counted_from, one.stops, one.body)
            length = ctx.words.plain(f"deadline_{one.unit.value.removesuffix('s')}{'' if one.limit == 1 else 's'}", count=one.limit)
            yield LegalItem(f"deadlines/{one.id}", "deadlines", f"{length}. {said}", language, _origin(ctx, one.source, one.article), one.reviewed)


def _laws(ctx: PageContext, country: Country) -> Iterator[LegalItem]:
    for note in country.law:
        said, language = _joined(ctx, note.title, note.summary, note.leaves_out)
        yield LegalItem(f"law/{note.id}", "law", said, language, _origin(ctx, note.source, note.article), note.reviewed)


def _treaties(ctx: PageContext, country: Country) -> Iterator[LegalItem]:
    words = ctx.words
    for identifier, instrument in ctx.library.instruments.items():
        fact = country.ratification(identifier)
        if fact and fact.status != Status.UNKNOWN:
            day = f" ({words.date(fact.date)})" if fact.date else ""
            said = f"{instrument.code}, {words.pick(instrument.short_name)[0]} : {words.plain(f'status_{fact.status.value}')}{day}"
            yield LegalItem(f"treaties/{identifier}", "treaties", said, words.language, _origin(ctx, fact.source), fact.reviewed)


def _zones(ctx: PageContext, country: Country) -> Iterator[LegalItem]:
    for zone, member in ctx.library.zones_of(country.id):
        for grant in zone.grants if zone.claimable and not member.until else ():
            if country.id not in grant.not_in:
                said, language = _joined(ctx, zone.acronym, grant.title, grant.text)
                yield LegalItem(f"zones/{zone.id}/{grant.id}", "zones", said, language, _origin(ctx, grant.source, grant.basis), grant.reviewed)


def _open(ctx: PageContext, country: Country) -> Iterator[LegalItem]:
    """Questions without an answer in any text at hand; what somebody remembers of them is not shown."""
    for one in ctx.library.to_read.values():
        if one.country == country.id:
            said, language = ctx.words.pick(one.question)
            yield LegalItem(f"open/{one.id}", "open", said, language, one.look_at or "–")


def _joined(ctx: PageContext, *texts: Text | None) -> tuple[str, str]:
    """Several texts of one fact as sentences, in the reader's language if all have it, else in French."""
    given = [text for text in texts if text]
    language = ctx.words.language if all(ctx.words.language in text for text in given) else "fr"
    return " ".join(f"{text[language].rstrip('.')}." for text in given), language


def _origin(ctx: PageContext, source: str, place: Text | str | None = None) -> str:
    """The publisher of the source, after the article it was read for."""
    known = ctx.library.sources.get(source)
    named = ctx.words.pick(place)[0] if isinstance(place, dict) else place
    return " – ".join(filter(None, (named, known.publisher if known else source)))
