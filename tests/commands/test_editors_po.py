"""The translator's path: a PO file out, words typed in, and back into the real pages; a round trip changes nothing."""

import shutil
from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, SITUATION, SITUATION_FR, TODAY, problems_of
from po_helpers import EN, exported, imported, project, typed
from rsmms.building.content import read_content
from rsmms.commands.editors.po import read_messages
from rsmms.commands.editors.po_import import Imported
from rsmms.language.fingerprints import outdated
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.pages.review import review_page, words_used


def files(root: Path) -> dict[str, bytes]:
    """Every file below docs and rsmms."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for top in ("docs", "rsmms") for p in sorted((root / top).rglob("*")) if p.is_file()}


@pytest.mark.parametrize("language", ["en", "ee"])
def test_round_trip_of_the_real_pages(tmp_path, language: str):
    """Export, import, export: not a byte of a page or of the PO file changes."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "rsmms" / "strings", tmp_path / "rsmms" / "strings")
    before, raw = files(tmp_path), exported(tmp_path, language)

    made = imported(tmp_path, language, raw)
    made.doubted.clear()  # sections whose French has changed since are marked as doubtful

    assert made == Imported()
    assert files(tmp_path) == before
    assert exported(tmp_path, language) == raw
    assert len(read_messages(raw, language)) > 1000


def test_a_translator_changes_one_sentence(tmp_path):
    """Only that sentence, the day and the stamp of its section change; the rest of the file stays."""
    root = project(tmp_path)
    raw = typed(exported(root, "en"), situations_passeport_md__preuves_1="A clear photo of the passport. [[?:no-document]]")

    assert imported(root, "en", raw).changed == [EN]
    text = (root / EN).read_text(encoding="utf-8")
    assert "- A clear photo of the passport. [[?:no-document]]\n" in text
    assert f"updated: {TODAY}\n" in text
    assert 'preuves: "' in text
    assert 'agir: "' not in text
    assert problems_of(root) == []


def test_a_new_page_in_ewe(tmp_path):
    """A page with a title and some sentences is written as a draft; what is missing is marked and shown in French."""
    root = project(tmp_path)
    raw = typed(
        exported(root, "ee"), situations_passeport_md__title_title="Mɔzɔgbalẽ", situations_passeport_md__title_description="Mɔzɔgbalẽ.",
        situations_passeport_md__agir_0="Nu siwo nàwɔ", situations_passeport_md__agir_2="Yi [habɔbɔ](../index.md). [[src:ilo]]", strings_search="Dii",
    )  # fmt: skip

    assert imported(root, "ee", raw).changed == ["docs/ee/situations/passeport.md", "rsmms/strings/ee.yaml"]
    text = (root / "docs/ee/situations/passeport.md").read_text(encoding="utf-8")
    assert "state: draft\n" in text
    assert "## Nu siwo nàwɔ {#agir}\n\n1. [[fr]]\n2. Yi [habɔbɔ](../index.md). [[src:ilo]]\n" in text
    assert "preuves" not in text
    assert (root / "rsmms/strings/ee.yaml").read_text(encoding="utf-8") == 'search: "Dii"\n'
    assert problems_of(root) == []


def test_old_sections_are_fuzzy_and_become_new_when_settled(tmp_path):
    """A section whose French changed comes out as doubtful; once the translator settles it, it is fresh again."""
    from rsmms.commands.editors.translated import stamp

    root = project(tmp_path)
    stamp(root, root / EN)
    (root / "docs/fr" / SITUATION).write_text(SITUATION_FR.replace("Une photo", "Deux photos"), encoding="utf-8")
    raw = exported(root, "en")
    doubtful = {context for context, (_, _, fuzzy) in read_messages(raw, "en").items() if fuzzy}
    assert doubtful == {f"{SITUATION}#preuves:0", f"{SITUATION}#preuves:1"}

    settled = typed(raw, situations_passeport_md__preuves_0="Proof to keep", situations_passeport_md__preuves_1="Two photos. [[?:no-document]]")
    imported(root, "en", settled)

    content = read_content(root, LANGUAGES, TODAY)
    assert outdated(content.written["en", SITUATION], content.written["fr", SITUATION]) == ()


def test_a_translation_of_old_french_is_left_out(tmp_path):
    """When the French changes between export and import, the sentence is told and not written."""
    root = project(tmp_path)
    raw = typed(exported(root, "en"), situations_passeport_md__preuves_1="A clear photo. [[?:no-document]]")
    (root / "docs/fr" / SITUATION).write_text(SITUATION_FR.replace("Une photo", "Deux photos"), encoding="utf-8")
    done = imported(root, "en", raw)

    assert done.stale == [f"{SITUATION}#preuves:1"]
    assert done.changed == []


def test_known_words_stand_above_the_title(tmp_path):
    """In Ewe, the words of the list that a page needs come with their standing."""
    words = "vocabulary:\n  - id: passport\n    fr: passeport\n    ee: mɔzɔgbalẽ\n    standing: published\n    url: https://words.example/\n"
    root = project(tmp_path, {"data/terms_ee.yaml": words})

    assert "#. passeport → mɔzɔgbalẽ (published)".encode() in exported(root, "ee")
    assert "mɔzɔgbalẽ".encode() not in exported(root, "en")


def test_the_reviewers_page(tmp_path):
    """French and translation stand side by side with the known words, their standing, and whether they are used."""
    words = "".join(
        f"  - id: {name}\n    fr: {french}\n    ee: {ewe}\n    standing: {standing}\n"
        for name, french, ewe, standing in (("a", "passeport / papiers", "mɔzɔgbalẽ", "published"), ("b", "photo (f.)", "nɔnɔmetata", "draft"))
    )
    page = (
        "---\nid: passport-kept\nkind: situation\ntitle: Mɔzɔgbalẽ\ndescription: M.\nupdated: 2026-11-02\nstate: draft\n---\n\n"
        "## Kpɔ {#preuves}\n\n- Mɔzɔgbalẽ ƒe foto. [[?:no-document]]\n"
    )
    root = project(tmp_path, {"data/terms_ee.yaml": "vocabulary:\n" + words, f"docs/ee/{SITUATION}": page})
    content = read_content(root, LANGUAGES, TODAY)
    ctx = PageContext(content.library, Words("ee"), content.library.fresh_on(TODAY))
    own, french = content.written["ee", SITUATION], content.written["fr", SITUATION]

    assert [(u.word.id, u.seen) for u in words_used(ctx, own, french)] == [("a", True), ("b", False)]
    made = review_page(ctx, own, french)
    assert made.path == "situations/passeport/relecture.md"
    assert '<td lang="fr">Une photo du passeport. [[?:no-document]]</td><td>Mɔzɔgbalẽ ƒe foto. [[?:no-document]]' in made.body
    assert '<td lang="fr">Demandez votre passeport. [[c143:9]]</td><td></td>' in made.body
    assert "brouillon, à vérifier" in made.body


def test_the_real_vocabulary(library):
    """Every published or official word says where it was read; a draft does not pretend to."""
    found = {w.standing.value for w in library.vocabulary.values()}

    assert found == {"official", "published", "draft"}
    assert [w.id for w in library.vocabulary.values() if (w.standing.value == "draft") != (w.url is None)] == []
