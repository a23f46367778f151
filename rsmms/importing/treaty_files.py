"""Lists of ratifications as they are given out: a table with a line for each country and treaty, or the UN Treaty Collection's XML."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rsmms.importing.found import Refused
from rsmms.importing.guard import guard, library
from rsmms.importing.places import country_of, named_country
from rsmms.importing.refusals import CUT, NO_HEADER, NO_ROWS
from rsmms.importing.sheets import words, workbook
from rsmms.importing.tables import table
from rsmms.language.fold import fold
from rsmms.model.country import Action, Status
from rsmms.model.dates import PartialDate
from rsmms.model.typed_dates import parse_typed_day
from rsmms.problems.command_error import CommandError

PUBLISHER = "OIT / ONU"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "country": ("iso3", "country code", "country", "pays", "state", "etat", "participant", "member"),
    "instrument": ("instrument", "convention", "treaty", "traite"),
    "status": ("status", "statut", "etat de ratification"),
    "date": ("date", "date of ratification", "ratification", "date de ratification", "ratified"),
    "in_force": ("entry_into_force", "entry into force", "entree en vigueur", "in force since"),
}
"""Headings of each column, folded."""
STATUS: Mapping[str, Status] = {
    "in force": Status.IN_FORCE, "in_force": Status.IN_FORCE, "en vigueur": Status.IN_FORCE, "ratified": Status.IN_FORCE, "ratifiee": Status.IN_FORCE,
    "ratified_not_in_force": Status.RATIFIED_NOT_IN_FORCE, "not yet in force": Status.RATIFIED_NOT_IN_FORCE,
    "pas encore en vigueur": Status.RATIFIED_NOT_IN_FORCE, "signed_only": Status.SIGNED_ONLY, "signed": Status.SIGNED_ONLY, "signee": Status.SIGNED_ONLY,
    "not_ratified": Status.NOT_RATIFIED, "not ratified": Status.NOT_RATIFIED, "non ratifiee": Status.NOT_RATIFIED,
    "denounced": Status.DENOUNCED, "denoncee": Status.DENOUNCED,
}  # fmt: skip
_ACTIONS = {"a": Action.ACCESSION, "d": Action.SUCCESSION, "": Action.RATIFICATION}
_MONTHS = {name: n for n, names in enumerate((
    "jan janv january janvier", "feb fev fevr february fevrier", "mar mars march", "apr avr april avril", "may mai", "jun june juin",
    "jul juil july juillet", "aug august aout", "sep sept september septembre", "oct october octobre", "nov november novembre", "dec december decembre",
), 1) for name in names.split()}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """What a list says of one country and one treaty."""

    country: str
    instrument: str
    status: Status
    date: PartialDate | None = None
    in_force: PartialDate | None = None
    action: Action | None = None
    denounced: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A whole list."""

    path: str
    acts: tuple[Act, ...]
    refused: tuple[Refused, ...]


def read(path: Path, instruments: Mapping[str, str], only: str = "") -> Listed:
    """Every line of a list; ``instruments`` maps folded codes to ids, ``only`` is the treaty of a list that names none."""
    rows = list(_xml(path) if path.suffix.lower() == ".xml" else _table(path))
    made = [_act(row, instruments, only) for row in rows]
    acts = tuple(one for one in made if isinstance(one, Act))
    if not acts:
        raise CommandError(NO_ROWS, path=path.name)
    return Listed(path.name, acts, tuple(one for one in made if isinstance(one, Refused)))


def _table(path: Path) -> Iterator[dict[str, str]]:
    if path.suffix.lower() in (".xlsx", ".xls", ".ods"):
        rows = next(iter(workbook(path).values()))
        head = next((n for n, row in enumerate(rows[:40]) if "country" in _columns([words(c) for c in row])), None)
        if head is None:
            raise CommandError(NO_HEADER, path=path.name, words="« Country »", publisher=PUBLISHER)
        names = _columns([words(cell) for cell in rows[head]])
        yield from ({name: words(row[n]) for name, n in names.items() if n < len(row)} for row in rows[head + 1 :])
        return
    for heading in COLUMNS["country"]:
        try:
            with table(path, (heading,), PUBLISHER) as opened:
                names = _columns(opened.columns)
                yield from ({name: words(row[n]) for name, n in names.items()} for row in opened.ask("SELECT * FROM data"))
                return
        except CommandError as other:
            if other.message is not NO_HEADER:
                raise
    raise CommandError(NO_HEADER, path=path.name, words="« Country »", publisher=PUBLISHER)


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Which column is what, by its heading."""
    folded = [fold(cell).strip(" *") for cell in cells]
    return {name: folded.index(heading) for name, headings in COLUMNS.items() for heading in reversed(headings) if heading in folded}


def _xml(path: Path) -> Iterator[dict[str, str]]:
    """Rows of the table of participants: name, signature, and the act with a letter behind its day."""
    guard(path)
    try:
        root = library("defusedxml.ElementTree").parse(path).getroot()
    except library("defusedxml").DefusedXmlException:
        raise CommandError(NO_ROWS, path=path.name) from None
    except SyntaxError:
        raise CommandError(CUT, path=path.name) from None
    names: list[str] = []
    for row in (element for element in root.iter() if _tag(element) == "row"):
        cells = [words("".join(cell.itertext())) for cell in row if _tag(cell) == "entry"]
        if any(fold(cell).startswith("participant") for cell in cells):
            names = [fold(cell) for cell in cells]
        elif names and cells and cells[0]:
            yield _participant(names, cells)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _participant(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    told = dict(zip(names, cells, strict=False))
    signed = next((v for name, v in told.items() if "signature" in name and "ratification" not in name), "")
    bound = next((v for name, v in told.items() if re.search("ratification|accession|adhesion", name)), "")
    day, _, letter = bound.rpartition(" ") if re.search(r" [A-Za-z]{1,2}$", bound) else (bound, "", "")
    status = "in force" if bound else "signed" if signed else ""
    return {"country": re.sub(r"\s*\d+(,\s*\d+)*$", "", cells[0]), "status": status, "date": day or signed, "action": letter}


def _act(row: Mapping[str, str], instruments: Mapping[str, str], only: str) -> Act | Refused | None:
    """A line as an act; why it is none; nothing for an empty line."""
    name = row.get("country", "").strip()
    if not name:
        return None
    country = country_of(name.upper()) or named_country(name)
    told = fold(row.get("instrument", "")).replace(" ", "")
    instrument = instruments.get(re.sub(r"^c\.?0*(?=[1-9])", "c", told)) or only
    status = STATUS.get(fold(row.get("status", "")) or ("in force" if row.get("date") else ""))
    day = day_of(row.get("date", ""))
    reason = "unsettled" if not country else "treaty" if not instrument else "status" if status is None else "day" if row.get("date") and not day else ""
    if reason or status is None:
        return Refused(" · ".join(filter(None, row.values())), reason)
    if status is Status.DENOUNCED:
        return Act(country, instrument, status, denounced=day)
    return Act(country, instrument, status, day, day_of(row.get("in_force", "")), _ACTIONS.get(row["action"]) if "action" in row and day else None)


def day_of(text: str) -> PartialDate | None:
    """A day as lists write it: 2023-03-23, 1983, 23 Mar 2023, 23/03/2023 (03/04/2023 could be two days: none)."""
    bare = text.strip()
    found = re.fullmatch(r"(\d{1,2})(?:er)? ([^\W\d]+)\.? (\d{4})", bare)
    if found and (month := _MONTHS.get(fold(found[2]))):
        return PartialDate(int(found[3]), month, int(found[1]))
    try:
        return PartialDate.parse(parse_typed_day(bare) or bare.removesuffix(".0"))
    except ValueError:
        return None
