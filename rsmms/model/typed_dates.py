"""Days as people type them: which one a text means, and how many days a month has."""

import calendar
import re
from functools import cache

from babel import Locale

_DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")


_YEAR_FIRST = re.compile(r"(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})")


_MONTHS = 12
_IN_WORDS = (
    re.compile(r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\s+(?P<month>[^\W\d]+)\.?,?\s+(?P<year>\d{4})"),
    re.compile(r"(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"),
)


@cache
def _month_names() -> dict[str, int]:
    """The names of months in French and English, whole and short."""
    listed = (Locale(code).months["format"][width] for code in ("fr", "en") for width in ("wide", "abbreviated"))
    return {name.rstrip(".").casefold(): number for names in listed for number, name in names.items()}


def _worded(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a day whose month is a word: ``8 novembre 1983``."""
    for form in _IN_WORDS:
        found = form.fullmatch(text.strip())
        month = _month_names().get(found["month"].casefold()) if found else None
        if found and month:
            return int(found["year"]), month, int(found["day"])
    return None


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a day in figures, the French way round unless only the other is possible."""
    found = _YEAR_FIRST.fullmatch(text.strip())
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    found = _DAY_FIRST.fullmatch(text.strip())
    if not found:
        return _worded(text)
    first, second, year = map(int, found.groups())
    return (year, first, second) if second > _MONTHS >= first else (year, second, first)


def parse_typed_day(text: str) -> str:
    """The day as YYYY-MM-DD, when only one day can be meant.

    >>> parse_typed_day("28/02/2026"), parse_typed_day("2026/2/8"), parse_typed_day("03/02/2026"), parse_typed_day("1er nov. 2026")
    ('2026-02-28', '2026-02-08', '', '2026-11-01')
    """
    parts = _parts(text)
    if not parts or not 1 <= parts[1] <= _MONTHS or not 1 <= parts[2] <= calendar.monthrange(*parts[:2])[1]:
        return ""
    ambiguous = _DAY_FIRST.fullmatch(text.strip()) and parts[2] <= _MONTHS and parts[1] != parts[2]
    return "" if ambiguous else "{:04}-{:02}-{:02}".format(*parts)


def days_of_month(text: str) -> int:
    """How many days the month has, for a day that does not exist; 0 if the text is no such day.

    >>> days_of_month("31/02/2026"), days_of_month("2026-02-28"), days_of_month("demain")
    (28, 0, 0)
    """
    parts = _parts(text)
    if not parts or not 1 <= parts[1] <= _MONTHS or not parts[0] >= 1:
        return 0
    last = calendar.monthrange(*parts[:2])[1]
    return last if parts[2] > last else 0
