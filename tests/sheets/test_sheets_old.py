"""Sheets tell what pages tell about age: overdue facts, contacts nobody has checked for long, translations whose French has changed."""

from dataclasses import replace
from datetime import date

import pytest

from helpers import LANGUAGES, TODAY
from rsmms.building.content import Content
from rsmms.sheets.planning import plan
from rsmms.sheets.printing import build
from rsmms.sheets.spec import SheetSpec
from sheet_helpers import SITE, specs, texts, workshop

LONG_AFTER = date(2029, 11, 22)


def spec_of(content: Content, name: str, today: date = TODAY) -> SheetSpec:
    """A sheet of some content by the name of its file."""
    return next(s for s in specs(content, today) if s.file.startswith(f"fiches/{name}."))


def printed(spec: SheetSpec, folder) -> str:
    """The text of a sheet."""
    (sheet,) = build([spec], folder, workshop() / "cache", jobs=1)
    return texts(sheet.path)["pdfium"]


def aged(tiny: Content, identifier: str, checked: date) -> Content:
    """The tiny project with a second contact in Togo, checked on another day."""
    library = tiny.library
    (first, *_) = library.contacts["TGO"]
    phone = first.phones[0].model_copy(update={"number": "+22822213335"})
    names = {"fr": "Vieux bureau", "en": "Old desk"}
    other = first.model_copy(update={"id": identifier, "acronym": None, "name": names, "read": checked, "phones": (phone,)})
    return replace(tiny, library=replace(library, contacts={"TGO": (other, first)}))


def test_a_contact_nobody_has_checked_for_long_comes_last_with_a_warning(tiny, tmp_path):
    """Pages fold it away; paper cannot, so it stands after the others, without large numbers, and says why."""
    spec = spec_of(aged(tiny, "tgo-old", date(2024, 1, 15)), "pays-togo-fr")
    cards = spec.content()["contacts"]["cards"]
    found = printed(spec, tmp_path)

    assert [c["expired"] for c in cards] == [False, True]
    assert "Peut-être plus valable : rien de plus récent que le 15 janvier 2024." in found
    assert found.index("Vieux bureau") > found.index(cards[0]["checked"])


def test_a_fresh_contact_has_no_warning(tiny, tmp_path):
    """The same sheet when both were checked this month."""
    assert "Peut-être plus valable" not in printed(spec_of(aged(tiny, "tgo-old", date(2026, 11, 1)), "pays-togo-fr"), tmp_path)


def test_a_card_carries_no_number_that_may_be_dead(tiny):
    """Wallet cards and pictures are kept for years and have no room for a warning."""
    for name in ("carte-togo-fr", "image-togo-fr"):
        fresh, old = (spec_of(aged(tiny, "tgo-old", day), name).content()["numbers"] for day in (date(2026, 11, 1), date(2024, 1, 15)))
        assert "Vieux bureau" in [n["name"] for n in fresh]
        assert "Vieux bureau" not in [n["name"] for n in old]


def stale(tiny: Content, part: str) -> Content:
    """The tiny project whose French situation has changed in one part since it was translated."""
    written = dict(tiny.written)
    key = next(k for k, w in written.items() if k[0] == "en" and w.front.kind.value == "situation")
    front = written[key].front.model_copy(update={"made_from": {part: "0" * 12}})
    written[key] = replace(written[key], front=front)
    return replace(tiny, written=written)


@pytest.mark.parametrize("kind", ["situation", "bilingual", "poster", "card"])
def test_a_part_that_may_be_old_is_named(tiny, kind):
    """On every kind of sheet that prints the text of a translation; the French sheets say nothing."""
    both = [s for s in specs(stale(tiny, "agir")) if s.kind == kind and s.id == "passport-kept"]
    told = {s.language: s.content()["old"] for s in both}

    assert str(told["en"][0]).startswith("The French has changed since the translation")
    assert "What to do now" in told["en"]
    assert told.get("fr") is None


def test_the_notice_is_on_paper(tiny, tmp_path):
    """And only where something changed."""
    spec = spec_of(stale(tiny, "agir"), "situation-passeport-en")

    assert "Parts that may be old: – What to do now" in printed(spec, tmp_path / "old")
    assert "may be old" not in printed(spec_of(tiny, "situation-passeport-en"), tmp_path / "new")


def test_the_real_sheets_still_fit_when_every_fact_is_overdue(content, tmp_path):
    """Notices take room; a site that nobody corrects must still be built. The longest sheets, three years later."""
    planned = plan(content.library, content.written, LANGUAGES, LONG_AFTER, SITE)
    longest = sorted((s for s in planned if s.kind == "country"), key=lambda s: -len(str(s.content())))[:4]
    sheets = build(longest, tmp_path, workshop() / "cache", jobs=1)

    assert {s.pages for s in sheets} <= {1, 2}
    assert all("vérifi" in text or "checked" in text for text in (texts(s.path)["pdfium"] for s in sheets))
