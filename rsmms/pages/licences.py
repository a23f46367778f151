"""The licence of everything that readers get, and of the tools that made it."""

from itertools import groupby

from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.layout.page import Page, PageContext
from rsmms.model.licence import Licence, PartKind

LICENCES_PATH = "licences.md"
_ORDER = tuple(PartKind)


def licences_page(ctx: PageContext) -> Page:
    """Our own parts first, then those by others, then the tools, which readers do not get."""
    words = ctx.words
    listed = sorted(ctx.library.licences.values(), key=lambda part: _ORDER.index(part.kind))
    parts: list[object] = [el("p", words("licences_lead"), cls="lead")]
    for kind, group in groupby(listed, key=lambda part: part.kind):
        parts += [heading(words(f"licences_{kind.value}"), kind.value), el("dl", *(_part(ctx, part) for part in group))]
    return Page(
        kind="page", id="licences", language=words.language, path=LICENCES_PATH, title=words.plain("licences_title"),
        description=words.plain("licences_lead"), body=blocks(parts), state=ctx.state, updated=ctx.freshness.today,
        parents=((words.plain("nav_legal"), "mentions-legales.md"),), listed=False, edit=("data/licences.yaml", 1),
    )  # fmt: skip


def _part(ctx: PageContext, part: Licence) -> Html:
    words = ctx.words
    terms = el("a", part.licence, href=part.url, rel="license noopener noreferrer") if part.url else part.licence
    changed = join([" ", words("licences_changed"), " ", words.text(part.changed)]) if part.changed else ""
    return join([el("dt", part.name), el("dd", words.text(part.use), changed, el("br"), part.author, " · ", terms)])
