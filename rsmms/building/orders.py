"""What a build in slices orders: the texts of some pages, some sheets, some pages laid out, a language finished.

Every order is carried out by a process of its own, here or on another machine, and leaves its work in the folder of the build:
nothing is left of one that was killed, and it may be carried out again.
"""

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rsmms.building.outputs import PREPARED_MARK
from rsmms.building.prepared import CONTENT, WHOLE, Share, input_key, marked, swept
from rsmms.building.publish import BuildFailed, build
from rsmms.building.slice_plan import FILE, SLICE
from rsmms.language.reader import READER
from rsmms.problems.messages import Message
from rsmms.problems.progress import PROGRESS

_STRANGER = Message(
    "Une machine de la construction ({path}) a d’autres fichiers que celle-ci, ou un autre jour ou une autre adresse. Donnez à toutes le même commit.",
    "A machine of the build ({path}) has other files than this one, or another day or address. Give them all the same commit.",
)


@dataclass(frozen=True, slots=True)
class Order:
    """One slice: ``texts``, ``sheets``, ``pages`` or ``finish``; of a language where it belongs to one, and which share."""

    kind: str
    language: str = ""
    share: Share = WHOLE

    @property
    def name(self) -> str:
        """What its files are called."""
        return "-".join(filter(None, (self.kind, self.language, self.share.name)))

    def needs(self, folder: Path) -> Iterator[Path]:
        """The files that it is made from."""
        yield folder / PREPARED_MARK
        if self.kind == "texts":
            yield folder / f"content-{self.language}-{self.share.name}.pickle"
        if self.kind in ("sheets", "finish"):
            yield folder / CONTENT
        if self.kind in ("pages", "finish"):
            yield folder / FILE
            yield from folder.glob(f"pages-{self.language}-{self.share.name if self.kind == 'pages' else '*'}.*")
        if self.kind == "finish":
            yield from folder.glob(f"laid-{self.language}-*")


def carry_out(root: Path, folder: Path, order: Order, lang: str) -> None:
    """Make a slice in a process of its own; raise ``BuildFailed`` with what it says if something is to be mended."""
    if order.kind == "pages":
        _lay_out(root, folder, order)
        return
    command = [sys.executable, "-m", "rsmms.building.slice", str(root), str(folder), order.kind, order.language, order.share.name]
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(command, cwd=root, env={**os.environ, READER: lang, PROGRESS: "", "PYTHONPATH": path}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildFailed(f"{order.name}: {done.stderr.strip()}" if "Traceback" in done.stderr else done.stderr)


def _lay_out(root: Path, folder: Path, order: Order) -> None:
    """The site generator lays out the pages of a slice."""
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        fresh = Path(aside) / "laid"
        build(root, fresh, environment={SLICE: f"{folder}:{order.language}:{order.share.name}", PROGRESS: ""}, proof="404.html")
        swept(fresh, folder / order.name.replace("pages", "laid"))


def carry_out_apart(order: Order, folder: str, given: bytes | None, lang: str) -> bytes | None:
    """The same on another machine, whose working folder is the project: in the folder of the build if it is seen there, else with what was given."""
    if given is None:
        carry_out(Path(folder).parent.parent, Path(folder), order, lang)
        return None
    root = Path.cwd()
    with tempfile.TemporaryDirectory(dir=root) as aside:
        unpack(given, Path(aside))
        if marked(Path(aside)) != input_key(root):
            raise BuildFailed(_STRANGER.text(lang).format(path=root))
        before = set(_files(Path(aside)))
        carry_out(root, Path(aside), order, lang)
        return pack(Path(aside), set(_files(Path(aside))) - before)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def pack(folder: Path, files: set[Path]) -> bytes:
    """Files and folders below a folder, to be sent."""
    kept = io.BytesIO()
    with tarfile.open(fileobj=kept, mode="w") as sent:
        for path in sorted(files):
            sent.add(path, path.relative_to(folder).as_posix())
    return kept.getvalue()


def unpack(sent: bytes, folder: Path) -> None:
    """What was sent, below a folder; nothing ever lands elsewhere."""
    with tarfile.open(fileobj=io.BytesIO(sent)) as kept:
        kept.extractall(folder, filter="data")
