"""The network's library in data: complete, sourced, without names of persons, bound to pages that exist."""

import re

import pytest

from helpers import problems_of, rendered, told, visible
from rsmms.library import Library
from rsmms.model.base import Confidence
from rsmms.model.commitment import Progress
from rsmms.pages.library import SHEETS_PATH, library_paths
from rsmms.pages.library.training import shuffled
from rsmms.pages.marks import MARK
from rsmms.plan import Plan, generated_paths
from rsmms.view import FOOTER, MENU

LANGUAGES = ("fr", "en")
KINDS = {
    "pratiques/": "practice", "formation/": "training", "reseau/": "network", "plaidoyer/": "document",
}  # fmt: skip
FOLDERS = ("reseau/", "formation/", "pratiques/", "services/", "dialogue/", "plaidoyer/", "opinion/", "chronologie", "engagements")
"""Where the pages of the library are."""
PERSONS = re.compile(r"\b(Agb[eé]nou|Koumondji|Atchind[eé]|Batchey|Onipogui|Niang|Wade|Sordo|Zinsou|Diallo)\b", re.IGNORECASE)
"""Family names that stand in the sources and must not stand on the site."""


def real(plan: Plan, language: str, path: str) -> bool:
    """True if the page is there in the language itself, not shown in French."""
    page = plan.pages.get((language, path))
    return bool(page and page.state != "fallback")


def test_how_much_there_is(library: Library):
    """Nothing of the reference files was lost on the way."""
    assert len(library.practices) == 24
    assert len(library.events) >= 65
    assert len(library.documents) >= 18
    assert len(library.awareness) >= 10
    assert len(library.modules) >= 7
    assert {"rsmms", "resynam-togo"} <= set(library.networks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_roadmaps_leads_to_pages_that_exist(library: Library, plan: Plan, language: str):
    """What the network asked for has a page in French and in English, and the page on commitments links to it."""
    assert len(library.commitments) >= 40
    wanted = [(c.id, path) for c in library.commitments.values() for path in c.pages if path != SHEETS_PATH]
    missing = [(name, path) for name, path in wanted if not real(plan, language, path)]
    html = rendered(plan.pages[language, "engagements.md"].body)

    assert missing == []
    assert SHEETS_PATH in generated_paths(library)
    assert all(f'id="{c.id}"' in html for c in library.commitments.values())


def test_states_of_commitments_are_honest(library: Library):
    """What is not done says whom it waits for; what is done waits for nobody."""
    for commitment in library.commitments.values():
        assert bool(commitment.waiting_for) == (commitment.state != Progress.DONE), commitment.id
    assert {c.state for c in library.commitments.values()} == set(Progress)


def test_the_six_axes_are_all_there(library: Library):
    """The roadmap 2017–2018 has six axes."""
    axes = {c.axis["fr"][0] for c in library.commitments.values() if c.roadmap == "rsmms-2017-2018"}

    assert axes == set("123456")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_library_exist_with_their_kind(library: Library, plan: Plan, language: str):
    """Every path that is announced is made, with the kind that the catalogue names."""
    for path in library_paths(library):
        assert real(plan, language, path), path
    for prefix, kind in KINDS.items():
        found = {p.kind for (code, path), p in plan.pages.items() if code == language and path.startswith(prefix)}
        assert kind in found, prefix


def test_ewe_readers_get_the_french_pages(library: Library, plan: Plan):
    """A language without texts of its own shows French and says so."""
    assert {plan.pages["ee", path].state for path in library_paths(library)} == {"fallback"}


@pytest.mark.parametrize("name", ["practices", "events", "documents", "awareness", "networks", "modules", "commitments"])
def test_french_and_english_are_both_complete(library: Library, name: str):
    """Every text has both languages, and they differ unless they are names."""
    for thing in getattr(library, name).values():
        for text in _texts(thing.model_dump()):
            assert set(text) == {"fr", "en"}, (thing.id, text)
            assert all(text.values()), (thing.id, text)


def _texts(tree: object):
    """All texts in languages below a value."""
    if isinstance(tree, dict) and "fr" in tree:
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from _texts(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _texts(value)


@pytest.mark.parametrize("name", ["practices", "events", "documents", "awareness", "networks", "modules", "commitments"])
def test_sentences_are_short(library: Library, name: str):
    """No sentence is longer than 25 words."""
    for thing in getattr(library, name).values():
        for text in _texts(thing.model_dump()):
            for language, said in text.items():
                long = [s for s in re.split(r"(?<=[.!?:;])\s+", said) if len([w for w in s.split() if w.strip(":;?!«»–")]) > 25]
                assert not long, (thing.id, language, long)


def test_no_person_is_named(plan: Plan):
    """Roles, never names, on every page of the library and in the hand-written pages around it."""
    for (language, path), page in plan.pages.items():
        if path.startswith(FOLDERS):
            assert not PERSONS.search(visible(rendered(page.body))), (language, path)


def test_doubt_is_said(library: Library):
    """A disputed or unconfirmed event or document explains itself."""
    for thing in (*library.events.values(), *library.documents.values()):
        if thing.confidence in (Confidence.DISPUTED, Confidence.UNCONFIRMED):
            explained = thing.note or getattr(thing, "other_dates", ())
            assert explained, thing.id


def test_events_keep_the_precision_they_have(library: Library):
    """A year stays a year; the workshop whose year no source gives has no date; an end comes after its start."""
    events = library.events
    assert events["stop-hecatombe"].date is not None
    assert events["stop-hecatombe"].date.precision == "year"
    assert events["atelier-kpalime-reintegration"].date is None
    for event in events.values():
        if event.until:
            assert event.date
            assert event.until.first > event.date.first, event.id
            assert event.until.first.year == event.date.first.year, event.id


def test_conventions_are_dated_as_their_own_data_say(library: Library):
    """The timeline and the conventions file agree."""
    for event, treaty in (("convention-97", "c097"), ("convention-143", "c143"), ("convention-onu-1990", "icrmw")):
        assert library.events[event].date is not None
        assert library.events[event].date.first == library.instruments[treaty].adopted


def test_dates_that_disagree_stand_side_by_side(plan: Plan):
    """The Monastir appeal has two dates, both on its page in both languages."""
    for language, dates in (("fr", ("24 avril 2014", "24 juin 2014")), ("en", ("24 April 2014", "24 June 2014"))):
        text = visible(rendered(plan.pages[language, "plaidoyer/monastir-2014.md"].body))
        assert all(day in text for day in dates)


def test_every_fact_of_a_network_has_a_source(library: Library):
    """Each sentence, figure and list of members names where it was read; figures have a date."""
    for network in library.networks.values():
        cited = [p.source for c in network.chapters for p in c.points] + [f.source for f in network.figures]
        assert all(source in library.sources for source in cited), network.id
        assert not network.members or network.members_source in library.sources, network.id
        assert all(chapter.points or chapter.unknown for chapter in network.chapters)


def test_the_thirteen_founders(library: Library):
    """Thirteen organisations from eleven countries founded the network."""
    members = library.networks["rsmms"].members

    assert len(members) == 13
    assert len({m.country for m in members}) == 11


def test_members_of_resynam_and_its_two_addresses(library: Library, plan: Plan):
    """Four union centres; the page says which of the two addresses is current."""
    assert [m.name for m in library.networks["resynam-togo"].members] == ["CSTT", "CNTT", "UNSIT", "UGSL"]
    text = visible(rendered(plan.pages["fr", "reseau/resynam-togo.md"].body))
    assert "19 décembre 2018" in text
    assert "www.resynam-togo.org donne les nouvelles de 2025" in text
    assert text.index("www.resynam-togo.org") < text.index("www.resynamtogo.org")


def test_counts_that_disagree_are_all_shown(plan: Plan):
    """26 and 30 organisations are given for the same assembly of 2019: both stand there."""
    text = visible(rendered(plan.pages["en", "reseau/rsmms.md"].body))

    assert "26 organisations" in text
    assert "30 organisations, 16 countries" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_practices_can_be_found_by_country_kind_and_situation(library: Library, plan: Plan, language: str):
    """Each practice is linked under its kind, under each of its countries and under each of its situations."""
    html = rendered(plan.pages[language, "pratiques/index.md"].body)
    for practice in library.practices.values():
        wanted = 1 + len(practice.countries) + len(practice.situations)
        assert html.count(f'href="{practice.id}/"') == wanted, practice.id


def test_a_practice_without_a_result_says_so(library: Library, plan: Plan):
    """Nothing is made up where the source is silent."""
    silent = next(p for p in library.practices.values() if not p.result)
    text = visible(rendered(plan.pages["en", f"pratiques/{silent.id}.md"].body))

    assert "The source does not say the result." in text


def test_quizzes_have_five_to_eight_questions_with_an_origin(library: Library):
    """Each answer stands in an article or in a source; the right answer is among the choices once."""
    for module in library.modules.values():
        assert 5 <= len(module.quiz) <= 8
        for question in module.quiz:
            assert question.articles or question.source, question.question["en"]
            choices = [c["en"] for c in shuffled(question)]
            assert choices.count(question.answer["en"]) == 1
            assert len(set(choices)) == len(choices)


def test_the_right_answer_is_not_always_at_the_same_place(library: Library):
    """Nobody passes by always choosing the first."""
    places = {shuffled(q).index(q.answer) for m in library.modules.values() for q in m.quiz}

    assert places >= {0, 1, 2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quiz_works_without_script(library: Library, plan: Plan, language: str):
    """Every question has its answer folded below it, with the article, and says that nothing is stored."""
    for module in library.modules.values():
        html = rendered(plan.pages[language, f"formation/{module.id}.md"].body)
        assert html.count("<details>") == len(module.quiz)
        assert html.count("data-right>") == len(module.quiz) - html.count('data-right=""')
        for question in module.quiz:
            assert question.answer[language].replace("'", "&#x27;") in html


def test_articles_of_quizzes_are_linked(plan: Plan):
    """The answer leads to the article it rests on."""
    html = rendered(plan.pages["fr", "formation/convention-143.md"].body)

    assert re.search(r'href="../../conventions/c143/#[^"]+"[^>]*>C143 art. 8\(1\)', html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_desks_stand_in_the_directory(library: Library, plan: Plan, language: str):
    """Every union desk of every country is there."""
    text = " ".join(visible(rendered(plan.pages[language, "services/index.md"].body)).split())
    desks = [c for listed in library.contacts.values() for c in listed if c.kind.value == "union_desk"]

    assert desks
    assert [d.id for d in desks if " ".join(d.name.get(language, d.name["fr"]).split()) not in text] == []


def test_the_menu_is_short_and_begins_with_rights(plan: Plan):
    """At most seven entries, help first; what left the menu is at the foot and on the home page."""
    menu, foot = [path for _, path in MENU], [path for _, path in FOOTER]
    home = "".join(u.text for s in plan.written["fr", "index.md"].sections for u in s.units)

    assert len(menu) <= 7
    assert menu[0] == "situations/index.md"
    assert "reseau/index.md" in menu
    for path in ("reseau/adherer.md", "retour/index.md"):
        assert path in menu + foot
        assert f"({path})" in home
    library = [path for path in menu + foot if path.startswith(FOLDERS)]
    assert len(library) >= 8
    assert [path for path in library if path not in plan.by_path] == []


@pytest.mark.parametrize("path", [
    "formation/kit-point-focal.md", "services/adhesion.md", "services/relais.md", "dialogue/index.md", "dialogue/strategie-togo.md",
    "plaidoyer/index.md", "opinion/index.md", "pratiques/enquetes.md",
])  # fmt: skip
@pytest.mark.parametrize("language", LANGUAGES)
def test_hand_written_pages_are_in_plain_words(plan: Plan, path: str, language: str):
    """Sentences of 15 words or fewer on average, 25 at most."""
    units = [u for s in plan.written[language, path].sections for u in s.units if u.kind in ("p", "ul", "ol") and not u.text.startswith("[[block")]
    sentences = [s.split() for u in units for s in re.split(r"[.!?:;]+(?:\s|$)", MARK.sub("", re.sub(r"\]\([^)]*\)", "]", u.text))) if s.strip()]

    assert sum(map(len, sentences)) / len(sentences) <= 15
    assert [" ".join(s) for s in sentences if len([w for w in s if w.strip("«»–:;?!")]) > 25] == []


def test_stories_name_nobody_and_have_a_source(plan: Plan):
    """Each story ends with where it was published."""
    (section,) = (s for s in plan.written["fr", "opinion/index.md"].sections if s.id == "recits")
    stories = [u.text for u in section.units if u.kind == "ul"]

    assert len(stories) >= 5
    assert all(re.search(r"\[\[src:[a-z0-9-]+\]\]$", story) for story in stories)


TRAINING = """\
# yaml-language-server: $schema=schema/training.schema.json
modules:
  - id: demo
    title: {fr: Essai, en: Trial}
    summary: {fr: Un essai, en: A trial}
    updated: 2026-11-01
    group: {fr: Tous, en: All}
    aims:
      - {fr: But, en: Aim}
    steps:
      - minutes: 10
        title: {fr: Lire, en: Read}
        text: {fr: Lisez, en: Read}
    pages:
      - situations/passeport.md
    quiz:
""" + "".join(
    f"""\
      - question: {{fr: Q{n}, en: Q{n}}}
        answer: {{fr: 'Oui', en: 'Yes'}}
        wrong:
          - {{fr: 'Non', en: 'No'}}
        because: {{fr: Parce que, en: Because}}
        articles:
          - c143:9
"""
    for n in range(1, 6)
)
COMMITMENTS = """\
# yaml-language-server: $schema=schema/commitments.schema.json
roadmaps:
  - id: plan
    title: {fr: Plan, en: Plan}
    date: 2017
    summary: {fr: Un plan, en: A plan}
    source: ilo
    checked: 2026-11-01
commitments:
  - id: one
    roadmap: plan
    axis: {fr: Axe, en: Axis}
    text: {fr: Faire, en: Do}
    state: done
    pages:
      - index.md
"""


def test_a_small_library_has_no_problem(project):
    """The two files above are right as they are."""
    assert problems_of(project({"data/training.yaml": TRAINING, "data/commitments.yaml": COMMITMENTS})) == []


@pytest.mark.parametrize(("file", "text", "old", "new", "expected"), [
    ("data/training.yaml", TRAINING, "situations/passeport.md", "situations/passport.md",
     "data/training.yaml:15: modules.0.pages.0: link to a page that does not exist: situations/passport.md; did you mean “situations/passeport.md”? [P010]"),
    ("data/training.yaml", TRAINING, "c143:9", "c43:9",
     "data/training.yaml:23: modules.0.quiz.0.articles.0: unknown convention “c43”; did you mean “c143”? [X001]"),
    ("data/training.yaml", TRAINING, "        articles:\n          - c143:9\n", "",
     "data/training.yaml:17: modules.0.quiz.0.source: this required field is missing [M001]"),
    ("data/commitments.yaml", COMMITMENTS, "roadmap: plan", "roadmap: plam",
     "data/commitments.yaml:10: roadmap: “plam” is not allowed; use one of: plan; did you mean “plan”? [M005]"),
    ("data/commitments.yaml", COMMITMENTS, "- index.md", "- indes.md",
     "data/commitments.yaml:16: commitments.0.pages.0: link to a page that does not exist: indes.md; did you mean “index.md”? [P010]"),
])  # fmt: skip
def test_a_slip_is_told_with_its_line(project, file: str, text: str, old: str, new: str, expected: str):
    """File, line, field and the likely intended value."""
    assert told(project({file: text.replace(old, new, 1)}), "en") == [expected]
