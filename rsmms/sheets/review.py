"""A translation as a numbered sheet for a speaker without a computer: French, translation, "good", or a line for better words."""

from collections.abc import Iterator
from functools import partial

from rsmms.joins.origins import bare_text
from rsmms.joins.review_pieces import pieces, version
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import PageContext
from rsmms.model.front import State
from rsmms.model.written import Written
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import other

_UNREAD = (State.DRAFT, State.TERMS_CHECKED)
_TITLES = ("review_sheet_how", "review_sheet_role", "review_good", "review_better")


def review_specs(world: World) -> Iterator[SheetSpec]:
    """One sheet for each page of a translation that no speaker has read whole."""
    for (language, path), own in world.written.items():
        french = world.written.get((SOURCE_LANGUAGE, path))
        if french and language in world.languages and language != SOURCE_LANGUAGE and own.front.state in _UNREAD and path != "index.md":
            name = path.removesuffix(".md").removesuffix("/index").replace("/", "-")
            yield world.spec(
                "review", french.front.id, language, f"relecture-{name}", own.front.title, path,
                partial(review_content, own=own, french=french), pages=0, sizes=(10,), data=(own.file,),
            )  # fmt: skip


def review_content(ctx: PageContext, own: Written, french: Written) -> Content:
    """The pieces with their numbers, and the line that the answers begin with."""
    facts = Facts(ctx)
    facts.seen("sheet_text", own.front.updated)
    rows = [{"n": p.number, "french": other(ctx, bare_text(p.french), SOURCE_LANGUAGE), "own": bare_text(p.own)} for p in pieces(own, french)]
    line = f"relecture: {own.path.removesuffix('.md')} {own.language} {version(own)}"
    return frame(facts, "review", own.front.title, names=named(facts, *_TITLES), rows=rows, line=line)
