"""Everything that readers get has its licence on a page, and so have the tools that made it."""

import re
import tomllib
from pathlib import Path

import pytest

from helpers import ROOT, body, visible
from rsmms.layout.plan import Plan
from rsmms.model.library import Library
from rsmms.model.licence import PartKind

SHIPPED = (
    "theme/vendor/*", "theme/assets/*", "theme/*.js", "theme/*.svg", "theme/*.webmanifest", "rsmms/**/*.json", "rsmms/**/*.css",
    "rsmms/**/*.svg", "theme/icons/own/*",
    "**/*.woff2", "**/*.ttf",
)  # fmt: skip
"""Files of the project that are sent to readers as they are."""
SPDX = re.compile(r"[A-Za-z0-9.+-]+|Public domain")


def files(form: str) -> set[str]:
    """Files of the project of a form, without what builds leave."""
    found = (p.relative_to(ROOT).as_posix() for p in ROOT.glob(form) if p.is_file() and p.name != "README.md")
    return {name for name in found if not name.startswith(("site", "admin-site", "."))}


def test_every_shipped_file_has_a_licence(library: Library):
    """A font, script or map that nobody listed is found here."""
    listed = {name for part in library.licences.values() for form in part.files for name in files(form)}
    shipped = {name for form in SHIPPED for name in files(form)}

    assert sorted(shipped - listed) == []
    assert {"theme/vendor/minisearch.js", "rsmms/pages/charts/shapes.json", "theme/assets/noto-sans-ee.woff2"} <= shipped


def test_every_listed_file_exists(library: Library):
    """Nothing is listed that is gone."""
    assert [form for part in library.licences.values() for form in part.files if not files(form)] == []


def test_every_tool_is_listed(library: Library):
    """Each Python package that makes the site, as ``pyproject.toml`` names it, and no other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.match(r"[\w.-]+", line)[0].lower() for line in project["dependencies"]}

    assert {part.id for part in library.licences.values() if part.kind is PartKind.TOOL} == needed


def test_licences_are_short_names(library: Library):
    """SPDX, as other programs read them."""
    assert [part.id for part in library.licences.values() if not SPDX.fullmatch(part.licence)] == []


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_the_page_names_every_part(plan: Plan, library: Library, language: str):
    """Name, author and licence of each, in the reader's language; ours first, tools last."""
    text = visible(body(plan, "licences.md", language))

    assert [part.id for part in library.licences.values() if part.name not in text or part.author not in text or part.licence not in text] == []
    assert text.index("CC-BY-4.0") < text.index("OFL-1.1") < text.index("pikepdf")


def test_fonts_in_sheets_and_vendor_notices_go_with_the_site(built_site: Path):
    """The notices that MIT asks for are beside the scripts."""
    authors = {"minisearch": "Luca Ongaro", "tabler-icons": "Paweł Kuna"}
    notices = {name: list((built_site / "assets").glob(f"{name}.LICENSE.*.txt")) for name in authors}

    assert {name: len(found) for name, found in notices.items()} == dict.fromkeys(authors, 1)
    assert [name for name, found in notices.items() if authors[name] not in found[0].read_text(encoding="utf-8")] == []
