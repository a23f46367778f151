"""All pages of one language, named but not made: a build makes those that have changed, a preview the one that is asked for."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial

from rsmms.language.addresses import (  # fmt: skip
    INTERNATIONAL_SLUG,
    MATRIX_PATH,
    contacts_path,
    country_path,
    instrument_path,
    rights_path,
    route_path,
    zone_path,
)
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.page import Maker, Page  # fmt: skip
from rsmms.layout.repository import Repository
from rsmms.layout.unmade import Unmade, each
from rsmms.model.library import Library
from rsmms.model.written import Written
from rsmms.pages.contacts import contacts_page
from rsmms.pages.contribute import CONTRIBUTE_PATH, FIELDS_PATH, MESSAGES_PATH, contribute_index, fields_page, messages_page
from rsmms.pages.conventions import convention_page, conventions_index
from rsmms.pages.country import country_page
from rsmms.pages.indexes import contacts_index, countries_index, country_links, zone_page, zones_index
from rsmms.pages.knowledge import knowledge_unmade
from rsmms.pages.library import library_blocks, library_unmade
from rsmms.pages.licences import LICENCES_PATH, licences_page
from rsmms.pages.matrix import matrix_page
from rsmms.pages.rendering import DataBlock
from rsmms.pages.review import review_page, review_path
from rsmms.pages.routes import route_page, routes, routes_index
from rsmms.pages.settings import SETTINGS_PATH, settings_page
from rsmms.pages.situations import Situation, chooser, rights_page, situation_lists, situations_index
from rsmms.pages.words_az import az_page, glossary_page
from rsmms.pages.written import beside_path, is_draft, written_page

AFTER_ACTING = "agir"
"""The section of a situation page after which the country is chosen."""
HOME = "index.md"
INDEXES: Mapping[str, Callable[[Maker], Page]] = {
    "pays/index.md": countries_index, "contacts/index.md": contacts_index, "conventions/index.md": conventions_index,
    "zones/index.md": zones_index, "routes/index.md": routes_index, MATRIX_PATH: matrix_page, "glossaire.md": glossary_page,
    SETTINGS_PATH: settings_page, LICENCES_PATH: licences_page, CONTRIBUTE_PATH: contribute_index, MESSAGES_PATH: messages_page,
    FIELDS_PATH: fields_page,
}  # fmt: skip
"""Lists made from data and from our own texts, by Markdown path."""


class LanguagePages:
    """The pages of one language."""

    def __init__(self, library: Library, written: Mapping[tuple[str, str], Written], language: str, today: date, repository: Repository) -> None:
        self.library = library
        self.written = written
        self.language = language
        self.make = Maker(library, Words(language), library.fresh_on(today), repository=repository)

    @cached_property
    def situations(self) -> tuple[Situation, ...]:
        """All situations with their header in this language, or in French."""
        return tuple(self._situations())

    def _situations(self) -> Iterator[Situation]:
        for (language, path), page in self.written.items():
            if language == SOURCE_LANGUAGE and page.front.kind.value == "situation":
                own = self.written.get((self.language, path))
                shown, shown_language = (own.front, self.language) if own else (page.front, SOURCE_LANGUAGE)
                yield Situation(path, page.front, shown, shown_language)

    def __iter__(self) -> Iterator[Unmade]:
        """Pages made from data, then hand-written ones."""
        yield from self._facts()
        yield from self._joins()
        yield from (Unmade(path, index) for path, index in INDEXES.items())
        yield from knowledge_unmade(self.make)
        yield from library_unmade(self.make, self.situations)
        yield Unmade("situations/index.md", lambda m: situations_index(m, self.situations), self.situations)
        yield Unmade("a-z.md", lambda m: az_page(m, self.situations), self.situations)
        yield from self._hand_written()

    def _facts(self) -> Iterator[Unmade]:
        library = self.library
        yield from each({country_path(slug): code for code, slug in library.slugs.items()}, "countries", country_page)
        slugs = {**library.slugs, "INT": INTERNATIONAL_SLUG}
        yield from (Unmade(contacts_path(slugs.get(code, code.lower())), partial(contacts_page, code=code)) for code in library.contacts)
        yield from each({instrument_path(i.slug): i.id for i in library.instruments.values()}, "instruments", convention_page)
        yield from each({zone_path(zone): zone for zone in library.zones}, "zones", zone_page)

    def _joins(self) -> Iterator[Unmade]:
        library, given = self.library, self.situations
        if given:
            countries = {rights_path(slug): code for code, slug in library.slugs.items()}
            yield from each(countries, "countries", partial(rights_page, situations=given), given)
        for route in routes(library):
            yield Unmade(route_path(library, route), partial(route_page, route=route, situations=given), given)

    def _hand_written(self) -> Iterator[Unmade]:
        for (language, path), own in self.written.items():
            french = self.written.get((SOURCE_LANGUAGE, path))
            if language == self.language and french:
                yield self._written(path, own, french)
                if own is not french and path != HOME:
                    yield self._review(own, french) if is_draft(own) else self._written(beside_path(own), own, french, beside=True)

    def _written(self, path: str, own: Written, french: Written, *, beside: bool = False) -> Unmade:
        given = (own, french, self.situations)
        return Unmade(path, lambda m: written_page(m, own, french, self._blocks, self._after(french), beside=beside), given)

    def _review(self, own: Written, french: Written) -> Unmade:
        return Unmade(review_path(own.path), lambda m: review_page(m, own, french), (own, french))

    @cached_property
    def _blocks(self) -> dict[str, DataBlock]:
        return {
            "situations": lambda m: situation_lists(m, self.situations),
            "countries": lambda m: country_links(m, [c for c in m.library.countries.values() if c.priority]),
            **library_blocks(),
        }

    def _after(self, french: Written) -> dict[str, DataBlock]:
        return {AFTER_ACTING: lambda m: chooser(m, french.front)} if french.front.kind.value == "situation" else {}
