"""A build that takes pages from an earlier one gives the same pages as one that makes them all."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import LANGUAGES, ROOT, TODAY, lay_out
from rsmms.building.content import Content, read_content
from rsmms.cache.store import Store
from rsmms.layout.plan import Plan
from rsmms.model.library import Library
from rsmms.pages.all_pages import cached, make_plan
from rsmms.pages.page_cache import PageCache

EDITS = {
    "data/contacts/TGO.yaml": (("CSTT", "CSTT-2"), ("read: 2026-11-01", "read: 2026-10-01"), ("name:", "name: ")),
    "data/country_profiles/TGO.yaml": (("in_force", "denounced"), ("checked: 2026-11-01", "checked: 2024-01-01"), ("slug: togo", "slug: togo-2")),
    "data/sources.yaml": (("title: ", "title: Autre "), ("publisher: ", "publisher: Autre ")),
    "data/conventions.yaml": (("fr: ", "fr: Autre "), ("en: ", "en: Other ")),
    "data/zones.yaml": (("fr: ", "fr: Autre "),),
    "docs/fr/situations/passeport.md": (("passeport", "papier"), ("title: ", "title: Autre "), ("appelez", "contactez")),
    "docs/en/situations/passeport.md": (("passport", "paper"), ("title: ", "title: Other ")),
}
"""Changes that people make, by file; not all of them leave the project without problems, and those are skipped."""


def pages_of(content: Content, page_cache: PageCache | None = None) -> Plan:
    """All pages, with or without a page_cache."""
    return make_plan(content.library, content.written, LANGUAGES, TODAY, from_facts=cached(page_cache) if page_cache else None)


def remembering(store: Store, library: Library) -> PageCache:
    """A page_cache that several builds of one day share."""
    return PageCache(store, "code", library)


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 2)), min_size=1, max_size=5))
def test_pages_from_memory_are_the_pages_made_anew(tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int]]):
    """Whatever is edited, one thing after the other, no page shows what is no longer so."""
    root, store = lay_out(tmp_path_factory.mktemp("edited")), Store(tmp_path_factory.mktemp("memory"))
    for name, number in [(edits[0][0], -1), *edits]:
        path, (old, new) = root / name, EDITS[name][number % len(EDITS[name])]
        if number >= 0:
            path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        content = read_content(root, LANGUAGES, TODAY)
        kept, made = pages_of(content, remembering(store, content.library)), pages_of(content)
        assert list(kept.pages) == list(made.pages)
        assert [where for where in made.pages if kept.pages[where] != made.pages[where]] == []


def changed(content: Content) -> Content:
    """The real data with a contact, a ratification and a word of the glossary changed, chosen by chance that is always the same."""
    chance = random.Random(20261122)
    library = content.library
    code = chance.choice(sorted(c for c in library.contacts if c in library.countries))
    first, *others = library.contacts[code]
    country = library.countries[chance.choice(sorted(library.countries))]
    ratified = country.ratifications[0].model_copy(update={"checked": TODAY.replace(year=2020)})
    term = library.glossary[chance.choice(sorted(library.glossary))]
    edited = replace(
        library,
        contacts={**library.contacts, code: (first.model_copy(update={"city": "Essai"}), *others)},
        countries={**library.countries, country.id: country.model_copy(update={"ratifications": (ratified, *country.ratifications[1:])})},
        glossary={**library.glossary, term.id: term.model_copy(update={"definition": {**term.definition, "fr": "Essai."}})},
    )  # fmt: skip
    return replace(content, library=edited)


def test_real_pages_from_memory_are_the_pages_made_anew(content: Content, plan: Plan, tmp_path: Path):
    """On the real data too, with all kinds of pages."""
    store, edited = Store(tmp_path), changed(content)
    first = pages_of(content, remembering(store, content.library))
    kept, made = pages_of(edited, remembering(store, edited.library)), pages_of(edited)

    assert [where for where in plan.pages if first.pages[where] != plan.pages[where]] == []
    assert [where for where in made.pages if kept.pages[where] != made.pages[where]] == []
    assert sum(plan.pages[where] != made.pages[where] for where in made.pages) > 10
    assert all(len(remembering(store, edited.library).of(language).old) > 100 for language in LANGUAGES)


def test_templates_ask_only_what_the_key_of_a_page_holds():
    """A template that reached past the view's own properties could show something that no key knows of."""
    reached = re.compile(r"\bview\.(plan|settings|page)\b(?:\.(?!quick_exit)\w+)?")
    asked = {(path.name, name) for path in (ROOT / "theme").rglob("*.html") for name in reached.findall(path.read_text(encoding="utf-8"))}
    allowed = {("main.html", "page"), ("header.html", "settings"), ("main.html", "settings")}

    assert asked <= allowed
