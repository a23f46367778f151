"""Commands of ``rsmms`` as people type them: ``check``, ``site``, ``serve``, ``export``, ``schema``, ``merge``."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, changed, full, plan_of, run
from rsmms.building.up_to_date import BuildRecord
from rsmms.commands.cli import main
from rsmms.reading.schema import bindings, schemas
from tiny_sites import buildable

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS = "data/contacts/TGO.yaml"
BROKEN = changed(CONTACTS, "source: ilo", "source: iloo")


# --- check


def test_check_tells_on_the_output_that_all_is_well(tmp_path, capsys):
    """One line, in the language of who asks."""
    root = full(tmp_path)

    assert run(root, "check") == 0
    assert capsys.readouterr() == ("No problem.\n", "")
    assert main(["--root", str(root), "--lang", "fr", "check"]) == 0
    assert capsys.readouterr().out == "Aucun problème.\n"


def test_check_tells_mistakes_on_the_error_output(tmp_path, capsys):
    """File, line and what was probably meant; 1; nothing on the output, which other programs may read."""
    assert run(full(tmp_path, BROKEN), "check") == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert f"{CONTACTS}:22: contacts.0.source: " in said.err
    assert "did you mean “ilo”?" in said.err
    assert "1 problem(s) to mend. Nothing was published." in said.err


# --- site


def test_site_says_that_nothing_has_changed(tmp_path, capsys):
    """The pages and sheets that are there are counted, and not a file of them is touched."""
    root = buildable(tmp_path)
    out = root / "site"
    for name, text in (("donnees/catalog.json", "[]"), ("index.html", "home"), ("pays/index.html", "list"), ("fiches/pays-togo-fr.pdf", "%PDF")):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8")
    BuildRecord(root, out, "mkdocs").save()
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*")}

    assert run(root, "site") == 0
    told = capsys.readouterr().out
    assert told.startswith("Nothing has changed since the last build: 2 pages, 1 PDF sheets, in site (")
    assert len(told.splitlines()) == 1
    assert {p: p.stat().st_mtime_ns for p in out.rglob("*")} == before


# --- export


def test_export_writes_every_page(tmp_path, capsys):
    """As many files as pages, each with a header that another engine reads; the number is told."""
    root = full(tmp_path)

    assert run(root, "export", str(tmp_path / "out")) == 0
    pages = plan_of(root, LANGUAGES).pages
    assert capsys.readouterr().out == f"{len(pages)}\n"
    assert {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.md")} == {f"{code}/{path}" for code, path in pages}
    text = (tmp_path / "out/en/situations/passeport.md").read_text(encoding="utf-8")
    assert text.startswith('---\ntitle: "My employer keeps my passport"\n')


def test_export_of_a_broken_project_writes_nothing(tmp_path, capsys):
    """What is to be mended is told, as ``check`` tells it."""
    assert run(full(tmp_path, BROKEN), "export", str(tmp_path / "out")) == 1

    assert "did you mean “ilo”?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


# --- schema


def test_schema_names_what_it_writes(tmp_path, capsys):
    """All schemas and the binding of an editor's settings the first time, nothing the second; other settings stay."""
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.tabSize": 2}', encoding="utf-8")

    assert run(tmp_path, "schema") == 0
    assert capsys.readouterr().out.splitlines() == [*schemas(), ".vscode/settings.json"]
    assert json.loads(settings.read_text(encoding="utf-8")) == {"editor.tabSize": 2, "yaml.schemas": bindings()}
    assert {p.name: p.read_bytes() for p in (tmp_path / "data/schema").iterdir()} == {n: (ROOT / "data/schema" / n).read_bytes() for n in schemas()}
    assert run(tmp_path, "schema") == 0
    assert capsys.readouterr().out == ""


# --- serve


HEARING = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); runpy.run_module('rsmms', run_name='__main__')"
"""``python -m rsmms`` that hears Ctrl-C even where the tests themselves run in the background, deaf to it."""


@contextmanager
def serve(root: Path, address: str) -> Iterator["subprocess.Popen[str]"]:
    """``rsmms serve`` in a process group of its own, as a terminal starts it; whatever happens, none of it is left."""
    command = [sys.executable, "-c", HEARING, "--root", str(root), "--lang", "en", "serve", "--address", address]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def test_ctrl_c_ends_the_preview_quietly(tmp_path):
    """Stopped at the keyboard: 0."""
    with serve(buildable(tmp_path), "127.0.0.1:0") as process:
        assert process.stdout
        assert process.stdout.readline().startswith("Preview: http://127.0.0.1:")
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)

        assert process.returncode == 0


def test_a_preview_that_cannot_start_is_an_error(tmp_path):
    """No such port: the command fails as the preview does, with its reason."""
    with serve(buildable(tmp_path), "127.0.0.1:none") as process:
        _, told = process.communicate(timeout=30)
        assert process.returncode == 1
    assert "none" in told


# --- merge


def parts(folder: Path, *texts: str) -> list[str]:
    """Parts of a site that were built apart: a shared file with a text each, and a page of their own."""
    for number, text in enumerate(texts):
        (folder / f"part-{number}").mkdir()
        (folder / f"part-{number}" / "shared.css").write_text(text, encoding="utf-8")
        (folder / f"part-{number}" / f"page-{number}.html").write_text("page", encoding="utf-8")
    return [f"part-{number}" for number in range(len(texts))]


def test_merge_puts_parts_together(tmp_path, capsys):
    """Every file of every part, once; nothing is said."""
    assert run(tmp_path, "merge", *parts(tmp_path, "same", "same"), "--out", "whole") == 0

    assert sorted(p.name for p in (tmp_path / "whole").iterdir()) == ["page-0.html", "page-1.html", "shared.css"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("language", "told"), [
    ("en", "shared.css: two parts have different contents. They must come from the same commit and the same day.\n"),
    ("fr", "shared.css : deux parties ont un contenu différent. Elles doivent venir du même commit et du même jour.\n"),
])  # fmt: skip
def test_merge_names_the_file_on_which_parts_differ(tmp_path, capsys, language: str, told: str):
    """And writes nothing."""
    assert main(["--root", str(tmp_path), "--lang", language, "merge", *parts(tmp_path, "one", "other"), "--out", "whole"]) == 1

    assert capsys.readouterr().err == told
    assert sorted(p.name for p in tmp_path.iterdir()) == ["part-0", "part-1"]
