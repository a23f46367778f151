"""Open data equal the library: numbers, ratifications and phones, in every format."""

import csv
import json
import sqlite3
from collections.abc import Mapping

import pytest

from helpers import ROOT
from rsmms.model.library import Library

REFERENCE = ROOT.parent / "shared" / "reference"


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
            assert row["checked"] or row["read"]
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
    said = {}
    for folder in (REFERENCE, REFERENCE / "2026-11"):  # the later list corrects the earlier one: Nigeria ratified, Togo is in no list
        with (folder / "ratifications.csv").open(encoding="utf-8") as file:
            said.update({(r["iso3"], r["instrument"]): r["status"] for r in csv.DictReader(file)})
    said["TGO", "C181"] = "unknown"  # "in force" was from memory, "not ratified" is unconfirmed: neither is published as certain

    sample = [fact for fact in given[::7] if fact[2] not in ("UNK", "CHI")]  # codes that are not in ISO 3166
    assert len(sample) > 1000
    assert [fact for fact in sample if fact not in own] == []
    assert [pair for pair in said if pair in status and status[pair] != said[pair]] == []
    assert status["TGO", "C143"] == "in_force"
    assert status["NGA", "C143"] == "in_force"
    assert status["TGO", "C097"] == "not_ratified"
