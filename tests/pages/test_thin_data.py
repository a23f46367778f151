"""Pages where the data have less than usual: no article, no figure, no answer, a source or a mark that is not there."""

from datetime import date

import pytest

from helpers import TODAY
from join_helpers import country, maker
from rsmms.language.accents import broken
from rsmms.layout.facts import confidence_mark, ratification_details, source_link
from rsmms.layout.plan import Plan
from rsmms.model.base import Confidence
from rsmms.model.country import Ratification
from rsmms.model.front import State
from rsmms.model.indicator import Indicator
from rsmms.model.typed_dates import days_of_month, parse_typed_day
from rsmms.pages.conventions import convention_page
from rsmms.pages.ilo_list import ilo_list_page
from rsmms.pages.library.practices import practices_index
from rsmms.pages.maps import indicator_map_page
from rsmms.pages.marks import Marks
from rsmms.pages.review import review_page
from rsmms.reading.markdown import split

WHY = '<span class="why">Aucune source sûre à notre portée\u00a0: demandez avant d’agir.</span>'
"""What is said beside a doubt without a reason of its own."""


def test_a_treaty_of_which_no_article_was_read(tiny_plan: Plan):
    """It has a page with its official text, and no empty list of articles; an address without https is told, not linked."""
    bare = tiny_plan.library.instruments["c143"].model_copy(update={"parts": (), "text_url": "http://old.example/c143"})
    made = convention_page(maker(tiny_plan.library), bare)

    assert 'id="articles"' not in made.body
    assert 'id="titre"' in made.body
    assert "http://old.example/c143" in made.body
    assert 'href="http://' not in made.body


def test_an_indicator_without_figures_has_no_map(tiny_plan: Plan):
    """Asking for one is a mistake of the program, told as one."""
    nobody = Indicator.model_validate({"id": "nobody", "unit": "persons", "name": {"fr": "Personne"}, "definition": {"fr": "Personne."}})

    with pytest.raises(ValueError, match="no figures for nobody"):
        indicator_map_page(maker(tiny_plan.library), nobody)


def test_a_list_that_no_country_has_answered(tiny_plan: Plan):
    """The part of the first country is left out."""
    assert 'id="togo"' not in ilo_list_page(maker(tiny_plan.library)).body


def test_no_practice_no_heading(tiny_plan: Plan):
    """Kinds of practices that nobody has told are not listed empty."""
    assert "{#genre-" not in practices_index(maker(tiny_plan.library), []).body


@pytest.mark.parametrize(("source", "shown"), [
    ("ilo", '<a href="https://ilo.example/list" rel="noopener noreferrer" title="List of ratifications" hreflang="en">ILO</a>'),
    ("old-archive", '<span title="Old page">Archive</span>'), ("nowhere", "nowhere"),
])  # fmt: skip
def test_a_source_is_linked_only_where_it_is_safe(tiny_plan: Plan, source: str, shown: str):
    """An archive without https is named; one that is not listed shows its id, so that somebody notices."""
    assert source_link(maker(tiny_plan.library), source) == shown


@pytest.mark.parametrize(("confidence", "shown"), [
    (Confidence.CONFIRMED, ""), (Confidence.SINGLE_SOURCE, ""), (Confidence.UNCONFIRMED, f'<span class="tbc">à confirmer</span> {WHY}'),
    (Confidence.DISPUTED, '<span class="tbc">les sources ne sont pas d’accord</span>'),
])  # fmt: skip
def test_doubt_is_said_and_certainty_is_not(tiny_plan: Plan, confidence: Confidence, shown: str):
    """A mark on every fact would be read on none."""
    assert confidence_mark(maker(tiny_plan.library), confidence) == shown


def test_everything_known_about_a_ratification(tiny_plan: Plan):
    """When, since when, until when, and without which parts."""
    fact = Ratification.model_validate({
        "instrument": "c097", "status": "denounced", "date": "1983", "in_force": "1984-11-08", "denounced": "2001-02", "excluded": ["Annexe I", "Annexe II"],
        "source": "ilo", "checked": "2026-11-01",
    })  # fmt: skip
    told = ratification_details(maker(tiny_plan.library), "TGO", fact).replace("\u00a0", " ")

    assert "8 novembre 1984" in told
    assert "février 2001" in told
    assert "Annexe I, Annexe II" in told


@pytest.mark.parametrize(("text", "shown"), [
    ("a [[?]]", 'a <span class="tbc">à confirmer</span> ' + WHY.replace(".<", r"\.<")),
    ("a [[fr]]", "a"), ("a [[c999:1]]", "a"), ("a [[c143]]", "a"), ("a [[advice]]", "a"),
])  # fmt: skip
def test_marks_that_lead_nowhere_vanish(tiny_plan: Plan, text: str, shown: str):
    """The check has refused the page before; a page made all the same shows no broken link."""
    assert Marks(maker(tiny_plan.library)).shown(text) == shown


def test_sources_are_numbered_once(tiny_plan: Plan):
    """A source cited again has the number of the first time."""
    marks = Marks(maker(tiny_plan.library))
    told = marks.shown("[[src:x]] [[src:y]] [[src:x]]")

    assert [told.count(f'href="#source-{number}"') for number in (1, 2, 3)] == [2, 1, 0]
    assert marks.cited == ["x", "y"]


def test_a_draft_with_fewer_or_more_pieces_than_the_french(tiny_plan: Plan):
    """Reviewers see every piece of either side, with an empty cell where the other has none."""
    french = tiny_plan.written["fr", "situations/passeport.md"]
    own = french.__class__(
        "ee", french.path, "docs/ee/situations/passeport.md", french.front.model_copy(update={"state": State.DRAFT}),
        tuple(split("Nya.\n\nNya bubu.\n\n## Wɔ esia {#agir}\n\n1. Bia.\n")),
    )  # fmt: skip
    told = review_page(maker(tiny_plan.library, "ee"), own, french).body

    assert '<td lang="fr"></td><td>Nya bubu.</td>' in told
    assert '<td lang="fr">Preuves à garder</td><td></td>' in told
    assert "{#mots}" not in told


@pytest.mark.parametrize(("text", "day", "days"), [
    ("28/02/2026", "2026-02-28", 28), ("03/02/2026", "", 28), ("2/2/2026", "2026-02-02", 28), ("12/31/2026", "2026-12-31", 31), ("31/02/2026", "", 28),
    ("2026/2/8", "2026-02-08", 28), ("2026-13-01", "", 0), ("demain", "", 0), ("", "", 0),
])  # fmt: skip
def test_what_day_was_meant(text: str, day: str, days: int):
    """One day if there is only one reading; and how long the month is, for a day that does not exist."""
    assert parse_typed_day(text) == day
    assert days_of_month(text) in (days, 0)


@pytest.mark.parametrize(("text", "found"), [
    ("dÃ©part", [(1, "Ã©", "é")]), ("lâ€™or", [(1, "â€™", "’")]), ("Ã\x81", []), ("São Tomé, Âge, Œuvre", []),
])  # fmt: skip
def test_letters_decoded_wrongly(text: str, found: list[tuple[int, str, str]]):
    """Where they stand and what was meant; what has no reading is left, and so are true capitals."""
    assert list(broken(text)) == found


def test_a_country_of_which_nothing_is_known_is_still_a_country(tiny_plan: Plan):
    """Its status towards every treaty is unknown, and unknown is not no."""
    assert {country("CPV").status(code).value for code in tiny_plan.library.instruments} == {"unknown"}
    assert date(2026, 11, 30) == TODAY
