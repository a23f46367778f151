"""`make icons`: draws ``rsmms/layout/pictograms.svg`` from the locked npm package and the shapes in theme/icons/own."""

import re
import sys
from pathlib import Path

from node_tools import HERE, NoNpm, packages
from rsmms.model.pictogram import Pictogram

ROOT = HERE.parent
SPRITE = ROOT / "rsmms" / "layout" / "pictograms.svg"
OWN = ROOT / "theme" / "icons" / "own"
HEAD = "<!-- Tabler Icons 3.52.0 (MIT, Copyright (c) 2020-2026 Paweł Kuna) and shapes of our own (CC0): see theme/icons. Made by `make icons`. -->"
LOOK = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
"""Written with each shape, so that it is right without our style too."""
_PATH = re.compile(r'<path d="([^"]+)"')


def drawn() -> str:
    """The sprite: one symbol for each name of the closed list, its paths as one."""
    theirs = packages(ROOT / "deploy" / "npm") / "node_modules" / "@tabler" / "icons" / "icons" / "outline"
    symbols = (_symbol(name, _source(name.value, theirs)) for name in sorted(Pictogram))
    return "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', HEAD, *symbols, "</svg>"]) + "\n"


def _source(name: str, theirs: Path) -> str:
    own = OWN / f"{name}.svg"
    return (own if own.exists() else theirs / f"{name}.svg").read_text(encoding="utf-8")


def _symbol(name: str, source: str) -> str:
    """The lines of a picture; each path starts where it says, so that all of them can stand in one."""
    lines = "".join(d if d.startswith("M") else f"M{d[1:]}" for d in _PATH.findall(source))
    return f'<symbol id="i-{name}" viewBox="0 0 24 24" {LOOK}><path d="{_tight(lines)}"/></symbol>'


def _tight(path: str) -> str:
    """Numbers without spaces that nobody needs."""
    return re.sub(r"(?<=[a-zA-Z]) | (?=[a-zA-Z-])", "", path)


if __name__ == "__main__":
    try:
        SPRITE.write_text(drawn(), encoding="utf-8")
    except NoNpm as why:
        sys.exit(f"pictograms.svg: {why.args[0]}")
