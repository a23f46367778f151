"""What is passed on: one file that needs nothing else, and a ZIP that opens without a server."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers import LANGUAGES
from rsmms.deploy.headers import headers_file
from rsmms.language.sizes import size_words
from rsmms.language.words import Words
from rsmms.layout.copies import one_file_path, zip_path
from rsmms.layout.plan import Plan
from rsmms.phone.built import relative_to, resolve
from rsmms.phone.onefile import LIMIT, LIMIT_BESIDE
from site_fixtures import PHONE


def test_every_guide_and_contact_page_is_one_file(plan: Plan, built_site: Path):
    """Small, whole, without script, and without a link that only works on the site's own host."""
    for page in plan.pages.values():
        name = one_file_path(page)
        if not name:
            continue
        html = (built_site / name).read_text(encoding="utf-8")
        assert len(html.encode()) <= (LIMIT_BESIDE if page.language == "ee" else LIMIT), name
        assert "<script" not in html
        assert not re.search(r'(?:href|src)="(?!https:|tel:|mailto:|sms:|#|data:)', html), name
        assert "%file%" not in html


def test_a_page_links_its_file_with_the_size(plan: Plan, built_site: Path):
    """The link stands on the page, in the reader's language, and leads to the file."""
    html = (built_site / "en/situations/passeport/index.html").read_text(encoding="utf-8")
    found = re.search(r'href="([^"]+)" download>All in one file \((\d+)\s*kB\)', html)

    assert found
    assert resolve("en/situations/passeport/", found[1]) == "fichiers/en/passeport.html"


@pytest.mark.parametrize(("language", "name", "text"), [
    ("fr", "passeport", "Que faire maintenant"), ("ee", "contacts-togo", "RESYNAM"), ("en", "contacts-international", "Alarm Phone"),
])  # fmt: skip
def test_one_file_from_a_card(browser: Browser, built_site: Path, tmp_path: Path, language: str, name: str, text: str):
    """Alone in a folder, opened from ``file://``: styled, readable, numbers to call, nothing fetched, nothing on the console."""
    copy = tmp_path / "recu.html"
    copy.write_bytes((built_site / "fichiers" / language / f"{name}.html").read_bytes())
    page, said, asked = browser.new_page(viewport=PHONE), [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(copy.as_uri())
    body, width = page.locator("body").inner_text(), page.evaluate("document.documentElement.scrollWidth")
    font = page.evaluate("getComputedStyle(document.documentElement).fontFamily")
    calls = page.locator("a[href^='tel:']").count()
    page.close()

    assert text in body
    assert calls > 0
    assert width <= PHONE["width"]
    assert "system-ui" in font
    assert said == []
    assert asked == [copy.as_uri()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_zip_is_whole(plan: Plan, built_site: Path, language: str):
    """Every page of the language is in it, and every link inside leads to something that is in it."""
    with zipfile.ZipFile(built_site / zip_path(language)) as archive:
        names = set(archive.namelist())
        pages = [p for (code, _), p in plan.pages.items() if code == language]
        assert {p.site_url + "index.html" for p in pages} <= names
        for page in pages[::25]:
            html = archive.read(page.site_url + "index.html").decode()
            for target in re.findall(r'\b(?:href|src)="(?!https?:|mailto:|tel:|sms:|data:|#)([^"#]+)', html):
                assert resolve(page.site_url, target) in names, (page.site_url, target)
        assert all(info.date_time[0] == 1980 for info in archive.infolist())


def test_search_from_a_card(browser: Browser, built_site: Path, tmp_path: Path):
    """Unpacked and opened from ``file://``, search works, its results open, and the country chosen on a guide opens."""
    with zipfile.ZipFile(built_site / zip_path("en")) as archive:
        archive.extractall(tmp_path)
    page, said = browser.new_page(viewport=PHONE), []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((tmp_path / "en" / "situations" / "passeport" / "index.html").as_uri())
    page.locator("#q").fill("union tunis")
    page.locator("#found a").first.click()
    page.wait_for_url("**/contacts/tunisie/index.html*")
    page.locator("#q").fill("receipt")
    page.locator("#found button").click()
    page.locator("#found li small").first.wait_for()
    page.goto((tmp_path / "en" / "situations" / "passeport" / "index.html").as_uri())
    page.locator(".chooser > summary").click()
    page.locator(".chooser a[href*='pays/togo/']").click()
    page.wait_for_url("**/pays/togo/droits/index.html*")
    page.close()

    assert said == []


@pytest.mark.parametrize("prefix", ["", "en/", "ee/"])
def test_contacts_are_saved_by_a_tap(plan: Plan, built_site: Path, prefix: str):
    """Every list of contacts that can be reached offers them as cards, and the file is there."""
    for code, listed in plan.library.contacts.items():
        country = plan.library.countries.get(code)
        address = f"{prefix}contacts/{country.slug if country else 'international'}/"
        found = re.search(r'href="([^"]+\.vcf)" download', (built_site / address / "index.html").read_text(encoding="utf-8"))
        assert bool(found) is any(c.reachable for c in listed), address
        if found:
            assert (built_site / resolve(address, found[1])).read_text(encoding="utf-8").startswith("BEGIN:VCARD")


def test_addresses():
    """Links are turned for folders, files and parts of pages."""
    assert resolve("en/pays/togo/", "../../contacts/togo/") == "en/contacts/togo/"
    assert resolve("", "./") == ""
    assert resolve("situations/passeport/", "../../assets/a.css") == "assets/a.css"
    assert relative_to("en/pays/togo/", "en/contacts/togo/") == "../../contacts/togo/index.html"
    assert relative_to("", "assets/a.css") == "assets/a.css"


def test_sizes_in_words():
    """Never nothing, and in the reader's way of writing numbers."""
    assert size_words(Words("fr"), 200) == "1\u00a0ko"
    assert size_words(Words("en"), 1_234_567) == "1.2\u00a0MB"
    assert size_words(Words("fr"), 1_234_567) == "1,2\u00a0Mo"


def test_headers_allow_the_single_files_their_style():
    """The general policy would refuse the style inside a single file."""
    blocks = {lines[0]: lines[1:] for lines in (block.splitlines() for block in headers_file().split("\n\n"))}

    assert any("frame-ancestors 'none'" in line for line in blocks["/*"])
    assert any("script-src 'none'" in line for line in blocks["/fichiers/*.html"])
    assert not [line for line in blocks["/fichiers/*.html"] if "style-src" in line or "default-src" in line]
