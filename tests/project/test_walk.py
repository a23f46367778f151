"""The walk of one telephone number: the functions that the record names exist, and it seldom goes back and forth between rooms."""

import re
from importlib import import_module

import pytest

from bench.walk import doors_of, room, walk
from helpers import ROOT

RECORD = (ROOT / "adr" / "0015-the-walk-of-a-number.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`(rsmms(?:\.\w+)+)`", RECORD)))
DOORS = 50
"""Calls into another room that a number may need on its whole walk."""


@pytest.mark.parametrize("name", NAMES)
def test_every_step_exists(name: str):
    """A function that was renamed or moved is renamed here too."""
    module, _, function = name.rpartition(".")

    assert callable(getattr(import_module(module), function))


def test_the_walk_passes_few_doors():
    """The number reaches every kind of output, and changes room seldom."""
    calls = walk()

    assert {"reading", "model", "checking", "joins", "language", "layout", "pages", "sheets", "opendata", "search"} <= {room(called) for _, called in calls}
    assert len(doors_of(calls)) <= DOORS


def test_the_record_names_every_room_of_the_walk():
    """Twenty functions, from the file to the site."""
    assert len(NAMES) >= 18
    assert {name.split(".")[1] for name in NAMES} >= {"reading", "model", "checking", "joins", "language", "layout", "pages", "sheets", "opendata", "building"}
