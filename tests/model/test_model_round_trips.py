"""All models: frozen, no unknown field, and whatever is valid comes back unchanged."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import fault
from rsmms.model.audience import Audience
from rsmms.model.base import Confidence
from rsmms.model.contact import Contact, ContactFile, Kind
from rsmms.model.country import Country, Ratification, Series, Status
from rsmms.model.dates import PartialDate
from rsmms.model.front import Front
from rsmms.model.glossary import Term
from rsmms.model.indicator import Indicator
from rsmms.model.instrument import Article, ComplaintRoute, Instrument, Part
from rsmms.model.reach import Caller, Phone
from rsmms.model.source import Source
from rsmms.model.zone import Agreement, Zone

DATES = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.integers(1, 3),
)  # fmt: skip


MODELS = (
    Agreement, Article, ComplaintRoute, Contact, ContactFile, Country, Front, Indicator, Instrument, Part, Phone, Ratification, Series, Source, Term, Zone,
)  # fmt: skip


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_models_are_frozen_and_refuse_unknown_fields(model: Any):
    """Nothing changes a fact after it was read, and no mistyped field is lost."""
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"
    assert ("surprise", "extra_forbidden") in [(loc[-1], kind) for loc, kind in fault(model, {"surprise": 1})]


TEXT = st.fixed_dictionaries({"fr": st.text("abcé ŋ", min_size=1, max_size=10)}, optional={"en": st.text("abc", min_size=1, max_size=10)})
ID = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)
DAY = st.dates(date(2000, 1, 1), date(2026, 11, 22)).map(date.isoformat)
SOURCED = {"source": ID, "checked": DAY, "confidence": st.sampled_from([c.value for c in Confidence])}
RATIFICATIONS = st.fixed_dictionaries(
    {"instrument": ID, "status": st.sampled_from([s.value for s in Status]), **SOURCED},
    optional={"date": DATES.map(str), "in_force": DATES.map(str), "note": TEXT, "excluded": st.lists(st.text("abc", min_size=1), max_size=2)},
)  # fmt: skip
SERIES = st.fixed_dictionaries({
    "indicator": st.just("population"), "source": ID, "checked": DAY,
    "values": st.dictionaries(st.integers(1990, 2026), st.integers(0, 10**9), min_size=1, max_size=3),
})  # fmt: skip
COUNTRIES = st.fixed_dictionaries(
    {"id": st.just("TGO"), "slug": ID}, optional={"ratifications": st.lists(RATIFICATIONS, max_size=3), "figures": st.lists(SERIES, max_size=2), "note": TEXT}
)  # fmt: skip
CONTACTS = st.fixed_dictionaries(
    {"id": ID, "kind": st.sampled_from([k.value for k in Kind]), "name": TEXT, "source": ID, "read": DAY,
     "audience": st.lists(st.sampled_from([a.value for a in Audience]), min_size=1, max_size=3)},
    optional={"called": st.fixed_dictionaries({"day": DAY, "by": st.sampled_from([c.value for c in Caller])}),
              "phones": st.lists(st.fixed_dictionaries({"number": st.sampled_from(["117", "+22822213334"])}), max_size=2),
              "as_of": DATES.map(str), "languages": st.lists(st.sampled_from(["fr", "ee"]), max_size=2)},
)  # fmt: skip


@given(COUNTRIES)
def test_a_country_comes_back(country: dict[str, Any]):
    """Reading what was dumped gives an equal country."""
    made = Country.model_validate(country)

    assert Country.model_validate(made.model_dump(mode="json")) == made
    assert Country.model_validate_json(made.model_dump_json()) == made


@given(CONTACTS)
def test_a_contact_comes_back(contact: dict[str, Any]):
    """Reading what was dumped gives an equal contact."""
    made = Contact.model_validate(contact)

    assert Contact.model_validate(made.model_dump(mode="json", exclude_none=True)) == made
