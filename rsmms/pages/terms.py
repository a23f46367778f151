"""Difficult words explained where they are first used on a page."""

import re
from collections.abc import Mapping
from functools import cached_property

from rsmms.language.html import el, markdown_text
from rsmms.layout.page import PageContext
from rsmms.model.glossary import Term

GLOSSARY_PATH = "glossaire.md"
_SHORTEST = 4
"""Letters below which a word is too common to be marked (and acronyms clash)."""
_APART = re.compile(r"(\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|<[^>]*>|`[^`]*`)")
"""Pieces of Markdown in which nothing is marked: marks, links, tags, code."""


class Terms:
    """Marks the first use of each glossary term on one page, in one language.

    The mark is a link to the glossary that carries the explanation: seen on hover, opened in place by the script,
    and leading to the glossary without it.
    """

    def __init__(self, ctx: PageContext) -> None:
        self.ctx = ctx
        self.used: set[str] = set()

    @cached_property
    def _forms(self) -> Mapping[str, Term]:
        """What people write → the term, in this language only."""
        language = self.ctx.words.language
        forms: dict[str, Term] = {}
        for term in self.ctx.library.glossary.values():
            said = (term.term.get(language, ""), *term.aliases.get(language, ()))
            left = {form.lower() for form in term.unmarked.get(language, ())}
            if language in term.definition:
                forms |= {form.lower(): term for form in said if len(form) >= _SHORTEST and form.lower() not in left}
        return forms

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        forms = sorted(self._forms, key=len, reverse=True)
        return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, forms)) + r")(?!\w)", re.IGNORECASE) if forms else None

    def marked(self, text: str) -> str:
        """Markdown with the terms that the page uses for the first time made into explained links."""
        if not self._pattern:
            return text
        pieces = _APART.split(text)
        return "".join(piece if number % 2 else self._pattern.sub(self._link, piece) for number, piece in enumerate(pieces))

    def _link(self, match: re.Match[str]) -> str:
        term = self._forms.get(match[1].lower())  # none for letters that only look alike to IGNORECASE: ı, ſ
        if term is None or term.id in self.used:
            return match[1]
        self.used.add(term.id)
        meaning = self.ctx.words.pick(term.definition)[0]
        return markdown_text(el("a", match[1], href=self.ctx.link(f"{GLOSSARY_PATH}#{term.id}"), cls="term", title=meaning))
