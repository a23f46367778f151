"""What mkdocs.yml and the environment say: languages, address, editor, day, language of messages."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from helpers import ROOT
from rsmms.language.reader import language_of_reader
from rsmms.reading.config import build_day, edit_base, languages, site_url

CONFIG = """\
site_url: {url}
plugins:
  - search
  - i18n:
      languages:
        - {{locale: fr, name: Français, default: true}}
        - {{locale: ar, name: العربية}}
extra:
  edit_base: {edit}
  icon: !!python/name:material.extensions.emoji.twemoji
"""


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the environment of whoever runs the tests."""
    for name in ("SITE_URL", "EDIT_BASE", "SOURCE_DATE_EPOCH", "RSMMS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def configured(folder: Path, url: str = "https://a.example/", edit: str = '""') -> Path:
    """A folder with a configuration."""
    (folder / "mkdocs.yml").write_text(CONFIG.format(url=url, edit=edit), encoding="utf-8")
    return folder


def test_languages_in_their_order(tmp_path: Path):
    """Also those of a plugin that stands after others; tags of MkDocs do not stop the reading."""
    assert languages(configured(tmp_path)) == ("fr", "ar")
    assert languages(ROOT) == ("fr", "en", "ee")


@pytest.mark.parametrize("written", ["https://a.example/", '!ENV [SITE_URL, "https://a.example/"]'])
def test_the_address_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str):
    """As written, or what the environment says."""
    root = configured(tmp_path, written)
    assert site_url(root) == "https://a.example/"

    monkeypatch.setenv("SITE_URL", "https://b.example/x/")

    assert site_url(root) == "https://b.example/x/"


@pytest.mark.parametrize(("written", "expected"), [('""', ""), ("https://e.example/main/", "https://e.example/main/"), ('!ENV [EDIT_BASE, ""]', "")])
def test_the_web_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, expected: str):
    """Empty where there is none, so that no link is shown; the environment wins."""
    root = configured(tmp_path, edit=written)
    assert edit_base(root) == expected

    monkeypatch.setenv("EDIT_BASE", "https://other.example/edit/")

    assert edit_base(root) == "https://other.example/edit/"


def test_no_configuration_is_no_editor(tmp_path: Path):
    """Data can be checked without any site around them."""
    assert edit_base(tmp_path) == ""

    (tmp_path / "mkdocs.yml").write_text("- a list\n", encoding="utf-8")

    assert edit_base(tmp_path) == ""


def test_the_day_of_the_build(monkeypatch: pytest.MonkeyPatch):
    """Seconds since 1970 in UTC if they are given, else today: the same whatever the clock of the place says."""
    assert build_day() in {datetime.now(UTC).date(), datetime.now(UTC).date() - timedelta(days=1)}

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795391999")
    assert build_day() == date(2026, 11, 22)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert build_day() == date(2026, 11, 23)


@pytest.mark.parametrize(("set_", "expected"), [
    ({"LANG": "fr_TG.UTF-8"}, "fr"), ({"LANG": "en_GB.UTF-8"}, "en"), ({"LANG": "fr_FR", "LC_ALL": "C"}, "en"), ({"LC_MESSAGES": "FR", "LANG": "en"}, "fr"),
    ({"RSMMS_LANG": "fr", "LC_ALL": "en_US"}, "fr"), ({"RSMMS_LANG": "en", "LANG": "fr"}, "en"), ({"LANG": "de_DE"}, "en"),
])  # fmt: skip
def test_the_language_of_messages(monkeypatch: pytest.MonkeyPatch, set_: dict[str, str], expected: str):
    """What was asked for before what the system says; English for all who do not read French."""
    for name, value in set_.items():
        monkeypatch.setenv(name, value)

    assert language_of_reader() == expected
