"""Rules between files, one by one: what each refuses, and what lies just inside it."""

from datetime import date

import pytest

from helpers import PROJECT, changed, codes, places, problems_of
from rsmms.checking.facts import check
from rsmms.reading.load import load

TOGO = "data/country_profiles/TGO.yaml"
CONTACTS = "data/contacts/TGO.yaml"
CONVENTIONS = "data/conventions.yaml"


def ratification(*lines: str) -> dict[str, str]:
    """The profile of Togo with other lines about C143."""
    old = "    status: in_force\n    date: 1983-11-08\n"
    return changed(TOGO, old, "".join(f"    {line}\n" for line in lines))


# --- things that are cited exist


@pytest.mark.parametrize(
    ("name", "old", "new", "text"),
    [
        ("data/zones.yaml", "  - id: ecowas\n    kind: free_movement\n    claimable: true\n    source: ilo\n",
         "  - id: ecowas\n    kind: free_movement\n    claimable: true\n    source: ilu\n",
         "data/zones.yaml:6: zones.0.source X004 → ilo"),
        (CONTACTS, "    source: ilo\n", "    source: ilo\n    more_sources:\n      - old-archives\n",
         f"{CONTACTS}:24: contacts.0.more_sources.0 X004 → old-archive"),
        ("data/agreements.yaml", "      - FRA\n", "      - FRZ\n",
         "data/agreements.yaml:6: agreements.0.parties.1 X002"),
        (TOGO, "      BEN: 71000\n", "      BNN: 71000\n",
         f"{TOGO}:35: figures.1.by_country.BNN X002"),
        ("data/sources.yaml", "    language: en\n", "    language: english\n",
         "data/sources.yaml:7: sources.0.language M009 → en"),
        ("data/sources.yaml", "    language: en\n", "    language: zzz\n",
         "data/sources.yaml:7: sources.0.language X003"),
        ("data/glossary.yaml", "      ee: Nubabla\n", "      Ewe: Nubabla\n",
         "data/glossary.yaml:7: terms.0.term.Ewe M009 → ee"),
    ],
)  # fmt: skip
def test_unknown_ids(project, name: str, old: str, new: str, text: str):
    """A citation that leads nowhere is told where it stands."""
    found = places(project(changed(name, old, new)))

    assert text in found


def test_other_and_int_stand_for_countries(project):
    """OTHER is an origin that a source does not name, INT a contact that answers from anywhere."""
    root = project({
        **changed(TOGO, "      BEN: 71000\n", "      BEN: 71000\n      OTHER: 200\n"),
        "data/contacts/INT.yaml": PROJECT[CONTACTS].replace("country: TGO", "country: INT").replace("tgo-cstt", "int-rsmms"),
    })  # fmt: skip

    assert codes(root) == []


@pytest.mark.parametrize("code", ["fr", "ee", "ar", "bm", "gej", "dje", "snk", "kbp", "din"])
def test_languages_of_the_region_are_known(project, code: str):
    """Also those that CLDR does not know: ISO 639 decides."""
    assert codes(project(changed(CONTACTS, "      - ee\n", f"      - {code}\n"))) == []


def test_a_missing_file_of_sources_is_told_at_each_citation(project):
    """Without data/sources.yaml every citation is wrong, and all of them are told."""
    found = problems_of(project({"data/sources.yaml": None}))

    assert {p.code for p in found} == {"X004"}
    assert len(found) >= 14


# --- articles


@pytest.mark.parametrize(("mark", "code"), [
    ("c143:9", None), ("c143:9(1)", None), ("c143:1", None), ("c097/annex-1:6", None), ("c143:91", "X006"), ("c143:9(2)", None),
    ("c097/annex-3:6", "X006"), ("c97:6", "X001"), ("src:ilo", None), ("src:iloo", "X004"), ("in:TGO,BEN", None), ("in:TGO,XXX", "X002"),
    ("?", "P021"), ("?:no-text", None), ("?:law", "P022"), ("advice", None),
    ("C143:9", "P004"), ("contacts:TGO:union_centre", None), ("contacts:BEN", "X002"), ("contacts:TGO:unions", "P004"),
])  # fmt: skip
def test_marks(project, mark: str, code: str | None):
    """A mark in a text is understood, or told."""
    root = project(changed("docs/fr/index.md", "Choisissez ce qui vous arrive.", f"Choisissez. [[{mark}]]"))

    assert codes(root) == ([code] if code else [])


@pytest.mark.parametrize(("instrument", "article", "text"), [
    ("c143", "99", "docs/fr/situations/passeport.md:14: articles.0.article X006"),
    ("c144", "9", "docs/fr/situations/passeport.md:13: articles.0.instrument X001 → c143"),
    ("c143/annex-1", "9", "docs/fr/situations/passeport.md:14: articles.0.article X006"),
])  # fmt: skip
def test_articles_of_a_header(project, instrument: str, article: str, text: str):
    """The articles a situation rests on exist."""
    name = "docs/fr/situations/passeport.md"
    root = project(changed(name, '  - instrument: c143\n    article: "9"', f'  - instrument: {instrument}\n    article: "{article}"'))

    assert places(root) == [text]


def test_sources_of_a_header(project):
    """So do its sources."""
    name = "docs/fr/situations/passeport.md"

    assert places(project(changed(name, "sources:\n  - ilo\n", "sources:\n  - iloo\n"))) == [
        f"{name}:20: sources.0 X004 → ilo"
    ]


# --- dates


@pytest.mark.parametrize("when", ["1975-06-24", "1975-06", "1975", "2026"])
def test_ratified_on_or_after_adoption(project, when: str):
    """A month or a year that may be after the adoption is not called wrong."""
    assert codes(project(ratification("status: in_force", f"date: {when}"))) == []


@pytest.mark.parametrize("when", ["1975-06-23", "1975-05", "1974"])
@pytest.mark.parametrize("field", ["date", "in_force", "denounced"])
def test_nothing_happens_before_adoption(project, when: str, field: str):
    """Every date of a ratification is after the adoption of the treaty."""
    assert codes(project(ratification("status: in_force", f"{field}: {when}"))) == ["X007"]


@pytest.mark.parametrize(("ratified", "in_force", "code"), [
    ("1983-11-08", "1984-11-08", None), ("1983-11-08", "1983-11-08", None), ("1983-11-08", "1983-11-07", None), ("1983-11-08", "1983-11-06", "X008"),
    ("1983-11-08", "1983", None), ("1983-11", "1983-10", "X008"), ("1983", "1982", "X008"), ("1983", "1983", None),
])  # fmt: skip
def test_entry_into_force_follows_ratification(project, ratified: str, in_force: str, code: str | None):
    """With the precision that is there; one day of grace for time zones."""
    root = project(ratification("status: in_force", f"date: {ratified}", f"in_force: {in_force}"))

    assert codes(root) == ([code] if code else [])


def test_a_denounced_treaty_says_when(project):
    """With a date all is well."""
    assert codes(project(ratification("status: denounced", "denounced: 2020"))) == []
    assert codes(project(ratification("status: denounced", "date: 1983"))) == ["X017"]


@pytest.mark.parametrize("name", [
    TOGO, CONTACTS, CONVENTIONS, "data/zones.yaml", "data/agreements.yaml", "data/sources.yaml",
])  # fmt: skip
def test_nobody_checked_anything_tomorrow(project, name: str):
    """In every file, ``checked`` and ``read`` are today at the latest, or tomorrow where it is tomorrow already."""
    tomorrow = PROJECT[name].replace("2026-11-01", "2026-12-02", 1)
    today = PROJECT[name].replace("2026-11-01", "2026-11-30", 1)

    assert codes(project({name: tomorrow})) == ["X012"]
    assert codes(project({name: today})) == []


def test_the_future_depends_on_the_day_of_the_build(project):
    """Yesterday's build would have refused what today's accepts."""
    loaded = load(project())

    assert check(loaded, date(2026, 10, 31)) == []  # a day of grace: it is tomorrow already in the east
    assert {p.code for p in check(loaded, date(2026, 10, 30))} == {"X012"}
