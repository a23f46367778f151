"""Projects that lack something or are slightly wrong: no facts, no telephone, a file that is missing, a warning, a site in the way."""

import os
from pathlib import Path

import pytest
from lxml import html

from helpers import CONTACTS, LANGUAGES, PROJECT, ROOT, changed, full, lay_out, plan_of, run, told
from rsmms.building.build import start
from rsmms.building.open_data_files import embeds, stable_files
from rsmms.building.parts import merge
from rsmms.building.site_files import Settings
from rsmms.commands.editors import scaffold
from rsmms.model.contact import Contact
from rsmms.problems.progress import PROGRESS

FILE, SITE = "data/contacts/TGO.yaml", "https://site.example/"
HOME = "---\nid: home\nkind: home\ntitle: Droits\ndescription: Droits.\nupdated: 2026-11-02\n---\n\nBientôt.\n"


def test_a_project_without_a_fact_has_empty_tables_and_no_calendar(tmp_path: Path):
    """The day a site begins: all files of the open data are there with their columns; no calendar promises a check."""
    plan = plan_of(lay_out(tmp_path, {**dict.fromkeys(PROJECT), "docs/fr/index.md": HOME}))
    files = stable_files(plan, SITE)

    assert files["contacts.csv"].decode().startswith("contact,country,kind,")
    assert len(files["contacts.csv"].splitlines()) == 1
    assert "datapackage.json" in files
    assert [name for name in files if name.endswith((".ics", ".xml", ".vcf"))] == []


@pytest.mark.parametrize(("old", "new", "address", "said"), [
    ('    phones:\n      - number: "+22822213334"\n', "", "mailto:bureau@cstt.example", "Écrire bureau@cstt.example"),
    ("    emails:\n      - bureau@cstt.example\n", "", "tel:+22822213334", "Appeler +228 22 21 33 34"),
    ('    phones:\n      - number: "+22822213334"\n    emails:\n      - bureau@cstt.example\n', "", "https://cstt.example/", "Site : CSTT"),
])  # fmt: skip
def test_a_card_gives_the_best_way_to_reach_a_contact(tmp_path: Path, old: str, new: str, address: str, said: str):
    """A call, else a letter, else a site."""
    assert CONTACTS.count(old) == 1
    root = lay_out(tmp_path, {FILE: CONTACTS.replace(old, new)})
    card = html.document_fromstring(dict(embeds(plan_of(root)))["embed/togo/index.html"])
    (link,) = [a for a in card.xpath("//a[@class]") if a.get("href") != "tel:117"]

    assert link.get("href") == address
    assert " ".join(link.text_content().split()).replace("\u202f", " ").replace("\u00a0", " ") == said


@pytest.mark.usefixtures("commands_day")
def test_a_kind_without_its_file_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A site that keeps no practices has nowhere to put one: it says so and makes no file."""
    root = full(tmp_path)
    before = {p for p in root.rglob("*") if p.is_file()}
    words = ("kind=desk", "title=Un guichet", "who=Un syndicat", "when=2020", "what=Un accueil.", "source=ilo")

    assert run(root, "new", "practice", "essai", *words) == 1
    assert capsys.readouterr().err == "This kind has no file here: practice.\n"
    assert {p for p in root.rglob("*") if p.is_file()} == before


def test_a_field_that_nobody_has_explained_yet_is_named_all_the_same():
    """A model that has just got a field: its scaffold shows the field, without a title to invent."""

    class Newer(Contact):
        """A contact with one field more."""

        shoe_size: int | None = None

    lines = scaffold.Entry(Newer, {"id": "x", "kind": "hotline", "audience": "workers", "name": "Aide", "source": "ilo", "read": "2026-11-22"}).lines("")
    assert "# shoe_size:" in lines


def test_a_tab_after_a_dash_is_told_as_a_tab(tmp_path: Path):
    """A slip that nobody sees on the screen."""
    (said,) = told(lay_out(tmp_path, changed(FILE, "  - id: tgo-cstt", "  - \tid: tgo-cstt")), "en")

    assert said.startswith(f"{FILE}:4: ")
    assert "tab" in said


def test_warnings_are_told_and_do_not_stop_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whoever builds reads them; the pages are made all the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795996800")
    monkeypatch.setenv("RSMMS_LANG", "en")
    page = "docs/en/situations/passeport.md"
    sentence = "**" + "word and " * 40 + "word.**"
    root = full(tmp_path, changed(page, "**Your passport is yours.**", sentence))
    heard, screen = os.pipe()
    monkeypatch.setenv(PROGRESS, str(screen))
    build = start(root, LANGUAGES, Settings(SITE, "", "", ROOT / "theme", whole=False))
    os.close(screen)
    with os.fdopen(heard, encoding="utf-8") as lines:
        said = lines.read()

    assert f"{page}:" in said
    assert "1 warning(s)." in said
    assert ("en", "situations/passeport.md") in build.plan.pages


def test_a_site_in_the_way_is_not_replaced(tmp_path: Path):
    """Parts are put together beside it; whoever wants the new one takes the old one away first."""
    for name in ("part", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")

    with pytest.raises(FileExistsError, match="site"):
        merge([tmp_path / "part"], tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "site"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["part", "site"]
