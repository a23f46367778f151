"""World Bank indicators: as downloaded by indicator (``API_….csv``, ``.zip``, ``.xls``), from DataBank, and through HDX."""

import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rsmms.importing.found import Found, Refused, Said
from rsmms.importing.guard import guard
from rsmms.importing.places import country_of, unsettled
from rsmms.importing.refusals import NO_HEADER, NO_ROWS
from rsmms.importing.sheets import Row, number, words, workbook
from rsmms.importing.tables import Table, table
from rsmms.model.dates import PartialDate
from rsmms.problems.command_error import CommandError

PUBLISHER = "World Bank"
_WIDE = ("Country Code", "Indicator Code")
_LONG = ("Country ISO3", "Year", "Indicator Code", "Value")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
Values = dict[tuple[str, str], dict[int, float]]


def read(path: Path) -> Found:
    """The series of a file by country; raise ``CommandError`` if it is no such file."""
    if zipfile.is_zipfile(path) and path.suffix.lower() == ".zip":
        return _zipped(path)
    if path.suffix.lower() in (".xls", ".xlsx", ".ods"):
        return _sheets(path)
    try:
        with table(path, _LONG, PUBLISHER) as opened:
            return _found(path, None, _long(opened))
    except CommandError as other:
        if other.message is not NO_HEADER:
            raise
    with table(path, _WIDE, PUBLISHER) as opened:
        columns = [name for name in opened.columns if re.fullmatch(r"[0-9]{4}( \[YR[0-9]{4}\])?", name)]
        chosen = ", ".join(f'"{name}"' for name in columns)
        rows = opened.ask(f"SELECT {opened.column('Country Code')}, {opened.column('Indicator Code')}, {chosen} FROM data")  # noqa: S608 - names of columns
        return _found(path, _updated(opened.preamble), ((row[0], row[1], zip((int(c[:4]) for c in columns), row[2:], strict=True)) for row in rows))


def _zipped(path: Path) -> Found:
    """The file of figures in a download; the other two hold notes about countries and the indicator."""
    guard(path)
    with zipfile.ZipFile(path) as packed, tempfile.TemporaryDirectory() as folder:
        name = next((n for n in packed.namelist() if n.endswith(".csv") and not Path(n).name.startswith("Metadata")), None)
        if name is None:
            raise CommandError(NO_HEADER, path=path.name, words=", ".join(f"« {w} »" for w in _WIDE), publisher=PUBLISHER)
        inner = Path(folder) / Path(name).name
        inner.write_bytes(packed.read(name))
        return read(inner)


def _sheets(path: Path) -> Found:
    for rows in workbook(path).values():
        for number_, row in enumerate(rows[:40]):
            cells = [words(cell) for cell in row]
            if set(_WIDE) <= set(cells):
                return _found(path, _updated(rows[:number_]), _wide(rows[number_ + 1 :], cells))
    raise CommandError(NO_HEADER, path=path.name, words=", ".join(f"« {w} »" for w in _WIDE), publisher=PUBLISHER)


Rows = Iterator[tuple[str, str, Iterator[tuple[int, object]]]]
"""Code of the country, code of the indicator, years with what stands there."""


def _wide(rows: Sequence[Row], cells: Sequence[str]) -> Rows:
    years = {n: int(cell[:4]) for n, cell in enumerate(cells) if re.fullmatch(r"[0-9]{4}(\.0)?", cell)}
    place, name = (cells.index(word) for word in _WIDE)
    yield from ((words(row[place]), words(row[name]), iter([(year, row[n]) for n, year in years.items() if n < len(row)])) for row in rows)


def _long(opened: Table) -> Rows:
    """One value a line; the second line may hold HXL tags, whose year is no number."""
    names = ", ".join(opened.column(word) for word in ("Country ISO3", "Indicator Code", "Year", "Value"))
    for country, name, year, value in opened.ask(f"SELECT {names} FROM data"):  # noqa: S608 - names of columns
        if (year or "").isdigit():
            yield country, name, iter([(int(year), value)])


def _found(path: Path, edition: PartialDate | None, rows: Rows) -> Found:
    values: Values = {}
    refused: set[Refused] = set()
    for country, name, years in rows:
        if country_of(country or ""):
            read_ = {year: read_value for year, cell in years if (read_value := number(cell)) is not None}
            values.setdefault((country, name), {}).update(read_)
        elif country and unsettled(country):
            refused.add(Refused(f"{country} {unsettled(country)}", "unsettled"))
    series = tuple(Said(country, name, dict(sorted(listed.items()))) for (country, name), listed in sorted(values.items()) if listed)
    if not series:
        raise CommandError(NO_ROWS, path=path.name)
    return Found(path.name, edition, series, tuple(sorted(refused, key=lambda r: r.row)))


def _updated(preamble: Sequence[Sequence[object]]) -> PartialDate | None:
    """The day in the line "Last Updated Date"."""
    for row in preamble:
        if row and "updated" in str(row[0]).casefold():
            found = next((m for cell in row[1:] if (m := _DATE.search(str(cell)))), None)
            return PartialDate.parse(found[0]) if found else None
    return None
