"""Ready material: complete in both languages, sure where it cites, and with the real address of its page in its message."""

import re

import pytest

from helpers import ROOT, problems_of, rendered, told
from rsmms.language.addresses import kit_path
from rsmms.layout.plan import Plan
from rsmms.layout.settings import Settings
from rsmms.layout.view import View
from rsmms.model.kit import Kit, KitKind
from rsmms.model.library import Library
from sheet_helpers import specs

LANGUAGES = ("fr", "en")
SETTINGS = Settings("https://rights.example/", "", "", ROOT / "theme")
WANTED = {
    KitKind.WORKSHOP: {"unite-syndicale", "societe-civile", "partenaires-sociaux", "ministeres", "parlement-universites"},
    KitKind.BRIEF: {"mission-plaidoyer"}, KitKind.EXERCISE: {"carte-communaute"},
    KitKind.THEME: {"strategies-de-droits", "gestion-et-syndicats", "migration-et-developpement"},
    KitKind.CAMPAIGN: {"traite", "racisme", "travail-precaire", "libre-circulation", "refoulements", "protection-sociale", "adhesion"},
    KitKind.SECTOR: {"batiment", "agriculture", "peche", "travail-domestique", "soins", "securite", "transport", "hotels"},
}  # fmt: skip
KIT = """\
# yaml-language-server: $schema=schema/kits.schema.json
kits:
  - id: demo
    kind: theme
    title: {fr: Essai, en: Trial}
    summary: {fr: Un essai, en: A trial}
    updated: 2026-11-01
    parts:
      - id: faits
        title: {fr: Faits, en: Facts}
        points:
          - text: {fr: Un fait, en: A fact}
            articles:
              - c143:9
    pages:
      - situations/passeport.md
"""


def kits(library: Library, kind: KitKind) -> list[Kit]:
    """All kits of a kind."""
    return [k for k in library.kits.values() if k.kind == kind]


@pytest.mark.parametrize("kind", KitKind)
def test_nothing_that_was_asked_for_is_missing(library: Library, kind: KitKind):
    """Five workshops, a brief, three themes, seven campaigns and more, eight trades."""
    assert WANTED[kind] <= {k.id for k in kits(library, kind)}


def test_each_kind_has_what_it_is_for(library: Library):
    """A workshop lasts half a day and has slides; a campaign has a message, three things to say, a poster, asks and a letter; a trade a federation."""
    for kit in library.kits.values():
        parts = {p.id: p for p in kit.parts}
        if kit.kind == KitKind.WORKSHOP:
            assert 150 <= kit.minutes <= 240, kit.id
            assert "diapos" in {p.id for p in kit.papers}, kit.id
        if kit.kind == KitKind.CAMPAIGN:
            assert kit.message, kit.id
            assert kit.poster, kit.id
            assert kit.letter, kit.id
            assert kit.asks, kit.id
            assert len(parts["dire"].points) == 3, kit.id
            assert all(p.articles or p.source for p in parts["faits"].points), kit.id
        if kit.kind == KitKind.SECTOR:
            assert {"risques", "droits", "garder"} <= set(parts), kit.id
            assert kit.organisations, kit.id
            assert all(p.articles or p.source for p in parts["droits"].points), kit.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kit_has_a_page_and_its_sheets(library: Library, plan: Plan, content, language: str):
    """The page leads to the sheets, and each of them is planned under the name that the list of sheets shows."""
    planned = {(s.id, s.language) for s in specs(content)}
    for kit in library.kits.values():
        html = rendered(plan.pages[language, kit_path(kit)].body)
        assert f"fiches/#{kit.sheet_ids[0]}" in html, kit.id
        assert all((name, language) in planned for name in kit.sheet_ids), kit.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_federations_have_an_address_and_a_source(library: Library, language: str):
    """Each of the six can be reached on its own site; what no source gives is not there."""
    for name in ("int-bwi", "int-iuf", "int-itf", "int-psi", "int-idwf", "int-uni"):
        contact = library.contact_by_id[name]
        assert contact.web, name
        assert contact.source in library.sources, name
        assert contact.name[language], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_carry_the_real_address_of_their_page(library: Library, plan: Plan, language: str):
    """What is passed on by phone ends with the page's own address, also behind the buttons."""
    for kit in kits(library, KitKind.CAMPAIGN):
        page = plan.pages[language, kit_path(kit)]
        text = View(plan, page, SETTINGS).share_text
        assert text.startswith(kit.message[language])
        assert text.endswith(f"{SETTINGS.site_url}{'' if language == 'fr' else 'en/'}campagnes/{kit.id}/")


def test_a_small_kit_has_no_problem(project):
    """The file above is right as it is."""
    assert problems_of(project({"data/kits.yaml": KIT})) == []


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("c143:9", "c43:9", "data/kits.yaml:14: kits.0.parts.0.points.0.articles.0: unknown convention “c43”; did you mean “c143”? [X001]"),
    ("situations/passeport.md", "situations/passport.md",
     "data/kits.yaml:16: kits.0.pages.0: link to a page that does not exist: situations/passport.md; did you mean “situations/passeport.md”? [P010]"),
    ("kind: theme", "kind: thème",
     "data/kits.yaml:4: kits.0.kind: “thème” is not allowed; use one of: workshop, exercise, brief, theme, campaign, sector; did you mean “theme”? [M005]"),
])  # fmt: skip
def test_a_slip_in_a_kit_is_told_with_its_line(project, old: str, new: str, expected: str):
    """File, line, field and the likely intended value."""
    assert told(project({"data/kits.yaml": KIT.replace(old, new)}), "en") == [expected]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_indexes_lead_to_every_kit(library: Library, plan: Plan, language: str):
    """One list for material, one for trades."""
    found = "".join(rendered(plan.pages[language, path].body) for path in ("ateliers/index.md", "secteurs/index.md"))

    assert [k.id for k in library.kits.values() if not re.search(rf'href="[^"]*{k.id}/"', found)] == []
