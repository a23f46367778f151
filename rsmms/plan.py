"""Every page of the site in every language, before any site generator runs; and the catalogue of them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rsmms.library import Library
from rsmms.opendata.files import OpenData, open_data
from rsmms.pages.contacts import contacts_page
from rsmms.pages.contribute import CONTRIBUTE_PATH, FIELDS_PATH, MESSAGES_PATH, contribute_index, fields_page, messages_page
from rsmms.pages.conventions import convention_page, conventions_index
from rsmms.pages.country import country_page
from rsmms.pages.indexes import contacts_index, countries_index, country_links, zone_page, zones_index
from rsmms.pages.knowledge import knowledge_pages, knowledge_paths
from rsmms.pages.library import library_blocks, library_pages, library_paths, linking_pages, titles_of
from rsmms.pages.licences import LICENCES_PATH, licences_page
from rsmms.pages.matrix import matrix_page
from rsmms.pages.open_data import OPEN_DATA_PATH, open_data_page
from rsmms.pages.page import (
    INTERNATIONAL_SLUG, MATRIX_PATH, Maker, Page, contacts_path, country_path, instrument_path, rights_path, zone_path,
)  # fmt: skip
from rsmms.pages.review import review_page
from rsmms.pages.routes import route_page, route_path, routes, routes_index
from rsmms.pages.settings import SETTINGS_PATH, settings_page
from rsmms.pages.situations import Situation, chooser, rights_page, situation_lists, situations_index
from rsmms.pages.status import STATUS_PATH, status_page
from rsmms.pages.words_az import az_page, glossary_page
from rsmms.pages.written import DataBlock, fallback_page, is_draft, written_page
from rsmms.repository import NOWHERE, Repository
from rsmms.status import make_status
from rsmms.words import SOURCE_LANGUAGE, Words
from rsmms.written import Written

INDEXES = (
    "pays/index.md", "contacts/index.md", "conventions/index.md", "zones/index.md", "routes/index.md",
    "situations/index.md", MATRIX_PATH, "glossaire.md", "a-z.md",
    OPEN_DATA_PATH, CONTRIBUTE_PATH, MESSAGES_PATH, FIELDS_PATH, STATUS_PATH, SETTINGS_PATH, "fiches.md", LICENCES_PATH,
)  # fmt: skip
"""Markdown paths of the lists made from data."""
_CONTRIBUTE = (contribute_index, messages_page, fields_page)
EXIT_FROM = 2
"""Danger from which a page shows the quick exit."""
AFTER_ACTING = "agir"
"""The section of a situation page after which the country is chosen."""


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
        pages = (p for p in self.pages.values() if p.language == SOURCE_LANGUAGE and p.listed)
        return " ".join(sorted({p.url for p in pages if p.danger >= EXIT_FROM}))

    def alternates(self, path: str) -> list[tuple[str, Page]]:
        """Languages in which a page really exists (a French text shown for want of one does not count)."""
        pages = self.by_path.get(path, {})
        return [(language, pages[language]) for language in self.languages if language in pages and pages[language].state != "fallback"]


def generated_paths(library: Library) -> frozenset[str]:
    """Markdown paths of all pages made from data, without making them."""
    found = {*INDEXES, contacts_path(INTERNATIONAL_SLUG)}
    for country in library.countries.values():
        found |= {country_path(country.slug), rights_path(country.slug)}
        found |= {contacts_path(country.slug)} if country.id in library.contacts else set()
    found |= {instrument_path(i.slug) for i in library.instruments.values()}
    found |= {zone_path(z) for z in library.zones}
    return frozenset(found | {route_path(library, r) for r in routes(library)} | knowledge_paths(library) | library_paths(library))


def make_plan(
    library: Library, written: Mapping[tuple[str, str], Written], languages: Sequence[str], today: date,
    repository: Repository = NOWHERE,
) -> Plan:  # fmt: skip
    """All pages of all languages, in a stable order; ``repository`` makes the links that correct a fact."""
    pages: dict[tuple[str, str], Page] = {}
    data = open_data(library, written)
    status = make_status(library, written, languages, today)
    for language in languages:
        maker = _Language(library, written, language, today, repository)
        for page in (*maker.pages(), open_data_page(maker.make, data), status_page(maker.make, status)):
            pages[language, page.path] = page
        for page in linking_pages(maker.make, titles_of(p for (code, _), p in pages.items() if code in (SOURCE_LANGUAGE, language))):
            pages[language, page.path] = page
    for path in sorted({path for _, path in pages}):
        for language in languages:
            french = pages.get((SOURCE_LANGUAGE, path))
            if (language, path) not in pages and french:
                pages[language, path] = fallback_page(french, language)
    return Plan(pages, tuple(languages), library, written, today, data)


class _Language:
    """Makes the pages of one language."""

    def __init__(self, library: Library, written: Mapping[tuple[str, str], Written], language: str, today: date, repository: Repository) -> None:
        self.library = library
        self.written = written
        self.language = language
        self.make = Maker(library, Words(language), library.fresh_on(today), repository=repository)
        self.situations = list(self._situations())

    def _situations(self) -> Iterator[Situation]:
        for (language, path), page in self.written.items():
            if language == SOURCE_LANGUAGE and page.front.kind.value == "situation":
                own = self.written.get((self.language, path))
                shown, shown_language = (own.front, self.language) if own else (page.front, SOURCE_LANGUAGE)
                yield Situation(path, page.front, shown, shown_language)

    def pages(self) -> Iterator[Page]:
        """Pages made from data, then hand-written ones."""
        make, library = self.make, self.library
        yield from (country_page(make, c) for c in library.countries.values())
        yield from (contacts_page(make, code) for code in library.contacts)
        yield from (convention_page(make, i) for i in library.instruments.values())
        yield from (zone_page(make, z) for z in library.zones.values())
        yield from (rights_page(make, c, self.situations) for c in library.countries.values() if self.situations)
        yield from (route_page(make, r, self.situations) for r in routes(library))
        yield from (index(make) for index in self._indexes())
        yield from knowledge_pages(make)
        yield from library_pages(make, self.situations)
        yield situations_index(make, self.situations)
        yield az_page(make, self.situations)
        yield from self._hand_written()

    def _indexes(self) -> tuple[Callable[[Maker], Page], ...]:
        return (countries_index, contacts_index, conventions_index, zones_index, routes_index, matrix_page, glossary_page, settings_page, licences_page, *_CONTRIBUTE)

    def _hand_written(self) -> Iterator[Page]:
        data_blocks: dict[str, DataBlock] = {
            "situations": lambda make: situation_lists(make, self.situations),
            "countries": lambda make: country_links(make, [c for c in self.library.countries.values() if c.priority]),
            **library_blocks(),
        }
        for (language, path), own in self.written.items():
            french = self.written.get((SOURCE_LANGUAGE, path))
            if language != self.language or not french:
                continue
            after = self._after(french)
            yield written_page(self.make, own, french, data_blocks, after)
            if own is not french and not is_draft(own) and path != "index.md":
                yield written_page(self.make, own, french, data_blocks, after, beside=True)
            if own is not french and is_draft(own) and path != "index.md":
                yield review_page(self.make, own, french)

    def _after(self, french: Written) -> dict[str, DataBlock]:
        if french.front.kind.value != "situation":
            return {}
        return {AFTER_ACTING: lambda make: chooser(make, french.front)}


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
    return json.dumps(catalogue(plan), ensure_ascii=False, indent=1) + "\n"
