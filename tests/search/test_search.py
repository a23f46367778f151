"""The search files: what is in them, and that they stay small."""

import hashlib
import json
from pathlib import Path
from typing import Any

import brotli
import pytest

from helpers import LANGUAGES
from rsmms.language.fold import fold, terms
from rsmms.language.words import Words
from rsmms.layout.plan import Plan
from rsmms.model.emergency import primary
from rsmms.search.full_text import plain_text
from rsmms.search.index import GROUPS, HEAD, said, search_files, search_parts

MINISEARCH = "2a02e9af3650c258c7b930a4aa1dbc2a23415b4d74ad583063c0608145fa6a14"
HEAD_LIMIT, REST_LIMIT = 16_000, 36_000
"""Brotli bytes; with the engine and the box the first result costs less than 30 kB, everything less than 60."""


@pytest.fixture(scope="module")
def files(plan: Plan) -> dict[str, dict[str, Any]]:
    """The head and the rest of each language, read back and put together as the browser does."""
    return {language: whole(*map(json.loads, search_parts(plan, language, 123_456))) for language in LANGUAGES}


def whole(head: dict[str, Any], rest: dict[str, Any]) -> dict[str, Any]:
    """Every document, with what is said for it in other languages in its place."""
    for document in head["docs"]:
        if document[0] in rest["others"]:
            document.extend([""] * (7 - len(document)))
            document[6] = rest["others"][document[0]]
    return head | {"docs": [*head["docs"], *rest["docs"]]}


def _document(files: dict[str, Any], language: str, url: str) -> list[Any]:
    return next(d for d in files[language]["docs"] if d[0] == url)


def test_the_engine_is_the_one_that_was_read(root: Path):
    """The vendored file is changed on purpose or not at all."""
    assert hashlib.sha256((root / "theme" / "vendor" / "minisearch.js").read_bytes()).hexdigest() == MINISEARCH


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_enough(plan: Plan, language: str):
    """The head leaves room for the engine, the rest comes after it; the whole text is much larger and comes on request only."""
    head, rest, text = search_files(plan, language).values()

    assert len(brotli.compress(head.encode(), quality=11)) < HEAD_LIMIT
    assert len(brotli.compress(rest.encode(), quality=11)) < REST_LIMIT
    assert len(text) > 5 * len(head)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_is_what_people_look_for_first(plan: Plan, language: str):
    """Situations, countries, treaties and lists of contacts, and nothing of the rest."""
    head, rest = map(json.loads, search_parts(plan, language))

    assert {d[2] for d in head["docs"]} == set(HEAD)
    assert not {d[2] for d in rest["docs"]} & set(HEAD)


def test_emergency_numbers_come_with_the_head(plan: Plan, files: dict[str, Any]):
    """The first number of each service of each country, as its page shows it, in every language."""
    for language in LANGUAGES:
        found = {code: [number for number, _ in listed] for code, listed in files[language]["urgent"].items()}
        assert found == {code: [e.number for e in primary(c.emergency)] for code, c in plan.library.countries.items() if primary(c.emergency)}


def test_a_contact_is_found_by_its_numbers(plan: Plan, files: dict[str, Any]):
    """Digits without the plus, one after the other."""
    contact = next(c for listed in plan.library.contacts.values() for c in listed if len(c.phones) > 1)
    document = next(d for d in files["fr"]["docs"] if d[0].endswith(f"#{contact.id}"))

    assert document[8].split() == [p.number.lstrip("+") for p in contact.phones]


def test_each_country_says_where_it_stands(plan: Plan, files: dict[str, Any]):
    """One sign a treaty; the text of each sign is the status that the page shows."""
    words, states = Words("fr"), files["fr"]["states"]
    place = [t[0] for t in files["fr"]["treaties"]].index("c143")
    for code in ("TGO", "TUN"):
        sign = next(d for d in files["fr"]["docs"] if d[2] == "p" and d[5] == code)[8][place]
        assert states[int(sign)] == words.plain(f"status_{plan.library.countries[code].status('c143').value}")


def test_every_listed_page_is_found(plan: Plan, files: dict[str, Any]):
    """Each page that lists show is in the file of its language, and no other."""
    for language in LANGUAGES:
        listed = {p.url for (code, _), p in plan.pages.items() if code == language and p.listed}
        found = {d[0] for d in files[language]["docs"] if "#" not in d[0]}

        assert found == listed


def test_every_contact_and_word_is_found(plan: Plan, files: dict[str, Any]):
    """Phone-book questions and difficult words have records of their own, which lead to the right place."""
    for language in LANGUAGES:
        parts = {d[0].partition("#")[2] for d in files[language]["docs"] if "#" in d[0]}

        assert parts == set(plan.library.contact_by_id) | set(plan.library.glossary)


def test_country_by_any_name(files: dict[str, Any]):
    """A country's names in all languages, and cities people say for it."""
    words = [fold(w) for w in _document(files, "ee", "pays/allemagne/")[3].split(", ")]

    assert {"allemagne", "germany", "berlin"} <= set(words)


def test_a_code_is_no_word_of_a_country(files: dict[str, Any]):
    """"est" or "are" in a sentence must not mean Estonia or the Emirates: codes are known by themselves only."""
    for document in files["fr"]["docs"]:
        if document[2] == "p":
            assert document[5] not in document[3].split(", ")


def test_what_is_said_in_other_languages(files: dict[str, Any]):
    """A French word finds the English guide, and the box can say that it was found in French."""
    others = _document(files, "en", "situations/passeport/")[6]

    assert "passeport" in terms(others["fr"])
    assert "en" not in others


def test_a_page_in_french_says_so(plan: Plan, files: dict[str, Any]):
    """Texts shown for want of a translation carry their language; the glossary's Ewe words find them too."""
    document = _document(files, "ee", "situations/asile/")

    assert plan.pages["ee", "situations/asile.md"].state == "fallback"
    assert document[7] == "fr"
    assert "sitsoƒe" in document[3]


def test_texts_of_the_box(files: dict[str, Any]):
    """The size of the whole text is told before it is fetched; French texts in an Ewe box are named."""
    assert "123" in files["en"]["text"]["search_all_text"]
    assert files["fr"]["french"] == []
    assert "search_all_text" in files["ee"]["french"]


def test_groups_are_kinds_of_pages(plan: Plan):
    """No heading stands for a kind that no page has."""
    assert set(GROUPS) <= {page.kind for page in plan.pages.values()}


def test_said_words_are_well_formed(plan: Plan):
    """Synonyms are single words of two or more; countries and languages exist."""
    for language, groups in said()["synonyms"].items():
        assert language in LANGUAGES
        assert all(len(group) > 1 and all(len(terms(w)) == 1 for w in group) for group in groups)
    assert all(len(code) == 3 and code.isupper() for code in said()["countries"])


def test_plain_text_has_no_markup(plan: Plan):
    """What is searched is what people read."""
    text = plain_text(plan.pages["fr", "situations/passeport.md"])

    assert "Demandez votre passeport si c’est sans danger" in text
    assert not {"<", ">", "{", "**"} & set(text.split())
    assert "href" not in text
