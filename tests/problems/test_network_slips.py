"""Slips in the files of the library: each is told with its line."""


import pytest

from helpers import problems_of, told

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
