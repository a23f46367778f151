"""The whole text of a language, for readers who ask to search it: one small file of plain words."""

import html
import json
import re
from functools import partial

from rsmms.cache.results import ResultCache
from rsmms.layout.compressed_text import compressed
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan

_LEFT_OUT = ("route", "compare", "campaign")
"""Routes and comparisons repeat what the pages of both countries say, campaigns what treaties and the matrix say."""
_TAG = re.compile(r"<[^>]+>")
_ATTRIBUTES = re.compile(r"\{[:#][^{}\n]*\}")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_SIGNS = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~^])|[*`#>|]+")
_SPACE = re.compile(r"\s+")


def text_file(plan: Plan, language: str, results: ResultCache) -> str:
    """JSON: a list of ``[url, text]``, one entry a listed page."""
    pages = (p for (code, _), p in plan.pages.items() if code == language and p.listed and p.kind not in _LEFT_OUT)
    rows = [[p.url, results.get_or_compute(("plain", compressed(p, "body")), partial(plain_text, p))] for p in pages]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def plain_text(page: Page) -> str:
    """The words of a page, without markup.

    Blocks that stand in many pages (contact cards, sources) stay: people look for names too.
    """
    text = _TAG.sub(" ", page.body)
    text = _LINK.sub(r"\1", _ATTRIBUTES.sub(" ", text))
    text = _SIGNS.sub(lambda found: found[1] or " ", text)
    return _SPACE.sub(" ", html.unescape(text)).strip()
