"""A situation in two languages side by side: the French on the left, the other language on the right."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from rsmms.joins.citations import BLOCK, UNTRANSLATED
from rsmms.joins.origins import bare_text, has_advice
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.page import PageContext
from rsmms.model.written import Section, Unit, Written, units_of
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame
from rsmms.sheets.situation import anywhere, old_parts, slug
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import Notes, Say, label


def bilingual_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each situation and language other than French in which it has text."""
    for french in world.situations():
        for language in world.languages:
            own = world.own(french, language)
            if own and own is not french:
                yield world.spec(
                    "bilingual", french.front.id, language, f"deux-langues-{slug(french)}-fr", own.front.title, french.path,
                    partial(bilingual_content, own=own, french=french), data=(own.file, french.file), sizes=(9.5, 9, 8.5), brief=(8.5, 8),
                )  # fmt: skip


def bilingual_content(ctx: PageContext, own: Written, french: Written) -> Content:
    """Rows of two texts; a unit without translation has a gap on the right."""
    facts = Facts(ctx)
    for page in (own, french):
        facts.seen("sheet_text", page.front.updated)
    rows = list(_Pairs(facts.notes).rows(french, own))
    content = {
        "rows": rows, "old": old_parts(facts, own, french), "other_title": french.front.title, "other_lang": SOURCE_LANGUAGE, "network": anywhere(facts),
        "advice": label(ctx, "advice_line") if has_advice(u.text for page in (own, french) for _, u in units_of(page)) else None,
        "columns": [ctx.words.language_name(SOURCE_LANGUAGE), ctx.words.language_name(own.language)],
    }  # fmt: skip
    return frame(facts, "bilingual", own.front.title, **content)


class _Pairs:
    """Pairs the units of two pages; both sides number their sources in one list."""

    def __init__(self, right: Notes) -> None:
        ctx = right.ctx
        self.right = right
        self.left = Notes(PageContext(ctx.library, Words(SOURCE_LANGUAGE), ctx.freshness), right.cited)

    def rows(self, french: Written, own: Written) -> Iterator[dict[str, Any]]:
        """All rows of the table, section by section in the order of the French."""
        for section in french.sections:
            yield from self._section(section, own.section(section.id))

    def _section(self, french: Section, own: Section | None) -> Iterator[dict[str, Any]]:
        """The title, then the units in pairs; a section whose number of units differs is put side by side as a whole."""
        if french.title:
            yield {"kind": "title", "left": bare_text(french.title), "right": bare_text(own.title) if own else None, "n": None}
        left, right = _units(french), _units(own)
        paired = len(left) == len(right)
        step = 0
        for number, unit in enumerate(left):
            step = step + 1 if unit.kind == "ol" else 0
            translated = paired and UNTRANSLATED not in right[number].text
            yield {
                "kind": unit.kind, "n": step or None, "left": _text(self.left, unit),
                "right": _text(self.right, right[number]) if translated else None,
            }  # fmt: skip
        if right and not paired:
            yield {"kind": "p", "n": None, "left": "", "right": [piece for u in right for piece in (*_text(self.right, u), " ")]}


def _units(section: Section | None) -> list[Unit]:
    return [u for u in section.units if not BLOCK.match(u.text)] if section else []


def _text(notes: Notes, unit: Unit) -> list[Say]:
    if unit.kind == "letter":
        return ["\n".join(unit.text.split("\n")[1:-1])]
    return notes.rich(unit.text.replace("\n", " "))
