"""Pages that earlier builds have made, each with the facts it was made from; a page is made again when one has changed.

The memory is as trusted as the project's own code, beside which it lies: it is read with ``pickle``.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rsmms.cache.results import pickled
from rsmms.cache.store import NOTHING_KEPT, Store, digest
from rsmms.layout.page import Maker, Page
from rsmms.layout.unmade import Unmade
from rsmms.model.library import Library
from rsmms.model.tracking import Note, noting
from rsmms.pages.fact_digests import Digests


@dataclass(frozen=True)
class Remembered:
    """A page, a key for what it was given, and what each fact said that it was made from."""

    page: Page
    given: str
    facts: tuple[tuple[Note, str], ...]


@dataclass
class Known:
    """The remembered pages of one language."""

    memory: "Memory"
    language: str
    old: Mapping[str, Remembered]
    new: dict[str, Remembered] = field(default_factory=dict)

    def page(self, unmade: Unmade, make: Maker) -> Page:
        """The page, from memory if everything it shows is as it was."""
        given, old = self.memory.given(unmade.given), self.old.get(unmade.path)
        if old is None or old.given != given or any(self.memory.digests[note] != said for note, said in old.facts):
            with noting() as notes:
                page = unmade.make(make)
            old = Remembered(page, given, self.memory.said(notes))
        self.new[unmade.path] = old
        return old.page

    def save(self) -> None:
        """Keep the pages for the next build, if any is new."""
        if any(self.old.get(path) is not one for path, one in self.new.items()):
            self.memory.keep(self.language, self.new)


@dataclass(frozen=True)
class Memory:
    """The memory of a build; ``key`` stands for code, configuration and day."""

    store: Store
    key: str
    library: Library

    @cached_property
    def digests(self) -> Digests:
        """What every fact says now."""
        return Digests(lambda name: getattr(self.library, name))

    @cached_property
    def _given(self) -> dict[int, tuple[object, str]]:
        return {}

    def of(self, language: str) -> Known:
        """What is remembered of a language."""
        kept = self.store.get(self._name(language))
        return Known(self, language, pickled(kept) if kept else {})

    def keep(self, language: str, pages: Mapping[str, Remembered]) -> None:
        """Write what is remembered of a language."""
        if self.store.folder:
            self.store.put(self._name(language), pickle.dumps(pages, pickle.HIGHEST_PROTOCOL))

    def _name(self, language: str) -> str:
        return digest([self.key, language])

    def said(self, notes: set[Note]) -> tuple[tuple[Note, str], ...]:
        """What each of some facts says now; nothing is computed where nothing is kept."""
        return tuple((note, self.digests[note]) for note in notes) if self.store.folder else ()

    def given(self, part: object) -> str:
        """A key for what a page is given; the same thing is looked at once."""
        if not self.store.folder:
            return ""
        if id(part) not in self._given:
            self._given[id(part)] = part, digest(map(self.given, part) if isinstance(part, tuple) else [part])
        return self._given[id(part)][1]


NO_MEMORY = Memory(NOTHING_KEPT, "", Library())
