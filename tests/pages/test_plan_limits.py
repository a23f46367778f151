"""What may be missing from the data, and what stops all pages."""


import pytest

from helpers import PROJECT, TODAY, body, changed, lay_out, plan_of
from rsmms.building.content import ContentErrors, make_site
from rsmms.layout.plan import Plan

LANGUAGES = ("fr", "en", "ee")
TOGO, CONTACTS = "data/country_profiles/TGO.yaml", "data/contacts/TGO.yaml"


# --- stopping


def test_nothing_is_made_of_wrong_data(tmp_path):
    """Every problem is carried by what stops the build; warnings do not stop it."""
    root = lay_out(tmp_path, changed(TOGO, "status: in_force", "status: x"))

    with pytest.raises(ContentErrors) as caught:
        make_site(root, LANGUAGES, TODAY)
    assert [p.code for p in caught.value.problems] == ["M005"]


def test_a_profile_that_says_nothing_yet(tmp_path):
    """A new country file with only its name makes pages that say so."""
    plan = plan_of(lay_out(tmp_path, {"data/country_profiles/BEN.yaml": "id: BEN\nslug: benin\n"}))

    assert plan.pages["fr", "pays/benin.md"].updated == TODAY
    assert "Nous ne connaissons encore aucun contact vérifiable" in body(plan, "pays/benin.md")
    assert "Traités sur lesquels nous ne savons rien" in body(plan, "pays/benin.md")


@pytest.mark.parametrize("name", ["data/agreements.yaml", "data/glossary.yaml", "data/zones.yaml", "data/contacts/TGO.yaml"])
def test_files_may_be_absent(tmp_path, name: str):
    """The rest of the site is made."""
    assert ("fr", "pays/togo.md") in plan_of(lay_out(tmp_path, {name: None})).pages


@pytest.mark.parametrize("name", sorted(PROJECT))
def test_no_file_of_the_tiny_project_is_superfluous(tmp_path, tiny_plan: Plan, name: str):
    """Each file shows on some page: without it, something changes or is told."""
    whole = {key: page.body for key, page in tiny_plan.pages.items() if key[0] in ("fr", "en")}
    try:
        less = {key: page.body for key, page in plan_of(lay_out(tmp_path, {name: None}), ("fr", "en")).pages.items()}
    except ContentErrors:
        return
    assert less != whole
