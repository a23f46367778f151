"""One fact, every page: a change in one place of the data changes each page that shows it, with its doubt and its precision."""

from dataclasses import replace

import pytest

from helpers import TODAY, body, changed, lay_out, plan_of
from rsmms.layout.plan import Plan
from rsmms.pages.all_pages import make_plan

TOGO, CONTACTS = "data/country_profiles/TGO.yaml", "data/contacts/TGO.yaml"


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

    for path, gone in (("pays/togo.md", 'id="treaties-in-force"'), ("conventions/c143.md", ">Togo<"), ("pays/togo/droits.md", "Un droit ici")):
        assert gone in body(before, path), path
        assert gone not in body(after, path), path
    assert 'class="mark in_force"' in body(before, "conventions/ratifications.md")
    assert 'class="mark in_force"' not in body(after, "conventions/ratifications.md")


@pytest.mark.parametrize(("written", "shown"), [("1983", "1983"), ("1983-11", "novembre 1983"), ("1983-11-08", "8 novembre 1983")])
def test_a_date_is_shown_with_the_precision_it_has(tmp_path, written: str, shown: str):
    """No day is made up for a year."""
    text = body(plan_of(lay_out(tmp_path, changed(TOGO, "1983-11-08", written)), ("fr",)), "pays/togo.md")

    assert f"{shown}<" in text
    assert ("novembre" in text.partition('id="traites"')[2].partition('class="ref"')[0]) == ("-" in written)


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
