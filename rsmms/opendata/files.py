"""The whole tables as files: CSV, JSON and one SQLite database, in memory, so that a page can tell their sizes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rsmms.model.library import Library
from rsmms.model.written import Written
from rsmms.opendata.cells import Row, csv_bytes, json_bytes
from rsmms.opendata.database import DATABASE, database
from rsmms.opendata.rows_facts import FactRows
from rsmms.opendata.schema import Table, tables


@dataclass(frozen=True)
class OpenData:
    """Rows by table, and the files of the whole tables by name."""

    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def edition(self) -> str:
        """The newest day on which any fact was checked: the same data give the same edition on any day."""
        days = (row.get("checked") or row.get("read") or "" for listed in self.rows.values() for row in listed)
        return max((str(day) for day in days), default="")


def open_data(library: Library, written: Mapping[tuple[str, str], Written]) -> OpenData:
    """All rows and the files made of them."""
    made = FactRows(library, written)
    makers = made.makers()
    rows = {name: tuple(makers[name]()) for name in tables()}
    files: dict[str, bytes] = {}
    for name, table in tables().items():
        files[f"{name}.csv"] = csv_bytes(table.columns, rows[name])
        files[f"{name}.json"] = json_bytes(json_items(made, table, rows[name]))
    files[DATABASE] = database(rows)
    return OpenData(rows, files)


def json_items(made: FactRows, table: Table, rows: Sequence[Row], country: str | None = None) -> Iterator[Mapping[str, Any]]:
    """The rows as JSON objects; what is not known has no key. Statistics stand one series an object."""
    if table.name == "statistics":
        yield from _series(made, country)
        return
    for row in rows:
        yield {name: row[name] for name in table.columns if row[name] is not None}


def _series(made: FactRows, country: str | None) -> Iterator[dict[str, Any]]:
    """Series with their values by year, or by country in one year, as the data files have them."""
    listed = [made.library.countries[country]] if country else made.library.countries.values()
    for profile in listed:
        for series in profile.figures:
            shared: dict[str, Any] = {name: found for name, found in made.series(profile, series).items() if found is not None}
            values = {str(year): _number(v) for year, v in sorted(series.values.items())}
            partners = {code: _number(v) for code, v in series.by_country.items()}
            yield shared | ({"values": values} if values else {"year": series.year, "by_country": partners})


def _number(found: float) -> int | float:
    return int(found) if float(found).is_integer() else found


def country_rows(made: FactRows, rows: Mapping[str, Sequence[Row]], codes: Sequence[str]) -> Iterator[tuple[str, str, Table, list[Row]]]:
    """What each country has of each table: ``pays/togo/contacts``, its code, the table, its rows."""
    for table in (t for t in tables().values() if t.by_country):
        split: dict[str, list[Row]] = {code: [] for code in codes}
        for row in rows[table.name]:
            split[str(row["country"])].append(row)
        for code, own in split.items():
            if own:
                yield f"pays/{made.slug(code)}/{table.name}", code, table, own


def country_files(made: FactRows, rows: Mapping[str, Sequence[Row]], codes: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the files of each country: ``pays/togo/contacts.csv``."""
    for name, code, table, own in country_rows(made, rows, codes):
        yield f"{name}.csv", csv_bytes(table.columns, own)
        yield f"{name}.json", json_bytes(json_items(made, table, own, code))
