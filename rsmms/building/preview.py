"""What a preview shows: pages made when they are asked for, from files read again when they have changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from rsmms.building.content import Content, read_content
from rsmms.cache.results import ResultCache
from rsmms.cache.store import digest, files_below
from rsmms.joins.status import Status, make_status
from rsmms.language.addresses import url_of
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import Page, PageContext
from rsmms.layout.plan import Plan
from rsmms.layout.repository import Repository
from rsmms.opendata.files import open_data
from rsmms.pages.language_pages import LanguagePages
from rsmms.pages.library import linking_recipes, title_of
from rsmms.pages.open_data import OPEN_DATA_PATH, open_data_page
from rsmms.pages.status import STATUS_PATH, status_page
from rsmms.pages.untranslated import draft_or_french
from rsmms.pages.written import fallback_page
from rsmms.problems.problem import errors, report
from rsmms.reading.config import build_day

_READ = ("data", "docs")
Where = tuple[str, str]
K = TypeVar("K")
V = TypeVar("V")


class Lazy(Mapping[K, V]):
    """Things by key, each made when somebody looks at it."""

    def __init__(self, makers: Mapping[K, Callable[[], V]]) -> None:
        self._makers = makers
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._makers

    def __iter__(self) -> Iterator[K]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def _open_data_page(ctx: PageContext, content: Content) -> Page:
    return open_data_page(ctx, open_data(content.library, content.written))


def _status_page(ctx: PageContext, status: Callable[[], Status]) -> Page:
    return status_page(ctx, status())


def lazy_plan(content: Content, languages: Sequence[str], repository: Repository) -> Plan:
    """All pages but the sheets' own, none of them made."""
    today, made = build_day(), dict[Where, Callable[[], Page]]()
    pages = Lazy(made)
    for language in languages:
        listed = LanguagePages(content.library, content.written, language, today, repository)
        ctx, status = listed.ctx, partial(make_status, content.library, content.written, languages, today)
        made |= {(language, one.path): partial(one.make, ctx) for one in listed}
        made[language, OPEN_DATA_PATH] = partial(_open_data_page, ctx, content)
        made[language, STATUS_PATH] = partial(_status_page, ctx, status)
        own = {path: language for code, path in made if code == language}
        shown = {path: SOURCE_LANGUAGE for code, path in made if code == SOURCE_LANGUAGE} | own
        titles = partial(Lazy, {path: partial(_title, pages, (code, path)) for path, code in shown.items()})
        made |= {(language, one.path): partial(one.make, ctx) for one in linking_recipes(ctx, titles)}
    made |= {where: partial(_own, pages, make) for where, make in made.items() if where[0] != SOURCE_LANGUAGE}
    for path in [path for language, path in tuple(made) if language == SOURCE_LANGUAGE]:
        for language in languages:
            made.setdefault((language, path), partial(_in_french, pages, path, language))
    return Plan(pages, tuple(languages), content.library, content.written, today)


def _title(pages: Mapping[Where, Page], where: Where) -> str:
    return title_of(pages[where])


def _own(pages: Mapping[Where, Page], make: Callable[[], Page]) -> Page:
    return draft_or_french(make(), pages)


def _in_french(pages: Mapping[Where, Page], path: str, language: str) -> Page:
    return fallback_page(pages[SOURCE_LANGUAGE, path], language)


@dataclass
class Preview:
    """The site as the files are now. A broken file keeps its message until it is mended."""

    root: Path
    languages: tuple[str, ...]
    repository: Repository
    reader: str
    """Language of the messages."""
    plan: Plan | None = None
    message: str = ""
    results: ResultCache = field(default_factory=ResultCache, init=False)
    """How the files read that have not changed."""
    stamp: str = field(default="", init=False)
    """Changes whenever a file does."""
    addresses: Mapping[str, Where] = field(default_factory=dict, init=False)

    def refresh(self) -> None:
        """Read everything again if a file has changed."""
        stamp = digest((str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in files_below(self.root, _READ))
        if stamp == self.stamp:
            return
        content = read_content(self.root, self.languages, build_day(), self.results)
        self.message = report(content.problems, self.reader) if errors(content.problems) else ""
        if not self.message:
            self.plan = lazy_plan(content, self.languages, self.repository)
            self.addresses = {_address(where): where for where in self.plan.pages}
        self.stamp = stamp

    def page(self, address: str) -> Page | None:
        """The page at an address such as ``en/pays/togo/``."""
        where = self.addresses.get(address)
        return self.plan.pages[where] if self.plan and where else None


def _address(where: Where) -> str:
    language, path = where
    return url_of(path) if language == SOURCE_LANGUAGE else f"{language}/{url_of(path)}"
