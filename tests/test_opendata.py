"""The open data say what the library says, in every form, and say it to any program."""

import csv
import hashlib
import io
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, TODAY, lay_out
from rsmms.library import Library
from rsmms.opendata import FOLDER
from rsmms.opendata.cells import cell, plain, safe, value
from rsmms.opendata.descriptor import descriptor
from rsmms.opendata.files import open_data
from rsmms.opendata.schema import tables
from rsmms.opendata.writing import stable_files, write_opendata
from rsmms.plan import Plan
from rsmms.site import read_content

REFERENCE = ROOT.parent / "shared" / "reference"
SITE = "https://rsmms.net/"
Cells = list[dict[str, str]]


@pytest.fixture(scope="module")
def stable(plan: Plan) -> Mapping[str, bytes]:
    """Everything below donnees/v1/ of the real site."""
    return stable_files(plan, SITE)


@pytest.fixture(scope="module")
def read(stable: Mapping[str, bytes]):
    """Read a CSV file as another program would."""

    def rows(name: str) -> Cells:
        return list(csv.DictReader(io.StringIO(stable[name].decode("utf-8"), newline="")))

    return rows


@pytest.fixture(scope="module")
def base(stable: Mapping[str, bytes]) -> sqlite3.Connection:
    """The database, opened."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(stable["rsmms.sqlite"])
    return connection


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

    assert set(named) == {n for n in stable if "/" not in n} - {"datapackage.json", "SHA256SUMS"}
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


def _figures(library: Library) -> dict[tuple[str, ...], float]:
    found: dict[tuple[str, ...], float] = {}
    for country in library.countries.values():
        for s in country.figures:
            points = [(str(y), "", v) for y, v in s.values.items()] + [(str(s.year), c, v) for c, v in s.by_country.items()]
            found |= {(country.id, s.indicator, s.source, year, partner): v for year, partner, v in points}
    return found


def test_every_number_is_that_of_the_library(library: Library, read, base: sqlite3.Connection, stable: Mapping[str, bytes]):
    """CSV, JSON, SQLite and the files of the countries all give the same values, none more and none less."""
    expected = _figures(library)
    key = ("country", "indicator", "source", "year", "partner")

    assert {tuple(r[k] for k in key): float(r["value"]) for r in read("statistics.csv")} == expected
    rows = base.execute("SELECT country, indicator, source, CAST(year AS TEXT), partner, value FROM statistics")
    assert {tuple(r[:5]): float(r[5]) for r in rows} == expected
    assert _from_json(json.loads(stable["statistics.json"])) == expected
    parts = [read(n) for n in stable if n.startswith("pays/") and n.endswith("/statistics.csv")]
    assert {tuple(r[k] for k in key): float(r["value"]) for part in parts for r in part} == expected
    jsons = [json.loads(c) for n, c in stable.items() if n.startswith("pays/") and n.endswith("/statistics.json")]
    assert _from_json([series for part in jsons for series in part]) == expected


def _from_json(listed: list[dict]) -> dict[tuple[str, ...], float]:
    found = {}
    for s in listed:
        start = (s["country"], s["indicator"], s["source"])
        found |= {(*start, year, ""): v for year, v in s.get("values", {}).items()}
        found |= {(*start, str(s["year"]), code): v for code, v in s.get("by_country", {}).items()}
    return found


def test_every_ratification_is_that_of_the_library(library: Library, read):
    """Status and date, with the precision they have; what is not known has no row."""
    expected = {(c.id, r.instrument): (r.status.value, str(r.date or "")) for c in library.countries.values() for r in c.ratifications}

    assert {(r["country"], r["instrument"]): (r["status"], r["date"]) for r in read("ratifications.csv")} == expected


def test_every_phone_is_that_of_the_library(library: Library, read):
    """In the table of numbers and in the list of each contact."""
    expected = {c.id: [p.number for p in c.phones] for listed in library.contacts.values() for c in listed}
    found: dict[str, list[str]] = {name: [] for name in expected}
    for row in read("phones.csv"):
        found[row["contact"]].append(row["phone"].removeprefix("tel:"))

    assert found == expected
    listed = {r["contact"]: [p.removeprefix("tel:") for p in r["phones"].split(" | ") if p] for r in read("contacts.csv")}
    assert listed == expected


def test_every_row_of_facts_carries_source_and_day(read, library: Library):
    """Source, its address and licence, day of check and confidence; the address is that of the source."""
    for name in ("contacts", "ratifications", "statistics", "legislation", "projects", "zone_members", "agreements", "routes", "emergency"):
        for row in read(f"{name}.csv"):
            source = library.sources[row["source"]]
            assert (row["source_url"], row["licence"]) == (source.url, source.licence or ""), name
            assert row["checked"]
            assert row["confidence"]


def test_the_view_shows_the_source_beside_the_fact(base: sqlite3.Connection, library: Library):
    """The database holds a source once and shows it everywhere."""
    rows = base.execute("SELECT contact, source_url FROM contacts_cited").fetchall()

    assert dict(rows) == {c.id: library.sources[c.source].url for listed in library.contacts.values() for c in listed}


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference files are beside the project")
def test_facts_of_the_reference_are_found(read):
    """Every seventh figure and every ratification of the reference files that the site took over stands in the CSV as there."""
    own = {(r["country"], r["indicator"], r["partner"], r["year"], float(r["value"])) for r in read("statistics.csv")}
    with (REFERENCE / "country_statistics.csv").open(encoding="utf-8") as file:
        given = [(r["iso3"], *r["indicator"].partition(":")[::2], r["year"], float(r["value"])) for r in csv.DictReader(file)]
    status = {(r["country"], r["instrument"].upper()): r["status"] for r in read("ratifications.csv")}
    with (REFERENCE / "ratifications.csv").open(encoding="utf-8") as file:
        said = {(r["iso3"], r["instrument"]): r["status"] for r in csv.DictReader(file)}

    sample = [fact for fact in given[::7] if fact[2] not in ("UNK", "CHI")]  # codes that are not in ISO 3166
    assert len(sample) > 1000
    assert [fact for fact in sample if fact not in own] == []
    assert [pair for pair in said if pair in status and status[pair] != said[pair]] == []
    assert status["TGO", "C143"] == "in_force"
    assert status["TGO", "C097"] == "not_ratified"


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
    """The stable folder and the cards to embed, under 15 MB together."""
    write_opendata(plan, tmp_path, SITE)

    sizes = {p.relative_to(tmp_path).as_posix(): p.stat().st_size for p in tmp_path.rglob("*") if p.is_file()}
    assert f"{FOLDER}/datapackage.json" in sizes
    assert f"{FOLDER}/pays/togo/contacts.vcf" in sizes
    assert "embed/togo/index.html" in sizes
    assert sum(size for name, size in sizes.items() if name.startswith("donnees/")) < 15_000_000


def test_an_empty_site_has_empty_tables():
    """A project without data gives files with their headings and a descriptor."""
    data = open_data(Library(), {})

    assert data.edition == ""
    assert data.files["contacts.csv"].decode().count("\n") == 1
    assert json.loads(data.files["contacts.json"]) == []
    assert json.loads(descriptor(data, SITE))["resources"]
