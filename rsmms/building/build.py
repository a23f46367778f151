"""A build from its start to its end, around the site generator that lays the pages out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from rsmms.building.content import Content, read_publishable
from rsmms.building.extras import write_extras
from rsmms.building.layout_cache import ALWAYS, Ready, Where, find_ready
from rsmms.building.parts import languages_here
from rsmms.building.print_sheets import Printed, print_site
from rsmms.cache.results import Answers
from rsmms.cache.store import Store, code_key, digest, open_store
from rsmms.language.reader import language_of_reader
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.layout.repository import Repository
from rsmms.layout.settings import Settings
from rsmms.pages.all_pages import make_plan
from rsmms.pages.page_cache import Memory
from rsmms.problems.problem import report
from rsmms.problems.progress import count, cpu_seconds, stage, tell, told
from rsmms.reading.config import build_day


@dataclass(frozen=True)
class Build:
    """What all languages of one build share."""

    printed: Printed
    settings: Settings
    ready: Ready
    compiled: Store
    """Templates that earlier builds have compiled."""
    answers: Answers
    """What earlier builds have made of single pages, for search and for the road."""
    code: str
    """A key for all that makes pages besides data and text."""
    began: float
    """CPU seconds used when the generator took over."""
    laid: set[Where] = field(default_factory=set)
    """Pages that the generator has laid out."""

    def keep(self, page: Page, html: str) -> None:
        """A page that was laid out now, kept for the next build."""
        self.ready.keep(page, html)
        self.laid.add((page.language, page.path))
        count(len(self.laid), len(self.wanted), page.site_url)

    @property
    def plan(self) -> Plan:
        """All pages."""
        return self.printed.plan

    @cached_property
    def wanted(self) -> list[Where]:
        """The pages that the site generator has to lay out; home pages always, because it cannot do without them."""
        return [where for where in self.plan.pages if where not in self.ready.pages and (where[0] in self.languages or where[1] == ALWAYS)]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that this build lays out."""
        return languages_here(self.plan.languages)

    def finish(self, out: Path) -> None:
        """Everything that the generator does not write: pages of earlier builds, data, search, style, sheets."""
        told("pages", cpu_seconds() - self.began, {"made": len(self.wanted), "all": len(self.plan.pages)})
        for where in (w for w in self.ready.pages if w[0] in self.languages):
            target = out / self.plan.pages[where].site_url / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            self.ready.pages[where].rename(target)
        for language in set(self.plan.languages) - set(self.languages):
            (out / self.plan.pages[language, ALWAYS].site_url / "index.html").unlink()
        with stage("files"):
            write_extras(self.plan, out, self.settings, self.languages, self.answers)
        self.answers.save()
        self.printed.move_into(out, whole=SOURCE_LANGUAGE in self.languages)
        for store in (self.ready.store, self.compiled, self.answers.store):
            store.prune()


def start(root: Path, languages: Sequence[str], settings: Settings) -> Build:
    """Read, check, write all pages' texts and print the sheets; raise ``NotPublishable`` or ``SheetProblems``."""
    today, code = build_day(), code_key(root)
    with stage("read"):
        content = _read(root, languages, today, open_store(root, "answers"), code)
    if content.problems:
        tell(report(content.problems, language_of_reader()) + "\n")
    with stage("plan"):
        key = digest([code, today, languages, settings.edit_base, content.library.periods])
        memory = Memory(open_store(root, "plans"), key, content.library)
        made = make_plan(content.library, content.written, languages, today, Repository(settings.edit_base), memory)
    printed = print_site(made, root, settings.site_url, sheets_too=settings.whole)
    settings = replace(settings, dangerous=printed.plan.dangerous)
    ready = find_ready(printed.plan, settings, open_store(root, "pages"), code, printed.folder / "pages")
    return Build(printed, settings, ready, open_store(root, "templates"), Answers(open_store(root, "answers"), digest(["made", code])), code, cpu_seconds())


def _read(root: Path, languages: Sequence[str], today: date, store: Store, code: str) -> Content:
    """Data and texts; how files read that have not changed is known from earlier builds."""
    answers = Answers(store, digest(["read", code]))
    content = read_publishable(root, languages, today, answers)
    answers.save()
    return content
