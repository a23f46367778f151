"""The whole site made of slices, by whatever carries them out: processes here, or machines of a cluster.

Only names, titles and addresses are ever together in one process; texts, sheets and laid-out pages travel through the folder of the build.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rsmms.building.build import read
from rsmms.building.content import Content, ContentErrors
from rsmms.building.orders import Order
from rsmms.building.parts import merge
from rsmms.building.prepare import SHEETS, cut_texts, sheet_groups
from rsmms.building.prepared import Prepared, Share, keep_content, keep_sheets
from rsmms.building.print_sheets import PrintedSite, place_sheets
from rsmms.building.publish import ASIDE, BuildFailed
from rsmms.building.slice_plan import keep_plan
from rsmms.cache.store import code_key
from rsmms.language.reader import language_of_reader
from rsmms.layout.repository import Repository
from rsmms.pages.all_pages import make_plan
from rsmms.problems.problem import report
from rsmms.problems.progress import stage
from rsmms.reading.config import build_day, edit_base, languages

Engine = Callable[[Sequence[Order], Path], None]
"""Carries out orders in any order, their files in a folder; raises ``BuildFailed`` with what is to be mended."""
PAGES = 2000
"""Pages of a slice, at most; a language that has fewer is one slice."""


@dataclass(frozen=True)
class Slicing:
    """How large slices are."""

    pages: int = PAGES
    sheets: int = SHEETS


USUAL = Slicing()


def build_in_slices(root: Path, fresh: Path, engine: Engine, slicing: Slicing = USUAL) -> None:
    """Build the whole site into the empty folder ``fresh``; raise ``BuildFailed`` if anything is to be mended."""
    folder = Path(tempfile.mkdtemp(prefix="slices-", dir=root / ASIDE))
    try:
        content = _read(root, folder)
        with stage("prepared"):
            engine(_first(root, folder, content, slicing), folder)
            printed = _assembled(root, folder, content)
        with stage("slices"):
            of = max(1, -(-len(printed.plan.by_path) // slicing.pages))
            engine([Order("pages", language, share) for language, share in keep_plan(folder, printed.plan, of)], folder)
            engine([Order("finish", language) for language in printed.plan.languages], folder)
        _together(folder, fresh, printed)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _read(root: Path, folder: Path) -> Content:
    """Data and texts, checked here once for all slices."""
    try:
        with stage("read"):
            content = read(root, languages(root), build_day(), code_key(root))
    except ContentErrors as stop:
        raise BuildFailed(report(stop.problems, language_of_reader()) + "\n") from None
    keep_content(root, folder, content)
    return content


def _first(root: Path, folder: Path, content: Content, slicing: Slicing) -> list[Order]:
    """What needs nothing but content: texts and sheets."""
    texts = [Order("texts", language, share) for language in languages(root) for share in cut_texts(root, folder, content, language, slicing.pages)]
    groups = len(sheet_groups(root, content)) if os.environ.get("RSMMS_PARTS") != "pages" else 0
    of = -(-groups // slicing.sheets)
    if not of:
        keep_sheets(folder, Share(), ())
    return [*texts, *(Order("sheets", "", Share(number, of)) for number in range(of))]


def _assembled(root: Path, folder: Path, content: Content) -> PrintedSite:
    """The plan of all pages, and the sheets that wait for the site."""
    prepared, known = Prepared(folder, (folder,)), languages(root)
    plan = make_plan(content.library, content.written, known, build_day(), Repository(edit_base(root)), prepared.pages)
    printed = place_sheets(plan, root, prepared.sheets(), known)
    return replace(printed, own=True)


def _together(folder: Path, fresh: Path, printed: PrintedSite) -> None:
    """All languages in one folder, by their addresses; no page is read again."""
    whole = folder / "whole"
    merge([folder / f"site-{language}" for language in printed.plan.languages], whole)
    printed.move_into(whole)
    fresh.rmdir()
    whole.rename(fresh)
