"""What carries out the slices of a build: a few processes here, or the workers of a Dask cluster.

Dask sends Python objects between the machines (``pickle``): they must trust each other, and nobody else may reach them. The scheduler
belongs into a private network or behind TLS, whose certificates Dask reads from its own configuration.
"""

import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from importlib import import_module
from logging import CRITICAL
from pathlib import Path
from typing import Any

from rsmms.building.orders import Order, carry_out, carry_out_apart, pack, unpack
from rsmms.building.outputs import PREPARED_MARK
from rsmms.building.publish import BuildFailed
from rsmms.building.sliced import Engine
from rsmms.language.reader import language_of_reader
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.problems.progress import count

_ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})")
_LOCAL = re.compile(r"local:([0-9]{1,2})")
_PATIENCE = 20
"""Seconds until a scheduler must have answered, and a worker must be there."""
_BAD = Message(
    "« {found} » : donnez l’adresse d’un ordonnanceur Dask, comme tcp://192.168.1.10:8786 ou tls://calcul.exemple.org:8786, "
    "ou local:4 pour quatre processus sur cette machine (64 au plus).",
    "“{found}”: give the address of a Dask scheduler, such as tcp://192.168.1.10:8786 or tls://compute.example.org:8786, "
    "or local:4 for four processes on this machine (at most 64).",
)
_NOT_INSTALLED = Message(
    "Dask n’est pas installé. Installez ce que dit requirements.lock, ou lancez « make site » une fois.",
    "Dask is not installed. Install what requirements.lock says, or run “make site” once.",
)
_SILENT = Message(
    "{found} ne répond pas, ou n’a aucune machine. Lancez l’ordonnanceur et au moins une machine, puis recommencez.",
    "{found} does not answer, or has no worker. Start the scheduler and at least one worker, then try again.",
)
_KILLED = Message(
    "La tranche « {name} » a perdu sa machine quatre fois : elle lui demande peut-être trop de mémoire.",
    "The slice “{name}” has lost its worker four times: it may need more memory than there is.",
)


def processes(root: Path, jobs: int = 2) -> Engine:
    """A few processes on this machine."""

    def engine(orders: Sequence[Order], folder: Path) -> None:
        lang = language_of_reader()
        with ThreadPoolExecutor(jobs) as pool:
            waiting = {pool.submit(carry_out, root, folder, order, lang): order for order in orders}
            try:
                for number, future in enumerate(as_completed(waiting), 1):
                    future.result()
                    count(number, len(waiting), waiting[future].name)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    return engine


def check_address(found: str) -> None:
    """Raise ``CommandError`` unless a text names a cluster that can be used."""
    address, local = _ADDRESS.fullmatch(found), _LOCAL.fullmatch(found)
    if not (address and 0 < int(address[1]) < 65536) and not (local and 0 < int(local[1]) <= 64):
        raise CommandError(_BAD, found=found)


@contextmanager
def cluster(found: str, *, apart: bool = False) -> Iterator[Engine]:
    """The workers of a Dask cluster: of a running scheduler, or as many as ``local:4`` says, on the loopback of this machine.

    What they need and make travels by a disk that all of them see; where there is none, or ``apart`` is said, through the scheduler.
    """
    check_address(found)
    try:
        distributed: Any = import_module("distributed")  # most builds do without
    except ImportError:
        raise CommandError(_NOT_INSTALLED) from None
    local = _LOCAL.fullmatch(found)
    started: Any = None
    try:
        if local:
            started = distributed.LocalCluster(n_workers=int(local[1]), threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=CRITICAL)
        client = distributed.Client(started or found, timeout=_PATIENCE, set_as_default=False)
        with client:
            client.wait_for_workers(1, timeout=_PATIENCE)
            yield _workers(client, apart=apart)
    except (OSError, TimeoutError):
        raise CommandError(_SILENT, found=found) from None
    finally:
        if started:
            started.close()


def _workers(client: Any, *, apart: bool) -> Engine:
    """Carries out orders on workers; those of a worker that died are given to another one."""
    distributed: Any = import_module("distributed")

    def engine(orders: Sequence[Order], folder: Path) -> None:
        lang, seen = language_of_reader(), not apart and _seen(client, folder)
        waiting = {}
        for order in orders:
            given = None if seen else pack(folder, _whole_files(order.needs(folder)))
            waiting[client.submit(carry_out_apart, order, str(folder), given, lang, pure=False, key=f"{folder.name}-{order.name}")] = order
        for number, future in enumerate(distributed.as_completed(list(waiting), loop=client.loop), 1):
            try:
                sent = future.result()
            except distributed.scheduler.KilledWorker:
                raise BuildFailed(_KILLED.text(lang).format(name=waiting[future].name) + "\n") from None
            if sent:
                unpack(sent, folder)
            count(number, len(waiting), waiting[future].name)
            future.release()

    return engine


def _seen(client: Any, folder: Path) -> bool:
    """True if every worker sees the folder of the build, on a disk that they share."""
    told: dict[str, bool] = client.run(os.path.exists, str(folder / PREPARED_MARK))
    return bool(told) and all(told.values())


def _whole_files(paths: Iterator[Path]) -> set[Path]:
    return {file for path in paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()}
