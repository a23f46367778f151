"""Tables for spreadsheets, contacts for other directories: what they hold is what the CSV holds, byte for byte the same each time."""

import csv
import io
import json
import os
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

import jsonschema
import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from rsmms.building.open_data_files import spreadsheet_files
from rsmms.cache.store import Store
from rsmms.layout.plan import Plan
from rsmms.opendata.cells import Row
from rsmms.opendata.schema import tables
from rsmms.opendata.spreadsheets import ENDINGS, excel_csv, ods, spreadsheets, xlsx

COLUMNS = ("code", "value", "phone", "note", "yes")
ROWS: list[Row] = [
    {"code": "C143", "value": 49.343, "phone": "tel:+22822213334", "note": "=1+1", "yes": True},
    {"code": "1983", "value": 12, "phone": None, "note": "Ɖeviwo ; « aide »", "yes": None},
]  # fmt: skip


def test_texts_stay_texts_and_numbers_numbers():
    """A year in a text, a number to dial and a text like a formula are texts; in the French CSV a decimal has its comma."""
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx("table", COLUMNS, ROWS))).active
    cells = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert cells[0] == [("C143", "s"), (49.343, "n"), ("tel:+22822213334", "s"), ("=1+1", "s"), (True, "b")]
    assert cells[1][0] == ("1983", "s")
    assert [c.value for c in sheet[1]] == list(COLUMNS)

    rows = CalamineWorkbook.from_filelike(io.BytesIO(ods("table", COLUMNS, ROWS))).get_sheet_by_index(0).to_python()
    assert rows[1:] == [["C143", 49.343, "tel:+22822213334", "=1+1", True], ["1983", 12.0, "", "Ɖeviwo ; « aide »", ""]]

    text = excel_csv(COLUMNS, ROWS).decode()
    assert text.startswith("\ufeffcode;value;phone;note;yes\r\nC143;49,343;tel:+22822213334;'=1+1;true\r\n")
    assert next(csv.reader(io.StringIO(text.split("\r\n")[2]), delimiter=";")) == ["1983", "12", "", "Ɖeviwo ; « aide »", ""]


def test_spreadsheets_are_equal_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch):
    """No file holds the moment it was made: neither in its properties nor in its container."""
    first = spreadsheets("table", COLUMNS, ROWS)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    time.sleep(2.1)
    again = spreadsheets("table", COLUMNS, ROWS)
    monkeypatch.undo()
    time.tzset()

    assert first == again


def test_every_table_has_its_files(tmp_path: Path, tiny_plan: Plan):
    """Beside each CSV, whole and by country, stand the three files; they come from the store when nothing changed."""
    store = Store(tmp_path)
    made = dict(spreadsheet_files(tiny_plan, store))

    assert {f"{name}{ending}" for name in tables() for ending in ENDINGS} <= set(made)
    assert {f"pays/togo/contacts{ending}" for ending in ENDINGS} <= set(made)
    assert dict(spreadsheet_files(tiny_plan, store)) == made
    rows = openpyxl.load_workbook(io.BytesIO(made["ratifications.xlsx"])).active.max_row
    assert rows == len(tiny_plan.open_data.rows["ratifications"]) + 1


REQUIRED = {
    "organizations": ("id", "name", "description"), "services": ("id", "name", "status"), "phones": ("id", "number"), "locations": ("id", "location_type"),
    "addresses": ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"), "languages": ("id",), "schedules": ("id",),
}  # fmt: skip
"""What HSDS 3 wants in each table."""


def hsds_table(stable: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    """A table of the package."""
    return list(csv.DictReader(io.StringIO(stable[f"hsds/{name}.csv"].decode())))


def test_hsds_tables_hold_together(stable: Mapping[str, bytes]):
    """Everything that HSDS wants is there, ids are UUIDs given once, and each reference leads to something."""
    found = {name: hsds_table(stable, name) for name in REQUIRED}
    ids = {name: {row["id"] for row in rows} for name, rows in found.items()}

    assert [(name, row) for name, rows in found.items() for row in rows for column in REQUIRED[name] if not row[column]] == []
    assert all(len(ids[name]) == len(rows) for name, rows in found.items())
    assert all(str(UUID(one)) == one for known in ids.values() for one in known)
    for name, column, target in (
        ("services", "organization_id", "organizations"), ("phones", "organization_id", "organizations"), ("locations", "organization_id", "organizations"),
        ("addresses", "location_id", "locations"), ("languages", "service_id", "services"), ("schedules", "service_id", "services"),
    ):  # fmt: skip
        assert {row[column] for row in found[name]} <= ids[target]


def test_hsds_says_what_the_contacts_say(stable: Mapping[str, bytes], plan: Plan):
    """Every contact that can be reached is there once, with its numbers; no other is."""
    listed = json.loads(stable["hsds/organizations.json"])
    reachable = [c for found in plan.library.contacts.values() for c in found if c.reachable]

    assert [one["name"] for one in listed] == [c.name["fr"] for c in reachable]
    assert [[p["number"] for p in one.get("phones", [])] for one in listed] == [[p.number for p in c.phones] for c in reachable]
    assert len(hsds_table(stable, "phones")) == sum(len(c.phones) for c in reachable)


@pytest.mark.skipif("HSDS_SCHEMA" not in os.environ, reason="HSDS_SCHEMA names no schema/compiled/organization.json of the specification")
def test_hsds_passes_its_published_schema(stable: Mapping[str, bytes]):
    """Valid by the specification's own JSON Schema, whose terms (CC BY-SA) keep it out of this repository."""
    schema = json.loads(Path(os.environ["HSDS_SCHEMA"]).read_text(encoding="utf-8"))
    valid = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())

    assert [error.message for one in json.loads(stable["hsds/organizations.json"]) for error in valid.iter_errors(one)] == []


def test_schema_org_names_every_contact(stable: Mapping[str, bytes], plan: Plan):
    """Each contact with its numbers; a service of a State points to who gives it; no day of making stands in the file."""
    graph = json.loads(stable["contacts.jsonld"])["@graph"]
    kinds = {"Organization", "GovernmentOrganization", "GovernmentService"}
    organisations = [one for one in graph if one["@type"] != "GovernmentService"]
    reachable = [c for found in plan.library.contacts.values() for c in found if c.reachable]

    assert {one["@type"] for one in graph} == kinds
    assert len(organisations) == len(reachable)
    ids = {one["@id"] for one in graph}
    assert all(one["serviceOperator"]["@id"] in ids for one in graph if one["@type"] == "GovernmentService")
    numbers = [p["telephone"] for one in organisations for p in one.get("contactPoint", ())]
    assert numbers == [p.number for c in reachable for p in c.phones if not p.ussd]
    assert date.today().isoformat() not in stable["contacts.jsonld"].decode()  # noqa: DTZ011
