"""The whole way from files to pages, with every problem met on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rsmms.cache.collection import without_collection
from rsmms.cache.results import ResultCache
from rsmms.checking.consequences import one_message, without_consequences
from rsmms.checking.facts import check
from rsmms.checking.library import check_library
from rsmms.checking.pages import check_pages
from rsmms.checking.published_addresses import check_addresses, stable_paths
from rsmms.checking.recordings import check_recordings
from rsmms.checking.strings import check_strings
from rsmms.checking.written import check_written
from rsmms.layout.plan import Plan
from rsmms.layout.repository import Repository
from rsmms.model.library import Library
from rsmms.model.written import Written
from rsmms.pages.all_pages import generated_paths, make_plan
from rsmms.problems.problem import Problem, errors
from rsmms.reading.config import edit_base
from rsmms.reading.load import Loaded, load
from rsmms.reading.markdown import load_written
from rsmms.reading.unread_files import unread_problems


class ContentErrors(Exception):
    """Carries the problems that stop a build."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Content:
    """Everything read from data and text, and what is wrong with it."""

    library: Library
    written: Mapping[tuple[str, str], Written]
    problems: tuple[Problem, ...]


@without_collection()
def read_content(root: Path, languages: Sequence[str], today: date, results: ResultCache | None = None) -> Content:
    """Load and check all data and hand-written pages."""
    loaded = load(root, results)
    written, unreadable = load_written(root, languages, results)
    broken = [*loaded.problems, *unreadable, *unread_problems(root, languages)]
    others = _between_files(root, loaded, written, today)
    remaining = without_consequences(broken, others, root, loaded.library.slugs) if broken else others
    return Content(loaded.library, written, tuple(one_message([*check_strings(), *broken, *remaining])))


def _between_files(root: Path, loaded: Loaded, written: Mapping[tuple[str, str], Written], today: date) -> list[Problem]:
    """What is wrong between files that can be read each by itself."""
    generated = generated_paths(loaded.library)
    return [
        *check(loaded, today),
        *check_written(written, loaded.library, generated),
        *check_library(loaded, written, generated),
        *check_pages(written, generated, today),
        *check_recordings(written, root),
        *check_addresses(root, loaded.library, stable_paths(generated, written)),
    ]


def read_publishable(root: Path, languages: Sequence[str], today: date, results: ResultCache | None = None) -> Content:
    """Data and pages without errors; raise ``ContentErrors`` if anything must be mended first."""
    content = read_content(root, languages, today, results)
    if errors(content.problems):
        raise ContentErrors(content.problems)
    return content


def make_site(root: Path, languages: Sequence[str], today: date) -> Plan:
    """All pages; raise ``ContentErrors`` if anything must be mended first."""
    content = read_publishable(root, languages, today)
    return make_plan(content.library, content.written, languages, today, Repository(edit_base(root)))
