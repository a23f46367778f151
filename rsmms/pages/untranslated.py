"""Drafts in which nothing is translated: the French text in the frame of another language."""

import re
from collections.abc import Mapping

from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import Page

_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W\d_]+")


def without_empty_drafts(pages: Mapping[tuple[str, str], Page]) -> dict[tuple[str, str], Page]:
    """The same pages, with no draft in which nothing is translated."""
    return {where: draft_or_french(page, pages) for where, page in pages.items()}


def draft_or_french(page: Page, pages: Mapping[tuple[str, str], Page]) -> Page:
    """A draft without a word of its own is French shown for want of a translation, not a draft to check; most differ in the title."""
    where = SOURCE_LANGUAGE, page.path
    if page.state != "draft" or where not in pages:
        return page
    french = pages[where]
    return page.again(state="fallback") if page.title == french.title and _words(page) <= _words(french) else page


def _words(page: Page) -> set[str]:
    return set(_WORD.findall(_TAG.sub(" ", page.body)))
