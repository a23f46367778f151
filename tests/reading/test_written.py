"""Hand-written pages: header, sections and pieces, and how they are shown in one and in two languages."""

from pathlib import Path

import pytest

from rsmms.model.written import Unit
from rsmms.reading.markdown import read_written, split

HEADER = "---\nid: page\nkind: page\ntitle: T\ndescription: D\nupdated: 2026-11-01\n---\n"


def page(tmp_path: Path, text: str | bytes):
    """Read one page; returns it with the codes and lines of its problems."""
    path = tmp_path / "docs" / "fr" / "page.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found, problems = read_written(path, tmp_path, "fr", "page.md")
    return found, [(p.code, p.line) for p in problems]


# --- header


def test_a_header(tmp_path: Path):
    """Everything in it, with what is left out at its default."""
    found, problems = page(tmp_path, HEADER + "\nTexte.\n")

    assert problems == []
    assert (found.front.id, found.front.kind.value, found.front.title, found.front.state.value) == ("page", "page", "T", "source")
    assert (found.front.danger, found.front.words, found.front.group) == (0, (), None)
    assert (found.language, found.path, found.file) == ("fr", "page.md", "docs/fr/page.md")


@pytest.mark.parametrize("text", ["", "Texte.\n", "---\nid: a\n", "\n" + HEADER, "--- \nid: a\n---\n", "-- -\n"])
def test_no_header(tmp_path: Path, text: str):
    """A page without a header between two lines of --- is told."""
    assert page(tmp_path, text) == (None, [("P001", 1)])


@pytest.mark.parametrize(("old", "new", "problem"), [
    ("kind: page\n", "kind: pages\n", ("M005", 3)), ("kind: page\n", "", ("M001", 1)), ("title: T\n", "title: T\nauthor: me\n", ("M002", 5)),
    ("updated: 2026-11-01", "updated: 2026-11", ("M004", 6)), ("title: T\n", "title: a: b\n", ("Y001", 4)), ("title: T\n", "title: <b>T</b>\n", ("T003", 4)),
    ("title: T\n", "title: T\ndanger: 3\n", ("M012", 5)), ("id: page\n", "id: page\nid: page\n", ("Y002", 3)), ("title: T\n", "\ttitle: T\n", ("Y006", 4)),
    ("description: D", "description: " + "D" * 201, ("M013", 5)), ("title: T\n", "title: T\ngroup: work\n", ("M005", 5)),
])  # fmt: skip
def test_a_wrong_header(tmp_path: Path, old: str, new: str, problem: tuple[str, int]):
    """The line is the one in the file, the header's first line being the second."""
    _, problems = page(tmp_path, HEADER.replace(old, new) + "\nTexte.\n")

    assert problems[0] == problem


def test_a_file_that_is_no_text(tmp_path: Path):
    """Neither UTF-8 nor short enough: no page, one problem."""
    assert page(tmp_path, HEADER.encode() + b"\nLom\xe9\n") == (None, [("Y007", 9)])
    (tmp_path / "docs/fr/page.md").unlink()
    (tmp_path / "docs/fr").rmdir()
    (tmp_path / "docs").rmdir()
    assert page(tmp_path, HEADER + "x" * 1_000_001) == (None, [("Y004", 1)])


def test_windows_lines_and_byte_order_mark(tmp_path: Path):
    """They change nothing."""
    found, problems = page(tmp_path, b"\xef\xbb\xbf" + (HEADER + "\n## Titre {#a}\n\nTexte.\n").replace("\n", "\r\n").encode())

    assert problems == []
    assert [(s.id, s.line, [u.text for u in s.units]) for s in found.sections] == [("a", 9, ["Texte."])]


def test_texts_of_the_body_obey_the_rules(tmp_path: Path):
    """With the line of the file."""
    _, problems = page(tmp_path, HEADER + "\nUn <b>mot</b>.\n\nDeux javascript:x\n\n## Sans nom\n")

    assert problems == [("T003", 9), ("T003", 9), ("T004", 11), ("P002", 13)]


# --- sections and units


def units(text: str) -> list[tuple[str, str, int]]:
    """Kind, text and line of the units of a body."""
    return [(u.kind, u.text, u.line) for s in split(text) for u in s.units]


def test_units():
    """Paragraphs over several lines, items over several lines, letters, in their order."""
    text = "Un\ndeux.\n\n1. Premier\n   suite\n2. Second\n\n- Tiret\n* Étoile\n\n```text\nMonsieur,\n\n- Rendez\n```\n\nFin."

    assert units(text) == [
        ("p", "Un\ndeux.", 1), ("ol", "Premier suite", 4), ("ol", "Second", 6), ("ul", "Tiret", 8), ("ul", "Étoile", 9),
        ("letter", "```text\nMonsieur,\n\n- Rendez\n```", 11), ("p", "Fin.", 17),
    ]  # fmt: skip


def test_sections():
    """The lead has no id; a title in a letter is no title; levels 2 to 4."""
    text = "Lead.\n\n## Un {#un}\n\na\n\n### Deux {#deux}\n```\n## pas un titre\n```\n#### Trois {#trois}\n## Quatre\n"

    assert [(s.id, s.title, s.level, s.line, len(s.units)) for s in split(text)] == [
        ("", "", 2, 1, 1), ("un", "Un", 2, 3, 1), ("deux", "Deux", 3, 7, 1), ("trois", "Trois", 4, 11, 0), ("", "Quatre", 2, 12, 0),
    ]  # fmt: skip


def test_nothing_written_is_nothing():
    """An empty body has no section."""
    assert list(split("")) == []
    assert list(split("\n\n")) == []


@pytest.mark.parametrize("text", [
    "Un.\n\nDeux.", "- a\n- b\n\nc", "```\nx\n```", "## A {#a}\n\nb", "a\n- b", "1. a\n\n1. b", "a\n```\nb\n```\nc",
])  # fmt: skip
def test_no_word_is_lost(text: str):
    """Whatever the form, every word stands in a unit or a title."""
    words = [w.strip("#{}-.1`") for w in text.split()]
    kept = " ".join(f"{s.title} {s.id} " + " ".join(u.text for u in s.units) for s in split(text))

    assert [w for w in words if w and w not in kept] == []


def test_a_letter_that_is_not_closed_loses_no_word(tmp_path: Path):
    """The forgotten ``` at the end does not make the letter vanish, and is told."""
    letter = "Un.\n\n```text\nMonsieur,\nRendez-moi mon passeport.\n"

    assert units(letter) == [("p", "Un.", 1), ("letter", "```text\nMonsieur,\nRendez-moi mon passeport.\n```", 3)]
    assert page(tmp_path, HEADER + letter)[1] == [("P012", 10)]


def test_units_are_values():
    """Equal pieces are equal."""
    assert Unit("p", "x", 1) == Unit("p", "x", 1)
