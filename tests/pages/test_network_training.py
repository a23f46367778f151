"""Training: quizzes work without script, and each answer says where it stands."""

import re
from html import unescape

import pytest

from helpers import rendered
from rsmms.layout.plan import Plan
from rsmms.model.library import Library
from rsmms.pages.library.training import shuffled

LANGUAGES = ("fr", "en")


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
            assert question.answer[language] in unescape(html)


def test_articles_of_quizzes_are_linked(plan: Plan):
    """The answer leads to the article it rests on."""
    html = rendered(plan.pages["fr", "formation/convention-143.md"].body)

    assert re.search(r'href="../../conventions/c143/#[^"]+"[^>]*>C143 art. 8\(1\)', html)
