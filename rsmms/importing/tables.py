"""Large tables of text (.csv, .csv.gz), read by DuckDB as they are needed: a file of five million rows is never held whole."""

import csv
import gzip
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rsmms.importing.guard import guard, library
from rsmms.importing.refusals import CUT, NO_HEADER
from rsmms.problems.command_error import CommandError

_HEAD = 200_000
MEMORY = "300MB"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be asked in SQL as ``data``; all its values are texts."""

    path: Path
    columns: tuple[str, ...]
    preamble: tuple[tuple[str, ...], ...]
    """What stands above the headings."""
    connection: Any

    def ask(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of an answer, a thousand at a time."""
        duckdb = library("duckdb")
        try:
            cursor = self.connection.execute(query, list(values))
            while rows := cursor.fetchmany(1000):
                yield from rows
        except duckdb.Error as error:
            if isinstance(error, duckdb.InvalidInputException | duckdb.ConversionException | duckdb.IOException):
                raise CommandError(CUT, path=self.path.name) from None
            raise

    def column(self, *names: str) -> str:
        """The first column of these names, quoted for SQL; empty if there is none."""
        known = {" ".join(name.casefold().split()): name for name in self.columns}
        found = next((known[name.casefold()] for name in names if name.casefold() in known), "")
        return '"' + found.replace('"', '""') + '"' if found else ""


@contextmanager
def table(path: Path, wanted: Sequence[str], publisher: str) -> Iterator[Table]:
    """Open a table whose headings, wherever they stand, have all the wanted words; raise ``CommandError`` if no line has."""
    guard(path)
    with tempfile.TemporaryDirectory() as folder:
        readable, head = _utf8(path, Path(folder))
        lines = head.split("\n")
        delimiter = max(",;\t", key=lambda sign: max(line.count(sign) for line in lines[:40]))
        place = _header(lines, delimiter, wanted)
        if place is None:
            raise CommandError(NO_HEADER, path=path.name, words=", ".join(f"« {w} »" for w in wanted), publisher=publisher)
        columns = _names(next(csv.reader([lines[place]], delimiter=delimiter)))
        connection = library("duckdb").connect(config={"memory_limit": MEMORY, "threads": 2, "temp_directory": folder})
        try:
            _view(connection, readable, place, columns, delimiter)
            yield Table(path, columns, tuple(tuple(row) for row in csv.reader(lines[:place], delimiter=delimiter)), connection)
        finally:
            connection.close()


def _utf8(path: Path, folder: Path) -> tuple[Path, str]:
    """A file DuckDB reads, and its beginning: UTF-8 as it is, cp1252 once more in UTF-8; nothing is guessed beyond these two."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rb") as file:
        head = file.read(_HEAD)
    try:
        return path, head[: head.rfind(b"\n") + 1 or len(head)].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        copy = folder / "utf8.csv"
        with opened(path, "rt", encoding="cp1252", errors="replace", newline="") as source, copy.open("w", encoding="utf-8", newline="") as target:
            for line in source:
                target.write(line)
        return copy, copy.read_text(encoding="utf-8")[:_HEAD].replace("\r\n", "\n")


def _header(lines: Sequence[str], delimiter: str, wanted: Sequence[str]) -> int | None:
    for number, line in enumerate(lines[:200]):
        cells = {" ".join(cell.casefold().split()) for cell in next(csv.reader([line], delimiter=delimiter), [])}
        if {word.casefold() for word in wanted} <= cells:
            return number
    return None


def _names(cells: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, each once."""
    made: list[str] = []
    for number, cell in enumerate(cells):
        name = re.sub(r"\s+", " ", cell).strip() or f"column {number}"
        made.append(name if name.casefold() not in {m.casefold() for m in made} else f"{name} ({number})")
    return tuple(made)


def _view(connection: Any, path: Path, skip: int, columns: Sequence[str], delimiter: str) -> None:
    """The table as ``data``; columns are given, so that nothing is guessed."""
    named = "{" + ", ".join(f"{_text(name)}: 'VARCHAR'" for name in columns) + "}"
    connection.execute(
        f"CREATE VIEW data AS SELECT * FROM read_csv({_text(str(path))}, auto_detect=false, header=true, skip={skip}, delim={_text(delimiter)}, "  # noqa: S608
        f"quote='\"', escape='\"', columns={named}, null_padding=true, strict_mode=false, parallel=false)"
    )


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
