"""How many situations in how many countries have somebody who answers: the site's promise as a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rsmms.joins.help_desks import fitting
from rsmms.model.front import Front
from rsmms.model.library import Library


@dataclass(frozen=True, slots=True)
class Coverage:
    """Cells (a situation in a country) with a fitting line that is no emergency service."""

    cells: int
    reached: int
    """A line that can be called, written to, visited or found on its own website."""
    direct: int
    """A line that answers by phone, WhatsApp, SMS, e-mail or form."""
    sure: int
    """A line that answers so, and that a source confirms: no "call first"."""
    called: int
    """A line that somebody really called."""
    empty: tuple[str, ...]
    """Countries (alpha-3) in which no situation has a line."""

    @property
    def share(self) -> float:
        """Part of the cells with a line, from 0 to 1."""
        return self.reached / self.cells if self.cells else 0.0


def coverage(library: Library, situations: Iterable[Front], *, priority: bool = False) -> Coverage:
    """The figure for all countries with a profile, or for those that the network works in first."""
    guides = tuple(situations)
    codes = [c.id for c in library.countries.values() if c.priority or not priority]
    rows = {code: [_cell(library, code, guide) for guide in guides] for code in codes}
    cells = [cell for row in rows.values() for cell in row]
    reached, direct, sure, called = (sum(cell[place] for cell in cells) for place in range(4))
    empty = tuple(code for code, row in rows.items() if not any(cell[0] for cell in row))
    return Coverage(len(cells), reached, direct, sure, called, empty)


def _cell(library: Library, code: str, guide: Front) -> Sequence[bool]:
    """Whether there is a line, a direct one, a sure direct one, one that was called."""
    lines = fitting(library, code, guide)
    sure = any(c.direct and c.confidence.value in ("confirmed", "single_source") for c in lines)
    return bool(lines), any(c.direct for c in lines), sure, any(c.called for c in lines)
