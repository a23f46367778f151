"""The page of the open data leads to files that exist and says their real size."""

import posixpath
from collections.abc import Mapping

import pytest
from lxml import html

from helpers import LANGUAGES, rendered, visible
from rsmms.building.open_data_files import embeds
from rsmms.layout.menus import WHOLE
from rsmms.layout.plan import Plan
from rsmms.opendata.release import FOLDER
from rsmms.opendata.schema import tables
from rsmms.opendata.spreadsheets import ENDINGS
from rsmms.pages.all_pages import generated_paths
from rsmms.pages.open_data import OPEN_DATA_PATH


@pytest.fixture(scope="module")
def published(plan: Plan, stable: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Every file of the open data by its address from the root of the site."""
    sheets = {f"{FOLDER}/{name}{ending}": b"" for name in tables() for ending in ENDINGS}
    return {f"{FOLDER}/{name}": c for name, c in stable.items()} | sheets | dict(embeds(plan))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_file(plan: Plan, published: Mapping[str, bytes], language: str):
    """From the folder in which the page stands in each language; or to another page."""
    page, pages = plan.pages[language, OPEN_DATA_PATH], {p.site_url for p in plan.pages.values()}
    for href in html.document_fromstring(rendered(page.body)).xpath("//a/@href"):
        if href.startswith("https://"):
            continue
        target = posixpath.normpath(posixpath.join(page.site_url, str(href)))
        assert target in published or f"{target}/index.html" in published or f"{target}/" in pages, href


def test_every_whole_file_is_offered_with_its_size(plan: Plan, published: Mapping[str, bytes]):
    """In kilobytes or megabytes, rounded."""
    text = visible(rendered(plan.pages["en", OPEN_DATA_PATH].body))

    size = len(published[f"{FOLDER}/contacts.csv"])
    assert f"contacts.csv {size / 1000:.0f} kB" in text
    for name in tables():
        assert f"{name}.csv" in text
        assert f"{name}.json" in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_column_is_explained(plan: Plan, language: str):
    """In the language of the reader."""
    text = visible(rendered(plan.pages[language, OPEN_DATA_PATH].body))
    for table in tables().values():
        for field in table.fields:
            assert visible(field.about[language]) in text
            assert field.name in text


def test_code_stays_whole(plan: Plan):
    """Examples come out as they were written, and the frame is shown, not built."""
    page = html.document_fromstring(rendered(plan.pages["fr", OPEN_DATA_PATH].body))
    codes = [c.text_content() for c in page.xpath("//pre/code")]

    assert any("csv.DictReader(io.StringIO(text))" in c for c in codes)
    assert any(c.startswith('<iframe src="https://rsmms.net/embed/') for c in codes)
    assert page.xpath("//iframe") == []


def test_the_example_in_python_runs(plan: Plan, published: Mapping[str, bytes], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """With the file in place of the network, it prints the countries bound by C143, Togo among them."""
    import io
    import urllib.request

    page = html.document_fromstring(rendered(plan.pages["fr", OPEN_DATA_PATH].body))
    code = next(c.text_content() for c in page.xpath("//pre/code") if "csv.DictReader" in c.text_content())
    served = {f"https://rsmms.net/{name}": content for name, content in published.items()}
    monkeypatch.setattr(urllib.request, "urlopen", lambda address: io.BytesIO(served[address]))

    exec(compile(code, "example", "exec"), {})

    assert "'TGO'" in capsys.readouterr().out


def test_the_example_in_sql_runs(plan: Plan, published: Mapping[str, bytes]):
    """It gives ten countries."""
    import sqlite3

    page = html.document_fromstring(rendered(plan.pages["fr", OPEN_DATA_PATH].body))
    code = next(c.text_content() for c in page.xpath("//pre/code") if c.text_content().startswith("sqlite3"))
    base = sqlite3.connect(":memory:")
    base.deserialize(published[f"{FOLDER}/rsmms.sqlite"])

    assert len(base.execute(code.split('"')[1]).fetchall()) == 10


def test_the_page_can_be_found(plan: Plan):
    """It is announced, in the foot of every page and in every language."""
    assert OPEN_DATA_PATH in generated_paths(plan.library)
    assert OPEN_DATA_PATH in [path for _, entries in WHOLE for _, path in entries]
    assert all((language, OPEN_DATA_PATH) in plan.pages for language in LANGUAGES)
