"""Fingerprints of French sections: planted changes that must be seen, and planted changes that must not. 0 false, 0 missed."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import ROOT, SITUATION, SITUATION_FR, body, changed, lay_out, plan_of, visible
from rsmms.commands.editors.compose import compose
from rsmms.commands.editors.translated import pages_below, stamp
from rsmms.language.fingerprints import fingerprint, fingerprints, outdated, tokens
from rsmms.model.front import State
from rsmms.model.written import Section, Written
from rsmms.problems.command_error import CommandError
from rsmms.reading.markdown import read_written, split

FR, EN = f"docs/fr/{SITUATION}", f"docs/en/{SITUATION}"
REAL = sorted((ROOT / "docs" / "fr" / "situations").glob("*.md"))


def page(root: Path, language: str = "fr", inside: str = SITUATION) -> Written:
    """One page of a project."""
    found, _ = read_written(root / "docs" / language / inside, root, language, inside)
    assert found
    return found


def sections_of(path: Path) -> tuple[Section, ...]:
    """The sections of a real page."""
    return tuple(split(path.read_text(encoding="utf-8").split("---\n", 2)[2]))


def prints(sections: tuple[Section, ...], like: Written) -> dict[str, str]:
    """Fingerprints of sections as if they were a page."""
    return fingerprints(replace(like, sections=sections))


SAME: dict[str, Callable[[str], str]] = {
    "two spaces for one": lambda t: t.replace(" ", "  "), "no-break spaces": lambda t: t.replace(" :", "\u00a0:").replace(" ?", "\u202f?"),
    "straight apostrophes": lambda t: t.replace("’", "'"), "other quotes": lambda t: t.replace("« ", "“").replace(" »", "”"),
    "full stops to exclamation marks": lambda t: re.sub(r"(?<=[a-zé])\.(?= |$)", " !", t, flags=re.MULTILINE),
    "commas dropped": lambda t: re.sub(r"(?<=[a-zé]),(?!\d)", "", t),
    "bold taken away": lambda t: t.replace("**", ""), "a blank line more": lambda t: t.replace("\n\n", "\n\n\n"),
    "link to a page that moved": lambda t: re.sub(r"\]\([\w/.-]+\.md", "](../ailleurs/page.md", t),
    "a source for a doubt": lambda t: t.replace("[[?:no-document]]", "[[src:nouvelle-source]]"),
    "a thousand grouped": lambda t: re.sub(r"(\d) (\d{3})\b", r"\1\2", t),
    "bullets of another kind": lambda t: re.sub(r"^- ", "* ", t, flags=re.MULTILINE), "capitals": lambda t: t.replace("Syndicat", "syndicat"),
}  # fmt: skip
"""Changes without a word or number: never an alarm."""


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_no_false_alarm(change: Callable[[str], str]):
    """No section of any real page looks changed."""
    like = page(ROOT, "fr", "situations/passeport.md")
    for path in REAL:
        text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        assert prints(tuple(split(change(text))), like) == prints(tuple(split(text)), like), path.name


def test_no_alarm_for_moved_sections_and_pages():
    """The order of sections, the page's path and its file do not count."""
    like = page(ROOT, "fr", "situations/passeport.md")
    moved = replace(like, sections=tuple(reversed(like.sections)), path="ailleurs/x.md", file="docs/fr/ailleurs/x.md")

    assert fingerprints(moved) == fingerprints(like)


CHANGED: dict[str, Callable[[str], str]] = {
    "a number": lambda t: re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), t, count=1), "a word more": lambda t: t + " jamais",
    "a word less": lambda t: re.sub(r"\w+", "", t, count=1), "not": lambda t: re.sub(r"(\w+)", r"ne \1", t, count=1),
    "an accent": lambda t: re.sub("[éèà]", "e", t, count=1), "a currency": lambda t: t + " €",
    "words exchanged": lambda t: re.sub(r"(\w+)\W+(?!\1\b)(\w+)", r"\2 \1", t, count=1),
    "a country it applies to": lambda t: t + " [[in:BEL]]",
}  # fmt: skip
"""Changes of words and numbers: always seen."""


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_none_missed(change: Callable[[str], str]):
    """Each piece of each real page, changed alone, changes the print of its own section and of no other."""
    like = page(ROOT, "fr", "situations/passeport.md")
    planted = 0
    for path in REAL:
        sections = sections_of(path)
        before = prints(sections, like)
        for number, section in enumerate(sections):
            for place, unit in enumerate(section.units):
                bare = re.sub(r"\[\[[^\]]*\]\]|\]\([^)]*\)", "", unit.text)
                if unit.kind == "style" or tokens(change(bare)) == tokens(bare):
                    continue
                units = (*section.units[:place], replace(unit, text=change(bare)), *section.units[place + 1 :])
                after = prints((*sections[:number], replace(section, units=units), *sections[number + 1 :]), like)
                assert [n for n in before if before[n] != after[n]] == [section.id or "lead"]
                planted += 1
    assert planted > 30


@given(st.text(), st.text())
def test_prints_differ_exactly_when_words_differ(one: str, other: str):
    """Nothing but words and numbers counts, and all of them do."""
    assert (fingerprint(one) == fingerprint(other)) == (tokens(one) == tokens(other))


def test_the_header_counts():
    """A changed title makes the start of a translated page possibly old."""
    like = page(ROOT, "fr", "situations/passeport.md")
    new = replace(like, front=like.front.model_copy(update={"title": "Mon patron garde mon passeport"}))

    assert {n for n, p in fingerprints(new).items() if p != fingerprints(like)[n]} == {"title"}


def test_stamp_then_change(tmp_path: Path):
    """A stamped translation is fresh; after a change of French words, that section and no other is shown as possibly old."""
    root = lay_out(tmp_path)
    assert stamp(root, root / EN)
    assert not stamp(root, root / EN)
    assert outdated(page(root, "en"), page(root)) == ()

    (root / FR).write_text(SITUATION_FR.replace("Une photo du passeport", "Deux photos du passeport"), encoding="utf-8")

    assert outdated(page(root, "en"), page(root)) == ("preuves",)
    shown = visible(body(plan_of(root), SITUATION, "en"))
    assert "Parts that may be old: Proof to keep" in shown
    assert shown.count("has changed since it was translated") == 1


def test_stamp_of_one_section_leaves_the_others(tmp_path: Path):
    """Only what was looked at is noted as new."""
    root = lay_out(tmp_path)
    stamp(root, root / EN)
    (root / FR).write_text(SITUATION_FR.replace("Une photo", "Deux photos").replace("Demandez votre", "Réclamez votre"), encoding="utf-8")

    stamp(root, root / EN, ["preuves"])

    assert outdated(page(root, "en"), page(root)) == ("agir",)


def test_an_unstamped_translation_and_a_french_draft_raise_no_alarm(tmp_path: Path):
    """Nobody noted what it was made from, or the French is not finished."""
    root = lay_out(tmp_path)
    english, french = page(root, "en"), page(root)
    assert outdated(english, french) == ()
    old = replace(english, front=english.front.model_copy(update={"made_from": {"agir": "00000000"}}))
    assert outdated(old, french) == ("agir",)

    draft = replace(french, front=french.front.model_copy(update={"state": State.DRAFT}))

    assert outdated(old, draft) == ()


def test_stamp_changes_only_the_header(tmp_path: Path):
    """The text below the header stays byte by byte."""
    root = lay_out(tmp_path)
    before = (root / EN).read_text(encoding="utf-8").split("---\n", 2)
    stamp(root, root / EN)
    after = (root / EN).read_text(encoding="utf-8").split("---\n", 2)

    assert after[2] == before[2]
    assert after[1].startswith(before[1])


@pytest.mark.parametrize("name", [FR, "docs/en/nothing.md", "data/sources.yaml"])
def test_what_cannot_be_stamped(tmp_path: Path, name: str):
    """French pages, pages that do not exist and other files are refused."""
    root = lay_out(tmp_path, changed(EN, "My employer", "My boss"))

    with pytest.raises((CommandError, FileNotFoundError)):
        stamp(root, root / name)


def test_pages_below_a_folder(tmp_path: Path):
    """A folder stands for its pages."""
    root = lay_out(tmp_path)

    assert pages_below(root, [Path("docs/en")]) == [root / "docs/en/index.md", root / EN]


def test_real_translations_are_stamped(content):
    """Every translation says from which French it was made."""
    assert [p.file for (language, _), p in content.written.items() if language != "fr" and not p.front.made_from] == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.relative_to(ROOT / "docs").as_posix())
def test_compose_is_the_inverse_of_split(path: Path):
    """Every real page comes back byte by byte from its pieces."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]

    assert "\n" + compose(split(text)) == text


