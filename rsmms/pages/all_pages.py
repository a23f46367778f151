"""Every page of the site in every language, before any site generator runs; and the catalogue of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from rsmms.cache.collection import without_collection
from rsmms.joins.status import make_status
from rsmms.language.addresses import (  # fmt: skip
    INTERNATIONAL_SLUG,
    contacts_path,
    country_path,
    figures_path,
    instrument_path,
    lawyers_path,
    rights_path,
    route_path,
    zone_path,
)
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.menus import SITE_MAP_PATH
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.layout.recipes import PageRecipe
from rsmms.layout.repository import NOWHERE, Repository
from rsmms.model.library import Library
from rsmms.model.written import Written
from rsmms.opendata.files import open_data
from rsmms.pages.deadlines import DEADLINES_PATH
from rsmms.pages.knowledge import knowledge_paths
from rsmms.pages.language_pages import INDEXES, LanguagePages
from rsmms.pages.library import SHEETS_PATH, library_paths, linking_recipes, titles_of
from rsmms.pages.open_data import OPEN_DATA_PATH, open_data_page
from rsmms.pages.page_cache import NO_CACHE, PageCache
from rsmms.pages.routes import routes
from rsmms.pages.status import STATUS_PATH, status_page
from rsmms.pages.untranslated import without_empty_drafts
from rsmms.pages.written import fallback_page
from rsmms.problems.progress import count

FromFacts = Callable[[LanguagePages], Iterable[Page]]
MADE = (*INDEXES, "situations/index.md", DEADLINES_PATH, "a-z.md", OPEN_DATA_PATH, STATUS_PATH, SHEETS_PATH, SITE_MAP_PATH)
"""Markdown paths of the lists made from data."""


def generated_paths(library: Library) -> frozenset[str]:
    """Markdown paths of all pages made from data, without making them."""
    found = {*MADE, contacts_path(INTERNATIONAL_SLUG)}
    for country in library.countries.values():
        found |= {at(country.slug) for at in (country_path, rights_path, figures_path, lawyers_path)}
        found |= {contacts_path(country.slug)} if country.id in library.contacts else set()
    found |= {instrument_path(i.slug) for i in library.instruments.values()}
    found |= {zone_path(z) for z in library.zones}
    return frozenset(found | {route_path(library, r) for r in routes(library)} | knowledge_paths(library) | library_paths(library))


@without_collection()
def make_plan(
    library: Library, written: Mapping[tuple[str, str], Written], languages: Sequence[str], today: date,
    repository: Repository = NOWHERE, from_facts: FromFacts | None = None,
) -> Plan:  # fmt: skip
    """All pages of all languages, in a stable order; ``repository`` makes the links that correct a fact.

    ``from_facts`` gives the pages of a language that depend on facts and texts alone, from elsewhere than their recipes.
    """
    given = from_facts or cached(NO_CACHE)
    data, status, tracked = open_data(library, written), make_status(library, written, languages, today), library.tracked()
    pages: dict[tuple[str, str], Page] = {}
    for language in languages:
        listed = LanguagePages(tracked, written, language, today, repository)
        made = [*given(listed), open_data_page(listed.ctx, data), status_page(listed.ctx, status)]
        pages |= {(language, page.path): page for page in made}
        titles = titles_of(p for (code, _), p in pages.items() if code in (SOURCE_LANGUAGE, language))
        pages |= {(language, one.path): one.make(listed.ctx) for one in linking_recipes(listed.ctx, titles.copy)}
    pages = without_empty_drafts(pages)
    pages |= _in_french(pages, languages)
    return Plan(pages, tuple(languages), library, written, today, data, status)


def cached(page_cache: PageCache) -> FromFacts:
    """Makes the pages of a language, or takes them from an earlier build where their facts have not changed."""
    return lambda listed: pages_of(listed, list(listed), page_cache, listed.language)


def pages_of(listed: LanguagePages, recipes: Sequence[PageRecipe], page_cache: PageCache, name: str) -> Iterator[Page]:
    """Some pages of one language; those of an earlier build are kept under a name."""
    known = page_cache.of(name)
    for number, recipe in enumerate(recipes, 1):
        yield known.page(recipe, listed.ctx)
        count(number, len(recipes), f"{listed.language}/{recipe.path}")
    known.save()


def _in_french(pages: Mapping[tuple[str, str], Page], languages: Sequence[str]) -> dict[tuple[str, str], Page]:
    """The French page for every language that has none of its own."""
    paths = sorted(path for language, path in pages if language == SOURCE_LANGUAGE)
    missing = ((language, path) for path in paths for language in languages if (language, path) not in pages)
    return {(language, path): fallback_page(pages[SOURCE_LANGUAGE, path], language) for language, path in missing}
