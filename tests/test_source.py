"""Reading YAML: every value stays the text that was typed, and knows where it stands."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsmms.problems import Problem
from rsmms.source import MAX_BYTES, MAX_DEPTH, Document, Unreadable, parse, read


def refused(text: str) -> str:
    """Place and code of the problem that stops the reading of ``text`` (its wording is tested in test_messages)."""
    with pytest.raises(Unreadable) as caught:
        parse(text, "f.yaml")
    return where(caught.value.problem)


def where(problem: Problem) -> str:
    """File, line, field and code."""
    return f"{problem.path}:{problem.line}: {problem.field} {problem.code}".replace(":  ", ": ")


def read_bytes(folder: Path, content: bytes) -> Document:
    """Read a file with this content."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "f.yaml").write_bytes(content)
    return read(folder / "data" / "f.yaml", folder)


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


def test_repeated_keys_are_all_told_and_the_last_one_stands():
    """Every repeated key has its own problem, wherever it stands."""
    document = parse("a: 1\nb:\n  c: 1\n  c: 2\na: 3\na: 4\n", "f.yaml")

    assert [where(p) for p in document.repeated] == [
        "f.yaml:4: b.c Y002",
        "f.yaml:5: a Y002",
        "f.yaml:6: a Y002",
    ]
    assert document.tree == {"a": "4", "b": {"c": "2"}}


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: &x 1\n", 1), ("a: 1\nb: *x\n", 2), ("a:\n  - &x {b: 1}\n", 2), ("a: &x [1]\nb: {<<: *x}\n", 1), ("? &k a\n: 1\n", 1)],
)  # fmt: skip
def test_anchors_and_aliases_are_refused(text: str, line: int):
    """With them one line can mean anything, also a thousand lines."""
    assert refused(text) == f"f.yaml:{line}: Y003"


def test_a_bomb_is_refused_at_its_first_anchor():
    """The "billion laughs" never get to laugh."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]

    assert refused("\n".join(lines)) == "f.yaml:1: Y003"


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_depth_has_a_limit(opening: str):
    """Thirty levels are read, one more is refused, a hundred thousand overflow nothing."""
    closing = {"[": "]", "{a: ": "}"}[opening]
    told = "f.yaml:1: Y005"

    assert parse(opening * MAX_DEPTH + closing * MAX_DEPTH, "f.yaml").tree
    assert refused(opening * (MAX_DEPTH + 1) + closing * (MAX_DEPTH + 1)) == told
    assert refused(opening * 100_000) == told


def test_size_has_a_limit(tmp_path: Path):
    """A file of the limit is read, one byte more is not."""
    text = b"a: b\n" + b"#\n" * ((MAX_BYTES - 6) // 2) + b"#"
    document = read_bytes(tmp_path, text)

    assert document.tree == {"a": "b"}
    with pytest.raises(Unreadable) as caught:
        read_bytes(tmp_path, text + b"xx")
    assert where(caught.value.problem) == "data/f.yaml:1: Y004"


@pytest.mark.parametrize(("text", "line"), [("\ta: 1\n", 1), ("a:\n \tb: 1\n", 2), ("a:\n  - b\n\t\t- c\n", 3)])
def test_tabs_at_the_start_of_a_line(text: str, line: int):
    """Tabs look like spaces and are not: the line is named."""
    assert refused(text) == f"f.yaml:{line}: Y006"


def test_tabs_elsewhere_are_no_problem():
    """A tab in a value does no harm."""
    assert parse("a: b\tc\nd: e\n", "f.yaml").tree == {"a": "b\tc", "d": "e"}


def test_a_tab_alone_on_a_line_is_told():
    """YAML cannot read it, and nobody can see it."""
    assert refused("a: b\n\t\nd: e\n") == "f.yaml:2: Y006"


def test_not_utf8_names_the_line(tmp_path: Path):
    """A file saved by an old editor is told with the line of its first wrong letter."""
    with pytest.raises(Unreadable) as caught:
        read_bytes(tmp_path, "a: 1\nb: Lomé\n".encode("cp1252"))

    assert where(caught.value.problem) == "data/f.yaml:2: Y007"


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path: Path):
    """Notepad writes both; they change nothing."""
    document = read_bytes(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    assert document.tree == {"a": "1", "b": "2"}
    assert document.place(("b",)) == (2, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n"])
def test_empty_files(text: str):
    """A file that says nothing is told."""
    assert refused(text) == "f.yaml:1: Y008"


def test_two_documents():
    """Everything after the second ``---`` would be lost: it is refused."""
    assert refused("a: 1\n---\nb: 2\n") == "f.yaml:2: Y001"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b: c\n", "f.yaml:1: Y001"),
        ("a: 'b\n", "f.yaml:1: Y001"),
        ("a: 1\n  b: 2\n", "f.yaml:2: Y001"),
        ("? [a]\n: b\n", "f.yaml:1: Y001"),
        ("? {a: b}\n: c\n", "f.yaml:1: Y001"),
    ],
)  # fmt: skip
def test_broken_yaml(text: str, told: str):
    """What the parser says, with the line."""
    assert refused(text) == told


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
    except Unreadable as unreadable:
        told = unreadable.problem.text("fr")

    assert not told or re.fullmatch(r"f\.yaml:\d+: .+ \[Y\d{3}\]", told, re.DOTALL)
