"""Addresses that were published once: none is lost, because people printed, shared and learnt them."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from rsmms.language.addresses import url_of
from rsmms.model.library import Library
from rsmms.problems.problem import Problem, closest

LIST = "data/urls.txt"
"""One address a line, from the folder of the language: ``/pays/togo/``. Lines are only ever added."""
SHEETS = "/f/"
"""Short addresses printed on sheets: they are made late, and a test looks for them in the built site."""


def frozen(root: Path) -> list[tuple[int, str]]:
    """Line and address of each frozen page; none without a list."""
    path = root / LIST
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    return [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]


def addresses(paths: Iterable[str]) -> frozenset[str]:
    """Addresses of Markdown paths.

    >>> sorted(addresses(["index.md", "pays/togo.md"]))
    ['/', '/pays/togo/']
    """
    return frozenset("/" + url_of(path) for path in paths)


def check_addresses(root: Path, library: Library, paths: AbstractSet[str]) -> Iterator[Problem]:
    """Each frozen address is a page or leads to one; no redirect hides a page or leads nowhere."""
    made = addresses(paths)
    for redirect in library.redirects.values():
        path, line = library.lines["redirects", redirect.id]
        if f"/{redirect.new}" not in made:
            yield Problem(code="X032", path=path, line=line, field="new", values={"found": redirect.new},
                          suggestion=closest(redirect.new, [a.lstrip("/") for a in made]))  # fmt: skip
        if f"/{redirect.old}" in made:
            yield Problem(code="X033", path=path, line=line, field="old", values={"found": redirect.old})
    known = made | {f"/{old}" for old in library.redirects}
    for number, address in frozen(root):
        if address not in known and not address.startswith(SHEETS):
            yield Problem(code="X031", path=LIST, line=number, values={"found": address})


def stable_paths(generated: AbstractSet[str], written: Mapping[tuple[str, str], object]) -> frozenset[str]:
    """Markdown paths that stay: pages made from data, and written ones. Views for reviewers come and go."""
    return frozenset(generated) | {path for _, path in written}
