"""``check`` says again what it said where nothing has changed, and reads anew as soon as anything has."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import rsmms.building.verdicts
from helpers import CONTACTS, PROJECT, full, run
from rsmms.building.verdicts import Verdict, find_verdict, keep_verdict, verdict_key
from rsmms.cache.store import CACHE, OFF
from rsmms.language.addresses import RECORDINGS

pytestmark = pytest.mark.usefixtures("commands_day")
WARNED = PROJECT["data/contacts/TGO.yaml"].replace("read: 2026-11-01", "read: 2024-01-01", 1)


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Checks a tiny project that has a configuration: exit code and what both outputs say."""
    full(tmp_path)

    def check(*words: str) -> tuple[int, str, str]:
        code = run(tmp_path, *words, "check")
        out, err = capsys.readouterr()
        return code, out, err

    return check


def kept(root: Path) -> list[Path]:
    """The files of the verdicts."""
    return sorted(p for p in (root / ".cache" / "verdicts").rglob("*") if p.is_file())


@pytest.mark.parametrize("text", [CONTACTS, CONTACTS.replace("acronym:", "acronim:"), WARNED], ids=["fine", "error", "warning"])
def test_the_same_verdict_twice(said: Callable[..., tuple[int, str, str]], tmp_path: Path, text: str):
    """Exit code, warnings and errors, on the same output; the second time from what was kept."""
    (tmp_path / "data/contacts/TGO.yaml").write_text(text, encoding="utf-8")
    first = said()
    (entry,) = kept(tmp_path)

    assert json.loads(entry.read_bytes()[32:])["said"] in (first[1] + first[2])
    assert said() == first
    assert kept(tmp_path) == [entry]


def test_what_was_kept_is_what_is_said(said: Callable[..., tuple[int, str, str]], tmp_path: Path):
    """The second time nothing is read: a verdict put there by hand is told, each language its own."""
    keep_verdict(tmp_path, verdict_key(tmp_path, "en"), Verdict("as it was", wrong=True))

    assert said() == (1, "", "as it was\n")
    assert said("--lang", "fr")[:2] == (0, "Aucun problème.\n")


@pytest.mark.parametrize("spoil", [lambda b: b[:-1], lambda b: b"", lambda b: bytes([b[0] ^ 1]) + b[1:], lambda b: b[:-3] + bytes([b[-3] ^ 4]) + b[-2:]])
def test_a_spoilt_verdict_is_no_verdict(said: Callable[..., tuple[int, str, str]], tmp_path: Path, spoil: Callable[[bytes], bytes]):
    """A bit that a disk has turned, or a cut file: the project is read."""
    first = said()
    for path in (p for p in (tmp_path / ".cache").rglob("*") if p.is_file()):
        path.write_bytes(spoil(path.read_bytes()))

    assert find_verdict(tmp_path, verdict_key(tmp_path, "en")) is None
    assert said() == first


@pytest.mark.parametrize("change", [
    lambda root: (root / "docs/fr/new.md").write_text("---\n"), lambda root: (root / "docs/fr/situations/passeport.md").unlink(),
    lambda root: (root / "data/zones.yaml").rename(root / "data/zone.yaml"), lambda root: (root / "data/empty").mkdir(),
    lambda root: (root / RECORDINGS).mkdir(), lambda root: (root / "mkdocs.yml").write_text("plugins: []"),
    lambda root: (root / "data/sources.yaml").write_text("x"), lambda root: (root / "data/contacts/BEN.yaml").write_text(""),
])  # fmt: skip
def test_any_change_is_another_question(said: Callable[..., tuple[int, str, str]], tmp_path: Path, change: Callable[[Path], object]):
    """A new, lost, renamed or changed file or folder, also where recordings lie."""
    before = verdict_key(tmp_path, "en")
    change(tmp_path)

    assert verdict_key(tmp_path, "en") not in ("", before)


def test_another_day_or_code_is_another_question(said: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Facts grow old from one day to the next; and other code may find more."""
    before = verdict_key(tmp_path, "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")
    assert verdict_key(tmp_path, "en") != before
    monkeypatch.undo()
    (tmp_path / "rsmms").mkdir()
    (tmp_path / "rsmms" / "x.py").write_text("", encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795996800")
    assert verdict_key(tmp_path, "en") == before
    monkeypatch.setattr(rsmms.building.verdicts, "CODE", tmp_path)
    assert verdict_key(tmp_path, "en") != before


def test_a_project_with_links_is_read_each_time(said: Callable[..., tuple[int, str, str]], tmp_path: Path):
    """Where a link leads is not told by its name: no verdict is kept."""
    os.link(tmp_path / "data/zones.yaml", tmp_path / "data/same.yaml")
    assert verdict_key(tmp_path, "en")
    (tmp_path / "data/contacts/BEN.yaml").symlink_to("/etc/hostname")

    assert verdict_key(tmp_path, "en") == ""
    assert said()[0] == 1
    assert kept(tmp_path) == []


def test_with_the_cache_off_nothing_is_kept(said: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Neither verdicts nor how files read."""
    monkeypatch.setenv(CACHE, OFF)

    assert said()[0] == 0
    assert not (tmp_path / ".cache").exists()


def test_files_that_have_not_changed_give_the_same_problems(said: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """With parsed files kept, after each of many edits, the verdict is the one without anything kept."""
    edits = (
        ("data/contacts/TGO.yaml", "acronym:", "acronim:"), ("data/zones.yaml", "source: ilo", "source: iloo"),
        ("data/contacts/TGO.yaml", "acronim:", "acronym:"), ("docs/fr/situations/passeport.md", "title:", "titel:"),
        ("data/zones.yaml", "source: iloo", "source: ilo"), ("docs/fr/situations/passeport.md", "titel:", "title:"),
    )  # fmt: skip
    for name, old, new in edits:
        path = tmp_path / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        warm = said()
        monkeypatch.setenv(CACHE, OFF)
        assert said() == warm
        monkeypatch.delenv(CACHE)
    assert warm[0] == 0


def test_the_day_of_a_verdict_is_the_day_of_the_build():
    """The tests above run on a day that the environment names."""
    assert rsmms.building.verdicts.build_day() == date(2026, 11, 30)
