"""A filled-in form about a wrong number: one line, its dates and its source, or an answer; whatever stands in it."""

import json
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest
from issue_events import CALLED, EMPTY, EN, FORMS, FR, OTHER, OTHERWISE, PAGE, TOLD, VOLUNTEER, filled, forgejo, github, gitlab, written
from markdown import markdown

from helpers import PROJECT, ROOT, TODAY, full, run
from rsmms.commands.forms.quoting import cell, code, quoted
from rsmms.commands.forms.report import take_report, with_source

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS, SOURCES = "data/contacts/TGO.yaml", "data/sources.yaml"
TWO = {CONTACTS: PROJECT[CONTACTS] + """\
  - id: tgo-other
    kind: hotline
    audience: [workers]
    name: {fr: Autre ligne, en: Other line}
    phones: [{number: "+22822213399"}, {number: "1011"}]
    emails: [a@autre.example, b@autre.example]
    source: ilo
    as_of: 2020
    read: 2026-11-01
    called: {day: 2026-11-02, by: union}
    confidence: confirmed
"""}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with two contacts and the forms of the real one."""
    made = full(tmp_path / "p", TWO)
    shutil.copytree(ROOT / ".github" / "ISSUE_TEMPLATE", made / ".github" / "ISSUE_TEMPLATE")
    return made


def taken(root: Path, body: object, shape=github):
    """What becomes of a body."""
    return take_report(root, written(root, shape(body)), TODAY)


def diff(root: Path, name: str = CONTACTS) -> list[str]:
    """The lines of a file that went and came."""
    now = (root / name).read_text(encoding="utf-8").splitlines()
    then = {**PROJECT, **TWO}[name].splitlines()
    return [line for line in unified_diff(then, now, n=0, lineterm="") if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("shape", [github, forgejo, gitlab])
def test_a_form_becomes_a_change_of_one_line(root: Path, shape):
    """The number, and who called when: the day of the report, the role that was chosen; the text of the proposal names it all."""
    done = taken(root, filled(), shape)

    assert (done.outcome, done.branch, done.files) == ("proposed", "correction-12", [CONTACTS])
    assert diff(root) == [
        '-      - number: "+22822213334"', '+      - number: "+22822215556"',
        "+    called:", "+      day: 2026-11-28", "+      by: union",
    ]  # fmt: skip
    assert done.title == "tgo-cstt : +22822213334 → +22822215556 (#12)"
    assert "| Rôle · Role | `union` |" in done.body
    assert "```text\nJ’ai appelé le bureau.\n```" in done.body
    assert done.body.endswith("Closes #12\n")


@pytest.mark.parametrize(("wrong", "right", "lines"), [
    ("22213334", "22 21 55 56", ['-      - number: "+22822213334"', '+      - number: "+22822215556"']),
    ("`+228 22-21-33-34`", "**0022822215556**", ['-      - number: "+22822213334"', '+      - number: "+22822215556"']),
    ("tel:+22822213334", "tel:+22822215556", ['-      - number: "+22822213334"', '+      - number: "+22822215556"']),
    ("BUREAU@cstt.example", "<info@cstt.example>", ["-      - bureau@cstt.example", "+      - info@cstt.example"]),
    ("cstt.example", "https://cstt.example/contact", ["-    web: [https://cstt.example/]", '+    web: ["https://cstt.example/contact"]']),
])  # fmt: skip
def test_values_as_people_type_them(root: Path, wrong: str, right: str, lines: list[str]):
    """Numbers, mail addresses and sites are found and written in the form of the data, with marks and spaces around them."""
    assert taken(root, filled(wrong=wrong, right=right)).outcome == "proposed"
    assert [line.replace('"', "") for line in diff(root)][:2] == [line.replace('"', "") for line in lines]


def test_a_page_that_says_so_becomes_the_source(root: Path):
    """A page that nobody has read before is added in its place; what an older page and an older call said goes."""
    mail = {"wrong": "b@autre.example", "right": "c@autre.example"}
    done = taken(root, filled(EN, contact=EMPTY, **mail, how=PAGE, source="See https://autre.example/contact.", day="27 November 2026"))

    assert (done.outcome, done.files) == ("proposed", [CONTACTS, SOURCES])
    assert diff(root)[0] == "-    emails: [a@autre.example, b@autre.example]"
    assert sorted(diff(root), key=lambda line: line[0] == "+") == [
        "-    emails: [a@autre.example, b@autre.example]", "-    source: ilo", "-    as_of: 2020", "-    read: 2026-11-01",
        "-    called: {day: 2026-11-02, by: union}", "-    confidence: confirmed",
        "+    emails: [a@autre.example, c@autre.example]", "+    source: autre-example-tgo-other", "+    read: 2026-11-27", "+    confidence: single_source",
    ]  # fmt: skip
    assert [line.strip("+ -").split(":")[0] for line in diff(root, SOURCES)] == ["id", "publisher", "title", "url", "read"]
    assert "A source is added" in done.body


def test_a_page_that_is_known_is_cited_by_its_name(root: Path):
    """No second entry for the same page, also without www or the last slash."""
    url = next(line.split()[1].strip('"') for line in PROJECT[SOURCES].splitlines() if "url:" in line)
    done = taken(root, filled(contact="tgo-other", wrong="1011", right="1012", how=PAGE, source=f"{url.rstrip('/')}/ ; voir en bas"))

    assert done.files == [CONTACTS]
    assert "+    source: ilo" not in diff(root)
    assert "+    read: 2026-11-28" in diff(root)


@pytest.mark.parametrize(("how", "role"), [(TOLD, VOLUNTEER), (OTHERWISE, OTHER), (CALLED, OTHER)])
def test_what_nobody_can_read_again_is_to_be_confirmed(root: Path, how: int, role: int):
    """Without a page, and without a call by somebody of the network, the line is marked and the proposal says so."""
    done = taken(root, filled(how=how, role=role))

    assert diff(root)[2:] == ["+    confidence: unconfirmed"]
    assert "Call before you accept" in done.body


@pytest.mark.parametrize(("fields", "said"), [
    ({"wrong": EMPTY}, "Il manque : Ce qui est faux."),
    ({"wrong": None, "role": None}, "Il manque : Ce qui est faux, Votre rôle."),
    ({"how": "None"}, "Il manque : Comment le savez-vous ?"),
    ({"right": EMPTY}, "Vous ne connaissez pas le bon numéro."),
    ({"right": None}, "Vous ne connaissez pas le bon numéro."),
    ({"right": "+228 22 21 55 56 / +228 90 00 11 22"}, "il y a plus d’une réponse ici"),
    ({"right": "22 21 55 56 ou 90 00 11 22"}, "il y a plus d’une réponse ici"),
    ({"right": "+22822215556 +22890001122"}, "il y a plus d’une réponse ici"),
    ({"right": "demain"}, "`demain` n’est pas un numéro de téléphone de ce pays"),
    ({"right": "info@cstt.example"}, "`info@cstt.example` n’est pas un numéro de téléphone de ce pays"),
    ({"wrong": "bureau@cstt.example", "right": "22 21 55 56"}, "`22 21 55 56` ne peut pas prendre cette place"),
    ({"wrong": "bureau@cstt.example", "right": "a@x.example b@x.example"}, "il y a plus d’une réponse ici"),
    ({"wrong": "https://cstt.example/", "right": "javascript:alert(1)"}, "ne peut pas prendre cette place"),
    ({"contact": "tgo-nobody"}, "Aucun contact du site ne s’appelle `tgo-nobody`."),
    ({"contact": "../../etc/passwd"}, "Aucun contact du site ne s’appelle `../../etc/passwd`."),
    ({"wrong": "+228 22 00 00 00"}, "`+228 22 00 00 00` n’est plus écrit chez tgo-cstt. Aujourd’hui on y lit : `+22822213334`"),
    ({"contact": EMPTY, "wrong": "+228 22 00 00 00"}, "n’est écrit chez aucun contact"),
    ({"right": "+22822213334"}, "L’ancien et le nouveau sont les mêmes : `+22822213334`."),
    ({"contact": "tgo-other", "wrong": "1011", "right": "22 21 33 99"}, "`+22822213399` est déjà écrit chez tgo-other."),
    ({"how": "J’ai rêvé"}, "`J’ai rêvé` n’est pas un choix du formulaire"),
    ({"day": "2027-01-01"}, "`2027-01-01` n’est pas un jour passé"),
    ({"day": "hier"}, "`hier` n’est pas un jour passé"),
])  # fmt: skip
def test_what_is_not_certain_is_answered(root: Path, fields: dict[str, str | None], said: str):
    """In the language of the form, with what to do; and no byte of the project changes."""
    done = taken(root, filled(**fields))

    assert done.outcome == "answered"
    assert said in done.answer.replace("\u00a0", " ")
    assert (done.title, done.body, diff(root), diff(root, SOURCES)) == ("", "", [], [])


def test_english_forms_are_answered_in_english(root: Path):
    """The forms have the same fields and as many choices."""
    assert list(FR.labels.values()) == list(EN.labels.values())
    assert {name: len(options) for name, options in FR.options.items()} == {name: len(options) for name, options in EN.options.items()}
    assert "Write in “Contact”" not in taken(root, filled(EN, right=EMPTY)).answer
    assert taken(root, filled(EN, right=EMPTY)).answer.startswith("Thank you. This message could not become a proposal:")


def test_a_number_that_two_have_needs_a_name(tmp_path: Path):
    """Without the contact's name nobody can know which one is meant."""
    text = TWO[CONTACTS].replace('"+22822213399"', '"+22822213334"').replace("fr: Autre ligne", "fr: Confédération des travailleurs")
    root = full(tmp_path / "p", {CONTACTS: text})
    shutil.copytree(ROOT / ".github" / "ISSUE_TEMPLATE", root / ".github" / "ISSUE_TEMPLATE")
    done = taken(root, filled(contact=EMPTY))

    assert "plusieurs contacts (`tgo-cstt`, `tgo-other`)" in done.answer
    assert taken(root, filled(contact="https://rsmms.example/contacts/togo/#tgo-other")).title.startswith("tgo-other : ")


@pytest.mark.parametrize(("right", "rule"), [("+22812345678", "X015"), ("+228222133341", "X015"), ("+22822213399", "X034")])
def test_a_number_that_the_check_refuses_is_answered(root: Path, right: str, rule: str):
    """The check's own words, quoted, and nothing is written: a number that no plan has, and one of another organisation."""
    done = taken(root, filled(right=right))

    assert done.outcome == "answered"
    assert "Le contrôle du site a refusé ce changement :" in done.answer
    assert (rule in done.answer or "numéro" in done.answer, diff(root)) == (True, [])


NASTY = """Bonjour @toute-equipe, voir #1 et <img src=x onerror=alert(1)> <!-- caché -->
```
fin de bloc
````
### Un titre à moi
[lien](javascript:alert(1)) $(rm -rf /) `id` ${{ secrets.TOKEN }} | a | \u202ea l’envers"""


def test_words_of_the_reporter_are_shown_and_never_read(root: Path):
    """Markdown, HTML, mentions, fences, shell and signs that turn text around stay letters inside one quotation."""
    done = taken(root, filled(source=NASTY))
    shown = markdown(done.body, extensions=["fenced_code", "tables"])
    inside = shown.partition("Bonjour @toute-equipe")[2].partition("</code>")[0]

    assert done.outcome == "proposed"
    assert "<img" not in shown
    assert ["### Un titre à moi" in inside, "javascript:alert" in inside, "secrets.TOKEN" in inside] == [True] * 3
    assert "`````text\n" in done.body
    assert "\u202e" not in done.body + done.title
    assert [line for line in diff(root) if "rm -rf" in line or "onerror" in line] == []


def test_a_heading_of_the_form_inside_a_text_is_refused(root: Path):
    """Whoever writes a second "what is right" into another field decides nothing."""
    done = taken(root, filled(source=f"J’ai appelé.\n\n### {FR.label('right')}\n\n+228 90 00 11 22"))

    assert "La rubrique Ce qui est juste est écrite deux fois" in done.answer.replace("\u00a0", " ")
    assert diff(root) == []


def test_a_form_that_was_edited_by_hand(root: Path):
    """Other line ends, other apostrophes, spaces after headings, small letters and an own heading change nothing."""
    body = filled().replace("\n", "\r\n").replace("’", "'").replace("### Ce qui est juste", "###  ce qui est  juste ##").replace("Syndicat", "syndicat ")
    done = take_report(root, written(root, github("Note en haut\r\n\r\n" + body, "edited")), TODAY)

    assert done.outcome == "proposed"


def test_a_box_that_is_not_ticked(root: Path):
    """The promise about persons comes first."""
    assert "La case du bas n’est pas cochée" in taken(root, filled(tick=" ")).answer


@pytest.mark.parametrize("body", [None, "", "bonjour", "### Page\n\nx", "### Nom\n\nCSTT\n\n### Pays et ville\n\nLomé\n\n### Comment les joindre\n\n117"])
def test_other_issues_are_left_alone(root: Path, body: str | None):
    """No form, another form, nothing."""
    assert taken(root, body).outcome == "ignored"
    assert diff(root) == []


def test_a_closed_issue_is_left_alone(root: Path):
    """Somebody edits an old message: nothing comes of it."""
    assert take_report(root, written(root, github(filled(), "edited", "closed")), TODAY).outcome == "ignored"


@pytest.mark.parametrize("event", [
    "", "{", "[]", "{}", '{"issue": 3}', '{"issue": {"number": "x", "body": "y"}}', '{"issue": {"number": true, "body": ""}}',
    pytest.param("[" * 100_000, id="deep"),
])  # fmt: skip
def test_a_file_that_is_no_event(root: Path, capsys: pytest.CaptureFixture[str], event: str):
    """A sentence, 1, no traceback."""
    assert run(root, "report", str(written(root, event))) == 1
    assert capsys.readouterr().err.startswith("event.json is no event of a forge")


def test_the_command_for_people_and_for_workflows(root: Path, capsys: pytest.CaptureFixture[str]):
    """An answer ends with 1 for people; as JSON it ends with 0 and holds everything that a workflow needs."""
    path = written(root, github(filled(right=EMPTY)))

    assert run(root, "report", str(path)) == 1
    assert "answered" in capsys.readouterr().out
    assert run(root, "report", "--json", str(path)) == 0
    assert sorted(json.loads(capsys.readouterr().out)) == ["answer", "body", "branch", "files", "outcome", "title"]


def test_a_source_is_added_in_its_place():
    """Between its neighbours by name, and no other byte changes, in the real list."""
    before = (ROOT / SOURCES).read_bytes()
    entry = {"id": "example-org-tgo-x", "publisher": "example.org", "title": "Coordonnées : X", "url": "https://example.org/x", "read": "2026-11-28"}
    made = with_source(before, entry)
    lines = list(unified_diff(before.decode().splitlines(), made.decode().splitlines(), n=0, lineterm=""))[3:]
    ids = [line.removeprefix("  - id: ") for line in made.decode().splitlines() if line.startswith("  - id: ")]

    assert [line[0] for line in lines] == ["+"] * 5
    assert ids == sorted(ids)


def test_templates_of_gitlab_have_the_same_headings():
    """GitLab has no forms: a Markdown template with the same headings, which reads as an empty form."""
    for form in (FR, EN):
        name = "Un mauvais numero" if form is FR else "A wrong number"
        text = (ROOT / ".gitlab" / "issue_templates" / f"{name}.md").read_text(encoding="utf-8")
        assert [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")] == list(form.labels)
        assert [option for options in form.options.values() for option in options if option not in text] == []
    assert len(FORMS) == 8


@pytest.mark.parametrize("text", ["@all", "a`b", "``", "`", "|", "# x\n\n> y", "</code><b>", "\u202e"])
def test_quotes_hold_what_they_quote(text: str):
    """On a line, in a cell and in a block: what is inside is one piece of code and nothing else."""
    for made in (code(text), quoted(text), f"| | |\n| --- | --- |\n| a | {cell(text)} |"):
        shown = markdown(made, extensions=["fenced_code", "tables"])
        assert shown.count("<code") == shown.count("</code>") == 1
        assert "<b>" not in shown
        assert "<h1" not in shown
