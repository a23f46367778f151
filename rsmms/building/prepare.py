"""Slices of a build: some texts of a language, some of the sheets; each is made from checked content alone, on any machine."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rsmms.building.content import Content
from rsmms.building.prepared import Share, dump, keep_content, keep_sheets, keep_texts, kept_content, load
from rsmms.cache.store import cache_folder, code_key, digest, open_store
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.repository import Repository
from rsmms.model.written import Written
from rsmms.pages.all_pages import pages_of
from rsmms.pages.language_pages import LanguagePages
from rsmms.pages.page_cache import PageCache
from rsmms.pages.review import review_path
from rsmms.pages.written import beside_path
from rsmms.problems.progress import count
from rsmms.reading.config import build_day, edit_base, languages, site_url
from rsmms.sheets.planning import plan
from rsmms.sheets.printing import build
from rsmms.sheets.spec import Sheet, SheetSpec

SHEETS = 100
"""Sheets of a slice."""


def make_texts(root: Path, folder: Path, language: str) -> None:
    """The pages of a language that depend on facts and texts alone."""
    content = kept_content(folder)
    listed = _listed(root, content, language)
    keep_texts(folder, f"texts-{language}-{Share().name}", pages_of(listed, list(listed), page_cache(root, content), language))


def cut_texts(root: Path, folder: Path, content: Content, language: str, most: int) -> list[Share]:
    """Write for each slice of the texts of a language what it needs: which pages, the facts, and of the hand-written pages its own and the situations."""
    paths = [recipe.path for recipe in _listed(root, content, language)]
    shares = [Share(number, -(-len(paths) // most)) for number in range(-(-len(paths) // most))]
    for share in shares:
        mine = set(share.run(paths))
        dump(folder / f"content-{language}-{share.name}.pickle", (content.library, _written_for(content.written, language, mine), mine))
    return shares


def _written_for(written: Mapping[tuple[str, str], Written], language: str, paths: set[str]) -> dict[tuple[str, str], Written]:
    """The hand-written pages from which some pages of a language are made, in their order."""
    made = {where: page for where, page in written.items() if where[0] == language and paths & {page.path, beside_path(page), review_path(page.path)}}
    kept = {path for _, path in made} | {path for _, path in written if path.startswith("situations/")}
    return {where: page for where, page in written.items() if where in made or (where[0] in (language, SOURCE_LANGUAGE) and where[1] in kept)}


def make_cut_texts(root: Path, folder: Path, language: str, share: Share) -> None:
    """The pages of one such slice."""
    library, written, paths = load(folder / f"content-{language}-{share.name}.pickle")
    content = Content(library, written, ())
    listed = _listed(root, content, language)
    mine = [recipe for recipe in listed if recipe.path in paths]
    name = f"{language}-{share.name}"
    keep_texts(folder, f"texts-{name}", pages_of(listed, mine, page_cache(root, content), name))


def _listed(root: Path, content: Content, language: str) -> LanguagePages:
    return LanguagePages(content.library.tracked(), content.written, language, build_day(), Repository(edit_base(root)))


def page_cache(root: Path, content: Content) -> PageCache:
    """The pages that earlier builds have kept."""
    key = digest([code_key(root), build_day(), languages(root), edit_base(root), content.library.periods])
    return PageCache(open_store(root, "plans"), key, content.library)


def make_sheets(root: Path, folder: Path, share: Share, jobs: int = 1) -> None:
    """A share of the sheets, printed below the folder; raise ``SheetProblems`` if one cannot be made."""
    groups = share.dealt(sheet_groups(root, kept_content(folder)))
    made: list[tuple[int, Sheet]] = []
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        kept = (cache_folder(root) or Path(aside)) / "sheets"
        for start in range(0, len(groups), jobs * SHEETS):  # the printer's memory grows with every sheet: each process prints a hundred
            mine = [one for group in groups[start : start + jobs * SHEETS] for one in group]
            sheets = build([spec for _, spec in mine], folder, kept, jobs=jobs, progress=count)
            made += zip((number for number, _ in mine), sheets, strict=True)
    keep_sheets(folder, share, made)


def sheet_groups(root: Path, content: Content) -> list[list[tuple[int, SheetSpec]]]:
    """The sheets, numbered; a booklet to staple stays with the one to read, from which it is made."""
    specs = plan(content.library, content.written, languages(root), build_day(), site_url(root))
    groups: dict[str, list[tuple[int, SheetSpec]]] = {}
    for number, spec in enumerate(specs):
        groups.setdefault(spec.code, []).append((number, spec))
    return list(groups.values())


def prepare(root: Path, folder: Path, language: str, content: Content) -> None:
    """What one machine of several makes: the texts of a language, and as many of the sheets as each of the others."""
    keep_content(root, folder, content)
    configured = languages(root)
    make_texts(root, folder, language)
    make_sheets(root, folder, Share(configured.index(language), len(configured)), jobs=min(2, os.cpu_count() or 1))
