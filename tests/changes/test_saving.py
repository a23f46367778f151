"""Changed files on the disk: whole, all or none, and only inside the project."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import ROOT
from rsmms.changes.files import Edit, save
from rsmms.problems.command_error import CommandError


def test_save_writes_only_what_changed(tmp_path: Path):
    """A changed file and a new one are written, an unchanged one keeps its time, the mode stays, and nothing is left aside."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(b"a: 1\n")
    (tmp_path / "a.yaml").chmod(0o640)
    os.utime(tmp_path / "b.yaml", (1, 1))

    told = save(tmp_path, [Edit("a.yaml", b"a: 1\n", b"a: 2\n"), Edit("b.yaml", b"a: 1\n", b"a: 1\n"), Edit("c/d.yaml", None, b"d: 1\n")])

    assert told == ["a.yaml", "c/d.yaml"]
    assert (tmp_path / "a.yaml").read_bytes() == b"a: 2\n"
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "b.yaml").stat().st_mtime == 1
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.yaml", "b.yaml", "c", "d.yaml"]


@pytest.mark.parametrize("name", ["../out.yaml", "/etc/out.yaml", "inside/../../out.yaml", "link/out.yaml", "leading.yaml", ".git/config", "."])
def test_nothing_is_written_outside(tmp_path: Path, name: str):
    """A path that climbs, starts at the root of the disk, or follows a link out of the project is refused, and no other file is written."""
    root, outside = tmp_path / "project", tmp_path / "outside"
    for folder in (root / "inside", outside):
        folder.mkdir(parents=True)
    (root / "link").symlink_to(outside)
    (outside / "kept.yaml").write_bytes(b"a: 1\n")
    (root / "leading.yaml").symlink_to(outside / "kept.yaml")
    before = b"a: 1\n" if name == "leading.yaml" else None

    with pytest.raises(CommandError, match="outside the project"):
        save(root, [Edit("good.yaml", None, b"a: 1\n"), Edit(name, before, b"a: 2\n")])
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["inside", "kept.yaml", "leading.yaml", "link", "outside", "project"]
    assert (outside / "kept.yaml").read_bytes() == b"a: 1\n"


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path):
    """Somebody saved the file after it was read: their work stays, and the other files of the same change too."""
    (tmp_path / "a.yaml").write_bytes(b"a: 3\n")

    with pytest.raises(CommandError, match="somebody else"):
        save(tmp_path, [Edit("b.yaml", None, b"b: 1\n"), Edit("a.yaml", b"a: 1\n", b"a: 2\n")])
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_bytes() == b"a: 3\n"


_FULL = """
import resource, signal, sys
from pathlib import Path
from rsmms.changes.files import Edit, save
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))
try:
    save(Path(sys.argv[1]), [Edit("a.yaml", b"a: 1\\n", b"a: 2\\n"), Edit("b.yaml", None, b"b" * 100)])
except OSError as error:
    print(error.strerror)
"""


def test_a_full_disk_changes_nothing(tmp_path: Path):
    """The second file does not fit: the first is as it was, and nothing is left aside."""
    (tmp_path / "a.yaml").write_bytes(b"a: 1\n")
    done = subprocess.run([sys.executable, "-c", _FULL, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "File too large\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_bytes() == b"a: 1\n"
