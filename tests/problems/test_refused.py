"""What a command cannot do is said in one plain sentence, in French and English; exit code 1, nothing written, no traceback."""

from pathlib import Path

import pytest

from helpers import full, run
from rsmms.commands.cli import main

pytestmark = pytest.mark.usefixtures("commands_day")
EN = "docs/en/situations/passeport.md"


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a project."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


@pytest.mark.parametrize(("typed", "french", "english"), [
    (["new", "country", "XXX"], "XXX n’est le code d’aucun pays", "XXX is the code of no country"),
    (["merge", "nowhere", "--out", "whole"], "nowhere : ce fichier ou ce dossier n’existe pas.", "nowhere: there is no such file or folder."),
    (["merge", "docs", "--out", "data"], "data existe déjà.", "data is there already."),
    (["po", "import", "en", "{root}/no.po"], "no.po : ce fichier ou ce dossier n’existe pas.", "no.po: there is no such file or folder."),
    (["po", "import", "en", "{root}/latin.po"], "Ce n’est pas un fichier PO en UTF-8", "This is no PO file in UTF-8"),
    (["po", "export", "en", "{root}/docs"], "docs est un dossier, pas un fichier.", "docs is a folder, not a file."),
    (["export", "{root}/mkdocs.yml"], "mkdocs.yml", "mkdocs.yml"),
    (["translated", "docs/fr/index.md"], "Pas de page française pour", "No French page for"),
    (["translated", EN, "--section", "nosuch"], "Aucune de ces pages n’a de section « nosuch »", "None of these pages has a section “nosuch”. Sections: agir"),
])  # fmt: skip
def test_one_sentence_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: list[str], french: str, english: str):
    """The sentence names the file or word that is wrong."""
    root = full(tmp_path, {"latin.po": 'msgid "é"\nmsgstr "è"\n'.encode("latin-1")})
    before, words = tree(root), [word.format(root=root) for word in typed]

    for language, said in (("fr", french), ("en", english)):
        assert main(["--root", str(root), "--lang", language, *words]) == 1
        told = capsys.readouterr()
        assert said in told.err
        assert len(told.err.splitlines()) == 1
        assert told.out == ""
    assert tree(root) == before


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
