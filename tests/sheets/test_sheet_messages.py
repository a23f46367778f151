"""Problem codes of sheets: a real broken template or text for each, and its exact words in French and English."""

from pathlib import Path
from typing import Any

import pytest

from rsmms.sheets.printing import SheetProblems, build
from rsmms.sheets.spec import SheetSpec

DATA = "data/country_profiles/TGO.yaml"
HEAD = """\
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set text(font: "RSMMS Sans", fallback: false, lang: d.lang)
#let field(name) = if "where" in sys.inputs { context [#metadata((field: name, page: here().page()))<field>] }
"""
"""What every template needs: the text, a title for screen readers, our font, and places to find."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of its own, with the fonts made once."""
    return tmp_path_factory.mktemp("cache")


def problems(folder: Path, cache: Path, template: str, **content: Any) -> tuple[list[str], list[str]]:
    """What is told in French and English when a sheet with this template and these texts is printed."""
    (folder / "test.typ").write_text(HEAD + template, encoding="utf-8")
    told = {"title": "T", "lang": "fr", "date": [2026, 11, 22], "parts": [], **content}
    spec = SheetSpec(kind="country", id="TGO", language="fr", file="fiches/pays-togo-fr.pdf", title="T", page="pays/togo.md", template="test.typ",
                     site_url="https://x.example/", content=lambda: told, pages=1, sizes=(10,), data=(DATA,))  # fmt: skip
    try:
        build([spec], folder / "out", cache, jobs=1, templates=folder)
    except SheetProblems as found:
        return [p.text("fr") for p in found.problems], [p.text("en") for p in found.problems]
    return [], []


def test_a_sheet_without_problem(tmp_path: Path, cache: Path):
    """The template of these tests can be printed: what they break is what is told."""
    assert problems(tmp_path, cache, "#d.law", law="Ɖoɖo") == ([], [])
    assert (tmp_path / "out/fiches/pays-togo-fr.pdf").stat().st_size > 1000


def test_a_sheet_that_is_too_long(tmp_path: Path, cache: Path):
    """F001 names the first part that does not fit, and the longest."""
    french, english = problems(tmp_path, cache, '#field("lead") #d.law #pagebreak() #field("law") #d.law', law="Un texte long. " * 9)

    assert french == [
        (f"{DATA}:1: law: la fiche fiches/pays-togo-fr.pdf a 2 pages (maximum 1) : la partie « law » ne tient pas ; "
        "la plus longue est « law » ; raccourcissez [F001]"),
    ]
    assert english == [
        f"{DATA}:1: law: sheet fiches/pays-togo-fr.pdf has 2 pages (limit 1): part “law” does not fit; the longest is “law”; shorten it [F001]"
    ]


def test_a_template_with_a_mistake(tmp_path: Path, cache: Path):
    """F002 leads to the line of the template."""
    french, english = problems(tmp_path, cache, "#d.no_such_text")

    assert french == ['sheets/test.typ:5: modèle de fiche : dictionary does not contain key "no_such_text" (fiche fiches/pays-togo-fr.pdf) [F002]']
    assert english == ['sheets/test.typ:5: sheet template: dictionary does not contain key "no_such_text" (sheet fiches/pays-togo-fr.pdf) [F002]']


def test_a_sign_the_fonts_lack(tmp_path: Path, cache: Path):
    """F003 leads to the data file: no empty box is ever printed."""
    french, english = problems(tmp_path, cache, "#d.law", law="Appelez 😀 vite")

    assert [text.partition(" : ")[0] for text in french] == [f"{DATA}:1: la fiche fiches/pays-togo-fr.pdf contient un signe que les polices n’ont pas"]
    assert [text.partition(": sheet ")[2].partition(":")[0] for text in english] == ["fiches/pays-togo-fr.pdf has a sign that the fonts lack"]
    assert "😀" in french[0]
    assert french[0].endswith("[F003]")
    assert english[0].endswith("[F003]")


def test_a_letter_that_would_copy_wrongly(tmp_path: Path, cache: Path):
    """F004 is told before anything is printed."""
    french, english = problems(tmp_path, cache, "#d.law", law="Aq\u0303a")

    assert french == [
        (f"{DATA}:1: la fiche fiches/pays-togo-fr.pdf contient la lettre « q\u0303 » (U+0071 U+0303) qui se copierait mal ; "
        "ajoutez-la dans rsmms/sheets/letters.py [F004]")
    ]
    assert english == [
        (f"{DATA}:1: sheet fiches/pays-togo-fr.pdf has the letter “q\u0303” (U+0071 U+0303) that would copy wrongly; "
        "add it to rsmms/sheets/letters.py [F004]")
    ]
