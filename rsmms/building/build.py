"""A build from its start to its end, around the site generator that lays the pages out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from rsmms.building.content import Content, read_publishable
from rsmms.building.layout_cache import ALWAYS, LayoutCache, Where, find_cached
from rsmms.building.parts import languages_here
from rsmms.building.prepare import page_cache
from rsmms.building.prepared import opened
from rsmms.building.print_sheets import PrintedSite, place_sheets, print_site, waiting_folder
from rsmms.building.site_files import write_site_files
from rsmms.building.slice_plan import named_slice
from rsmms.cache.results import ResultCache
from rsmms.cache.store import Store, code_key, digest, open_store
from rsmms.language.reader import language_of_reader
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.layout.repository import Repository
from rsmms.layout.settings import Settings
from rsmms.opendata.status_files import coverage_lines
from rsmms.pages.all_pages import cached, make_plan
from rsmms.problems.problem import report
from rsmms.problems.progress import count, cpu_seconds, report_stage, stage, write_progress
from rsmms.reading.config import build_day


@dataclass(frozen=True)
class Build:
    """What all languages of one build share."""

    printed: PrintedSite
    settings: Settings
    layouts: LayoutCache
    compiled: Store
    """Templates that earlier builds have compiled."""
    results: ResultCache
    """What earlier builds have made of single pages, for search and for the road."""
    code: str
    """A key for all that makes pages besides data and text."""
    began: float
    """CPU seconds used when the generator took over."""
    own: frozenset[Where]
    """The pages that this build lays out."""
    is_slice: bool = False
    """True for a build that lays out its pages and nothing else."""
    laid: set[Where] = field(default_factory=set)
    """Pages that the generator has laid out."""

    def keep(self, page: Page, html: str) -> None:
        """A page that was laid out now, kept for the next build."""
        self.layouts.keep(page, html)
        self.laid.add((page.language, page.path))
        count(len(self.laid), len(self.wanted), page.site_url)

    @property
    def plan(self) -> Plan:
        """All pages."""
        return self.printed.plan

    @cached_property
    def wanted(self) -> list[Where]:
        """The pages that the site generator has to lay out; home pages always, because it cannot do without them."""
        return [where for where in self.plan.pages if where not in self.layouts.pages and (where in self.own or where[1] == ALWAYS)]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that this build lays out."""
        return languages_here(self.plan.languages)

    def finish(self, out: Path) -> None:
        """Everything that the generator does not write: pages of earlier builds, data, search, style, sheets."""
        report_stage("pages", cpu_seconds() - self.began, {"made": len(self.wanted), "all": len(self.plan.pages)})
        for where in self.layouts.pages:
            target = out / self.plan.pages[where].site_url / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            self.layouts.pages[where].rename(target)
        for language in (code for code in self.plan.languages if (code, ALWAYS) not in self.own):
            (out / self.plan.pages[language, ALWAYS].site_url / "index.html").unlink()
        if not self.is_slice:
            with stage("files"):
                write_site_files(self.plan, out, self.settings, self.languages, self.results)
            self.results.save()
        self.printed.move_into(out, whole=SOURCE_LANGUAGE in self.languages)
        for store in (self.layouts.store, self.compiled, self.results.store):
            store.prune()


def start(root: Path, languages: Sequence[str], settings: Settings) -> Build:
    """Read, check, write all pages' texts and print the sheets; raise ``ContentErrors`` or ``SheetProblems``."""
    found = named_slice(root)
    if found:
        printed = PrintedSite(found.plan, waiting_folder(root))
        return _laying(root, printed, replace(settings, dangerous=found.dangerous), found.own, is_slice=True)
    today, code, prepared, here = build_day(), code_key(root), opened(root), languages_here(languages)
    with stage("read"):
        content = prepared.content if prepared else read(root, languages, today, code)
    with stage("plan"):
        from_facts = prepared.pages if prepared else cached(page_cache(root, content))
        made = make_plan(content.library, content.written, languages, today, Repository(settings.edit_base), from_facts)
    if made.status:
        write_progress("".join(f"           {line}\n" for line in coverage_lines(made.status, Words(language_of_reader()))))
    whole = settings.whole
    printed = place_sheets(made, root, prepared.sheets(), here) if prepared else print_site(made, root, settings.site_url, sheets_too=whole)
    settings = replace(settings, dangerous=printed.plan.dangerous)
    return _laying(root, printed, settings, frozenset(where for where in printed.plan.pages if where[0] in here))


def _laying(root: Path, printed: PrintedSite, settings: Settings, own: frozenset[Where], *, is_slice: bool = False) -> Build:
    """What is left to do: to lay out the pages that no earlier build has laid out."""
    code = code_key(root)
    layouts = find_cached(printed.plan, settings, open_store(root, "pages"), code, printed.folder / "pages", own)
    results = ResultCache(open_store(root, "results"), digest(["made", code]))
    return Build(printed, settings, layouts, open_store(root, "templates"), results, code, cpu_seconds(), own, is_slice)


def read(root: Path, languages: Sequence[str], today: date, code: str) -> Content:
    """Data and texts, with warnings told; how files read that have not changed is known from earlier builds."""
    results = ResultCache(open_store(root, "results"), digest(["read", code]))
    content = read_publishable(root, languages, today, results)
    results.save()
    if content.problems:
        write_progress(report(content.problems, language_of_reader()) + "\n")
    return content
