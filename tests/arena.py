"""Where damaged files are tried: a tiny project into which they are put, read, checked and made into pages.

``Arena.attack(files)`` counts, and fails for what should never be: an exception, a slow example, a danger in a page.
"""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import markdown
import pytest

import rsmms.building.content
import rsmms.pages.all_pages
from helpers import EXTENSIONS, PROJECT, TODAY, lay_out
from hostile import dangers
from rsmms.building.open_data_files import stable_files
from rsmms.layout.page import Page, PageContext
from rsmms.layout.plan import Plan
from rsmms.opendata.files import OpenData
from rsmms.pages.contribute import FIELDS_PATH, MESSAGES_PATH
from rsmms.pages.html_blocks import apart, together
from rsmms.pages.language_pages import INDEXES
from rsmms.pages.open_data import OPEN_DATA_PATH
from rsmms.pages.settings import settings_page
from rsmms.problems.problem import Problem, errors, report
from rsmms.search.index import search_files

LANGUAGES = ("fr", "en")
SLOW = 5
"""Seconds that no file may take."""
RENDERED = 4
"""Pages changed by the damage that are read as Markdown, for each example."""


@dataclass
class Arena:
    """A tiny project in a folder, into which damaged files are put and from which they are taken again."""

    root: Path
    files: int = 0
    """Damaged files read so far."""
    made: int = 0
    """Times that all pages were made although files were damaged."""
    told: dict[str, int] = field(default_factory=dict)
    """Problems by code."""

    def __post_init__(self) -> None:
        lay_out(self.root)

    @cached_property
    def usual(self) -> dict[tuple[str, str], str]:
        """The bodies of all pages without damage."""
        with TemporaryDirectory() as folder, _without_ours():
            return {key: page.body for key, page in rsmms.building.content.make_site(lay_out(Path(folder)), LANGUAGES, TODAY).pages.items()}

    def attack(self, files: dict[str, bytes]) -> list[Problem]:
        """Put the files in, read, check and make what can be made; the project is whole again afterwards."""
        self.files += len(files)
        try:
            for name, raw in files.items():
                (self.root / name).write_bytes(raw)
            with in_time(SLOW), _without_ours():
                return self._examined()
        finally:
            for name in files:
                (self.root / name).write_text(PROJECT[name], encoding="utf-8") if name in PROJECT else (self.root / name).unlink(missing_ok=True)

    def _examined(self) -> list[Problem]:
        content = rsmms.building.content.read_content(self.root, LANGUAGES, TODAY)
        for problem in content.problems:
            self.told[problem.code] = self.told.get(problem.code, 0) + 1
        for language in LANGUAGES:
            assert len(report(content.problems, language).encode().splitlines()) <= len(content.problems) + 2
        if not errors(content.problems):
            self.made += 1
            self._look(rsmms.pages.all_pages.make_plan(content.library, content.written, LANGUAGES, TODAY))
        return list(content.problems)

    def _look(self, plan: Plan) -> None:
        """No danger in the pages that differ, as Markdown or as HTML; the other files can be made."""
        other = [page for key, page in plan.pages.items() if self.usual.get(key) != page.body]
        for page in other[:RENDERED]:
            found = list(dangers(rendered(page.body)))
            assert found == [], (page.language, page.path, found)
        if self.made % 3 == 0:
            stable_files(plan, "https://example.org/")
            for language in LANGUAGES:
                search_files(plan, language)


def rendered(body: str) -> str:
    """HTML of a page's body, made as the site makes it."""
    text, ready = apart(body)
    return together(markdown.markdown(text, extensions=list(EXTENSIONS)), ready)


@contextmanager
def _without_ours() -> Iterator[None]:
    """The site's own texts and the pages made of them alone are the same in every example: they are left out to save time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rsmms.building.content.check_strings", list)
        patch.setattr("rsmms.pages.language_pages.INDEXES", {path: made for path, made in INDEXES.items() if path not in (MESSAGES_PATH, FIELDS_PATH)})
        patch.setattr("rsmms.pages.all_pages.open_data_page", _no_columns)
        yield


def _no_columns(ctx: PageContext, data: OpenData) -> Page:
    """In the place of the page that describes all tables and columns."""
    return replace(settings_page(ctx), path=OPEN_DATA_PATH, body=f"{len(data.files)}")


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """What is done inside takes less than so many seconds, or is stopped there."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    started = time.monotonic()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - started < seconds
