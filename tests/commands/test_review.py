"""A speaker's answers, on paper or on a phone, become one change to the page: better words, the role, the day, section by section."""

import shutil
from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, TODAY, rendered, run
from rsmms.building.content import read_content
from rsmms.joins.review_pieces import pieces, reviewed, version
from rsmms.layout.plan import Plan
from rsmms.model.written import Written
from rsmms.pages.review import review_path
from rsmms.problems.command_error import CommandError
from rsmms.reading.review_answers import read_answers
from sheet_helpers import specs

PAGE = "situations/passeport.md"
HEAD = "relecture: situations/passeport ee "
FORM = "role: enseignante d’éwé, Lomé\nday: 2026-12-01\n"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The real project's data and pages, to write into."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "rsmms" / "strings", tmp_path / "rsmms" / "strings")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


def page_of(root: Path) -> tuple[Written, Written]:
    """The Ewe page and the French one, as they stand now."""
    written = read_content(root, LANGUAGES, TODAY).written
    return written["ee", PAGE], written["fr", PAGE]


def answered(root: Path, answers: str, head: str | None = None) -> int:
    """The exit code of ``rsmms review`` with a file of answers."""
    own, _ = page_of(root)
    file = root / "answers.txt"
    file.write_text((head or HEAD + version(own)) + "\n" + FORM + answers, encoding="utf-8")
    return run(root, "review", str(file))


def test_better_words_and_the_role_of_a_whole_section_come_into_the_page(copied: Path, capsys):
    """Every piece of one section is answered, one of them better: only that text, the review and the day change."""
    own, french = page_of(copied)
    listed = [p for p in pieces(own, french) if p.section == "preuves"]
    before = (copied / "docs/ee" / PAGE).read_text(encoding="utf-8")
    better = f"{listed[1].number}: Mɔzɔgbalẽ, visa kple gbalẽ bubuwo ƒe foto."

    code = answered(copied, "\n".join(better if p is listed[1] else f"{p.number} ok" for p in listed))

    assert (code, capsys.readouterr().out.strip()) == (0, f"docs/ee/{PAGE}")
    now, _ = page_of(copied)
    after = (copied / "docs/ee" / PAGE).read_text(encoding="utf-8")
    assert reviewed(now) == {"preuves"}
    assert now.front.reviewed["preuves"].by == "enseignante d’éwé, Lomé"
    assert now.front.reviewed["preuves"].day.isoformat() == "2026-12-01"
    assert now.front.state.value == "draft"
    removed, added = set(before.splitlines()) - set(after.splitlines()), set(after.splitlines()) - set(before.splitlines())
    assert len([line for line in removed if line.startswith("- ")]) == 1
    assert [line for line in added if line.startswith("- ")] == ["- Mɔzɔgbalẽ, visa kple gbalẽ bubuwo ƒe foto. [[advice]]"]


def test_a_page_whose_every_piece_is_answered_counts_as_reviewed(copied: Path):
    """Good from first to last: the text is the same, the state is new, and a second sheet finds nothing old."""
    own, french = page_of(copied)

    code = answered(copied, "\n".join(f"{p.number} bon" for p in pieces(own, french)))

    now, _ = page_of(copied)
    assert code == 0
    assert now.front.state.value == "reviewed"
    assert [(s.id, s.title, [u.text for u in s.units]) for s in now.sections] == [(s.id, s.title, [u.text for u in s.units]) for s in own.sections]
    assert version(now) == version(own)
    assert all(p.severity != "error" for p in read_content(copied, LANGUAGES, now.front.updated).problems)


def test_a_review_ends_when_the_text_changes(copied: Path):
    """Somebody changes one word afterwards: that section is no longer read by anybody."""
    own, french = page_of(copied)
    answered(copied, "\n".join(f"{p.number} ok" for p in pieces(own, french)))
    file = copied / "docs/ee" / PAGE
    file.write_text(file.read_text(encoding="utf-8").replace("visa kple", "visa alo", 1), encoding="utf-8")

    assert "preuves" not in reviewed(page_of(copied)[0])
    assert "agir" in reviewed(page_of(copied)[0])


@pytest.mark.parametrize(("answers", "head", "told"), [
    ("999 ok", None, "There is no piece 999 on docs/ee/situations/passeport.md. Nothing was written."),
    ("1 peut-être", None, "Line 4: “1 peut-être” is no answer. Write “3 ok” or “3: better so”. Nothing was written."),
    ("1 ok\n1: Bubu", None, "Line 5: piece 1 has an answer already. Nothing was written."),
    ("1 ok", HEAD + "00000000", "The page docs/ee/situations/passeport.md has changed since the sheet (00000000, today "),
    ("1 ok", "relecture: situations/passport ee 00000000", "There is no translation of situations/passport.md into ee. Nothing was written."),
    ("1 ok", "relecture: ../../secret ee 00000000", "The first line must be that of the sheet"),
    ("1 ok", "bonjour", "The first line must be that of the sheet: “relecture: page language version”. Nothing was written."),
])  # fmt: skip
def test_what_does_not_fit_is_told_and_nothing_is_written(copied: Path, capsys, answers: str, head: str | None, told: str):
    """The wrong number, an unclear line, an old sheet, another page."""
    before = (copied / "docs/ee" / PAGE).read_bytes()

    assert answered(copied, answers, head) == 1
    assert told in capsys.readouterr().err
    assert (copied / "docs/ee" / PAGE).read_bytes() == before


@pytest.mark.parametrize("missing", ["role", "day"])
def test_a_sheet_without_role_or_day_is_refused(missing: str):
    """Who read, and when: without it nobody can trust it."""
    text = "\n".join([HEAD + "0" * 8, *(line for line in FORM.split("\n") if not line.startswith(missing)), "1 ok"])

    with pytest.raises(CommandError) as refused:
        read_answers(text)
    assert refused.value.text("en") == f"The line “{missing}: …” is missing. Nothing was written."


@pytest.mark.parametrize("good", ["3 ok", "3. OK", "3: bon", "3) good", "3 = nyo", "3 ✓"])
def test_good_may_be_said_in_several_ways(good: str):
    """As people type it from paper."""
    assert read_answers(f"{HEAD}{'0' * 8}\n{FORM}{good}").said == {3: ""}


def test_the_phone_page_has_every_piece_with_its_number_and_its_version(plan: Plan, content):
    """The same numbers as on paper; the first line of the answers stands there to copy."""
    own, french = content.written["ee", PAGE], content.written["fr", PAGE]
    html = rendered(plan.pages["ee", review_path(PAGE)].body)

    assert f'data-review="{HEAD}{version(own)}"' in html
    assert all(f'data-better="{p.number}"' in html for p in pieces(own, french))


def test_every_draft_has_its_numbered_sheet(content):
    """On paper: each number, the Ewe, and the line that answers begin with."""
    own, french = content.written["ee", PAGE], content.written["fr", PAGE]
    planned = [s for s in specs(content) if s.kind == "review"]
    (spec,) = (s for s in planned if s.page == PAGE)
    made = spec.content()

    assert [row["n"] for row in made["rows"]] == [p.number for p in pieces(own, french)]
    assert made["line"] == HEAD + version(own)
    assert len(planned) >= 10
