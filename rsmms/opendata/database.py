"""All tables in one SQLite file with keys, the same bytes for the same data.

The address and licence of a source stand once, in ``sources``; the view ``contacts_cited`` shows them beside each contact.
"""

import sqlite3
from collections.abc import Mapping, Sequence

from rsmms.opendata.cells import BETWEEN, Row, Value
from rsmms.opendata.schema import Field, Table, tables

DATABASE = "rsmms.sqlite"
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"}
_ABOUT = "CREATE TABLE about (table_name TEXT, column_name TEXT, fr TEXT, en TEXT)"
_OF_SOURCE = ("source_url", "licence")
"""Columns that a view takes from ``sources``."""
_WRITTEN_BY = slice(92, 100)
"""Header bytes that name the version of the library that wrote the file; readers do not need them."""


def database(rows: Mapping[str, Sequence[Row]]) -> bytes:
    """The database as bytes; the table ``about`` says what each column means."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA page_size = 4096")
        _describe(connection)
        for name, table in tables().items():
            _fill(connection, table, rows[name])
        connection.commit()
        connection.execute("VACUUM")
        made = bytearray(connection.serialize())
    finally:
        connection.close()
    made[_WRITTEN_BY] = bytes(8)
    return bytes(made)


def _describe(connection: sqlite3.Connection) -> None:
    connection.execute(_ABOUT)
    told = ((t.name, f.name, f.about["fr"], f.about["en"]) for t in tables().values() for f in t.fields)
    connection.executemany("INSERT INTO about VALUES (?, ?, ?, ?)", told)


def _fill(connection: sqlite3.Connection, table: Table, rows: Sequence[Row]) -> None:
    may_miss = {name for name in table.key if any(row[name] is None for row in rows)}
    cites = table.columns[-5:-2] == ("source", *_OF_SOURCE)
    fields = [field for field in table.fields if not (cites and field.name in _OF_SOURCE)]
    columns = [_column(field, may_miss=field.name in may_miss) for field in fields]
    keys = ", ".join(f'"{name}"' for name in table.key)
    connection.execute(f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({keys})) WITHOUT ROWID')
    places = ", ".join("?" * len(fields))
    values = ([_stored(row[f.name], in_key=f.name in may_miss) for f in fields] for row in rows)
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', values)  # noqa: S608 - names are ours
    if cites:
        connection.execute(
            f'CREATE VIEW "{table.name}_cited" AS SELECT t.*, s.publisher, s.url AS source_url, s.licence '  # noqa: S608
            f'FROM "{table.name}" AS t LEFT JOIN sources AS s USING (source)'
        )


def _column(field: Field, *, may_miss: bool) -> str:
    """One column; a column that may be missing in a key (a total has no partner) cannot refer to another table."""
    refers = f' REFERENCES "{field.ref}"' if field.ref and not may_miss else ""
    return f'"{field.name}" {_TYPES.get(field.type, "TEXT")}{refers}'


def _stored(found: Value, *, in_key: bool) -> str | int | float | None:
    """What is not known is NULL, but an empty text in a key, which may hold no NULL."""
    if found is None:
        return "" if in_key else None
    return BETWEEN.join(found) if isinstance(found, list) else found
