"""The same tables for spreadsheets: .xlsx, .ods, and a CSV that a French Excel opens with two clicks.

A French Excel opens our CSV as one column with broken accents; it wants semicolons, a byte order mark and decimal commas. Texts stay texts
(numbers of phones, dates that are only a year, what begins with ``=``); the same rows always give the same bytes.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter
from stream_write_ods import stream_write_ods

from rsmms.opendata.cells import BETWEEN, Row, Value, cell

MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - zip files have no time zone; the earliest day they can hold
_OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_WIDEST = 60
ENDINGS = (".xlsx", ".ods", "-excel.csv")
"""Ends of the names of the files beside each CSV."""


def spreadsheets(title: str, columns: Sequence[str], rows: Sequence[Row]) -> dict[str, bytes]:
    """The three files of a table, by the end of their names."""
    return {ENDINGS[0]: xlsx(title, columns, rows), ENDINGS[1]: ods(title, columns, rows), ENDINGS[2]: excel_csv(columns, rows)}


def _told(found: Value) -> str | float | bool | None:
    return BETWEEN.join(found) if isinstance(found, list) else found


def xlsx(title: str, columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """An Excel workbook with one sheet; its headings stay in sight, and each column can be filtered."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"created": MADE, "title": title, "author": "RSMMS", "comments": "CC BY 4.0"})
    sheet, bold = book.add_worksheet(title[:31]), book.add_format({"bold": True})
    sheet.write_row(0, 0, columns, bold)
    for number, row in enumerate(rows, 1):
        for column, name in enumerate(columns):
            found = _told(row[name])
            if isinstance(found, str):
                sheet.write_string(number, column, found)
            elif found is not None:
                sheet.write(number, column, found)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    for column, name in enumerate(columns):
        sheet.set_column(column, column, _width(name, rows))
    book.close()
    return out.getvalue()


def _width(name: str, rows: Sequence[Row]) -> int:
    """Wide enough for the first hundred rows."""
    return min(max([len(name), *(len(str(_told(row[name]) or "")) for row in rows[:100])]) + 2, _WIDEST)


def ods(title: str, columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """An OpenDocument workbook with one sheet."""
    listed = (tuple(_told(row[name]) for name in columns) for row in rows)
    return b"".join(stream_write_ods(((title[:31], tuple(columns), listed),), get_modified_at=lambda: MADE))


def excel_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """CSV with a byte order mark, semicolons, decimal commas and the line ends of Windows."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_comma(row[name]) for name in columns] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def _comma(found: Value) -> str:
    return cell(found).replace(".", ",") if isinstance(found, float) else cell(found)
