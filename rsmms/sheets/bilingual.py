"""A situation in two languages side by side: the French on the left, the other language on the right."""

from collections.abc import Iterator
from typing import Any

from rsmms.pages.marks import BLOCK, UNTRANSLATED
from rsmms.pages.page import Maker
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame
from rsmms.sheets.says import Say, bare_text
from rsmms.sheets.situation import anywhere, slug
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.words import SOURCE_LANGUAGE
from rsmms.written import Section, Unit, Written


def bilingual_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each situation and language other than French in which it has text."""
    for french in world.situations():
        for language in world.languages:
            own = world.own(french, language)
            if own and own is not french:
                yield world.spec(
                    "bilingual", french.front.id, language, f"deux-langues-{slug(french)}-fr", own.front.title, french.path,
                    lambda make, own=own, french=french: bilingual_content(make, own, french), data=(own.file, french.file), sizes=(9.5, 9, 8.5), brief=(8.5, 8),
                )  # fmt: skip


def bilingual_content(make: Maker, own: Written, french: Written) -> Content:
    """Rows of two texts; a unit without translation stands in French on both sides, marked as French."""
    facts = Facts(make)
    for page in (own, french):
        facts.seen("sheet_text", page.front.updated)
    rows = [row for s in french.sections for row in _rows(facts, s, own.section(s.id))]
    content = {
        "rows": rows, "other_title": french.front.title, "other_lang": SOURCE_LANGUAGE, "network": anywhere(facts),
        "columns": [make.words.language_name(SOURCE_LANGUAGE), make.words.language_name(own.language)],
    }  # fmt: skip
    return frame(facts, "bilingual", own.front.title, **content)


def _rows(facts: Facts, french: Section, own: Section | None) -> Iterator[dict[str, Any]]:
    """The title of a section, then its units in pairs; a section whose number of units differs is paired whole."""
    if french.title:
        yield {"kind": "title", "left": bare_text(french.title), "right": bare_text(own.title) if own else None, "n": None}
    left = [u for u in french.units if not BLOCK.match(u.text)]
    right = [u for u in own.units if not BLOCK.match(u.text)] if own else []
    paired = len(left) == len(right)
    step = 0
    for number, unit in enumerate(left):
        step = step + 1 if unit.kind == "ol" else 0
        yield {
            "kind": unit.kind, "n": step or None, "left": _text(facts, unit),
            "right": _text(facts, right[number]) if paired and UNTRANSLATED not in right[number].text else None,
        }  # fmt: skip
    if right and not paired:
        yield {"kind": "p", "n": None, "left": "", "right": [piece for u in right for piece in (*_text(facts, u), " ")]}


def _text(facts: Facts, unit: Unit) -> list[Say]:
    if unit.kind == "letter":
        return ["\n".join(unit.text.split("\n")[1:-1])]
    return facts.notes.rich(unit.text.replace("\n", " "))
