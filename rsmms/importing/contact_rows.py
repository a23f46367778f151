"""Address lists as people keep them, as rows of named fields: workbooks, .csv, .vcf, Open Referral HSDS, KoboToolbox."""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rsmms.importing.contact_columns import field_of, heading_row
from rsmms.importing.guard import guard, library
from rsmms.importing.refusals import NO_HEADER, NO_JSON
from rsmms.importing.sheets import sound, workbook
from rsmms.problems.command_error import CommandError

Cells = dict[str, list[Any]]
"""What a row says, by field."""
_PARTS = (("phone", "phones", "number"), ("address", "city", "city"), ("address", "address", "address_1"), ("address", "country", "country"))
"""What other tables of a package say of an organisation: table, field, column."""
_CARD = re.compile(r"BEGIN:VCARD\r?\n(?:(?!BEGIN:VCARD).)*?END:VCARD", re.DOTALL | re.IGNORECASE)
_BULK = re.compile(r"^(?:PHOTO|LOGO|SOUND|KEY|PROFILE)\b[^\n]*\n(?:[ \t][^\n]*\n|[A-Za-z0-9+/=]{20,}\r?\n)*", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rows:
    """A whole list."""

    path: str
    rows: tuple[tuple[int, Cells], ...]
    """Line in the file (or card), and what it says."""
    unknown: tuple[str, ...] = ()
    """Headings that nobody understood."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Headings that were understood, with their field."""
    broken: tuple[int, ...] = ()
    """Cards that could not be read."""


def read(paths: Sequence[Path], kept: Mapping[str, str]) -> Rows:
    """The rows of a list; of several files if they are the tables of one HSDS package."""
    path = paths[0]
    for one in paths:
        guard(one)
    if path.suffix.lower() == ".vcf":
        return _cards(path)
    if path.suffix.lower() == ".json":
        return _package(path)
    if len(paths) > 1:
        return _joined(paths)
    if path.suffix.lower() in (".xlsx", ".xls", ".ods"):
        return _table(path, max(workbook(path).values(), key=len), kept)
    rows = list(_lines(path))
    sound(path, path.stem, rows)
    return _table(path, rows, kept)


def text_of(path: Path) -> str:
    """UTF-8, else cp1252: nothing is guessed beyond these two."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _lines(path: Path) -> Iterator[list[str]]:
    text = text_of(path)
    head = text.split("\n", 20)[:20]
    delimiter = max(",;\t", key=lambda sign: max(line.count(sign) for line in head))
    yield from csv.reader(text.splitlines(keepends=True), delimiter=delimiter)


def _table(path: Path, rows: Sequence[Sequence[Any]], kept: Mapping[str, str]) -> Rows:
    place = heading_row([[str(cell) for cell in row] for row in rows[:20]], kept)
    if place is None:
        raise CommandError(NO_HEADER, path=path.name, words="« Nom », « Tél. »", publisher="contacts")
    titles = [" ".join(str(cell).split()) for cell in rows[place]]
    fields = [field_of(title, kept) for title in titles]
    made = []
    for number, row in enumerate(rows[place + 1 :], place + 2):
        cells: Cells = {}
        for name, cell in zip(fields, row, strict=False):
            if name not in ("", "skip") and str(cell).strip() not in ("", "-", "n/a", "N/A", "néant"):
                cells.setdefault(name, []).append(cell)
        if cells:
            made.append((number, cells))
    unknown = tuple(title for title, name in zip(titles, fields, strict=True) if title and not name)
    return Rows(path.name, tuple(made), unknown, {title: name for title, name in zip(titles, fields, strict=True) if name not in ("", "skip")})


def _cards(path: Path) -> Rows:
    """Cards of all programs, one by one: pictures are left out before reading, a broken card does not take the others with it."""
    vobject = library("vobject")
    made, broken = [], []
    for number, found in enumerate(_CARD.finditer(text_of(path)), 1):
        try:
            card = vobject.readOne(_BULK.sub("", found[0]), allowQP=True, ignoreUnreadable=True)
            made.append((number, _card(card)))
        except (vobject.base.VObjectError, ValueError, IndexError, AttributeError):
            broken.append(number)
    return Rows(path.name, tuple(made), broken=tuple(broken))


def _card(card: Any) -> Cells:
    """A card's organisation is its name; a person's name is told as a person."""
    def every(name: str) -> list[Any]:
        return [line.value for line in card.contents.get(name, ()) if line.value]

    organisations = [" ".join(str(part) for part in value if part) for value in every("org")]
    people = [str(value).strip() for value in every("fn")]
    named = [name for value in card.contents.get("n", ()) if (name := f"{value.value.given} {value.value.family}".strip())]
    cells: Cells = {
        "name": organisations or ([] if named else people), "person": named or [], "phones": every("tel"),
        "emails": every("email"), "web": [str(url).replace("\\:", ":") for url in every("url")], "office": ["vcard"] if organisations and not named else [],
    }  # fmt: skip
    return {name: values for name, values in cells.items() if values}


def _package(path: Path) -> Rows:
    """HSDS in JSON: organisations with their services, or a list of services."""
    try:
        tree = json.loads(text_of(path))
    except ValueError:
        raise CommandError(NO_JSON, path=path.name) from None
    listed = tree.get("contents", tree.get("organizations", [tree])) if isinstance(tree, dict) else tree
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise CommandError(NO_JSON, path=path.name)
    return Rows(path.name, tuple((number, _organisation(one)) for number, one in enumerate(listed, 1)))


def _organisation(one: Mapping[str, Any]) -> Cells:
    inner = [one, *_dicts(one.get("services")), *_dicts(one.get("locations")), *_dicts([one.get("organization")])]
    addresses = [a for part in inner for a in _dicts(part.get("addresses"))]
    cells: Cells = {
        "name": [one.get("name")], "acronym": [one.get("alternate_name")], "phones": [p.get("number") for part in inner for p in _dicts(part.get("phones"))],
        "emails": [part.get("email") for part in inner], "web": [part.get("website") or part.get("url") for part in inner],
        "city": [a.get("city") for a in addresses], "address": [a.get("address_1") for a in addresses],
        "country": [a.get("country") for a in addresses], "office": ["hsds"],
    }  # fmt: skip
    return {name: list(dict.fromkeys(v for v in values if v)) for name, values in cells.items() if any(values)}


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _table_name(path: Path) -> str:
    """Which table of the package a file is."""
    return next((key for key in ("address", "phone", "service", "location", "organization") if key in path.stem.lower()), path.stem)


def _joined(paths: Sequence[Path]) -> Rows:
    """HSDS in tables: phones and addresses find their organisation by whichever id column is filled."""
    tables = {_table_name(path): list(csv.DictReader(text_of(path).splitlines(keepends=True))) for path in paths}
    organisations = tables.get("organization", [])
    owner = {row["id"]: row.get("organization_id", "") for key in ("service", "location") for row in tables.get(key, []) if row.get("id")}
    found: dict[str, Cells] = {}
    for row in organisations:
        told = {"name": row.get("name"), "acronym": row.get("alternate_name"), "emails": row.get("email"), "web": row.get("url") or row.get("website")}
        found[row["id"]] = {name: [value] for name, value in {**told, "office": "hsds"}.items() if value}
    for key, name, column in _PARTS:
        for row in tables.get(key, []):
            ids = [row.get(k) or "" for k in ("organization_id", "service_id", "location_id")]
            home = ids[0] or owner.get(ids[1]) or owner.get(ids[2]) or ""
            if home in found and row.get(column):
                found[home].setdefault(name, []).append(row[column])
    if not organisations:
        raise CommandError(NO_HEADER, path=paths[0].name, words="organizations.csv", publisher="HSDS")
    return Rows(paths[0].name, tuple((number, found[row["id"]]) for number, row in enumerate(organisations, 2)))
