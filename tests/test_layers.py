"""The floors of the program: a module imports only from its own floor and from those below, and never in a circle."""

import ast
from functools import cache
from pathlib import Path

from helpers import ROOT

FLOORS = {
    "ground": "accents answers config document fields fold limits lines meant messages pages.html problems progress repository rules source store tables "
    "traces yaml_advice",
    "model": "model",
    "library": "corridors desks editions faults fingerprint freshness library load orphans schema status text words written",
    "drawing": "charts phone.addresses phone.sizes",
    "telling": "compare opendata pages settings status_files",
    "site": "check check_cited check_knowledge check_library check_pages check_recordings check_strings check_written "
    "consequences frozen language_pages memory plan site",
    "giving": "deploy export extras menus shards opendata.writing phone printed ready redirects search search_text security_txt served sheets view",
}
"""From below: what knows nothing of this site, what a fact is, all facts together, pictures, pages and files made from facts,
all pages together and whether they may be published, everything that is given out with them. What is not named here (commands,
publishing) stands on top and may use everything. A name holds for the whole package; a longer name goes before a shorter one."""
TOP = len(FLOORS)


@cache
def modules() -> dict[str, Path]:
    """Every module of the domain: its name without ``rsmms.`` → its file."""
    paths = sorted((ROOT / "rsmms").rglob("*.py"))
    return {".".join(p.relative_to(ROOT / "rsmms").with_suffix("").parts).removesuffix("__init__").strip("."): p for p in paths}


@cache
def imported(name: str) -> frozenset[str]:
    """Modules of the domain that a module imports, wherever in the file: the package itself only for names that it defines."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(modules()[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "rsmms":
            package = (node.module or "").partition(".")[2]
            inner = {f"{package}.{alias.name}".strip(".") for alias in node.names}
            found |= {i if i in modules() else package for i in inner}
    return frozenset(found - {name})


def floor(name: str) -> int:
    """The floor of a module, from 0; modules that are not named stand on top."""
    floors = {word: number for number, words in enumerate(FLOORS.values()) for word in words.split()}
    parts = name.split(".")
    named = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((floors[n] for n in named if n in floors), TOP)


def test_imports_lead_down_or_stay_on_the_floor():
    """Pages know no sheets, phone packs, search or commands; models know no pages; the ground knows nobody."""
    names = list(FLOORS)
    wrong = [f"{a} ({names[floor(a)]}) imports {b}" for a in modules() if floor(a) < TOP for b in sorted(imported(a)) if floor(b) > floor(a)]

    assert wrong == []


def circle(name: str, above: tuple[str, ...], done: set[str]) -> list[str]:
    """The first circle of imports that can be reached from a module."""
    if name in above:
        return [*above[above.index(name) :], name]
    if name in done:
        return []
    found = next(filter(None, (circle(inner, (*above, name), done) for inner in sorted(imported(name)))), [])
    done.add(name)
    return found


def test_no_modules_import_each_other_in_a_circle():
    """Not even inside a floor, and not even inside a function."""
    done: set[str] = set()

    assert [found for name in modules() if (found := circle(name, (), done))] == []


def test_every_name_of_a_floor_exists():
    """A floor lists no module that is gone, and the map of floors covers most of the program."""
    known = {".".join(name.split(".")[:length]) for name in modules() for length in (1, 2)}

    assert {word for words in FLOORS.values() for word in words.split()} <= known
    assert [floor(n) for n in ("fold", "pages.html", "model.base", "library", "phone.sizes", "phone.write", "pages.library.shared", "cli")] == [
        0, 0, 1, 2, 3, 6, 4, TOP,
    ]  # fmt: skip
