"""The preview: what a person who edits sees, right after saving, without building the site."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, TODAY, lay_out, plan_of
from rsmms.building.preview import Preview
from rsmms.layout.repository import NOWHERE
from rsmms.layout.view import View
from tiny_sites import buildable

Get = Callable[[str], tuple[int, str]]


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview is made on the day of the tests."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795996800")


def test_pages_made_when_asked_for_are_the_pages_of_the_plan(tmp_path: Path):
    """Asked in any order, each page is the one a build makes; only sheets have pages that no preview makes."""
    root = lay_out(tmp_path)
    preview = Preview(root, LANGUAGES, NOWHERE, "en")
    preview.refresh()
    made = plan_of(root).pages

    assert preview.plan
    assert preview.plan.today == TODAY
    assert set(preview.plan.pages) == set(made)
    assert [where for where in reversed(made) if preview.plan.pages[where] != made[where]] == []


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, Get]]:
    """A tiny project with ``rsmms serve`` over it."""
    root = buildable(tmp_path)
    command = [sys.executable, "-m", "rsmms", "--root", str(root), "--lang", "en", "serve", "--address", "127.0.0.1:0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}, start_new_session=True) as process:
        assert process.stdout
        address = process.stdout.readline().split()[1]
        yield root, lambda path: fetched(address + path)
        os.killpg(process.pid, 15)


def fetched(address: str) -> tuple[int, str]:
    """Status and text of an address."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_an_edit_is_seen_at_once_and_a_broken_one_says_why(served: tuple[Path, Get]):
    """Text and data edits show on the next request; a mistake shows its message in place of the page until it is mended."""
    root, get = served
    page, contacts = root / "docs/fr/situations/passeport.md", root / "data/contacts/TGO.yaml"
    status, before = get("situations/passeport/")
    assert status == 200
    assert "/~preview.js" in before
    assert get("~changed")[1] == get("~changed")[1]
    first = get("~changed")[1]
    page.write_text(page.read_text(encoding="utf-8").replace("passeport", "papier", 1), encoding="utf-8")
    assert get("~changed")[1] != first
    assert get("situations/passeport/")[1] != before
    good = contacts.read_text(encoding="utf-8")
    contacts.write_text(good.replace("acronym:", "acronim:", 1), encoding="utf-8")
    status, message = get("en/contacts/togo/")
    assert (status, "did you mean “acronym”?" in message, "data/contacts/TGO.yaml:" in message) == (500, True, True)
    contacts.write_text(good.replace("name:", "name: ", 1), encoding="utf-8")
    assert get("en/contacts/togo/")[0] == 200
    assert get("nowhere/")[0] == 404


def test_the_preview_serves_style_and_keeps_inside_the_project(served: tuple[Path, Get]):
    """Style and scripts come from the theme as it is now; nothing outside the site and the theme is given."""
    root, get = served
    style = next(part for part in get("pays/togo/")[1].split('"') if part.endswith(".css")).replace("../", "")
    (root / "secret.txt").write_text("secret", encoding="utf-8")

    assert get(style)[0] == 200
    assert [get(path)[0] for path in ("../secret.txt", "%2e%2e/secret.txt", "/etc/passwd", "sw.js")] == [404] * 4


def test_view_of_a_preview_knows_the_other_languages(tmp_path: Path):
    """The language menu of a previewed page is the one of the built page."""
    root = lay_out(tmp_path)
    preview = Preview(root, LANGUAGES, NOWHERE, "fr")
    preview.refresh()
    page = preview.page("ee/situations/passeport/")
    assert page
    assert preview.plan
    assert page.state == "fallback"
    assert [p for code, p in View(preview.plan, page, None).plan.alternates(page.path) if code == "ee"] == []  # type: ignore[arg-type]
