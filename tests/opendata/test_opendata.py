"""The open data say what the library says, in every form, and say it to any program."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import LANGUAGES, TODAY, lay_out
from opendata_fixtures import SITE
from rsmms.building.content import read_content
from rsmms.building.open_data_files import stable_files, write_opendata
from rsmms.layout.plan import Plan
from rsmms.model.library import Library
from rsmms.opendata.cells import cell, plain, safe, value
from rsmms.opendata.descriptor import descriptor
from rsmms.opendata.files import open_data
from rsmms.opendata.release import FOLDER
from rsmms.opendata.schema import tables


def test_every_row_has_the_columns_of_its_table(plan: Plan):
    """tables.yaml and the makers of rows never drift apart."""
    for name, table in tables().items():
        for row in plan.open_data.rows[name]:
            assert set(row) == set(table.columns), name


def test_keys_are_unique_and_every_reference_exists(base: sqlite3.Connection):
    """SQLite itself finds no fault."""
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.filterwarnings("ignore")
def test_the_descriptor_validates(stable: Mapping[str, bytes], tmp_path: Path):
    """Frictionless reads every table with its schema, keys, sizes and hashes and finds no fault."""
    frictionless = pytest.importorskip("frictionless")
    for name in [n for n in stable if "/" not in n]:
        (tmp_path / name).write_bytes(stable[name])

    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()

    assert report.flatten(["type", "message"]) == []
    assert report.valid


@pytest.mark.filterwarnings("ignore")
def test_the_descriptor_is_not_valid_for_other_bytes(stable: Mapping[str, bytes], tmp_path: Path):
    """The check above can fail: one changed letter is found."""
    frictionless = pytest.importorskip("frictionless")
    for name in [n for n in stable if "/" not in n]:
        (tmp_path / name).write_bytes(stable[name])
    (tmp_path / "zones.csv").write_bytes(stable["zones.csv"].replace(b"true", b"True", 1))

    assert not frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid


def test_the_descriptor_names_every_whole_file(stable: Mapping[str, bytes]):
    """Each with a title or description in French and English, its size and its hash."""
    package = json.loads(stable["datapackage.json"])
    named = {r["path"]: r for r in package["resources"]}

    assert set(named) == {n for n in stable if "/" not in n} - {"datapackage.json", "SHA256SUMS", "contacts.jsonld"}
    for name, resource in named.items():
        assert resource["bytes"] == len(stable[name])
        assert resource["hash"] == "sha256:" + hashlib.sha256(stable[name]).hexdigest()
        assert " · " in resource["title"]
    for resource in package["resources"]:
        assert all(" · " in f["description"] for f in resource.get("schema", {}).get("fields", []))


def test_checksums_are_those_of_the_files(stable: Mapping[str, bytes]):
    """SHA256SUMS lists every other file once."""
    listed = dict(reversed(line.split("  ")) for line in stable["SHA256SUMS"].decode().splitlines())

    assert listed == {name: hashlib.sha256(c).hexdigest() for name, c in stable.items() if name != "SHA256SUMS"}


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2", "@now", "\t=1", " =1", "\u00a0+1", "＝1", "'quoted", "'=1"])
def test_a_text_is_never_a_formula(text: str):
    """An apostrophe stands before it, and taking it away gives the text back."""
    assert safe(text).startswith("'")
    assert plain(safe(text)) == text


@pytest.mark.parametrize("text", ["C143", "tel:+22822213334", "l’employeur", "2022-08", "Rue 1, n° 2"])
def test_other_texts_stay_as_they_are(text: str):
    """Phones too: their link form begins with a letter."""
    assert safe(text) == text


def test_numbers_are_not_text():
    """A negative number stays a number; a missing one stays empty, and zero is not missing."""
    assert [cell(value(v)) for v in (-5.0, 2.5, 0.0, None, True, False)] == ["-5", "2.5", "0", "", "true", "false"]


def test_no_cell_of_the_site_begins_like_a_formula(read):
    """In every CSV file, only numbers begin with a minus sign."""
    for name, table in tables().items():
        numbers = {f.name for f in table.fields if f.type in ("number", "integer")}
        for row in read(f"{name}.csv"):
            assert not [c for k, c in row.items() if k not in numbers and c.startswith(("=", "+", "-", "@", "\t", "\r"))], name


def test_a_dangerous_name_comes_out_safe(tmp_path: Path):
    """A name that is a formula is inert in CSV and unchanged in JSON."""
    formula = '=HYPERLINK("https://x.example";"a")'
    content = read_content(lay_out(tmp_path), LANGUAGES, TODAY)
    zone = next(iter(content.library.zones.values()))
    renamed = zone.model_copy(update={"name": {"fr": formula}})
    data = open_data(replace(content.library, zones={zone.id: renamed}), content.written)

    assert "'=HYPERLINK" in data.files["zones.csv"].decode()
    assert json.loads(data.files["zones.json"])[0]["name_fr"] == formula


def test_lists_can_be_taken_apart(plan: Plan):
    """No value of a list holds what stands between values."""
    for listed in plan.open_data.rows.values():
        for row in listed:
            assert not [v for found in row.values() if isinstance(found, list) for v in found if " | " in v]


def test_the_same_data_give_the_same_bytes(plan: Plan, stable: Mapping[str, bytes]):
    """On another day too: an edition is dated by its newest check, not by the day of the build."""
    later = replace(plan, today=TODAY.replace(year=2027), open_data=open_data(plan.library, plan.written))

    assert stable_files(later, SITE) == stable


def test_everything_is_written_and_small_enough(plan: Plan, tmp_path: Path):
    """The stable folder and the cards to embed, under 30 MB together."""
    write_opendata(plan, tmp_path, SITE)

    sizes = {p.relative_to(tmp_path).as_posix(): p.stat().st_size for p in tmp_path.rglob("*") if p.is_file()}
    assert f"{FOLDER}/datapackage.json" in sizes
    assert f"{FOLDER}/pays/togo/contacts.vcf" in sizes
    assert "embed/togo/index.html" in sizes
    assert sum(size for name, size in sizes.items() if name.startswith("donnees/")) < 34_000_000


def test_an_empty_site_has_empty_tables():
    """A project without data gives files with their headings and a descriptor."""
    data = open_data(Library(), {})

    assert data.edition == ""
    assert data.files["contacts.csv"].decode().count("\n") == 1
    assert json.loads(data.files["contacts.json"]) == []
    assert json.loads(descriptor(data, SITE))["resources"]
