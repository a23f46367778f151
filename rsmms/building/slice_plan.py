"""The plan of a build in slices: each slice gets its own pages whole, and of all others the name, title and address."""

import os
from dataclasses import dataclass
from pathlib import Path

from rsmms.building.prepared import Share, dump, keep_texts, kept_texts, load
from rsmms.layout.plan import Plan
from rsmms.model.library import Library

FILE = "plan.pickle"
SLICE = "RSMMS_SLICE"
"""Environment variable: folder, language and share of the pages that a build lays out, and nothing else: ``.build/slices-x:fr:0-3``."""
Where = tuple[str, str]


@dataclass(frozen=True)
class SlicePlan:
    """The plan as one slice knows it."""

    plan: Plan
    own: frozenset[Where]
    """Its own pages."""
    dangerous: str
    """Addresses of the pages where being seen can be dangerous, of the whole site."""


def keep_plan(folder: Path, plan: Plan, shares: int) -> list[tuple[str, Share]]:
    """Write the names of all pages, and the pages of each language in so many shares; language and share of each slice."""
    names = [(where, page.waiting()) for where, page in plan.pages.items()]
    dump(folder / FILE, (names, plan.languages, dict(plan.library.contacts), plan.today, plan.dangerous))
    made = [(language, Share(number, shares)) for language in plan.languages for number in range(shares)]
    for language, share in made:
        own = [page for (code, _), page in plan.pages.items() if code == language]
        keep_texts(folder, f"pages-{language}-{share.name}", share.run(own))
    return made


def slice_plan(folder: Path, language: str, shares: list[Share]) -> SlicePlan:
    """The plan for some shares of the pages of a language."""
    names, languages, contacts, today, dangerous = load(folder / FILE)
    own = {(language, page.path): page for share in shares for page in kept_texts(folder / f"pages-{language}-{share.name}.pages")}
    pages = {where: own.get(where, page) for where, page in names}
    return SlicePlan(Plan(pages, languages, Library(contacts=contacts), {}, today), frozenset(own), dangerous)


def named_slice(root: Path) -> SlicePlan | None:
    """The slice that ``RSMMS_SLICE`` names; nothing where a build makes everything."""
    named = os.environ.get(SLICE)
    if not named:
        return None
    folder, language, share = named.rsplit(":", 2)
    return slice_plan(root / folder, language, [Share.named(share)])
