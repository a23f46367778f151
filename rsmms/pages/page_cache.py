"""Pages that earlier builds have made, each with the facts it was made from; a page is made again when one has changed.

The cache is as trusted as the project's own code, beside which it lies: it is read with ``pickle``.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rsmms.cache.results import pickled
from rsmms.cache.store import NOTHING_KEPT, Store, digest
from rsmms.layout.page import Page, PageContext
from rsmms.layout.recipes import PageRecipe
from rsmms.model.library import Library
from rsmms.model.tracking import Dependency, record_dependencies
from rsmms.pages.fact_digests import DependencyDigests


@dataclass(frozen=True)
class CachedPage:
    """A page, a key for what it was given, and what each fact said that it was made from."""

    page: Page
    given: str
    facts: tuple[tuple[Dependency, str], ...]


@dataclass
class LanguageCache:
    """The kept pages of one language."""

    cache: "PageCache"
    language: str
    old: Mapping[str, CachedPage]
    new: dict[str, CachedPage] = field(default_factory=dict)

    def page(self, recipe: PageRecipe, ctx: PageContext) -> Page:
        """The page, from the cache if everything it shows is as it was."""
        given, old = self.cache.given(recipe.given), self.old.get(recipe.path)
        if old is None or old.given != given or any(self.cache.digests[dependency] != said for dependency, said in old.facts):
            with record_dependencies() as dependencies:
                page = recipe.make(ctx)
            old = CachedPage(page, given, self.cache.said(dependencies))
        self.new[recipe.path] = old
        return old.page

    def save(self) -> None:
        """Keep the pages for the next build, if any is new."""
        if any(self.old.get(path) is not one for path, one in self.new.items()):
            self.cache.keep(self.language, self.new)


@dataclass(frozen=True)
class PageCache:
    """The pages kept for a build; ``key`` stands for code, configuration and day."""

    store: Store
    key: str
    library: Library

    @cached_property
    def digests(self) -> DependencyDigests:
        """What every fact says now."""
        return DependencyDigests(lambda name: getattr(self.library, name))

    @cached_property
    def _given(self) -> dict[int, tuple[object, str]]:
        return {}

    def of(self, language: str) -> LanguageCache:
        """What is kept of a language."""
        kept = self.store.get(self._name(language))
        return LanguageCache(self, language, pickled(kept) if kept else {})

    def keep(self, language: str, pages: Mapping[str, CachedPage]) -> None:
        """Write what is kept of a language."""
        if self.store.folder:
            self.store.put(self._name(language), pickle.dumps(pages, pickle.HIGHEST_PROTOCOL))

    def _name(self, language: str) -> str:
        return digest([self.key, language])

    def said(self, dependencies: set[Dependency]) -> tuple[tuple[Dependency, str], ...]:
        """What each of some facts says now; nothing is computed where nothing is kept."""
        return tuple((dependency, self.digests[dependency]) for dependency in dependencies) if self.store.folder else ()

    def given(self, part: object) -> str:
        """A key for what a page is given; the same thing is looked at once."""
        if not self.store.folder:
            return ""
        if id(part) not in self._given:
            self._given[id(part)] = part, digest(map(self.given, part) if isinstance(part, tuple) else [part])
        return self._given[id(part)][1]


NO_CACHE = PageCache(NOTHING_KEPT, "", Library())
