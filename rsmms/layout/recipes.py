"""One page to be made: its path, how, and what it is given besides the library."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from rsmms.layout.page import Page, PageContext


@dataclass(frozen=True)
class PageRecipe:
    """A page that is not made yet; ``make`` looks everything up in the library of its maker, so that it is recorded."""

    path: str
    make: Callable[[PageContext], Page]
    given: tuple[object, ...] = ()
    """Everything else that the page shows."""


def recipes_for(
    paths: Mapping[str, str], name: str, page: Callable[[PageContext, Any], Page], given: tuple[object, ...] = (),
) -> Iterator[PageRecipe]:
    """A page for each entry of a list of the library, which is called ``name``; ``paths`` are Markdown path → key of the entry."""
    for path, key in paths.items():
        yield PageRecipe(path, partial(_of_entry, name=name, key=key, page=page), given)


def _of_entry(ctx: PageContext, *, name: str, key: str, page: Callable[[PageContext, Any], Page]) -> Page:
    return page(ctx, getattr(ctx.library, name)[key])
