"""What the network's roadmaps ask for: each line, where it leads, how far it is, and whom it waits for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.layout.page import Maker, Page
from rsmms.model.commitment import Commitment, Progress, Roadmap
from rsmms.pages.library.shared import Titles, evidence, page_links

COMMITMENTS_PATH = "engagements.md"


def commitments_page(make: Maker, titles: Titles) -> Page:
    """All roadmaps, axis by axis."""
    make = make.at(COMMITMENTS_PATH)
    words, library = make.words, make.library
    every = list(library.commitments.values())
    body = blocks([
        el("p", words("commitments_lead"), cls="lead"), el("p", el("strong", counted(make, every))),
        *(_roadmap(make, r, [c for c in every if c.roadmap == r.id], titles) for r in library.roadmaps.values()),
    ])  # fmt: skip
    made = make.overview("commitments", "commitments_title", "commitments_lead", body, (r.checked for r in library.roadmaps.values()))
    return replace(made, parents=((words.plain("nav_network"), "reseau/index.md"),), edit=("data/commitments.yaml", 1))


def counted(make: Maker, commitments: Sequence[Commitment]) -> Html:
    """How many are done, in part, waiting."""
    counts = Counter(c.state for c in commitments)
    return make.words("commitments_count", **{state.value: counts[state] for state in Progress})


def _roadmap(make: Maker, roadmap: Roadmap, lines: list[Commitment], titles: Titles) -> str:
    words = make.words
    parts: list[object] = [
        heading(words.text(roadmap.title), roadmap.id), el("p", words.text(roadmap.summary), " ", counted(make, lines), "."), evidence(make, roadmap),
    ]  # fmt: skip
    axes = dict.fromkeys(words.pick(c.axis)[0] for c in lines)
    for number, axis in enumerate(axes, 1):
        found = [c for c in lines if words.pick(c.axis)[0] == axis]
        parts += [heading(axis, f"{roadmap.id}-{number}", 3), el("ul", *(_line(make, c, titles) for c in found), cls="facts")]
    return blocks(parts)


def _line(make: Maker, commitment: Commitment, titles: Titles) -> Html:
    words = make.words
    number = f"{commitment.number} " if commitment.number and "." in commitment.number else ""
    mark = el("span", words(f"progress_{commitment.state.value}"), cls=f"mark {commitment.state.value}")
    waiting = words("waiting_for", who=words.pick(commitment.waiting_for)[0]) if commitment.waiting_for else ""
    return el(
        "li", mark, " ", join([number, words.text(commitment.text)]),
        el("span", words.text(commitment.note), cls="note line") if commitment.note else "",
        el("span", waiting, cls="note line") if waiting else "", page_links(make, commitment.pages, titles), id=commitment.id,
    )  # fmt: skip
