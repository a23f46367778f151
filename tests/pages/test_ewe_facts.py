"""Facts in Ewe: drafts that say so, the French beside each, ten articles a treaty at least, and nothing dropped that Ewe needs."""

import re
import unicodedata

import pytest

from helpers import rendered, visible
from rsmms.language.words import Words
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.model.library import Library


def spoken(library: Library, treaty: str) -> list[dict[str, str]]:
    """The articles of a treaty that have an Ewe draft."""
    return [a.text for p in library.instruments[treaty].parts for a in p.articles if "ee" in a.text]


def every(library: Library) -> list[dict[str, str]]:
    """All texts of facts with an Ewe draft."""
    found = [t for i in library.instruments.values() for t in (i.summary, *i.for_workers, *(a.text for p in i.parts for a in p.articles))]
    found += [t for n in library.networks.values() for t in (n.summary, *(c.title for c in n.chapters), *(p.text for c in n.chapters for p in c.points))]
    return [t for t in found if "ee" in t]


def test_thirty_pieces_and_more_stand_as_drafts(library: Library):
    """The three treaties on migration and RESYNAM-Togo."""
    assert len(every(library)) >= 45
    assert len(spoken(library, "c143")) >= 10
    assert len(spoken(library, "icrmw")) >= 10
    assert len(spoken(library, "c097")) >= 10


@pytest.mark.parametrize("path", ["conventions/c97.md", "conventions/c143.md", "conventions/icrmw.md", "reseau/resynam-togo.md"])
def test_the_french_stands_beside_each_draft(library: Library, plan: Plan, path: str):
    """The page says that it is a draft, and every Ewe piece of it is followed by the French one."""
    page = plan.pages["ee", path]
    html = rendered(page.body)
    shown = " ".join(visible(html).split())
    found = [t for t in every(library) if " ".join(t["ee"].split()) in shown]

    assert page.state == "draft"
    assert len(found) >= 10
    assert all(" ".join(t["fr"].split()) in shown for t in found)
    assert html.count('class="beside"') >= len(found)


UNSOURCED = ("alakpanya", "ɣaɣla", "tsi tre", "tsia tre", "vaɖoɖo")


def test_facts_use_no_ewe_word_without_a_source(library: Library):
    """Words that stand in no list of terms and no published sentence have been replaced, or the French stands."""
    assert [t["ee"] for t in every(library) for word in UNSOURCED if word in t["ee"]] == []


def test_only_what_is_translated_is_a_draft(plan: Plan):
    """A page that is French from its title to its end is said to be French; every draft has a word that the French page has not."""
    def words(page: Page) -> set[str]:
        return set(re.findall(r"[^\W\d_]+", visible(page.body))) | {page.title}

    drafts = [page for (language, _), page in plan.pages.items() if language == "ee" and page.state == "draft"]
    empty = [page.path for page in drafts if ("fr", page.path) in plan.pages and words(page) <= words(plan.pages["fr", page.path])]

    assert len(drafts) > 100
    assert empty == []
    assert plan.pages["ee", "contribuer/index.md"].state == "fallback"
    assert plan.pages["ee", "conventions/c97.md"].state == "draft"


def test_complete_languages_have_no_french_beside():
    """English needs none."""
    assert Words("en").text({"fr": "Un", "en": "One", "ee": "Ɖeka"}) == "One"
    assert Words("ee").text({"fr": "Un", "en": "One", "ee": "Ɖeka"}) == 'Ɖeka <span class="beside" lang="fr">Un</span>'


def test_ewe_is_written_with_its_own_letters(library: Library):
    """NFC, no look-alikes, and a sentence that forbids has both halves of the negation."""
    for text in every(library):
        said = text["ee"]
        assert said == unicodedata.normalize("NFC", said)
        assert not re.search("[\u037b\u1d10\u00d0\u0110\u00f0]", said), said
