"""Run as a program: many builds of a small site, each killed at another moment; tells after each what readers would find.

``python killing.py FOLDER SEED TRIES`` prints one JSON list a try: how it was killed, whether it ended before that, and the
version of the site that stands there whole (``null`` for a mixture or a site that lacks something).
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from rsmms.building.publish import publish

BUILDER = """\
import sys, time
from pathlib import Path
out, version = Path(sys.argv[sys.argv.index("--site-dir") + 1]), Path("version.txt").read_text()
for number in range(30):
    folder = out / f"part-{number % 5}"
    folder.mkdir(exist_ok=True)
    (folder / f"page-{number}.html").write_text(f"page {number} of {version} " * 50)
    time.sleep(0.001)
    if number == 10:
        (out / "donnees").mkdir()
        (out / "donnees" / "catalog.json").write_text(version)
"""
FILES = 31


def lay_out(root: Path) -> None:
    """A project whose pages all name its version."""
    root.mkdir(exist_ok=True)
    (root / "fakebuilder.py").write_text(BUILDER, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    set_version(root, 0)


def set_version(root: Path, version: int) -> None:
    """What the next build shall show."""
    (root / "version.txt").write_text(f"version-{version}", encoding="utf-8")


def standing(site: Path) -> str | None:
    """The version that is whole in a folder; None for a mixture, or when a file is missing or cut."""
    files = [p for p in site.rglob("*") if p.is_file()]
    catalogue = site / "donnees" / "catalog.json"
    if len(files) != FILES or not catalogue.exists():
        return None
    version = catalogue.read_text(encoding="utf-8")
    whole = all(p.read_text(encoding="utf-8") == f"page {p.stem.removeprefix('page-')} of {version} " * 50 for p in files if p != catalogue)
    return version if whole else None


def started(root: Path, at_event: int = 0) -> int:
    """A build in a process group of its own; it kills its whole group at its n-th act on files, if asked to."""
    pid = os.fork()
    if pid:
        return pid
    os.setsid()
    if at_event:
        sys.addaudithook(_Death(at_event))
    try:
        publish(root, root / "site", "fakebuilder")
    except BaseException as error:
        print("!", repr(error), file=sys.stderr)
        os._exit(1)
    os._exit(0)


class _Death:
    """Counts the acts of a process on files (open, rename, list, remove) and ends it in the middle of one."""

    def __init__(self, at_event: int) -> None:
        self.left = at_event

    def __call__(self, event: str, _: object) -> None:
        if event.partition(".")[0] in ("open", "os", "shutil", "subprocess", "tempfile", "ctypes", "pathlib"):
            self.left -= 1
            if self.left == 0:
                os.killpg(0, signal.SIGKILL)


def finished(pid: int) -> bool:
    """Wait for a process; True if it ended well by itself."""
    return os.waitpid(pid, 0)[1] == 0


def tries(root: Path, seed: int, times: int) -> None:
    """Kill at random moments, at random acts on files, or only the first process and not the generator it started."""
    chance = random.Random(seed)
    lay_out(root)
    began = time.monotonic()
    assert finished(started(root))
    usual = time.monotonic() - began
    for number in range(1, times + 1):
        set_version(root, number)
        way = ("time", "act", "alone")[number % 3]
        pid = started(root, chance.randint(1, 400) if way == "act" else 0)
        if way != "act":
            time.sleep(chance.uniform(0, usual * 1.2))
            (os.killpg if way == "time" else os.kill)(pid, signal.SIGKILL) if _alive(pid) else None
        print(json.dumps([way, finished(pid), standing(root / "site")]), flush=True)


def _alive(pid: int) -> bool:
    """True once the process has a group of its own and has not been waited for."""
    for _ in range(200):
        if os.getpgid(pid) == pid:
            return True
        time.sleep(0.001)
    return False


if __name__ == "__main__":
    tries(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
