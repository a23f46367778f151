"""The A–Z of what people say, and the glossary."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.layout.page import Maker, Page
from rsmms.model.glossary import Term
from rsmms.pages.situations import Situation


def az_page(make: Maker, situations: Sequence[Situation]) -> Page:
    """Every word people say, and the situation it leads to; works without script."""
    make = make.at("a-z.md")
    words = make.words
    rows: dict[str, list[tuple[str, Situation]]] = defaultdict(list)
    for situation in situations:
        for said in {*situation.shown.words, situation.shown.title}:
            rows[_letter(words.sort(said)[0])].append((said, situation))
    parts: list[object] = [el("p", words("az_lead"), cls="lead"), _letters(sorted(rows))]
    for letter in sorted(rows):
        listed = sorted(rows[letter], key=lambda row: words.sort(row[0]))
        items = (el("li", el("a", said, href=make.link(s.path), lang=_lang(make, s))) for said, s in listed)
        parts += [heading(letter.upper(), f"l-{letter}"), el("ul", *items, cls="links")]
    return make.overview("a-z", "nav_az", "az_lead", blocks(parts), (s.shown.updated for s in situations))


def _lang(make: Maker, situation: Situation) -> str | None:
    return None if situation.language == make.words.language else situation.language


def _letter(folded: str) -> str:
    first = next((c for c in folded if c.isalnum()), "0")
    return first if unicodedata.category(first).startswith("L") else "0"


def _letters(letters: list[str]) -> Html:
    return el("p", join((el("a", x.upper(), href=f"#l-{x}") for x in letters), " "), cls="letters")


def glossary_page(make: Maker) -> Page:
    """Difficult words in one sentence each."""
    make = make.at("glossaire.md")
    words = make.words
    listed = sorted(make.library.glossary.values(), key=lambda t: words.sort(words.pick(t.term)[0]))
    body = blocks([el("p", words("glossary_lead"), cls="lead"), el("dl", *(_entry(make, t) for t in listed), cls="glossary")])
    return replace(make.overview("glossary", "nav_glossary", "glossary_lead", body), keywords=tuple(words.pick(t.term)[0] for t in listed))


def _entry(make: Maker, term: Term) -> Html:
    also = term.aliases.get(make.words.language, ())
    said = el("span", " (", ", ".join(also), ")", cls="note") if also else ""
    return join([el("dt", make.words.text(term.term), said, id=term.id), el("dd", make.words.text(term.definition))])
