"""Private environments for what is measured beside us: made once in a cache folder, never in the project's own environment."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("RSMMS_BENCH") or HERE.parent / ".cache" / "bench")
"""Where environments are kept; ``RSMMS_BENCH`` names another folder."""


class Missing(Exception):
    """Something cannot be installed here; why is in ``args[0]``."""


def requirements(name: str) -> list[str]:
    """What ``peers.txt`` says to install under a name."""
    lines = (HERE / "peers.txt").read_text(encoding="utf-8").splitlines()
    return next(line.partition(": ")[2].split() for line in lines if line.startswith(f"{name}: "))


def environment(name: str, *more: str) -> Path:
    """The ``bin`` folder of a virtual environment with the packages of ``peers.txt`` under a name, and ``more``."""
    wanted = [*requirements(name), *more]
    return _made(CACHE / f"{name}-{_short(wanted)}", sys.executable, wanted)


def locked(python: str | Path, version: str) -> Path:
    """The ``bin`` folder of an environment of another Python with the packages that the project's lock names, checked by their hashes."""
    lock = HERE.parent / "requirements.lock"
    short = hashlib.sha256(lock.read_bytes()).hexdigest()[:8]
    return _made(CACHE / f"python-{version}-{short}", python, ["--require-hashes", "--requirement", str(lock)])


def _made(folder: Path, python: str | Path, wanted: Sequence[str]) -> Path:
    """Make a virtual environment, unless it is there whole."""
    ready = folder / ".ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        _do([str(python), "-m", "venv", str(folder)])
        _do([str(folder / "bin" / "pip"), "install", "--quiet", *wanted])
        ready.touch()
    return folder / "bin"


def borrowing(name: str) -> Path:
    """An environment that has the packages of the running one as well, so that the project's tests run in it."""
    binaries = environment(name)
    packages = next((binaries.parent / "lib").glob("python*")) / "site-packages"
    (packages / "project.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return binaries


def npm() -> tuple[Path, Path]:
    """Node, and the ``node_modules`` that the lock file in ``bench/npm`` describes."""
    node = Path(shutil.which("node") or environment("node") / "node")
    folder = CACHE / f"npm-{_short([(HERE / 'npm' / 'package-lock.json').read_text(encoding='utf-8')])}"
    if not (folder / ".ready").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "npm" / name, folder)
        _do([shutil.which("npm") or str(node.parent / "npm"), "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], folder)
        (folder / ".ready").touch()
    return node, folder / "node_modules"


def _short(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join([sys.version, *parts]).encode()).hexdigest()[:8]


def _do(command: Sequence[str], folder: Path | None = None) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Missing(f"{command[0]}: {error}") from None
    if done.returncode:
        raise Missing((done.stderr or done.stdout).strip().splitlines()[-1])
