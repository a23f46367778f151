"""How a value stands in a CSV cell and in JSON.

Spreadsheets run a text that begins with ``=``, ``+``, ``-`` or ``@`` as a formula. Such a text gets an apostrophe before it.
Phones never need one: they are written ``tel:+22822213334``. Numbers keep their minus sign: they are not text.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache

from rsmms.model.dates import PartialDate

Value = str | int | float | bool | None | list[str]
Row = Mapping[str, Value]

BETWEEN = " | "
"""Stands between the values of a list."""
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_APOSTROPHE = "'"


def value(found: object) -> Value:
    """A fact's value as plain data: dates as ISO texts, whole numbers without decimals, what is empty as None."""
    if isinstance(found, Enum):
        return str(found.value)
    if isinstance(found, PartialDate | date):
        return str(found)
    if isinstance(found, float) and found.is_integer():
        return int(found)
    if isinstance(found, bool | int | float):
        return found
    if isinstance(found, Iterable) and not isinstance(found, str):
        return [str(value(item)) for item in found] or None
    return str(found) if found else None


@lru_cache(maxsize=50_000)
def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula; ``plain`` gives the text back.

    >>> safe("=1+1"), safe("C143"), safe("'quoted'")
    ("'=1+1", 'C143', "''quoted'")
    """
    return _APOSTROPHE + text if text.lstrip(" \u00a0").startswith((*_RISKY, _APOSTROPHE)) else text


def plain(cell: str) -> str:
    """The text of a cell, without the apostrophe that ``safe`` put before it."""
    return cell.removeprefix(_APOSTROPHE)


def cell(found: Value) -> str:
    """A value as it stands in CSV."""
    if found is None:
        return ""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, list):
        return safe(BETWEEN.join(found))
    return safe(found) if isinstance(found, str) else repr(found)


def csv_bytes(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A CSV file: UTF-8, comma, quotes where needed, one line feed a row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row[name]) for name in columns] for row in rows)
    return out.getvalue().encode()


def json_bytes(items: Iterable[object]) -> bytes:
    """A JSON list, one item a line, so that two editions can be compared line by line."""
    lines = (json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in items)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
