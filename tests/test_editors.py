"""Tools of people who edit: annotations, scaffolds, repairs, correction links, reference pages."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from helpers import LANGUAGES, PROJECT, ROOT, TODAY, body, changed, lay_out, problems_of, told, visible
from rsmms.accents import bare
from rsmms.cli import main
from rsmms.config import edit_base
from rsmms.editors import annotations
from rsmms.editors.fix import fix_all, fixed, phone
from rsmms.editors.links import Outside, check_links, outside_links, report
from rsmms.faults import _FORMS
from rsmms.fields import field_help
from rsmms.messages import MESSAGES, PHRASES
from rsmms.pages.contacts import contacts_page
from rsmms.pages.page import Maker
from rsmms.plan import Plan, make_plan
from rsmms.problems import Problem, Severity
from rsmms.repository import FORMS, Repository
from rsmms.rules import rules
from rsmms.schema import dump, schemas
from rsmms.site import read_content
from rsmms.words import Words

CONTACTS = "data/contacts/TGO.yaml"
EDIT = "https://github.com/o/r/edit/main/"


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run on the day of the tests, and no repository is configured."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.delenv("EDIT_BASE", raising=False)


def full(root: Path, changes=None) -> Path:
    """The tiny project with a configuration, for commands."""
    shutil.copy(ROOT / "mkdocs.yml", lay_out(root, changes))
    return root


def run(root: Path, *words: str) -> int:
    """A command of ``rsmms``, told in English."""
    return main(["--root", str(root), "--lang", "en", *words])


# --- messages


def test_every_rule_is_explained():
    """Title in both languages and an example of wrong and right, for each code."""
    for code, rule in rules().items():
        assert rule.title.fr != code, code
        assert rule.title.en != code, code
        assert rule.wrong, code
        assert rule.right, code
        assert rule.wrong != rule.right, code
    known = yaml.safe_load((ROOT / "rsmms" / "rules.yaml").read_text(encoding="utf-8"))
    assert list(known) == sorted(known, key=list(MESSAGES).index)


def test_phrases_are_in_both_languages():
    """A phrase has no open place and differs between the languages."""
    for name, phrase in PHRASES.items():
        assert phrase.fr != phrase.en, name
        assert "{" not in phrase.fr + phrase.en, name


def test_every_pattern_of_the_models_has_words():
    """No regular expression reaches a contributor: each has its phrase, or is a list of words."""
    patterns = set(re.findall(r'"pattern": "(.*)"', "".join(dump(s) for s in schemas().values())))
    known = {json.dumps(pattern)[1:-1] for pattern in _FORMS}
    listed = re.compile(r"\^\([a-z_|-]+\)\$")
    dates = re.compile(r"\^(\\\\d|\()")

    assert [p for p in patterns - known if not listed.fullmatch(p) and not dates.match(p)] == []


def test_messages_page_says_every_message(tiny_plan: Plan):
    """The reference page is made from the rules: each code, title and example is on it, in each language."""
    for language in ("fr", "en"):
        page = body(tiny_plan, "contribuer/messages.md", language)
        shown = visible(page)
        for rule in rules().values():
            assert f'id="{rule.code.lower()}"' in page
            assert visible(rule.title.text(language)) in shown
            assert " ".join(rule.right.split()) in shown
    assert "…" in visible(body(tiny_plan, "contribuer/messages.md", "en"))


def test_annotations():
    """One command a problem, with file, line and both languages; separators are encoded."""
    problem = Problem(code="M002", path="data/a,b:c.yaml", line=3, column=5, field="x", suggestion="y 50%")
    warning = Problem(code="P005", path="docs/fr/a.md", values={"found": "21", "limit": "20"}, severity=Severity.WARNING)

    assert annotations.commands([problem, warning]).split("\n") == [
        "::warning file=docs/fr/a.md,line=1,col=1,title=P005 · Phrases trop longues · Sentences too long::"
        "phrases trop longues : 21 mots en moyenne (maximum conseillé 20)%0Asentences too long: 21 words on average (advised limit 20)",
        "::error file=data/a%2Cb%3Ac.yaml,line=3,col=5,title=M002 · Champ inconnu · Unknown field::"
        "x: champ inconnu ; vouliez-vous dire « y 50%25 » ?%0Ax: unknown field; did you mean “y 50%25”?",
    ]


def test_a_message_cannot_forge_a_command():
    """What somebody typed stays inside its own annotation."""
    problem = Problem(code="M005", path="a.yaml", values={"found": "x\n::error::forged", "allowed": "y"})

    assert annotations.commands([problem]).count("\n") == 0
    assert "<b>" not in annotations.summary([Problem(code="M005", path="a.yaml", values={"found": "<b>|`", "allowed": "y"})])


def test_check_for_github(tmp_path, monkeypatch, capsys):
    """``check --format github`` annotates, writes one summary and exits 1; all well exits 0."""
    root, summary = full(tmp_path / "p", changed(CONTACTS, "kind: union_centre", "kind: union_center")), tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    assert run(root, "check", "--format", "github") == 1
    assert "::error file=data/contacts/TGO.yaml,line=5,col=5,title=M005" in capsys.readouterr().out
    assert "| `data/contacts/TGO.yaml` | 5 |" in summary.read_text(encoding="utf-8")
    assert run(full(tmp_path / "q"), "check", "--format", "github") == 0


# --- schema


def test_every_field_is_explained_with_examples():
    """Each field of each schema has a title and a text in both languages, a good and a bad example."""
    for name, schema in schemas().items():
        for owner, told_ in [(schema["title"], schema), *schema.get("$defs", {}).items()]:
            for field, described in told_.get("properties", {}).items():
                assert field_help(owner, field), f"{name}: {owner}.{field}"
                assert " · " in described["title"]
                assert described["x-examples-bad"]


def test_fields_page_says_what_editors_say(tiny_plan: Plan):
    """The reference page and the schema have the same text."""
    page = visible(body(tiny_plan, "contribuer/champs.md", "en"))
    described = schemas()["contacts.schema.json"]["$defs"]["Phone"]["properties"]["number"]["description"]

    assert "With + and the country code, no spaces, in quotes. Or a short number." in described
    assert "With + and the country code, no spaces, in quotes. Or a short number." in page


# --- scaffolds


SOURCED = ("source=ilo",)


@pytest.mark.parametrize(("words", "file"), [
    (("contact", "TGO", "id=tgo-aide", "kind=hotline", "name=Aide : jour", "name.en=Help", "phones=+22822213334,117", "languages=fr,ee", *SOURCED), CONTACTS),
    (("contact", "BEN", "id=ben-aide", "kind=hotline", "name=Aide", *SOURCED), "data/contacts/BEN.yaml"),
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
    run(root, "new", "contact", "TGO", "id=tgo-aide", "kind=hotline", "name=Aide", *SOURCED)
    path = root / CONTACTS
    text = re.sub(r"^(    )# (?=  |[a-z_]+:)", r"\1", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")

    assert {p.code for p in problems_of(root)} <= {"X004", "X013", "X018"}
    assert "focal_point" in yaml.safe_load(text)["contacts"][1]


@pytest.mark.parametrize(("words", "reason"), [
    (("contact", "TGO", "id=x"), "Missing: source, kind, name."), (("contact", "TGO", "phone=1"), "Unknown field: phone."),
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


# --- repairs


MESSY = PROJECT[CONTACTS].replace('"+22822213334"', "00228 22 21 33 34").replace("Lomé", "Lome\u0301   ").replace("\n", "\r\n")
MESSY = MESSY.replace("fr: Confédération des travailleurs", 'fr: "Ðeviwo : « aide »"')


def test_fix_repairs_letters_spaces_and_numbers(tmp_path):
    """NFC, look-alikes, line ends, French spaces and the form of numbers; then there is nothing left to repair."""
    root = full(tmp_path, {CONTACTS: MESSY})

    assert fix_all(root) == [CONTACTS]
    text = (root / CONTACTS).read_text(encoding="utf-8")
    assert '- number: "+22822213334"' in text
    assert "city: Lomé\n" in text
    assert 'fr: "Ɖeviwo\u00a0: «\u00a0aide\u00a0»"' in text
    assert "\r" not in text
    assert fix_all(root) == []
    assert told(root, "en") == []


def test_fix_sorts_sources(tmp_path):
    """Sources are put in the order of their ids; their text stays."""
    entries = re.split(r"(?=^  - id)", PROJECT["data/sources.yaml"], flags=re.MULTILINE)
    root = full(tmp_path, {"data/sources.yaml": entries[0] + "".join(reversed(entries[1:]))})
    fix_all(root)

    assert (root / "data/sources.yaml").read_text(encoding="utf-8") == PROJECT["data/sources.yaml"]


@pytest.mark.parametrize("path", [p for folder in ("data", "docs") for p in sorted((ROOT / folder).rglob("*.[ym][ad]*"))], ids=lambda p: p.name)
def test_fix_changes_nothing_else(path: Path):
    """On every real file: a second repair does nothing, and no word or number is lost (letters and spaces apart)."""
    if path.suffix not in (".yaml", ".md"):
        return
    name, raw = path.relative_to(ROOT).as_posix(), path.read_bytes()
    made = fixed(raw, name)

    assert fixed(made, name) == made
    assert sorted(made.decode().split()) == sorted(raw.decode().split()) if name != "data/sources.yaml" else True


@pytest.mark.parametrize(("typed", "region", "kept"), [
    ("+228 22-21-33-34", "TG", "+22822213334"), ("22 21 33 34", "TG", "+22822213334"), ("117", "TG", "117"), ("0800 800 800", "TG", "0800800800"),
    ("1234", None, "1234"), ("22 21 33 3", "TG", "22 21 33 3"), ("+228 (22) 21 33 34", None, "+22822213334"),
])  # fmt: skip
def test_phone_form(typed: str, region: str | None, kept: str):
    """A number is put in form; one that only a person can complete stays as it is."""
    assert phone(typed, region) == kept


def test_fix_leaves_what_it_cannot_read(tmp_path):
    """A file that is not UTF-8 is not touched."""
    raw = "city: Lomé\n".encode("latin-1")

    assert fixed(raw, CONTACTS) == raw


def test_bare():
    """Accents go, letters stay."""
    assert bare("Bénin, Côte d’Ivoire, ŋɔ") == "Benin, Cote d’Ivoire, ŋɔ"


# --- correction links


def plan_with(repository: str, root: Path) -> Plan:
    """All pages of a project, for a repository."""
    content = read_content(root, LANGUAGES, TODAY)
    return make_plan(content.library, content.written, LANGUAGES, TODAY, Repository(repository))


def test_correct_links_open_the_right_line(tmp_path):
    """Each fact's link leads to the line on which that fact begins."""
    root = lay_out(tmp_path)
    page = body(plan_with(EDIT, root), "pays/togo.md")
    links = re.findall(rf'href="{re.escape(EDIT)}([^#"]+)#L(\d+)"', page)
    lines = {(root / file).read_text(encoding="utf-8").split("\n")[int(line) - 1].strip() for file, line in links}

    assert lines == {"- id: tgo-cstt", "- instrument: c143", "- instrument: c097", "- id: tgo-code"}
    assert 'aria-label="Corriger – CSTT"' in page


def test_without_a_repository_there_is_no_link(tmp_path):
    """Absent, not broken."""
    plan = plan_with("", lay_out(tmp_path))

    assert [path for (_, path), page in plan.pages.items() if "Corriger<" in page.body or ">Correct<" in page.body] == []
    assert Repository().form("wrong_number", "fr") == ""
    assert Repository("https://git.example/o/r/_edit/main/").form("wrong_number", "fr") == ""


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_forms_exist_and_take_the_fields(name: str, language: str):
    """The link names a form that exists, and only fields that this form has."""
    query = parse_qs(urlsplit(Repository(EDIT).form(name, language, page="x", title="y")).query)
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / query["template"][0]).read_text(encoding="utf-8"))
    fields = {part.get("id") for part in form["body"]}

    assert {"page"} & fields or {"title"} & fields
    assert form["name"] != ""


def test_repository_comes_from_the_configuration(tmp_path, monkeypatch):
    """Empty by default; the environment can set it."""
    assert edit_base(full(tmp_path)) == ""
    monkeypatch.setenv("EDIT_BASE", EDIT)
    assert edit_base(tmp_path) == EDIT


# --- links to other sites


def test_link_check_tells_only_what_is_gone(tmp_path):
    """Gone is told with file and line; an answer that only means "no robots" is not."""
    library = read_content(lay_out(tmp_path), LANGUAGES, TODAY).library
    answers = {"https://cstt.example/": 404, "https://ilo.example/list": 403, "http://archive.example/page": 0}
    links = outside_links(library)
    gone = check_links(links, lambda url: answers.get(url, 200))

    assert [(link.url, link.file, status) for link, status in gone] == [
        ("https://cstt.example/", CONTACTS, 404), ("http://archive.example/page", "data/sources.yaml", 0),
    ]  # fmt: skip
    assert "`data/contacts/TGO.yaml:4` <https://cstt.example/> (404)" in report(gone, len(links))
    assert "(2 sur 5)" in report(gone, len(links))


def test_each_address_is_asked_once():
    """The same address in two files is one question."""
    asked: list[str] = []
    check_links([Outside("https://a.example/", "x", 1)], lambda url: asked.append(url) or 200)

    assert asked == ["https://a.example/"]


# --- a new volunteer's path, on the real files


def contacts_of_togo(root: Path) -> str:
    """The contacts page of Togo as a site with a repository shows it."""
    library = read_content(root, LANGUAGES, TODAY).library
    return contacts_page(Maker(library, Words("fr"), library.fresh_on(TODAY), repository=Repository(EDIT)), "TGO").body


def test_a_volunteer_corrects_one_number(tmp_path, capsys):
    """From the page to the line, one number changed on the web, checked as in CI, shown on the page; nothing cloned."""
    root = tmp_path
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (place,) = set(re.findall(rf'href="{re.escape(EDIT)}(data/contacts/TGO\.yaml)#L(\d+)"[^>]*aria-label="Corriger – Allo 1011"', contacts_of_togo(root)))
    path = root / place[0]
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[int(place[1]) - 1].strip() == "- id: tgo-allo-1011"
    number = next(n for n in range(int(place[1]), len(lines)) if "number:" in lines[n])

    lines[number] = re.sub(r"number: .*", 'number: "10 12 x"', lines[number])
    path.write_text("\n".join(lines), encoding="utf-8")
    assert run(root, "check", "--format", "github") == 1
    assert f"file={place[0]},line={number + 1}" in capsys.readouterr().out

    lines[number] = re.sub(r"number: .*", 'number: "1012"', lines[number])
    path.write_text("\n".join(lines), encoding="utf-8")
    assert run(root, "check", "--format", "github") == 0
    assert "tel:1012" in contacts_of_togo(root)


def test_the_day_of_a_command_is_an_input(tmp_path, capsys, monkeypatch):
    """``rsmms status`` travels in time with SOURCE_DATE_EPOCH."""
    root = full(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1815000000")

    assert run(root, "status") == 0
    assert date.fromtimestamp(1815000000).year == 2027
    assert "Overdue: 0" not in capsys.readouterr().out
