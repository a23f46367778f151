"""What builds keep for the next one: kept whole or not at all, forgotten when unused, never taken for something else."""

import os
import sys
import time
from pathlib import Path

import pytest

from helpers import ROOT, full
from rsmms.building.up_to_date import BuildRecord
from rsmms.cache.store import CACHE, OFF, Store, code_key, open_store

KEY, OTHER = "ab" + "0" * 62, "cd" + "0" * 62
DAY = 86400


def age(store: Store, key: str, days: float) -> None:
    """As if nobody had used an entry for so many days."""
    assert store.folder
    then = time.time() - days * DAY
    os.utime(store.folder / key[:2] / key[2:], (then, then))


def test_what_is_kept_comes_back(tmp_path: Path):
    """The same bytes under the same key, also for another run; nothing under another."""
    Store(tmp_path).put(KEY, b"page")

    assert Store(tmp_path).get(KEY) == b"page"
    assert Store(tmp_path).get(OTHER) is None


def test_a_spoilt_entry_counts_as_nothing_kept(tmp_path: Path):
    """One bit turned round anywhere, the end cut off, nothing left after a power cut, the entry of another key: made again, never taken."""
    store = Store(tmp_path)
    store.put(KEY, b"+22822213334")
    store.put(OTHER, b"+22822213335")
    path, other = (tmp_path / key[:2] / key[2:] for key in (KEY, OTHER))
    whole = path.read_bytes()
    turned = [whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :] for at in range(len(whole))]

    for spoilt in (*turned, b"", whole[:-1], whole[:10], whole + b"0", other.read_bytes()):
        path.write_bytes(spoilt)
        assert store.get(KEY) is None
        assert not store.copy(KEY, tmp_path / "page")
    path.write_bytes(whole)
    assert store.get(KEY) == b"+22822213334"
    assert store.copy(KEY, tmp_path / "page")
    assert (tmp_path / "page").read_bytes() == b"+22822213334"


def test_what_no_build_used_for_two_weeks_is_forgotten(tmp_path: Path):
    """What was asked for stays, however long ago it was made."""
    store = Store(tmp_path)
    for key in (KEY, OTHER):
        store.put(key, b"page")
        age(store, key, 15)
    store.get(OTHER)
    store.prune()

    assert store.get(KEY) is None
    assert store.get(OTHER) == b"page"


def test_what_was_used_last_week_stays(tmp_path: Path):
    """Two weeks are counted, not one."""
    store = Store(tmp_path)
    store.put(KEY, b"page")
    age(store, KEY, 13)
    store.prune()

    assert store.get(KEY) == b"page"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path):
    """A file stands where the folder should be: a build goes on without what it would have kept."""
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    store = Store(tmp_path / "cache")
    store.put(KEY, b"page")

    assert store.get(KEY) is None
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "a file"


def test_a_build_may_keep_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """``off`` writes no folder, and nothing is ever found or pruned."""
    monkeypatch.setenv(CACHE, OFF)
    store = open_store(tmp_path, "pages")
    store.put(KEY, b"page")
    store.prune()

    assert store.get(KEY) is None
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """One folder for each kind of things, below the one named."""
    monkeypatch.setenv(CACHE, str(tmp_path / "elsewhere"))
    open_store(tmp_path, "pages").put(KEY, b"page")

    assert [p.relative_to(tmp_path).parts[:2] for p in tmp_path.rglob("*") if p.is_file()] == [("elsewhere", "pages")]


def test_a_package_that_is_not_installed_is_another_program(monkeypatch: pytest.MonkeyPatch):
    """Where packages are missing the key is told all the same, and is not the one of a machine that has them."""
    here = code_key(ROOT)
    monkeypatch.setattr(sys, "path", [])
    without = code_key(ROOT)

    assert len(without) == len(here)
    assert without != here


@pytest.mark.parametrize("text", ["", "{", "[1", '{"inputs": "x"}', "null"])
def test_a_stamp_that_is_spoilt_never_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str):
    """The site is built again rather than taken for whole."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795996800")
    root = full(tmp_path)
    out = root / "site"
    out.mkdir()
    record = BuildRecord(root, out, "mkdocs")
    record.save()
    assert BuildRecord(root, out, "mkdocs").is_up_to_date()

    (written,) = (root / ".cache").glob("built-*.json")
    written.write_text(text, encoding="utf-8")
    assert not BuildRecord(root, out, "mkdocs").is_up_to_date()
