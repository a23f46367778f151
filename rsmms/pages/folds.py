"""What is read second, folded behind its heading: nothing is cut, nothing needs a script, on paper it lies open.

The anchor stands inside the fold, so that a browser opens it by itself when an address names it (rsmms.js does so in those before 2022).
"""

from collections.abc import Collection, Iterable, Mapping

from rsmms.language.html import Html, el, join
from rsmms.pages.plain import Heading, heading_of

_SECTION = 2
"""Level of the headings behind which sections are folded."""


def fold(title: object, anchor: str, parts: str | Iterable[object], note: object = "", level: int = 2) -> Html:
    """Blocks of a page behind their title and a small ``note`` of what is there.

    >>> fold("Law", "loi", [Html("<p>One.</p>")], "1 text")
    '<details class="fold"><summary><h2>Law</h2><small>1 text</small></summary><div id="loi"><p>One.</p></div></details>'
    """
    small = el("small", note) if note else ""
    return el("details", el("summary", el(f"h{level}", title), small), el("div", inside(parts), id=anchor), cls="fold")


def folded(body: str, shown: Collection[str] = (), notes: Mapping[str, object] | None = None) -> str:
    r"""A body with each of its sections behind its heading; what stands before the first, and what ``shown`` names, stays in sight.

    ``notes`` say in small what is behind a heading, by its anchor.

    >>> folded("<p>Lead.</p>\n\n## Law {#loi}\n\n<p>One.</p>\n")
    '<p>Lead.</p>\n\n<details class="fold"><summary><h2>Law</h2></summary><div id="loi"><p>One.</p></div></details>\n'
    """
    made: list[str] = []
    open_head: Heading | None = None
    gathered: list[str] = []
    for block in [*body.strip("\n").split("\n\n"), ""]:
        head = heading_of(block)
        starts = not block or bool(head and head.level == _SECTION)
        if starts and open_head:
            made.append(fold(Html(open_head.text), open_head.id, gathered, (notes or {}).get(open_head.id, "")))
        if starts:
            open_head, gathered = (head if head and head.id not in shown else None), []
        if (starts and open_head) or not block:
            continue
        (gathered if open_head else made).append(block)
    return "\n\n".join(made) + "\n" if made else ""


def fold_written(section: str) -> str:
    r"""A section of Markdown behind its heading; as it is where it does not begin with one.

    >>> fold_written("## Law {#loi}\n\nOne *law*.\n")
    '<details class="fold" markdown="1"><summary><h2 id="loi-titre">Law</h2></summary>\n<div id="loi" markdown="1">\n\nOne *law*.\n\n</div>\n</details>\n'
    """
    first, _, rest = section.strip("\n").partition("\n\n")
    head = heading_of(first)
    if not head:
        return section
    title = el(f"h{head.level}", Html(head.text), id=f"{head.id}-titre")
    return f'<details class="fold" markdown="1"><summary>{title}</summary>\n<div id="{head.id}" markdown="1">\n\n{rest}\n\n</div>\n</details>\n'


def inside(parts: str | Iterable[object]) -> Html:
    """Blocks of a body as markup: ready ones as they are, headings without a Markdown engine."""
    given = parts.split("\n\n") if isinstance(parts, str) else (block for part in parts if part for block in str(part).split("\n\n"))
    return join((_markup(block.strip("\n")) for block in given), "\n")


def _markup(block: str) -> Html:
    """One block: a heading of Markdown becomes an element, what is markup already stays as it is; nothing else can be folded."""
    head = heading_of(block)
    if not head and block and not block.startswith("<"):
        raise ValueError(f"Markdown in a fold: {block[:40]}")
    return el(f"h{head.level}", Html(head.text), id=head.id) if head else Html(block)
