"""The network's library: practices, training, networks, documents, history, desks and commitments."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import cast

from rsmms.language.addresses import network_path
from rsmms.language.html import blocks, el, join
from rsmms.layout.page import Maker, Page
from rsmms.layout.unmade import Unmade, each
from rsmms.model.library import Library
from rsmms.pages.library.commitments import COMMITMENTS_PATH, commitments_page
from rsmms.pages.library.documents import (
    AWARENESS_PATH,
    DOCUMENTS_PATH,
    awareness_page,
    document_lists,
    document_page,
    document_path,
    documents_index,
)  # fmt: skip
from rsmms.pages.library.networks import NETWORKS_PATH, network_page, networks_index
from rsmms.pages.library.practices import PRACTICES_PATH, practice_page, practice_path, practices_index
from rsmms.pages.library.services import SERVICES_PATH, services_page
from rsmms.pages.library.shared import Titles, evidence, written
from rsmms.pages.library.timeline import TIMELINE_PATH, timeline_page
from rsmms.pages.library.training import TRAINING_PATH, module_page, module_path, training_index
from rsmms.pages.situations import Situation, countries_named

_LISTS: dict[str, tuple[str, ...]] = {
    "practices": (PRACTICES_PATH,), "events": (TIMELINE_PATH,), "documents": (DOCUMENTS_PATH,), "awareness": (AWARENESS_PATH,),
    "networks": (NETWORKS_PATH,), "modules": (TRAINING_PATH, SERVICES_PATH), "commitments": (COMMITMENTS_PATH,),
}  # fmt: skip
"""Lists that exist where there is something to list, by field of the library."""
_PATHS: dict[str, Callable[[str], str]] = {
    "practices": practice_path, "documents": document_path, "networks": network_path, "modules": module_path,
}  # fmt: skip


def library_paths(library: Library) -> frozenset[str]:
    """Markdown paths of all these pages, without making them."""
    lists = {path for name, paths in _LISTS.items() if getattr(library, name) for path in paths}
    return frozenset(lists | {path(i) for name, path in _PATHS.items() for i in getattr(library, name)})


def library_unmade(make: Maker, situations: Sequence[Situation]) -> Iterator[Unmade]:
    """Pages that name no other page. A language without texts of its own for them shows the French ones."""
    library, given = make.library, tuple(situations)
    if not written(make):
        return
    if library.practices:
        yield Unmade(PRACTICES_PATH, lambda m: practices_index(m, situations), given)
    yield from each({practice_path(i): i for i in library.practices}, "practices", partial(practice_page, situations=situations), given)
    if library.events:
        yield Unmade(TIMELINE_PATH, timeline_page)
    if library.documents:
        yield Unmade(DOCUMENTS_PATH, documents_index)
    yield from each({document_path(i): i for i in library.documents}, "documents", document_page)
    if library.awareness:
        yield Unmade(AWARENESS_PATH, awareness_page)
    yield from each({network_path(i): i for i in library.networks}, "networks", network_page)


def titles_of(pages: Iterable[Page]) -> dict[str, str]:
    """What links to pages say, by Markdown path; of a page in two languages, the later one counts."""
    return {page.path: title_of(page) for page in pages}


def title_of(page: Page) -> str:
    """What links to a page say."""
    return page.title if page.kind == "convention" else page.short or page.title


def linking_unmade(make: Maker, titles: Callable[[], Titles]) -> Iterator[Unmade]:
    """Pages that lead to other pages by their titles: they are made last, and anew in every build."""
    library = make.library
    if not written(make):
        return

    @cache
    def known() -> Titles:  # nobody goes through it: a preview makes only the pages whose titles are looked up
        own = {module_path(m.id): make.words.pick(m.title)[0] for m in library.modules.values()}
        own |= {path: make.words.plain(key) for path, key in _TITLES.items()}
        listed = library_paths(library)
        given = cast("dict[str, str]", titles())
        return ChainMap({path: title for path, title in own.items() if path in listed}, given, {SHEETS_PATH: make.words.plain("sheets")})

    if library.networks:
        yield Unmade(NETWORKS_PATH, lambda m: networks_index(m, known()))
    if library.modules:
        yield Unmade(TRAINING_PATH, lambda m: training_index(m, known()))
        yield Unmade(SERVICES_PATH, lambda m: services_page(m, known()))
    yield from each({module_path(i): i for i in library.modules}, "modules", lambda m, module: module_page(m, module, known()))
    if library.commitments:
        yield Unmade(COMMITMENTS_PATH, lambda m: commitments_page(m, known()))


SHEETS_PATH = "fiches.md"
"""The list of sheets: it is made after all other pages, because it tells their sizes."""
_TITLES = {
    NETWORKS_PATH: "networks_title", TRAINING_PATH: "nav_training", SERVICES_PATH: "services_title", COMMITMENTS_PATH: "commitments_title",
}  # fmt: skip
"""Titles of the pages that are made last."""


def library_blocks() -> dict[str, Callable[[Maker], str]]:
    """Lists made from data that hand-written pages may show with ``[[block:name]]``."""
    return {"documents": document_lists, "agreements": _agreements}


def _agreements(make: Maker) -> str:
    """All agreements between countries, with their source."""
    words = make.words
    items = (
        el("li", el("strong", words.text(a.title)), " – ", countries_named(make, a.parties), el("span", words.text(a.summary), cls="line"), evidence(make, a))
        for a in make.library.agreements.values()
    )  # fmt: skip
    return blocks([el("ul", join(items), cls="facts")])
