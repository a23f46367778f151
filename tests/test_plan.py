"""Every page of the site: kinds, ids, languages, catalogue; and that a changed fact changes every page that shows it."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from helpers import BENIN, COUNTRY, PROJECT, SITUATION, TODAY, body, changed, lay_out, merged, plan_of, rendered
from rsmms.load import load
from rsmms.pages.html import allowed_link
from rsmms.pages.page import KINDS, relative, url_of
from rsmms.plan import Plan, catalogue, catalogue_json, generated_paths, make_plan
from rsmms.site import NotPublishable, make_site

LANGUAGES = ("fr", "en", "ee")
FIELDS = {"kind", "id", "lang", "url", "title", "state", "source_lang", "sheet", "updated"}
STATES = {"source", "translated", "draft", "terms-checked", "reviewed", "approved", "fallback"}
TOGO, CONTACTS = "data/country_profiles/TGO.yaml", "data/contacts/TGO.yaml"


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


# --- stopping


def test_nothing_is_made_of_wrong_data(tmp_path):
    """Every problem is carried by what stops the build; warnings do not stop it."""
    root = lay_out(tmp_path, changed(TOGO, "status: in_force", "status: x"))

    with pytest.raises(NotPublishable) as caught:
        make_site(root, LANGUAGES, TODAY)
    assert [p.code for p in caught.value.problems] == ["M005"]


def test_a_profile_that_says_nothing_yet(tmp_path):
    """A new country file with only its name makes pages that say so."""
    plan = plan_of(lay_out(tmp_path, {"data/country_profiles/BEN.yaml": "id: BEN\nslug: benin\n"}))

    assert plan.pages["fr", "pays/benin.md"].updated == TODAY
    assert "Nous ne connaissons encore aucun contact vérifiable" in body(plan, "pays/benin.md")
    assert "Traités sur lesquels nous ne savons rien" in body(plan, "pays/benin.md")


@pytest.mark.parametrize("name", ["data/agreements.yaml", "data/glossary.yaml", "data/zones.yaml", "data/contacts/TGO.yaml"])
def test_files_may_be_absent(tmp_path, name: str):
    """The rest of the site is made."""
    assert ("fr", "pays/togo.md") in plan_of(lay_out(tmp_path, {name: None})).pages


# --- one fact, every page


def pages_with(plan: Plan, text: str) -> set[tuple[str, str]]:
    """Pages whose body shows a text; those for contributors and reusers apart, which have examples of their own."""
    return {key for key, page in plan.pages.items() if text in page.body and not key[1].startswith(("contribuer/", "donnees"))}


FACTS = [
    (CONTACTS, '"+22822213334"', '"+22822215556"', "22 21 33 34", "22 21 55 56", 6),
    (CONTACTS, '"+22822213334"', '"+22822215556"', "tel:+22822213334", "tel:+22822215556", 6),
    (CONTACTS, "bureau@cstt.example", "lome@cstt.example", "mailto:bureau@cstt.example", "mailto:lome@cstt.example", 3),
    (TOGO, "date: 1983-11-08", "date: 1984-10-07", "1983", "1984", 9),
    (TOGO, 'number: "117"', 'number: "118"', "tel:117", "tel:118", 6),
    (TOGO, "2024: 281234", "2024: 291235", "281\u202f234", "291\u202f235", 2),
    ("data/sources.yaml", "publisher: ILO", "publisher: OIT-ILO", ">ILO<", ">OIT-ILO<", 12),
    ("data/conventions.yaml", "fr: Le travail fait est payé, même sans papiers.", "fr: Tout travail est payé, même sans papiers.",
     "Le travail fait est payé", "Tout travail est payé", 2),
    ("data/zones.yaml", "fr: Entrer sans visa.", "fr: Entrer avec une carte.", "Entrer sans visa.", "Entrer avec une carte.", 3),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "shown", "then", "least"), FACTS, ids=[f"{x[0]}-{x[3]}" for x in FACTS])
def test_a_changed_fact_changes_every_page_that_shows_it(tmp_path, tiny_plan: Plan, name: str, old: str, new: str, shown: str, then: str, least: int):
    """A fact lives in one file: after one change the old value is nowhere, the new one everywhere the old one was."""
    plan = plan_of(lay_out(tmp_path, changed(name, old, new)))

    assert len(pages_with(tiny_plan, shown)) >= least
    assert pages_with(plan, shown) == set()
    assert pages_with(plan, then) == pages_with(tiny_plan, shown)


def test_a_changed_number_of_the_real_site(content, plan: Plan):
    """The same with real data, in French: every page that names a union of Morocco."""
    contact = content.library.contact_by_id["mar-umt"]
    number = contact.phones[0].number
    new = number[:-4] + ("1234" if number[-4:] != "1234" else "5678")
    other = contact.model_copy(update={"phones": (contact.phones[0].model_copy(update={"number": new}), *contact.phones[1:])})
    listed = tuple(other if c is contact else c for c in content.library.contacts["MAR"])
    library = replace(content.library, contacts={**content.library.contacts, "MAR": listed})
    french = make_plan(library, content.written, ("fr",), TODAY)
    before = {key for key in pages_with(plan, f"tel:{number}") if key[0] == "fr"}

    assert len(before) >= 2
    assert pages_with(french, f"tel:{number}") == set()
    assert pages_with(french, f"tel:{new}") == before


def test_a_changed_status_moves_the_treaty(tmp_path):
    """From "in force" to "not ratified" on the profile, the matrix, the treaty and the rights."""
    status = changed(TOGO, "    status: in_force\n    date: 1983-11-08\n", "    status: not_ratified\n    as_of: 2026\n")
    before, after = plan_of(lay_out(tmp_path / "a")), plan_of(lay_out(tmp_path / "b", status))

    for path, gone in (("pays/togo.md", "{#treaties-in-force}"), ("conventions/c143.md", ">Togo<"), ("pays/togo/droits.md", "Articles qui lient ce pays")):
        assert gone in body(before, path), path
        assert gone not in body(after, path), path
    assert 'class="mark in_force"' in body(before, "conventions/ratifications.md")
    assert 'class="mark in_force"' not in body(after, "conventions/ratifications.md")


@pytest.mark.parametrize(("written", "shown"), [("1983", "1983"), ("1983-11", "novembre 1983"), ("1983-11-08", "8 novembre 1983")])
def test_a_date_is_shown_with_the_precision_it_has(tmp_path, written: str, shown: str):
    """No day is made up for a year."""
    text = body(plan_of(lay_out(tmp_path, changed(TOGO, "1983-11-08", written)), ("fr",)), "pays/togo.md")

    assert f"{shown}<" in text
    assert ("novembre" in text.partition("{#traites}")[2].partition("Vérifié")[0]) == ("-" in written)


def test_no_ratification_date_says_so(tmp_path):
    """An unknown date is told, never left to be guessed."""
    text = body(plan_of(lay_out(tmp_path, changed(TOGO, "    date: 1983-11-08\n", "")), ("fr",)), "pays/togo.md")

    assert "date non trouvée" in text


@pytest.mark.parametrize(("confidence", "words"), [
    ("unconfirmed", "à confirmer"), ("disputed", "les sources ne sont pas d’accord"), ("confirmed", ""), ("single_source", ""),
])  # fmt: skip
def test_doubt_is_told_wherever_a_ratification_counts(tmp_path, confidence: str, words: str):
    """On the profile and where articles are said to bind."""
    doubtful = changed(TOGO, "    date: 1983-11-08\n", f"    date: 1983-11-08\n    confidence: {confidence}\n")
    plan = plan_of(lay_out(tmp_path, doubtful), ("fr",))
    shown = [path for path in ("pays/togo.md", "pays/togo/droits.md") if f'<span class="tbc">{words}</span>' in body(plan, path)]

    assert shown == (["pays/togo.md", "pays/togo/droits.md"] if words else [])


# --- safety of all pages


def test_no_link_that_is_not_allowed(plan: Plan):
    """In no body, whoever wrote the text."""
    for key, page in plan.pages.items():
        wrong = {target for target in re.findall(r'(?:href|src)="([^"]*)"', page.body) if not allowed_link(target)}
        assert not wrong, (key, wrong)


def test_no_style_and_no_script_in_any_page(plan: Plan):
    """The policy allows neither."""
    for key, page in plan.pages.items():
        assert not re.search(r"<script|<style|<iframe|\sstyle=|\son[a-z]+=|javascript:", page.body), key


def test_nasty_texts_stay_texts(tmp_path):
    """A name that slipped through the checks would still not run: everything is escaped."""
    root = lay_out(tmp_path)
    library = load(root).library
    nasty = "<img src=x onerror=alert(1)>\"'&"
    contact = library.contacts["TGO"][0].model_copy(update={"name": {"fr": nasty}, "city": nasty, "acronym": nasty, "address": nasty})
    plan = make_plan(replace(library, contacts={"TGO": (contact,)}), {}, ("fr",), date(2026, 11, 22))

    for path in ("pays/togo.md", "contacts/togo.md"):
        assert "&lt;img src=x" in body(plan, path)
        assert "<img" not in body(plan, path)


def test_phone_numbers_run_left_to_right(plan: Plan):
    """Every number to dial stands in a ``<bdi dir="ltr">``."""
    for key, page in plan.pages.items():
        for inner in re.findall(r'<a [^>]*href="(?:tel|sms):[^"]*"[^>]*>(.*?)</a>', page.body):
            assert '<bdi dir="ltr">' in inner, key


def test_what_is_unknown_is_not_no(tmp_path):
    """A treaty nobody looked up stands under "nothing known", with the sentence that this is not a no."""
    without = COUNTRY[: COUNTRY.index("  - instrument: c097")] + COUNTRY[COUNTRY.index("figures:") :]
    text = body(plan_of(lay_out(tmp_path, {TOGO: without}), ("fr",)), "pays/togo.md")

    assert "{#treaties-unknown}" in text
    assert "{#treaties-not}" not in text
    assert "« Inconnu » ne veut pas dire « non »" in text.replace("\u00a0", " ")


def test_lists_of_countries_are_in_the_order_of_the_language(tmp_path):
    """Bénin before Togo, and Germany under G in English."""
    germany = BENIN.replace("BEN", "DEU").replace("benin", "allemagne")
    plan = plan_of(lay_out(tmp_path, merged({"data/country_profiles/BEN.yaml": BENIN, "data/country_profiles/DEU.yaml": germany})))

    for language, names in (("fr", ["Allemagne", "Bénin"]), ("en", ["Benin", "Germany"])):
        text = body(plan, "pays/index.md", language)
        assert text.index(f">{names[0]}<") < text.index(f">{names[1]}<")


def test_rendered_pages_have_no_id_twice(tiny_plan: Plan):
    """Links to a part of a page lead to one place."""
    for key, page in tiny_plan.pages.items():
        ids = re.findall(r'\sid="([^"]+)"', rendered(page.body))
        assert [i for i, n in Counter(ids).items() if n > 1] == [], key


@pytest.mark.parametrize("name", sorted(PROJECT))
def test_no_file_of_the_tiny_project_is_superfluous(tmp_path, tiny_plan: Plan, name: str):
    """Each file shows on some page: without it, something changes or is told."""
    whole = {key: page.body for key, page in tiny_plan.pages.items() if key[0] in ("fr", "en")}
    try:
        less = {key: page.body for key, page in plan_of(lay_out(tmp_path, {name: None}), ("fr", "en")).pages.items()}
    except NotPublishable:
        return
    assert less != whole
