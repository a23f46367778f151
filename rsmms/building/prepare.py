"""Slices of a build: some texts of a language, some of the sheets; each is made from checked content alone, on any machine."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rsmms.building.content import Content
from rsmms.building.prepared import Share, keep_content, keep_sheets, keep_texts, kept_content
from rsmms.cache.store import cache_folder, code_key, digest, open_store
from rsmms.layout.repository import Repository
from rsmms.pages.all_pages import pages_of
from rsmms.pages.language_pages import LanguagePages
from rsmms.pages.page_cache import PageCache
from rsmms.problems.progress import count
from rsmms.reading.config import build_day, edit_base, languages, site_url
from rsmms.sheets.planning import plan
from rsmms.sheets.printing import build
from rsmms.sheets.spec import SheetSpec


def make_texts(root: Path, folder: Path, language: str, share: Share) -> None:
    """A share of the pages of a language that depend on facts and texts alone."""
    content = kept_content(folder)
    listed = LanguagePages(content.library.tracked(), content.written, language, build_day(), Repository(edit_base(root)))
    pages = pages_of(listed, share.run(list(listed)), page_cache(root, content), f"{language}-{share.name}" if share.of > 1 else language)
    keep_texts(folder, language, share, pages)


def page_cache(root: Path, content: Content) -> PageCache:
    """The pages that earlier builds have kept."""
    key = digest([code_key(root), build_day(), languages(root), edit_base(root), content.library.periods])
    return PageCache(open_store(root, "plans"), key, content.library)


def make_sheets(root: Path, folder: Path, share: Share, jobs: int = 1) -> None:
    """A share of the sheets, printed below the folder; raise ``SheetProblems`` if one cannot be made."""
    content = kept_content(folder)
    specs = plan(content.library, content.written, languages(root), build_day(), site_url(root))
    numbered = share.dealt(_with_twins(specs))
    mine = [one for group in numbered for one in group]
    aside = tempfile.mkdtemp(dir=folder)
    sheets = build([spec for _, spec in mine], folder, (cache_folder(root) or Path(aside)) / "sheets", jobs=jobs, progress=count)
    keep_sheets(folder, share, zip((number for number, _ in mine), sheets, strict=True))
    shutil.rmtree(aside)


def _with_twins(specs: Sequence[SheetSpec]) -> list[list[tuple[int, SheetSpec]]]:
    """The sheets, numbered; a booklet to staple stays with the one to read, from which it is made."""
    groups: dict[str, list[tuple[int, SheetSpec]]] = {}
    for number, spec in enumerate(specs):
        groups.setdefault(spec.code, []).append((number, spec))
    return list(groups.values())


def prepare(root: Path, folder: Path, language: str, content: Content) -> None:
    """What one machine of several makes: the texts of a language, and as many of the sheets as each of the others."""
    keep_content(root, folder, content)
    configured = languages(root)
    make_texts(root, folder, language, Share())
    make_sheets(root, folder, Share(configured.index(language), len(configured)), jobs=min(2, os.cpu_count() or 1))
