"""What a command cannot do is said in one plain sentence, in French and English; exit code 1, nothing written, no traceback."""

from pathlib import Path

import pytest

from helpers import full, run
from rsmms.commands.cli import main

pytestmark = pytest.mark.usefixtures("commands_day")
EN = "docs/en/situations/passeport.md"
FOLDERS = {"notes/old.gz": "what I know", "notes/a.br": "x", "other/index.html": "<p>another site", "built/donnees/catalog.json": "[]"}
"""What lies beside the sources: notes, the site of somebody else, and one that was made here."""


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a project."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


@pytest.mark.parametrize(("typed", "french", "english"), [
    *((["new", kind, "XXX"], "XXX n’est le code d’aucun pays", "XXX is the code of no country") for kind in ("country", "contact")),
    (["new", "contact", "../../../x"], "../../../X n’est le code d’aucun pays", "../../../X is the code of no country"),
    (["new", "situation", "../../../x"], "« ../../../x » ne peut pas être le nom d’un fichier", "“../../../x” cannot be the name of a file"),
    *((["new", "language", name], f"« {name} » n’est le code d’aucune langue", f"“{name}” is the code of no language") for name in ("../x", "zz", "EE")),
    *((["po", way, name, "{root}/x.po"], f"« {name} » n’est le code d’aucune langue", f"“{name}” is the code of no language")
      for way in ("import", "export") for name in ("../../x", "zz", "EN", "eng")),
    *((["po", way, "fr", "{root}/x.po"], "Le français est la langue d’origine", "French is the language everything is") for way in ("import", "export")),
    (["site", "--out", "."], "est le projet lui-même", "is the project itself"),
    (["site", "--out", ".."], "est le projet lui-même", "is the project itself"),
    (["site", "--out", "/"], "est le projet lui-même", "is the project itself"),
    *(([*command, name], f"{name} est le projet lui-même ou l’un de ses dossiers", f"{name} is the project itself or one of its working folders")
      for command in (["site", "--out"], ["merge", "docs", "--out"], ["export"]) for name in ("{root}/docs", "{root}/data/new", "{root}/.git")),
    (["site", "--out", "notes"], "notes n’est pas vide, et rien n’y a été fait par cette commande", "notes is not empty, and nothing there was made by this"),
    (["site", "--out", "other"], "other n’est pas vide", "other is not empty"),
    (["merge", "docs", "--out", "other"], "other n’est pas vide", "other is not empty"),
    (["export", "{root}/notes"], "notes n’est pas vide", "notes is not empty"),
    (["site", "--out", "../elsewhere"], "est hors du projet", "is outside the project"),
    (["export", "{root}/../elsewhere"], "est hors du projet", "is outside the project"),
    (["archive", "--out", "../x.tar.gz"], "n’est pas un site fait ici", "is no site that was made here"),
    *((["archive", name], f"{name} n’est pas un site fait ici", f"{name} is no site that was made here") for name in ("/nope", "notes")),
    *((["compress", name], f"{name} n’est pas un site fait ici", f"{name} is no site that was made here") for name in ("/nope", "notes")),
    *((["archive", "built", "--out", out], said, told) for out, said, told in (
        ("notes/old.gz", "n’est pas vide", "is not empty"), ("data/x.tar.gz", "est le projet lui-même", "is the project itself"),
        ("built/x.tar.gz", "est le projet lui-même", "is the project itself"), ("../x.tar.gz", "est hors du projet", "is outside the project"))),
    (["po", "export", "en", "{root}/notes/old.gz"], "n’est pas vide", "is not empty"),
    (["po", "export", "en", "{root}/data/contacts/TGO.yaml"], "est le projet lui-même", "is the project itself"),
    (["links", "--report", "{root}/mkdocs.yml"], "n’est pas vide", "is not empty"),
    (["merge", "nowhere", "--out", "whole"], "nowhere : ce fichier ou ce dossier n’existe pas.", "nowhere: there is no such file or folder."),
    (["merge", "docs", "--out", "data"], "data est le projet lui-même ou l’un de ses dossiers", "data is the project itself or one of its working folders"),
    (["po", "import", "en", "{root}/no.po"], "no.po : ce fichier ou ce dossier n’existe pas.", "no.po: there is no such file or folder."),
    (["po", "import", "en", "{root}/latin.po"], "Ce n’est pas un fichier PO en UTF-8", "This is no PO file in UTF-8"),
    (["po", "export", "en", "{root}/docs"], "docs est le projet lui-même ou l’un de ses dossiers", "docs is the project itself or one of its working folders"),
    (["export", "{root}/mkdocs.yml"], "mkdocs.yml", "mkdocs.yml"),
    (["translated", "docs/fr/index.md"], "Pas de page française pour", "No French page for"),
    (["translated", EN, "--section", "nosuch"], "Aucune de ces pages n’a de section « nosuch »", "None of these pages has a section “nosuch”. Sections: agir"),
])  # fmt: skip
def test_one_sentence_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: list[str], french: str, english: str):
    """The sentence names the file or word that is wrong."""
    root = full(tmp_path / "project", {"latin.po": 'msgid "é"\nmsgstr "è"\n'.encode("latin-1"), **FOLDERS})
    before, words = tree(tmp_path), [word.format(root=root) for word in typed]

    for language, said in (("fr", french), ("en", english)):
        assert main(["--root", str(root), "--lang", language, *words]) == 1
        told = capsys.readouterr()
        assert said.format(root=root) in told.err
        assert len(told.err.splitlines()) == 1
        assert told.out == ""
    assert tree(tmp_path) == before


def test_a_section_that_one_of_the_pages_has_is_enough(tmp_path: Path):
    """A folder is named, and the section stands in one page of it."""
    root = full(tmp_path)

    assert run(root, "translated", "docs/en", "--section", "agir") == 0
    assert 'agir: "' in (root / EN).read_text(encoding="utf-8")


def test_a_po_file_for_a_project_without_pages(tmp_path: Path):
    """Only the texts of the site are in it."""
    root = full(tmp_path, {"rsmms/strings/fr.yaml": "menu: Menu\n"})
    for page in root.glob("docs/**/*.md"):
        page.unlink()

    assert run(root, "po", "export", "en", str(root / "en.po")) == 0
    assert 'msgctxt "strings:menu"' in (root / "en.po").read_text(encoding="utf-8")
