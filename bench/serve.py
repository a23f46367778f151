"""From an edit to its preview in ``make serve``, on the real project: wall seconds to the new text, and the server's CPU.

``python -m bench.serve [--edits 5]`` writes the part *serve* of ``bench/RESULTS.md``. The project is copied to a temporary folder; a guide and a list of
contacts are edited in turn; the page is asked for every 20 ms until it has the new words. The first edit of each kind warms up and is not counted.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.content import PROGRAM, ROOT
from bench.results import made_by, section, table

_TICKS = os.sysconf("SC_CLK_TCK")
_LIMIT = 600.0
GUIDE, GUIDE_URL, GUIDE_WORDS = "docs/fr/situations/passeport.md", "situations/passeport/", "**Un employeur"
CONTACTS, CONTACTS_URL, CONTACTS_WORDS = "data/contacts/TGO.yaml", "contacts/togo/", '      fr: "Allo 1011'


@dataclass(frozen=True)
class Server:
    """A running preview."""

    base: str
    process: "subprocess.Popen[bytes]"

    def shows(self, url: str, words: str) -> bool:
        """True if a page has these words now; ``NotServing`` if the server has ended."""
        if self.process.poll() is not None:
            raise NotServing(f"the server ended with {self.process.returncode}")
        try:
            with urllib.request.urlopen(self.base + url, timeout=_LIMIT) as answer:
                return words.encode() in answer.read()
        except (urllib.error.URLError, OSError):
            return False

    def wait(self, url: str, words: str) -> float:
        """Seconds until a page has these words."""
        started = time.perf_counter()
        while not self.shows(url, words):
            if time.perf_counter() - started > _LIMIT:
                raise NotServing(f"{url} has not changed in {_LIMIT:.0f} s")
            time.sleep(0.02)
        return time.perf_counter() - started

    @property
    def cpu(self) -> float:
        """CPU seconds of the server and all its children up to now."""
        return sum(_used(pid) for pid in _tree(self.process.pid))


class NotServing(Exception):
    """The preview cannot be measured."""


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def _used(pid: int) -> float:
    return sum(map(int, _stat(pid)[11:15])) / _TICKS


def _tree(root: int) -> set[int]:
    """A process and everything it started that still runs."""
    parents = {int(p.name): int(stat[1]) for p in Path("/proc").glob("[0-9]*") if (stat := _stat(int(p.name)))}
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def copied(root: Path, *more: str) -> None:
    """The real project, without what builds left."""
    root.mkdir()
    for name in (*PROGRAM, "data", "docs", *more):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    """``make serve`` on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = "127.0.0.1:" + str(free.getsockname()[1])
    command = [sys.executable, "-m", "rsmms", "--root", str(root), "--lang", "fr", "serve", "--address", address]
    with (root / ".serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=root, stdout=log, stderr=log, start_new_session=True)
        try:
            yield Server(f"http://{address}/", process)
        finally:
            os.killpg(process.pid, 15)
            process.wait()


def edits(server: Server, path: Path, url: str, words: str, count: int) -> list[tuple[float, float]]:
    """Wall and CPU seconds of edits that put other words before some words of a file."""
    text, found = path.read_text(encoding="utf-8"), []
    server.wait(url, "<html")
    for number in range(count + 1):
        new = f"Essai {number}{'' if number % 2 else ' bis'}"
        used = server.cpu
        path.write_text(text.replace(words, words + f" {new},", 1), encoding="utf-8")
        wall = server.wait(url, new)
        time.sleep(0.3)
        found.append((wall, server.cpu - used))
    path.write_text(text, encoding="utf-8")
    return found[1:]


def measured(count: int) -> list[list[str]]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory(prefix="rsmms-serve-") as folder:
        root = Path(folder) / "project"
        copied(root)
        with serving(root) as server:
            start = server.wait("", "<html")
            rows = [["start to the first page", f"{start:.1f}", "", f"{server.cpu:.1f}"]]
            kinds = {"Markdown edit": (GUIDE, GUIDE_URL, GUIDE_WORDS), "YAML edit": (CONTACTS, CONTACTS_URL, CONTACTS_WORDS)}
            for name, (file, url, words) in kinds.items():
                walls, cpus = zip(*edits(server, root / file, url, words, count), strict=True)
                rows.append([name, f"{statistics.median(walls):.2f}", f"{max(walls):.2f}", f"{statistics.median(cpus):.2f}"])
                print(name, [f"{w:.2f}" for w in walls], [f"{c:.2f}" for c in cpus], flush=True)
        return rows


def main() -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=5)
    try:
        rows = measured(parser.parse_args().edits)
    except NotServing as failed:
        print(f"serve: {failed}", file=sys.stderr)
        return 1
    heads = ["", "wall s, median", "wall s, worst", "server CPU s, median"]
    text = f"Real project, three languages, on a machine that other work shared; target ≤ 1 s.\n\n{table(heads, rows)}"
    section("serve", f"## From an edit to its preview\n\n{made_by('python -m bench.serve')} {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
