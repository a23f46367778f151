"""One page to be made: its path, how, and what it is given besides the library."""

from collections.abc import Callable
from dataclasses import dataclass

from rsmms.pages.page import Maker, Page


@dataclass(frozen=True)
class Unmade:
    """A page that is not made yet; ``make`` looks everything up in the library of its maker, so that it is noted."""

    path: str
    make: Callable[[Maker], Page]
    given: tuple[object, ...] | None = ()
    """Everything else that the page shows; ``None`` for pages that are made anew in every build."""
