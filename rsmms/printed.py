"""The site with its sheets: they are printed before the pages, because pages tell their sizes and editions."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rsmms.pages.page import Maker, Page
from rsmms.plan import Plan
from rsmms.sheets import Bundle, Sheet, build, bundle, check_pages, main_sheets, plan, prune, sheets_index
from rsmms.sheets.pages import size
from rsmms.sheets.spec import FOLDER
from rsmms.words import SOURCE_LANGUAGE, Words

CACHE = "RSMMS_CACHE"
"""Environment variable: where printed sheets are kept between builds; ``.cache/`` in the project by default."""
_WORKERS = 2


@dataclass(frozen=True)
class Printed:
    """A plan that knows its sheets, and the folder in which the files wait for the site."""

    plan: Plan
    folder: Path

    def move_into(self, out: Path) -> None:
        """Put the files into a built site."""
        target = out / FOLDER
        shutil.copytree(self.folder / FOLDER, target, dirs_exist_ok=True)
        shutil.rmtree(self.folder)


def print_site(made: Plan, root: Path, site_url: str) -> Printed:
    """Print what changed since the last build and tell the pages about it; raise ``SheetProblems`` if a sheet cannot be made."""
    cache = Path(os.environ.get(CACHE) or root / ".cache") / "sheets"
    aside = root / ".build"
    aside.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="sheets-", dir=aside))
    specs = plan(made.library, made.written, made.languages, made.today, site_url)
    sheets = build(specs, folder, cache, jobs=min(_WORKERS, os.cpu_count() or 1))
    bundles = bundle(sheets, folder)
    prune(cache, sheets)
    return Printed(with_sheets(made, sheets, bundles), folder)


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
        make = Maker(made.library, Words(language), made.library.fresh_on(made.today))
        for page in (sheets_index(make, sheets, bundles, groups), *check_pages(make, sheets)):
            pages[language, page.path] = page
    return replace(made, pages=pages)


def _told(page: Page, best: Mapping[tuple[str, str], Sheet]) -> Page:
    """A page with its own sheet, or the French one where its language has none."""
    sheet = best.get((page.language, page.path)) or best.get((SOURCE_LANGUAGE, page.path))
    if not sheet:
        return page
    words = Words(page.language)
    label = words.plain("sheet_download", size=size(words, sheet.bytes))
    return replace(page, sheet=sheet.spec.file, extra={**page.extra, "sheet_label": label})
