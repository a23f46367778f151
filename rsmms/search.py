"""The search file of each language: small, read by the browser, indexed there by MiniSearch."""

import json

from rsmms.fold import LETTERS, fold
from rsmms.pages.page import Page
from rsmms.plan import Plan
from rsmms.words import Words

GROUPS = {"situation": "s", "contacts": "c", "country": "p", "convention": "t"}
"""Kinds that have a heading of their own among the results; all others are ``o``."""
_WITH_LEAD = ("situation", "convention", "page", "home", "zone", "network")


def search_file(plan: Plan, language: str) -> str:
    """JSON: ``fold`` (letters), ``words`` (texts of the box) and ``docs``, each ``[url, title, group, words, lead]``.

    Pages shown in French for want of a translation are in it too, with ``fr`` as a sixth value.
    """
    words = Words(language)
    pages = (p for (code, _), p in plan.pages.items() if code == language and p.listed)
    texts = {key: words.raw(key) for key in TEXTS}
    made = {"fold": LETTERS, "text": texts, "docs": [_document(p, words) for p in pages]}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


TEXTS = ("search_none", "search_count", "search_loading", "group_situation", "group_contacts", "group_country", "group_convention", "group_other", "language_missing")


def _document(page: Page, words: Words) -> list[str]:
    said = list(page.keywords)
    if page.kind == "contacts":
        said.append(words.plain("search_contacts_words"))
    lead = page.description if page.kind in _WITH_LEAD else ""
    made = [page.url, page.short or page.title, GROUPS.get(page.kind, "o"), " ".join(_new(said, page.title)), lead]
    if page.short and page.short != page.title:
        made[1] = page.title
        made[3] = f"{page.short} {made[3]}"
    return [*made, page.source_language] if page.state == "fallback" else made


def _new(said: list[str], title: str) -> list[str]:
    """What the title does not say already, each once: words that fold alike are the same."""
    known = set(fold(title).split())
    kept: list[str] = []
    for text in said:
        for word in text.split():
            if fold(word) not in known:
                known.add(fold(word))
                kept.append(word)
    return kept
