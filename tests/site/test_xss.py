"""Attacks in every text field of every model and in pages, built by the real builder and looked at in a real browser.

The rules refuse most of these texts. Here they are switched off, so that what makes the pages must stand alone:
markup that is only text, links only of allowed kinds, cells that are no formula, files that stay well formed.
"""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest
import vobject
from lxml import html
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from attacked import MARK, PAGES, PASSING, POSSIBLE, built_in, codes, texts
from helpers import PROJECT, changed, lay_out, merged, problems_of
from hostile import XSS, dangers
from model_texts import project as everything
from rsmms.model.contact import ContactFile
from rsmms.model.country import Country
from rsmms.model.front import Front
from rsmms.reading.load import LISTS
from site_fixtures import serve


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    return built_in(tmp_path_factory.mktemp("xss"))


def test_enough_attacks_are_made():
    """At least sixty reach the pages with the rules off, some of them with the rules on."""
    assert 100 <= len(POSSIBLE) <= 4 * PAGES
    assert len(PASSING) >= 20


@pytest.mark.parametrize("text", [x for x in XSS if x not in PASSING and codes(x)])
def test_what_the_rules_refuse(tmp_path: Path, text: str):
    """In a text of the data, and as a paragraph of a page."""
    root = lay_out(tmp_path, merged(
        changed("data/zones.yaml", "fr: Circuler sans visa.", f"fr: {json.dumps(text)}"),
        {"docs/fr/index.md": PROJECT["docs/fr/index.md"] + "\n" + text + "\n"},
    ))  # fmt: skip

    assert {"data/zones.yaml", "docs/fr/index.md"} <= {p.path for p in problems_of(root)}


def test_every_model_is_attacked():
    """Each list, countries and contacts have their texts from the models themselves."""
    made = everything(texts(), 1)
    silent = {name for name in made if MARK not in made[name]}

    assert set(LISTS) | {"data/country_profiles/TGO.yaml", "data/contacts/TGO.yaml"} == set(made) | {"data/redirects.yaml"} & set(LISTS)
    assert silent == set()
    assert {Country, ContactFile, Front}


def built_pages(site: Path) -> list[Path]:
    """All pages of the built site, those to embed and to keep among them."""
    return sorted(site.rglob("*.html"))


OURS = frozenset({"script", "link", "meta", "style"})


def test_no_page_holds_markup_from_a_text(attacked: Path):
    """Every page as a tree: no element, attribute or address that an attack made; the texts are there as texts."""
    seen = 0
    for path in built_pages(attacked):
        text = path.read_text(encoding="utf-8")
        _, _, body = text.partition("<body")
        seen += MARK in text
        found = [danger for danger in dangers("<div" + body, OURS - {"meta", "link"}) if not danger.startswith("<!")]
        assert [f for f in found if f != "<style>"] == [], path
        assert [m.get("content")[:18] for m in html.fromstring(text).iterfind(".//meta[@http-equiv]")] in ([], ["default-src 'none';"[:18]]), path
    assert seen > 100


class Watch:
    """Everything that a page does in a browser that it should not."""

    def __init__(self, page: Page, address: str) -> None:
        self.address = address
        self.told: list[str] = []
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.told.append(f"error {error}"))

    def _dialog(self, dialog: object) -> None:
        self.told.append("dialog")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self.address) and not request.url.startswith("data:image/"):
            self.told.append(f"request {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.told.append(f"console {message.text}")


WALK = """() => {
  const bad = [], local = location.origin + '/';
  for (const e of document.querySelectorAll('*')) {
    for (const a of e.attributes) {
      if (/^on/i.test(a.name) || a.name === 'style' || a.name === 'srcdoc') bad.push(e.tagName + ' ' + a.name);
      if (/^(href|src|action|formaction|data|poster)$/i.test(a.name) && /^(javascript|data|vbscript|blob|file|http):/i.test(e[a.name] || a.value)
          && !(e[a.name] || '').startsWith(local)) bad.push(e.tagName + ' ' + a.name + ' ' + a.value);
    }
    if (e.tagName === 'SCRIPT' && (!e.src.startsWith(local) || e.textContent)) bad.push('script ' + e.outerHTML.slice(0, 80));
    if (/^(IFRAME|OBJECT|EMBED|BASE|FORM|STYLE|TEMPLATE|MARQUEE|MATH)$/.test(e.tagName)) bad.push(e.tagName);
    if (e.tagName === 'META' && /refresh/i.test(e.httpEquiv)) bad.push('refresh');
  }
  return bad;
}"""


@pytest.fixture(scope="module")
def address(attacked: Path) -> Iterator[str]:
    """A server over the attacked site."""
    yield from serve(attacked)


def test_pages_in_a_browser(attacked: Path, address: str, browser: Browser):
    """One page of each kind and forty of the attacked ones: nothing runs, nothing is asked from elsewhere, the policy is never broken."""
    listed = json.loads((attacked / "donnees/catalog.json").read_text(encoding="utf-8"))
    kinds = {(e["kind"], e["lang"]): e["url"] for e in listed}
    urls = sorted({*kinds.values(), *(e["url"] for e in listed if e["id"].startswith("attack-") and e["lang"] == "fr"), "embed/togo/"})
    page = browser.new_context(service_workers="block").new_page()
    watch = Watch(page, address)
    bad: dict[str, list[str]] = {}
    for url in urls:
        page.goto(address + url.removeprefix("https://example.org/"), wait_until="load")
        found = page.evaluate(WALK) + watch.told
        watch.told.clear()
        if found:
            bad[url] = found
    page.context.close()

    assert bad == {}
    assert len(urls) > 50


def test_search_shows_texts(attacked: Path, address: str, browser: Browser):
    """Results made by our own script hold attacks as text."""
    page = browser.new_context(service_workers="block").new_page()
    watch = Watch(page, address)
    page.goto(address, wait_until="load")
    for words in (MARK, "alert", "onerror", "script"):
        page.fill("#q", words)
        page.wait_for_selector("#found a, #found p")
        page.wait_for_timeout(150)
        assert page.evaluate(WALK) == []
    page.context.close()

    assert watch.told == []


def files(site: Path, *ends: str) -> list[Path]:
    """Files of the built site with these endings."""
    return [p for p in sorted(site.rglob("*")) if p.suffix in ends]


def test_files_for_programs_stay_well_formed(attacked: Path):
    """JSON, XML, calendars and contact cards can be read, and hold the attacks as values."""
    for path in files(attacked, ".json", ".webmanifest"):
        json.loads(path.read_text(encoding="utf-8"))
    for path in files(attacked, ".xml", ".svg"):
        ET.fromstring(path.read_bytes())
    calendars, cards = files(attacked, ".ics"), files(attacked, ".vcf")
    for path in calendars:
        assert icalendar.Calendar.from_ical(path.read_bytes()).walk()
    for path in cards:
        made = list(vobject.readComponents(path.read_text(encoding="utf-8")))
        assert {card.name for card in made} == {"VCARD"}
    assert min(len(calendars), len(cards), len(files(attacked, ".xml"))) >= 3


def test_no_cell_is_a_formula(attacked: Path):
    """No cell of a CSV file begins with a sign that a spreadsheet runs; phone numbers are written tel:+…, in HSDS as it wants them"""
    cells = 0
    for path in files(attacked, ".csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"))):
            for cell in row:
                cells += 1
                number = re.fullmatch(r"[+-]?\d+(\.\d+)?", cell)  # digits alone run nothing
                assert number or not cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")), (path.name, cell)
    assert cells > 1000
