"""Every page of the site in every language, before any site generator runs; and the catalogue of them."""

from collections.abc import Mapping, Sequence
from datetime import date

from rsmms.joins.status import make_status
from rsmms.language.addresses import INTERNATIONAL_SLUG, contacts_path, country_path, instrument_path, rights_path, route_path, zone_path
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.layout.repository import NOWHERE, Repository
from rsmms.model.library import Library
from rsmms.model.written import Written
from rsmms.opendata.files import open_data
from rsmms.pages.knowledge import knowledge_paths
from rsmms.pages.language_pages import INDEXES, LanguagePages
from rsmms.pages.library import SHEETS_PATH, library_paths, linking_unmade, titles_of
from rsmms.pages.open_data import OPEN_DATA_PATH, open_data_page
from rsmms.pages.page_cache import NO_MEMORY, Memory
from rsmms.pages.routes import routes
from rsmms.pages.status import STATUS_PATH, status_page
from rsmms.pages.written import fallback_page
from rsmms.problems.progress import count

MADE = (*INDEXES, "situations/index.md", "a-z.md", OPEN_DATA_PATH, STATUS_PATH, SHEETS_PATH)
"""Markdown paths of the lists made from data."""


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

