"""Built pages read back: their parts, and their links turned for another place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rsmms.layout.compressed_text import CompressedText
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.phone.addresses import resolve

_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_LINK = re.compile(r'\b(href|src|data-base)="((?!https?:|mailto:|tel:|sms:|data:|#)[^"]*)"')
_FOOT = re.compile(r'<footer class="page-foot">(.*?)</footer>', re.DOTALL)
_KEPT_OF_FOOT = re.compile(r'<p class="(?:trail|note)">.*?</p>', re.DOTALL)
_LISTEN = re.compile(r'<p class="listen">.*?</p>\s*', re.DOTALL)


@dataclass(frozen=True)
class Built:
    """One page as the builder wrote it."""

    page: Page
    file: Path
    html: CompressedText = CompressedText()
    """Packed: a thousand pages wait for each other."""

    @property
    def main(self) -> str:
        """What stands between ``<main>`` and its end, without buttons that only make sense online."""
        found = _MAIN.search(self.html)
        if not found:
            raise ValueError(f"no <main> in {self.file}")
        return _FOOT.sub(_short_foot, _LISTEN.sub("", found[1])).strip()

    @property
    def title(self) -> str:
        """The content of ``<title>``, as markup."""
        found = _TITLE.search(self.html)
        return found[1] if found else ""

    @property
    def danger(self) -> bool:
        """True if the page has the quick exit."""
        return "<body data-exit" in self.html


def _short_foot(foot: re.Match[str]) -> str:
    return '<footer class="page-foot">' + "".join(p for p in _KEPT_OF_FOOT.findall(foot[1]) if "keep-status" not in p) + "</footer>"


def read_built(plan: Plan, out: Path, language: str) -> Iterator[Built]:
    """The built pages of a language, in the order of the plan."""
    for (code, _), page in plan.pages.items():
        if code == language:
            file = out / page.site_url / "index.html"
            yield Built(page, file, file.read_text(encoding="utf-8"))


def turn_links(html: str, base: str, turn: Callable[[str, str], str]) -> str:
    """Rewrite every relative link. ``base`` is the page's folder from the site's root, such as ``en/pays/togo/``.

    ``turn`` gets the address from the site's root and the ``#part``, and gives what to write.
    """

    def one(found: re.Match[str]) -> str:
        path, _, part = found[2].partition("#")
        return f'{found[1]}="{turn(resolve(base, path), part)}"'

    return _LINK.sub(one, html)


def relative_to(base: str, target: str) -> str:
    """The way from a folder to an address, both from the site's root; folders get their ``index.html``.

    >>> relative_to("en/pays/togo/", "en/contacts/togo/"), relative_to("", "assets/a.css")
    ('../../contacts/togo/index.html', 'assets/a.css')
    """
    to, name = target.split("/")[:-1], target.rpartition("/")[2] or "index.html"
    start = base.split("/")[:-1]
    shared = 0
    while shared < min(len(to), len(start)) and to[shared] == start[shared]:
        shared += 1
    return "/".join([*([".."] * (len(start) - shared)), *to[shared:], name])
