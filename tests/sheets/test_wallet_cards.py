"""Cards for the wallet: a right only where it binds, the number beside "in danger", and never one line over another."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from helpers import ROOT
from rsmms.building.content import Content, read_content
from rsmms.model.country import Status
from rsmms.model.emergency import in_danger
from rsmms.sheets.printing import SheetProblems
from rsmms.sheets.spec import SheetSpec
from sheet_helpers import one, specs

LANGUAGES = ("fr", "en", "ee")
NAMED = ("tunisie", "italie", "belgique", "portugal")
"""Cards that printed over themselves once."""
_WIDE, _HIGH = 85 / 25.4 * 72, 54 / 25.4 * 72


@pytest.fixture(scope="module")
def content() -> Content:
    """The real data."""
    return read_content(ROOT, LANGUAGES, date(2026, 11, 30))


@pytest.fixture(scope="module")
def cards(content: Content) -> dict[str, SheetSpec]:
    """Every card by its file."""
    return {Path(s.file).stem: s for s in specs(content) if s.kind == "wallet"}


def test_a_card_names_a_right_only_where_a_treaty_binds(content: Content, cards: dict[str, SheetSpec]):
    """No empty square: what does not bind is left out, and some countries have all five, some fewer."""
    counts, empty = set(), []
    for card in cards.values():
        country, rights = content.library.countries[card.id], card.content()["rights"]
        codes = {i.code: i.id for i in content.library.instruments.values()}
        named = [codes[r["article"].split("\u00a0")[0]] for r in rights if r["article"]]
        empty += [(card.id, i) for i in named if country.status(i) != Status.IN_FORCE]
        counts.add(len(rights))

    assert empty == []
    assert max(counts) == 5
    assert min(counts) < 3


def test_in_danger_comes_with_its_number(content: Content, cards: dict[str, SheetSpec]):
    """The line says which number to call; where none is known there is no such line."""
    for name, card in cards.items():
        number = in_danger(content.library.countries[card.id].emergency)
        first = card.content()["acts"][0]
        said = first if isinstance(first, str) else first["t"]

        assert number is None or number.number in said, name
        assert len(card.content()["acts"]) == (3 if number else 2)


def test_no_card_prints_a_doubtful_contact(content: Content, cards: dict[str, SheetSpec]):
    """It is carried for years, and has no room for a warning."""
    unions = {c.acronym or c.name["fr"] for listed in content.library.contacts.values() for c in listed if c.confidence.value == "unconfirmed"}
    sure = {c.acronym or c.name["fr"] for listed in content.library.contacts.values() for c in listed if c.confidence.value != "unconfirmed"}
    printed = {n["name"] for card in cards.values() if card.language == "fr" for n in card.content()["numbers"]}

    assert printed & (unions - sure) == set()
    assert printed & sure


@pytest.mark.parametrize("slug", NAMED)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_lines_of_a_card_do_not_overprint(cards: dict[str, SheetSpec], tmp_path: Path, slug: str, language: str):
    """Boxes of text on the first card: none lies over another, none outside the cut."""
    spec = cards[f"carte-{slug}-{language}"]
    one(spec, spec.content(), tmp_path)
    page = pypdfium2.PdfDocument(tmp_path / spec.file)[0]
    left, top = (page.get_width() - 2 * _WIDE) / 2, page.get_height() - (page.get_height() - 5 * _HIGH) / 2
    text = page.get_textpage()
    boxes = [text.get_rect(i) for i in range(text.count_rects())]
    card = [b for b in boxes if left <= b[0] < left + _WIDE and top - _HIGH < b[3] <= top]

    assert len(card) >= 8
    assert [b for b in card if b[2] > left + _WIDE or b[1] < top - _HIGH] == []
    assert [(a, b) for a in card for b in card if a < b and _over(a, b)] == []


def _over(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    """True if two boxes share more than the edge of their letters."""
    slack = 1.5
    return (min(first[2], second[2]) - max(first[0], second[0]) > slack) and (min(first[3], second[3]) - max(first[1], second[1]) > slack)


def test_text_that_does_not_fit_stops_the_build(cards: dict[str, SheetSpec], tmp_path: Path):
    """A card with rights too long for it is refused with its name, not printed over itself; what fits is printed above."""
    spec = cards["carte-togo-fr"]
    long = [{"text": "Un droit qui ne tient pas sur une seule ligne, ni sur deux, ni même sur trois. " * 3, "article": "C29 art. 2"}] * 5

    with pytest.raises(SheetProblems) as refused:
        one(spec, {**spec.content(), "rights": long}, tmp_path)

    assert [(p.code, p.values["field"]) for p in refused.value.problems] == [("F001", "card")]


def test_a_card_with_long_names_drops_its_last_numbers_first(cards: dict[str, SheetSpec], tmp_path: Path):
    """Danger stands first, so it stays; the last lines go when they have no room."""
    spec = cards["carte-togo-fr"]
    many = [{"name": f"Permanence syndicale numéro {n}", "number": f"+228 22 21 33 3{n}", "doubt": False} for n in range(8)]
    one(spec, {**spec.content(), "numbers": many}, tmp_path)
    text = pypdfium2.PdfDocument(tmp_path / spec.file)[0].get_textpage().get_text_bounded()

    assert "+228 22 21 33 30" in text
    assert "+228 22 21 33 37" not in text
