"""The ten usual slips of somebody who edits on the web: each is made in a copy of the real files, and told in plain words."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, TODAY
from rsmms.building.content import ContentErrors, make_site, read_content
from rsmms.problems.problem import Problem, errors
from rsmms.reading.document import ReadError
from rsmms.reading.yaml_source import parse

TOGO = "data/contacts/TGO.yaml"
PASSPORT = "docs/fr/situations/passeport.md"


@dataclass(frozen=True)
class Slip:
    """A file, what is typed in place of what, and the message."""

    file: str
    old: str
    new: str
    code: str
    fr: str
    en: str


PHONE = 'number: "1011"'
SLIPS = {
    "a tab": Slip(TOGO, "    phones:\n      - " + PHONE, "    phones:\n\t- " + PHONE, "Y006",
                  "tabulation au début de la ligne ; mettez des espaces", "tab at the start of the line; use spaces"),
    "a quote that is not closed": Slip(
        TOGO, PHONE, 'number: "1011', "Y001",
        "YAML illisible : un guillemet s’ouvre et ne se ferme pas ; mettez aussi un guillemet à la fin du texte",
        "YAML cannot be read: a quote opens and never closes; put a quote at the end of the text too"),
    "a phone with spaces and no quotes": Slip(
        TOGO, PHONE, "number: 22 21 33 34", "M006",
        "« 22 21 33 34 » n’est pas un numéro de téléphone ; écrivez +22822213334 ou un numéro court comme 117, entre guillemets",
        "“22 21 33 34” is not a phone number; write +22822213334 or a short number such as 117, in quotes"),
    "non for false": Slip(
        TOGO, PHONE + "\n        free: true", PHONE + "\n        free: non", "M014",
        "« non » n’est ni oui ni non ; écrivez true (oui) ou false (non) ; vouliez-vous dire « false » ?",
        "“non” is neither yes nor no; write true (yes) or false (no); did you mean “false”?"),
    "a day that does not exist": Slip(
        TOGO, "as_of: 2024-11-20", "as_of: 31/02/2026", "M015",
        "le jour « 31/02/2026 » n’existe pas : ce mois a 28 jours ; écrivez AAAA-MM-JJ",
        "the day “31/02/2026” does not exist: that month has 28 days; write YYYY-MM-DD"),
    "a wrong country code": Slip(
        "data/zones.yaml", "- country: TGO", "- country: TOG", "X002",
        "pays « TOG » inconnu (ISO 3166, trois lettres) ; vouliez-vous dire « TGO » ?",
        "unknown country “TOG” (ISO 3166, three letters); did you mean “TGO”?"),
    "a damaged accent": Slip(
        TOGO, "Défend les travailleuses", "DÃ©fend les travailleuses", "T006",
        "accent abîmé « Ã© » près de « DÃ©fend l » ; retapez cette lettre ; vouliez-vous dire « é » ?",
        "damaged accent “Ã©” near “DÃ©fend l”; type this letter again; did you mean “é”?"),
    "a look-alike Ewe letter": Slip(
        "docs/ee/situations/passeport.md", "Ɖoe ɖe ame si", "Ðoe ɖe ame si", "T002",
        "Ðoe ɖe a » ; vouliez-vous dire « Ɖ » ?", "Ðoe ɖe a”; did you mean “Ɖ”?"),
    "a link without https": Slip(
        "data/contacts/BEL.yaml", "- https://", "- www.", "M007",
        "n’est pas une adresse https:// ; seuls les liens https sont publiés ; vouliez-vous dire « https://www.",
        "is not an https:// address; only https links are published; did you mean “https://www."),
    "two contacts with one id": Slip(
        TOGO, "- id: tgo-unsit", "- id: tgo-cntt", "X009",
        "« tgo-cntt » est donné deux fois (déjà : data/contacts/TGO.yaml:", "“tgo-cntt” is given twice (first: data/contacts/TGO.yaml:"),
    "a section deleted in French": Slip(
        PASSPORT, "## Les délais {#delais}", "", "P011",
        "la section {#delais} manque ici, mais docs/en/situations/passeport.md la traduit (ligne",
        "section {#delais} is missing here, but docs/en/situations/passeport.md translates it (line"),
    "a section deleted in English": Slip(
        "docs/en/situations/passeport.md", "{#delais}", "{#temps}", "P006",
        "la section {#delais} du français manque ici ; remettez son titre « ## … {#delais} » et son texte",
        "section {#delais} of the French page is missing here; put back its heading “## … {#delais}” and its text"),
}  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real files, but for most countries' profiles, so that reading is quick."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name, ignore=_most_profiles)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def _most_profiles(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if folder.endswith("country_profiles") and name != "TGO.yaml"]


@pytest.fixture
def slipped(copy: Path) -> "Callable[[Slip], list[Problem]]":
    """Makes a slip, gives the problems, and takes the slip back."""

    def make(slip: Slip) -> list[Problem]:
        path = copy / slip.file
        before = path.read_text(encoding="utf-8")
        assert slip.old in before
        path.write_text(before.replace(slip.old, slip.new, 1), encoding="utf-8")
        try:
            return list(read_content(copy, LANGUAGES, TODAY).problems)
        finally:
            path.write_text(before, encoding="utf-8")

    return make


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_slip(slipped, slip: Slip):
    """The message names the file and says in both languages what to type; the build would stop."""
    found = [p for p in slipped(slip) if p.code == slip.code]

    assert found
    assert {p.path for p in found} == {slip.file}
    assert any(slip.fr in p.text("fr") and slip.en in p.text("en") for p in found)
    assert errors(found)


def test_a_lost_accent_is_a_warning(slipped):
    """A name without its accent is told, and stops nothing."""
    slip = Slip(TOGO, "fr: Centrale togolaise hors de RESYNAM-Togo.", "fr: Centrale du Benin.", "T007", "", "")
    found = [p for p in slipped(slip) if p.code == "T007"]

    assert [p.text("fr").split(": ", 2)[2] for p in found] == ["accent perdu : « Benin » ; vouliez-vous dire « Bénin » ? [T007]"]
    assert errors(found) == []


def test_a_slip_stops_the_site(copy: Path):
    """Nothing is made from files with a slip; the last site is left alone."""
    path = copy / TOGO
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(PHONE, 'number: "1011', 1), encoding="utf-8")
    try:
        with pytest.raises(ContentErrors):
            make_site(copy, LANGUAGES, TODAY)
    finally:
        path.write_text(before, encoding="utf-8")


SYNTAX = {
    'a:\n  - number: "+228\n    free: true\n  - number: "111"\n': (2, "@quote"),
    "a: 'l'employeur'\n": (1, "@after_quote"), "a:\n  b: c\n  city:Lome\n  d: e\n": (3, "@colon_space"),
    "a:\n  -id: x\n    kind: y\n": (2, "@dash_space"), "a:\n  fr: Lomé : capitale\n": (2, "@colon_inside"),
    "a:\n  b: c\n  city\n  d: e\n": (3, "@colon_missing"), "a:\n  b:\tc\n  - d\n": (2, "@tab"),
    "a:\n  - id: x\n    kind: y\n   city: z\n": (4, "@indent"), "a: @foo\n": (1, "@special"), "a: %foo\n": (1, "@special"),
    "a: !foo bar\n": (1, "@special"), "a: [foo\n": (1, "@bracket"), 'a: "c:\\dir"\n': (1, "@backslash"), "a: b\n---\nc: d\n": (2, "@two_documents"),
    'a: "on two\n  lines"\nb:\n  - id: x\n   - id: z\n': (5, "@indent"), 'a: >-\n  he said "so\n  and so\nb: @x\n': (4, "@special"),
    "a: \x01\n": (1, "@yaml"),
}  # fmt: skip


@pytest.mark.parametrize("text", SYNTAX)
def test_syntax_advice(text: str):
    """The line of the slip itself, and what to type there; never the parser's own English."""
    with pytest.raises(ReadError) as stop:
        parse(text, "x.yaml")

    assert (stop.value.problem.line, stop.value.problem.values["why"]) == SYNTAX[text]


def test_every_real_file_survives_each_unclosed_quote():
    """Taking away one closing quote anywhere in a real file is told as just that, on its own line."""
    text = (ROOT / TOGO).read_text(encoding="utf-8")
    lines = text.split("\n")
    quoted = [n for n, line in enumerate(lines) if line.endswith('"') and line.count('"') == 2]
    assert len(quoted) > 10
    for number in quoted[:40]:
        broken = "\n".join([*lines[:number], lines[number][:-1], *lines[number + 1 :]])
        with pytest.raises(ReadError) as stop:
            parse(broken, TOGO)
        assert (stop.value.problem.line, stop.value.problem.values["why"]) == (number + 1, "@quote")
