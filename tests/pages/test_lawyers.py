"""The page and the sheet for lawyers: every claim of law about a country once, with its origin, and who has read it."""

import pytest

from helpers import LANGUAGES, PROJECT, TODAY, changed, lay_out, plan_of, told
from message_case import TOGO
from rsmms.joins.claims import claims_of
from rsmms.language.words import Words
from rsmms.layout.legal_items import legal_items
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.model.country import Status
from rsmms.model.to_read import ToReadKind
from rsmms.sheets.frame import World
from rsmms.sheets.lawyers import lawyers_specs

PATH = "pays/togo/juristes.md"
READ = '    reviewed: {by: "avocate à Lomé", on: 2026-11-20}\n'
ARTICLE = 'article_reviews:\n  - article: "c143:9"\n    by: juriste du réseau\n    on: 2026-11-21\n'


def reviewed_project(tmp_path) -> Plan:
    """The tiny project in which a law and an article of Togo have been read."""
    text = PROJECT[TOGO].replace("law:\n  - id: tgo-code\n", f"{ARTICLE}law:\n  - id: tgo-code\n{READ}")
    assert READ in text
    return plan_of(lay_out(tmp_path, {TOGO: text}))


def test_every_claim_of_a_country_is_on_its_page(content):
    """Each law, limit, known treaty and cited article of each country, once."""
    library = content.library
    claims = tuple(c for (language, _), page in content.written.items() if language == "fr" and page.front.kind == "situation" for c in claims_of(page))
    for country in library.countries.values():
        items = [item.id for item in legal_items(PageContext(library, Words("fr"), library.fresh_on(TODAY)), country, claims)]
        wanted = {
            *(f"law/{note.id}" for note in country.law), *(f"deadlines/{d.id}" for d in library.deadlines.values() if d.country == country.id),
            *(f"treaties/{r.instrument}" for r in country.ratifications if r.status != Status.UNKNOWN),
            *(f"articles/{mark}" for claim in claims if not claim.only for mark in claim.articles),
        }  # fmt: skip
        assert wanted <= set(items), country.id
        assert len(items) == len(set(items)), country.id
    assert len(claims) > 100


def test_what_somebody_remembers_is_never_shown(plan: Plan):
    """Open questions are asked; the answer that nobody has read stays with the lawyer. (An article is told in doubt on its treaty's page.)"""
    asked = [one for one in plan.library.to_read.values() if one.kind != ToReadKind.ARTICLE]
    remembered = {text for one in asked if one.remembered for text in one.remembered.values() if len(text) > 30}
    shown = [page.path for page in plan.pages.values() if page.path == "etat.md" or page.path.endswith("/juristes.md")
             for text in remembered if text in page.body]  # fmt: skip

    assert len(remembered) > 20
    assert shown == []


def test_what_comes_back_is_shown(tmp_path):
    """On the lawyers' page, at the law in the profile, and on the sheet; with the role and the day."""
    plan = reviewed_project(tmp_path)
    page, profile = (plan.pages["fr", path].body.replace("\u00a0", " ") for path in (PATH, "pays/togo.md"))
    world = World(plan.library, plan.written, LANGUAGES, plan.today, "https://x.example/")
    sheet = next(s for s in lawyers_specs(world) if (s.id, s.language) == ("TGO", "fr")).content()
    rows = {row["id"]: row for group in sheet["groups"] for row in group["rows"]}

    assert "Relu par : avocate à Lomé, le 20 novembre 2026" in page
    assert "Relu par : juriste du réseau, le 21 novembre 2026" in page
    assert "Relu par : avocate à Lomé, le 20 novembre 2026" in profile
    assert ", dont 2 relues." in page
    assert rows["articles/c143:9"]["reviewed"].replace("\u00a0", " ") == "Relu par : juriste du réseau, le 21 novembre 2026"
    assert [row["n"] for group in sheet["groups"] for row in group["rows"]] == list(range(1, len(rows) + 1))


@pytest.mark.parametrize(("line", "expected"), [
    ("c143:99", "there is no article 99 in C143"), ("c999:1", "unknown convention “c999”"),
])  # fmt: skip
def test_a_review_of_an_article_that_is_not_there_is_told(project, line: str, expected: str):
    """What was read must exist."""
    root = project(changed(TOGO, "law:\n  - id: tgo-code\n", ARTICLE.replace("c143:9", line) + "law:\n  - id: tgo-code\n"))

    assert any(expected in text and "article_reviews" in text for text in told(root, "en"))
