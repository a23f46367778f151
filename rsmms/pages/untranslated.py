"""Drafts in which nothing is translated: the French text in the frame of another language."""

import re
from collections.abc import Mapping

from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import Page

_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W\d_]+")


def without_empty_drafts(pages: Mapping[tuple[str, str], Page]) -> dict[tuple[str, str], Page]:
    """The same pages; a draft in which nothing is translated is French shown for want of a translation, not a draft to check."""
    return {
        key: page.again(state="fallback") if page.state == "draft" and _untranslated(page, pages.get((SOURCE_LANGUAGE, page.path))) else page
        for key, page in pages.items()
    }  # fmt: skip


def _untranslated(page: Page, french: Page | None) -> bool:
    """True where the title is the French one and the text has no word that the French one has not; most pages differ in the title."""
    return french is not None and page.title == french.title and _words(page) <= _words(french)


def _words(page: Page) -> set[str]:
    return set(_WORD.findall(_TAG.sub(" ", page.body)))
