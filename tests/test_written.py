"""Hand-written pages: header, sections and pieces, and how they are shown in one and in two languages."""

from pathlib import Path

import pytest

from helpers import CONTACTS, SITUATION, SITUATION_EN, SITUATION_FR, body, changed, lay_out, places, plan_of, rendered, visible
from rsmms.plan import Plan
from rsmms.written import Unit, read_written, split

FR, EN, EE = (f"docs/{language}/{SITUATION}" for language in ("fr", "en", "ee"))
BESIDE = "situations/passeport/avec-fr.md"
HEADER = "---\nid: page\nkind: page\ntitle: T\ndescription: D\nupdated: 2026-11-01\n---\n"
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


def page(tmp_path: Path, text: str | bytes):
    """Read one page; returns it with the codes and lines of its problems."""
    path = tmp_path / "docs" / "fr" / "page.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found, problems = read_written(path, tmp_path, "fr", "page.md")
    return found, [(p.code, p.line) for p in problems]


# --- header


def test_a_header(tmp_path: Path):
    """Everything in it, with what is left out at its default."""
    found, problems = page(tmp_path, HEADER + "\nTexte.\n")

    assert problems == []
    assert (found.front.id, found.front.kind.value, found.front.title, found.front.state.value) == ("page", "page", "T", "source")
    assert (found.front.danger, found.front.words, found.front.group) == (0, (), None)
    assert (found.language, found.path, found.file) == ("fr", "page.md", "docs/fr/page.md")


@pytest.mark.parametrize("text", ["", "Texte.\n", "---\nid: a\n", "\n" + HEADER, "--- \nid: a\n---\n", "-- -\n"])
def test_no_header(tmp_path: Path, text: str):
    """A page without a header between two lines of --- is told."""
    assert page(tmp_path, text) == (None, [("P001", 1)])


@pytest.mark.parametrize(("old", "new", "problem"), [
    ("kind: page\n", "kind: pages\n", ("M005", 3)), ("kind: page\n", "", ("M001", 1)), ("title: T\n", "title: T\nauthor: me\n", ("M002", 5)),
    ("updated: 2026-11-01", "updated: 2026-11", ("M004", 6)), ("title: T\n", "title: a: b\n", ("Y001", 4)), ("title: T\n", "title: <b>T</b>\n", ("T003", 4)),
    ("title: T\n", "title: T\ndanger: 3\n", ("M012", 5)), ("id: page\n", "id: page\nid: page\n", ("Y002", 3)), ("title: T\n", "\ttitle: T\n", ("Y006", 4)),
    ("description: D", "description: " + "D" * 201, ("M013", 5)), ("title: T\n", "title: T\ngroup: work\n", ("M005", 5)),
])  # fmt: skip
def test_a_wrong_header(tmp_path: Path, old: str, new: str, problem: tuple[str, int]):
    """The line is the one in the file, the header's first line being the second."""
    _, problems = page(tmp_path, HEADER.replace(old, new) + "\nTexte.\n")

    assert problems[0] == problem


def test_a_file_that_is_no_text(tmp_path: Path):
    """Neither UTF-8 nor short enough: no page, one problem."""
    assert page(tmp_path, HEADER.encode() + b"\nLom\xe9\n") == (None, [("Y007", 9)])
    (tmp_path / "docs/fr/page.md").unlink()
    (tmp_path / "docs/fr").rmdir()
    (tmp_path / "docs").rmdir()
    assert page(tmp_path, HEADER + "x" * 1_000_001) == (None, [("Y004", 1)])


def test_windows_lines_and_byte_order_mark(tmp_path: Path):
    """They change nothing."""
    found, problems = page(tmp_path, b"\xef\xbb\xbf" + (HEADER + "\n## Titre {#a}\n\nTexte.\n").replace("\n", "\r\n").encode())

    assert problems == []
    assert [(s.id, s.line, [u.text for u in s.units]) for s in found.sections] == [("a", 9, ["Texte."])]


def test_texts_of_the_body_obey_the_rules(tmp_path: Path):
    """With the line of the file."""
    _, problems = page(tmp_path, HEADER + "\nUn <b>mot</b>.\n\nDeux javascript:x\n\n## Sans nom\n")

    assert problems == [("T003", 9), ("T003", 9), ("T004", 11), ("P002", 13)]


# --- sections and units


def units(text: str) -> list[tuple[str, str, int]]:
    """Kind, text and line of the units of a body."""
    return [(u.kind, u.text, u.line) for s in split(text) for u in s.units]


def test_units():
    """Paragraphs over several lines, items over several lines, letters, in their order."""
    text = "Un\ndeux.\n\n1. Premier\n   suite\n2. Second\n\n- Tiret\n* Étoile\n\n```text\nMonsieur,\n\n- Rendez\n```\n\nFin."

    assert units(text) == [
        ("p", "Un\ndeux.", 1), ("ol", "Premier suite", 4), ("ol", "Second", 6), ("ul", "Tiret", 8), ("ul", "Étoile", 9),
        ("letter", "```text\nMonsieur,\n\n- Rendez\n```", 11), ("p", "Fin.", 17),
    ]  # fmt: skip


def test_sections():
    """The lead has no id; a title in a letter is no title; levels 2 to 4."""
    text = "Lead.\n\n## Un {#un}\n\na\n\n### Deux {#deux}\n```\n## pas un titre\n```\n#### Trois {#trois}\n## Quatre\n"

    assert [(s.id, s.title, s.level, s.line, len(s.units)) for s in split(text)] == [
        ("", "", 2, 1, 1), ("un", "Un", 2, 3, 1), ("deux", "Deux", 3, 7, 1), ("trois", "Trois", 4, 11, 0), ("", "Quatre", 2, 12, 0),
    ]  # fmt: skip


def test_nothing_written_is_nothing():
    """An empty body has no section."""
    assert list(split("")) == []
    assert list(split("\n\n")) == []


@pytest.mark.parametrize("text", [
    "Un.\n\nDeux.", "- a\n- b\n\nc", "```\nx\n```", "## A {#a}\n\nb", "a\n- b", "1. a\n\n1. b", "a\n```\nb\n```\nc",
])  # fmt: skip
def test_no_word_is_lost(text: str):
    """Whatever the form, every word stands in a unit or a title."""
    words = [w.strip("#{}-.1`") for w in text.split()]
    kept = " ".join(f"{s.title} {s.id} " + " ".join(u.text for u in s.units) for s in split(text))

    assert [w for w in words if w and w not in kept] == []


def test_a_letter_that_is_not_closed_loses_no_word(tmp_path: Path):
    """The forgotten ``` at the end does not make the letter vanish, and is told."""
    letter = "Un.\n\n```text\nMonsieur,\nRendez-moi mon passeport.\n"

    assert units(letter) == [("p", "Un.", 1), ("letter", "```text\nMonsieur,\nRendez-moi mon passeport.\n```", 3)]
    assert page(tmp_path, HEADER + letter)[1] == [("P012", 10)]


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


def test_the_country_is_chosen_after_the_steps(tiny_plan: Plan):
    """The chooser stands between "what to do" and "proof", and leads to the country's rights."""
    text = body(tiny_plan, SITUATION)

    assert text.index("{#agir}") < text.index("{#pays}") < text.index("{#preuves}")
    assert 'href="../../pays/togo/droits/#passport-kept"' in text


@pytest.mark.parametrize(("mark", "shown"), [
    ("[[?]]", '<span class="tbc">à confirmer</span>'), ("[[in:TGO,BEN]]", '<span class="only">Seulement\u00a0: Togo, Bénin</span>'),
    ("[[src:ilo]]", '<a href="#source-1" class="origin">[1]</a>'), ("[[fr]]", ""), ("[[c097/annex-1:6]]", "annex-1-art-6"),
    ("[[block:countries]]", 'href="pays/togo/"'), ("[[contacts:TGO:union_centre]]", 'id="tgo-cstt"'), ("[[contacts:TGO]]", 'href="tel:+22822213334"'),
])  # fmt: skip
def test_marks_in_the_page(tmp_path: Path, mark: str, shown: str):
    """Each kind of mark becomes what it stands for."""
    text = changed("docs/fr/index.md", "[[block:situations]]", mark) | {"docs/en/index.md": None}
    made = body(plan_of(lay_out(tmp_path, text), ("fr",)), "index.md")

    assert shown in made
    assert "[[" not in made


def test_a_block_that_fills_itself(tiny_plan: Plan):
    """The list of situations on the home page, in each language."""
    assert "Mon employeur garde mon passeport" in body(tiny_plan, "index.md")
    assert "My employer keeps my passport" in body(tiny_plan, "index.md", "en")


def test_a_list_of_another_country_has_no_hidden_contact(tmp_path: Path):
    """A contact card asked for by kind shows no other kind."""
    text = changed("docs/fr/index.md", "[[block:situations]]", "[[contacts:TGO:union_centre]]") | {"docs/en/index.md": None}
    police = CONTACTS[CONTACTS.index("  - id:") :].replace("tgo-cstt", "tgo-police").replace("union_centre", "emergency")
    police = police.replace("fr: Confédération des travailleurs", "fr: Police secours")
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
    more = SITUATION_EN.replace("- A photo of the passport. [[?]]\n", "- A photo. [[?]]\n- A copy. [[?]]\n")
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


def test_units_are_values():
    """Equal pieces are equal."""
    assert Unit("p", "x", 1) == Unit("p", "x", 1)
