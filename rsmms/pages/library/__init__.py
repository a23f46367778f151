"""The network's library: practices, training, networks, documents, history, desks and commitments."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rsmms.library import Library
from rsmms.pages.html import blocks, el, join
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
from rsmms.pages.library.networks import NETWORKS_PATH, network_page, network_path, networks_index
from rsmms.pages.library.practices import PRACTICES_PATH, practice_page, practice_path, practices_index
from rsmms.pages.library.services import SERVICES_PATH, services_page
from rsmms.pages.library.shared import Titles, evidence, written
from rsmms.pages.library.timeline import TIMELINE_PATH, timeline_page
from rsmms.pages.library.training import TRAINING_PATH, module_page, module_path, training_index
from rsmms.pages.page import Maker, Page
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


def library_pages(make: Maker, situations: Sequence[Situation]) -> Iterator[Page]:
    """Pages that name no other page. A language without texts of its own for them shows the French ones."""
    library = make.library
    if not written(make):
        return
    if library.practices:
        yield practices_index(make, situations)
    yield from (practice_page(make, p, situations) for p in library.practices.values())
    if library.events:
        yield timeline_page(make)
    if library.documents:
        yield documents_index(make)
    yield from (document_page(make, d) for d in library.documents.values())
    if library.awareness:
        yield awareness_page(make)
    yield from (network_page(make, n) for n in library.networks.values())


def titles_of(pages: Iterable[Page]) -> Titles:
    """What links to pages say, by Markdown path; of a page in two languages, the later one counts."""
    return {page.path: page.title if page.kind == "convention" else page.short or page.title for page in pages}


def linking_pages(make: Maker, titles: Titles) -> Iterator[Page]:
    """Pages that lead to other pages by their titles: they are made last."""
    library = make.library
    if not written(make):
        return
    own = {module_path(m.id): make.words.pick(m.title)[0] for m in library.modules.values()}
    own |= {path: make.words.plain(key) for path, key in _TITLES.items()}
    known = {SHEETS_PATH: make.words.plain("sheets"), **titles, **{path: title for path, title in own.items() if path in library_paths(library)}}
    if library.networks:
        yield networks_index(make, known)
    if library.modules:
        yield training_index(make, known)
        yield services_page(make, known)
    yield from (module_page(make, m, known) for m in library.modules.values())
    if library.commitments:
        yield commitments_page(make, known)


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
