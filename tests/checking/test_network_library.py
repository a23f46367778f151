"""The network's library in data: complete, sourced, without names of persons, bound to pages that exist."""

import re

import pytest

from helpers import rendered, visible
from rsmms.joins.origins import MARK
from rsmms.layout.menus import FOOTER, MENU, WHOLE
from rsmms.layout.plan import Plan
from rsmms.model.base import Confidence
from rsmms.model.commitment import Progress
from rsmms.model.library import Library
from rsmms.pages.all_pages import generated_paths
from rsmms.pages.library import SHEETS_PATH, library_paths

LANGUAGES = ("fr", "en")
KINDS = {
    "pratiques/": "practice", "formation/": "training", "reseau/": "network", "plaidoyer/": "document",
}  # fmt: skip
FOLDERS = ("reseau/", "formation/", "pratiques/", "services/", "dialogue/", "plaidoyer/", "opinion/", "chronologie", "engagements")
"""Where the pages of the library are."""
PERSONS = re.compile(r"\b(Agb[eé]nou|Koumondji|Atchind[eé]|Batchey|Onipogui|Niang|Wade|Sordo|Zinsou|Diallo)\b", re.IGNORECASE)
"""Family names that stand in the sources and must not stand on the site."""


def real(plan: Plan, language: str, path: str) -> bool:
    """True if the page is there in the language itself, not shown in French."""
    page = plan.pages.get((language, path))
    return bool(page and page.state != "fallback")


def test_how_much_there_is(library: Library):
    """Nothing of the reference files was lost on the way."""
    assert len(library.practices) == 24
    assert len(library.events) >= 65
    assert len(library.documents) >= 18
    assert len(library.awareness) >= 10
    assert len(library.modules) >= 7
    assert {"rsmms", "resynam-togo"} <= set(library.networks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_roadmaps_leads_to_pages_that_exist(library: Library, plan: Plan, language: str):
    """What the network asked for has a page in French and in English, and the page on commitments links to it."""
    assert len(library.commitments) >= 40
    wanted = [(c.id, path) for c in library.commitments.values() for path in c.pages if path != SHEETS_PATH]
    missing = [(name, path) for name, path in wanted if not real(plan, language, path)]
    html = rendered(plan.pages[language, "engagements.md"].body)

    assert missing == []
    assert SHEETS_PATH in generated_paths(library)
    assert all(f'id="{c.id}"' in html for c in library.commitments.values())


def test_states_of_commitments_are_honest(library: Library):
    """What is not done says whom it waits for; what is done waits for nobody."""
    for commitment in library.commitments.values():
        assert bool(commitment.waiting_for) == (commitment.state != Progress.DONE), commitment.id
    assert {c.state for c in library.commitments.values()} == set(Progress)


def test_the_six_axes_are_all_there(library: Library):
    """The roadmap 2017–2018 has six axes."""
    axes = {c.axis["fr"][0] for c in library.commitments.values() if c.roadmap == "rsmms-2017-2018"}

    assert axes == set("123456")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_library_exist_with_their_kind(library: Library, plan: Plan, language: str):
    """Every path that is announced is made, with the kind that the catalogue names."""
    for path in library_paths(library):
        assert real(plan, language, path), path
    for prefix, kind in KINDS.items():
        found = {p.kind for (code, path), p in plan.pages.items() if code == language and path.startswith(prefix)}
        assert kind in found, prefix


def test_ewe_readers_get_the_french_pages(library: Library, plan: Plan):
    """A language without texts of its own shows French and says so."""
    spoken = {f"reseau/{n.id}.md" for n in library.networks.values() if "ee" in n.summary}

    assert {plan.pages["ee", path].state for path in library_paths(library) - spoken} == {"fallback"}
    assert {plan.pages["ee", path].state for path in spoken} == {"draft"}


@pytest.mark.parametrize("name", ["practices", "events", "documents", "awareness", "networks", "modules", "commitments"])
def test_french_and_english_are_both_complete(library: Library, name: str):
    """Every text has both languages, and they differ unless they are names."""
    for thing in getattr(library, name).values():
        for text in _texts(thing.model_dump()):
            assert set(text) - {"ee"} == {"fr", "en"}, (thing.id, text)
            assert all(text.values()), (thing.id, text)


def _texts(tree: object):
    """All texts in languages below a value."""
    if isinstance(tree, dict) and "fr" in tree:
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from _texts(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _texts(value)


@pytest.mark.parametrize("name", ["practices", "events", "documents", "awareness", "networks", "modules", "commitments"])
def test_sentences_are_short(library: Library, name: str):
    """No sentence is longer than 25 words."""
    for thing in getattr(library, name).values():
        for text in _texts(thing.model_dump()):
            for language, said in text.items():
                long = [s for s in re.split(r"(?<=[.!?:;])\s+", said) if len([w for w in s.split() if w.strip(":;?!«»–")]) > 25]
                assert not long, (thing.id, language, long)


def test_no_person_is_named(plan: Plan):
    """Roles, never names, on every page of the library and in the hand-written pages around it."""
    for (language, path), page in plan.pages.items():
        if path.startswith(FOLDERS):
            assert not PERSONS.search(visible(rendered(page.body))), (language, path)


def test_doubt_is_said(library: Library):
    """A disputed or unconfirmed event or document explains itself."""
    for thing in (*library.events.values(), *library.documents.values()):
        if thing.confidence in (Confidence.DISPUTED, Confidence.UNCONFIRMED):
            explained = thing.note or getattr(thing, "other_dates", ())
            assert explained, thing.id


def test_the_menu_is_short_and_begins_with_rights(plan: Plan):
    """At most seven entries, help first; what left the menu is at the foot and on the home page."""
    menu, foot = [path for _, path in MENU], [path for _, path in (*FOOTER, *(entry for _, entries in WHOLE for entry in entries))]
    home = "".join(u.text for s in plan.written["fr", "index.md"].sections for u in s.units)

    assert len(menu) <= 7
    assert menu[0] == "situations/index.md"
    assert "reseau/index.md" in menu
    for path in ("reseau/adherer.md", "retour/index.md"):
        assert path in menu + foot
        assert f"({path})" in home
    library = [path for path in menu + foot if path.startswith(FOLDERS)]
    assert len(library) >= 8
    assert [path for path in library if path not in plan.by_path] == []


@pytest.mark.parametrize("path", [
    "formation/kit-point-focal.md", "services/adhesion.md", "services/relais.md", "dialogue/index.md", "dialogue/strategie-togo.md",
    "plaidoyer/index.md", "opinion/index.md", "pratiques/enquetes.md",
])  # fmt: skip
@pytest.mark.parametrize("language", LANGUAGES)
def test_hand_written_pages_are_in_plain_words(plan: Plan, path: str, language: str):
    """Sentences of 15 words or fewer on average, 25 at most."""
    units = [u for s in plan.written[language, path].sections for u in s.units if u.kind in ("p", "ul", "ol") and not u.text.startswith("[[block")]
    sentences = [s.split() for u in units for s in re.split(r"[.!?:;]+(?:\s|$)", MARK.sub("", re.sub(r"\]\([^)]*\)", "]", u.text))) if s.strip()]

    assert sum(map(len, sentences)) / len(sentences) <= 15
    assert [" ".join(s) for s in sentences if len([w for w in s if w.strip("«»–:;?!")]) > 25] == []


def test_stories_name_nobody_and_have_a_source(plan: Plan):
    """Each story ends with where it was published."""
    (section,) = (s for s in plan.written["fr", "opinion/index.md"].sections if s.id == "recits")
    stories = [u.text for u in section.units if u.kind == "ul"]

    assert len(stories) >= 5
    assert all(re.search(r"\[\[src:[a-z0-9-]+\]\]$", story) for story in stories)
