"""Law in the profiles: whom it covers, what it leaves out, until when, and in which situations it is shown."""

from datetime import date, timedelta

import pytest

from helpers import TODAY, visible
from join_helpers import maker
from rsmms.joins.complete_lists import carries_letter, letter_list, list_without
from rsmms.joins.deadlines import limited_situations
from rsmms.joins.status import make_status
from rsmms.language.words import Words
from rsmms.layout.plan import Plan
from rsmms.model.country import Status
from rsmms.model.library import Library
from rsmms.pages.deadlines import deadline_section

GULF = {"ARE", "BHR", "KWT", "OMN", "QAT", "SAU"}


def test_law_covers_where_people_work(library: Library):
    """At least 45 countries, the whole Gulf, Lebanon and the European countries that were empty."""
    covered = {c.id for c in library.countries.values() if c.law}

    assert len(covered) >= 45
    assert GULF | {"LBN", "ITA", "ESP", "BEL", "DEU"} <= covered


@pytest.mark.parametrize(("country", "situation", "said"), [
    ("OMN", "passport-kept", "accord écrit"), ("ARE", "domestic-worker", "passeport"), ("QAT", "contract-changed", "certificat de l’ancien employeur"),
    ("SAU", "not-paid", "banque"), ("ITA", "forced-labour", "cas spéciaux"), ("BEL", "not-paid", "même salaire"),
])  # fmt: skip
def test_a_situation_shows_the_law_that_speaks_of_it(plan: Plan, library: Library, country: str, situation: str, said: str):
    """With what it says, in the section of the situation on the page of the country's rights."""
    body = plan.pages["fr", f"pays/{library.countries[country].slug}/droits.md"].body
    section = body[body.index(f'id="{situation}"'):].split("</section>")[0]

    assert said in visible(section)


def test_what_a_law_leaves_out_is_shown(plan: Plan, library: Library):
    """Beside the law, on the profile: a resolution of Kuwait does not speak of private homes."""
    body = visible(plan.pages["en", f"pays/{library.countries['KWT'].slug}.md"].body)

    assert "What this rule leaves out: This text does not speak of private homes." in body


def test_a_rule_that_ends_says_so_before_and_after(plan: Plan):
    """France's trial runs until 31 December 2026; Germany's permit has ended."""
    assert "This rule ends on 31 December 2026" in visible(plan.pages["en", "pays/france.md"].body)
    assert "This rule ended on 31 December 2025" in visible(plan.pages["en", "pays/allemagne.md"].body)


def test_what_changes_reaches_the_status_before_it_passes(library: Library):
    """The end of France's trial is due within 60 days; each announced change is due on its day, unless somebody has looked since."""
    status = make_status(library, {}, ("fr",), TODAY)
    due = {fact.name: fact.due for fact in status.facts}

    assert due["shortage-jobs-l435-4"] == date(2026, 12, 31)
    assert "shortage-jobs-l435-4" in {fact.name for days in (30, 60) for fact in status.due_within(days)}
    assert due["opportunity-residence-104c"] > TODAY
    assert due["eu/asylum-pact"] == date(2027, 1, 31)
    for country in library.countries.values():
        for note in country.law:
            ends = note.expires if note.expires and note.expires > note.checked else note.review
            assert not ends or due[note.id] <= ends


def test_every_no_has_a_list_with_a_day_and_a_total(library: Library, plan: Plan):
    """In the data, in the cell of the table and on the profile."""
    for country in library.countries.values():
        for fact in country.ratifications:
            if fact.status == Status.NOT_RATIFIED:
                found = list_without(library, country.id, fact.instrument)
                assert found is not None
                assert country.id not in found.parties
                assert found.total == len(found.parties)
    matrix, profile = plan.pages["fr", "conventions/ratifications.md"].body, visible(plan.pages["fr", "pays/togo.md"].body)
    assert "liste de juillet 2026" in matrix
    assert "Non, liste de novembre 2021 : 35 États liés" in profile.replace("\u00a0", " ")


def test_an_unknown_state_stays_unknown(library: Library):
    """Togo and C181: no list names it, no list shows that it is missing, and nothing says so as certain."""
    togo = library.countries["TGO"]

    assert togo.status("c181") == Status.UNKNOWN
    assert letter_list(library, togo, "c181", library.fresh_on(TODAY)) is None


def test_a_letter_needs_a_young_list(library: Library):
    """The list of July 2026 carries letters until January 2027, the one of December 2025 does not, an unknown State has none."""
    togo, fresh = library.countries["TGO"], library.fresh_on(TODAY)
    basis = letter_list(library, togo, "c155", fresh)

    assert basis is not None
    assert basis.id == "c155-2026-07"
    assert carries_letter(basis, library.fresh_on(date(2027, 1, 9)))
    assert not carries_letter(basis, library.fresh_on(date(2027, 1, 10)))
    assert letter_list(library, togo, "c190", fresh) is None


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_letters_stand_only_where_a_young_list_does(plan: Plan, library: Library, language: str):
    """Every letter of every country names its list; where there is none, the page says where to check first."""
    words, fresh = Words(language), library.fresh_on(TODAY)
    for country in library.countries.values():
        parts = plan.pages[language, f"campagnes/{country.slug}.md"].body.split('<details class="fold">')
        for part in parts:
            code = next((i for i in library.instruments if f'</summary><div id="{i}">' in part), None)
            if code:
                basis = letter_list(library, country, code, fresh)
                assert ('class="letter"' in part) == (basis is not None)
                assert basis is None or words.date(basis.as_of) in part or Words("fr").date(basis.as_of) in part
                assert basis is not None or words.plain("check_first") in part


def test_treaties_of_africa_are_not_asked_of_others(plan: Plan, library: Library):
    """Germany cannot join the African Charter: no section, no unknown, a dash in the table."""
    assert not library.instruments["achpr"].concerns("DEU")
    assert "achpr" not in plan.pages["fr", "campagnes/allemagne.md"].body
    assert 'id="kampala"' not in plan.pages["fr", "pays/allemagne.md"].body


def test_memories_are_published_nowhere(plan: Plan, library: Library):
    """A limit, a law or an article that somebody remembers is for the lawyer alone; no page of any language holds it.

    Articles without a text at hand have their subject on the page of their treaty, each with its doubt.
    """
    remembered = [item.remembered["fr"] for item in library.to_read.values() if item.remembered]
    text = "\n".join(page.body for page in plan.pages.values())

    assert len(remembered) >= 40
    assert [said for said in remembered if said in text] == []


def test_the_clock_comes_first_or_says_whom_to_ask(library: Library):
    """First in a country's section; where no limit has a source, who answers; nothing where none is counted anywhere."""
    ctx = maker(library)

    assert "21 jours" in visible(deadline_section(ctx, library.countries["DEU"], "dismissed"))
    assert Words("fr").plain("deadline_unknown") in visible(deadline_section(ctx, library.countries["MLI"], "not-paid"))
    assert deadline_section(ctx, library.countries["MLI"], "send-money") == ""
    assert "send-money" not in limited_situations(library)


def test_the_deadline_stands_before_everything_else(plan: Plan):
    """In the section of a dismissal in Italy."""
    body = plan.pages["fr", "pays/italie/droits.md"].body
    section = body[body.index('id="dismissed"'):].split("</section>")[0]

    assert section.index("60 jours") < section.index(Words("fr").plain("who_to_call"))


def test_all_limits_stand_on_one_page(plan: Plan, library: Library):
    """In every language, each with its source and the rule by which we count."""
    for language in ("fr", "en", "ee"):
        page = plan.pages[language, "delais.md"]
        assert page.body.count('class="card deadline"') == len(library.deadlines)
        assert 'data-months="' in page.body
    assert "never too late" in visible(plan.pages["en", "delais.md"].body)


def test_the_open_data_have_the_limits(plan: Plan, library: Library):
    """One row a limit, with its country."""
    rows = plan.open_data.rows["deadlines"]

    assert {row["deadline"]: row["country"] for row in rows} == {d.id: d.country for d in library.deadlines.values()}
    assert all(row["source_url"] for row in rows)
    assert timedelta(0) <= TODAY - max(date.fromisoformat(str(row["checked"])) for row in rows)
