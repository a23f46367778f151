"""Replacements in one text."""

import re
from dataclasses import dataclass, field

from rsmms.changes.refusals import NOT_KEPT
from rsmms.changes.tree import line_end, line_start
from rsmms.problems.command_error import CommandError

GAP = re.compile(r"[ \t]+(?=#)")
"""What stands between a value and the comment on its line: a tab may not follow a dash."""


@dataclass(slots=True)
class Edits:
    """Replacements in one text."""

    text: str
    newline: str = "\n"
    made: list[tuple[int, int, str]] = field(default_factory=list)

    def put(self, start: int, end: int, text: str) -> None:
        """Replace what stands between two places."""
        self.made.append((start, end, text))

    def result(self) -> str:
        """The text with all replacements; those at one place in the order in which they were made."""
        parts, at = [], 0
        for start, end, new in sorted(self.made, key=lambda edit: (edit[0], edit[1])):
            if start < at:
                raise CommandError(NOT_KEPT)
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]])

    def remove(self, parts: list[tuple[int, int, bool]]) -> None:
        """Take away parts that stand on lines of their own; the first may follow a dash."""
        after_dash = self.text[line_start(self.text, parts[0][0]) : parts[0][0]].strip(" ") != ""
        for number, (start, end, kept) in enumerate(parts):
            if kept:
                after_dash = False
            elif after_dash:
                following = parts[number + 1][0] if number + 1 < len(parts) else end
                blank = not self.text[end:following].strip()
                gap = GAP.match(self.text, end)
                self.put(start, following if blank else gap.end() if gap else end, " " if gap and not blank else "")
                after_dash = blank
            else:
                self._lines(start, end)

    def _lines(self, start: int, end: int) -> None:
        """Take away whole lines, with the line break before them."""
        first, last = line_start(self.text, start), line_end(self.text, end)
        if first:
            self.put(line_end(self.text, first - 1), last, "")
        else:
            self.put(0, self.text.find("\n", last) + 1 or last, "")
