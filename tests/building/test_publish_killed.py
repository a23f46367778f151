"""Publishing is atomic: whatever ends a build, readers find the last good site or the new one, whole."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import rsmms.building.publish
from helpers import FOLDER, ROOT
from killing import lay_out, set_version, standing
from rsmms.building.publish import BuildFailed, publish, swap

SEED, TRIES = 2026, 50


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project with a published site."""
    lay_out(tmp_path / "project")
    publish(tmp_path / "project", tmp_path / "project" / "site", "fakebuilder")
    return tmp_path / "project"


def left_aside(root: Path) -> list[str]:
    """What stands in the folder in which builds grow, but for the lock."""
    return sorted(p.name for p in (root / ".build").iterdir() if p.name != "lock")


def test_fifty_builds_killed(tmp_path: Path):
    """SIGKILL at random moments and in the middle of acts on files: no try leaves anything but a whole site, old or new."""
    root = tmp_path / "project"
    done = subprocess.run(
        [sys.executable, str(FOLDER / "killing.py"), str(root), str(SEED), str(TRIES)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = [json.loads(line) for line in done.stdout.splitlines()]
    before = "version-0"
    for number, (way, ended, version) in enumerate(told, 1):
        assert version in (before, f"version-{number}"), (number, way, version)
        assert not ended or version == f"version-{number}"
        before = version

    assert len(told) == TRIES
    assert len({version for _, _, version in told}) >= 5
    assert sum(not ended for _, ended, _ in told) >= 25
    set_version(root, 99)
    assert publish(root, root / "site", "fakebuilder")
    assert standing(root / "site") == "version-99"
    assert left_aside(root) == []


def test_builds_at_once_do_not_mix(small: Path):
    """Four at a time wait for each other; while they run, every look at the site finds one version."""
    set_version(small, 1)
    seen: list[str | None] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append((small / "site" / "donnees" / "catalog.json").read_text(encoding="utf-8"))

    reader = threading.Thread(target=read)
    code = f"from pathlib import Path; from rsmms.building.publish import publish; r = Path({str(small)!r}); publish(r, r / 'site', 'fakebuilder')"
    command = [sys.executable, "-c", code]
    builds = [subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT), "RSMMS_CACHE": "off"}) for _ in range(4)]
    reader.start()
    codes = [build.wait() for build in builds]
    stop.set()
    reader.join()

    assert codes == [0, 0, 0, 0]
    assert standing(small / "site") == "version-1"
    assert set(seen) == {"version-0", "version-1"}
    assert left_aside(small) == []


@pytest.mark.parametrize("way", ["fails", "silent"])
def test_a_generator_that_fails(small: Path, way: str):
    """It stops with an error, or ends well without having written the site."""
    set_version(small, 1)
    builder = (small / "fakebuilder.py").read_text(encoding="utf-8")
    changed = builder + "sys.exit('no more')\n" if way == "fails" else builder.replace("catalog.json", "other.json")
    (small / "fakebuilder.py").write_text(changed, encoding="utf-8")

    with pytest.raises(BuildFailed, match="no more" if way == "fails" else None):
        publish(small, small / "site", "fakebuilder")

    assert standing(small / "site") == "version-0"
    assert left_aside(small) == []


@pytest.mark.parametrize("act", ["chmod", "rename", "mkdtemp"])
def test_an_error_of_the_system(small: Path, monkeypatch: pytest.MonkeyPatch, act: str):
    """A full disk or a folder that may not be written, at each step of publishing."""
    set_version(small, 1)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    if act == "mkdtemp":
        monkeypatch.setattr(rsmms.building.publish.tempfile, "mkdtemp", full)
    elif act == "chmod":
        monkeypatch.setattr(Path, "chmod", full)
    else:
        monkeypatch.setattr(rsmms.building.publish, "_exchange", full)
    with pytest.raises(OSError, match="No space left"):
        publish(small, small / "site", "fakebuilder")
    monkeypatch.undo()

    assert standing(small / "site") == "version-0"
    assert left_aside(small) == []


def test_where_folders_cannot_be_exchanged_at_once(small: Path, monkeypatch: pytest.MonkeyPatch):
    """Systems without that call move one after the other, and end the same."""
    set_version(small, 1)
    monkeypatch.setattr(rsmms.building.publish, "_exchange", lambda *_: False)
    publish(small, small / "site", "fakebuilder")

    assert standing(small / "site") == "version-1"
    assert left_aside(small) == []


def test_the_first_site_of_all(tmp_path: Path):
    """Nothing stands there yet: the folder appears whole."""
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh" / "a").touch()
    swap(tmp_path / "fresh", tmp_path / "site")

    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]
    assert (tmp_path / "site" / "a").exists()
