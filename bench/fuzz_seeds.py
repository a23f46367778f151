"""What ``bench.fuzz`` starts from: the tiny project's files, starts of the real ones, and real ones cut down until the tiny project can be published.

An input is a byte that says which file is replaced, then that file. Hostile texts are the dictionary.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from bench.content import ROOT, renamed
from helpers import PROJECT, TODAY, lay_out
from hostile import ODD, XSS
from rsmms.building.content import read_content
from rsmms.problems.problem import errors
from rsmms.reading.load import LISTS

MORE = (*(name for name in LISTS if name not in PROJECT), "data/freshness.yaml")
"""Files that the tiny project has not, and might have."""
NAMES = (*PROJECT, *MORE)
"""The files that an input may replace, by their number."""
SMALL = 4000
"""Letters of a real file that are a seed; inputs may be longer."""
LONGEST = 6000
FEW = 3
"""Items of each list that are kept when a file is cut down."""
MANY = 12
"""Real files that are tried in one place."""
_SOURCE = re.compile(r"\bsource: [a-z0-9-]+$", re.MULTILINE)
_ROUNDS = 12


def seeds(folder: Path) -> int:
    """Write all; ``whole-…`` are those with which the project can be published. How many there are."""
    inputs = [("whole", name, text) for name, text in PROJECT.items()]
    taken = Counter[str]()
    for path in sorted([*(ROOT / "data").rglob("*.yaml"), *(ROOT / "docs").rglob("*.md")]):
        name = place(path.relative_to(ROOT).as_posix())
        taken[name] += 1
        if name and taken[name] <= MANY:
            text = _SOURCE.sub("source: ilo", renamed(path.read_text(encoding="utf-8"), path.stem, "TGO"))
            inputs.append(("start", name, text[:SMALL].rpartition("\n")[0] + "\n"))
            inputs += [("whole", name, found) for found in ([publishable(name, text)] if path.suffix == ".yaml" else ()) if found]
    for number, (kind, name, text) in enumerate(inputs):
        (folder / f"{kind}-{number:03}").write_bytes(bytes([NAMES.index(name)]) + text.encode())
    return len(inputs)


def place(path: str) -> str:
    """The file in whose place a real one is tried: its own, or one in the same folder; none for the rest.

    >>> place("data/contacts/GHA.yaml")
    'data/contacts/TGO.yaml'
    """
    folder = path.rpartition("/")[0]
    return path if path in NAMES else next((name for name in PROJECT if name.rpartition("/")[0] == folder and folder != "data"), "")


def publishable(name: str, text: str) -> str:
    """A file with few items, without whatever is wrong in the tiny project; empty if that cannot be had."""
    tree = few(yaml.load(text, yaml.CSafeLoader))
    with TemporaryDirectory() as folder:
        root = lay_out(Path(folder))
        for _ in range(_ROUNDS):
            made = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)
            (root / name).write_text(made, encoding="utf-8")
            wrong = errors(read_content(root, ("fr", "en"), TODAY).problems)
            if not wrong:
                return made if len(made.encode()) < LONGEST else ""
            for field in sorted({p.field for p in wrong if p.path == name}, key=_order, reverse=True):
                cut(tree, field.split("."))
    return ""


def few(tree: Any) -> Any:
    """The first items of each list."""
    if isinstance(tree, dict):
        return {key: few(value) for key, value in tree.items()}
    return [few(item) for item in tree[:FEW]] if isinstance(tree, list) else tree


def _order(field: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else -1, part) for part in field.split(".")]


def cut(tree: Any, way: list[str]) -> None:
    """Take out the value at the end of a way; if a field is missing there, what it should stand in. What has gone already stays gone."""
    *before, last = steps(tree, way)
    missing = _absent(*last) and isinstance(last[0], dict)
    holder, key = (before or [last])[-1] if missing else last
    if not _absent(holder, key):
        del holder[key]


def steps(tree: Any, way: list[str]) -> Iterator[tuple[Any, Any]]:
    """Each holder on a way with the key or number of what it holds there."""
    for part in way:
        key: Any = int(part) if isinstance(tree, list) and part.isdigit() else part
        yield tree, key
        if _absent(tree, key):
            return
        tree = tree[key]


def _absent(holder: Any, key: Any) -> bool:
    return not (isinstance(holder, dict) and key in holder) and not (isinstance(holder, list) and isinstance(key, int) and key < len(holder))


def words(file: Path) -> Path:
    """Hostile texts as a dictionary of libFuzzer."""
    raw = dict.fromkeys(text.encode("utf-8", "surrogatepass") for text in (*XSS, *ODD))
    lines = ('"' + "".join(f"\\x{byte:02x}" for byte in text) + '"\n' for text in raw if 0 < len(text) <= 60)
    file.write_text("".join(lines), encoding="ascii")
    return file
