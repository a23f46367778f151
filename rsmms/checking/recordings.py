"""Rules for recordings: the file that a page names is there, has the size that readers are told, and is sound."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rsmms.checking.headers import header_problem
from rsmms.language.addresses import RECORDINGS
from rsmms.model.written import Written
from rsmms.problems.problem import Problem, closest
from rsmms.reading.yaml_source import leads_out

_STARTS = {
    "ogg": (b"OggS",), "opus": (b"OggS",), "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), "m4a": (b"ftyp",),
}  # fmt: skip
"""First bytes of each kind of file; an m4a has its length before them."""
_HEAD = 8


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
    if not any(head.startswith(start) or head[4:] == start for start in _STARTS[path.suffix[1:]]):
        yield header_problem(page, "P014", "audio.file", file=name, why="@recording_kind")
