"""Blocks of ready HTML set apart while Markdown is read, because reading them again is what costs most.

Measured on 3,314 pages: the two HTML parsers of Python-Markdown and MkDocs took two thirds of a build.
"""

import posixpath
import re

from rsmms.language.addresses import relative

PAGE_LINK = re.compile(r"\]\(([^():\s#]+\.md)(#[^()\s]*)?\)")
"""A Markdown link to another page of the same language."""
_READY = re.compile(r"^<(?:address|article|details|div|dl|fieldset|figure|form|h[1-6]|nav|ol|p|section|svg|table|ul)\b")
_OPEN = ' markdown="1"'
"""Marks a block whose inside is still Markdown."""
_PLACE = re.compile(r"<!--apart:(\d+)-->")


def apart(body: str) -> tuple[str, list[str]]:
    r"""Markdown with a comment in the place of each ready block, and the blocks.

    >>> apart("## Title {#t}\n\n<p>ready</p>\n")
    ('## Title {#t}\n\n<!--apart:0-->\n', ['<p>ready</p>'])
    """
    ready: list[str] = []
    parts = []
    for part in body.rstrip("\n").split("\n\n"):
        if _READY.match(part) and part.endswith(">") and _OPEN not in part:
            parts.append(f"<!--apart:{len(ready)}-->")
            ready.append(part)
        else:
            parts.append(part)
    return "\n\n".join(parts) + "\n", ready


def addressed(body: str, path: str) -> str:
    """Markdown whose links to pages (``b.md#c``) are addresses, because a build may hold only some of the pages.

    >>> addressed("[x](../b.md#c)", "s/a.md")
    '[x](../../b/#c)'
    """
    folder = posixpath.dirname(path)
    return PAGE_LINK.sub(lambda m: f"]({relative(posixpath.normpath(posixpath.join(folder, m[1])) + (m[2] or ''), path)})", body)


def parts_of(body: str, path: str) -> tuple[str, list[str]]:
    """What is left for a Markdown engine, its links to pages made addresses, and the ready blocks, in which nothing is changed."""
    rest, ready = apart(body)
    return addressed(rest, path), ready


def together(html: str, ready: list[str]) -> str:
    """The page with its blocks back in their places."""
    return _PLACE.sub(lambda match: ready[int(match[1])], html)
