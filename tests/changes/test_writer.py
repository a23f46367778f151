"""The writer of changes: exactly what was asked is said, and every other letter stays."""

import difflib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from documents import VALUES, documents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import ROOT
from rsmms.changes.scalars import text_of
from rsmms.changes.writer import Append, Drop, Put, changed, changed_header, changed_text, where
from rsmms.problems.command_error import CommandError

FILES = sorted((ROOT / "data").rglob("*.yaml"))
SLOW = settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)


class Reader(yaml.CSafeLoader):
    """Reads as the project does: every value is a text, nothing is ``None``."""


Reader.yaml_implicit_resolvers = {first: [("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)\Z"))] for first in ("~", "n", "")}


def read(text: str) -> Any:
    """The plain values of a text, by another reader than the writer's own."""
    return yaml.load(text.removeprefix("\ufeff"), Loader=Reader)


def plain(value: Any) -> Any:
    """A value as the reader gives it back."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else text_of(value)


def places(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a tree."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in inner:
        yield (*at, step)
        yield from places(value, (*at, step))


def with_value(tree: Any, at: tuple[Any, ...], value: Any) -> Any:
    """The tree with another value at a place; ``...`` takes it away."""
    step, *rest = at
    new = with_value(tree[step], tuple(rest), value) if rest else value
    if isinstance(tree, dict):
        return {key: new if key == step else inner for key, inner in tree.items() if new is not ... or key != step}
    return [new if number == step else inner for number, inner in enumerate(tree) if new is not ... or number != step]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_same_values_change_no_byte(path: Path):
    """Every real file, told all that it says already, stays equal byte for byte."""
    raw = path.read_bytes()

    assert changed(raw, [Put((), read(raw.decode()))]) == raw
    assert changed(raw, [Put((key,), value) for key, value in read(raw.decode()).items()]) == raw


@SLOW
@given(st.data())
def test_one_value_of_a_real_file_changes_its_own_lines(data: st.DataObject):
    """One text of a contact file is replaced: only lines of that text differ, and comments and all other values stay."""
    path = data.draw(st.sampled_from([p for p in FILES if p.parent.name in ("contacts", "country_profiles")]))
    text = path.read_text(encoding="utf-8")
    tree = read(text)
    leaves = [at for at in places(tree) if isinstance(_at(tree, at), str)]
    at, value = data.draw(st.sampled_from(leaves)), data.draw(st.sampled_from(["yes", "Nouveau texte", "2025", "un " * 60 + "fin", "a: b # c"]))
    made = changed_text(text, [Put(at, value)])

    assert read(made) == with_value(tree, at, value)
    before, after = text.split("\n"), made.split("\n")
    blocks = [code for code in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if code[0] != "equal"]
    touched = [line for _, start, end, _, _ in blocks for line in range(start, end)]
    assert not touched or touched[-1] - touched[0] < 2 + len(str(_at(tree, at))) // 20
    assert [line for line in before if line.lstrip().startswith("#")] == [line for line in after if line.lstrip().startswith("#")]


def _at(tree: Any, at: tuple[Any, ...]) -> Any:
    for step in at:
        tree = tree[step]
    return tree


@SLOW
@given(documents())
def test_typed_documents_stay_byte_equal(text: str):
    """A file that somebody typed in any style, told what it says already, stays equal byte for byte."""
    assert changed(text.encode(), [Put((), read(text))]) == text.encode()


@SLOW
@given(documents(), VALUES, st.data())
def test_a_put_says_exactly_that(text: str, value: Any, data: st.DataObject):
    """Whatever is put in any place of any document is read back there, nothing else changes, and putting it twice is putting it once."""
    tree = read(text)
    at = data.draw(st.sampled_from(list(places(tree))))
    made = changed_text(text, [Put(at, value)])

    assert read(made) == with_value(tree, at, plain(value))
    assert changed_text(made, [Put(at, value)]) == made
    assert made.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in made) == ("\r\n" in text) or made.count("\n") == 0
    assert not re.search(r"(?<!\r)\n", made) if "\r\n" in text else "\r\n" not in made


@SLOW
@given(documents(), st.data())
def test_a_drop_takes_that_away(text: str, data: st.DataObject):
    """Whatever is dropped is gone, and nothing else; comments outside it stay."""
    tree = read(text)
    at = data.draw(st.sampled_from(list(places(tree))))
    made = changed_text(text, [Drop(at)])

    assert _filled(read(made)) == _filled(with_value(tree, at, ...))
    outside = text.count("# « avant » : ") if len(at) == 1 and not isinstance(_at(tree, at), dict | list) else 0
    assert made.count("# « avant » : ") >= outside


def _filled(tree: Any) -> Any:
    """The last entry that goes leaves an empty mapping or list."""
    return tree or {}


@SLOW
@given(documents(), VALUES, st.data())
def test_an_appended_item_is_the_last(text: str, value: Any, data: st.DataObject):
    """An item is added behind the others of a list, or a list with it is made where a key was missing."""
    tree = read(text)
    lists = [at for at in places(tree) if isinstance(_at(tree, at), list)]
    at = data.draw(st.sampled_from([*lists, ("new",)]))
    made = changed_text(text, [Append(at, value)])

    assert _at(read(made), at) == [*(_at(tree, at) if at != ("new",) else []), plain(value)]


@SLOW
@given(documents(), st.data())
def test_many_changes_at_once(text: str, data: st.DataObject):
    """Changes of several places of one document are all made, in one pass."""
    tree = read(text)
    listed = [at for at in places(tree) if isinstance(_at(tree, at), str)]
    chosen = data.draw(st.lists(st.sampled_from(listed), min_size=1, max_size=4, unique=True)) if listed else []
    made = changed_text(text, [Put(at, f"neuf {number}") for number, at in enumerate(chosen)])

    for number, at in enumerate(chosen):
        tree = with_value(tree, at, f"neuf {number}")
    assert read(made) == tree


CONTACT = """\
# Contacts
contacts:
  - id: tgo-a  # first
    phones:
      - number: "117"
        free: true
    ituc_affiliate: "yes"
    serves:
      fr: >-
        Une phrase assez longue pour tenir sur plusieurs lignes de ce fichier, et qui ne
        change pas au début.
    source: s
    checked: 2026-11-22
"""
LONG = "Une phrase assez longue pour tenir sur plusieurs lignes de ce fichier, et qui ne"
AT = ("contacts", where(id="tgo-a"))


@pytest.mark.parametrize(("change", "old", "new"), [
    (Put((*AT, "phones", 0, "number"), "118"), '"117"', '"118"'),
    (Put((*AT, "ituc_affiliate"), "no"), '"yes"', '"no"'),
    (Put((*AT, "checked"), date(2026, 11, 30)), "2026-11-22", "2026-11-30"),
    (Put((*AT, "checked"), "2026-11-30"), "2026-11-22", "2026-11-30"),
    (Put((*AT, "as_of"), "2026-10"), "    checked:", "    as_of: 2026-10\n    checked:"),
    (Put((*AT, "emails"), ["a@b.org"]), "    source:", "    emails:\n      - a@b.org\n    source:"),
    (Append((*AT, "phones"), {"number": "+22822213334"}), "true\n", 'true\n      - number: "+22822213334"\n'),
    (Drop((*AT, "phones", 0, "free")), "        free: true\n", ""),
    (Put((*AT, "id"), "tgo-b"), "tgo-a  # first", "tgo-b  # first"),
    (Drop((*AT, "id")), "id: tgo-a  # first\n    phones", " # first\n    phones"),
    (Put((*AT, "serves", "en"), "Allo: yes"), "début.\n", 'début.\n      en: "Allo: yes"\n'),
    (Put((*AT, "serves", "fr"), f"{LONG} bouge pas au début."), "change pas", "bouge pas"),
])  # fmt: skip
def test_only_these_letters_change(change: Any, old: str, new: str):
    """Each change, as a person would have typed it."""
    made = changed_text(CONTACT, [change])

    assert read(made) == read(CONTACT.replace(old, new)) or change == Drop((*AT, "id"))
    assert made == CONTACT.replace(old, new) or (change == Drop((*AT, "id")) and "# first" in made)


@pytest.mark.parametrize(("text", "change", "part"), [
    ("a: &x 1\nb: *x\n", Put(("b",), "2"), "anchor"), ("a: !t 1\n", Put(("a",), "2"), "tag"), ("a: 1\na: 2\n", Put(("a",), "3"), "twice"),
    ("a: [1\n", Put(("a",), "3"), "cannot be read"), ("a: 1\n", Put(("a", "b"), "3"), "not in this file"),
    ("a:\n  - id: x\n  - id: x\n", Drop(("a", where(id="x"))), "several"), ("a:\n  - id: x\n", Drop(("a", where(id="y"))), "id: y"),
    ("", Put(("a",), "3"), "cannot be read"), ("a: 1\n---\nb: 2\n", Put(("a",), "3"), "cannot be read"), ("a: [1]\n", Put(("a", 7), "3"), "not in this file"),
])  # fmt: skip
def test_what_cannot_be_changed_is_refused(text: str, change: Any, part: str):
    """A place that is not there, or a file that is more than plain YAML, gives one sentence in each language."""
    with pytest.raises(CommandError) as stop:
        changed_text(text, [change])

    assert part in stop.value.text("en")
    assert stop.value.text("fr").endswith("Rien n’a été écrit.")


def test_changes_inside_each_other_are_refused():
    """A value cannot be put in a place that is replaced or dropped at the same time."""
    with pytest.raises(CommandError, match="meet"):
        changed_text(CONTACT, [Drop(("contacts", 0)), Put(("contacts", 0, "id"), "x")])


def test_bytes_that_are_no_text_are_refused():
    """A file in another encoding is left as it is, and named."""
    with pytest.raises(CommandError, match=r"x\.yaml"):
        changed(b"a: \xe9\n", [Put(("a",), "b")], "x.yaml")


def test_years_in_braces():
    """A new year goes behind the last one, on a new line where the line is full; a revised one is replaced where it stands."""
    text = "values:\n  {2000: 4783722, 2010: 6325788, 2015: 7071502, 2020: 7788054, 2024: 8406558, 2025:\n   8591626}  # note\nend: x\n"
    values = {2000: 4783722, 2010: 6325788, 2015: 7071502, 2020: 7788055, 2024: 8406558, 2025: 8591626, 2026: 9000000}

    assert changed_text(text, [Put(("values",), values)]) == text.replace("7788054", "7788055").replace("8591626}", "8591626, 2026: 9000000}")
    full = changed_text(text, [Put(("values",), values | dict.fromkeys(range(2027, 2034), 12345678))])
    assert max(map(len, full.split("\n"))) <= 100
    assert full.count("\n") == text.count("\n") + 1
    assert changed_text(text, [Put(("values",), {2000: 4783722, 2025: 8591626})]) == "values:\n  {2000: 4783722, 2025:\n   8591626}  # note\nend: x\n"


def test_header_of_a_page():
    """Only the header changes; three dashes in the text of the page are text."""
    page = b"\xef\xbb\xbf---\r\ntitle: Un\r\n---\r\n\r\nTexte\r\n\r\n---\r\n"

    assert changed_header(page, [Put(("title",), "Deux")]) == page.replace(b"Un", b"Deux")
    with pytest.raises(CommandError, match="no header"):
        changed_header(b"Texte\n", [Put(("title",), "Deux")])
