"""Which pages a preview makes, when it reads the files again, and what it shows while one of them is broken."""

import re
from pathlib import Path

import pytest

from helpers import LANGUAGES, PROJECT, TODAY, lay_out, plan_of
from rsmms.building.content import read_content
from rsmms.building.preview import Preview, lazy_plan
from rsmms.layout.repository import NOWHERE

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS = "data/contacts/TGO.yaml"
TOGO = "contacts/togo/"
COMMITMENTS = """\
roadmaps:
  - id: plan
    title:
      fr: Feuille de route
    date: 2020
    summary:
      fr: Un plan.
    source: ilo
    checked: 2026-11-01
commitments:
  - id: first
    roadmap: plan
    axis:
      fr: Un axe
    text:
      fr: Une promesse.
    state: done
    pages:
      - situations/passeport.md
      - pays/togo.md
"""


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """The tiny project as a preview has read it first."""
    made = Preview(lay_out(tmp_path), LANGUAGES, NOWHERE, "en")
    made.refresh()
    return made


def test_a_broken_file_keeps_its_message_until_it_is_mended(preview: Preview):
    """The last good pages are still known; once mended, the new text is shown and nothing is said any more."""
    path, good = preview.root / CONTACTS, PROJECT[CONTACTS]
    path.write_text(good.replace("acronym:", "acronim:"), encoding="utf-8")
    preview.refresh()

    assert f"{CONTACTS}:6:" in preview.message
    assert "did you mean “acronym”?" in preview.message
    assert preview.page(TOGO)
    preview.refresh()
    assert "did you mean “acronym”?" in preview.message

    path.write_text(good.replace("CSTT", "CSTT-2"), encoding="utf-8")
    preview.refresh()
    page = preview.page(TOGO)
    assert preview.message == ""
    assert page
    assert "CSTT-2" in page.body


def test_files_that_have_not_changed_are_not_read_again(preview: Preview):
    """The same plan, the same stamp: a page that is asked for twice is made once."""
    plan, stamp, page = preview.plan, preview.stamp, preview.page(TOGO)
    preview.refresh()

    assert preview.stamp == stamp
    assert preview.plan is plan
    assert preview.page(TOGO) is page


def test_a_preview_of_a_project_that_was_broken_from_the_start(tmp_path: Path):
    """The message is all there is: no page, and no crash."""
    made = Preview(lay_out(tmp_path, {CONTACTS: "country: TGO\ncontacts: ["}), LANGUAGES, NOWHERE, "fr")
    made.refresh()

    assert made.plan is None
    assert CONTACTS in made.message
    assert made.page(TOGO) is None


@pytest.mark.parametrize(("language", "titles"), [
    ("fr", ["Passeport confisqué", "Togo"]), ("en", ["Passport taken", "Togo"]), ("ee", ["Passeport confisqué", "Togo"]),
])  # fmt: skip
def test_pages_that_lead_to_others_have_their_titles(tmp_path: Path, language: str, titles: list[str]):
    """Made alone, such a page is what a build makes of it: it names other pages as they name themselves, in French where they are not translated."""
    root = lay_out(tmp_path, {"data/commitments.yaml": COMMITMENTS})
    content = read_content(root, LANGUAGES, TODAY)
    lazy, made = lazy_plan(content, LANGUAGES, NOWHERE), plan_of(root)
    page = lazy.pages[language, "engagements.md"]

    assert page == made.pages[language, "engagements.md"]
    assert re.findall(r'<a href="[^"]+">([^<]+)</a></li>', page.body) == titles
    assert len(lazy.pages) == len(made.pages)
