"""Files that are none: links out of the project, folders, devices and pipes are refused before they are opened."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from arena import in_time
from helpers import SITUATION, lay_out, places, problems_of, told

GLOSSARY, FR = "data/glossary.yaml", f"docs/fr/{SITUATION}"
QUICK = 5
"""Seconds for reading, checking and telling."""
Project = Callable[..., Path]


def codes(root: Path, path: str) -> set[str]:
    """Codes of the problems of one file, found within the time."""
    with in_time(QUICK):
        return {p.code for p in problems_of(root) if p.path == path}


@pytest.mark.parametrize("name", [GLOSSARY, "data/country_profiles/TGO.yaml", FR, "data/contacts/TGO.yaml"])
@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "../../../../etc/passwd", "/nowhere/at/all"])
def test_links_that_lead_out(project: Project, name: str, target: str):
    """A pull request can hold a link to any file of the builder's machine: it is refused before it is opened."""
    root = project()
    (root / name).unlink()
    (root / name).symlink_to(target)

    assert codes(root, name) == {"Y009"}
    assert f"{name}:1: this is not a file of the project: a folder, or a link that leads elsewhere; put the file itself [Y009]" in told(root, "en")


def test_folders_that_lead_out(project: Project, tmp_path_factory: pytest.TempPathFactory):
    """A linked folder is not walked into, and told; a link to a file of the project itself is read."""
    other = lay_out(tmp_path_factory.mktemp("other"))
    root = project()
    (root / "docs/fr/pages").symlink_to(other / "docs/fr")
    (root / "docs/fr/mots.md").symlink_to(root / "docs/fr/index.md")

    assert places(root) == ["docs/fr/mots.md:2: id P016", "docs/fr/pages:1: Y009"]


@pytest.mark.parametrize("name", [GLOSSARY, FR])
def test_what_is_no_file(project: Project, name: str):
    """A folder with the name of a file, and a pipe that would be waited for until the end of time."""
    root = project()
    for make in (os.mkdir, os.mkfifo):
        path = root / name
        path.rmdir() if path.is_dir() else path.unlink()
        make(path)
        assert codes(root, name) == {"Y009"}
