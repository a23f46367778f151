"""Building aside and swapping: readers see the old site whole or the new site whole, never a mixture."""

import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from rsmms.building.outputs import SITE_MARK, check_site_folder
from rsmms.building.up_to_date import BuildRecord
from rsmms.problems.progress import PROGRESS

ASIDE = ".build"
"""Folder, beside the site, in which builds grow."""
BUILDERS = ("mkdocs", "properdocs")
_EMPTY_IS_UNSET = ("SITE_URL", "EDIT_BASE")
"""Variables that mean nothing when they are empty: the generator would take them for an address of no letters."""
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BuildFailed(Exception):
    """The site generator stopped; its own words are in ``args[0]``."""


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one build at a time in a project: a second one waits."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def publish(
    root: Path, out: Path, builder: str = "mkdocs", environment: Mapping[str, str] = MappingProxyType({}), make: Callable[[Path], None] | None = None,
) -> bool:  # fmt: skip
    """Build the whole site into ``out``; on any failure the site that was there stays untouched.

    ``make`` fills the new folder in another way than the site generator in one go.
    Raise ``CommandError``, and change nothing, if ``out`` holds anything else than a site that was made here.
    False if nothing has changed since the last build of a site that is still whole: then nothing is done.
    """
    check_site_folder(root, out)
    aside = root / ASIDE
    aside.mkdir(exist_ok=True)
    with _alone(aside):
        _rescue(aside, out)
        _clean(aside)
        record = BuildRecord(root, out, builder)
        if record.is_up_to_date():
            return False
        fresh = Path(tempfile.mkdtemp(prefix="site-", dir=aside))
        try:
            make(fresh) if make else build(root, fresh, builder, environment)
            fresh.chmod(0o755)
            record.invalidate()
            swap(fresh, out)
            with suppress(OSError):  # the site is there; without a record the next build only does its work again
                record.save()
        finally:
            _clean(aside)
    return True


def _rescue(aside: Path, out: Path) -> None:
    """Where folders cannot be exchanged in one step, a build may have been killed between two renames: the last good site comes back."""
    left = sorted(aside.glob("site-*-old"))
    if left and not out.exists():
        left[-1].rename(out)


def _clean(aside: Path) -> None:
    """Remove what a build left, also one that was killed; safe because only one build runs at a time."""
    for left in (*aside.glob("site-*"), *aside.glob("sheets-*"), *aside.glob("slices-*")):
        shutil.rmtree(left, ignore_errors=True)


def build(root: Path, fresh: Path, builder: str = "mkdocs", environment: Mapping[str, str] = MappingProxyType({}), proof: str = SITE_MARK) -> None:
    """Run a site generator into an empty folder; raise ``BuildFailed`` with its words if it stops or leaves no file called ``proof``."""
    command = [sys.executable, "-m", builder, "build", "--strict", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(fresh)]
    told = {name: value for name, value in os.environ.items() if value or name not in _EMPTY_IS_UNSET} | {"NO_MKDOCS_2_WARNING": "1", **environment}
    heard = [int(environment[PROGRESS])] if environment.get(PROGRESS) else []
    done = subprocess.run(command, cwd=root, env=told, capture_output=True, text=True, check=False, pass_fds=heard)
    if done.returncode or not (fresh / proof).exists():
        raise BuildFailed(_short(done.stdout + done.stderr))


def _short(words: str) -> str:
    """What a generator says that somebody can use: its warnings and errors, and of a crash only the last line and the last template."""
    before, crash, after = words.partition("Traceback (most recent call last)")
    lines = [line for line in before.splitlines() if line.strip() and not line.startswith("INFO")]
    if crash:
        where = [line.strip() for line in after.splitlines() if 'File "' in line and "/theme/" in line][-1:]
        lines += [*where, after.strip().splitlines()[-1]]
    return "\n".join(dict.fromkeys(lines)) + "\n"


def swap(fresh: Path, out: Path) -> None:
    """Put a finished folder in the place of another, in one step where the system can do it."""
    if not out.exists():
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh.rename(out)
        return
    if _exchange(fresh, out):
        return
    old = fresh.with_name(fresh.name + "-old")
    out.rename(old)
    fresh.rename(out)
    old.rename(fresh)


def _exchange(one: Path, other: Path) -> bool:
    """Linux can exchange two folders at once (renameat2); False where it cannot."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return int(done) == 0
