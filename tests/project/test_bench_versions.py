"""The comparison of several Pythons: which are found, what is compared, what is told."""

import sys
from pathlib import Path

import pytest

from bench import versions
from bench.builds import differing
from bench.measure import Cost
from bench.versions import Compared


def fake(folder: Path, name: str, answer: str) -> Path:
    """A program that does this when it is asked for its version."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_pythons_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """One of each minor version from 3.11, those named first; what is too old, does not run or says nonsense is left out."""
    named = fake(tmp_path / "named", "anything", "echo 3.99.2")
    later = fake(tmp_path / "bin", "python3.98", "echo 3.98.0")
    others = {"python3.99": "echo 3.99.1", "python3.10": "echo 3.10.4", "python3.97": "exit 127", "python3.96": "echo not found", "python3": "echo 3.95.0"}
    for name, answer in others.items():
        fake(tmp_path / "bin", name, answer)
    monkeypatch.setenv("PYTHONS", f"{named} /no/where")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/no/folder:")
    running = ".".join(map(str, sys.version_info[:3]))

    assert versions.pythons() == {running: Path(sys.executable), "3.98.0": later, "3.99.2": named}
    assert list(versions.pythons()) == [running, "3.98.0", "3.99.2"]


@pytest.mark.parametrize("value", ["", " "])
def test_nothing_named(monkeypatch: pytest.MonkeyPatch, value: str):
    """The running one is there, whatever is named."""
    monkeypatch.setenv("PYTHONS", value)
    monkeypatch.setenv("PATH", "")

    assert list(versions.pythons().values()) == [Path(sys.executable)]


def test_every_byte_is_compared(tmp_path: Path):
    """Another byte, a file too many, a file too few; the same name in another folder is another file."""
    for name, text in {"a/same": "1", "b/same": "1", "a/x/other": "1", "b/x/other": "2", "a/only": "", "b/x/only": ""}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert differing(tmp_path / "a", tmp_path / "b") == ["only", "x/only", "x/other"]
    assert differing(tmp_path / "a", tmp_path / "a") == []


def test_what_differs_is_told():
    """The table counts; below it the names of the files and the versions that could not be tried."""
    costs = {"3.11.1": Cost(2.0, 1.0, 1.0), "3.12.1": Cost(3.0, 1.0, 1.0)}
    found = [Compared("tiny", 1200, 2_500_000, costs, {"3.11.1": [], "3.12.1": ["a.html"]})]
    text = versions.told(found, {"3.13.0": "no wheel"})

    assert "| tiny | 3.11.1 | 1,200 | 2.5 | 2.0 | the first |" in text
    assert "| tiny | 3.12.1 | 1,200 | 2.5 | 3.0 | 1 |" in text
    assert "- tiny, 3.12.1: `a.html`" in text
    assert "- Python 3.13.0: not built: no wheel" in text
