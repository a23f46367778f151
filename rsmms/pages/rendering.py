"""Sections of hand-written pages as Markdown: marks resolved, links moved, the French under each piece where it helps."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from rsmms.joins.citations import BLOCK, UNTRANSLATED
from rsmms.joins.help_desks import help_desks
from rsmms.joins.origins import has_advice
from rsmms.language.fingerprints import section_name
from rsmms.language.html import Html, blocks, el, esc
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.icons import PAGE_ICONS, pic
from rsmms.layout.page import PageContext
from rsmms.model.contact import Kind
from rsmms.model.front import Reviewed
from rsmms.model.pictogram import Pictogram
from rsmms.model.written import Section, Unit
from rsmms.pages.html_blocks import PAGE_LINK
from rsmms.pages.marks import Marks
from rsmms.pages.terms import Terms

PICTURED = ("tiles", "rows")
"""Styles of lists whose items show a pictogram."""
_FIRST_LINK = re.compile(r"\[((?:[^\[\]]|\[\[[^\]]*\]\])+)\]\(([^()\s#]+\.md)")
DataBlock = Callable[[PageContext], str]
"""Makes a block of Markdown from data, for the page of its maker."""


class Renderer:
    """Renders the sections of one page; ``beside`` shows the French under each piece."""

    def __init__(
        self, ctx: PageContext, written_at: str, data_blocks: Mapping[str, DataBlock], *, beside: bool,
        old: Collection[str] = (), read: Mapping[str, Reviewed] | None = None, pictograms: Mapping[str, Pictogram] = PAGE_ICONS,
    ) -> None:  # fmt: skip
        self.ctx = ctx
        self.old = old
        self.read = read or {}
        self.pictograms = pictograms
        self.advised = False
        self.written_at = written_at
        self.data_blocks = data_blocks
        self.beside = beside
        self.marks = Marks(ctx)
        self.terms = Terms(ctx)

    def _shown(self, text: str) -> str:
        """Text with its marks shown, and its links right for where the page is."""
        return self.marks.shown(moved(text, self.written_at, self.ctx.path))

    def section(self, own: Section, french: Section | None) -> str:
        """One section as Markdown; French units stand in where the own ones are missing."""
        paired = french is not None and len(french.units) == len(own.units)
        return blocks([self._title(own, french), self._age(own), *self._units(own, french if paired else None), self._advice(own, french)])

    def _advice(self, own: Section, french: Section | None) -> str:
        """One quiet line at the end of the page's first section that holds advice of the network; its lines themselves bear no mark."""
        given = not self.advised and any(has_advice(unit.text for unit in section.units) for section in (own, french) if section)
        self.advised = self.advised or given
        return el("p", self.ctx.words("advice_line"), cls="advice") if given else ""

    def _age(self, own: Section) -> str:
        """A notice under the heading of a section whose French has changed since it was translated, or who read it and when."""
        words, seen = self.ctx.words, self.read.get(section_name(own))
        if seen and section_name(own) not in self.old:
            return el("p", words("review_done", role=seen.by, date=words.date(seen.day)), cls="trail")
        return el("p", words("section_old"), cls="notice") if own.title and section_name(own) in self.old else ""

    def _title(self, own: Section, french: Section | None) -> str:
        if not own.title:
            return ""
        head = f"{'#' * own.level} {own.title} {{#{own.id}}}"
        if self.beside and french and french.title != own.title:
            return blocks([head, el("p", french.title, cls="beside", lang=SOURCE_LANGUAGE)])
        return head

    def _units(self, own: Section, french: Section | None) -> Iterator[str]:
        gathered: list[str] = []
        for number, unit in enumerate(own.units):
            other = french.units[number] if french else None
            made = self._unit(unit, other)
            if unit.kind in ("ol", "ul"):
                if gathered and unit.kind != own.units[number - 1].kind:  # an empty line between: else the second list ends up in the first
                    yield "\n".join(gathered)
                    gathered = []
                gathered.append(made)
                continue
            if unit.kind == "style":
                gathered = [self._styled(gathered, unit.text)]
                continue
            if gathered:
                yield "\n".join(gathered)
                gathered = []
            yield made
        if gathered:
            yield "\n".join(gathered)

    def _styled(self, items: list[str], style: str) -> str:
        """A list in a block of the class that ``{: .cards }`` names; tiles and rows show the pictogram of what each item leads to."""
        name = style.strip("{}: .")
        shown = [_FIRST_LINK.sub(self._pictured, item, count=1) for item in items] if name in PICTURED else items
        return f'<div class="{name}" markdown="1">\n\n' + "\n".join(shown) + "\n\n</div>"

    def _pictured(self, link: re.Match[str]) -> str:
        """A link with the pictogram of its page before its words."""
        found = self.pictograms.get(posixpath.normpath(posixpath.join(posixpath.dirname(self.ctx.path), link[2])))
        return f"[{pic(found)} {link[1]}]({link[2]}" if found else link[0]

    def _unit(self, unit: Unit, french: Unit | None) -> str:
        block = BLOCK.match(unit.text)
        if block:
            return self._block(block[1], block[2])
        if unit.kind == "letter":
            return self._letter(unit, french)
        marker = {"ol": "1. ", "ul": "- "}.get(unit.kind, "")
        if french and unit.text.strip().startswith(UNTRANSLATED):
            return marker + _in_french(self._shown(french.text), unit.kind)
        text = self._shown(self.terms.marked(unit.text))
        if not (self.beside and french):
            return marker + text
        return marker + text + _under(self._shown(french.text), unit.kind)

    def _letter(self, unit: Unit, french: Unit | None) -> str:
        lines = unit.text.split("\n")[1:-1]
        words = self.ctx.words
        made = copyable(self.ctx, words("letter"), lines)
        if self.beside and french and french.kind == "letter" and french.text != unit.text:
            other = _plain_text(french.text.split("\n")[1:-1])
            return blocks([made, el("div", other, cls="letter beside", lang=SOURCE_LANGUAGE)])
        return made

    def _block(self, kind: str, rest: str) -> str:
        if kind == "block":
            return self.data_blocks[rest](self.ctx) if rest in self.data_blocks else ""
        country, _, kinds = rest.partition(":")
        wanted = [Kind(k) for k in kinds.split(",") if k in Kind._value2member_map_]
        return blocks(contact_card(self.ctx, c) for c in help_desks(self.ctx.library, country, wanted or tuple(Kind)))


def copyable(ctx: PageContext, title: Html, lines: Sequence[str]) -> Html:
    """Lines to copy with one tap, under their title; the button shows where it can work."""
    words = ctx.words
    copy = el("button", words("letter_copy"), type="button", cls="button", hidden=True, data_done=words.plain("letter_copied"))
    return el("div", el("p", title, cls="kind"), _plain_text(lines), copy, cls="letter")


def moved(text: str, origin: str, path: str) -> str:
    """Markdown whose relative links, written for ``origin``, are right on the page at ``path``.

    >>> moved("[x](b.md#c)", "s/a.md", "s/a/avec-fr.md")
    '[x](../b.md#c)'
    """
    if posixpath.dirname(origin) == posixpath.dirname(path):
        return text
    return PAGE_LINK.sub(lambda m: f"]({_from(posixpath.join(posixpath.dirname(origin), m[1]), path)}{m[2] or ''})", text)


def _from(target: str, path: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(path) or ".")


def _plain_text(lines: Sequence[str]) -> Html:
    """Lines as they stand; an empty one is written as a reference, because it would end the block in Markdown."""
    return el("pre", Html("&#10;".join(esc(line) for line in lines)))


def _in_french(text: str, kind: str) -> str:
    if kind == "p":
        return f'<div lang="fr" markdown="1">\n\n{text}\n\n</div>'
    return f'<span lang="fr">{text}</span>'


def _under(text: str, kind: str) -> str:
    if kind == "p":
        return f'\n\n<div lang="fr" class="beside" markdown="1">\n\n{text}\n\n</div>'
    return f' <span lang="fr" class="beside">{text}</span>'
