"""Reading YAML: every value stays the text that was typed, and knows where it stands."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsmms.reading.document import ReadError
from rsmms.reading.yaml_source import parse
from source_helpers import read_bytes, refused


@pytest.mark.parametrize(
    "typed",
    ["+22890123456", "0800", "no", "yes", "on", "Off", "true", "12:30", "1.50", "1e3", "0x1F", "0o17", "2026-11-22", "1983",
     "1_000", ".inf", "NaN", "=", "<<", "!important", "-5", "C143", "9(1)"],
)  # fmt: skip
def test_plain_values_stay_as_typed(typed: str):
    """PyYAML would make numbers, booleans and dates of these and lose what was written."""
    quoted = f"'{typed}'" if typed.startswith("!") else typed

    assert parse(f"value: {quoted}\n", "f.yaml").tree == {"value": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_typed_is_nothing(typed: str):
    """An empty value is None, and only that; in quotes it is a text."""
    assert parse(f"value: {typed}\nother: '{typed}'\n", "f.yaml").tree == {"value": None, "other": typed}


def test_keys_are_texts_too():
    """A year or ``no`` (Norway, Norwegian) as a key stays what it is."""
    assert parse("2024: a\nno: b\ntrue: c\n", "f.yaml").tree == {"2024": "a", "no": "b", "true": "c"}


@pytest.mark.parametrize("value", ["!!python/object/apply:os.system ['id']", "!!int '5'", "!important", "!ENV x"])
def test_tags_are_refused(value: str):
    """No tag makes an object of a text, or silently disappears."""
    assert refused(f"a: b\nvalue: {value}\n") == "f.yaml:2: Y001"


def test_folded_and_literal_texts():
    """Long texts in blocks are put together as YAML says."""
    text = "a: >-\n  one\n  two\n\n  three\nb: |\n  one\n  two\n"

    assert parse(text, "f.yaml").tree == {"a": "one two\nthree", "b": "one\ntwo\n"}


def test_positions_of_values_keys_and_items():
    """Each value has its line and column, counted from 1; a mapping's entry that of its key."""
    document = parse("# comment\nid: TGO\nlist:\n  - name: Lomé\n    phones: ['1', '22']\n", "f.yaml")

    assert document.places == {
        ("id",): (2, 1), ("list",): (3, 1), ("list", 0): (4, 5), ("list", 0, "name"): (4, 5),
        ("list", 0, "phones"): (5, 5), ("list", 0, "phones", 0): (5, 14), ("list", 0, "phones", 1): (5, 19),
    }  # fmt: skip


def test_position_of_what_is_missing_is_that_of_its_parent():
    """A missing field is told at the thing that lacks it, or at the start of the file."""
    document = parse("\nlist:\n  - name: a\n", "f.yaml")

    assert document.place(("list", 0, "phones", 3, "number")) == (3, 5)
    assert document.place(("nowhere",)) == (1, 1)


def test_first_line_of_a_header():
    """The header of a Markdown page starts on its second line."""
    (problem,) = parse("id: a\nid: b\n", "p.md", first_line=2).repeated

    assert (problem.code, problem.line, problem.values) == ("Y002", 3, {"key": "id", "first": "2"})


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path: Path):
    """Notepad writes both; they change nothing."""
    document = read_bytes(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    assert document.tree == {"a": "1", "b": "2"}
    assert document.place(("b",)) == (2, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n"])
def test_empty_files(text: str):
    """A file that says nothing is told."""
    assert refused(text) == "f.yaml:1: Y008"


def test_a_document_may_be_only_a_text():
    """Nothing crashes on a file that holds neither a list nor a mapping."""
    assert parse("hello\n", "f.yaml").tree == "hello"


KEYS = st.text("abcdefghij", min_size=1, max_size=5)
TEXTS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
TREES = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=4))
def test_what_was_written_is_what_is_read(tree: dict):
    """Any tree of texts comes back the same from JSON, which YAML can read."""
    document = parse(json.dumps(tree, ensure_ascii=False), "f.yaml")

    assert document.tree == tree
    assert not document.repeated


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str):
    """Whatever a file holds, there is a tree or a problem, never a crash."""
    try:
        told = "" if parse(text, "f.yaml").tree is not None else "nothing"
    except ReadError as unreadable:
        told = unreadable.problem.text("fr")

    assert not told or re.fullmatch(r"f\.yaml:\d+: .+ \[Y\d{3}\]", told, re.DOTALL)
