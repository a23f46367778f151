"""Recordings by speakers: told with size and speaker, nothing loaded unasked, and called old when the text has changed."""

import pytest
from pydantic import ValidationError

from helpers import LANGUAGES, TODAY
from rsmms.joins.recording_script import text_read
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.model.front import Audio
from rsmms.model.written import Written
from rsmms.pages.recording import recording

PATH = "situations/passeport.md"


def _with_audio(plan: Plan, language: str, text: str) -> Written:
    page = plan.written[language, PATH]
    audio = Audio(file=f"{language}/passeport.ogg", seconds=75, bytes=61_000, speaker="Afi", recorded=TODAY, text=text)
    front = page.front.model_copy(update={"audio": audio})
    return Written(page.language, page.path, page.file, front, page.sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recording_tells_what_it_costs(plan: Plan, language: str):
    """Minutes, size and speaker stand beside the player, and the player waits to be tapped."""
    own = _with_audio(plan, language, text_read(plan.written[language, PATH]))
    ctx = PageContext(plan.library, Words(language), plan.library.fresh_on(TODAY), PATH)
    html = recording(ctx, own)

    assert 'preload="none"' in html
    assert "1:15" in html
    assert "61" in html
    assert "Afi" in html
    assert f'src="{"../../" if language == "fr" else "../../../"}audio/{language}/passeport.ogg"' in html
    assert 'class="overdue"' not in html


def test_a_changed_text_makes_it_old(plan: Plan):
    """One other word, and the player is withdrawn: listeners are told why."""
    ctx = PageContext(plan.library, Words("ee"), plan.library.fresh_on(TODAY), PATH)

    html = recording(ctx, _with_audio(plan, "ee", "00000000"))

    assert 'class="overdue"' in html
    assert "<audio" not in html


def test_no_recording_shows_nothing(plan: Plan):
    """Pages without one have no empty player."""
    ctx = PageContext(plan.library, Words("fr"), plan.library.fresh_on(TODAY), PATH)

    assert recording(ctx, plan.written["fr", PATH]) == ""


@pytest.mark.parametrize("file", ["passeport.ogg", "../x/y.ogg", "ee/passeport.wav", "https://example.org/a.ogg"])
def test_only_files_of_the_project(file: str):
    """A recording is a small file of the project itself."""
    with pytest.raises(ValidationError):
        Audio(file=file, seconds=1, bytes=1, speaker="Afi", recorded=TODAY, text="00000000")


