"""Fixtures of all tests: the real project, its library and pages (made once), and a tiny project in a folder."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from helpers import LANGUAGES, ROOT, TODAY, Changes, lay_out
from opendata_fixtures import base, read, stable  # noqa: F401 - fixtures for all tests
from rsmms.building.content import Content, read_content
from rsmms.cache.store import code_key, digest, open_store
from rsmms.layout.plan import Plan
from rsmms.model.library import Library
from rsmms.pages.all_pages import cached, make_plan
from rsmms.pages.page_cache import PageCache
from site_fixtures import browser, built_site, catalogue, chromium, pages, server, sheet_records  # noqa: F401 - fixtures for all tests

settings.register_profile(
    "same-every-time", derandomize=True, max_examples=40, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
settings.load_profile("same-every-time")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say, also in a quiet run, how the order of this run can be repeated."""
    seed = config.getoption("randomly_seed", None)
    if isinstance(seed, int):
        terminalreporter.write_line(f"random order: repeat it with --randomly-seed={seed}")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the real project."""
    return ROOT


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Lay out the tiny project of ``helpers.PROJECT`` with some files changed; returns its folder."""

    def make(changes: Changes | None = None) -> Path:
        return lay_out(tmp_path, changes)

    return make


@pytest.fixture
def commands_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run on the day of the tests, and no repository is configured."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795996800")
    monkeypatch.delenv("EDIT_BASE", raising=False)


@pytest.fixture(scope="session")
def content() -> Content:
    """Everything read from the real data and pages."""
    return read_content(ROOT, LANGUAGES, TODAY)


@pytest.fixture(scope="session")
def library(content: Content) -> Library:
    """The real library."""
    return content.library


@pytest.fixture(scope="session")
def plan(content: Content) -> Plan:
    """All pages of the real site: those whose facts and code are as they were come from an earlier run, as in a build.

    That such pages are those made anew is a test of its own (``test_page_cache.py``). One process makes them, the others wait for it.
    """
    store = open_store(ROOT, "tests")
    if store.folder is None:
        return make_plan(content.library, content.written, LANGUAGES, TODAY)
    store.folder.mkdir(parents=True, exist_ok=True)
    with (store.folder / "plan.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        store.prune()
        key = digest(["plan of the tests", code_key(ROOT), content.library.periods])
        return make_plan(content.library, content.written, LANGUAGES, TODAY, from_facts=cached(PageCache(store, key, content.library)))


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Everything read from the tiny project."""
    return read_content(lay_out(tmp_path_factory.mktemp("tiny")), LANGUAGES, TODAY)


@pytest.fixture(scope="session")
def tiny_plan(tiny: Content) -> Plan:
    """All pages of the tiny project."""
    return make_plan(tiny.library, tiny.written, LANGUAGES, TODAY)
