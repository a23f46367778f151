"""What a build tells while it runs: stages with their counts and CPU seconds, in French or English.

The builder's own words are kept for the case that it fails; progress goes to the file descriptor that
``RSMMS_PROGRESS`` names, which ``rsmms site`` points at the screen.
"""

import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rsmms.language.reader import READER, language_of_reader

PROGRESS = "RSMMS_PROGRESS"
_NAMES = {
    "read": ("lecture et contrôle", "reading and checking"),
    "plan": ("pages écrites", "pages written"),
    "sheets": ("fiches imprimées ({made} nouvelles sur {all})", "sheets printed ({made} new of {all})"),
    "pages": ("pages mises en forme ({made} nouvelles sur {all})", "pages laid out ({made} new of {all})"),
    "files": ("catalogue, recherche, données", "catalogue, search, data"),
    "phone": ("copies pour le téléphone", "copies for the phone"),
}

_EVERY = 3.0
"""Seconds between two counts of a long stage."""
_last = [time.monotonic()]


def cpu_seconds() -> float:
    """CPU seconds of this process and of the processes it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


@contextmanager
def stage(name: str) -> Iterator[dict[str, int]]:
    """Tell the name and the CPU seconds of what is done inside; counts put into the dictionary are told with it."""
    started, counts = cpu_seconds(), dict[str, int]()
    _last[0] = time.monotonic()
    yield counts
    report_stage(name, cpu_seconds() - started, counts)


def report_stage(name: str, seconds: float, counts: dict[str, int]) -> None:
    """One line for a finished stage."""
    text = _NAMES[name][language_of_reader() != "fr"].format_map(counts)
    write_progress(f"  {seconds:6.1f} s  {text}\n")


def count(number: int, total: int, name: str) -> None:
    """Tell how far a long stage has come, every few seconds."""
    now = time.monotonic()
    if now - _last[0] >= _EVERY:
        _last[0] = now
        write_progress(f"           {number}/{total}  {name}\n")


def write_progress(text: str) -> bool:
    """Show a text at once; False if nobody listens."""
    target = os.environ.get(PROGRESS)
    if target:
        os.write(int(target), text.encode())
    return bool(target)


def progress_environment(descriptor: int, language: str) -> dict[str, str]:
    """Environment for a process whose progress is told to a file descriptor."""
    return {PROGRESS: str(descriptor), READER: language}
