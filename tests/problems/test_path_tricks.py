"""Ids, slugs and file names become addresses: none of them leads out of the site, clashes, or differs only to a machine."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import PROJECT, changed, lay_out, merged, places, plan_of, problems_of, told
from rsmms.model.base import RESERVED, is_identifier

Project = Callable[..., Path]
TOGO, CONVENTIONS, ZONES = "data/country_profiles/TGO.yaml", "data/conventions.yaml", "data/zones.yaml"
TRICKS = {
    "up": "../x", "far up": "../../../../tmp/x", "absolute": "/etc/x", "windows": "C:\\x", "backslash": "..\\x", "dot": ".", "dots": "..", "hidden": ".git", "empty": "",
    "space": " ", "inside": "a b", "slash": "a/b", "long": "a" * 300, "upper": "Togo", "cyrillic": "t\u043ego", "turkish": "togı", "wide": "ｔｏｇｏ", "nfd": "e\u0301cole", "nfc": "école",
    "percent": "%2e%2e%2f", "null": "a\0b", "line": "a\nb", "joiner": "a\u200bb", "turned": "a\u202eb", "end": "togo\n", "double": "a--b", "first": "-a", "last": "a-", "query": "a?b", "part": "a#b",
    "star": "a*", "con": "con", "nul": "nul", "port": "com1", "printer": "lpt9", "list": "index", "underscore": "a_b", "dotted": "a.b", "tilde": "~root", "variable": "$HOME", "template": "{{x}}",
}  # fmt: skip


def quoted(text: str) -> str:
    """A text as YAML reads it whole."""
    return '"' + text.encode("unicode_escape").decode().replace("\\\\", "\\").replace("\\", "\\\\").replace("\\\\x", "\\x").replace("\\\\u", "\\u").replace("\\\\n", "\\n") + '"'


FIELDS = {
    "slug of a country": (TOGO, "slug: togo"), "slug of a treaty": (CONVENTIONS, "slug: c97"), "id of a zone": (ZONES, "- id: ecowas"),
    "id of a page": ("docs/fr/index.md", "id: home"), "id of a law": (TOGO, "- id: tgo-code"), "id of a contact": ("data/contacts/TGO.yaml", "- id: tgo-cstt"),
}  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_tricks_in_fields(project: Project, field: str):
    """Each of them is refused in each field, at its line, and nothing else is a surprise."""
    name, old = FIELDS[field]
    line = PROJECT[name][: PROJECT[name].index(old)].count("\n") + 1
    root = project()
    for trick, value in TRICKS.items():
        (root / name).write_text(PROJECT[name].replace(old, old.partition(": ")[0] + ": " + quoted(value), 1), encoding="utf-8")
        found = {p.code for p in problems_of(root) if p.path == name and p.line == line}

        assert found & {"M009", "M012", "M013", "M017", "T001", "T002", "T005", "Y001"}, (trick, found)


@pytest.mark.parametrize("value", [v for v in TRICKS.values() if "/" not in v and "\0" not in v and len(v) < 200 and v not in ("", ".", "..", "index")])
def test_tricks_in_names_of_pages(project: Project, value: str):
    """A page is not made from a file whose name could not stand in an address."""
    root = project()
    page = PROJECT["docs/fr/index.md"].replace("id: home", "id: other")
    (root / "docs/fr" / f"{value}.md").write_text(page, encoding="utf-8")
    (root / "docs/fr" / value).mkdir(exist_ok=True)
    (root / "docs/fr" / value / "page.md").write_text(page.replace("id: other", "id: third"), encoding="utf-8")

    assert [p.code for p in problems_of(root) if p.code != "P016"] == ["P019", "P019"]


def test_a_name_that_is_no_text(project: Project):
    """Bytes that are no UTF-8 are told, in letters that every screen can show."""
    root = project()
    Path(os.fsdecode(os.fsencode(root / "docs/fr") + b"/x\xff.md")).write_text(PROJECT["docs/fr/index.md"].replace("id: home", "id: x"), encoding="utf-8")

    (text,) = told(root, "en")
    assert text == "docs/fr/x\\udcff.md:1: file name “x\\udcff.md”; write it in small letters without accents, digits and hyphens [P019]"


def test_the_messages(project: Project):
    """In both languages, with the place."""
    root = project(merged(
        changed(TOGO, "slug: togo", "slug: con"),
        {"docs/fr/Page.md": PROJECT["docs/fr/index.md"].replace("id: home", "id: a"), "docs/fr/zones/ecowas.md": PROJECT["docs/fr/index.md"].replace("id: home", "id: b")},
    ))  # fmt: skip

    assert told(root, "en") == [
        f"{TOGO}:3: slug: “con” is a name that some computers keep for themselves; choose another [M017]",
        "docs/fr/Page.md:1: file name “Page.md”; write it in small letters without accents, digits and hyphens [P019]",
        "docs/fr/zones/ecowas.md:1: this address is already that of a page made from data; give the file another name [P020]",
    ]
    assert told(root, "fr") == [
        f"{TOGO}:3: slug: « con » est un nom que des ordinateurs réservent ; prenez-en un autre [M017]",
        "docs/fr/Page.md:1: nom de fichier « Page.md » ; écrivez-le en petites lettres sans accent, chiffres et tirets [P019]",
        "docs/fr/zones/ecowas.md:1: cette adresse est déjà celle d’une page faite des données ; donnez un autre nom au fichier [P020]",
    ]


def test_addresses_of_lists_and_of_others_are_taken(project: Project):
    """Two treaties, or a treaty and the matrix, or a country and the contacts of no country, never write one page."""
    root = project(merged(changed(TOGO, "slug: togo", "slug: international"), changed(CONVENTIONS, "slug: c97", "slug: c143")))
    assert places(root) == [f"{CONVENTIONS}:59: slug X009", f"{TOGO}:3: slug X009"]

    root = project(changed(CONVENTIONS, "slug: c97", "slug: ratifications"))
    assert f"{CONVENTIONS}:20: slug X009" in places(root)


def test_what_is_an_identifier():
    """Small letters, digits and single hyphens, up to 80 letters, and no reserved name."""
    assert all(map(is_identifier, ("a", "c97", "tgo-cstt", "a" * 80, "congo", "index-2")))
    assert not any(map(is_identifier, (*TRICKS.values(), "a" * 81, *RESERVED)))


def test_no_page_is_made_outside(tmp_path: Path):
    """Every path of the plan stays below its language folder, in letters that all systems write alike."""
    for path in {path for _, path in plan_of(lay_out(tmp_path)).pages}:
        stem, _, end = path.rpartition(".")
        assert end == "md"
        assert all(part == "index" or is_identifier(part) for part in stem.split("/")), path
