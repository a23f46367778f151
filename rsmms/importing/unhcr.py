"""UNHCR, Refugee Data Finder: tables of people by country of origin and of asylum, in the three shapes in which they are given out."""

import re
from collections.abc import Sequence
from pathlib import Path

from rsmms.importing.found import Found, Refused, Said
from rsmms.importing.places import country_of
from rsmms.importing.refusals import NO_HEADER, NO_ROWS
from rsmms.importing.tables import Table, table
from rsmms.model.dates import PartialDate
from rsmms.problems.command_error import CommandError

PUBLISHER = "UNHCR"
_ORIGIN = ("Country of origin (ISO)", "ISO3CoO")
_ASYLUM = ("Country of asylum (ISO)", "ISO3CoA")
_GROUPS = {
    "REF": ("Refugees under UNHCR's mandate", "REF"), "ASY": ("Asylum-seekers", "ASY"),
    "IDP": ("IDPs of concern to UNHCR", "IDP"), "STA": ("Stateless persons", "STA"),
}  # fmt: skip
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
MOST = 15
NOBODY = ("UKN", "UNK", "XXA", "XXB", "STA")
"""Codes of people without a known country, and without a nationality."""


def read(path: Path) -> Found:
    """People by country and year; raise ``CommandError`` if it is no such file."""
    with table(path, ("Year",), PUBLISHER) as opened:
        origin, asylum = opened.column(*_ORIGIN), opened.column(*_ASYLUM)
        if not (origin and asylum and any(opened.column(*names) for names in _GROUPS.values())):
            raise CommandError(NO_HEADER, path=path.name, words=", ".join(f"« {w} »" for w in (_ORIGIN[0], _ASYLUM[0], _GROUPS["REF"][0])), publisher=PUBLISHER)
        series = [said for group, names in _GROUPS.items() if (name := opened.column(*names)) for said in _sums(opened, group, name, origin, asylum)]
        if not series:
            raise CommandError(NO_ROWS, path=path.name)
        return Found(path.name, _updated(opened.preamble), tuple(series), _refused(opened, origin, asylum))


def _number(column: str) -> str:
    """A column as numbers: ``-`` and other signs for "missing" are nothing, not zero."""
    return f"TRY_CAST(replace({column}, ',', '') AS DOUBLE)"


def _sums(opened: Table, group: str, name: str, origin: str, asylum: str) -> list[Said]:
    found: dict[tuple[str, str], dict[int, float]] = {}
    for side, place in (("asylum", asylum), ("origin", origin)):
        rows = opened.ask(
            f"SELECT {place}, TRY_CAST(Year AS INTEGER), sum({_number(name)}) AS people FROM data "  # noqa: S608 - names of columns
            "GROUP BY ALL HAVING people IS NOT NULL ORDER BY ALL"
        )
        for code, year, people in rows:
            if year and country_of(code or ""):
                found.setdefault((code, f"{group}:{side}"), {})[year] = people
    series = [Said(country, code, values) for (country, code), values in found.items() if any(values.values())]
    return series + (_from(opened, name, origin, asylum) if group == "REF" else [])


def _from(opened: Table, name: str, origin: str, asylum: str) -> list[Said]:
    """Where refugees come from, in the newest year of the file."""
    rows = opened.ask(
        f"SELECT {asylum}, {origin}, TRY_CAST(Year AS INTEGER) AS year, sum({_number(name)}) AS people FROM data "  # noqa: S608 - names of columns
        "WHERE year = (SELECT max(TRY_CAST(Year AS INTEGER)) FROM data) GROUP BY ALL HAVING people > 0 ORDER BY 1, people DESC, 2"
    )
    found: dict[str, dict[str, float]] = {}
    newest = 0
    for there, home, year, people in rows:
        if country_of(there or "") and country_of(home or ""):
            newest = year
            found.setdefault(there, {})[home] = people
    return [Said(country, "REF:from", year=newest, by_country=dict(list(listed.items())[:MOST])) for country, listed in found.items()]


def _refused(opened: Table, origin: str, asylum: str) -> tuple[Refused, ...]:
    """Codes that are no country: told, with how many lines they stand on."""
    rows = opened.ask(f"SELECT code, count(*) FROM (SELECT {origin} AS code FROM data UNION ALL SELECT {asylum} FROM data) GROUP BY 1 ORDER BY 1")  # noqa: S608
    found = []
    for code, lines in rows:
        if code and not country_of(code) and re.fullmatch("[A-Z]{3}", code):
            found.append(Refused(f"{code} ({lines})", "nobody" if code in NOBODY else "unsettled"))
    return tuple(found)


def _updated(preamble: Sequence[Sequence[str]]) -> PartialDate | None:
    """The day after "Last updated:", such as 13 June 2024."""
    for row in preamble:
        if len(row) > 1 and row[0].casefold().startswith("last updated"):
            found = re.fullmatch(r"([0-9]{1,2}) ([A-Za-z]+) ([0-9]{4})", row[1].strip())
            if found and found[2].casefold() in _MONTHS:
                return PartialDate(int(found[3]), _MONTHS.index(found[2].casefold()) + 1, int(found[1]))
    return None
