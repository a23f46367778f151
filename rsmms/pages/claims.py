"""Sentences of guides in one country, each worded as a right, a promise or something to ask for."""

from collections.abc import Sequence

from rsmms.joins.bindings import Binding, Force
from rsmms.joins.claims import Claim
from rsmms.language.addresses import article_anchor, country_path, instrument_path, zone_path
from rsmms.language.html import Html, el, join
from rsmms.layout.facts import confidence_mark, doubt_mark
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence
from rsmms.model.country import Country, Status


def claims_by_force(ctx: PageContext, claims: Sequence[Claim], country: Country) -> Html:
    """All sentences of a guide that concern a country, the rights first, under what each group is worth."""
    found = [(claim, claim.bindings(ctx.library, country)) for claim in claims if not claim.only or country.id in claim.only]
    parts: list[object] = []
    for force in Force:
        listed = [(claim, texts) for claim, texts in found if texts and texts[0].force == force]
        if listed:
            items = (_sentence(ctx, claim, texts, country) for claim, texts in listed)
            parts += [el("h4", ctx.words(f"force_{force.value}")), el("p", ctx.words(f"force_{force.value}_note"), cls="note")]
            parts.append(el("ul", *items, cls=f"facts {force.value}"))
    return join(parts)


def _sentence(ctx: PageContext, claim: Claim, texts: tuple[Binding, ...], country: Country) -> Html:
    """One sentence after the words that say what it is worth here, and the texts behind it."""
    words = ctx.words
    marked = claim.text if claim.language == words.language else el("span", claim.text, lang=claim.language)
    said = marked if claim.text else words.text(texts[0].article.text)
    return el("li", el("strong", words(wording(texts))), " ", said, " ", join((_text(ctx, b, country) for b in texts), " · "))


def wording(texts: Sequence[Binding]) -> str:
    """The key of the words before a sentence: what we do not know is told apart from a no."""
    unknown = texts[0].force == Force.ASK and all(b.status == Status.UNKNOWN for b in texts)
    return "say_unknown" if unknown else f"say_{texts[0].force.value}"


def _text(ctx: PageContext, found: Binding, country: Country) -> Html:
    """The text that decides: the law of the country, the rules of the region, or the article with its status."""
    words = ctx.words
    if found.law:
        return el("a", words.text(found.law.title), href=ctx.link(f"{country_path(country.slug)}#{found.law.id}"), cls="origin")
    if found.zone:
        return el("a", words.text(found.zone.acronym), href=ctx.link(zone_path(found.zone.id)), cls="origin")
    link = ctx.link(f"{instrument_path(found.instrument.slug)}#{article_anchor(found.part, found.article)}")
    since = found.ratification.date if found.ratification and found.force != Force.ASK else None
    named = el("a", f"{found.instrument.code} art. {found.number}", href=link, cls="origin")
    doubt = confidence_mark(ctx, found.ratification.confidence) if found.ratification else ""
    unread = doubt_mark(ctx, "doubt_article_unread") if found.article.confidence == Confidence.UNCONFIRMED else ""
    return join([named, f"({words.date(since)})" if since else words(f"status_{found.status.value}"), doubt, unread], " ")
