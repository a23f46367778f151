"""A PO file back into pages that are not quite like the French: other steps, other header, texts noted as comments."""

from pathlib import Path

import pytest

from helpers import LANGUAGES, SITUATION, SITUATION_EN, TODAY, problems_of
from po_helpers import EN, exported, imported, project, typed
from rsmms.building.content import read_content
from rsmms.commands.editors.translated import stamp
from rsmms.language.fingerprints import outdated
from rsmms.problems.command_error import CommandError


def test_a_section_with_another_number_of_steps_is_left_as_it_is(tmp_path: Path):
    """Nobody knows which step belongs to which: only the other sections take what was typed."""
    root = project(tmp_path, {EN: SITUATION_EN.replace("1. Ask for your passport. [[c143:9]]\n2. Go", "1. Go")})
    raw = typed(exported(root, "en"), situations_passeport_md__agir_1="Ask again.", situations_passeport_md__preuves_1="A clear photo. [[?:no-document]]")

    assert imported(root, "en", raw).changed == [EN]
    text = (root / EN).read_text(encoding="utf-8")
    assert "## What to do now {#agir}\n\n1. Go to the [union](../index.md). [[src:ilo]]\n\n" in text
    assert "- A clear photo. [[?:no-document]]\n" in text
    assert "Ask again" not in text


@pytest.mark.parametrize(("said", "line"), [
    ("They took my passport", "title: They took my passport\n"), ("My passport: gone", 'title: "My passport: gone"\n'),
    ('The "passport" they #took', 'title: "The \\"passport\\" they #took"\n'),
])  # fmt: skip
def test_a_title_typed_by_a_translator(tmp_path: Path, said: str, line: str):
    """Only its line and the day change, in quotes where YAML needs them; the page says it back."""
    root = project(tmp_path)
    stamp(root, root / EN)
    before = (root / EN).read_text(encoding="utf-8").splitlines(keepends=True)
    raw = typed(exported(root, "en"), situations_passeport_md__title_title=said)

    assert imported(root, "en", raw).changed == [EN]
    after = (root / EN).read_text(encoding="utf-8").splitlines(keepends=True)
    assert line in after
    assert [one for one in before if one not in after] == ["title: My employer keeps my passport\n", "updated: 2026-11-03\n"]
    assert read_content(root, LANGUAGES, TODAY).written["en", SITUATION].front.title == said
    assert problems_of(root) == []


def test_texts_of_the_site_take_the_place_that_was_kept_for_them(tmp_path: Path):
    """A key noted as a comment, a key that is there and changes, and a new key at the end; other lines stay."""
    root = project(tmp_path, {
        "rsmms/strings/fr.yaml": "menu: Menu\nsearch: Chercher\nhome: Accueil\n", "rsmms/strings/en.yaml": "# texts\n# search:\nmenu: Menus\n",
    })  # fmt: skip
    raw = typed(exported(root, "en"), strings_menu="Menu", strings_search="Search", strings_home="Home")

    assert imported(root, "en", raw).changed == ["rsmms/strings/en.yaml"]
    assert (root / "rsmms/strings/en.yaml").read_text(encoding="utf-8") == '# texts\nsearch: "Search"\nmenu: "Menu"\nhome: "Home"\n'


FRENCH = "docs/fr/situations/passeport.md"


def behind(tmp_path: Path, old: str, new: str) -> Path:
    """A project whose English page was in step until a piece of the French changed."""
    root = project(tmp_path)
    stamp(root, root / EN)
    page = root / FRENCH
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def old_parts(root: Path) -> tuple[str, ...]:
    """Parts of the English page whose French has changed since."""
    written = read_content(root, LANGUAGES, TODAY).written
    return outdated(written["en", SITUATION], written["fr", SITUATION])


def unflagged(raw: bytes) -> bytes:
    """The file with every doubt taken away."""
    return raw.replace(b"#, fuzzy\n", b"")


def test_a_title_that_was_looked_at_again_is_in_step(tmp_path: Path):
    """Retyped, or confirmed as it is by taking the doubt away."""
    title = "Mon employeur garde mon passeport"
    for number, said in enumerate(("My boss keeps my passport", "")):
        (tmp_path / str(number)).mkdir()
        root = behind(tmp_path / str(number), f"title: {title}", "title: Mon patron garde mon passeport")
        assert old_parts(root) == ("title",)
        raw = exported(root, "en")
        raw = typed(raw, situations_passeport_md__title_title=said) if said else raw

        assert imported(root, "en", unflagged(raw)).changed == [EN]
        assert old_parts(root) == ()


def test_a_section_confirmed_as_it_is(tmp_path: Path):
    """The English still says it: the doubt is taken away, no word changes, neither does the day; with the doubt it stays old."""
    root = behind(tmp_path, "Demandez", "Redemandez")
    raw, before = exported(root, "en"), (root / EN).read_text(encoding="utf-8")
    (late,) = old_parts(root)

    assert imported(root, "en", raw).changed == []
    assert (root / EN).read_text(encoding="utf-8") == before
    assert imported(root, "en", unflagged(raw)).changed == [EN]
    assert old_parts(root) == ()
    changed = set((root / EN).read_text(encoding="utf-8").splitlines()) ^ set(before.splitlines())
    assert {line.split(":")[0].strip() for line in changed} == {late}


def refused(root: Path, language: str, raw: bytes) -> str:
    """Why an import did nothing, in French and English; no file has changed."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(CommandError) as reason:
        imported(root, language, raw)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    return reason.value.text("fr") + "\n" + reason.value.text("en")


def test_a_file_of_another_language_is_refused(tmp_path: Path):
    """Ewe does not take the place of English."""
    root = project(tmp_path)
    raw = typed(exported(root, "ee"), strings_menu="Nuwo")
    assert b"Language: ee" in raw

    said = refused(root, "en", raw)
    assert "Ce fichier traduit vers « ee », et non vers « en »" in said
    assert "This file translates into “ee”, not into “en”" in said


def test_a_byte_order_mark_changes_nothing(tmp_path: Path):
    """Some programs write one."""
    root = project(tmp_path)

    assert imported(root, "en", b"\xef\xbb\xbf" + typed(exported(root, "en"), strings_search="Search")).changed == ["rsmms/strings/en.yaml"]


def test_what_is_marked_as_not_final_is_not_published(tmp_path: Path):
    """A fuzzy translation is left out and said; the one that stands stays."""
    root = project(tmp_path)
    raw = typed(exported(root, "en"), strings_menu="Meenu").replace(b'msgctxt "strings:menu"', b'#, fuzzy\nmsgctxt "strings:menu"')
    done = imported(root, "en", raw)

    assert (done.changed, done.doubted) == ([], ["strings:menu"])
    assert "menu: Menu\n" in (root / "rsmms/strings/en.yaml").read_text(encoding="utf-8")


def test_a_file_of_another_project_is_refused(tmp_path: Path):
    """None of its messages is of this site: that is said."""
    said = refused(project(tmp_path), "en", b'msgctxt "x"\nmsgid "a"\nmsgstr "b"\n')

    assert "Aucun message de ce fichier n’est d’un texte de ce site" in said
    assert "No message of this file is of a text of this site" in said


@pytest.mark.parametrize(("text", "places"), [
    ("checked {dat}", "−{date} +{dat}"), ("checked", "−{date}"), ("checked {date} {", "+{"), ("on {date} {date}", ""),
])  # fmt: skip
def test_a_lost_place_stops_the_import(tmp_path: Path, text: str, places: str):
    """The line of the file, the text and the place; the next build would have stopped at it."""
    root = project(tmp_path, {"rsmms/strings/fr.yaml": 'checked_on: "vérifié le {date}"\n', "rsmms/strings/en.yaml": "# texts\n"})
    raw = typed(exported(root, "en"), strings_checked_on=text)
    if not places:
        assert imported(root, "en", raw).changed == ["rsmms/strings/en.yaml"]
        return

    said = refused(root, "en", raw)
    line = raw.decode().split("\n").index('msgctxt "strings:checked_on"') + 1
    assert any(f"Line {number} of the file, strings:checked_on: {places} (" in said for number in (line, line + 1))
    assert f"strings:checked_on : {places} (" in said.replace("\u00a0", " ")
