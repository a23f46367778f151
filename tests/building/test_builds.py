"""Builds of a tiny site again and again: from the cache or without, in other places, in parts; always the same bytes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import rsmms.building.publish
from helpers import ROOT
from rsmms.building.parts import merge
from rsmms.building.publish import BuildFailed, publish
from rsmms.building.up_to_date import BuildRecord
from rsmms.cache.store import CACHE, OFF
from rsmms.commands.cli import main
from tiny_sites import buildable, with_fonts

DAY = "1795996800"


def tree(folder: Path) -> Mapping[str, bytes]:
    """All files of a site."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """Names of files that are not the same in two sites."""
    first, second = tree(one), tree(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """All builds are made on one day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny project that was built once, with its cache."""
    root = buildable(tmp_path_factory.mktemp("built") / "project")
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    publish(root, root / "site")
    return root


@pytest.fixture
def project(shared: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return Path(shutil.copytree(shared, tmp_path / "project", symlinks=True))


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a file."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_build_from_the_cache_is_the_build_without_it(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """After edits of text and data, the site made from what is kept is, byte for byte, the one that nothing was kept for."""
    edit(project, "docs/fr/situations/passeport.md", "passeport", "papier")
    edit(project, "data/contacts/TGO.yaml", "CSTT", "CSTT-2")
    assert publish(project, project / "site")
    monkeypatch.setenv(CACHE, str(with_fonts(tmp_path / "empty")))
    assert publish(project, project / "anew")

    assert differing(project / "site", project / "anew") == []
    assert b"CSTT-2" in tree(project / "anew")["contacts/togo/index.html"]


def test_nothing_is_built_when_nothing_has_changed(project: Path):
    """A second build does nothing; a touched page of the site, an edit or another day makes it build again."""
    out = project / "site"
    publish(project, out)
    assert not publish(project, out)
    (out / "index.html").write_bytes(b"spoilt")
    assert not BuildRecord(project, out, "mkdocs").is_up_to_date()
    assert publish(project, out)
    assert tree(out)["index.html"] != b"spoilt"
    assert BuildRecord(project, out, "mkdocs").is_up_to_date()
    edit(project, "data/contacts/TGO.yaml", "CSTT", "CSTT-2")
    assert not BuildRecord(project, out, "mkdocs").is_up_to_date()


@pytest.mark.parametrize("changed", [{"SITE_URL": "https://other.example/"}, {"SOURCE_DATE_EPOCH": "1795392000"}, {CACHE: OFF}])
def test_stamp_knows_what_the_environment_says(shared: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str]):
    """Another address, another day or no cache: the site is not taken for the one that would be built."""
    assert BuildRecord(shared, shared / "site", "mkdocs").is_up_to_date()
    for name, value in changed.items():
        monkeypatch.setenv(name, value)

    assert not BuildRecord(shared, shared / "site", "mkdocs").is_up_to_date()


def test_spoilt_cache_is_no_harm(project: Path, tmp_path: Path):
    """A cache full of rubbish, or deleted, gives the same site as a good one."""
    for path in (project / ".cache" / "plans").rglob("*"):
        if path.is_file():
            path.write_bytes(b"rubbish")
    shutil.rmtree(project / ".cache" / "pages")
    shutil.copytree(project / "site", tmp_path / "before")
    BuildRecord(project, project / "site", "mkdocs").invalidate()
    assert publish(project, project / "site")

    assert differing(tmp_path / "before", project / "site") == []


def test_same_bytes_in_another_place_zone_and_locale(shared: Path, tmp_path: Path):
    """Another folder, time zone, locale, order of sets and umask; only the day is the same."""
    root = buildable(tmp_path / "autre dossier é")
    around = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", CACHE: OFF}
    done = subprocess.run(
        [sys.executable, "-m", "rsmms", "--root", str(root), "site"], cwd=ROOT, env=around, capture_output=True, text=True, check=False, umask=0o077,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert differing(shared / "site", root / "site") == []


def test_languages_built_apart_and_merged_are_the_whole_site(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Each language by itself, as machines that share the work do; put together, it is the site built in one go."""
    parts = []
    for language in ("fr", "en", "ee"):
        monkeypatch.setenv("RSMMS_LANGUAGES", language)
        parts.append(shared / f"part-{language}")
        publish(shared, parts[-1])
    merge(parts, tmp_path / "whole")

    assert differing(shared / "site", tmp_path / "whole") == []
    assert len(tree(parts[1])) < len(tree(tmp_path / "whole"))


def test_parts_prepared_apart_and_merged_are_the_whole_site(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The workflow ``parts.yml``: each machine makes the texts of one language and its share of the sheets, then lays out its language."""
    root, prepared = buildable(tmp_path / "project"), []
    for language in ("fr", "en", "ee"):
        assert main(["--root", str(root), "prepare", language, "--out", f"prepared/{language}"]) == 0
        prepared.append({p.name for p in (root / "prepared" / language / "fiches").iterdir()})
    monkeypatch.setenv("RSMMS_PREPARED", "prepared")
    for language in ("fr", "en", "ee"):
        monkeypatch.setenv("RSMMS_LANGUAGES", language)
        assert main(["--root", str(root), "site", "--out", f"parts/{language}"]) == 0
    assert main(["--root", str(root), "merge", "parts/fr", "parts/en", "parts/ee", "--out", "whole"]) == 0

    assert differing(shared / "site", root / "whole") == []
    assert all(prepared)
    assert not set.intersection(*prepared)
    assert not any("-fr." in p.name for p in (root / "parts" / "en" / "fiches").iterdir())


def test_parts_that_contradict_each_other_are_not_merged(tmp_path: Path):
    """Two parts with one file of different content were not made from the same commit."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")

    with pytest.raises(ValueError, match=r"index\.html"):
        merge([tmp_path / "a", tmp_path / "b"], tmp_path / "whole")
    assert not (tmp_path / "whole").exists()


def test_last_site_comes_back_after_a_kill_between_two_renames(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Where folders cannot be exchanged, a build killed after the old site was moved away loses nothing."""
    out, aside = project / "site", project / ".build" / "site-x"
    whole = tree(out)
    out.rename(aside.with_name("site-x-old"))
    edit(project, "data/contacts/TGO.yaml", "acronym:", "acronim:")
    with pytest.raises(BuildFailed):
        publish(project, out)

    assert tree(out) == whole


def test_an_edit_during_a_build_is_built_the_next_time(project: Path, monkeypatch: pytest.MonkeyPatch):
    """What was read counts, not what stands in the file when the build ends."""
    edit(project, "data/contacts/TGO.yaml", "CSTT", "CSTT-2")
    real = rsmms.building.publish.build

    def build_and_edit(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        edit(project, "data/contacts/TGO.yaml", "CSTT-2", "CSTT-3")

    monkeypatch.setattr(rsmms.building.publish, "build", build_and_edit)
    publish(project, project / "site")
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)

    assert publish(project, project / "site")
    assert b"CSTT-3" in tree(project / "site")["contacts/togo/index.html"]


@pytest.mark.parametrize("language", ["fr", "ee"])
def test_a_part_is_built_without_complaint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, language: str):
    """``RSMMS_LANGUAGES=ee make site``: exit code 0, only the part's own pages are weighed."""
    root = buildable(tmp_path)
    monkeypatch.setenv("RSMMS_LANGUAGES", language)

    assert main(["--root", str(root), "--lang", "en", "site"]) == 0
    catalogue = json.loads((root / "site" / "donnees" / "catalog.json").read_text(encoding="utf-8"))
    pages = sum(entry["lang"] == language for entry in catalogue)
    assert pages > 20
    assert f"All {pages} pages are within budget." in capsys.readouterr().out
