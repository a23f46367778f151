"""All pages: no script, no style, no link that is not allowed; numbers and lists as readers expect them."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from helpers import BENIN, COUNTRY, body, lay_out, merged, plan_of, rendered
from rsmms.language.html import allowed_link
from rsmms.layout.plan import Plan
from rsmms.pages.all_pages import make_plan
from rsmms.reading.load import load

TOGO, CONTACTS = "data/country_profiles/TGO.yaml", "data/contacts/TGO.yaml"


# --- safety of all pages


def test_no_link_that_is_not_allowed(plan: Plan):
    """In no body, whoever wrote the text."""
    for key, page in plan.pages.items():
        wrong = {target for target in re.findall(r'(?:href|src)="([^"]*)"', page.body) if not allowed_link(target)}
        assert not wrong, (key, wrong)


def test_no_style_and_no_script_in_any_page(plan: Plan):
    """The policy allows neither."""
    for key, page in plan.pages.items():
        assert not re.search(r"<script|<style|<iframe|\sstyle=|\son[a-z]+=|javascript:", page.body), key


def test_nasty_texts_stay_texts(tmp_path):
    """A name that slipped through the checks would still not run: everything is escaped."""
    root = lay_out(tmp_path)
    library = load(root).library
    nasty = "<img src=x onerror=alert(1)>\"'&"
    contact = library.contacts["TGO"][0].model_copy(update={"name": {"fr": nasty}, "city": nasty, "acronym": nasty, "address": nasty})
    plan = make_plan(replace(library, contacts={"TGO": (contact,)}), {}, ("fr",), date(2026, 11, 22))

    for path in ("pays/togo.md", "contacts/togo.md"):
        assert "&lt;img src=x" in body(plan, path)
        assert "<img" not in body(plan, path)


def test_phone_numbers_run_left_to_right(plan: Plan):
    """Every number to dial stands in a ``<bdi dir="ltr">``."""
    for key, page in plan.pages.items():
        for inner in re.findall(r'<a [^>]*href="(?:tel|sms):[^"]*"[^>]*>(.*?)</a>', page.body):
            assert '<bdi dir="ltr">' in inner, key


def test_what_is_unknown_is_not_no(tmp_path):
    """A treaty nobody looked up stands under "nothing known", with the sentence that this is not a no."""
    without = COUNTRY[: COUNTRY.index("  - instrument: c097")] + COUNTRY[COUNTRY.index("figures:") :]
    text = body(plan_of(lay_out(tmp_path, {TOGO: without}), ("fr",)), "pays/togo.md")

    assert 'id="treaties-unknown"' in text
    assert 'id="treaties-not"' not in text
    assert "« Inconnu » ne veut pas dire « non »" in text.replace("\u00a0", " ")


def test_lists_of_countries_are_in_the_order_of_the_language(tmp_path):
    """Bénin before Togo, and Germany under G in English."""
    germany = BENIN.replace("BEN", "DEU").replace("benin", "allemagne")
    plan = plan_of(lay_out(tmp_path, merged({"data/country_profiles/BEN.yaml": BENIN, "data/country_profiles/DEU.yaml": germany})))

    for language, names in (("fr", ["Allemagne", "Bénin"]), ("en", ["Benin", "Germany"])):
        text = body(plan, "pays/index.md", language)
        assert text.index(f">{names[0]}<") < text.index(f">{names[1]}<")


def test_rendered_pages_have_no_id_twice(tiny_plan: Plan):
    """Links to a part of a page lead to one place."""
    for key, page in tiny_plan.pages.items():
        ids = re.findall(r'\sid="([^"]+)"', rendered(page.body))
        assert [i for i, n in Counter(ids).items() if n > 1] == [], key
