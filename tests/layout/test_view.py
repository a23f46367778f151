"""What templates show around a page, where there is no page (404) and where readers find forms and ways back."""

from dataclasses import replace

import pytest

from helpers import LANGUAGES, ROOT
from rsmms.building.site_files import Settings
from rsmms.layout.plan import Plan
from rsmms.layout.view import View

SETTINGS = Settings("https://site.example/rights/", "https://github.com/o/r/edit/main/", "https://exit.example/", ROOT / "theme")
PATH = "situations/passeport.md"


def of(plan: Plan, language: str, path: str) -> View:
    """A page as its template sees it."""
    return View(plan, plan.pages[language, path], SETTINGS)


@pytest.fixture
def missing(tiny_plan: Plan) -> View:
    """The page that is shown where there is none."""
    return View(tiny_plan, None, SETTINGS)


def test_the_error_page_promises_no_page(missing: View):
    """No canonical address, nothing to share, correct, edit or report, no day, no way back, no feed, no cards."""
    assert (missing.canonical, missing.share_text, missing.edit, missing.updated, missing.french) == ("", "", "", "", "")
    assert (missing.feed, missing.cards, missing.one_file) == ("", "", "")
    assert (missing.forms, missing.parents) == ([], [])
    assert (missing.is_fallback, missing.is_draft, missing.danger) == (False, False, False)


def test_the_error_page_leads_on_from_any_address(missing: View):
    """It is shown below any folder, so its addresses start at the root of the host, in each language."""
    assert [one.language for one in missing.not_found] == list(LANGUAGES)
    assert {link.href for one in missing.not_found for link in one.links} >= {"/rights/", "/rights/en/situations/", "/rights/ee/contacts/"}
    assert missing.home == "/rights/"
    assert missing.asset("rsmms.css").startswith("/rights/assets/rsmms.")
    assert [link.href for link in missing.languages] == ["/rights/", "/rights/en/", "/rights/ee/"]
    assert not any(link.current for link in (*missing.languages, *missing.menu))


def test_a_page_names_itself(tiny_plan: Plan):
    """Its address, its file, and a text that reads well in a message."""
    view = of(tiny_plan, "en", PATH)

    assert view.canonical == "https://site.example/rights/en/situations/passeport/"
    assert view.edit.startswith(f"https://github.com/o/r/edit/main/docs/en/{PATH}")
    assert view.share_text.splitlines()[-1] == view.canonical
    assert "My employer keeps my passport" in view.share_text
    assert " " not in view.share("sms:?body=")


def test_french_shown_for_want_of_a_translation_is_the_french_page(tiny_plan: Plan):
    """Search engines are led to the French address; a mistake in a translation that is none cannot be reported."""
    view = of(tiny_plan, "ee", PATH)

    assert view.is_fallback
    assert view.canonical == "https://site.example/rights/situations/passeport/"
    assert view.forms == []


def test_forms_stand_where_they_are_needed(tiny_plan: Plan):
    """A wrong translation on translated pages, a wrong number where numbers stand; none without a repository that has forms."""
    page, contacts = of(tiny_plan, "en", PATH), of(tiny_plan, "fr", "contacts/togo.md")

    assert [link.title for link in page.forms] == ["Report a wrong translation"]
    assert [link.title for link in contacts.forms] == ["Signaler un mauvais numéro", "Proposer un contact"]
    assert replace(contacts, settings=replace(SETTINGS, edit_base="")).forms == []
