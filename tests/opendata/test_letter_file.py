"""A letter as a document to edit: it opens, says all that the page says, and is the same on any day."""

import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odf.opendocument import load
from odf.text import P

from helpers import rendered, visible
from rsmms.language.addresses import kit_path
from rsmms.language.words import Words
from rsmms.layout.plan import Plan
from rsmms.model.library import Library
from rsmms.opendata.letter_file import letter_file
from rsmms.pages.library.kits import kit_letters


def paragraphs(made: bytes) -> list[str]:
    """What a reader of such documents finds in it."""
    return [str(p) for p in load(io.BytesIO(made)).getElementsByType(P)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_letter_of_a_kit_opens_and_says_what_its_page_says(library: Library, plan: Plan, language: str):
    """Beside the page, in the language of the page; campaigns all have one."""
    words = Words(language)
    made = kit_letters(library, words)
    campaigns = [k for k in library.kits.values() if k.kind.value == "campaign"]

    assert len(made) == len([k for k in library.kits.values() if k.letter]) >= len(campaigns) >= 7
    for kit in campaigns:
        found = paragraphs(made[("" if language == "fr" else "en/") + f"campagnes/{kit.id}/lettre.odt"])
        page = " ".join(visible(rendered(plan.pages[language, kit_path(kit)].body)).split())
        assert found == [words.pick(text)[0] for text in kit.letter]
        assert all(" ".join(line.split()) in page for line in found)
        assert 'href="lettre.odt"' in plan.pages[language, kit_path(kit)].body


def test_the_same_letter_gives_the_same_bytes_at_any_time():
    """The zip holds no clock, and nothing of other documents of the process."""
    first = letter_file("A letter", ["Dear all,", "we ask."], "en")
    time.sleep(2.1)

    assert letter_file("A letter", ["Dear all,", "we ask."], "en") == first
    assert {i.date_time for i in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_type_of_the_document_comes_first_and_uncompressed():
    """Programs tell a document by its first bytes."""
    first = zipfile.ZipFile(io.BytesIO(letter_file("L", ["a"], "fr"))).infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1), min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[str]):
    """Signs of markup, Ewe letters, other scripts: what goes in comes out."""
    assert paragraphs(letter_file("T", texts, "fr")) == texts
