"""What binds where: right, promise or something to ask for; and over the whole site no article that does not bind is told as a right."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from helpers import LANGUAGES, PROJECT, changed, told
from join_helpers import country, joined_plan, maker  # noqa: F401 - joined_plan is a fixture
from message_case import TOGO
from rsmms.joins.bindings import Force, binding, strongest
from rsmms.joins.claims import claims_of
from rsmms.layout.plan import Plan
from rsmms.model.base import Confidence
from rsmms.model.country import Country, Status
from rsmms.pages.claims import claims_by_force

MARK = "c143:9"
ANNEX = "c097/annex-1:6"


def there(status: str, instrument: str = "c143", **more: Any) -> Country:
    """A country with one ratification and nothing else."""
    fact = {"instrument": instrument, "status": status, "source": "ilo", "checked": "2026-11-01", **more}
    return country(ratifications=[fact])


@pytest.mark.parametrize(("status", "confidence", "force"), [
    ("in_force", "confirmed", "right"), ("in_force", "single_source", "right"), ("in_force", "unconfirmed", "ask"), ("in_force", "disputed", "ask"),
    ("ratified_not_in_force", "confirmed", "promise"), ("signed_only", "confirmed", "promise"), ("signed_only", "unconfirmed", "ask"),
    ("not_ratified", "confirmed", "ask"), ("denounced", "confirmed", "ask"), ("unknown", "single_source", "ask"),
])  # fmt: skip
def test_what_a_ratification_is_worth(joined: Plan, status: str, confidence: str, force: str):
    """Only a treaty that is surely in force gives a right."""
    found = binding(joined.library, there(status, confidence=confidence), MARK)

    assert found is not None
    assert found.force.value == force
    assert (found.instrument.id, found.number, found.status.value) == ("c143", "9", status)


def test_a_treaty_that_nobody_looked_up_gives_nothing(joined: Plan):
    """Unknown is not a right, and a citation that leads nowhere is nothing at all."""
    found = binding(joined.library, country(), MARK)

    assert found is not None
    assert (found.force, found.status, found.ratification) == (Force.ASK, Status.UNKNOWN, None)
    assert binding(joined.library, country(), "c999:1") is None
    assert binding(joined.library, country(), "c143:77") is None


def test_an_annex_that_the_state_left_out_does_not_bind(joined: Plan):
    """The convention itself does, and so does another annex."""
    assert [
        found.force.value
        for excluded in ([], ["Annex II"], ["Annex I"])
        if (found := binding(joined.library, there("in_force", "c097", excluded=excluded), ANNEX))
    ] == ["right", "right", "ask"]


def test_the_law_of_the_country_gives_what_the_treaty_does_not(joined: Plan):
    """A sure law that gives the same makes it a right, and is the text that is named; a doubtful one does not."""
    law = {"id": "code", "kind": "labour_code", "title": {"fr": "Code"}, "summary": {"fr": "Dû."}, "source": "ilo", "checked": "2026-11-01", "gives": [MARK]}
    sure = binding(joined.library, country(law=[law]), MARK)
    doubtful = binding(joined.library, country(law=[{**law, "confidence": "unconfirmed"}]), MARK)

    assert sure is not None
    assert sure.law is not None
    assert (sure.force, sure.law.id) == (Force.RIGHT, "code")
    assert doubtful is not None
    assert (doubtful.force, doubtful.law) == (Force.ASK, None)


@pytest.mark.parametrize(("change", "force"), [
    ({}, "promise"), ({"restricts": True}, "ask"), ({"not_in": ["TGO"]}, "ask"), ({"confidence": "unconfirmed"}, "ask"), ({"gives": []}, "ask"),
])  # fmt: skip
def test_the_rules_of_a_region_are_a_promise(joined: Plan, change: dict[str, Any], force: str):
    """They bind States, and a person through the law of the country: never told as a right by themselves."""
    library = joined.library
    zone = next(z for z, _ in library.zones_of("TGO"))
    grant = zone.grants[0].model_copy(update={"gives": (MARK,), **change, **({"confidence": Confidence.UNCONFIRMED} if "confidence" in change else {})})
    zones = {zone.id: zone.model_copy(update={"grants": (grant,)})}
    found = binding(type(library)(instruments=library.instruments, zones=zones), country(), MARK)

    assert found is not None
    assert found.force.value == force
    assert (found.zone is not None) == (force == "promise")


def test_of_several_texts_the_strongest_speaks(joined: Plan):
    """A sentence that rests on two treaties is a right where one of them binds."""
    library, togo = joined.library, joined.library.countries["TGO"]
    both = [b for mark in (MARK, ANNEX) if (b := binding(library, togo, mark))]

    assert {b.force for b in both} == {Force.RIGHT, Force.ASK}
    assert [b.force for b in strongest(both)] == [Force.RIGHT]
    assert strongest([]) == ()


def test_no_article_that_does_not_bind_is_told_as_a_right(content):
    """Over every guide, country and language of the site, read back from the words and links that the reader gets."""
    library = content.library
    guides = [(page, language) for language in LANGUAGES for (code, _), page in content.written.items() if code == "fr" and page.front.kind == "situation"]
    counted: Counter[str] = Counter()
    for page, language in guides:
        claims = claims_of(page, content.written.get((language, page.path)))
        for there in library.countries.values():
            made = claims_by_force(maker(library, language), claims, there)
            for item in html.fromstring(f"<div>{made}</div>").iterfind(".//li"):
                force = item.getparent().get("class").split()[1]
                counted[force] += 1
                assert wrong(library, there, force, [a.get("href") for a in item.iterfind(".//a")]) is None, (page.path, there.id, item.text_content())

    assert len({page.path for page, _ in guides}) >= 34
    assert len(library.countries) >= 90
    assert counted["right"] > 10_000
    assert counted["ask"] > 10_000
    assert counted["promise"] > 0


def wrong(library: Any, there: Country, force: str, links: list[str]) -> str | None:
    """The first link under a sentence that its words do not allow, from the data alone."""
    for link in links:
        if force == "right" and "/conventions/" in link:
            fact = there.ratification(library.instrument_by_slug[link.split("/conventions/")[1].split("/")[0]].id)
            annex = {"annex-1": "Annex I", "annex-2": "Annex II", "annex-3": "Annex III"}.get(link.split("#")[1][:7], "")
            sure = fact and fact.status == Status.IN_FORCE and fact.confidence not in (Confidence.UNCONFIRMED, Confidence.DISPUTED)
            if not sure or annex in fact.excluded:
                return link
        elif force == "right" and not any(link.endswith((f"/{there.slug}/#{note.id}", f"../#{note.id}")) for note in there.law):
            return link
    return None if links else "no text"


def test_an_article_that_a_law_is_said_to_give_exists(project):
    """A law that names an article which the treaty does not have is told with its place and the likely one."""
    law = "law:\n  - id: tgo-code\n"
    assert law in PROJECT[TOGO]
    root = project(changed(TOGO, law, law + '    gives: ["c143:99"]\n'))

    assert [text for text in told(root, "en") if "gives" in text] == [f"{TOGO}:{line_of(root, 'gives')}: law.0.gives.0: there is no article 99 in C143 [X006]"]


def line_of(root: Path, word: str) -> int:
    """The line of Togo's profile that has a word."""
    return next(number for number, line in enumerate((root / TOGO).read_text(encoding="utf-8").splitlines(), 1) if word in line)
