"""The numbers for when life is in danger, as a page says them."""

import pytest

from helpers import changed, lay_out, plan_of, rendered

_TOGO = "data/country_profiles/TGO.yaml"
_NAMED = "service: {fr: Police, en: Police}"


@pytest.mark.parametrize("service", ["{fr: Police, en: Police}", "{fr: Police (appel gratuit), en: Police (free call)}"])
def test_a_free_emergency_number_says_so_once(tmp_path, service):
    """Whether the name of the service says it, or only the field does."""
    plan = plan_of(lay_out(tmp_path, changed(_TOGO, _NAMED, f"service: {service}\n    free: true")), ("fr", "en"))

    for language, word in (("fr", "gratuit"), ("en", "free")):
        strip = rendered(plan.pages[language, "contacts/togo.md"].body).partition("</section>")[0].casefold()
        assert strip.count(word) == 1
