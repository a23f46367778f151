"""What a command costs: CPU of all its processes, wall time, memory of its largest process."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DAY = str(int(time.time()) // 86400 * 86400)
"""Builds of one run are made on one day, today: data may not be newer than the build."""
NICE = 10
"""Measurements give way to whatever else the machine does."""


class Failed(Exception):
    """A measured command that stopped; the end of its words is in ``args[0]``."""


@dataclass(frozen=True)
class Cost:
    """What one run used."""

    cpu: float
    wall: float
    memory: float
    """Largest resident process, in MiB."""

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.memory, other.memory))


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None, limit: float = 3600) -> Cost:
    """Run a command to its end; raise ``Failed`` with its last words if it does not end well."""
    log = folder / ".bench.log"  # hidden: not a part of the project that is built
    with log.open("wb") as output:
        started = time.perf_counter()
        child = subprocess.Popen(
            ["nice", "-n", str(NICE), *map(str, command)], cwd=folder, stdout=output, stderr=output, env={**os.environ, **(environment or {})},
        )  # fmt: skip
        status, used = _wait(child, limit)
        wall = time.perf_counter() - started
    if status:
        raise Failed(f"{command[0]}: " + log.read_text(encoding="utf-8", errors="replace")[-2000:].strip())
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))


def _wait(child: "subprocess.Popen[bytes]", limit: float) -> tuple[int, resource.struct_rusage]:
    """Wait for a child, and learn what it and its own children used."""
    deadline = time.monotonic() + limit
    while True:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return child.returncode, used
        if time.monotonic() > deadline:
            child.kill()
        time.sleep(0.005)


def median(costs: Sequence[Cost]) -> Cost:
    """The middle of several runs, figure by figure."""
    return Cost(*(statistics.median(getattr(c, name) for c in costs) for name in ("cpu", "wall", "memory")))
