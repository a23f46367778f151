"""Sources of a page told once: a fact bears a number, the list at the foot says who, of when, and when it was read."""

from rsmms.language.html import Html, el


class SourceNotes:
    """The lines of sources of one page, numbered in the order in which its facts name them."""

    def __init__(self) -> None:
        self.lines: dict[Html, int] = {}

    def mark(self, line: Html, label: Html) -> Html:
        """The number that stands with a fact and leads to its line; ``label`` is the word for voices."""
        number = self.lines.setdefault(line, len(self.lines) + 1)
        return el("a", el("span", label, " ", cls="sr"), f"[{number}]", href=f"#source-{number}", cls="ref")

    def listed(self) -> Html:
        """All lines, each in the place that its number leads to; empty where nothing was named."""
        items = (el("li", line, id=f"source-{number}") for line, number in self.lines.items())
        return el("ol", *items, cls="sources") if self.lines else Html("")
