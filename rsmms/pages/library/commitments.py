"""What the network's roadmaps ask for: each line, where it leads, how far it is, and whom it waits for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.layout.page import Page, PageContext
from rsmms.model.commitment import Commitment, Progress, Roadmap
from rsmms.pages.folds import folded
from rsmms.pages.library.shared import Titles, evidence, page_links

COMMITMENTS_PATH = "engagements.md"


def commitments_page(ctx: PageContext, titles: Titles) -> Page:
    """All roadmaps, axis by axis."""
    ctx = ctx.at(COMMITMENTS_PATH)
    words, library = ctx.words, ctx.library
    every = list(library.commitments.values())
    body = folded(blocks([
        el("p", words("commitments_lead"), cls="lead"), el("p", el("strong", counted(ctx, every))),
        *(_roadmap(ctx, r, [c for c in every if c.roadmap == r.id], titles) for r in library.roadmaps.values()),
    ]))  # fmt: skip
    made = ctx.overview("commitments", "commitments_title", "commitments_lead", body, (r.checked for r in library.roadmaps.values()))
    return replace(made, parents=((words.plain("nav_network"), "reseau/index.md"),), edit=("data/commitments.yaml", 1))


def counted(ctx: PageContext, commitments: Sequence[Commitment]) -> Html:
    """How many are done, in part, waiting."""
    counts = Counter(c.state for c in commitments)
    return ctx.words("commitments_count", **{state.value: counts[state] for state in Progress})


def _roadmap(ctx: PageContext, roadmap: Roadmap, lines: list[Commitment], titles: Titles) -> str:
    words = ctx.words
    head = el("p", words.text(roadmap.summary), " ", counted(ctx, lines), ".")
    return blocks([heading(words.text(roadmap.title), roadmap.id), head, evidence(ctx, roadmap), roadmap_lines(ctx, roadmap.id, titles, 3)])


def roadmap_lines(ctx: PageContext, roadmap: str, titles: Titles, level: int) -> str:
    """All lines of a roadmap, axis by axis."""
    words, parts = ctx.words, []
    lines = [c for c in ctx.library.commitments.values() if c.roadmap == roadmap]
    axes = dict.fromkeys(words.pick(c.axis)[0] for c in lines)
    for number, axis in enumerate(axes, 1):
        found = [c for c in lines if words.pick(c.axis)[0] == axis]
        parts += [heading(axis, f"{roadmap}-{number}", level), el("ul", *(_line(ctx, c, titles) for c in found), cls="facts")]
    return blocks(parts)


def _line(ctx: PageContext, commitment: Commitment, titles: Titles) -> Html:
    words = ctx.words
    number = f"{commitment.number}. " if commitment.number else ""
    mark = el("span", words(f"progress_{commitment.state.value}"), cls=f"mark {commitment.state.value}")
    waiting = words("waiting_for", who=words.pick(commitment.waiting_for)[0]) if commitment.waiting_for else ""
    return el(
        "li", mark, " ", join([number, words.text(commitment.text)]),
        el("span", words.text(commitment.note), cls="note line") if commitment.note else "",
        el("span", waiting, cls="note line") if waiting else "", page_links(ctx, commitment.pages, titles), id=commitment.id,
    )  # fmt: skip
