"""Days that cannot be: somebody looked in the future or in the Middle Ages, or a source is younger than the reading of it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches

from rsmms.checking.cited import leaves
from rsmms.problems.problem import Problem
from rsmms.reading.document import Document, Path_

LOOKED = ("checked", "read", "updated", "recorded")
"""Fields with the day on which somebody looked at something, or changed it."""
STATED = "as_of"
"""The field with the day of what was looked at."""
RATIFIED = "date"
"""The field with the day of a ratification: one of next year is none."""
_ADOPTED = ("figures", "law")
"""Parts of a profile with years of what is past: no census was taken, and no law passed, next year."""
GRACE = timedelta(days=1)
"""East of Greenwich it is tomorrow before the build, which counts in UTC, knows."""
_FIRST_LOOK, _FIRST_SOURCE = "2000", "1900"
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def day_problems(document: Document, today: date) -> Iterator[Problem]:
    """Days of a data file that cannot be, for a build on ``today``."""
    found = {at: value for at, value in leaves(document) if _is_day(at, value)}
    found |= {at: str(at[-1]) for at, _ in leaves(document) if at[:1] == ("figures",) and at[-2:-1] == ("values",)}
    for at, value in found.items():
        yield from _day(document, at, value, today)
        looked = next((found[(*at[:-1], name)] for name in LOOKED if (*at[:-1], name) in found), "")
        if at[-1] == STATED and looked and value[: len(looked)] > looked[: len(value)] and value <= _limit(today):
            yield document.problem("X022", at, found=value, read=looked)


def _is_day(at: Path_, value: object) -> bool:
    ratified = at[-1:] == (RATIFIED,) and at[0] == "ratifications"
    adopted = at[-1:] == ("year",) and at[0] in _ADOPTED
    return bool(at) and (ratified or adopted or at[-1] in (*LOOKED, STATED)) and isinstance(value, str) and bool(_DAY.fullmatch(value))


def _day(document: Document, at: Path_, value: str, today: date) -> Iterator[Problem]:
    if is_future(value, today):
        yield document.problem("X012", at, likely_year(value, today), found=value, today=today.isoformat())
    elif at[-1] in (*LOOKED, STATED) and value < (_FIRST_SOURCE if at[-1] == STATED else _FIRST_LOOK):
        yield document.problem("X021", at, likely_year(value, today), found=value)


def is_future(value: str, today: date) -> bool:
    """True for a day (or a month, or a year) that has not begun anywhere."""
    return value > _limit(today)[: len(value)]


def is_too_old(day: date) -> bool:
    """True for a day on which nobody can have looked at anything for this site."""
    return day.isoformat() < _FIRST_LOOK


def likely_year(value: str, today: date) -> str:
    """The day with this year or the last one, where the year has the same digits but for a slip: ``0206-11-01`` → ``2026-11-01``.

    >>> likely_year("0206-11-01", date(2026, 11, 30)), likely_year("2062-11-01", date(2026, 11, 30)), likely_year("1492", date(2026, 11, 30))
    ('2026-11-01', '2026-11-01', '')
    """
    known = [f"{today.year - back:04d}" for back in (0, 1)]
    found = [year for year in known if sorted(year) == sorted(value[:4])] or get_close_matches(value[:4], known, n=1, cutoff=0.75)
    meant = found[0] + value[4:] if found else ""
    return meant if meant and not is_future(meant, today) else ""


def _limit(today: date) -> str:
    return (today + GRACE).isoformat()
