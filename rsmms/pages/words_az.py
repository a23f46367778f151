"""The A–Z of what people say, and the glossary."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rsmms.language.alphabets import anchor
from rsmms.language.fold import fold
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.layout.page import Page, PageContext
from rsmms.model.glossary import Term
from rsmms.pages.folds import folded
from rsmms.pages.situations import Situation


def az_page(ctx: PageContext, situations: Sequence[Situation]) -> Page:
    """Every word people say, and the situation it leads to; works without script."""
    ctx = ctx.at("a-z.md")
    words = ctx.words
    rows: dict[str, list[tuple[str, Situation]]] = defaultdict(list)
    for situation in situations:
        for said in {fold(w): w for w in (*situation.shown.words, situation.shown.title)}.values():
            rows[words.initial(said)].append((said, situation))
    ordered = sorted(rows, key=words.sort)
    parts: list[object] = [el("p", words("az_lead"), cls="lead"), _letters(ordered)]
    for letter in ordered:
        listed = sorted(rows[letter], key=lambda row: words.sort(row[0]))
        items = (el("li", el("a", said, href=ctx.link(s.path), lang=_lang(ctx, s))) for said, s in listed)
        parts += [heading(letter.capitalize(), f"l-{anchor(letter)}"), el("ul", *items, cls="links")]
    return ctx.overview("a-z", "nav_az", "az_lead", folded(blocks(parts)), (s.shown.updated for s in situations))


def _lang(ctx: PageContext, situation: Situation) -> str | None:
    return None if situation.language == ctx.words.language else situation.language


def _letters(letters: list[str]) -> Html:
    return el("p", join((el("a", x.capitalize(), href=f"#l-{anchor(x)}") for x in letters), " "), cls="letters")


def glossary_page(ctx: PageContext) -> Page:
    """Difficult words in one sentence each."""
    ctx = ctx.at("glossaire.md")
    words = ctx.words
    listed = sorted(ctx.library.glossary.values(), key=lambda t: words.sort(words.pick(t.term)[0]))
    letters: dict[str, list[Term]] = defaultdict(list)
    for term in listed:
        letters[words.initial(words.pick(term.term)[0])].append(term)
    lists = (part for letter, found in letters.items() for part in _terms(ctx, letter, found))
    body = folded(blocks([el("p", words("glossary_lead"), cls="lead"), *lists]))
    return replace(ctx.overview("glossary", "nav_glossary", "glossary_lead", body), keywords=tuple(words.pick(t.term)[0] for t in listed))


def _terms(ctx: PageContext, letter: str, terms: Sequence[Term]) -> tuple[str, Html]:
    """The words under one letter."""
    return heading(letter.capitalize(), f"l-{anchor(letter)}"), el("dl", *(_entry(ctx, t) for t in terms), cls="glossary")


def _entry(ctx: PageContext, term: Term) -> Html:
    also = term.aliases.get(ctx.words.language, ())
    said = el("span", " (", ", ".join(also), ")", cls="note") if also else ""
    return join([el("dt", ctx.words.text(term.term), said, id=term.id), el("dd", ctx.words.text(term.definition))])
