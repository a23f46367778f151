"""The commands between building and publishing, as people type them."""

import shutil
from pathlib import Path

import pytest

from helpers import ROOT, lay_out
from rsmms.commands.cli import main
from rsmms.commands.deploy import configurations

NOON = "1795348800"
"""22 November 2026, 12:00 UTC."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny project with the real configuration and a site of two files."""
    lay_out(tmp_path)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "site" / "f" / "ab12cd").mkdir(parents=True)
    (tmp_path / "site" / "donnees").mkdir()
    (tmp_path / "site" / "donnees" / "catalog.json").write_text("[]", encoding="utf-8")
    (tmp_path / "site" / "index.html").write_text("<p>" + "word " * 500, encoding="utf-8")
    return tmp_path


def test_deploy_writes_what_is_committed(root: Path, capsys: pytest.CaptureFixture[str]):
    """All files, each named; the real project has the same."""
    assert main(["--root", str(root), "deploy"]) == 0

    assert capsys.readouterr().out.splitlines() == [f"deploy/{name}" for name in configurations(ROOT)]
    assert all((root / "deploy" / name).read_text(encoding="utf-8") == text for name, text in configurations(ROOT).items())


@pytest.mark.parametrize(("language", "told"), [
    ("en", "1 files: 0.0 MB, 0.0 MB in brotli, 0.0 MB in gzip\n"), ("fr", "1 fichiers : 0.0 Mo, 0.0 Mo en brotli, 0.0 Mo en gzip\n"),
])  # fmt: skip
def test_compress_tells_what_it_did(root: Path, capsys: pytest.CaptureFixture[str], language: str, told: str):
    """Counts and sizes, in the language of who asks."""
    assert main(["--root", str(root), "--lang", language, "compress", "--quality", "5"]) == 0

    assert capsys.readouterr().out == told
    assert sorted(p.name for p in (root / "site").iterdir()) == ["donnees", "f", "index.html", "index.html.br", "index.html.gz"]


def test_archive_prints_the_checksum(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """The same line as in the file beside it, on the day that the build is told."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    assert main(["--root", str(root), "archive"]) == 0

    digest, name = capsys.readouterr().out.split()
    assert (root / "rsmms-site.tar.gz.sha256").read_text(encoding="utf-8") == f"{digest}  {name}\n"


@pytest.mark.parametrize(("language", "told"), [("en", "{n} address(es) added to data/urls.txt\n"), ("fr", "{n} adresse(s) ajoutée(s) à data/urls.txt\n")])
def test_freeze_tells_how_many(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, told: str):
    """Every page and the short address of the built sheet; none the second time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    assert main(["--root", str(root), "--lang", language, "freeze"]) == 0
    added = (root / "data" / "urls.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert capsys.readouterr().out == told.format(n=len(added))
    assert {"/", "/pays/togo/", "/f/ab12cd/"} <= set(added)

    main(["--root", str(root), "--lang", language, "freeze"])
    assert capsys.readouterr().out == told.format(n=0)
