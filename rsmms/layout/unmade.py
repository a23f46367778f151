"""One page to be made: its path, how, and what it is given besides the library."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from rsmms.layout.page import Maker, Page


@dataclass(frozen=True)
class Unmade:
    """A page that is not made yet; ``make`` looks everything up in the library of its maker, so that it is noted."""

    path: str
    make: Callable[[Maker], Page]
    given: tuple[object, ...] = ()
    """Everything else that the page shows."""


def each(
    paths: Mapping[str, str], name: str, page: Callable[[Maker, Any], Page], given: tuple[object, ...] = (),
) -> Iterator[Unmade]:
    """A page for each entry of a list of the library, which is called ``name``; ``paths`` are Markdown path → key of the entry."""
    for path, key in paths.items():
        yield Unmade(path, partial(_of_entry, name=name, key=key, page=page), given)


def _of_entry(make: Maker, *, name: str, key: str, page: Callable[[Maker, Any], Page]) -> Page:
    return page(make, getattr(make.library, name)[key])
