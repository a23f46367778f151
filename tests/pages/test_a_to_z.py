"""The list from A to Z shows what people say, spelled right, each thing once."""

import re
from collections import Counter

from helpers import LANGUAGES
from rsmms.language.fold import fold
from rsmms.layout.plan import Plan
from rsmms.model.written import Written

LINK = re.compile(r'<a href="([^"]+)"[^>]*>([^<]+)</a>')


def listed(plan: Plan, language: str) -> list[tuple[str, str]]:
    """Every link of the list: where it leads, and what it says."""
    body = plan.pages[language, "a-z.md"].body
    return [(href, text) for href, text in LINK.findall(body) if not href.startswith("#")]


def situations(plan: Plan) -> list[Written]:
    """Every hand-written situation, in every language."""
    return [w for w in plan.written.values() if w.front.kind == "situation"]


def test_no_misspelling_is_shown(plan: Plan):
    """What people type wrong is searched for and not shown."""
    typed = {fold(word) for written in situations(plan) for word in written.front.typed}
    shown = {fold(text) for language in LANGUAGES for _, text in listed(plan, language)}

    assert len(typed) > 40
    assert typed & shown == set()


def test_misspellings_are_searched_for(plan: Plan):
    """They stay among the words of their page."""
    for written in situations(plan):
        if written.front.typed:
            page = plan.pages[written.language, written.path]
            assert set(written.front.typed) <= set(page.keywords)


def test_each_thing_once(plan: Plan):
    """"garde à vue" and "garde a vue" are one: the form with its own letters stands alone."""
    for language in LANGUAGES:
        often = Counter((href, fold(text)) for href, text in listed(plan, language))
        assert [text for (_, text), count in often.items() if count > 1] == []
