"""Workbooks as rows of plain values: .xlsx, .xls and .ods, read by python-calamine."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rsmms.importing.guard import guard, library
from rsmms.importing.refusals import BROKEN_CELL, FORMULAS, NO_SHEET
from rsmms.problems.command_error import CommandError

Row = Sequence[Any]
_EMPTY_FORMULA = re.compile(rb"<c\b[^>]*\br=\"([A-Z]+[0-9]+)\"[^>]*>\s*<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_ERROR_CELL = re.compile(rb"<c\b[^>]*\bt=\"e\"[^>]*>(?:\s*<f\b[^>]*?(?:/>|>[^<]*</f>))?\s*<v>([^<]*)</v>")
_PLACE = re.compile(rb"\br=\"([A-Z]+[0-9]+)\"")
_ERROR = re.compile(r"#(?:N/A|NA|REF!|VALUE!|VALEUR!|NAME\?|NOM\?|DIV/0!|NUM!|NOMBRE!|NULL!|NUL!)|Err:5[0-9]{2}")
"""What Excel and LibreOffice show, in English and in French, where a formula failed."""


def workbook(path: Path) -> Mapping[str, list[Row]]:
    """Every sheet by its name; raise ``CommandError`` for what is no workbook, and for formulas that were never worked out."""
    guard(path)
    calamine = library("python_calamine")
    try:
        book = calamine.CalamineWorkbook.from_path(path)
        sheets = {name: _rows(book.get_sheet_by_name(name)) for name in book.sheet_names}
    except calamine.PasswordError:
        from rsmms.importing.refusals import LOCKED  # noqa: PLC0415

        raise CommandError(LOCKED, path=path.name) from None
    except calamine.CalamineError:
        raise CommandError(NO_SHEET, path=path.name) from None
    _worked_out(path)
    for name, rows in sheets.items():
        sound(path, name, rows)
    return sheets


def _rows(sheet: Any) -> list[Row]:
    """All rows from the first of the sheet, because people are told their numbers; calamine leaves empty ones at the top out."""
    above = sheet.start[0] if sheet.start else 0
    return [()] * above + list(sheet.to_python(skip_empty_area=True))


def sound(path: Path, sheet: str, rows: Sequence[Row]) -> None:
    """Raise ``CommandError`` where a cell shows an error of the spreadsheet: what stood there is lost, which is not the same as nothing."""
    for number, row in enumerate(rows, 1):
        found = next((cell for cell in row if isinstance(cell, str) and _ERROR.fullmatch(cell.strip())), None)
        if found:
            raise CommandError(BROKEN_CELL, path=path.name, sheet=sheet, cell=str(number), found=found)


def _worked_out(path: Path) -> None:
    """Calamine gives an empty text for a formula without its value, and for an error: something would be missing and nobody would see it."""
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        return
    with zipfile.ZipFile(path) as packed:
        for name in sorted(n for n in packed.namelist() if n.startswith("xl/worksheets/sheet")):
            content = packed.read(name)
            empty, wrong = _EMPTY_FORMULA.search(content), _ERROR_CELL.search(content)
            if empty:
                raise CommandError(FORMULAS, path=path.name, sheet=Path(name).stem, cell=empty[1].decode())
            if wrong:
                where = _PLACE.search(wrong[0])
                raise CommandError(BROKEN_CELL, path=path.name, sheet=Path(name).stem, cell=where[1].decode() if where else "?", found=wrong[1].decode())


def words(value: Any) -> str:
    """A cell as text, its spaces and line breaks made single."""
    return " ".join(str(value).split()) if value is not None else ""


def number(value: Any) -> float | None:
    """A cell as a number: ``1,155,390`` and ``1 155 390`` too; ``None`` for a word, a sign for "missing" or an empty cell."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    text = re.sub(r"[\s\u00a0\u202f]", "", str(value))
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", text):
        text = text.replace(",", "")
    try:
        return float(text) if re.fullmatch(r"[-+]?[0-9.]+(e[-+]?[0-9]+)?", text, re.IGNORECASE) else None
    except ValueError:
        return None


def code(value: Any) -> str:
    """A code that a spreadsheet may have turned into a number: 768.0 is ``768``."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return words(value)
