"""UN DESA, International Migrant Stock: workbooks by destination, and by destination and origin.

Editions of 2019, 2020 and 2024 put their headings on other lines and merge them otherwise, so everything is found by its words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rsmms.importing.found import Found, Refused, Said
from rsmms.importing.places import OTHERS, WORLD, country_of, unsettled
from rsmms.importing.refusals import NO_HEADER, NO_ROWS
from rsmms.importing.sheets import Row, code, number, words, workbook
from rsmms.model.dates import PartialDate
from rsmms.problems.command_error import CommandError

PUBLISHER = "UN DESA"
_PLACE = re.compile(r"(location )?code( of (country or area of )?destination)?( \(?m49\)?)?", re.IGNORECASE)
_ORIGIN = re.compile(r"(location )?code of (country or area of )?origin", re.IGNORECASE)
_EDITION = re.compile(r"Rev\.\s?(20[0-9]{2})|International Migrant Stock (20[0-9]{2})")
_SHARE = re.compile(r"female migrants as a percentage", re.IGNORECASE)
_STOCK = re.compile(r"international migrant stock at mid-year", re.IGNORECASE)
MOST = 15
"""Countries named in a table by country; the others are together in the total."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: where its codes stand, and the columns of each sex and year."""

    rows: Sequence[Row]
    place: int
    origin: int | None
    columns: Mapping[tuple[str, int], int]
    share: bool


def read(path: Path) -> Found:
    """Everything the workbook says about countries of today; raise ``CommandError`` if it is no such workbook."""
    sheets = workbook(path)
    found = [sheet for rows in sheets.values() if (sheet := _sheet(rows))]
    if not found:
        raise CommandError(NO_HEADER, path=path.name, words="« Location code », « 1990 »", publisher=PUBLISHER)
    series = [said for sheet in found for said in (_pairs(sheet) if sheet.origin is not None else _totals(sheet))]
    if not series:
        raise CommandError(NO_ROWS, path=path.name)
    refused = {Refused(f"{code(row[sheet.place])} {name}", "unsettled") for sheet in found for row in sheet.rows if (name := _told(row, sheet))}
    unequal = tuple(sorted({pair for sheet in found for pair in _unequal(sheet)}))
    return Found(path.name, _edition(sheets), tuple(series), tuple(sorted(refused, key=lambda r: r.row)), unequal)


def _edition(sheets: Mapping[str, Sequence[Row]]) -> PartialDate | None:
    """The year in the title of the workbook."""
    for rows in sheets.values():
        found = next((m for row in rows[:15] for cell in row if (m := _EDITION.search(str(cell)))), None)
        if found:
            return PartialDate.parse(found[1] or found[2])
    return None


def _sheet(rows: Sequence[Row]) -> Sheet | None:
    """The table of a sheet; ``None`` if it holds no stock of migrants."""
    for number_, row in enumerate(rows[:40]):
        cells = [words(cell) for cell in row]
        place = next((n for n, cell in enumerate(cells) if _PLACE.fullmatch(cell)), None)
        if place is not None:
            origin = next((n for n, cell in enumerate(cells) if _ORIGIN.fullmatch(cell)), None)
            years = next((n for n in (number_, number_ + 1) if n < len(rows) and len(_years(rows[n])) > 1), None)
            return _described(rows, years, place, origin) if years is not None else None
    return None


def _years(row: Row) -> dict[int, int]:
    """Columns whose heading is a year."""
    return {n: int(value) for n, cell in enumerate(row) if (value := number(cell)) and value.is_integer() and 1950 <= value <= 2100}


def _described(rows: Sequence[Row], years: int, place: int, origin: int | None) -> Sheet | None:
    above = [[words(cell) for cell in row] for row in rows[max(0, years - 4) : years + 1]]
    title = " ".join(words(cell) for row in rows[: years + 1] for cell in row)
    columns: dict[tuple[str, int], int] = {}
    label = "both"
    for column, year in sorted(_years(rows[years]).items()):
        label = next((sex for row in above if column < len(row) and (sex := _sex(row[column]))), label)
        columns.setdefault((label, year), column)
    share = bool(_SHARE.search(title))
    stock = origin is not None or (_STOCK.search(title) and not re.search(r"as a percentage|annual rate|refugee", title, re.IGNORECASE))
    return Sheet(rows[years + 1 :], place, origin, columns, share) if share or stock else None


def _sex(text: str) -> str:
    """Which sex a heading is about; empty if it says nothing of it."""
    folded = text.casefold()
    if not re.search("[a-z]{4}", folded):
        return ""
    if re.search(r"\bboth\b", folded) or "percentage" in folded:
        return "both"
    return "female" if re.search(r"\b(female|women)", folded) else "male" if re.search(r"\b(male|men)", folded) else ""


def _values(row: Row, sheet: Sheet, sex: str) -> dict[int, float]:
    read_ = {year: number(row[column]) for (own, year), column in sheet.columns.items() if own == sex and column < len(row)}
    return {year: value for year, value in read_.items() if value is not None}


def _totals(sheet: Sheet) -> Iterator[Said]:
    codes = {"both": "female_share"} if sheet.share else {"both": "stock", "female": "stock_female"}
    for row in sheet.rows:
        country = country_of(code(row[sheet.place])) if len(row) > sheet.place else ""
        for sex, name in codes.items() if country else ():
            if values := _values(row, sheet, sex):
                yield Said(country, name, values)


def _pairs(sheet: Sheet) -> Iterator[Said]:
    """Totals from the rows of the world, and the countries with most people in the newest year."""
    newest = max(year for _, year in sheet.columns)
    inward: dict[str, dict[str, float]] = {}
    outward: dict[str, dict[str, float]] = {}
    for row in sheet.rows:
        to, out = code(row[sheet.place]), code(row[sheet.origin or 0])
        there, home = country_of(to), country_of(out)
        yield from _world(row, sheet, there if out == WORLD else "", ("stock", "stock_female"))
        yield from _world(row, sheet, home if to == WORLD else "", ("emigrants", "emigrants_female"))
        value = _values(row, sheet, "both").get(newest, 0)
        if there and value and (home or out == OTHERS):
            inward.setdefault(there, {})[home or "OTHER"] = value
        if there and home and value:
            outward.setdefault(home, {})[there] = value
    for name, listed in (("from", inward), ("to", outward)):
        yield from (Said(country, name, year=newest, by_country=_largest(values)) for country, values in listed.items())


def _world(row: Row, sheet: Sheet, country: str, names: tuple[str, str]) -> Iterator[Said]:
    for sex, name in zip(("both", "female"), names, strict=True):
        if country and (values := _values(row, sheet, sex)):
            yield Said(country, name, values)


def _largest(values: Mapping[str, float]) -> dict[str, float]:
    """The largest, by value and then by code; those that are not named come last."""
    named = sorted(((c, v) for c, v in values.items() if c != "OTHER"), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return dict(named) | ({"OTHER": values["OTHER"]} if "OTHER" in values else {})


def _told(row: Row, sheet: Sheet) -> str:
    return unsettled(code(row[sheet.place])) if len(row) > sheet.place else ""


def _unequal(sheet: Sheet) -> Iterator[tuple[str, int]]:
    """Countries and years in which women and men are more than two people off all."""
    if sheet.share or sheet.origin is not None:
        return
    for row in sheet.rows:
        country = country_of(code(row[sheet.place])) if len(row) > sheet.place else ""
        sexes: list[dict[int, Any]] = [_values(row, sheet, sex) for sex in ("both", "female", "male")]
        for year in set.intersection(*map(set, sexes)) if country else ():
            if abs(sexes[0][year] - sexes[1][year] - sexes[2][year]) > 2:
                yield country, year
