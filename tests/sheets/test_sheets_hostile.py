"""Whatever stands in the data is printed as it is, or stops the build with a message that says what to mend."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from helpers import LANGUAGES, TODAY
from rsmms.problems.problem import Problem
from rsmms.sheets.planning import plan
from rsmms.sheets.printing import TEMPLATES, SheetProblems, build
from sheet_helpers import SITE, nfc, one, specs, texts, workshop

NASTY = (
    '#panic() #import "x": *', "*b* _u_ ~ `c` $x^2$ @ref <label>", "\\ \\u{1F600} \\n // comment /* no */", "= Title", "- item + item / term: x",
    "<script>alert(1)</script>", "{{ page }} {% raw %}", "[[c143:9]] [x](javascript:alert(1))", "%PDF-1.7 (\\() <<>>", "' OR 1=1 -- ; rm -rf /",
    "https://x.example/?a=b&c=d", "““«»„”…—–", "0x00 \x07 bell", "line\u2028separator\u200bzero",
)  # fmt: skip
ARABIC = "مرحبا بالعمال"
NBSP = "\u00a0"


@pytest.fixture(scope="module")
def tiny_specs(tiny):
    """Sheets of the tiny project."""
    return {s.file: s for s in specs(tiny)}


def with_name(tiny, name: str):
    """The sheet of Togo with another name for its contact."""
    library = tiny.library
    contacts = tuple(c.model_copy(update={"name": {"fr": name}, "acronym": None}) for c in library.contacts["TGO"])
    other = replace(library, contacts={"TGO": contacts})
    return next(s for s in plan(other, tiny.written, LANGUAGES, TODAY, SITE) if s.file == "fiches/pays-togo-fr.pdf")


def printed(spec, folder) -> dict[str, str]:
    """The text of a sheet by reader."""
    (sheet,) = build([spec], folder, workshop() / "cache", jobs=1)
    return texts(sheet.path)


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_nasty_text_is_printed_as_it_is(tiny, tmp_path, name):
    """Markup of Typst, HTML, Markdown and PDF is text; only invisible signs are left out."""
    seen = nfc("".join(c for c in name if c.isprintable() and c != "\u200b"))

    assert seen.replace(" ", "") in printed(with_name(tiny, name), tmp_path)["pdfium"].replace(" ", "")


def test_a_name_of_three_thousand_letters(tiny, tmp_path):
    """It breaks over lines; every letter is there."""
    found = printed(with_name(tiny, "n" * 3000), tmp_path)["pdfium"]

    assert found.replace("\u200b", "").replace(" ", "").replace("\ufffe", "").count("n" * 100) >= 1
    assert found.count("n") >= 3000


def test_text_from_right_to_left(tiny, tmp_path):
    """Arabic is printed, and its letters come back."""
    found = printed(with_name(tiny, ARABIC), tmp_path)["pdfium"]

    assert set(ARABIC.replace(" ", "")) <= set(found)


def problems(specs, folder, **more) -> list[Problem]:
    """What a build tells."""
    with pytest.raises(SheetProblems) as raised:
        build(specs, folder, workshop() / "cache", jobs=1, **more)
    return list(raised.value.problems)


def test_a_sign_that_the_fonts_lack(tiny, tmp_path):
    """The build stops and says which sign and which sheet: never an empty box on paper."""
    (problem,) = problems([with_name(tiny, "Syndicat 😀")], tmp_path)

    assert problem.code == "F003"
    assert problem.text("en").startswith("data/country_profiles/TGO.yaml:1: sheet fiches/pays-togo-fr.pdf has a sign that the fonts lack: ")
    assert "😀" in problem.text("fr") or "1f600" in problem.text("fr").lower()


def test_a_letter_that_would_copy_wrongly(tiny, tmp_path):
    """A letter of two code points that has no glyph of its own."""
    (problem,) = problems([with_name(tiny, "Syndicat q\u0303")], tmp_path)

    assert problem.text("en") == (
        "data/country_profiles/TGO.yaml:1: sheet fiches/pays-togo-fr.pdf has the letter “q\u0303” (U+0071 U+0303) that would copy wrongly; "
        "add it to rsmms/sheets/letters.py [F004]"
    )
    assert problem.text("fr") == (
        "data/country_profiles/TGO.yaml:1: la fiche fiches/pays-togo-fr.pdf contient la lettre « q\u0303 » (U+0071 U+0303) qui se copierait mal ; "
        "ajoutez-la dans rsmms/sheets/letters.py [F004]"
    )


def test_a_sheet_that_does_not_fit(tiny, tmp_path):
    """Too long even in small letters: the message names the part."""
    (problem,) = problems([with_name(tiny, "très long " * 2200)], tmp_path)

    pages = problem.values["pages"]
    assert int(pages) > 2
    assert problem.text("fr") == (
        f"data/country_profiles/TGO.yaml:1: contacts: la fiche fiches/pays-togo-fr.pdf a {pages} pages (maximum 2) : la partie « contacts » ne tient pas ; "
        "la plus longue est « contacts » ; raccourcissez [F001]"
    )
    assert problem.text("en") == (
        f"data/country_profiles/TGO.yaml:1: contacts: sheet fiches/pays-togo-fr.pdf has {pages} pages (limit 2): part “contacts” does not fit; "
        "the longest is “contacts”; shorten it [F001]"
    )


def broken(folder, name: str, text: str):
    """The templates with a line added to one of them."""
    templates = shutil.copytree(TEMPLATES, folder / "sheets")
    with (templates / name).open("a", encoding="utf-8") as file:
        file.write(text)
    return templates, len((templates / name).read_text(encoding="utf-8").splitlines())


def test_a_broken_template_names_file_and_line(tiny_specs, tmp_path):
    """A name that does not exist, in the template of the sheet."""
    templates, line = broken(tmp_path, "country.typ", "#nowhere()\n")
    (problem,) = problems([tiny_specs["fiches/pays-togo-fr.pdf"]], tmp_path, templates=templates)

    assert problem.text("en") == f"sheets/country.typ:{line}: sheet template: unknown variable: nowhere (sheet fiches/pays-togo-fr.pdf) [F002]"
    assert problem.text("fr") == f"sheets/country.typ:{line}: modèle de fiche : unknown variable: nowhere (fiche fiches/pays-togo-fr.pdf) [F002]"


def test_a_field_that_the_data_lack_names_the_template(tiny_specs, tmp_path):
    """A template that asks for a field nobody fills."""
    templates, line = broken(tmp_path, "country.typ", "#d.nothing\n")
    (problem,) = problems([tiny_specs["fiches/pays-togo-fr.pdf"]], tmp_path, templates=templates)

    assert (problem.code, problem.path, problem.line) == ("F002", "sheets/country.typ", line)
    assert "nothing" in problem.text("en")


def test_a_warning_stops_the_build_too(tiny_specs, tmp_path):
    """Typst only warns of an unknown font, and then prints with none."""
    templates, _ = broken(tmp_path, "country.typ", '#text(font: "No Such Font")[x]\n')
    (problem,) = problems([tiny_specs["fiches/pays-togo-fr.pdf"]], tmp_path, templates=templates)

    assert problem.code == "F002"
    assert "no such font" in problem.text("en").lower()


def test_problems_of_several_sheets_are_told_together(tiny_specs, tmp_path):
    """All of them, then the build stops."""
    templates, _ = broken(tmp_path, "lib.typ", "#nowhere()\n")
    chosen = [tiny_specs["fiches/pays-togo-fr.pdf"], tiny_specs["fiches/carte-togo-fr.pdf"]]

    assert [p.path for p in problems(chosen, tmp_path, templates=templates)] == ["sheets/lib.typ"] * 2


def test_missing_data_leave_an_honest_gap(tiny, tmp_path):
    """A country about which nothing is known: said in words, with whom to ask."""
    togo = tiny.library.countries["TGO"]
    bare = type(togo)(**{**dict(togo), "figures": (), "law": (), "emergency": (), "ratifications": ()})
    other = replace(tiny.library, countries={"TGO": bare}, contacts={}, zones={})
    spec = next(s for s in plan(other, tiny.written, LANGUAGES, TODAY, SITE) if s.file == "fiches/pays-togo-fr.pdf")
    found = printed(spec, tmp_path)["pdfium"]

    for said in ("Nous ne connaissons encore aucun contact", "Inconnu", "Ce pays n’est membre d’aucune", "Pas d’information"):
        assert said in found
    assert "None" not in found


def test_overdue_facts_say_so_on_paper(tiny, tmp_path):
    """Two years later, the same contact, treaty and figure carry a notice; today they do not."""
    later = next(s for s in specs(tiny, date(2028, 11, 22)) if s.file == "fiches/pays-togo-fr.pdf")
    today = next(s for s in specs(tiny) if s.file == "fiches/pays-togo-fr.pdf")

    assert printed(later, tmp_path / "later")["pdfium"].count("vérifier de nouveau") >= 3
    assert "vérifier de nouveau" not in printed(today, tmp_path / "today")["pdfium"]


def test_a_single_content_can_be_printed_alone(tiny_specs, tmp_path):
    """For designers: a template with a content of one's own."""
    spec = tiny_specs["fiches/carte-togo-fr.pdf"]
    sheet = one(spec, {**spec.content(), "title": "Essai"}, tmp_path)

    assert "Essai" in texts(sheet.path)["pdfium"]
