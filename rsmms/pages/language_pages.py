"""All pages of one language, named but not made: a build makes those that have changed, a preview the one that is asked for."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial

from rsmms.joins.asking import countries_asked
from rsmms.joins.claims import claims_of
from rsmms.language.addresses import (  # fmt: skip
    INTERNATIONAL_SLUG,
    MATRIX_PATH,
    asking_path,
    contacts_path,
    country_path,
    figures_path,
    instrument_path,
    lawyers_path,
    rights_path,
    route_path,
    zone_path,
)
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.icons import PAGE_ICONS
from rsmms.layout.page import Page, PageContext  # fmt: skip
from rsmms.layout.recipes import PageRecipe, recipes_for
from rsmms.layout.repository import Repository
from rsmms.model.library import Library
from rsmms.model.pictogram import Pictogram
from rsmms.model.written import Written
from rsmms.pages.asking import asking_page
from rsmms.pages.contacts import contacts_page
from rsmms.pages.contribute import CONTRIBUTE_PATH, FIELDS_PATH, MESSAGES_PATH, contribute_index, fields_page, messages_page
from rsmms.pages.conventions import convention_page, conventions_index
from rsmms.pages.country import country_page
from rsmms.pages.country_figures import figures_page
from rsmms.pages.deadlines import DEADLINES_PATH, known_limits
from rsmms.pages.deadlines_index import deadlines_page
from rsmms.pages.indexes import contacts_index, countries_index, country_links, zone_page, zones_index
from rsmms.pages.knowledge import knowledge_recipes
from rsmms.pages.lawyers import lawyers_page
from rsmms.pages.library import library_blocks, library_recipes
from rsmms.pages.licences import LICENCES_PATH, licences_page
from rsmms.pages.matrix import matrix_page
from rsmms.pages.rendering import DataBlock
from rsmms.pages.review import review_page, review_path
from rsmms.pages.routes import route_page, routes, routes_index
from rsmms.pages.settings import SETTINGS_PATH, settings_page
from rsmms.pages.situations import Situation, chooser, rights_page, situation_lists, situations_index
from rsmms.pages.words_az import az_page, glossary_page
from rsmms.pages.written import beside_path, is_draft, written_page

AFTER_LEAD = ""
"""The section of a situation page after which the country is chosen: the text above the first heading."""
WITH_LIMITS = "delais"
"""The section of a situation page that ends with the time limits we know."""
HOME = "index.md"
INDEXES: Mapping[str, Callable[[PageContext], Page]] = {
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
        self.ctx = PageContext(library, Words(language), library.fresh_on(today), repository=repository)

    @cached_property
    def situations(self) -> tuple[Situation, ...]:
        """All situations with their header in this language, or in French."""
        return tuple(self._situations())

    def _situations(self) -> Iterator[Situation]:
        for (language, path), page in self.written.items():
            if language == SOURCE_LANGUAGE and page.front.kind.value == "situation":
                own = self.written.get((self.language, path))
                shown, shown_language = (own.front, self.language) if own else (page.front, SOURCE_LANGUAGE)
                yield Situation(path, page.front, shown, shown_language, claims_of(page, own))

    def __iter__(self) -> Iterator[PageRecipe]:
        """Pages made from data, then hand-written ones."""
        yield from self._facts()
        yield from self._joins()
        yield from (PageRecipe(path, index) for path, index in INDEXES.items())
        yield from knowledge_recipes(self.ctx)
        yield from library_recipes(self.ctx, self.situations)
        yield PageRecipe("situations/index.md", lambda m: situations_index(m, self.situations), self.situations)
        yield PageRecipe(DEADLINES_PATH, lambda m: deadlines_page(m, self.situations), self.situations)
        yield PageRecipe("a-z.md", lambda m: az_page(m, self.situations), self.situations)
        yield from self._hand_written()

    def _facts(self) -> Iterator[PageRecipe]:
        library = self.library
        profile = partial(country_page, situations=self.situations)
        yield from recipes_for({country_path(slug): code for code, slug in library.slugs.items()}, "countries", profile, self.situations)
        yield from recipes_for({figures_path(slug): code for code, slug in library.slugs.items()}, "countries", figures_page)
        slugs = {**library.slugs, "INT": INTERNATIONAL_SLUG}
        yield from (PageRecipe(contacts_path(slugs.get(code, code.lower())), partial(contacts_page, code=code)) for code in library.contacts)
        yield from (PageRecipe(asking_path(slugs.get(code, code.lower())), partial(asking_page, code=code)) for code in countries_asked(library))
        yield from recipes_for({instrument_path(i.slug): i.id for i in library.instruments.values()}, "instruments", convention_page)
        yield from recipes_for({zone_path(zone): zone for zone in library.zones}, "zones", zone_page)

    def _joins(self) -> Iterator[PageRecipe]:
        library, given = self.library, self.situations
        if given:
            countries = {rights_path(slug): code for code, slug in library.slugs.items()}
            yield from recipes_for(countries, "countries", partial(rights_page, situations=given), given)
            claims = tuple(claim for situation in given for claim in situation.claims)
            lawyers = {lawyers_path(slug): code for code, slug in library.slugs.items()}
            yield from recipes_for(lawyers, "countries", partial(lawyers_page, claims=claims), claims)
        for route in routes(library):
            yield PageRecipe(route_path(library, route), partial(route_page, route=route, situations=given), given)

    def _hand_written(self) -> Iterator[PageRecipe]:
        for (language, path), own in self.written.items():
            french = self.written.get((SOURCE_LANGUAGE, path))
            if language == self.language and french:
                yield self._written(path, own, french)
                if own is not french and path != HOME:
                    yield self._review(own, french) if is_draft(own) else self._written(beside_path(own), own, french, beside=True)

    def _written(self, path: str, own: Written, french: Written, *, beside: bool = False) -> PageRecipe:
        given = (own, french, self.situations)
        return PageRecipe(path, lambda m: written_page(m, own, french, self._blocks, self._after(french), self._pictograms, beside=beside), given)

    def _review(self, own: Written, french: Written) -> PageRecipe:
        return PageRecipe(review_path(own.path), lambda m: review_page(m, own, french), (own, french))

    @cached_property
    def _pictograms(self) -> Mapping[str, Pictogram]:
        """What stands beside a link to a page, by its path."""
        return {**PAGE_ICONS, **{situation.path: situation.facts.icon for situation in self.situations}}

    @cached_property
    def _blocks(self) -> dict[str, DataBlock]:
        return {
            "situations": lambda m: situation_lists(m, self.situations),
            "countries": lambda m: country_links(m, [c for c in m.library.countries.values() if c.priority]),
            **library_blocks(),
        }

    def _after(self, french: Written) -> dict[str, DataBlock]:
        if french.front.kind.value != "situation":
            return {}
        return {AFTER_LEAD: lambda m: chooser(m, french.front), WITH_LIMITS: lambda m: known_limits(m, french.front.id)}
