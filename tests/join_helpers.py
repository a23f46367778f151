"""A tiny project for the join of situations, countries, treaties and contacts, and pieces to join."""

from datetime import date
from typing import Any

import pytest

from helpers import BENIN, LANGUAGES, SITUATION, TODAY, Changes, lay_out
from rsmms.building.content import make_site
from rsmms.joins.claims import claims_of
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.model.contact import Contact
from rsmms.model.country import Country
from rsmms.model.library import Library
from rsmms.pages.situations import Situation

RIGHTS = "pays/togo/droits.md"
WORLD = """\
country: INT
contacts:
  - id: int-rsmms
    kind: union_network
    acronym: RSMMS
    name: {fr: Réseau, en: Network}
    web: ["https://rsmms.example/"]
    source: ilo
    audience: [workers]
    read: 2026-11-01
  - id: int-ituc-africa
    kind: union_regional
    name: {fr: CSI-Afrique, en: ITUC-Africa}
    emails: [a@csi.example]
    source: ilo
    audience: [workers]
    read: 2026-11-01
"""
CHANGES: Changes = {"data/country_profiles/BEN.yaml": BENIN, "data/contacts/INT.yaml": WORLD}
SENT = (
    '<span class="audience">Pour les travailleurs et travailleuses</span> '
    '<span class="trail">Lu le <time datetime="2026-11-01">1er novembre 2026</time>, personne n’a encore appelé</span>'
)


@pytest.fixture(scope="module", name="joined")
def joined_plan(tmp_path_factory) -> Plan:
    """The tiny project with Benin, where nobody is known, and two unions for everywhere."""
    return make_site(lay_out(tmp_path_factory.mktemp("join"), CHANGES), LANGUAGES, TODAY)


def maker(library: Library, language: str = "fr", today: date = TODAY, path: str = RIGHTS) -> PageContext:
    """What pages are made with."""
    return PageContext(library, Words(language), library.fresh_on(today)).at(path)


def contact(**fields: Any) -> Contact:
    """A contact in Togo with nothing but what the test is about."""
    told = {"id": "tgo-x", "kind": "hotline", "audience": ["workers"], "name": {"fr": "Allô"}, "source": "ilo", "read": "2026-11-01"}
    return Contact.model_validate({**told, **fields})


def country(code: str = "TGO", **fields: Any) -> Country:
    """A country with nothing but what the test is about."""
    return Country.model_validate({"id": code, "slug": code.lower(), **fields})


def situation_of(plan: Plan, language: str = "fr", **facts: Any) -> Situation:
    """The tiny situation as a language shows it."""
    french, own = plan.written["fr", SITUATION], plan.written.get((language, SITUATION))
    front = french.front.model_copy(update=facts)
    return Situation(SITUATION, front, own.front if own else front, language if own else "fr", claims_of(french, own))


def shape(name: str) -> str:
    """A pictogram as a page writes it."""
    return f'<svg class="i" width="24" height="24" aria-hidden="true"><use href="#i-{name}"></use></svg>'
