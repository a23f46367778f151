"""``rsmms new``: what it writes is valid, and it makes nothing up."""

import re
import shutil

import pytest
import yaml

from helpers import ROOT, full, problems_of, run, told

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS = "data/contacts/TGO.yaml"


SOURCED = ("source=ilo",)


@pytest.mark.parametrize(("words", "file"), [
    (("contact", "TGO", "id=tgo-aide", "kind=hotline", "audience=workers", "name=Aide : jour", "name.en=Help",
      "phones=+22822213335,117", "languages=fr,ee", *SOURCED), CONTACTS),
    (("contact", "BEN", "id=ben-aide", "kind=hotline", "audience=women,children", "name=Aide", *SOURCED), "data/contacts/BEN.yaml"),
    (("country", "BEN"), "data/country_profiles/BEN.yaml"),
    (("situation", "essai", "id=essai", "title=Un essai", "description=Un essai : rien.", "group=at-work"), "docs/fr/situations/essai.md"),
    (("source", "essai", "publisher=OIT", "title=Liste : tout", "url=https://ilo.example/b", "read=2026-11-01"), "data/sources.yaml"),
    (("term", "essai", "term=Essai", "definition=Un mot."), "data/glossary.yaml"),
    (("agreement", "tgo-ben", "parties=TGO,BEN", "title=Accord", "kind=circulation", "summary=Un accord.", *SOURCED), "data/agreements.yaml"),
])  # fmt: skip
def test_new_writes_a_valid_file(tmp_path, capsys, words: tuple[str, ...], file: str):
    """What ``rsmms new`` writes has no problem, explains the fields left out, and needs no repair; a second time is refused."""
    root = full(tmp_path)

    assert run(root, "new", *words) == 0
    assert capsys.readouterr().out.strip() == file
    assert told(root, "en") == []
    assert "# " in (root / file).read_text(encoding="utf-8")
    before = (root / file).read_bytes()
    assert run(root, "new", *words) == 1
    assert (root / file).read_bytes() == before


def test_comments_of_a_scaffold_are_valid_too(tmp_path):
    """Taking the # away from the fields left out gives a file whose only faults are the examples' own names."""
    root = full(tmp_path)
    run(root, "new", "contact", "TGO", "id=tgo-aide", "kind=hotline", "audience=workers", "name=Aide", *SOURCED)
    path = root / CONTACTS
    text = re.sub(r"^(    )# (?=  |[a-z_]+:)", r"\1", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")

    assert {p.code for p in problems_of(root)} <= {"X004", "X013", "X018", "X034"}
    assert "focal_point" in yaml.safe_load(text)["contacts"][1]


@pytest.mark.parametrize(("words", "reason"), [
    (("contact", "TGO", "id=x"), "Missing: source, kind, audience, name."), (("contact", "TGO", "phone=1"), "Unknown field: phone."),
    (("situation", "x", "id=x", "title=T", "description=D", "group=work"), "Missing: group."),
])  # fmt: skip
def test_nothing_is_made_up(tmp_path, capsys, words: tuple[str, ...], reason: str):
    """What must be there and was not given is asked for with an example; no file changes."""
    root = full(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    assert run(root, "new", *words) == 1
    assert reason in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_practices_and_events(tmp_path):
    """The lists of practices and events take a new entry too."""
    root = full(tmp_path, {"data/practices.yaml": "practices: []\n", "data/timeline.yaml": "events: []\n"})

    assert run(root, "new", "practice", "essai", "kind=desk", "title=Un guichet", "who=Un syndicat", "when=2020", "what=Un accueil.", *SOURCED) == 0
    assert run(root, "new", "event", "essai", "kind=workshop", "title=Un atelier", "summary=Un atelier.", *SOURCED) == 0
    assert told(root, "en") == []


def test_new_language(tmp_path):
    """A language is a strings file, a folder and a line of configuration; nothing is translated by itself."""
    root = full(tmp_path)
    (root / "rsmms" / "strings").mkdir(parents=True)
    shutil.copy(ROOT / "rsmms" / "strings" / "fr.yaml", root / "rsmms" / "strings")

    assert run(root, "new", "language", "ar") == 0
    assert "- locale: ar\n          name: العربية\n" in (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert yaml.safe_load((root / "rsmms/strings/ar.yaml").read_text(encoding="utf-8")) is None
    assert run(root, "new", "language", "ar") == 1
