"""Slips in the ILO's list and in dates: names that the file itself does not know, days that a model has read before."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from helpers import lay_out, places, told
from rsmms.model.dates import PartialDate
from rsmms.reading.fields import explain

FILE = "data/ilo_indicators.yaml"
LIST = """\
groups:
  - id: stock
    title:
      fr: Les migrants présents
producers:
  - id: census
    name:
      fr: Recensement
    who:
      fr: L’institut.
  - id: permits
    name:
      fr: Registres
    who:
      fr: Le ministère.
tables:
  - id: by-sex
    group: stock
    number: 1
    name:
      fr: Par sexe
    producers:
      - census
      - permits
answers: []
"""


def with_list(folder: Path, old: str = "", new: str = "") -> Path:
    """The tiny project with a list of one table, in which a text is replaced."""
    assert not old or LIST.count(old) == 1
    return lay_out(folder, {FILE: LIST.replace(old, new) if old else LIST})


def test_a_list_whose_names_are_known_has_no_problem(tmp_path: Path):
    """Groups and producers stand in the same file."""
    assert told(with_list(tmp_path), "en") == []


@pytest.mark.parametrize(("old", "new", "found"), [
    ("group: stock", "group: stok", f"{FILE}:18: tables.0.group X030 → stock"),
    ("group: stock", "group: zzz", f"{FILE}:18: tables.0.group X030"),
    ("      - permits", "      - permit", f"{FILE}:24: tables.0.producers.1 X030 → permits"),
    ("      - census", "      - cencus", f"{FILE}:23: tables.0.producers.0 X030 → census"),
])  # fmt: skip
def test_a_name_that_the_list_does_not_know(tmp_path: Path, old: str, new: str, found: str):
    """Told at its line, with the name that was probably meant, if one looks like it."""
    root = with_list(tmp_path, old, new)

    assert places(root) == [found]
    assert new.rsplit(maxsplit=1)[-1] in told(root, "fr")[0]


# --- dates


@pytest.mark.parametrize("text", ["1983", "1983-11", "1983-11-08"])
def test_a_date_that_was_read_is_read_again_as_it_is(text: str):
    """A model made from the values of another keeps the precision; nothing is guessed on the way."""
    kind = TypeAdapter(PartialDate)
    first = kind.validate_python(text)

    assert kind.validate_python(first) is first
    assert kind.dump_python(first, mode="json") == text


@pytest.mark.parametrize(("text", "first", "last"), [
    ("1983", date(1983, 1, 1), date(1983, 12, 31)), ("2024-02", date(2024, 2, 1), date(2024, 2, 29)), ("1983-11-08", date(1983, 11, 8), date(1983, 11, 8)),
])  # fmt: skip
def test_a_date_may_mean_any_day_of_its_month_or_year(text: str, first: date, last: date):
    """From the first to the last."""
    made = PartialDate.parse(text)

    assert (made.first, made.last) == (first, last)


# --- help for fields


def test_a_field_without_help_stays_as_the_model_made_it():
    """Beside it, a field that is explained has title, description and examples in both languages."""
    schema = {"properties": {"number": {"type": "string"}, "not_a_field": {"type": "string"}}}
    explain(schema, "Phone")

    assert schema["properties"]["not_a_field"] == {"type": "string"}
    assert set(schema["properties"]["number"]) == {"type", "title", "description", "examples", "x-examples-bad"}
