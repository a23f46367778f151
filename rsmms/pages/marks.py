"""Marks in hand-written text: where a step comes from, where it applies, blocks made from data.

``[[c189:9]]`` an article · ``[[src:id]]`` a guide · ``[[advice]]`` the network's own · ``[[?:no-text]]`` to be confirmed, and why ·
``[[in:BEL,FRA]]`` only there ·
``[[call:int-alarm-phone]]`` the numbers of a contact · ``[[rescue:sea]]`` the first number of a service, country by country ·
``[[fr]]`` no translation yet · ``[[contacts:TGO:kinds]]`` contact cards · ``[[block:name]]`` a list made from data.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from rsmms.joins.citations import CITATION, CitationError, resolve_citation
from rsmms.joins.origins import ADVICE, DOUBT, MARK, REASONS, Origin, origin_of_mark, reason_key
from rsmms.language.addresses import article_anchor, instrument_path
from rsmms.language.contact_text import number_html
from rsmms.language.html import Html, blocks, el, heading, join, markdown_text
from rsmms.language.words import listed
from rsmms.layout.facts import cite, doubt_mark, source_link
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence
from rsmms.model.contact import Contact
from rsmms.model.emergency import Service, primary

_RUN = re.compile(rf" ?{MARK.pattern}(?:[ \n]*{MARK.pattern})*")
"""Marks that follow each other, with the space before them."""


@dataclass
class Marks:
    """Turns marks of one page into links, and gathers its sources for the list at the end."""

    ctx: PageContext
    cited: list[str] = field(default_factory=list)

    def shown(self, text: str) -> str:
        """Markdown with its marks replaced by small links and labels."""
        return _RUN.sub(lambda run: self._spaced(run[0], markdown_text(self._run(MARK.findall(run[0])))), text)

    @staticmethod
    def _spaced(run: str, made: str) -> str:
        """What marks became, after the space that stood before them; marks that show nothing leave no space."""
        return f" {made}" if made and run.startswith(" ") else made

    def _run(self, marks: list[str]) -> Html:
        """Marks that follow each other; before the first article stands that it counts where the convention is ratified."""
        made = [(origin_of_mark(mark) == Origin.LAW, shown) for mark in marks if (shown := self.one(mark))]
        first = next((number for number, (law, _) in enumerate(made) if law), -1)
        return join((join([self._where() if number == first else "", shown], " ") for number, (_, shown) in enumerate(made)), " ")

    def _where(self) -> Html:
        return el("span", self.ctx.words("where_ratified"), cls="where")

    def one(self, mark: str) -> Html:
        """The inside of one mark as HTML, for blocks in which no Markdown is read."""
        kind, _, rest = mark.partition(":")
        if kind == DOUBT:
            return doubt_mark(self.ctx, reason_key(rest) if rest in REASONS else "doubt_no_source")
        if mark in (ADVICE, "fr"):
            return Html("")
        if kind == "src":
            return self._source(rest)
        if kind == "in":
            names = listed(self.ctx.words.country(c) for c in rest.split(","))
            return el("span", self.ctx.words("applies_in", countries=names), cls="only")
        if kind == "call":
            return self._numbers(self.ctx.library.contact_by_id[rest])
        return self._rescue(Service(rest)) if kind == "rescue" else self._article(mark)

    def _numbers(self, contact: Contact) -> Html:
        """The numbers of a contact as links."""
        country = self.ctx.library.country_of.get(contact.id, "")
        return join((el("a", number_html(p.number, country), href=p.link, cls="number") for p in contact.phones), " · ")

    def _rescue(self, service: Service) -> Html:
        """The first number of a service in each country that has one of its own."""
        words, made = self.ctx.words, []
        for country in sorted(self.ctx.library.countries.values(), key=lambda c: words.sort(words.country(c.id))):
            number = next((e for e in primary(country.emergency) if e.kind == service), None)
            if number:
                link = el("a", number_html(number.number, country.id), href=f"tel:{number.number}", cls="number")
                warned = join([" (", words("may_arrest"), ")"]) if number.may_arrest else ""
                made.append(join([words.country(country.id), " ", link, warned]))
        return el("span", join(made, " · "), cls="rescue") if made else Html("")

    def _source(self, identifier: str) -> Html:
        if identifier not in self.cited:
            self.cited.append(identifier)
        number = self.cited.index(identifier) + 1
        return el("a", f"[{number}]", href=f"#source-{number}", cls="origin")

    def _article(self, mark: str) -> Html:
        citation = CITATION.fullmatch(mark)
        found = resolve_citation(self.ctx.library, citation[1], citation[3], citation[2]) if citation else CitationError("P004", {})
        if isinstance(found, CitationError) or not citation:
            return Html("")
        instrument, part, article = found
        link = self.ctx.link(f"{instrument_path(instrument.slug)}#{article_anchor(part, article)}")
        made = el("a", f"{instrument.code} art. {citation[3]}", href=link, cls="origin")
        unsure = article.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED)
        return join([made, doubt_mark(self.ctx, "doubt_article_unread") if unsure else ""], " ")

    def sources(self, listed: tuple[str, ...] = ()) -> str:
        """The numbered list of what the page cites; those of its header that no mark cites come last."""
        for identifier in listed:
            if identifier not in self.cited:
                self.cited.append(identifier)
        if not self.cited:
            return ""
        items = (self._entry(number, i) for number, i in enumerate(self.cited, 1))
        return blocks([heading(self.ctx.words("sources"), "sources"), el("ol", *items, cls="sources")])

    def _entry(self, number: int, identifier: str) -> Html:
        source, words = self.ctx.library.sources[identifier], self.ctx.words
        copied = join([" · ", words("copy_read")]) if source.copy_of else ""
        return el("li", source_link(self.ctx, identifier), ", ", cite(self.ctx, source), " – ",
                  words("read_on", date=words.date(source.read)), copied, id=f"source-{number}")  # fmt: skip


Block = Callable[[PageContext, str], str]
