"""A3 posters for a noticeboard: large words, few of them, room for the local number."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from rsmms.language.addresses import instrument_path
from rsmms.language.fingerprints import LEAD, TITLE
from rsmms.layout.icons import drawing
from rsmms.layout.page import PageContext
from rsmms.model.instrument import Instrument
from rsmms.model.written import Written
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named, texts
from rsmms.sheets.instrument import instrument_title
from rsmms.sheets.situation import anywhere, old_parts, section, slug
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import fact, label

_TITLES = ("for_you", "who_to_call", "sheet_own_number", "sheet_poster_scan", "sheet_poster_avoid")
_STEPS, _LINES, _AVOID = 6, 6, 3
SHOWN = (TITLE, LEAD, "agir", "eviter")
"""The parts of a situation that posters and pictures show."""
SIZES = (28, 26, 24, 22, 20, 18, 16, 14)
"""Text sizes of a poster in points, tried in this order."""


def poster_specs(world: World) -> Iterator[SheetSpec]:
    """One poster for each situation and treaty, in each complete language."""
    for language in world.complete:
        for french in world.situations():
            own = world.own(french, language)
            if own:
                yield world.spec(
                    "poster", french.front.id, language, f"affiche-{slug(french)}", own.front.title, french.path,
                    partial(situation_poster, own=own, french=french), pages=1, sizes=SIZES, data=(own.file,),
                )  # fmt: skip
        for instrument in world.library.instruments.values():
            yield world.spec(
                "poster", instrument.id, language, f"affiche-{instrument.slug}", instrument_title(world.makers[language], instrument),
                instrument_path(instrument.slug), partial(instrument_poster, instrument=instrument), pages=1,
                sizes=SIZES, data=("data/conventions.yaml",),
            )  # fmt: skip


def situation_poster(ctx: PageContext, own: Written, french: Written) -> Content:
    """Title, the one sentence to keep, the first steps, what not to do."""
    facts = Facts(ctx)
    facts.seen("sheet_text", own.front.updated)
    return frame(facts, "poster", own.front.title, **base(facts), code_name=None, icon=drawing(french.front.icon), old=old_parts(facts, own, french, SHOWN),
                 lead=_units(facts, own, "", 1), steps=_units(facts, own, "agir", _STEPS), numbered=True,
                 avoid=_units(facts, own, "eviter", _AVOID), bound=None)  # fmt: skip


def instrument_poster(ctx: PageContext, instrument: Instrument) -> Content:
    """Code, name, what it gives a worker, how many of the countries followed here are bound."""
    facts = Facts(ctx)
    facts.seen("sheet_text", instrument.checked)
    bound = [c for c in ctx.library.countries.values() if c.status(instrument.id).value == "in_force"]
    return frame(facts, "poster", ctx.words.pick(instrument.short_name)[0], **base(facts), code_name=instrument.code,
                 lead=[fact(ctx, instrument.summary)], steps=texts(facts, instrument.for_workers)[:_LINES], numbered=False,
                 avoid=[], bound=label(ctx, "sheet_countries_count", count=len(bound), total=len(ctx.library.countries)))  # fmt: skip


def base(facts: Facts) -> dict[str, Any]:
    """Titles, and who answers from anywhere."""
    return {"names": named(facts, *_TITLES), "network": anywhere(facts)}


def _units(facts: Facts, own: Written, name: str, limit: int) -> list[Any]:
    """The first units of a section, without the numbers of sources: the sheet has them. Where a law counts, and a doubt, stay."""
    found = own.section(name)
    units = [u for u in section(facts, found)["units"] if u["kind"] != "letter"] if found else []
    return [[p for p in u["text"] if not (isinstance(p, dict) and p.get("ref"))] for u in units[:limit]]
