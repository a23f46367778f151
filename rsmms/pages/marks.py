"""Marks in hand-written text: where a step comes from, where it applies, blocks made from data.

``[[c189:9]]`` an article · ``[[src:id]]`` a guide · ``[[?]]`` to be confirmed · ``[[in:BEL,FRA]]`` only there ·
``[[fr]]`` no translation yet · ``[[contacts:TGO:kinds]]`` contact cards · ``[[block:name]]`` a list made from data.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from rsmms.model import Article, Confidence, Instrument, Kind, Part
from rsmms.pages.conventions import article_anchor
from rsmms.pages.facts import source_link
from rsmms.pages.html import Html, blocks, el, heading, join, markdown_text
from rsmms.pages.page import Maker, instrument_path
from rsmms.problems import closest

MARK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
ORIGIN = re.compile(r"\[\[(?:\?|fr|[a-z0-9/-]+:[^\[\]\n]+)\]\]\s*$")
"""A mark that says where a step comes from, at the end of an item."""
BLOCK = re.compile(r"^\[\[(contacts|block):([^\[\]\n]+)\]\]$")
"""A mark that stands alone in a paragraph and becomes a block."""
UNTRANSLATED = "[[fr]]"
_CITATION = re.compile(r"([a-z0-9]+)(?:/([a-z0-9-]+))?:(.+)")


@dataclass(frozen=True)
class Fault:
    """Why a mark cannot be understood: rule, values, suggestion."""

    code: str
    values: dict[str, str]
    suggestion: str = ""


def cited(make: Maker, treaty: str, number: str, annex: str | None = None) -> tuple[Instrument, Part, Article] | Fault:
    """The treaty, part and first article that a citation means, or what is wrong with it."""
    instrument = make.library.instruments.get(treaty)
    if not instrument:
        return Fault("X001", {"found": treaty}, closest(treaty, make.library.instruments))
    found = make.library.cite(treaty, number, annex)
    if not found:
        numbers = [a.number for p in instrument.parts for a in p.articles]
        name = instrument.code + (f" {annex}" if annex else "")
        return Fault("X006", {"found": number, "instrument": name}, closest(number, numbers))
    return instrument, *found[0]


def fault(make: Maker, mark: str) -> Fault | None:
    """What is wrong with the inside of a mark; ``None`` if it can be shown."""
    kind, _, rest = mark.partition(":")
    if mark in ("?", "fr"):
        return None
    if kind == "src":
        return None if rest in make.library.sources else Fault("X004", {"found": rest}, closest(rest, make.library.sources))
    if kind == "in":
        wrong = next((c for c in rest.split(",") if not _is_country(make, c)), None)
        return Fault("X002", {"found": wrong}) if wrong else None
    if kind == "contacts":
        return _contacts_fault(make, mark, *rest.partition(":")[::2])
    if kind == "block":
        return None
    citation = _CITATION.fullmatch(mark)
    if not citation:
        return Fault("P004", {"found": mark})
    found = cited(make, citation[1], citation[3], citation[2])
    return found if isinstance(found, Fault) else None


def _contacts_fault(make: Maker, mark: str, country: str, kinds: str) -> Fault | None:
    if country not in make.library.contacts:
        return Fault("X002", {"found": country}, closest(country, make.library.contacts))
    return Fault("P004", {"found": mark}) if not {*kinds.split(",")} - {""} <= {k.value for k in Kind} else None


def _is_country(make: Maker, code: str) -> bool:
    try:
        make.words.country(code)
    except KeyError:
        return False
    return True


@dataclass
class Marks:
    """Turns marks of one page into links, and gathers its sources for the list at the end."""

    make: Maker
    cited: list[str] = field(default_factory=list)

    def shown(self, text: str) -> str:
        """Markdown with its marks replaced by small links and labels."""
        return MARK.sub(lambda match: markdown_text(Html(self.one(match[1]))), text)

    def one(self, mark: str) -> str:
        """The inside of one mark as HTML, for blocks in which no Markdown is read."""
        kind, _, rest = mark.partition(":")
        if mark == "?":
            return el("span", self.make.words("to_confirm"), cls="tbc")
        if mark == "fr":
            return ""
        if kind == "src":
            return self._source(rest)
        if kind == "in":
            names = ", ".join(self.make.words.country(c) for c in rest.split(","))
            return el("span", self.make.words("applies_in", countries=names), cls="only")
        return self._article(mark)

    def _source(self, identifier: str) -> Html:
        if identifier not in self.cited:
            self.cited.append(identifier)
        number = self.cited.index(identifier) + 1
        return el("a", f"[{number}]", href=f"#source-{number}", cls="origin")

    def _article(self, mark: str) -> Html:
        citation = _CITATION.fullmatch(mark)
        found = cited(self.make, citation[1], citation[3], citation[2]) if citation else Fault("P004", {})
        if isinstance(found, Fault) or not citation:
            return Html("")
        instrument, part, article = found
        link = self.make.link(f"{instrument_path(instrument.slug)}#{article_anchor(part, article)}")
        made = el("a", f"{instrument.code} art. {citation[3]}", href=link, cls="origin")
        unsure = article.confidence != Confidence.CONFIRMED
        return join([made, el("span", self.make.words("to_confirm"), cls="tbc") if unsure else ""], " ")

    def sources(self, listed: tuple[str, ...] = ()) -> str:
        """The numbered list of what the page cites; those of its header that no mark cites come last."""
        for identifier in listed:
            if identifier not in self.cited:
                self.cited.append(identifier)
        if not self.cited:
            return ""
        items = (self._entry(number, i) for number, i in enumerate(self.cited, 1))
        return blocks([heading(self.make.words("sources"), "sources"), el("ol", *items, cls="sources")])

    def _entry(self, number: int, identifier: str) -> Html:
        source, words = self.make.library.sources[identifier], self.make.words
        copied = join([" · ", words("copy_read")]) if source.copy_of else ""
        return el("li", source_link(self.make, identifier), ", ", el("cite", source.title), " – ",
                  words("read_on", date=words.date(source.read)), copied, id=f"source-{number}")  # fmt: skip


Block = Callable[[Maker, str], str]
