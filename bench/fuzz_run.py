"""The part of ``bench.fuzz`` that runs under Atheris, in a process of its own: ``fuzz_run FOLDER [options] CORPUS SEEDS``.

Only what reads and checks is instrumented. A find is written into ``FOLDER/found`` and the search goes on; ``FOLDER/current`` is the input being
tried (it stays if the process dies), ``FOLDER/counts.json`` what has been done so far.
"""

import json
import random
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
READING = (
    "model", "problems", "reading", "checking", "joins.citations", "language.accents", "language.tables", "language.html", "layout.page",
    "layout.contact_cards", "layout.facts", "pages.marks", "pages.apart", "pages.plain", "pages.rendering", "pages.written", "pages.situations",
    "pages.wording", "pages.contacts",
)  # fmt: skip
"""Rooms and modules of ``rsmms`` whose ways count as new."""


def left_out() -> list[str]:
    """All other modules of ``rsmms``."""
    names = (path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in (ROOT / "rsmms").rglob("*.py"))
    left = (name for name in sorted(names) if not f"{name.removeprefix('rsmms.')}.".startswith(tuple(f"{known}." for known in READING)))
    return [name.removesuffix(".__init__") for name in left]


with atheris.instrument_imports(include=["rsmms"], exclude=left_out()):
    from bench.fuzz_judge import Find, Judge
    from hostile import ODD, XSS

HOSTILE = [text.encode("utf-8", "surrogatepass") for text in (*XSS, *ODD) if len(text) < 300]
WHOLE: dict[int, list[bytes]] = {}
"""Inputs that can be published, by the number of their file."""


def value_changed(raw: bytes, draw: random.Random) -> bytes:
    """What stands after a colon, a dash or a blank in one line is something else, often in quotes: the file may well stay readable."""
    head, lines = raw[:1], raw[1:].split(b"\n")
    number = draw.choice([n for n, line in enumerate(lines) if line] or [0])
    start, mark, value = lines[number].partition(draw.choice((b": ", b"- ", b" ")))
    value = value.strip(b"'\"")
    new = draw.choice(HOSTILE) if draw.random() < 0.4 else atheris.Mutate(value, 120)
    if draw.random() < 0.5:
        place = draw.randint(0, len(value))
        new = value[:place] + new + value[place:]
    if draw.random() < 0.5:
        new = b"'" + new.replace(b"'", b"''").replace(b"\n", b" ") + b"'"
    lines[number] = start + mark + new
    return head + b"\n".join(lines)


def mutated(raw: bytes, room: int, seed: int) -> bytes:
    """Another input: this one or one that can be published, with one or two values changed; or anything at all."""
    draw = random.Random(seed)
    if draw.random() < 0.3 or len(raw) < 2:
        return atheris.Mutate(raw, room)
    if draw.random() < 0.5:
        raw = draw.choice(WHOLE[draw.choice(list(WHOLE))])
    for _ in range(draw.randint(1, 2)):
        raw = value_changed(raw, draw)
    return raw[:room]


class Run:
    """What one process does and writes."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder, self.judge, self.tried = folder, Judge(root), 0

    def one(self, raw: bytes) -> None:
        """Try an input; a find goes on as files, not as an exception."""
        self.tried += 1
        (self.folder / "current").write_bytes(raw)
        if found := self.judge.judge(raw):
            self.keep(found, raw)
        if self.tried % 50 == 1:
            self.count()

    def keep(self, found: Find, raw: bytes) -> None:
        """The shortest input of each find, and its traceback."""
        file = self.folder / "found" / found.name
        if not file.exists() or file.stat().st_size > len(raw):
            file.write_bytes(raw)
            file.with_suffix(".txt").write_text(f"{found.place}\n\n{found.told}", encoding="utf-8", errors="backslashreplace")
            print(f"fuzz: {found.name}: {found.place}", flush=True)

    def count(self) -> None:
        """What was done so far."""
        arena = self.judge.arena
        (self.folder / "counts.json").write_text(json.dumps({"tried": self.tried, "made": arena.made, "told": arena.told}), encoding="utf-8")


def main() -> None:
    """Search until libFuzzer's time is over."""
    folder = Path(sys.argv.pop(1))
    for file in sorted(Path(sys.argv[-1]).glob("whole-*")):
        raw = file.read_bytes()
        WHOLE.setdefault(raw[0], []).append(raw)
    memory = Path("/dev/shm")
    with suppress(KeyboardInterrupt), tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as root:
        run = Run(folder, Path(root))
        _ = run.judge.arena.usual
        atheris.Setup(sys.argv, run.one, custom_mutator=mutated)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
