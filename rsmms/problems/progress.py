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
    "prepared": ("textes écrits et fiches imprimées, par tranches", "texts written and sheets printed, in slices"),
    "slices": ("pages mises en forme et langues terminées, par tranches", "pages laid out and languages finished, in slices"),
    "phone": ("copies pour le téléphone", "copies for the phone"),
}

_EVERY = 3.0
"""Seconds between two counts of a long stage, where each is a line."""
_OFTEN = 0.2
"""The same on a terminal, where one line is drawn again and again."""
_WIDTH = 78
_CLEAR = "\r\x1b[K"
_last = [time.monotonic()]
_began = [time.monotonic()]


def cpu_seconds() -> float:
    """CPU seconds of this process and of the processes it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


@contextmanager
def stage(name: str) -> Iterator[dict[str, int]]:
    """Tell the name and the CPU seconds of what is done inside; counts put into the dictionary are told with it."""
    started, counts = cpu_seconds(), dict[str, int]()
    _last[0] = _began[0] = time.monotonic()
    yield counts
    report_stage(name, cpu_seconds() - started, counts)


def report_stage(name: str, seconds: float, counts: dict[str, int]) -> None:
    """One line for a finished stage."""
    text = _NAMES[name][language_of_reader() != "fr"].format_map(counts)
    write_progress(f"{_CLEAR if _on_terminal() else ''}  {seconds:6.1f} s  {text}\n")


def count(number: int, total: int, name: str) -> None:
    """Tell how far a long stage has come: on a terminal as one line with per cent and the time left, elsewhere every few seconds."""
    now, drawn = time.monotonic(), _on_terminal()
    if now - _last[0] >= (_OFTEN if drawn else _EVERY):
        _last[0] = now
        write_progress(_bar(number, total, now - _began[0]) if drawn else f"           {number}/{total}  {name}\n")


def _on_terminal() -> bool:
    """True if progress goes to a screen that can draw a line anew."""
    target = os.environ.get(PROGRESS)
    return bool(target) and os.isatty(int(target or 0)) and os.environ.get("TERM") != "dumb"


def _bar(number: int, total: int, seconds: float) -> str:
    """One line with per cent, a bar, counts and the time left."""
    from tqdm import tqdm  # noqa: PLC0415 - only a build that is watched loads it

    return _CLEAR + str(tqdm.format_meter(number, total, seconds, ncols=_WIDTH, bar_format="  {percentage:3.0f} % |{bar}| {n_fmt}/{total_fmt} – {remaining}"))


def write_progress(text: str) -> bool:
    """Show a text at once; False if nobody listens."""
    target = os.environ.get(PROGRESS)
    if target:
        os.write(int(target), text.encode())
    return bool(target)


def progress_environment(descriptor: int, language: str) -> dict[str, str]:
    """Environment for a process whose progress is told to a file descriptor."""
    return {PROGRESS: str(descriptor), READER: language}
