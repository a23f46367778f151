"""One mistake in a file gives its own message, not a shower of others that lead astray."""

from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, TODAY, changed, codes, merged
from rsmms.building.content import read_content
from rsmms.checking.consequences import without_consequences
from rsmms.problems.problem import Problem


def test_a_wrong_date_is_told_alone(project):
    """The contact it stands in is named elsewhere too; that it is missing there is not told."""
    assert codes(project(changed("data/contacts/TGO.yaml", "read: 2026-11-01", "read: 01.11.2026"))) == ["M004"]


def test_another_mistake_is_told_in_the_same_run(project):
    """Only what follows is left out: an unknown treaty has nothing to do with the date."""
    root = project(merged(
        changed("data/contacts/TGO.yaml", "read: 2026-11-01", "read: 01.11.2026"),
        changed("data/country_profiles/TGO.yaml", "instrument: c143", "instrument: c43"),
    ))  # fmt: skip

    assert sorted(codes(root)) == ["M004", "X001"]


def test_a_date_that_is_none_is_not_told_to_lie_in_the_future(project):
    """One value, one message."""
    assert codes(project(changed("data/contacts/TGO.yaml", "read: 2026-11-01", "read: 2026-31-01"))) == ["M004"]


def test_a_heading_without_a_name_is_told_alone(project):
    """That translations have a section more then is no advice to anybody."""
    page = "docs/fr/situations/passeport.md"

    assert codes(project(changed(page, " {#agir}", ""))) == ["P002"]


@pytest.mark.parametrize(("typed", "code"), [("danger: two", "M012"), ("danger 2", "Y001"), ("danjer: 2", "M002"), ("danger:\u00a02", "Y001")])
def test_a_slip_in_a_french_header_is_told_alone(project, typed: str, code: str):
    """The French page is there, though it could not be taken: nobody is told that the English one has none."""
    page = "docs/fr/situations/passeport.md"

    assert codes(project(changed(page, "danger: 2", typed))) == [code]


@pytest.mark.parametrize(("typed", "code"), [("slug: Togo", "M009"), ("slug togo", "Y001"), ("slug: togo\nslug: togo", "Y002")])
def test_a_country_file_that_is_refused_asks_for_no_redirect(project, typed: str, code: str):
    """Its pages are not gone: who added redirects for their addresses would break them."""
    urls = {"data/urls.txt": "/pays/togo/\n/contacts/togo/\n/situations/passeport/\n"}
    assert codes(project(urls)) == []

    assert codes(project(merged(urls, changed("data/country_profiles/TGO.yaml", "slug: togo", typed)))) == [code]


def test_in_the_real_data_a_wrong_date_gives_one_message(tmp_path: Path):
    """The contacts of Togo are named by networks, practices, the timeline, pages and published addresses."""
    for name in ("data", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    lost = [Problem(code="M004", path="data/contacts/TGO.yaml")]
    library = read_content(ROOT, LANGUAGES, TODAY).library
    follow = [
        Problem(code=code, path="x", values={"found": found})
        for code, found in (("X013", "tgo-resynam"), ("P010", "../contacts/togo.md"), ("X031", "/contacts/togo/"), ("X002", "TGO"), ("X072", "TGO"))
    ]
    kept = Problem(code="X013", path="x", values={"found": "ben-nobody"})

    assert without_consequences(lost, [*follow, kept], tmp_path, library.slugs) == [kept]
