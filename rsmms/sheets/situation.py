"""A situation on two pages: what to do now, proof, dangers, letters, numbers by country."""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import Any

from rsmms.joins.citations import BLOCK
from rsmms.joins.help_desks import fitting
from rsmms.joins.origins import bare_text, has_advice
from rsmms.language.contact_text import audience_text, bare, shown_number
from rsmms.language.fingerprints import outdated, section_name
from rsmms.layout.icons import drawing
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence
from rsmms.model.country import Country
from rsmms.model.front import Front
from rsmms.model.library import INTERNATIONAL
from rsmms.model.written import Section, Unit, Written
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import Say, brief, label

_TITLES = ("who_to_call", "sheet_numbers_by_country", "sheet_own_number", "letter", "sheet_other_countries")


def situation_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each situation and language that has its own text; drafts come as two-language sheets."""
    for french in world.situations():
        for language in world.complete:
            own = world.own(french, language)
            if own:
                yield world.spec(
                    "situation", french.front.id, language, f"situation-{slug(french)}", own.front.title, french.path,
                    partial(situation_content, own=own, french=french), data=(own.file,), brief=(9, 8.5, 8),
                )  # fmt: skip


def slug(page: Written) -> str:
    """Last part of a hand-written page's address."""
    return page.path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]


def situation_content(ctx: PageContext, own: Written, french: Written) -> Content:
    """Everything on the sheet of a situation."""
    facts = Facts(ctx)
    facts.seen("sheet_text", own.front.updated)
    sections = told_once(section(facts, s) for s in own.sections)
    content = {
        "names": named(facts, *_TITLES), "icon": drawing(french.front.icon), "old": old_parts(facts, own, french), "danger": french.front.danger,
        "lead": [u for s in sections if not s["id"] for u in s["units"]],
        "sections": [s for s in sections if s["id"]],
        "numbers": numbers(facts, french.front), "network": anywhere(facts),
    }  # fmt: skip
    return frame(facts, "situation", own.front.title, **content)


def old_parts(facts: Facts, own: Written, french: Written, shown: Collection[str] = ()) -> list[Say] | None:
    """A notice that names the parts of a translation whose French has changed since; only some parts if a sheet shows no others."""
    sections = {section_name(s): s for s in own.sections}
    old = [sections.get(name) for name in outdated(own, french) if not shown or name in shown]
    if not old:
        return None
    names = [bare_text(s.title) if s and s.title else label(facts.ctx, "page_start") for s in old]
    return [label(facts.ctx, "parts_old"), *(piece for name in names for piece in (" – ", name))]


def told_once(sections: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sections of one sheet: that a line without a mark is advice is said in the first of them that holds such a line."""
    made, said = [], False
    for one in sections:
        made.append(one | {"advice": None if said else one["advice"]})
        said = said or bool(one["advice"])
    return made


def section(facts: Facts, section: Section) -> dict[str, Any]:
    """A section with its units; blocks that pages ctx from data are left out on paper."""
    units = [unit(facts, u) for u in section.units if not BLOCK.match(u.text)]
    advice = label(facts.ctx, "advice_line") if has_advice(u.text for u in section.units) else None
    return {"id": section.id, "title": bare_text(section.title), "units": units, "advice": advice}


def unit(facts: Facts, unit: Unit) -> dict[str, Any]:
    """A paragraph, a list item or a letter."""
    if unit.kind == "letter":
        return {"kind": "letter", "lines": unit.text.split("\n")[1:-1]}
    return {"kind": unit.kind, "text": facts.notes.rich(unit.text.replace("\n", " "))}


def numbers(facts: Facts, front: Front) -> list[dict[str, Any]]:
    """The best number of each country of the network where one is known for this situation."""
    words = facts.ctx.words
    found = (_number(facts, c, front) for c in facts.ctx.library.countries.values() if c.priority)
    return sorted(filter(None, found), key=lambda row: words.sort(row["country"]))


def _number(facts: Facts, country: Country, front: Front) -> dict[str, Any] | None:
    found = (c for c in fitting(facts.ctx.library, country.id, front) if c.phones)
    best = min(found, key=facts.expired, default=None)
    if not best:
        return None
    facts.seen("who_to_call", best.checked)
    doubt = best.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED)
    facts.notes.unsure |= doubt
    name = best.acronym or facts.ctx.words.pick(best.name)[0]
    phone = best.phones[0]
    return {"country": facts.ctx.words.country(country.id), "name": name, "number": shown_number(phone.number, country.id), "dial": phone.link,
            "audience": facts.say(audience_text(facts.ctx.words, best), "serves_who"),
            "serves": brief(facts.ctx, best.serves) or label(facts.ctx, f"kind_{best.kind.value}"),
            "doubt": doubt, "overdue": facts.unchecked(best)}  # fmt: skip


def anywhere(facts: Facts) -> list[dict[str, Any]]:
    """The network itself and others who answer from anywhere, with a phone or a site."""
    listed = [c for c in facts.ctx.library.contacts.get(INTERNATIONAL, ()) if c.id in ("int-rsmms", "int-ituc-africa")]
    return [
        {"name": c.acronym or c.name["fr"], "web": bare(c.web[0]) if c.web else None,
         "number": shown_number(c.phones[0].number) if c.phones else None, "dial": c.phones[0].link if c.phones else None}
        for c in listed if c.reachable
    ]  # fmt: skip
