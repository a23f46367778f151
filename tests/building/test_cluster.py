"""The site built in slices: by processes here, and by a real Dask scheduler with two workers on the loopback of this machine."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from helpers import ROOT
from rsmms.building.engines import check_address, processes
from rsmms.building.publish import publish
from rsmms.building.sliced import Slicing, build_in_slices
from rsmms.commands.cli import main
from rsmms.problems.command_error import CommandError
from tiny_sites import buildable

DAY = "1795996800"
QUIET = ("--no-dashboard", "--host", "127.0.0.1")


def differing(one: Path, other: Path) -> list[str]:
    """Names of files that are not the same in two sites."""
    names = {p.relative_to(site).as_posix() for site in (one, other) for p in site.rglob("*") if p.is_file()}
    return sorted(n for n in names if not (one / n).exists() or not (other / n).exists() or (one / n).read_bytes() != (other / n).read_bytes())


def around() -> dict[str, str]:
    """The environment of all builds and workers."""
    return {**os.environ, "SOURCE_DATE_EPOCH": DAY, "PYTHONPATH": str(ROOT)}


@dataclass
class Cluster:
    """A scheduler and its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def wait_for(true: Callable[[], object], seconds: float = 60) -> None:
    """Look again and again until something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project with a site that was built in one go."""
    root = buildable(tmp_path_factory.mktemp("built") / "project")
    subprocess.run([sys.executable, "-m", "rsmms", "--root", str(root), "site"], env=around(), capture_output=True, check=True)
    return root


@pytest.fixture(scope="module")
def cluster(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers, each started in a clone of the project that has kept nothing."""
    aside = tmp_path_factory.mktemp("cluster")
    file, clone = aside / "scheduler.json", aside / "clone"
    shutil.copytree(built, clone, symlinks=True, ignore=shutil.ignore_patterns("site", ".build", "pages", "plans", "results"))
    told = {"cwd": clone, "env": around(), "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_scheduler", *QUIET, "--port", "0", "--scheduler-file", file], **told)]
    wait_for(file.exists)
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", *QUIET, "--scheduler-file", file, "--nthreads", "1", "--no-nanny"]
    workers = [subprocess.Popen([*worker, "--local-directory", aside], **told) for _ in range(2)]
    wait_for(lambda: file.read_text(encoding="utf-8").endswith("}"))
    yield Cluster(json.loads(file.read_text(encoding="utf-8"))["address"], workers)
    for process in (*workers, *started):
        process.kill()
        process.wait()


def site(root: Path, *more: str) -> list[str]:
    """The command that builds a site on a cluster."""
    return [sys.executable, "-m", "rsmms", "--root", str(root), "--lang", "en", "site", *more]


def test_slices_by_processes_here_are_the_whole_site(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Small slices, so that every language has several of its pages and of the sheets; byte by byte what one build makes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    publish(built, built / "sliced", make=lambda fresh: build_in_slices(built, fresh, processes(built), Slicing(40, 60)))

    assert differing(built / "site", built / "sliced") == []
    assert sorted(p.name for p in (built / ".build").iterdir()) == ["lock"]


def test_a_worker_killed_in_the_middle_of_a_slice(built: Path, cluster: Cluster):
    """Its slice is made again by the other one, and the site is the same, byte by byte; here files travel through the scheduler."""
    building = subprocess.Popen(site(built, "--cluster", cluster.address, "--apart", "--out", "clustered"), env=around(), stderr=subprocess.PIPE, text=True)
    busy: list[subprocess.Popen[bytes]] = []

    def find() -> bool:
        busy[:] = [w for w in cluster.workers if psutil.Process(w.pid).children()]
        return bool(busy) or building.poll() is not None

    wait_for(find)
    assert busy, "no worker was ever seen at work"
    os.kill(busy[0].pid, signal.SIGKILL)
    _, said = building.communicate(timeout=120)

    assert building.returncode == 0, said
    assert busy[0].wait() == -signal.SIGKILL
    assert differing(built / "site", built / "clustered") == []


@pytest.mark.parametrize("here", [False, True])
def test_a_broken_slice_names_its_file(built: Path, cluster: Cluster, tmp_path: Path, *, here: bool):
    """A letter that paper cannot show stops the sheets; the usual message comes from the worker, on a shared disk, and the last site stays.

    So it is with a running scheduler, and with one that the build starts here.
    """
    root = tmp_path / "project"
    shutil.copytree(built, root, symlinks=True)
    path = root / "data" / "contacts" / "TGO.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("CSTT", "CSTT q\u0303", 1), encoding="utf-8")
    named = "local:1" if here else cluster.address
    done = subprocess.run(site(root, "--cluster", named), env=around(), capture_output=True, text=True, check=False, timeout=200)

    assert done.returncode == 1
    assert "data/" in done.stderr
    assert "[F004]" in done.stderr
    assert "Traceback" not in done.stderr
    assert "the last site is untouched" in done.stderr
    assert differing(built / "site", root / "site") == []


def test_a_machine_with_other_files_is_found_out(built: Path, cluster: Cluster, tmp_path: Path):
    """Workers that stand in another state of the project make nothing of it."""
    root = tmp_path / "project"
    shutil.copytree(built, root, symlinks=True)
    path = root / "docs" / "fr" / "situations" / "passeport.md"
    path.write_text(path.read_text(encoding="utf-8").replace("passeport", "papier", 1), encoding="utf-8")
    done = subprocess.run(site(root, "--cluster", cluster.address, "--apart"), env=around(), capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "has other files than this one" in done.stderr
    assert differing(built / "site", root / "site") == []


@pytest.mark.parametrize("found", [
    "tcp://127.0.0.1", "tcp://127.0.0.1:0", "tcp://127.0.0.1:70000", "http://127.0.0.1:8786", "ucx://host:8786", "inproc://", "local:0", "local:65", "local",
    "tcp://user@host:8786", "tcp://host:8786/x", "8786", "tcp://host:8786\nx",
])  # fmt: skip
def test_addresses_that_are_no_cluster(found: str):
    """Said in both languages, before anything is built."""
    with pytest.raises(CommandError) as stop:
        check_address(found)

    assert "tcp://192.168.1.10:8786" in stop.value.text("fr")
    assert "give the address of a Dask scheduler" in stop.value.text("en")


@pytest.mark.parametrize("found", ["tcp://host:8786", "tls://compute.example.org:443", "tcp://[::1]:8786", "local:1", "local:64"])
def test_addresses_of_clusters(found: str):
    """Names, numbers and IPv6, with or without TLS, and processes here."""
    check_address(found)


def test_a_cluster_with_a_bad_address_builds_nothing(tmp_path: Path, capsys):
    """Exit code 1, no folder, no traceback."""
    assert main(["--root", str(buildable(tmp_path)), "--lang", "fr", "site", "--cluster", "http://x:1"]) == 1

    assert "donnez l’adresse d’un ordonnanceur Dask" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
