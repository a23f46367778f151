"""Files made to exhaust the builder are refused with a message, in a moment: size, depth, numbers, brackets, links out."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from arena import in_time
from helpers import ROOT, SITUATION, body, changed, places, plan_of, problems_of, rendered, told
from rsmms.problems.problem import report
from rsmms.reading.limits import MAX_PAGE, MAX_PASSAGE, too_much
from rsmms.reading.yaml_source import MAX_BYTES, MAX_LINE, MAX_VALUES

GLOSSARY, FR, ZONES = "data/glossary.yaml", f"docs/fr/{SITUATION}", "data/zones.yaml"
QUICK = 5
"""Seconds for reading, checking and telling."""
Project = Callable[..., Path]


def codes(root: Path, path: str) -> set[str]:
    """Codes of the problems of one file, found within the time."""
    with in_time(QUICK):
        found = problems_of(root)
        assert len(report(found, "fr")) < 200_000
        return {p.code for p in found if p.path == path}


LAUGHS = "\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))])
YAML_BOMBS = {
    "billion laughs": (LAUGHS, "Y003"),
    "merge keys": ("a: &a {b: 1}\nc: {<<: *a}\n", "Y003"),
    "depth of lists": ("terms: " + "[" * 4_900, "Y005"),
    "depth of mappings": ("terms: " + "{a: " * 1_200, "Y005"),
    "depth of lines": ("terms:\n" + "".join(" " * n + "a:\n" for n in range(900)), "Y005"),
    "one line": ("terms: '" + "x" * (MAX_LINE + 1) + "'\n", "Y010"),
    "ten megabytes in one line": (b"terms: '" + b"x" * 10_000_000, "Y004"),
    "one key two hundred thousand times": ("a: 1\n" * 200_000, "Y011"),
    "one key as often as is read": ("terms: []\n" + "a: 1\n" * (MAX_VALUES - 100), "Y012"),
    "a hundred thousand keys": ("".join(f"k{n}: 1\n" for n in range(90_000)), "Y011"),
    "a hundred thousand items": ("terms:\n" + "- a\n" * 200_000, "Y011"),
    "as many keys as are read": ("terms: []\n" + "".join(f"k{n}: 1\n" for n in range(MAX_VALUES - 100)), "M002"),
    "as many wrong items as are read": ("terms:\n" + "- a\n" * (MAX_VALUES - 100), "M012"),
    "as many unknown fields as are read": ("terms:\n- id: a\n" + "".join(f"  k{n}: 1\n" for n in range(MAX_VALUES - 100)), "M002"),
    "as many unknown countries as are read": ("terms:\n- countries:\n" + "".join(f"  - A{n}\n" for n in range(MAX_VALUES - 100)), "X002"),
    "as many unknown sources as are read": ("terms:\n" + "".join(f"- source: ilo{n}\n" for n in range((MAX_VALUES - 100) // 2)), "X004"),
    "a number of 5,000 digits": ("terms:\n- number: " + "9" * 4_900 + "\n", "M002"),
    "a text of a megabyte in lines": ("terms:\n  >\n" + "  " + "[x](" * 4 + "\n  " + "\n  ".join("< " * 1_000 for _ in range(400)), "M001"),
    "tags that never end": ("terms: >\n" + "  " + "<a" * 1_600 + "\n" + "  <a <b\n" * 50_000, "T003"),
    "quotes that never end": ('a: "x\n' * 20_001, "Y001"),
    "brackets that never end": ("a: [\n" * 20_000, "Y005"),
    "accents in pieces": ("terms: '" + "e\u0301" * 2_000 + "'\n", "T001"),
}  # fmt: skip


@pytest.mark.parametrize("name", YAML_BOMBS)
def test_yaml_bombs(project: Project, name: str):
    """Told in a few seconds at most, and in a report that a person can open."""
    text, code = YAML_BOMBS[name]
    root = project({GLOSSARY: text})

    assert code in codes(root, GLOSSARY)


@pytest.mark.parametrize("value", ["1e999", "-1e999", ".inf", "inf", "nan", ".nan", "9" * 400, "9" * 30, "-1e16", "1e-999999999", "0x10", "9" * 4_400])
def test_numbers_without_end(project: Project, value: str):
    """A figure is a finite number: neither infinity nor a number that no page, chart or JSON can hold."""
    root = project(changed("data/country_profiles/TGO.yaml", "2024: 281234", f"2024: {value}"))

    assert places(root) in ([], ["data/country_profiles/TGO.yaml:29: figures.0.values.2024 M012"])
    assert places(root) != [] or value == "1e-999999999"


@pytest.mark.parametrize("year", ["99999", "-1", "0", "9" * 30, "2024.5"])
def test_years_that_are_none(project: Project, year: str):
    """A year of a figure is one of our time."""
    root = project(changed("data/country_profiles/TGO.yaml", "2024: 281234", f"{year}: 281234"))

    assert [p.code for p in problems_of(root)] == ["M012"]


PAGE = "---\nid: page\nkind: page\ntitle: T\ndescription: D\nupdated: 2026-11-01\n---\n\n"
MARKDOWN_BOMBS = {
    "brackets": "[" * 4_900, "pictures": "![" * 2_000, "closed brackets": "[" * 2_000 + "]" * 2_000, "links in links": "[a](" * 1_000,
    "references": "[a][" * 1_000,
    "parentheses": "(" * 4_900, "bullets": "- " * 2_000 + "a", "quotes": "> " * 2_000 + "a", "quotes without spaces": ">" * 4_000 + "a",
    "numbers": "1. " * 1_000 + "a",
    "mixed": "> - 1. " * 500 + "a", "in lines": "\n".join(">" * n + " a" for n in range(1, 200)), "a long passage": ("mot " * 1_000 + "\n") * 2,
    "a passage of many lines": "mot mot mot\n" * (MAX_PASSAGE // 10),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKDOWN_BOMBS)
def test_markdown_bombs(project: Project, name: str):
    """What Python-Markdown needs minutes for, or overflows on, never gets there."""
    root = project({"docs/fr/page.md": PAGE + MARKDOWN_BOMBS[name] + "\n"})

    assert "P017" in codes(root, "docs/fr/page.md")


def test_a_bomb_in_a_heading(project: Project):
    """Headings are passages too."""
    root = project({"docs/fr/page.md": PAGE + "## " + "[" * 3_000 + " {#a}\n"})

    assert "P017" in codes(root, "docs/fr/page.md")


def test_nested_is_allowed_as_people_write():
    """A mark in a link text, a remark in a remark: nothing is told about the real pages (test_plan), nor here."""
    assert not too_much("- > Voir [la page [[c143:9]] (ici (ou là))](a.md) **(1)** [b](c.md)\n- 1. a")
    assert not too_much("x" * MAX_PASSAGE)


def test_large_pages(project: Project):
    """A page of the limit is read, one byte more is not; a line has a limit too."""
    filler = "mot mot mot mot.\n\n" * ((MAX_PAGE - len(PAGE)) // 18 - 1)

    assert codes(project({"docs/fr/page.md": PAGE + filler}), "docs/fr/page.md") == set()
    assert codes(project({"docs/fr/page.md": PAGE + filler + "x" * MAX_PAGE}), "docs/fr/page.md") == {"Y004"}
    assert codes(project({"docs/fr/page.md": PAGE + "x" * (MAX_LINE + 1)}), "docs/fr/page.md") == {"Y010"}


def test_a_file_of_a_hundred_megabytes_is_not_even_read(project: Project):
    """Its size is asked before its content: no memory is taken for it."""
    root = project()
    for name in (GLOSSARY, FR):
        with (root / name).open("wb") as file:
            file.truncate(100_000_000)
    started = time.process_time()

    assert {"Y004"} == {p.code for p in problems_of(root) if p.path in (GLOSSARY, FR)}
    assert time.process_time() - started < 1


MESSAGES = {
    "terms: '" + "x" * (MAX_LINE + 1) + "'\n": (
        "line too long (over 5000 characters); cut it [Y010]", "ligne trop longue (plus de 5000 signes) ; coupez-la [Y010]",
    ),
    "terms:\n" + "- a\n" * (3 * MAX_VALUES): (
        "too many values in this file (over 20000); cut it in two [Y011]", "trop de valeurs dans ce fichier (plus de 20000) ; coupez-le en deux [Y011]",
    ),
    "terms: []\n" + "".join(f"k{n}: 1\n" for n in range(101)): (
        "more than 100 problems of this kind in this file; mend the first ones, the others will be told next [Y012]",
        "plus de 100 problèmes de ce genre dans ce fichier ; corrigez les premiers, les autres seront dits ensuite [Y012]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", MESSAGES, ids=["line", "values", "problems"])
def test_messages_about_data(project: Project, text: str):
    """What to do, in both languages; a hundred problems are told before it is said that there are more."""
    root = project({GLOSSARY: text})
    english, french = MESSAGES[text]

    assert [line.partition(": ")[2] for line in told(root, "en") if line.startswith(GLOSSARY)][-1] == english
    assert [line.partition(": ")[2] for line in told(root, "fr") if line.startswith(GLOSSARY)][-1] == french
    assert len([line for line in told(root, "en") if "[M002]" in line]) == (100 if "[Y012]" in english else 0)


def test_messages_about_pages(project: Project):
    """At the line of the passage."""
    root = project({"docs/fr/page.md": PAGE + "Bon.\n\n" + "[" * 5 + "\n"})

    assert told(root, "en") == [
        "docs/fr/page.md:11: passage too long or nested too deep (at most 5000 characters, 4 brackets or bullets inside each other); cut it [P017]",
    ]
    assert told(root, "fr") == [
        "docs/fr/page.md:11: passage trop long ou trop imbriqué (au plus 5000 signes, 4 crochets ou puces l’un dans l’autre) ; coupez-le [P017]",
    ]


def test_a_text_that_looks_like_a_term_only_without_case(project: Project):
    """``ı`` equals ``i`` when case is ignored, but is not the same word: no link, no error."""
    word = "conventıon"
    root = project(changed(FR, "**Votre passeport est à vous.**", f"Une {word}."))

    assert word in rendered(body(plan_of(root), SITUATION))


def test_the_limits_leave_room():
    """The real project is below half of them."""
    pages, files = [list((ROOT / folder).rglob(f"*{end}")) for folder, end in (("docs", ".md"), ("data", ".yaml"))]
    assert max(p.stat().st_size for p in pages) * 5 < MAX_PAGE
    assert max(p.stat().st_size for p in files) * 2 < MAX_BYTES
    assert max(len(line) for p in (*pages, *files) for line in p.read_text(encoding="utf-8").splitlines()) * 5 < MAX_LINE
