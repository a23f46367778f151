"""What a unionist does in the form editor, in Chromium without any forge; ``FORM_EDITOR_ALL=1`` opens every file instead of some."""

import os
import shutil
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import axe_playwright_python
import pytest
from form_editor import FormEditor, form_editor, project_files
from playwright.sync_api import Browser

from helpers import ROOT, lay_out
from node_tools import NoNpm
from rsmms.changes.reduce import reduced
from rsmms.changes.tree import parse, value_of
from rsmms.commands.forms.admin import OUT, admin_files
from rsmms.commands.forms.form_config import forge_of
from rsmms.deploy.headers import POLICY
from site_fixtures import Host

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ALL = os.environ.get("FORM_EDITOR_ALL") == "1"
FILES = project_files(ROOT)
COUNTRIES = [Path(name).stem for name in FILES if name.startswith("data/contacts/")]
SITUATIONS = [Path(name).stem for name in FILES if name.startswith("docs/fr/situations/")]
CONTACTS = "data/contacts/TGO.yaml"
ODD = """\
# un commentaire
country: TGO
contacts:
  - id: tgo-odd  # à côté
    kind: hotline
    audience: [workers]
    rsmms_member: "yes"
    acronym: "NO"
    name:
      ee: "Ʋɔnudrɔ̃ƒe ɖɛƒɣŋɔʋ"
      fr: >-
        Un texte plié sur
        deux lignes : avec une espace insécable
    hours: {fr: "12:30", en: "12:30"}
    phones: [{number: "+22822213334"}, {number: "0800800800"}]
    source: ilo
    as_of: 2018
    read: 2026-03-04
"""


def some(names: list[str], count: int) -> list[str]:
    """A few names spread over the list, or all."""
    return names if ALL else names[:: max(1, len(names) // count)][:count]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The form editor as `make admin` builds it, with settings made just now, on a local server."""
    site = tmp_path_factory.mktemp("form")
    for name, text in admin_files(ROOT, forge_of("")).items():
        (site / name).write_text(text, encoding="utf-8")
    built = ROOT / OUT / "form"
    if not (built / "start.js").exists():
        from admin.build import bundle

        try:
            assert bundle(site / "form") == ""
        except NoNpm as why:
            pytest.skip(f"no npm here: {why.args[0]}")
    else:
        shutil.copytree(built, site / "form")
    host = Host(site)
    yield host.address
    host.kill()


@pytest.fixture(scope="module")
def real(browser: Browser, address: str) -> Iterator[FormEditor]:
    """The form on the real project, opened once."""
    with form_editor(browser, address, FILES) as form:
        form.start()
        yield form


@pytest.fixture
def tiny(browser: Browser, address: str, tmp_path: Path) -> Iterator[FormEditor]:
    """The form on the tiny project, with odd values."""
    with form_editor(browser, address, project_files(lay_out(tmp_path, {CONTACTS: ODD}))) as form:
        form.start()
        form.open("contacts", "TGO")
        yield form


def differing(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def mended(form: FormEditor, name: str, base: str, *, page: bool = False) -> str:
    """A saved file, mended."""
    return reduced(base.encode(), form.text(name).encode(), page=page).decode()


def changed(form: FormEditor, entry: tuple[str, str], path: str, text: str) -> None:
    """Open a file, change one text, save."""
    form.open(*entry)
    if "." in path:
        form.unfold(".".join(path.split(".")[:2]))
    form.fill(path, text)
    form.save()


@pytest.mark.parametrize("country", some(COUNTRIES, 3))
def test_one_text_is_changed_in_a_file_of_contacts(real: FormEditor, country: str):
    """After mending only its lines differ; and nothing differs once the form has saved the old text again."""
    name = f"data/contacts/{country}.yaml"
    base = FILES[name]
    wanted = value_of(parse(base))
    old = wanted["contacts"][0]["name"]["fr"]
    wanted["contacts"][0]["name"]["fr"] = "Un nom changé"
    changed(real, ("contacts", country), "contacts.0.name.fr", "Un nom changé")
    made = mended(real, name, base)

    assert value_of(parse(made)) == wanted
    assert {line[0] for line in differing(base, made)} == {"+", "-"}
    assert len(differing(base, made)) <= 5
    changed(real, ("contacts", country), "contacts.0.name.fr", old)
    assert real.text(name) != base
    assert mended(real, name, base) == base


def test_one_title_is_changed_in_the_list_of_sources(real: FormEditor):
    """More than a thousand sources: the first one's title changes, and nothing else; then nothing."""
    name = "data/sources.yaml"
    old = value_of(parse(FILES[name]))["sources"][0]["title"]
    changed(real, ("sources", "sources"), "sources.0.title", "Un titre changé")
    lines = differing(FILES[name], mended(real, name, FILES[name]))

    assert [line[0] for line in lines] == ["-", "+"]
    assert "Un titre changé" in lines[1]
    changed(real, ("sources", "sources"), "sources.0.title", old)
    assert mended(real, name, FILES[name]) == FILES[name]


@pytest.mark.parametrize("situation", some(SITUATIONS, 2))
def test_a_situation_saved_keeps_its_text(real: FormEditor, situation: str):
    """Byte for byte below its header, but for empty lines at both ends; once its title is as before, the whole file after mending."""
    name = f"docs/fr/situations/{situation}.md"
    base = FILES[name]
    changed(real, ("fr-situations", situation), "title", "Un titre changé")
    saved = real.text(name)

    assert saved.split("\n---\n", 1)[1].strip("\n") == base.split("\n---\n", 1)[1].strip("\n")
    assert len(differing(base, mended(real, name, base, page=True))) == 2
    changed(real, ("fr-situations", situation), "title", value_of(parse(base.split("---\n")[1]))["title"])
    assert mended(real, name, base, page=True) == base


def test_odd_values_come_through_the_form(tiny: FormEditor):
    """Yes, NO, an hour, a plus, a leading zero, a day, a year, Ewe with tildes, a no-break space and a fold: the same values."""
    tiny.unfold("contacts.0")
    tiny.fill("contacts.0.acronym", "ODD")
    tiny.save()

    assert differing(ODD, mended(tiny, CONTACTS, ODD)) == ['-    acronym: "NO"', '+    acronym: "ODD"']


WRONG = [
    ("contacts.0.id", "CSTT Togo", "petites lettres"), ("contacts.0.name.fr", "", "obligatoire"),
    ("contacts.0.phones.0.number", "22 21 33 34", "avec + et l’indicatif"), ("contacts.0.read", "22/11/2026", "AAAA-MM-JJ"),
]  # fmt: skip


def test_wrong_values_are_refused_in_the_form(tiny: FormEditor):
    """Each in French, at its field, with the check's own words; a source is chosen by its title, and no box takes another. Nothing is saved."""
    tiny.unfold("contacts.0")
    for path, typed, said in WRONG:
        if ".phones." in path:
            tiny.unfold("contacts.0.phones.0")
        before = tiny.reach(path).locator("input, textarea").first.input_value()
        tiny.fill(path, typed)
        assert said in tiny.refused(path)
        tiny.fill(path, before)
    source = tiny.reach("contacts.0.source")

    assert source.get_by_role("radio").count() + source.get_by_role("combobox").count() >= 1
    assert source.get_by_role("textbox").count() == 0
    assert tiny.text(CONTACTS) == ODD


def test_axe_finds_nothing_serious_of_ours(tiny: FormEditor):
    """In an open contact: neither our labels and hints nor the controls around them."""
    tiny.unfold("contacts.0")
    tiny.page.evaluate(AXE)
    found = tiny.page.evaluate("() => axe.run(document).then(r => r.violations.filter(v => /serious|critical/.test(v.impact)).map(v => v.id))")

    assert found == []


def test_nothing_sticks_out_on_a_phone(browser: Browser, address: str, tmp_path: Path):
    """360 pixels: start, list and one file without side scroll."""
    with form_editor(browser, address, project_files(lay_out(tmp_path)), width=360) as form:
        widths = []
        form.start()
        widths.append(form.page.evaluate("document.documentElement.scrollWidth"))
        form.open("contacts", "TGO")
        form.unfold("contacts.0")
        widths.append(form.page.evaluate("document.documentElement.scrollWidth"))
        box = form.page.locator(form.field("contacts.0.name.fr")).first.bounding_box()

        assert max(widths) <= 360
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_ready_to_type_with_all_sources(browser: Browser, address: str):
    """From nothing to the first box of a file of contacts, with more than a thousand sources: at most five seconds, at the second try at the latest."""
    tries = []
    for _ in range(2):
        with form_editor(browser, address, FILES) as form:
            tries.append(form.until_ready("contacts", "TGO"))
        if tries[-1] <= 5:
            break

    assert FILES["data/sources.yaml"].count("  - id: ") > 1000
    assert min(tries) <= 5, tries


def test_readers_never_meet_the_form(built_site: Path):
    """Their policy stays as it was, and no page, map of the site, pack or search names the form's folder."""
    assert POLICY == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )
    assert not (built_site / OUT).exists()
    for pattern in ("sitemap.xml", "_headers", "sw.js", "recherche/*.json", "assets/**/*.json", "hors-ligne/*.json", "index.html", "contribuer/**/*.html"):
        for path in built_site.glob(pattern):
            text = path.read_text(encoding="utf-8")
            assert f'href="/{OUT}' not in text
            assert f"/{OUT}/" not in text, path
            assert "unsafe-inline" not in text, path
