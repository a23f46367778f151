"""No page says "to be confirmed" without saying why, and no doubt, advice or law loses its words on paper."""

import re
from collections.abc import Iterator

import pytest
from lxml import html

from helpers import LANGUAGES, changed, lay_out, plan_of, rendered
from join_helpers import maker
from message_case import CONTACTS
from rsmms.joins.origins import REASONS, Origin, reason_key
from rsmms.language.words import Words
from rsmms.layout.plan import Plan
from rsmms.model.written import units_of
from rsmms.sheets.situation import situation_content
from rsmms.sheets.wording import Notes

PHRASES = re.compile("|".join(Words(language).plain("to_confirm") for language in LANGUAGES))
_FEWEST = 3
"""Words beside the phrase that a sentence of data needs in order to explain it."""


def bare(body: str) -> Iterator[str]:
    """Places that say "to be confirmed" and nothing else: the label without its explanation, or a sentence that is nothing but it."""
    tree = html.fromstring(f"<div>{body}</div>")
    for element in tree.iter():
        if not isinstance(element.tag, str) or not PHRASES.search("".join(element.xpath("text()"))):
            continue
        beside = element.getnext()
        explained = beside is not None and beside.get("class") == "why" and bool(beside.text_content().strip())
        said = PHRASES.sub("", element.text_content())
        if not explained and len(re.findall(r"\w+", said)) < _FEWEST:
            yield html.tostring(element, encoding="unicode")


def test_no_page_says_to_be_confirmed_without_a_reason(plan: Plan):
    """Every page in every language; thousands of doubts are told, so that the test would see a bare one."""
    told = [(page.path, found) for page in plan.pages.values() if PHRASES.search(page.body) for found in bare(rendered(page.body))]

    assert sum(bool(PHRASES.search(page.body)) for page in plan.pages.values()) > 500
    assert told == []


@pytest.mark.parametrize(("body", "count"), [
    ('<p>Un <span class="tbc">à confirmer</span></p>', 1), ('<p>Un <span class="tbc">à confirmer</span> <span class="why">Demandez.</span></p>', 0),
    ("<p>À voir : à confirmer.</p>", 1), ("<p>Le nom n’est pas écrit dans la source : à confirmer.</p>", 0), ("<p>to be confirmed</p>", 1),
])  # fmt: skip
def test_a_bare_doubt_is_seen(body: str, count: int):
    """What the test above looks for, it finds."""
    assert len(list(bare(body))) == count


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_reason_says_whom_to_ask(language: str):
    """The closed list of reasons has a sentence each, which names somebody."""
    asked = {"fr": "demandez", "en": "ask"}[language]

    assert [reason for reason in REASONS if asked not in Words(language).plain(reason_key(reason))] == []


def test_at_most_forty_lines_are_in_doubt(content, plan: Plan):
    """Lines of all origins are counted; advice is not hidden among doubts any more, and no bare mark is left."""
    status = plan.status
    assert status is not None
    marks = [unit.text for page in content.written.values() for _, unit in units_of(page) if "[[?]]" in unit.text]

    assert marks == []
    assert status.origins[Origin.DOUBT] <= 40
    assert min(status.origins[o] for o in (Origin.LAW, Origin.PRACTICE, Origin.ADVICE)) > 100
    assert sum(count for _, count in status.doubts) == status.origins[Origin.DOUBT]


def test_a_page_with_advice_in_two_sections_says_so_once(tmp_path):
    """The line stands at the end of the first such section, not under each."""
    page, step = "docs/fr/situations/passeport.md", "2. Allez au [syndicat](../index.md). [[src:ilo]]\n"
    advised = changed(page, "[[?:no-document]]", "[[advice]]") | {"docs/en/situations/passeport.md": None}
    advised[page] = advised[page].replace(step, f"{step}3. Notez la date. [[advice]]\n")
    body = rendered(plan_of(lay_out(tmp_path, advised), ("fr",)).pages["fr", "situations/passeport.md"].body)

    assert body.count("conseil du réseau") == 1
    assert body.index("Notez la date") < body.index("conseil du réseau") < body.index("Preuves à garder")


def test_a_section_with_advice_says_so_once(tmp_path):
    """The line itself has no mark; a section without advice has no such line."""
    advised = changed("docs/fr/situations/passeport.md", "[[?:no-document]]", "[[advice]]") | {"docs/en/situations/passeport.md": None}
    with_advice, without = (rendered(plan_of(lay_out(tmp_path / str(n), c), ("fr",)).pages["fr", "situations/passeport.md"].body)
                            for n, c in enumerate((advised, {"docs/en/situations/passeport.md": None})))  # fmt: skip

    assert with_advice.count("conseil du réseau") == 1
    assert "<li>Une photo du passeport.</li>" in with_advice
    assert "conseil du réseau" not in without


def test_an_article_says_where_it_counts(tiny_plan: Plan):
    """On the page and on paper, once before articles that follow each other; a doubt has its reason on paper too."""
    page = rendered(tiny_plan.pages["fr", "situations/passeport.md"].body)
    paper = Notes(maker(tiny_plan.library)).rich("Payé. [[c143:9]] [[c143:1]] Dit. [[?:no-text]] Fait. [[advice]]")
    flat = "".join(p if isinstance(p, str) else p["t"] if isinstance(p, dict) else "".join(q if isinstance(q, str) else q["t"] for q in p) for p in paper)

    assert page.count("Là où la convention est ratifiée") == page.count("art. 9</a>") >= 1
    assert flat.replace("\u00a0", " ") == (
        "Payé.si ratifiée :C143 art. 9C143 art. 1 Dit. à confirmer : Nous n’avons pas trouvé le texte de loi : demandez à un juriste ou à un syndicat. Fait. "
    )


@pytest.mark.parametrize(("confidence", "explained"), [("unconfirmed", True), ("confirmed", False)])
def test_the_sign_beside_a_doubtful_number_is_explained_on_its_sheet(tmp_path, confidence: str, explained: bool):
    """The sheet of a situation prints what the sign means once it has printed it, and only then."""
    plan = plan_of(lay_out(tmp_path, changed(CONTACTS, "source: ilo\n", f"source: ilo\n    confidence: {confidence}\n")))
    page = plan.written["fr", "situations/passeport.md"]
    made = situation_content(maker(plan.library), page, page)

    assert [number["doubt"] for number in made["numbers"]] == [explained]
    assert made["unsure"] is explained
