"""What is read second, folded behind its heading: nothing is cut, nothing needs a script, on paper it lies open.

The anchor stands inside the fold, so that a browser opens it by itself when an address names it (rsmms.js does so in those before 2022).
"""

from collections.abc import Iterable

from rsmms.language.html import Html, el, join
from rsmms.pages.plain import heading_of


def fold(title: object, anchor: str, parts: str | Iterable[object], note: object = "", level: int = 2) -> Html:
    """Blocks of a page behind their title and a small ``note`` of what is there.

    >>> fold("Law", "loi", [Html("<p>One.</p>")], "1 text")
    '<details class="fold"><summary><h2>Law</h2><small>1 text</small></summary><div id="loi"><p>One.</p></div></details>'
    """
    small = el("small", note) if note else ""
    return el("details", el("summary", el(f"h{level}", title), small), el("div", inside(parts), id=anchor), cls="fold")


def inside(parts: str | Iterable[object]) -> Html:
    """Blocks of a body as markup: ready ones as they are, headings without a Markdown engine."""
    given = parts.split("\n\n") if isinstance(parts, str) else (block for part in parts if part for block in str(part).split("\n\n"))
    return join((_markup(block.strip("\n")) for block in given), "\n")


def _markup(block: str) -> Html:
    """One block: a heading of Markdown becomes an element, what is markup already stays as it is."""
    head = heading_of(block)
    return el(f"h{head.level}", Html(head.text), id=head.id) if head else Html(block)
