"""Sentences of guides that rest on articles: what a reader is told as law, and what a lawyer is asked to read."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rsmms.joins.bindings import Binding, binding, strongest
from rsmms.joins.citations import UNTRANSLATED
from rsmms.joins.origins import MARK, Origin, kind_of, origin_of_mark
from rsmms.model.country import Country
from rsmms.model.library import Library
from rsmms.model.written import Unit, Written

LAW = "loi"
"""The section of a guide that says what the law says."""
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of a guide with the articles behind it."""

    id: str
    """The situation and its articles: ``passport-kept/icrmw:21``; a second sentence on the same ones has ``.2``."""
    text: str
    """Empty for an article that the header names and no sentence cites: its own plain words stand for it."""
    language: str
    articles: tuple[str, ...]
    """As marks name them: ``c189:9(c)``."""
    only: tuple[str, ...] = ()
    """Countries (alpha-3) that the sentence is about; empty for all."""

    def bindings(self, library: Library, country: Country) -> tuple[Binding, ...]:
        """The strongest texts for this sentence in a country."""
        return strongest(found for mark in self.articles if (found := binding(library, country, mark)))


def claims_of(french: Written, own: Written | None = None) -> tuple[Claim, ...]:
    """The sentences of a guide that cite articles, in the reader's language or in French; then articles of its header that none cites."""
    said = tuple(_claims(french, own))
    cited = [mark for claim in said for mark in claim.articles]
    marks = [f"{c.instrument}:{c.article}" for c in french.front.articles]
    more = (m for m in marks if not any(c == m or c.startswith(f"{m}(") for c in cited))
    return said + tuple(Claim(f"{french.front.id}/{mark}", "", french.language, (mark,)) for mark in more)


def _claims(french: Written, own: Written | None) -> Iterator[Claim]:
    section, mine = french.section(LAW), own.section(LAW) if own else None
    paired = section is not None and mine is not None and len(mine.units) == len(section.units)
    seen: Counter[tuple[str, ...]] = Counter()
    for number, unit in enumerate(section.units if section else ()):
        marks = MARK.findall(unit.text)
        articles = tuple(mark for mark in marks if origin_of_mark(mark) == Origin.LAW)
        if not articles:
            continue
        seen[articles] += 1
        name = f"{french.front.id}/{'+'.join(articles)}" + (f".{seen[articles]}" if seen[articles] > 1 else "")
        shown, language = _shown(unit, mine.units[number] if paired and mine else None, french, own)
        only = tuple(code for mark in marks if kind_of(mark) == "in" for code in mark[3:].split(","))
        yield Claim(name, _bare(shown), language, articles, only)


def _shown(unit: Unit, other: Unit | None, french: Written, own: Written | None) -> tuple[str, str]:
    if other is None or own is None or other.text.strip().startswith(UNTRANSLATED):
        return unit.text, french.language
    return other.text, own.language


def _bare(text: str) -> str:
    """The words alone: no mark, no emphasis, links as their text."""
    return " ".join(_LINK.sub(r"\1", MARK.sub("", text)).replace("**", "").split())
