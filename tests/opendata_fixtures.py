"""The open data of the real site, made once for all tests, and two ways to read them as other programs do."""

import csv
import io
import sqlite3
from collections.abc import Callable, Iterator, Mapping

import pytest

from rsmms.building.open_data_files import stable_files
from rsmms.layout.plan import Plan

SITE = "https://rsmms.net/"
"""Where the site is published, for absolute addresses in the files."""
Cells = list[dict[str, str]]
"""Rows of a CSV file: column → text."""


@pytest.fixture(scope="session")
def stable(plan: Plan) -> Mapping[str, bytes]:
    """Everything below donnees/v1/ of the real site."""
    return stable_files(plan, SITE)


@pytest.fixture(scope="session")
def read(stable: Mapping[str, bytes]) -> Callable[[str], Cells]:
    """Read a CSV file as another program would."""

    def rows(name: str) -> Cells:
        return list(csv.DictReader(io.StringIO(stable[name].decode("utf-8"), newline="")))

    return rows


@pytest.fixture(scope="session")
def base(stable: Mapping[str, bytes]) -> Iterator[sqlite3.Connection]:
    """The database, opened."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(stable["rsmms.sqlite"])
    yield connection
    connection.close()
