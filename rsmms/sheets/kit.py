"""Sheets of ready material: programme, evaluation form, slides and exercises to write on, a brief, a flyer, a poster."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from rsmms.language.addresses import kit_path
from rsmms.layout.page import PageContext
from rsmms.model.kit import Grid, Kit, KitKind, KitPart, Paper, PaperPart, Said
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named, texts
from rsmms.sheets.poster import SIZES, base
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import Say, brief, fact, label

_NAMES = {
    KitKind.WORKSHOP: "atelier", KitKind.EXERCISE: "exercice", KitKind.BRIEF: "note", KitKind.THEME: "theme",
    KitKind.CAMPAIGN: "campagne", KitKind.SECTOR: "metier",
}  # fmt: skip
"""First part of the file names."""
_TITLES = ("who_to_call", "sheet_own_number")
_START = 9 * 60
"""A half-day starts at nine."""
_HOUR = 60
_FILE = ("data/kits.yaml",)
_SIZES = (11, 10, 9.5, 9, 8.5)
_LARGE = (17, 16, 15, 14, 13, 12, *_SIZES)
"""Of slides, to be read from across a table."""


def kit_specs(world: World) -> Iterator[SheetSpec]:
    """All sheets of all kits, in each complete language."""
    for kit in world.library.kits.values():
        for language in world.complete:
            yield from _specs(world, kit, language)


def _specs(world: World, kit: Kit, language: str) -> Iterator[SheetSpec]:
    title = world.makers[language].words.pick(kit.title)[0]
    name = f"{_NAMES[kit.kind]}-{kit.id}"
    if kit.parts or kit.asks:
        yield _spec(world, kit, language, (name, ""), title, partial(whole, kit=kit))
    if kit.steps:
        yield _spec(world, kit, language, (f"{name}-programme", "programme"), title, partial(programme, kit=kit))
        yield _spec(world, kit, language, (f"{name}-evaluation", "evaluation"), title, partial(evaluation, kit=kit))
    for paper in kit.papers:
        own = f"{title} – {world.makers[language].words.pick(paper.title)[0]}"
        sizes = _SIZES if _to_write_on(paper) else _LARGE
        yield _spec(world, kit, language, (f"{name}-{paper.id}", paper.id), own, partial(paper_content, kit=kit, paper=paper), sizes)
    if kit.poster:
        yield world.spec(
            "poster", f"kit-{kit.id}", language, f"affiche-campagne-{kit.id}", title, kit_path(kit), partial(poster, kit=kit), pages=1, sizes=SIZES, data=_FILE,
        )  # fmt: skip


def _spec(world: World, kit: Kit, language: str, name: tuple[str, str], title: str, content: Any, sizes: tuple[float, ...] = _SIZES) -> SheetSpec:
    file, part = name
    identifier = f"kit-{kit.id}-{part}".removesuffix("-")
    return world.spec("kit", identifier, language, file, title, kit_path(kit), content, data=_FILE, sizes=sizes)


def _frame(facts: Facts, kit: Kit, title: Mapping[str, str], lead: Mapping[str, str] | None, parts: list[Any], **more: Any) -> Content:
    facts.seen("sheet_text", kit.updated)
    base = {"names": named(facts, *_TITLES), "lead": fact(facts.ctx, lead), "pieces": parts, "cards": [], "boxes": False, "bound": None}
    content = base | more
    return frame(facts, "kit", facts.ctx.words.pick(title)[0], **content)


def whole(ctx: PageContext, kit: Kit) -> Content:
    """What is known, what to ask of whom, who can help."""
    facts = Facts(ctx)
    parts = [_part(facts, p) for p in kit.parts]
    parts += [_shown(fact(ctx, a.whom), texts(facts, a.what)) for a in kit.asks]
    cards = [facts.contact(ctx.library.contact_by_id[i]) for i in kit.organisations]
    bound = label(ctx, "kit_bound_note") if any(p.articles for part in kit.parts for p in part.points) else None
    return _frame(facts, kit, kit.title, kit.summary, parts, cards=cards, bound=bound)


def _shown(title: Say | None, points: list[Say | None], lines: int = 0, grid: Any = None) -> dict[str, Any]:
    return {"title": title, "points": points, "lines": lines, "grid": grid}


def _part(facts: Facts, part: KitPart) -> dict[str, Any]:
    unknown = [fact(facts.ctx, part.unknown)] if part.unknown else []
    return _shown(fact(facts.ctx, part.title), [*(_said(facts, p) for p in part.points), *unknown])


def _said(facts: Facts, said: Said) -> list[Say]:
    """A sentence with its articles, or the number of its source."""
    marks = "".join(f" [[{mark}]]" for mark in (*said.articles, *([f"src:{said.source}"] if said.source else [])))
    text = fact(facts.ctx, said.text)
    return [text or "", *facts.notes.rich(marks)]


def programme(ctx: PageContext, kit: Kit) -> Content:
    """The half-day hour by hour, with what to prepare and room for notes."""
    facts, rows, at = Facts(ctx), [], _START
    for step in kit.steps:
        rows.append([clock(at), [{"t": ctx.words.pick(step.title)[0], "b": True}, ". ", fact(ctx, step.text)], ""])
        at += step.minutes
    rows.append([clock(at), "", ""])
    heads = [label(ctx, key) for key in ("kit_time", "kit_what", "kit_note")]
    grid = {"heads": heads, "rows": rows, "widths": [1, 7, 3]}
    parts = [_shown(label(ctx, key), texts(facts, said)) for key, said in (("training_aims", kit.aims), ("training_bring", kit.bring)) if said]
    return _frame(facts, kit, kit.title, kit.group, [*parts, _shown(label(ctx, "kit_programme"), [], grid=grid)])


def clock(minutes: int) -> str:
    """Minutes after midnight as a time of day.

    >>> clock(9 * 60 + 5)
    '09:05'
    """
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"


def evaluation(ctx: PageContext, kit: Kit) -> Content:
    """A form without a name: can you do now what the workshop was for, what to keep, what to change."""
    facts = Facts(ctx)
    heads = [label(ctx, key) for key in ("kit_can", "kit_yes", "kit_part", "kit_no")]
    grid = {"heads": heads, "rows": [[fact(ctx, aim), "", "", ""] for aim in kit.aims], "widths": [6, 1, 1, 1]}
    parts = [_shown(label(ctx, "kit_evaluation"), [label(ctx, "kit_evaluation_lead")], grid=grid)]
    parts += [_shown(label(ctx, key), [], lines=4) for key in ("kit_most", "kit_least", "kit_next")]
    return _frame(facts, kit, kit.title, kit.group, parts)


def paper_content(ctx: PageContext, kit: Kit, paper: Paper) -> Content:
    """A sheet of its own; parts without anything to write on become boxes, such as slides."""
    facts = Facts(ctx)
    return _frame(facts, kit, paper.title, paper.lead, [_paper_part(facts, p) for p in paper.parts], boxes=not _to_write_on(paper))


def _to_write_on(paper: Paper) -> bool:
    return any(p.lines or p.grid for p in paper.parts)


def _paper_part(facts: Facts, part: PaperPart) -> dict[str, Any]:
    ctx = facts.ctx
    return _shown(fact(ctx, part.title), texts(facts, part.points), part.lines, _empty(facts, part.grid) if part.grid else None)


def _empty(facts: Facts, grid: Grid) -> dict[str, Any]:
    width = len(grid.heads)
    return {"heads": texts(facts, grid.heads), "rows": [[""] * width] * grid.rows, "widths": [1] * width}


def poster(ctx: PageContext, kit: Kit) -> Content:
    """Few large words for a wall."""
    facts = Facts(ctx)
    facts.seen("sheet_text", kit.updated)
    names = {"names": base(facts)["names"] | {"for_you": label(ctx, "kit_poster_say")}, "network": base(facts)["network"]}
    return frame(facts, "poster", ctx.words.pick(kit.title)[0], **names, code_name=None, lead=[brief(ctx, kit.summary, 1)],
                 steps=texts(facts, kit.poster), numbered=False, avoid=[], bound=None)  # fmt: skip
