"""Every problem code: a real broken input that produces it, and its exact text in French and English."""

from pathlib import Path

import pytest

import message_cases_between
import message_cases_form
from helpers import FOLDER, changed, problems_of, told
from message_case import CONTACTS, FR, NBSP, Case, listed
from rsmms.checking.strings import check_strings
from rsmms.problems.messages import MESSAGES
from rsmms.problems.problem import Problem, Severity, closest, errors, report
from slip_lists import slips

CASES = (*message_cases_form.CASES, *message_cases_between.CASES)

ELSEWHERE = {"S001": "test_messages.py", "S002": "test_messages.py", "Y015": "test_unread_files.py", "Y016": "test_unread_files.py",
             "F001": "test_sheet_messages.py", "F002": "test_sheet_messages.py", "F003": "test_sheet_messages.py",
             **dict.fromkeys(("Y010", "Y011", "Y012", "P017"), "test_bombs.py"),
             "Y009": "test_file_tricks.py",
             **dict.fromkeys(("M017", "P019", "P020"), "test_path_tricks.py"),
             **dict.fromkeys(("P013", "P014", "P015", "P016", "P018"), "test_page_rules.py"),
             "F004": "test_sheet_messages.py"}  # fmt: skip
"""Codes that reading a project cannot produce (the program's own texts, sheets), and the file with their test."""


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{number}" for number, case in enumerate(CASES)])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_message(project, case: Case, language: str):
    """The whole report on a broken project: file, line, field, rule, suggestion and code (a space may be non-breaking)."""
    assert [text.replace(NBSP, " ") for text in told(project(case.files), language)] == case.expected[language]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{number}" for number, case in enumerate(CASES)])
def test_a_case_tells_its_own_code(case: Case):
    """A case is filed under a code that it really produces."""
    assert any(text.endswith(f"[{case.code}]") for text in listed(case.fr))


def test_every_code_has_a_test():
    """A new rule needs a broken input here."""
    assert {case.code for case in CASES} | set(ELSEWHERE) | {slip["code"] for slip in slips() if slip["code"]} == set(MESSAGES)
    assert [code for code, name in ELSEWHERE.items() if f"[{code}]" not in next(FOLDER.rglob(name)).read_text(encoding="utf-8")] == []


def test_a_text_that_french_lacks(tmp_path: Path):
    """S001: another language has a text that French, the source, does not have."""
    folder = tmp_path / "rsmms" / "strings"
    folder.mkdir(parents=True)
    (folder / "fr.yaml").write_text("menu: Menu\nsource: Source\n", encoding="utf-8")
    (folder / "en.yaml").write_text("menu: Menu\nsuorce: Source\n", encoding="utf-8")

    (problem,) = check_strings(folder)

    assert problem.text("fr") == (
        "rsmms/strings/en.yaml:2: suorce: le texte « suorce » manque en français dans rsmms/strings/fr.yaml ; "
        "vouliez-vous dire « source » ? [S001]"
    )
    assert problem.text("en") == (
        "rsmms/strings/en.yaml:2: suorce: text “suorce” is missing in French in rsmms/strings/fr.yaml; "
        "did you mean “source”? [S001]"
    )


def test_a_place_that_a_text_has_lost(tmp_path: Path):
    """S002: a value would have no place, or the build would stop at an unknown one; the file and the line are told."""
    folder = tmp_path / "rsmms" / "strings"
    folder.mkdir(parents=True)
    (folder / "fr.yaml").write_text("menu: Menu\nchecked_on: vérifié le {date}\n", encoding="utf-8")
    (folder / "en.yaml").write_text("menu: Menu\nchecked_on: checked on {dat}\n", encoding="utf-8")

    (problem,) = check_strings(folder)

    assert problem.text("fr").replace(NBSP, " ") == (
        "rsmms/strings/en.yaml:2: checked_on: les mots entre accolades doivent être ceux du français : −{date} +{dat} (− manque, + en trop) [S002]"
    )
    assert problem.text("en") == (
        "rsmms/strings/en.yaml:2: checked_on: the words between braces must be those of the French: −{date} +{dat} (− missing, + too many) [S002]"
    )


def test_french_has_every_text_of_the_site():
    """The real texts are complete in French."""
    assert check_strings() == []


def test_warnings_let_the_build_pass(project):
    """Long sentences and a foreign number are told, and do not stop anything."""
    found = problems_of(project({
        **changed(FR, "**Votre passeport est à vous.**", "Ce " + "très " * 120 + "long passeport."),
        **changed(CONTACTS, "+22822213334", "+233302123456"),
    }))  # fmt: skip

    assert {p.code: p.severity for p in found} == {"P005": Severity.WARNING, "X014": Severity.WARNING}
    assert errors(found) == []


def test_report_puts_errors_last_and_counts():
    """What stops the build stands at the end, next to the cursor."""
    warning = Problem(code="P005", path="z.md", values={"found": "21", "limit": "20"}, severity=Severity.WARNING)
    late = Problem(code="Y008", path="b.yaml")
    early = Problem(code="M001", path="a.yaml", line=7, field="id")

    assert report([late, warning, early], "en") == (
        "(!) z.md:1: sentences too long: 21 words on average (advised limit 20) [P005]\n"
        "a.yaml:7: id: this required field is missing [M001]\n"
        "b.yaml:1: the file is empty [Y008]\n"
        "1 warning(s).\n"
        "2 problem(s) to mend. Nothing was published."
    )
    assert report([late], "fr") == "b.yaml:1: le fichier est vide [Y008]\n1 problème(s) à corriger. Rien n’a été publié."


@pytest.mark.parametrize(("language", "text"), [("fr", "Aucun problème."), ("en", "No problem.")])
def test_report_of_nothing(language: str, text: str):
    """All well is said too."""
    assert report([], language) == text


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("c43", ["c143", "c097"], "c143"), ("C43", ["c143", "c097"], "c143"), ("tgo", ["TGO", "BEN"], "TGO"),
        ("icrm", ["icrmw", "c029"], "icrmw"), ("xyz", ["c143"], ""), ("", ["c143"], ""), ("c143", [], ""),
    ],
)  # fmt: skip
def test_closest(typed: str, known: list[str], meant: str):
    """A suggestion is made only for what looks alike."""
    assert closest(typed, known) == meant
