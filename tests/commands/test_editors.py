"""Tools of people who edit: annotations, scaffolds, repairs, correction links, reference pages."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from helpers import LANGUAGES, ROOT, TODAY, body, full, lay_out, run
from rsmms.building.content import read_content
from rsmms.commands.editors.links import Outside, check_links, outside_links, report
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.layout.repository import FORMS, Repository
from rsmms.pages.all_pages import make_plan
from rsmms.pages.contacts import contacts_page
from rsmms.reading.config import edit_base

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS = "data/contacts/TGO.yaml"
EDIT = "https://github.com/o/r/edit/main/"


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


def test_a_contact_has_its_own_link_to_the_form(tmp_path):
    """With its name and its first number, so that a report changes the right line; nothing where there are no forms."""
    page = body(plan_with(EDIT, lay_out(tmp_path)), "contacts/togo.md", "en")
    (link,) = re.findall(r'href="([^"]*template=wrong-number[^"]*)"', page)
    query = parse_qs(urlsplit(link.replace("&amp;", "&")).query)

    assert (query["contact"], query["wrong"], query["page"]) == (["tgo-cstt"], ["+22822213334"], ["contacts/togo/#tgo-cstt"])
    assert "template=" not in body(plan_with("", tmp_path), "contacts/togo.md", "en")


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
    return contacts_page(PageContext(library, Words("fr"), library.fresh_on(TODAY), repository=Repository(EDIT)), "TGO").body


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
    assert datetime.fromtimestamp(1815000000, tz=UTC).year == 2027
    assert "Overdue: 0" not in capsys.readouterr().out
