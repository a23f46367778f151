"""Every page of the site in every language, before any site generator runs; and the catalogue of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rsmms.language_pages import INDEXES, LanguagePages
from rsmms.library import Library
from rsmms.lines import lines
from rsmms.memory import NO_MEMORY, Memory
from rsmms.opendata.files import OpenData, open_data
from rsmms.pages.knowledge import knowledge_paths
from rsmms.pages.library import SHEETS_PATH, library_paths, linking_unmade, titles_of
from rsmms.pages.open_data import OPEN_DATA_PATH, open_data_page
from rsmms.pages.page import INTERNATIONAL_SLUG, Page, contacts_path, country_path, instrument_path, rights_path, route_path, url_of, zone_path
from rsmms.pages.routes import routes
from rsmms.pages.status import STATUS_PATH, status_page
from rsmms.pages.written import fallback_page
from rsmms.progress import count
from rsmms.repository import NOWHERE, Repository
from rsmms.status import Status, make_status
from rsmms.words import SOURCE_LANGUAGE
from rsmms.written import Written

MADE = (*INDEXES, "situations/index.md", "a-z.md", OPEN_DATA_PATH, STATUS_PATH, SHEETS_PATH)
"""Markdown paths of the lists made from data."""
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


def generated_paths(library: Library) -> frozenset[str]:
    """Markdown paths of all pages made from data, without making them."""
    found = {*MADE, contacts_path(INTERNATIONAL_SLUG)}
    for country in library.countries.values():
        found |= {country_path(country.slug), rights_path(country.slug)}
        found |= {contacts_path(country.slug)} if country.id in library.contacts else set()
    found |= {instrument_path(i.slug) for i in library.instruments.values()}
    found |= {zone_path(z) for z in library.zones}
    return frozenset(found | {route_path(library, r) for r in routes(library)} | knowledge_paths(library) | library_paths(library))


def make_plan(
    library: Library, written: Mapping[tuple[str, str], Written], languages: Sequence[str], today: date,
    repository: Repository = NOWHERE, memory: Memory = NO_MEMORY,
) -> Plan:  # fmt: skip
    """All pages of all languages, in a stable order; ``repository`` makes the links that correct a fact.

    ``memory`` gives pages of earlier builds whose facts have not changed.
    """
    pages: dict[tuple[str, str], Page] = {}
    data, status, traced = open_data(library, written), make_status(library, written, languages, today), library.traced()
    for language in languages:
        listed = LanguagePages(traced, written, language, today, repository)
        known = memory.of(language)
        units = list(listed)
        for number, one in enumerate(units, 1):
            pages[language, one.path] = known.page(one, listed.make)
            count(number, len(units), f"{language}/{one.path}")
        for page in (open_data_page(listed.make, data), status_page(listed.make, status)):
            pages[language, page.path] = page
        titles = titles_of(p for (code, _), p in pages.items() if code in (SOURCE_LANGUAGE, language))
        pages |= {(language, one.path): one.make(listed.make) for one in linking_unmade(listed.make, titles.copy)}
        known.save()
    for path in sorted({path for _, path in pages}):
        for language in languages:
            french = pages.get((SOURCE_LANGUAGE, path))
            if (language, path) not in pages and french:
                pages[language, path] = fallback_page(french, language)
    return Plan(pages, tuple(languages), library, written, today, data, status)


def catalogue(plan: Plan) -> list[dict[str, str | None]]:
    """One entry a page and language, as ``donnees/catalog.json`` gives them."""
    return [
        {
            "kind": page.kind, "id": page.id, "lang": page.language, "url": page.site_url, "title": page.title,
            "state": page.state, "source_lang": page.source_language, "sheet": page.sheet,
            "updated": page.updated.isoformat(),
        }
        for page in plan.pages.values()
    ]  # fmt: skip


def catalogue_json(plan: Plan) -> str:
    """The catalogue as it is published."""
    return lines(catalogue(plan)) + "\n"
