"""What looks wrong waits until a person confirms it by name: a jump, parts larger than their total, women and men that are not all."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from rsmms.importing.compare import Compared
from rsmms.importing.found import Found
from rsmms.importing.refusals import HALF
from rsmms.model.library import Library
from rsmms.problems.command_error import CommandError

JUMP = 3
SMALL = 1000
"""Below this number of people or dollars, three times as many is nothing."""
PARTS = {"immigrants_from": "international_migrant_stock", "emigrants_to": "emigrant_stock", "refugees_hosted_from": "refugees_hosted"}
"""Tables by country, and the total that they may not be larger than."""
WHOLE = 0.8
"""A file with fewer than this share of our countries is probably half a download."""


def hold_back(library: Library, found: Found, compared: Sequence[Compared], confirmed: Collection[str]) -> list[Compared]:
    """The same, with a reason on each that must wait; raise ``CommandError`` for a file that has lost too many countries."""
    _whole(library, found, compared, confirmed)
    totals = {(c.country, c.target.indicator): c for c in compared}
    made = []
    for item in compared:
        known = {item.name, item.target.indicator} & set(confirmed)
        reason = "" if known or not item.changes else _reason(library, found, item, totals)
        made.append(replace(item, held=reason))
    return made


def _whole(library: Library, found: Found, compared: Sequence[Compared], confirmed: Collection[str]) -> None:
    for target in {c.target.indicator: c.target for c in compared}.values():
        ours = {c.id for c in library.countries.values() if any((s.indicator, s.source) == (target.indicator, target.source) for s in c.figures)}
        theirs = {c.country for c in compared if c.target == target} & ours
        if len(theirs) < WHOLE * len(ours) and target.indicator not in confirmed:
            raise CommandError(HALF, path=found.path, indicator=target.indicator, found=str(len(theirs)), ours=str(len(ours)))


def _reason(library: Library, found: Found, item: Compared, totals: dict[tuple[str, str], Compared]) -> str:
    if any((item.country, int(value.place)) in found.unequal for value in item.values if value.place.isdigit()):
        return "unequal"
    if item.said.by_country:
        return "parts" if _parts_too_large(library, item, totals) else ""
    return "jump" if _jumps(item) else ""


def _parts_too_large(library: Library, item: Compared, totals: dict[tuple[str, str], Compared]) -> bool:
    """True if the countries together are more than the total of the same year."""
    name = PARTS.get(item.target.indicator, "")
    other = totals.get((item.country, name))
    known = {str(y): v for s in library.countries[item.country].series(name) for y, v in s.values.items()}
    total = (other.taken if other else known).get(str(item.said.year))
    return total is not None and sum(item.taken.values()) > total


def _jumps(item: Compared) -> bool:
    """True if a value is three times what it was, or the first new year three times the last old one."""
    pairs = [(value.old, value.new) for value in item.values if value.kind == "changed"]
    olds = {int(value.place): value.old for value in item.values if value.old is not None}
    news = {int(value.place): value.new for value in item.values if value.kind == "new"}
    if olds and news:
        pairs.append((olds[max(olds)], news[min(news)]))
    return any(old and new and old > 0 and new > 0 and max(old, new) >= SMALL and not 1 / JUMP < new / old < JUMP for old, new in pairs)
