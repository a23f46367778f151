"""The walk of one telephone number: which functions it passes, from the YAML file to every output, and how often it changes room.

``python -m bench.walk [--doors]`` follows the number of the tiny project's contact through reading, checking, pages, sheets, open data and search.
A call counts if one of its arguments is the number, the telephone or the contact itself, or a short text or list that holds one of them.
"""

import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from helpers import LANGUAGES, changed, lay_out  # noqa: E402
from rsmms.building.content import read_content  # noqa: E402
from rsmms.model.contact import Contact, Phone  # noqa: E402
from rsmms.opendata.files import open_data  # noqa: E402
from rsmms.opendata.vcard import cards  # noqa: E402
from rsmms.pages.all_pages import make_plan  # noqa: E402
from rsmms.search.index import search_files  # noqa: E402
from rsmms.sheets.planning import plan  # noqa: E402

NUMBER, SHOWN = "+22822213399", "22 21 33 99"
"""Another one than the example that pages for editors show."""
TODAY = date(2026, 11, 22)
SHORT = 400
"""Letters of the longest text that is about one contact only."""
INSIDE = str(ROOT / "rsmms")


def carries(thing: object, depth: int = 1) -> bool:
    """True if a thing is the number, or what stands around it closely."""
    if isinstance(thing, str):
        return len(thing) < SHORT and (NUMBER in thing or SHOWN in thing)
    if isinstance(thing, Phone):
        return thing.number == NUMBER
    if isinstance(thing, Contact):
        return any(phone.number == NUMBER for phone in thing.phones)
    return bool(depth) and isinstance(thing, list | tuple) and any(carries(inner, depth - 1) for inner in thing[:20])


class Recorder:
    """A profiler that notes each call that carries the number, as ``room.module.function``."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []
        """Who called, and what was called."""

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        """Note a call; other events are none of its business."""
        code = frame.f_code
        if event != "call" or not code.co_filename.startswith(INSIDE) or code.co_name.startswith("<"):
            return
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        if any(carries(frame.f_locals.get(name)) for name in names):
            caller = frame.f_back
            while caller and (not caller.f_code.co_filename.startswith(INSIDE) or caller.f_code.co_name.startswith("<")):
                caller = caller.f_back
            self.calls.append((_name(caller) if caller else "", _name(frame)))


def _name(frame: FrameType) -> str:
    """``room.module.function``."""
    module = Path(frame.f_code.co_filename).relative_to(INSIDE).with_suffix("")
    return ".".join((*module.parts, frame.f_code.co_qualname))


def walk() -> list[tuple[str, str]]:
    """Every call that carries the number, in order."""
    recorder = Recorder()
    with tempfile.TemporaryDirectory() as folder:
        root = lay_out(Path(folder), changed("data/contacts/TGO.yaml", "+22822213334", NUMBER))
        sys.setprofile(recorder)
        try:
            _everything(root)
        finally:
            sys.setprofile(None)
    return recorder.calls


def _everything(root: Path) -> None:
    content = read_content(root, LANGUAGES, TODAY)
    made = make_plan(content.library, content.written, LANGUAGES, TODAY)
    for sheet in plan(content.library, content.written, LANGUAGES, TODAY, "https://rights.example/"):
        sheet.content()
    open_data(content.library, content.written)
    cards(content.library, "TGO")
    for language in LANGUAGES:
        search_files(made, language)


def room(name: str) -> str:
    """The room of a function."""
    return name.partition(".")[0]


def doors_of(calls: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The calls that lead into another room."""
    return [(caller, called) for caller, called in calls if caller and room(caller) != room(called)]


if __name__ == "__main__":
    made = walk()
    doors = doors_of(made)
    functions = {called for _, called in made}
    print(f"{len(made)} calls, {len(functions)} functions, {len(set(map(room, functions)))} rooms, {len(doors)} calls into another room")
    for (caller, called), number in Counter(doors if "--doors" in sys.argv else made).items():
        print(f"{number:6}  {caller} -> {called}")
