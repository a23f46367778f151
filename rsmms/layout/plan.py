"""Every page of the site in every language, before any site generator runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rsmms.joins.status import Status
from rsmms.language.addresses import url_of
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import Page
from rsmms.model.library import Library
from rsmms.model.written import Written
from rsmms.opendata.files import OpenData

EXIT_FROM = 2
"""Danger from which a page shows the quick exit."""


@dataclass(frozen=True)
class Plan:
    """All pages, by language and Markdown path."""

    pages: Mapping[tuple[str, str], Page]
    languages: tuple[str, ...]
    library: Library
    written: Mapping[tuple[str, str], Written]
    today: date
    open_data: OpenData = field(default_factory=OpenData)
    """The rows and whole files of the open data, made once because a page tells their sizes."""
    status: Status | None = None
    """How the site stands, made once for its page and its files."""

    @cached_property
    def by_path(self) -> Mapping[str, Mapping[str, Page]]:
        """The pages of each path by language."""
        found: dict[str, dict[str, Page]] = {}
        for (language, path), page in self.pages.items():
            found.setdefault(path, {})[language] = page
        return found

    @cached_property
    def dangerous(self) -> str:
        """Addresses, in the source language, of the pages where being seen can be dangerous."""
        french = (w for (language, _), w in self.written.items() if language == SOURCE_LANGUAGE)
        return " ".join(sorted(url_of(w.path) for w in french if w.front.danger >= EXIT_FROM))

    def shown(self, path: str) -> dict[str, Page]:
        """One page in every language that shows it."""
        return {language: self.pages[language, path] for language in self.languages if (language, path) in self.pages}

    def alternates(self, path: str) -> list[tuple[str, Page]]:
        """Languages in which a page really exists (a French text shown for want of one does not count)."""
        return [(language, page) for language, page in self.shown(path).items() if page.state != "fallback"]
