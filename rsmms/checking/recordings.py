"""Rules for recordings: the file that a page names is there, has the size that readers are told, and is sound."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rsmms.checking.headers import header_problem
from rsmms.language.addresses import RECORDINGS
from rsmms.model.written import Written
from rsmms.problems.problem import Problem, closest
from rsmms.reading.sound import measure
from rsmms.reading.yaml_source import leads_out

_STARTS = {
    "ogg": (b"OggS",), "opus": (b"OggS",), "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), "m4a": (b"ftyp",),
}  # fmt: skip
"""First bytes of each kind of file; an m4a has its length before them."""
_HEAD = 8
_HEAVIEST = 24_000
"""Bits a second that a phone is asked to load."""
_SHORTEST, _LONGEST = 5, 600
"""Seconds that twenty lines may take."""
_LOUDNESS = (-26.0, -12.0)
"""LUFS between which a voice is heard in the street and does not distort."""
_PAUSE = 5.0
"""Seconds of silence after which a listener thinks it is over."""


def check_recordings(written: Mapping[tuple[str, str], Written], root: Path) -> Iterator[Problem]:
    """All problems of the recordings that pages name in their header."""
    folder = root / RECORDINGS
    known = sorted(p.relative_to(folder).as_posix() for p in folder.glob("*/*") if p.is_file() and not p.is_symlink())
    for page in written.values():
        audio = page.front.audio
        if audio:
            yield from _problems(page, folder / audio.file, root, closest(audio.file, known))


def _problems(page: Written, path: Path, root: Path, meant: str) -> Iterator[Problem]:
    name = path.relative_to(root).as_posix()
    audio = page.front.audio
    if not audio or not path.is_file() or leads_out(path, root):
        yield header_problem(page, "P013", "audio.file", meant, found=name)
        return
    if path.stat().st_size != audio.bytes:
        yield header_problem(page, "P014", "audio.bytes", file=name, why="@recording_size")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if path.suffix == ".opus":
        yield from _sound_problems(page, path, name)
    elif not any(head.startswith(start) or head[4:] == start for start in _STARTS[path.suffix[1:]]):
        yield header_problem(page, "P014", "audio.file", file=name, why="@recording_kind")


def _sound_problems(page: Written, path: Path, name: str) -> Iterator[Problem]:
    """What a listener would suffer from: too heavy, too long, too loud, too quiet, long silence, another length than told."""
    sound, audio = measure(path), page.front.audio
    if not sound or not audio:
        yield header_problem(page, "P014", "audio.file", file=name, why="@recording_kind")
        return
    faults = {
        "@recording_heavy": sound.bits > _HEAVIEST, "@recording_length": not (_SHORTEST <= sound.seconds <= _LONGEST),
        "@recording_told": abs(sound.seconds - audio.seconds) > 1, "@recording_silent": sound.loudness is None or sound.pause > _PAUSE,
        "@recording_loudness": sound.loudness is not None and not (_LOUDNESS[0] <= sound.loudness <= _LOUDNESS[1]),
    }  # fmt: skip
    for why, found in faults.items():
        if found:
            yield header_problem(page, "P014", "audio.seconds" if why == "@recording_told" else "audio.file", file=name, why=why)
