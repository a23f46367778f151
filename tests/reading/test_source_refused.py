"""Files that are not read: repeated keys, bombs, tabs, other letters than UTF-8, broken YAML; each with its line."""

from pathlib import Path

import pytest

from rsmms.reading.document import ReadError
from rsmms.reading.yaml_source import MAX_BYTES, MAX_DEPTH, parse
from source_helpers import read_bytes, refused, where


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
    with pytest.raises(ReadError) as caught:
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
    with pytest.raises(ReadError) as caught:
        read_bytes(tmp_path, "a: 1\nb: Lomé\n".encode("cp1252"))

    assert where(caught.value.problem) == "data/f.yaml:2: Y007"


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
