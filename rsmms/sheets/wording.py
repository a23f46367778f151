"""Texts for templates: never markup, always with the language they are in.

A text is a string, or ``{"t": text, ...}`` with ``b`` (bold), ``lang`` (another language than the sheet's),
``small`` (origin of a step), ``url``; or a list of these. The templates print strings as they are.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rsmms.joins.citations import CITATION, CitationError, resolve_citation
from rsmms.joins.origins import ADVICE, DOUBT, Origin, origin_of_mark, reason_key
from rsmms.language.contact_text import shown_number
from rsmms.language.html import allowed_link
from rsmms.language.words import SOURCE_LANGUAGE, colon
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence

Say = str | dict[str, Any] | list[Any]
_INLINE = re.compile(
    r"\[\[(?P<mark>[^\[\]\n]+)\]\]|\*\*(?P<bold>.+?)\*\*|\[(?P<text>[^\[\]]*)\]\((?P<url>[^()\s]*)\)|\\(?P<escaped>[^\w\s])"
)
_LONGEST = 46
"""Letters of a word that fits into every column; longer ones get places to break."""
_LONG = re.compile(rf"[^\s\u200b]{{{_LONGEST},}}")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff]")


def label(ctx: PageContext, key: str, **values: object) -> Say:
    """A text of the site; French is marked as French where the language lacks it."""
    text = ctx.words.plain(key, **values)
    return text if ctx.words.has(key) else other(ctx, text, SOURCE_LANGUAGE)


def labels(ctx: PageContext, *keys: str) -> dict[str, Say]:
    """Several texts of the site by key, for a template."""
    return {key: label(ctx, key) for key in keys}


def fact(ctx: PageContext, text: Mapping[str, str] | None) -> Say | None:
    """The text of a fact in the reader's language or in French; ``None`` if there is none."""
    return other(ctx, *ctx.words.pick(text)) if text else None


def other(ctx: PageContext, text: str, language: str) -> Say:
    """A text with its language, where that is not the sheet's."""
    return text if language == ctx.words.language else {"t": text, "lang": language}


def doubt(ctx: PageContext, confidence: Confidence) -> Say | None:
    """"To be confirmed" with the reason, or "the sources disagree"; ``None`` for a fact that stands."""
    if confidence == Confidence.UNCONFIRMED:
        return explained(ctx, "doubt_no_source")
    return label(ctx, "disputed") if confidence == Confidence.DISPUTED else None


def explained(ctx: PageContext, why: str) -> Say:
    """"To be confirmed" with its explanation; ``why`` is the key of that sentence."""
    return [small(ctx, "to_confirm"), colon(ctx.words), small(ctx, why)]


def small(ctx: PageContext, key: str) -> dict[str, Any]:
    """A text of the site in small letters, with its language where it is not the sheet's."""
    said = label(ctx, key)
    return {**(said if isinstance(said, dict) else {"t": said}), "small": True}


@dataclass
class Notes:
    """The sources that a sheet cites, numbered in the order of their first mention."""

    ctx: PageContext
    cited: list[str] = field(default_factory=list)
    unsure: bool = False
    """True once the sign of doubt was printed: the sheet then explains it."""

    def number(self, source: str) -> int:
        """The number of a source in the list at the end."""
        if source not in self.cited:
            self.cited.append(source)
        return self.cited.index(source) + 1

    def listed(self) -> list[dict[str, Any]]:
        """The list at the end: number, publisher and title in their own language, day of reading."""
        library, words = self.ctx.library, self.ctx.words
        found = ((n, library.sources[i]) for n, i in enumerate(self.cited, 1) if i in library.sources)
        same = self.same_day()
        return [
            {"n": n, "text": other(self.ctx, f"{s.publisher}, {s.title}", s.language or words.language),
             "brief": s.publisher, "read": None if same else words.date(s.read)}
            for n, s in found
        ]  # fmt: skip

    def same_day(self) -> date | None:
        """The day on which all sources were read, if it is one day: then it is said once."""
        days = {self.ctx.library.sources[i].read for i in self.cited if i in self.ctx.library.sources}
        return days.pop() if len(days) == 1 else None

    def rich(self, text: str) -> list[Say]:
        """Hand-written text with bold words, links and marks made into pieces."""
        pieces: list[Say] = []
        at, law_until = 0, -1
        for match in _INLINE.finditer(text):
            made = self._piece(match)
            if match["mark"] and origin_of_mark(match["mark"]) == Origin.LAW:
                made = made if law_until == match.start() - 1 else [self._where(), *made]
                law_until = match.end()
            quiet = bool(made) and isinstance(made[0], dict) and bool(made[0].get("small"))
            before = text[at : match.start()]
            pieces += [before.rstrip() if quiet else before, *made]
            at = match.end()
        return [p for p in (*pieces, text[at:]) if p]

    def _where(self) -> Say:
        """Before the first of the articles that follow each other: they count where the convention is ratified."""
        return small(self.ctx, "where_ratified_short")

    def _piece(self, match: re.Match[str]) -> list[Say]:
        if match["mark"]:
            return self._mark(match["mark"])
        if match["bold"]:
            return [{"t": piece, "b": True} if isinstance(piece, str) else piece for piece in self.rich(match["bold"])]
        if match["escaped"]:
            return [match["escaped"]]
        url = match["url"]
        outside = url.startswith(("https://", "tel:", "mailto:")) and allowed_link(url)
        return [{"t": match["text"], "url": url} if outside else match["text"]]

    def _mark(self, mark: str) -> list[Say]:
        kind, _, rest = mark.partition(":")
        if mark == ADVICE:
            return []
        if kind == DOUBT:
            return [explained(self.ctx, reason_key(rest))]
        if kind == "src":
            return [{"t": f"[{self.number(rest)}]", "small": True, "ref": True}]
        if kind == "in":
            names = ", ".join(self.ctx.words.country(code) for code in rest.split(","))
            return [{"t": names + colon(self.ctx.words).rstrip(), "b": True}]
        if kind == "call":
            return self._numbers(rest)
        if kind == "rescue":
            return []
        citation = CITATION.fullmatch(mark)
        found = resolve_citation(self.ctx.library, citation[1], citation[3], citation[2]) if citation else CitationError("P004", {})
        assert citation  # noqa: S101 - pages are checked before sheets are made
        assert not isinstance(found, CitationError)  # noqa: S101
        return [{"t": f"{found[0].code}\u00a0art.\u00a0{citation[3]}", "small": True}]


    def _numbers(self, identifier: str) -> list[Say]:
        """The first number of a contact in bold; paper has no room for more (``rescue`` lists stay on the page)."""
        phone = self.ctx.library.contact_by_id[identifier].phones[0]
        return [{"t": shown_number(phone.number, self.ctx.library.country_of.get(identifier, "")), "b": True}]


_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ«“ƉƐƑƔŊƆƲ])")


def brief(ctx: PageContext, text: Mapping[str, str] | None, sentences: int = 2) -> Say | None:
    """The first sentences of the text of a fact."""
    if not text:
        return None
    chosen, language = ctx.words.pick(text)
    return other(ctx, " ".join(_SENTENCE.split(chosen)[:sentences]), language)


def clean(value: Any) -> Any:
    """All texts of a content in NFC, without invisible letters; very long words may break."""
    if type(value) is str:
        return _clean_text(value)
    if type(value) is dict:
        return {key: clean(inner) for key, inner in value.items()}
    if type(value) in (list, tuple):
        return [clean(inner) for inner in value]
    return value


def _clean_text(text: str) -> str:
    if not text.isascii() or not text.isprintable():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if len(text) < _LONGEST:
        return text
    return _LONG.sub(lambda m: "\u200b".join(m[0][i : i + 20] for i in range(0, len(m[0]), 20)), text)
