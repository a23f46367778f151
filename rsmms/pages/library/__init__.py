"""The network's library: practices, training, networks, documents, history, desks and commitments."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import cast

from rsmms.language.addresses import kit_path, network_path
from rsmms.language.html import blocks, el, join
from rsmms.layout.emergency_lines import emergency_strip
from rsmms.layout.menus import SITE_MAP_PATH
from rsmms.layout.page import Page, PageContext
from rsmms.layout.recipes import PageRecipe, recipes_for
from rsmms.model.library import Library
from rsmms.pages.library.agenda import AGENDA_PATH, agenda_page
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
from rsmms.pages.library.kits import KITS_PATH, SECTORS_PATH, kit_page, kits_index, sectors_index
from rsmms.pages.library.networks import NETWORKS_PATH, network_page, networks_index
from rsmms.pages.library.practices import PRACTICES_PATH, practice_page, practice_path, practices_index
from rsmms.pages.library.services import SERVICES_PATH, services_page
from rsmms.pages.library.shared import Titles, evidence, written
from rsmms.pages.library.timeline import TIMELINE_PATH, timeline_page
from rsmms.pages.library.training import TRAINING_PATH, module_page, module_path, training_index
from rsmms.pages.site_map import site_map_page
from rsmms.pages.situations import Situation, countries_named

_LISTS: dict[str, tuple[str, ...]] = {
    "practices": (PRACTICES_PATH,), "events": (TIMELINE_PATH,), "meetings": (AGENDA_PATH,), "documents": (DOCUMENTS_PATH,), "awareness": (AWARENESS_PATH,),
    "networks": (NETWORKS_PATH,), "modules": (TRAINING_PATH, SERVICES_PATH), "kits": (KITS_PATH, SECTORS_PATH), "commitments": (COMMITMENTS_PATH,),
}  # fmt: skip
"""Lists that exist where there is something to list, by field of the library."""
_PATHS: dict[str, Callable[[str], str]] = {
    "practices": practice_path, "documents": document_path, "networks": network_path, "modules": module_path,
}  # fmt: skip


def library_paths(library: Library) -> frozenset[str]:
    """Markdown paths of all these pages, without making them."""
    lists = {path for name, paths in _LISTS.items() if getattr(library, name) for path in paths}
    kits = {kit_path(kit) for kit in library.kits.values()}
    return frozenset(lists | kits | {path(i) for name, path in _PATHS.items() for i in getattr(library, name)})


def library_recipes(ctx: PageContext, situations: Sequence[Situation]) -> Iterator[PageRecipe]:
    """Pages that name no other page. A language without texts of its own for them shows the French ones."""
    library, given = ctx.library, tuple(situations)
    if not written(ctx):
        spoken = {network_path(n.id): n.id for n in library.networks.values() if ctx.words.language in n.summary}
        yield from recipes_for(spoken, "networks", network_page)
        return
    if library.practices:
        yield PageRecipe(PRACTICES_PATH, lambda m: practices_index(m, situations), given)
    yield from recipes_for({practice_path(i): i for i in library.practices}, "practices", partial(practice_page, situations=situations), given)
    if library.events:
        yield PageRecipe(TIMELINE_PATH, timeline_page)
    if library.documents:
        yield PageRecipe(DOCUMENTS_PATH, documents_index)
    if library.awareness:
        yield PageRecipe(AWARENESS_PATH, awareness_page)
    yield from recipes_for({network_path(i): i for i in library.networks}, "networks", network_page)


def titles_of(pages: Iterable[Page]) -> dict[str, str]:
    """What links to pages say, by Markdown path; of a page in two languages, the later one counts."""
    return {page.path: title_of(page) for page in pages}


def title_of(page: Page) -> str:
    """What links to a page say."""
    return page.title if page.kind == "convention" else page.short or page.title


def linking_recipes(ctx: PageContext, titles: Callable[[], Titles]) -> Iterator[PageRecipe]:
    """Pages that lead to other pages by their titles: they are made last, and anew in every build."""
    library = ctx.library

    @cache
    def known() -> Titles:  # nobody goes through it: a preview makes only the pages whose titles are looked up
        own = {module_path(m.id): ctx.words.pick(m.title)[0] for m in library.modules.values()}
        own |= {document_path(d.id): ctx.words.pick(d.title)[0] for d in library.documents.values()}
        own |= {kit_path(k): ctx.words.pick(k.title)[0] for k in library.kits.values()}
        own |= {path: ctx.words.plain(key) for path, key in _TITLES.items()}
        listed = library_paths(library)
        given = cast("dict[str, str]", titles())
        return ChainMap({path: title for path, title in own.items() if path in listed}, given, {SHEETS_PATH: ctx.words.plain("sheets")})

    yield PageRecipe(SITE_MAP_PATH, lambda m: site_map_page(m, known()))
    if not written(ctx):
        return
    if library.meetings:
        yield PageRecipe(AGENDA_PATH, agenda_page)
    yield from recipes_for({document_path(i): i for i in library.documents}, "documents", lambda m, document: document_page(m, document, known()))
    if library.networks:
        yield PageRecipe(NETWORKS_PATH, lambda m: networks_index(m, known()))
    if library.modules:
        yield PageRecipe(TRAINING_PATH, lambda m: training_index(m, known()))
        yield PageRecipe(SERVICES_PATH, lambda m: services_page(m, known()))
    yield from recipes_for({module_path(i): i for i in library.modules}, "modules", lambda m, module: module_page(m, module, known()))
    if library.kits:
        yield PageRecipe(KITS_PATH, kits_index)
        yield PageRecipe(SECTORS_PATH, sectors_index)
    yield from recipes_for({kit_path(k): k.id for k in library.kits.values()}, "kits", lambda m, kit: kit_page(m, kit, known()))
    if library.commitments:
        yield PageRecipe(COMMITMENTS_PATH, lambda m: commitments_page(m, known()))


SHEETS_PATH = "fiches.md"
"""The list of sheets: it is made after all other pages, because it tells their sizes."""
_TITLES = {
    NETWORKS_PATH: "networks_title", TRAINING_PATH: "nav_training", SERVICES_PATH: "services_title", COMMITMENTS_PATH: "commitments_title",
    AGENDA_PATH: "nav_agenda", KITS_PATH: "kits_title", SECTORS_PATH: "sectors_title",
}  # fmt: skip
"""Titles of the pages that are made last."""


def library_blocks() -> dict[str, Callable[[PageContext], str]]:
    """Lists made from data that hand-written pages may show with ``[[block:name]]``."""
    return {"documents": document_lists, "agreements": _agreements, "emergency-togo": _emergency}


def _emergency(ctx: PageContext) -> str:
    """Numbers for danger in Togo, for pages about coming home there."""
    country = ctx.library.countries.get("TGO")
    return blocks([emergency_strip(ctx, country)]) if country else ""


def _agreements(ctx: PageContext) -> str:
    """All agreements between countries, with their source."""
    words = ctx.words
    items = (
        el("li", el("strong", words.text(a.title)), " – ", countries_named(ctx, a.parties), el("span", words.text(a.summary), cls="line"), evidence(ctx, a))
        for a in ctx.library.agreements.values()
    )  # fmt: skip
    return blocks([el("ul", join(items), cls="facts")])
