"""Rules between values: nothing twice, figures whole, phone numbers of their country, files called after what is in them."""


import pytest

from helpers import BENIN, PROJECT, changed, codes, merged, places, problems_of
from rsmms.checking.cited import alpha3_known

TOGO = "data/country_profiles/TGO.yaml"
CONTACTS = "data/contacts/TGO.yaml"
CONVENTIONS = "data/conventions.yaml"


# --- nothing twice


def test_ids_twice_in_a_list(project):
    """Both lines are named."""
    zones = PROJECT["data/zones.yaml"]
    again = zones + zones[zones.index("  - id: ecowas") :]

    assert places(project({"data/zones.yaml": again})) == [
        "data/zones.yaml:31: zones.1.id X009"
    ]


@pytest.mark.parametrize(("part", "text"), [
    ("  - id: tgo-code\n    kind: x\n    title:\n      fr: T\n    summary:\n      fr: S\n    source: ilo\n    checked: 2026-11-01\n",
     f"{TOGO}:48: law.1.id X009"),
])  # fmt: skip
def test_law_notes_twice(project, part: str, text: str):
    """Their ids are places on a page."""
    assert places(project({TOGO: PROJECT[TOGO] + part})) == [text]


def test_contacts_twice_in_the_whole_folder(project):
    """A contact's id is one for all countries."""
    other = PROJECT[CONTACTS].replace("country: TGO", "country: INT")

    assert places(project({"data/contacts/INT.yaml": other})) == [
        f"{CONTACTS}:4: contacts.0.id X009"
    ]


def test_addresses_twice(project):
    """Two countries cannot live at one address."""
    twin = BENIN.replace("slug: benin", "slug: togo")

    assert places(project({"data/country_profiles/BEN.yaml": twin})) == [
        f"{TOGO}:3: slug X009"
    ]


# --- figures


def test_a_figure_has_a_year(project):
    """A value without a year is not read as a value."""
    root = project(changed(TOGO, "    values:\n      2020: 279000\n      2024: 281234\n", "    values: 281234\n"))

    assert places(root) == [
        f"{TOGO}:27: figures.0.values M012"
    ]


def test_a_year_is_a_year(project):
    """Words are no years."""
    root = project(changed(TOGO, "      2020: 279000\n", "      last year: 279000\n"))

    assert codes(root) == ["M012"]


@pytest.mark.parametrize("value", ["many", "281 234", "281.234,5"])
def test_a_value_is_a_number(project, value: str):
    """Typed with a space or a comma it is told, not guessed."""
    root = project(changed(TOGO, "281234", f'"{value}"'))

    assert [(p.code, p.field) for p in problems_of(root)] == [("M012", "figures.0.values.2024")]


def test_a_figure_has_a_unit(project):
    """The unit stands with the indicator; that figures of an indicator without one are unknown is not told beside it."""
    indicators = "data/indicators.yaml"
    without = PROJECT[indicators].replace("    unit: persons\n", "", 1)
    found = places(project({indicators: without}))

    assert found == [f"{indicators}:3: indicators.0.unit M001"]


# --- phones


@pytest.mark.parametrize(("number", "code"), [
    ("+22822213334", None), ("117", None), ("1011", None), ("0770800911", "X015"), ("+2282221333", "X015"), ("+228222133345", "X015"),
    ("+999123456789", "X015"), ("+33486517161", "X014"), ("22213334", "M006"), ("+228 22 21 33 34", "M006"), ("00228222133", "X015"),
    ("+22812345678", "X015"), ("+390612345678", "X014"),
    ("+228-22213334", "M006"), ("tel:117", "M006"), ("+٢٢٨٢٢٢١٣٣٣٤", "M006"), ("١١٧", "M006"),
])  # fmt: skip
def test_phones(project, number: str, code: str | None):
    """A number can be dialled, exists in its country, and is of that country."""
    found = codes(project(changed(CONTACTS, "+22822213334", number)))

    assert found[:1] == ([code] if code else [])


# --- names of files


def test_a_file_is_called_after_its_country(project):
    """A copied profile keeps the old country inside: it is told, and nothing else breaks."""
    root = project({TOGO: None, "data/country_profiles/XXX.yaml": PROJECT[TOGO]})

    assert places(root) == [
        "data/country_profiles/XXX.yaml:2: id X011"
    ]


def test_an_unknown_country(project):
    """Three letters that no country has."""
    root = project({"data/country_profiles/XXX.yaml": BENIN.replace("id: BEN", "id: XXX")})

    assert places(root) == ["data/country_profiles/XXX.yaml:1: id X002"]


@pytest.mark.parametrize("name", [TOGO, CONTACTS, CONVENTIONS, "data/sources.yaml", "data/glossary.yaml"])
@pytest.mark.parametrize("text", ["hello\n", "- a\n- b\n", "{}\n", "12\n"])
def test_files_of_another_shape_are_told(project, name: str, text: str):
    """A file that holds something else entirely gives problems, never a crash."""
    assert any(p.path == name for p in problems_of(project({name: text})))


@pytest.mark.parametrize("name", sorted(PROJECT))
def test_every_file_may_be_absent_or_broken(project, name: str):
    """Whatever one file does, the report is made."""
    for content in (None, b"", b"\xff\xfe", b"a: [", b"---\n---\n"):
        for problem in problems_of(project({name: content})):
            assert problem.text("fr")


def test_all_problems_are_told_at_once(project):
    """A contributor mends everything in one go."""
    root = project(merged(
        changed(TOGO, "status: in_force", "status: ratifed", "slug: togo", "slug: Togo"),
        changed(CONTACTS, "source: ilo", "source: x", "+22822213334", "12 34"),
        changed("data/zones.yaml", "country: TGO", "country: TTT"),
    ))  # fmt: skip

    assert sorted(codes(root)) == ["M005", "M006", "M009", "X002", "X004"]


def test_iso_3166_is_whole():
    """The list of countries is the one of ISO."""
    assert len(alpha3_known()) == 249
    assert {"TGO", "COD", "ESH", "SSD"} <= alpha3_known()
    assert "XKX" not in alpha3_known()
