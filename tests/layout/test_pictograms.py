"""Pictograms: one closed list, drawn from the locked package, each situation its own, never without words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import ROOT, SITUATION, changed, places
from node_tools import NoNpm
from rsmms.layout.icons import KIND_ICONS, icon, pic, sprite, symbols, with_own_sprite
from rsmms.layout.plan import Plan
from rsmms.model.contact import Kind
from rsmms.model.pictogram import Pictogram
from sprite import SPRITE, drawn

GRID = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'


def test_every_name_has_its_shape():
    """The closed list and the sprite say the same."""
    assert set(symbols()) == {name.value for name in Pictogram}


def test_the_sprite_is_drawn_from_the_locked_package():
    """`make icons` gives the same bytes; without npm the test is left out and says why."""
    try:
        made = drawn()
    except NoNpm as why:
        pytest.skip(str(why.args[0]))

    assert SPRITE.read_text(encoding="utf-8") == made


def test_own_shapes_lie_on_the_same_grid():
    """24 units, stroke 2, round ends, no colour of their own."""
    own = sorted((ROOT / "theme" / "icons" / "own").glob("*.svg"))

    assert len(own) == 6
    assert [p.name for p in own if GRID not in p.read_text(encoding="utf-8") or 'viewBox="0 0 24 24"' not in p.read_text(encoding="utf-8")] == []


def test_each_situation_has_its_own(plan: Plan):
    """No two situations look alike, and none has what stands for "help"."""
    chosen = [w.front.icon for (language, _), w in plan.written.items() if language == "fr" and w.front.kind.value == "situation"]

    assert len(chosen) == len(set(chosen)) >= 34
    assert Pictogram.LIFEBUOY not in chosen


def test_every_kind_of_contact_has_one():
    """A new kind of contact is given a pictogram."""
    assert set(KIND_ICONS) == set(Kind)


def test_a_wrong_name_is_told_with_the_likely_one(project: Callable[..., Path]):
    """`icon: cash-of` is an error at its line, and names `cash-off`."""
    root = project(changed(f"docs/fr/{SITUATION}", "kind: situation\n", "kind: situation\nicon: cash-of\n"))

    assert places(root) == [f"docs/fr/{SITUATION}:4: icon M005 → cash-off"]


def test_a_pictogram_is_never_read_aloud():
    """It is hidden from voices; the words beside it say everything."""
    assert 'aria-hidden="true"' in icon(Pictogram.PHONE)
    assert 'aria-hidden="true"' in pic(Pictogram.PHONE)


def test_a_page_carries_what_it_uses_once():
    """Two uses, one shape; and a page handed on without its head keeps only its own."""
    page = str(icon(Pictogram.PHONE) + icon(Pictogram.PHONE))
    main = f"<p>{page}</p>{sprite(page + icon(Pictogram.MENU))}"

    assert sprite(page).count("<symbol") == 1
    assert sprite("<p>no picture</p>") == ""
    assert "i-menu-2" not in with_own_sprite(main)
    assert with_own_sprite(main).count("<symbol") == 1
