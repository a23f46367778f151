"""Commands for editors as people type them: ``fix``, ``translated``, ``po``; what they print, write and give back."""

from pathlib import Path

import pytest

from helpers import LANGUAGES, PROJECT, SITUATION, SITUATION_EN, SITUATION_FR, TODAY, full, run
from rsmms.building.content import read_content
from rsmms.commands.cli import main

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS = "data/contacts/TGO.yaml"
EN = f"docs/en/{SITUATION}"
UNTIDY = {CONTACTS: PROJECT[CONTACTS].replace('"+22822213334"', "00228 22 21 33 34")}
PO_FR = "Le français a changé depuis l’export ; laissé de côté :\n"
PO_EN = "The French has changed since the export; left out:\n"


# --- fix


def test_fix_names_the_files_it_repairs(tmp_path, capsys):
    """One name a line; the second time there is nothing to do, and it says so."""
    root = full(tmp_path, UNTIDY)

    assert run(root, "fix") == 0
    assert capsys.readouterr().out == f"{CONTACTS}\n"
    assert (root / CONTACTS).read_text(encoding="utf-8") == PROJECT[CONTACTS]
    assert run(root, "fix") == 0
    assert capsys.readouterr().out == "Nothing to repair.\n"
    assert main(["--root", str(root), "--lang", "fr", "fix"]) == 0
    assert capsys.readouterr().out == "Rien à réparer.\n"


def test_fix_dry_only_tells(tmp_path, capsys):
    """The same names, and no file is touched."""
    root = full(tmp_path, UNTIDY)

    assert run(root, "fix", "--dry") == 0
    assert capsys.readouterr().out == f"{CONTACTS}\n"
    assert (root / CONTACTS).read_text(encoding="utf-8") == UNTIDY[CONTACTS]


# --- translated


def stamps(root: Path) -> dict[str, str]:
    """What the English page says its parts were made from."""
    return dict(read_content(root, LANGUAGES, TODAY).written["en", SITUATION].front.made_from)


def test_translated_stamps_all_pages_of_a_folder_once(tmp_path, capsys):
    """Each page that changes is named; a second time nothing changes and nothing is said."""
    root = full(tmp_path)

    assert run(root, "translated", "docs/en") == 0
    assert capsys.readouterr().out == f"docs/en/index.md\n{EN}\n"
    assert set(stamps(root)) == {"title", "lead", "agir", "preuves", "modele"}
    assert run(root, "translated", "docs/en") == 0
    assert capsys.readouterr().out == ""


def test_translated_stamps_only_the_section_that_was_looked_at(tmp_path):
    """After the French has changed in two places, the one not looked at stays old."""
    root = full(tmp_path)
    run(root, "translated", EN)
    before = stamps(root)
    french = SITUATION_FR.replace("Demandez votre", "Réclamez votre").replace("Une photo", "Deux photos")
    (root / f"docs/fr/{SITUATION}").write_text(french, encoding="utf-8")

    assert run(root, "translated", EN, "--section", "agir") == 0
    assert {name for name, print_ in stamps(root).items() if print_ != before[name]} == {"agir"}


@pytest.mark.parametrize(("page", "language", "told"), [
    (f"docs/fr/{SITUATION}", "en", "No French page for"), (f"docs/fr/{SITUATION}", "fr", "Pas de page française pour"),
    ("docs/en/nowhere.md", "en", "No French page for"), ("data/sources.yaml", "en", "No French page for"),
])  # fmt: skip
def test_what_is_no_translation_is_not_stamped(tmp_path, capsys, page: str, language: str, told: str):
    """French itself, a page that is not there, a file that is no page: one sentence, and 1."""
    root = full(tmp_path)

    assert main(["--root", str(root), "--lang", language, "translated", page]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(told)
    assert Path(page).name in said.err
    assert not (root / "docs/en/nowhere.md").exists()
    assert (root / f"docs/fr/{SITUATION}").read_text(encoding="utf-8") == SITUATION_FR


# --- po


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny project with two texts of the site."""
    for language, text in (("fr", "menu: Menu\nsearch: Chercher\n"), ("en", "menu: Menu\n")):
        (tmp_path / "rsmms" / "strings").mkdir(parents=True, exist_ok=True)
        (tmp_path / "rsmms" / "strings" / f"{language}.yaml").write_text(text, encoding="utf-8")
    return full(tmp_path)


def test_po_goes_out_and_comes_back(root: Path, capsys):
    """Words typed into the file that was exported come into the page and the texts; their files are named."""
    file = root / "en.po"
    assert run(root, "po", "export", "en", str(file)) == 0
    assert capsys.readouterr().out == ""
    raw = file.read_text(encoding="utf-8")
    typed = raw.replace("A photo of the passport", "A clear photo of the passport").replace('msgid "Chercher"\nmsgstr ""', 'msgid "Chercher"\nmsgstr "Search"')
    file.write_text(typed, encoding="utf-8")

    assert run(root, "po", "import", "en", str(file)) == 0
    assert capsys.readouterr() == (f"{EN}\nrsmms/strings/en.yaml\n", "")
    assert "- A clear photo of the passport. [[?:no-document]]\n" in (root / EN).read_text(encoding="utf-8")
    assert (root / "rsmms/strings/en.yaml").read_text(encoding="utf-8") == 'menu: Menu\nsearch: "Search"\n'


@pytest.mark.parametrize(("language", "told"), [("fr", PO_FR), ("en", PO_EN)])
def test_po_leaves_out_what_was_made_from_older_french(root: Path, capsys, language: str, told: str):
    """The pieces left out are named; the page stays as it was."""
    file = root / "en.po"
    run(root, "po", "export", "en", str(file))
    (root / f"docs/fr/{SITUATION}").write_text(SITUATION_FR.replace("Une photo", "Deux photos"), encoding="utf-8")

    assert main(["--root", str(root), "--lang", language, "po", "import", "en", str(file)]) == 0
    assert capsys.readouterr().err == f"{told}{SITUATION}#preuves:1\n"
    assert (root / EN).read_text(encoding="utf-8") == SITUATION_EN


def test_po_of_a_language_that_the_site_does_not_have_yet(root: Path):
    """Everything to translate, nothing translated: a translator can begin before the configuration names the language."""
    file = root / "ar.po"

    assert run(root, "po", "export", "ar", str(file)) == 0
    text = file.read_text(encoding="utf-8")
    assert '"Language: ar\\n"' in text
    assert 'msgid "Une photo du passeport. [[?:no-document]]"\nmsgstr ""\n' in text
