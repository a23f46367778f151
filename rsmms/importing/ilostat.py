"""ILOSTAT: bulk files by indicator (``.csv.gz``, with codes) and exports with labels."""

import re
from collections.abc import Sequence
from pathlib import Path

from rsmms.importing.found import Found, Refused, Said
from rsmms.importing.places import country_of, named_country
from rsmms.importing.refusals import NO_ROWS
from rsmms.importing.tables import Table, table
from rsmms.model.dates import PartialDate
from rsmms.problems.command_error import CommandError

PUBLISHER = "ILOSTAT"
_WORDS = ("time", "obs_value")
_KEYS = ("indicator", "sex", "classif1", "classif2")


def read(path: Path, wanted: Sequence[str]) -> Found:
    """The series that are wanted, each ``INDICATOR | SEX | CLASS …`` in codes or labels, over whole years."""
    with table(path, _WORDS, PUBLISHER) as opened:
        series: dict[tuple[str, str], dict[int, float]] = {}
        refused: set[Refused] = set()
        for code in wanted:
            for place, year, value in _rows(opened, code):
                country = country_of(place) or named_country(place)
                if country:
                    series.setdefault((country, code), {})[year] = value
                elif not re.match(r"X[0-9]{2}|[A-Z][a-z]+.*(income|Africa|Asia|America|World|States|Europe)", place):
                    refused.add(Refused(place, "unsettled"))
        if not next(opened.ask("SELECT 1 FROM data LIMIT 1"), None):
            raise CommandError(NO_ROWS, path=path.name)
    edition = re.search(r"([0-9]{4}-[0-9]{2}-[0-9]{2})", path.name)
    said = tuple(Said(country, code, dict(sorted(values.items()))) for (country, code), values in sorted(series.items()))
    return Found(path.name, PartialDate.parse(edition[1]) if edition else None, said, tuple(sorted(refused, key=lambda r: r.row)))


def _rows(opened: Table, code: str) -> list[tuple[str, int, float]]:
    """Place, year and value of a series; a month or quarter is no year, and a value that is not published is no zero."""
    parts = code.split(" | ")
    columns = [opened.column(key, f"{key}.label") for key in _KEYS]
    asked = [(column, part) for column, part in zip(columns, parts, strict=False) if column and part]
    place = opened.column("ref_area", "ref_area.label")
    where = " AND ".join(f"{column} = ?" for column, _ in asked) or "true"
    query = (
        f'SELECT {place}, TRY_CAST("time" AS INTEGER) AS year, avg(TRY_CAST(obs_value AS DOUBLE)) AS value FROM data '  # noqa: S608 - names of columns
        f"WHERE {where} AND year IS NOT NULL GROUP BY ALL HAVING value IS NOT NULL ORDER BY ALL"
    )
    return [(str(row[0] or ""), int(row[1]), float(row[2])) for row in opened.ask(query, [part for _, part in asked])]


def indicators(path: Path) -> list[str]:
    """The indicators of a file, to say which one was found instead."""
    with table(path, _WORDS, PUBLISHER) as opened:
        column = opened.column("indicator", "indicator.label")
        return [str(row[0]) for row in opened.ask(f"SELECT DISTINCT {column} FROM data ORDER BY 1 LIMIT 5")] if column else []  # noqa: S608
