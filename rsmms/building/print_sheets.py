"""The site with its sheets: they are printed before the pages, because pages tell their sizes and editions."""

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rsmms.cache.store import cache_folder
from rsmms.language.sizes import size_words
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.page import Page, PageContext
from rsmms.layout.plan import Plan
from rsmms.problems.progress import count, stage
from rsmms.sheets.bundles import Bundle, bundle
from rsmms.sheets.pages import check_pages, main_sheets, sheets_index
from rsmms.sheets.planning import plan
from rsmms.sheets.printing import build, linked, prune
from rsmms.sheets.spec import FOLDER, Sheet

_WORKERS = 2


@dataclass(frozen=True)
class PrintedSite:
    """A plan that knows its sheets, and the folder in which the files wait for the site."""

    plan: Plan
    folder: Path
    own: bool = False
    """True if the folder holds only what belongs to the languages that are laid out here."""

    def move_into(self, out: Path, *, whole: bool = True) -> None:
        """Put the files into a built site, or only away where another part of the site has them."""
        if (whole or self.own) and (self.folder / FOLDER).exists():
            shutil.copytree(self.folder / FOLDER, out / FOLDER, dirs_exist_ok=True)
        shutil.rmtree(self.folder)


def print_site(made: Plan, root: Path, site_url: str, *, sheets_too: bool = True) -> PrintedSite:
    """Print what changed since the last build and tell the pages about it; raise ``SheetProblems`` if a sheet cannot be made.

    ``sheets_too`` false makes a site without sheets, to compare with tools that make none.
    """
    folder = waiting_folder(root)
    kept = cache_folder(root) or folder
    specs = plan(made.library, made.written, made.languages, made.today, site_url) if sheets_too else ()
    with stage("sheets") as counts:
        sheets = build(specs, folder, kept / "sheets", jobs=min(_WORKERS, os.cpu_count() or 1), progress=count)
        bundles = bundle(sheets, folder)
        counts.update(made=sum(s.compiled for s in sheets), all=len(sheets))
    if sheets:
        prune(kept / "sheets", sheets)
    return PrintedSite(with_sheets(made, sheets, bundles), folder)


def waiting_folder(root: Path) -> Path:
    """A new folder in which the files wait for the site."""
    aside = root / ".build"
    aside.mkdir(exist_ok=True)
    return Path(tempfile.mkdtemp(prefix="sheets-", dir=aside))


def place_sheets(made: Plan, root: Path, sheets: tuple[Sheet, ...], languages: Sequence[str]) -> PrintedSite:
    """Tell the pages about sheets that slices have printed; only those of some languages wait for the site.

    A list of sheets names the bundles of its own language and French ones.
    """
    folder = waiting_folder(root)
    for sheet in (s for s in sheets if s.spec.language in languages):
        target = folder / sheet.spec.file
        target.parent.mkdir(parents=True, exist_ok=True)
        linked(sheet.path, target)
    named = (*languages, SOURCE_LANGUAGE)
    (folder / FOLDER).mkdir(exist_ok=True)
    bundles = bundle([s for s in sheets if s.spec.language in named], folder)
    for one in bundles:
        if one.language not in languages:
            (folder / one.file).unlink()
    return PrintedSite(with_sheets(made, sheets, bundles), folder, own=True)


def with_sheets(made: Plan, sheets: tuple[Sheet, ...], bundles: tuple[Bundle, ...]) -> Plan:
    """The plan with each page's sheet, the list of all sheets, and a page for each printed edition."""
    best = main_sheets(sheets)
    pages = {key: _told(page, best) for key, page in made.pages.items()}
    groups = {
        page.front.id: page.front.group
        for (language, _), page in made.written.items()
        if language == SOURCE_LANGUAGE and page.front.group
    }
    for language in made.languages:
        ctx = PageContext(made.library, Words(language), made.library.fresh_on(made.today))
        for page in (sheets_index(ctx, sheets, bundles, groups), *check_pages(ctx, sheets)):
            pages[language, page.path] = page
    return replace(made, pages=pages)


def _told(page: Page, best: Mapping[tuple[str, str], Sheet]) -> Page:
    """A page with its own sheet, or the French one where its language has none."""
    sheet = best.get((page.language, page.path)) or best.get((SOURCE_LANGUAGE, page.path))
    if not sheet:
        return page
    words = Words(page.language)
    label = words.plain("sheet_download", size=size_words(words, sheet.bytes))
    return page.again(sheet=sheet.spec.file, extra={**page.extra, "sheet_label": label})
