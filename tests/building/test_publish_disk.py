"""A disk that is full is said in plain words, in French and English, and the last site is untouched."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import ROOT
from rsmms.building.publish import BuildFailed
from rsmms.commands.cli import main
from tiny_sites import buildable

FULL = {
    "fr": "Il n’y a plus de place sur le disque (ou votre quota est atteint) ; libérez-en, puis recommencez.",
    "en": "The disk is full (or your quota is reached); free some space, then start again.",
}
UNTOUCHED = {"fr": "La construction a échoué ; le dernier site est intact.", "en": "The build failed; the last site is untouched."}
TOO_SMALL = "mount -t tmpfs -o {options} tmpfs .build && exec {python} -m rsmms --root . --lang {language} site"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A tiny project with a last good site."""
    root = buildable(tmp_path)
    (root / "site" / "donnees").mkdir(parents=True)
    (root / "site" / "donnees" / "catalog.json").write_text("the last good site", encoding="utf-8")
    (root / ".build").mkdir()
    return root


def untouched(root: Path) -> bool:
    """True if the last site is the same to the byte."""
    files = [p for p in (root / "site").rglob("*") if p.is_file()]
    return [(p.name, p.read_text(encoding="utf-8")) for p in files] == [("catalog.json", "the last good site")]


def run(root: Path, *command: str, limit: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """A command in the project."""
    return subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, preexec_fn=limit)


def can_mount() -> bool:
    """True where a private mount is allowed (root with the right to it)."""
    return run(Path("/"), "unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt").returncode == 0


@pytest.mark.parametrize(("options", "language"), [("size=300k", "en"), ("size=300k,nr_inodes=1", "fr")], ids=["no space", "no files"])
def test_a_real_disk_that_is_full(published: Path, options: str, language: str):
    """Builds grow on a disk of 300 kB: the sheets or the pages do not fit, or not even a folder. The fonts are there."""
    if not can_mount():
        limit = TOO_BIG
        done = run(published, sys.executable, "-m", "rsmms", "--root", ".", "--lang", language, "site", limit=limit)
    else:
        done = run(published, "unshare", "-m", "sh", "-c", TOO_SMALL.format(options=options, python=sys.executable, language=language))

    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-2:] == [FULL[language], UNTOUCHED[language]]
    assert "Traceback" not in done.stdout + done.stderr
    assert untouched(published)


def TOO_BIG() -> None:  # noqa: N802
    """No file may be larger than 20 kB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "failed",
    [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), OSError(errno.EDQUOT, os.strerror(errno.EDQUOT), "site/x.html"),
     BuildFailed("Traceback (most recent call last):\n  …\nOSError: [Errno 28] No space left on device: 'x'\n"),
     BuildFailed("typst: io error: No space left on device (os error 28)")],
    ids=["parent", "quota", "generator", "sheets"],
)  # fmt: skip
def test_wherever_the_disk_is_full(published: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failed: Exception, language: str):
    """The same two sentences, whoever met it."""

    def stop(*_: object, **__: object) -> bool:
        raise failed

    monkeypatch.setattr("rsmms.commands.build.publish", stop)
    code = main(["--root", str(published), "--lang", language, "site"])

    assert code == 1
    assert capsys.readouterr().err.splitlines() == [FULL[language], UNTOUCHED[language]]
    assert untouched(published)


def test_another_refusal_of_the_system(published: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """What the system says, with the file; no trace of the program."""

    def stop(*_: object, **__: object) -> bool:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "site")

    monkeypatch.setattr("rsmms.commands.build.publish", stop)

    assert main(["--root", str(published), "--lang", "en", "site"]) == 1
    assert capsys.readouterr().err.splitlines() == ["[Errno 13] Permission denied: 'site'", UNTOUCHED["en"]]
