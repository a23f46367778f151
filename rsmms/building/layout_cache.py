"""Pages that an earlier build has made already: same text, same frame around it, same code.

The key of a page holds the page itself and every value that a template can ask of its ``View``, so that a new
property of the view is part of the key without being listed anywhere.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path

from rsmms.cache.store import Store, digest
from rsmms.layout.compressed_text import compressed
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.layout.settings import Settings
from rsmms.layout.view import View

Where = tuple[str, str]
_NOT_SHOWN = {"words", "not_found", "repository", "menu", "footer"}
"""Properties of the view that hold texts of the code, that only the 404 page shows, or that follow from ``linked`` and the page's address."""
_SHOWN = sorted(name for name, kind in vars(View).items() if isinstance(kind, property | cached_property) and name not in _NOT_SHOWN)
ALWAYS = "index.md"
"""Home pages are always made: MkDocs cannot do without them."""


@dataclass(frozen=True)
class LayoutCache:
    """The pages of a build: those kept from an earlier one, and where the others are kept when they are made."""

    store: Store
    keys: Mapping[Where, str]
    pages: Mapping[Where, Path] = field(default_factory=dict)
    """Those of an earlier build, as copies that wait for the site: the store may be emptied while a build runs."""

    def keep(self, page: Page, html: str) -> None:
        """Keep a page that was made now."""
        self.store.put(self.keys[page.language, page.path], html.encode())


def find_cached(plan: Plan, settings: Settings, store: Store, code: str, aside: Path, own: Collection[Where]) -> LayoutCache:
    """Look up the pages that are laid out here; those that are there are copied into the new folder ``aside``."""
    aside.mkdir()
    wanted = {where: page for where, page in plan.pages.items() if where in own or where[1] == ALWAYS}
    if store.folder is None:
        return LayoutCache(store, dict.fromkeys(wanted, ""))
    site = digest([code, settings.site_url, settings.edit_base, settings.quick_exit, settings.assets, settings.whole, plan.languages])
    keys = {where: page_key(site, View(plan, page, settings)) for where, page in wanted.items()}
    waiting = {where: aside / str(number) for number, where in enumerate(keys) if where[1] != ALWAYS}
    return LayoutCache(store, keys, {where: copied for where, copied in waiting.items() if store.copy(keys[where], copied)})


def page_key(site: str, view: View) -> str:
    """A key for everything one page shows. ``site`` is the key of what all pages share."""
    page = view.page
    assert page is not None  # noqa: S101 - only the 404 page has none, and it is never kept
    told = (getattr(page, f.name) for f in fields(page) if f.name != "body")
    return digest([site, compressed(page, "body"), *told, *(getattr(view, name) for name in _SHOWN)])
