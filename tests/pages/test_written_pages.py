"""Hand-written pages as they are shown: in one language, and in two."""

from pathlib import Path

import pytest

from helpers import CONTACTS, SITUATION, SITUATION_EN, SITUATION_FR, body, changed, lay_out, places, plan_of, rendered, visible
from rsmms.layout.plan import Plan

FR, EN, EE = (f"docs/{language}/{SITUATION}" for language in ("fr", "en", "ee"))
BESIDE = "situations/passeport/avec-fr.md"
SITUATION_EE = """\
---
id: passport-kept
kind: situation
title: Nye dɔtɔ lé nye pasporti ɖe asi
short: Pasporti
description: Nye dɔtɔ lé nye pasporti ɖe asi.
updated: 2026-11-04
state: draft
---

**Wò pasporti nye tɔwò.**

## Nu si nàwɔ {#agir}

1. Bia wò pasporti. [[c143:9]]
2. [[fr]]
"""
"""A draft: one section of three, one step of two."""


# --- pages in one language


def test_a_page_is_shown(tiny_plan: Plan):
    """Marks are links, steps are numbered, the letter can be copied, the sources stand at the end."""
    made = rendered(body(tiny_plan, SITUATION))

    assert '<a href="../../conventions/c143/#art-9-1" class="origin">C143 art. 9</a>' in made
    assert '<h2 id="agir">Que faire maintenant</h2>' in made
    assert made.count("<li>Demandez votre passeport.") == 1
    assert '<span class="tbc">à confirmer</span>' in made
    assert "<pre>Monsieur,&#10;&#10;Rendez-moi mon passeport.</pre>" in made
    assert 'id="source-1"' in made
    assert "[[" not in visible(made)


def test_the_letter_is_text(tmp_path: Path):
    """Signs of Markdown in a letter stay signs."""
    text = SITUATION_FR.replace("Rendez-moi mon passeport.\n```", "Rendez *moi* [x] _y_ 1 < 2 #3\n\n\n- a\n```")
    made = rendered(body(plan_of(lay_out(tmp_path, {FR: text})), SITUATION))

    assert "Rendez *moi* [x] _y_ 1 &lt; 2 #3&#10;&#10;&#10;- a</pre>" in made


def test_the_country_is_chosen_right_under_the_lead(tiny_plan: Plan):
    """The chooser stands before "what to do", leads to the country's rights, and dials its emergency number."""
    text = body(tiny_plan, SITUATION)

    assert text.index('id="pays"') < text.index("{#agir}") < text.index("{#preuves}")
    assert '<a href="tel:117" class="sos" aria-label="Togo\u00a0: Urgences 117"><bdi dir="ltr">117</bdi></a>' in text
    assert 'href="../../pays/togo/droits/#passport-kept"' in text


@pytest.mark.parametrize(("mark", "shown"), [
    ("[[?:no-document]]", '<span class="tbc">à confirmer</span>'), ("[[in:TGO,BEN]]", '<span class="only">Seulement\u00a0: Togo, Bénin</span>'),
    ("[[src:ilo]]", '<a href="#source-1" class="origin">[1]</a>'), ("[[fr]]", ""), ("[[c097/annex-1:6]]", "annex-1-art-6"),
    ("[[block:countries]]", 'href="pays/togo/"'), ("[[contacts:TGO:union_centre]]", 'id="tgo-cstt"'), ("[[contacts:TGO]]", 'href="tel:+22822213334"'),
])  # fmt: skip
def test_marks_in_the_page(tmp_path: Path, mark: str, shown: str):
    """Each kind of mark becomes what it stands for."""
    text = changed("docs/fr/index.md", "[[block:situations]]", mark) | {"docs/en/index.md": None}
    made = body(plan_of(lay_out(tmp_path, text), ("fr",)), "index.md")

    assert shown in rendered(made)
    assert "[[" not in made


def test_a_block_that_fills_itself(tiny_plan: Plan):
    """The list of situations on the home page, in each language."""
    assert "Mon employeur garde mon passeport" in body(tiny_plan, "index.md")
    assert "My employer keeps my passport" in body(tiny_plan, "index.md", "en")


def test_a_list_of_another_country_has_no_hidden_contact(tmp_path: Path):
    """A contact card asked for by kind shows no other kind."""
    text = changed("docs/fr/index.md", "[[block:situations]]", "[[contacts:TGO:union_centre]]") | {"docs/en/index.md": None}
    police = CONTACTS[CONTACTS.index("  - id:") :].replace("tgo-cstt", "tgo-police").replace("union_centre", "emergency")
    police = police.replace("fr: Confédération des travailleurs", "fr: Police secours").replace("+22822213334", "117")
    made = plan_of(lay_out(tmp_path, {**text, "data/contacts/TGO.yaml": CONTACTS + police}), ("fr",))

    assert "Police secours" not in body(made, "index.md")
    assert "Police secours" in "".join(page.body for page in made.pages.values())


# --- two languages


@pytest.fixture(scope="module")
def draft(tmp_path_factory) -> Plan:
    """Make the tiny project with an Ewe draft of its situation."""
    return plan_of(lay_out(tmp_path_factory.mktemp("draft"), {EE: SITUATION_EE}))


def test_a_draft_always_has_the_french_beside_it(draft: Plan):
    """Each piece with its French, titles too; nothing safety-critical stands alone."""
    made = rendered(body(draft, SITUATION, "ee"))

    assert draft.pages["ee", SITUATION].state == "draft"
    assert "Bia wò pasporti." in made
    assert '<span lang="fr" class="beside">Demandez votre passeport.' in made
    assert '<p class="beside" lang="fr">Que faire maintenant</p>' in made


def test_what_a_draft_lacks_is_french_and_says_so(draft: Plan):
    """A step marked [[fr]] and whole sections."""
    made = rendered(body(draft, SITUATION, "ee"))

    assert '<span lang="fr">Allez au' in made
    assert '<div lang="fr">\n<h2 id="preuves">Preuves à garder</h2>' in made
    assert made.index('id="agir"') < made.index('id="preuves"') < made.index('id="modele"')


def test_a_draft_has_no_second_view(draft: Plan):
    """It is the two-language view already."""
    assert ("ee", BESIDE) not in draft.pages or draft.pages["ee", BESIDE].state == "fallback"
    assert not draft.pages["ee", SITUATION].extra.get("two_languages")


def test_a_translation_has_a_view_with_the_french(tiny_plan: Plan):
    """One tap away, not in search, with links that are right from there."""
    page = tiny_plan.pages["en", BESIDE]
    made = rendered(page.body)

    assert tiny_plan.pages["en", SITUATION].extra["two_languages"] == "avec-fr/"
    assert (page.id, page.listed, page.state) == ("passport-kept-avec-fr", False, "translated")
    assert "Ask for your passport." in made
    assert '<span lang="fr" class="beside">Demandez votre passeport.' in made
    assert 'lang="fr" class="beside"' not in rendered(body(tiny_plan, SITUATION, "en"))
    assert "](../index.md)" not in page.body
    assert "](../../index.md)" in page.body


def test_the_french_page_has_no_view_beside_itself(tiny_plan: Plan):
    """French beside French helps nobody."""
    assert ("fr", BESIDE) not in tiny_plan.pages


def test_pieces_that_do_not_pair_are_not_mixed(tmp_path: Path):
    """A section with another number of pieces is a problem; shown, it never puts a wrong French under a piece."""
    more = SITUATION_EN.replace("- A photo of the passport. [[?:no-document]]\n", "- A photo. [[?:no-document]]\n- A copy. [[?:no-document]]\n")
    root = lay_out(tmp_path, {EN: more})

    assert places(root) == [f"{EN}:20: P007"]


@pytest.mark.parametrize("state", ["draft", "terms-checked"])
def test_a_draft_may_lack_sections_but_not_pieces(tmp_path: Path, state: str):
    """What is there pairs with the French; what is not there is shown in French."""
    short = SITUATION_EE.replace("state: draft", f"state: {state}")

    assert places(lay_out(tmp_path, {EE: short})) == []
    assert places(lay_out(tmp_path, {EE: short.replace("2. [[fr]]\n", "")})) == [f"{EE}:13: P007"]


def test_a_change_of_french_changes_the_other_languages(tmp_path: Path):
    """The French beside is never an old copy."""
    new = SITUATION_FR.replace("Demandez votre passeport.", "Demandez calmement votre passeport.")
    plan = plan_of(lay_out(tmp_path, {FR: new, EE: SITUATION_EE}))

    assert "Demandez calmement votre passeport." in body(plan, SITUATION, "ee")
    assert "Demandez calmement votre passeport." in body(plan, BESIDE, "en")
