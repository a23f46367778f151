"""Every page of the site: kinds, ids, languages, catalogue; and that a changed fact changes every page that shows it."""

import json
import re
from collections import Counter

import pytest

from helpers import SITUATION, TODAY, body, lay_out, plan_of
from rsmms.building.catalogue import catalogue, catalogue_json
from rsmms.language.addresses import relative, url_of
from rsmms.layout.page import KINDS
from rsmms.layout.plan import Plan
from rsmms.pages.all_pages import generated_paths

LANGUAGES = ("fr", "en", "ee")
FIELDS = {"kind", "id", "lang", "url", "title", "state", "source_lang", "sheet", "updated"}
STATES = {"source", "translated", "draft", "terms-checked", "reviewed", "approved", "fallback"}


# --- what there is


def test_pages_of_the_tiny_project(tiny_plan: Plan):
    """One page for each thing, in French; whatever else there is belongs to nobody here."""
    found = {page.path: (page.kind, page.id) for (language, _), page in tiny_plan.pages.items() if language == "fr"}

    expected = {
        "index.md": ("home", "home"), SITUATION: ("situation", "passport-kept"), "pays/togo.md": ("country", "TGO"),
        "contacts/togo.md": ("contacts", "TGO"), "conventions/c097.md".replace("c097", "c97"): ("convention", "c097"),
        "conventions/c143.md": ("convention", "c143"), "zones/ecowas.md": ("zone", "ecowas"), "pays/togo/droits.md": ("page", "rights-TGO"),
        "pays/index.md": ("page", "countries"), "contacts/index.md": ("page", "contacts-index"), "conventions/index.md": ("page", "conventions"),
        "zones/index.md": ("page", "zones"), "routes/index.md": ("page", "routes"), "situations/index.md": ("page", "situations"),
        "conventions/ratifications.md": ("page", "ratifications"), "glossaire.md": ("page", "glossary"), "a-z.md": ("page", "a-z"),
    }  # fmt: skip
    assert {path: found.get(path) for path in expected} == expected


def test_generated_paths_are_known_before_the_pages_are_made(tiny, tiny_plan: Plan):
    """Links to them are checked first: all are made, but international contacts (there are none here) and sheets (not printed here)."""
    made = {path for _, path in tiny_plan.pages}

    assert generated_paths(tiny.library) - made <= {"contacts/international.md", "fiches.md"}


def test_every_page_has_what_lists_need(plan: Plan):
    """A known kind and state, a title, a description, an address without capitals, a date that is not in the future."""
    for (language, path), page in plan.pages.items():
        assert page.kind in KINDS, path
        assert page.state in STATES, path
        assert (page.language, page.path) == (language, path)
        assert page.title.strip(), path
        assert 10 <= len(page.description) <= 200, (path, page.description)
        assert re.fullmatch(r"([a-z0-9-]+/)*([a-z0-9-]+)\.md", path), path
        assert page.updated <= TODAY, path
        assert page.body.strip(), path


def test_no_id_twice(plan: Plan):
    """Kind, id and language name one page."""
    counted = Counter((page.kind, page.id, page.language) for page in plan.pages.values())

    assert [key for key, number in counted.items() if number > 1] == []


def test_ids_are_the_same_in_all_languages(plan: Plan):
    """A reuser who knows a French page knows its translations."""
    for path, pages in plan.by_path.items():
        assert len({(p.kind, p.id) for p in pages.values()}) == 1, path


def test_no_address_twice(plan: Plan):
    """Two paths never meet at one address."""
    counted = Counter(page.site_url for page in plan.pages.values())

    assert [url for url, number in counted.items() if number > 1] == []


def test_every_page_exists_in_every_language(plan: Plan):
    """Or is shown in French; only the two-language views and what is for the speakers of one language belong to that language."""
    for path, pages in plan.by_path.items():
        if "fr" in pages:
            assert set(pages) == set(LANGUAGES), path
        else:
            assert path.endswith("/avec-fr.md") or set(pages) == {"ee"}, path


# --- languages


def test_a_page_without_translation_is_shown_in_french(tiny_plan: Plan):
    """Same text, same id, marked as fallback; it is no alternate."""
    french, shown = tiny_plan.pages["fr", SITUATION], tiny_plan.pages["ee", SITUATION]

    assert (shown.language, shown.source_language, shown.state) == ("ee", "fr", "fallback")
    assert (shown.body, shown.title, shown.id, shown.kind) == (french.body, french.title, french.id, french.kind)
    assert [language for language, _ in tiny_plan.alternates(SITUATION)] == ["fr", "en"]


def test_alternates(tiny_plan: Plan):
    """Pages from data exist in all languages, unknown paths in none."""
    assert [language for language, _ in tiny_plan.alternates("pays/togo.md")] == ["fr", "en", "ee"]
    assert tiny_plan.alternates("nowhere.md") == []


@pytest.mark.parametrize(("language", "state"), [("fr", "source"), ("en", "translated"), ("ee", "draft")])
def test_states_of_pages_from_data(tiny_plan: Plan, language: str, state: str):
    """Their texts are as good as the strings of the language."""
    assert tiny_plan.pages[language, "pays/togo.md"].state == state


def test_a_language_is_a_folder_and_a_line(tmp_path):
    """Arabic without any text: every page is there, shown in French or marked so piece by piece."""
    plan = plan_of(lay_out(tmp_path), ("fr", "en", "ee", "ar"))

    assert {path for language, path in plan.pages if language == "ar"} >= {path for language, path in plan.pages if language == "fr"}
    assert plan.pages["ar", SITUATION].state == "fallback"
    assert plan.pages["ar", "pays/togo.md"].title == "توغو"
    assert '<span lang="fr">' in body(plan, "pays/togo.md", "ar")


# --- catalogue


def test_the_catalogue(tiny_plan: Plan):
    """One entry a page and language, with all fields and no other."""
    entries = catalogue(tiny_plan)
    togo = next(e for e in entries if (e["kind"], e["id"], e["lang"]) == ("country", "TGO", "en"))

    assert len(entries) == len(tiny_plan.pages)
    assert {frozenset(e) for e in entries} == {frozenset(FIELDS)}
    assert togo == {
        "kind": "country", "id": "TGO", "lang": "en", "url": "en/pays/togo/", "title": "Togo", "state": "translated", "source_lang": "fr",
        "sheet": togo["sheet"], "updated": "2026-11-01",
    }  # fmt: skip
    assert json.loads(catalogue_json(tiny_plan)) == entries


def test_two_builds_are_equal(tmp_path, tiny_plan: Plan):
    """Same files, same day, same bytes, in the same order."""
    again = plan_of(lay_out(tmp_path))

    assert catalogue_json(again) == catalogue_json(tiny_plan)
    assert [p.body for p in again.pages.values()] == [p.body for p in tiny_plan.pages.values()]


@pytest.mark.parametrize(("path", "url"), [("index.md", ""), ("pays/togo.md", "pays/togo/"), ("pays/index.md", "pays/"), ("my-index.md", "my-index/")])
def test_addresses(path: str, url: str):
    """Folders, in French without a language."""
    assert url_of(path) == url


@pytest.mark.parametrize(("target", "origin", "link"), [
    ("pays/togo.md", "index.md", "pays/togo/"), ("index.md", "pays/togo.md", "../../"), ("pays/togo.md", "pays/togo.md", "./"),
    ("pays/togo/droits.md#a", "pays/togo.md", "droits/#a"), ("pays/togo.md", "pays/togo/droits.md", "../"), ("index.md", "index.md", "./"),
    ("situations/a.md", "situations/a/avec-fr.md", "../"), ("pays/index.md#b", "contacts/index.md", "../pays/#b"),
])  # fmt: skip
def test_relative_links(target: str, origin: str, link: str):
    """They work in a folder on a memory card too."""
    assert relative(target, origin) == link
