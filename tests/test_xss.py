"""Attacks in every text field of every model and in pages, built by the real builder and looked at in a real browser.

The rules refuse most of these texts. Here they are switched off, so that what makes the pages must stand alone:
markup that is only text, links only of allowed kinds, cells that are no formula, files that stay well formed.
"""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest
import vobject
from lxml import html
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from helpers import PROJECT, ROOT, SITUATION, SITUATION_FR, changed, lay_out, merged, problems_of
from hostile import XSS, dangers
from model_texts import project as everything
from rsmms.load import LISTS
from rsmms.model import ContactFile, Country
from rsmms.model.front import Front
from rsmms.text import string_problems
from site_fixtures import serve
from test_tiny_sites import buildable

MARK = "zqx"
"""Stands in every attack, so that it can be found again."""
PAGES = 36
"""Pages made for attacks in headers: three times as many hold every attack."""
LONGEST = 190
"""Letters of a description."""
HARMLESS = {"T001", "T005"}
"""Rules whose texts no file format can hold: control characters and letters in pieces."""
NO_RULES = """
import sys
import rsmms.text, rsmms.printed, rsmms.check_pages
rsmms.text._faults = lambda text: iter(())
rsmms.printed.plan = lambda *_: ()
from mkdocs.__main__ import cli
cli()
"""
"""The real builder without the rules for texts, and without sheets (test_sheets_hostile attacks those)."""


def codes(text: str) -> set[str]:
    """Rules that a text breaks."""
    return {p.code for p in string_problems(text, "f", 1)}


POSSIBLE = tuple(text for text in XSS if not codes(text) & HARMLESS and "\r" not in text)
PASSING = tuple(text for text in XSS if not codes(text) and "\n" not in text)
"""What no rule for texts refuses: it can stand in a real page."""


def texts() -> Callable[[], str]:
    """Each call gives the next attacks, as many as a text may hold; the first one stands at its start."""
    number = count()

    def give() -> str:
        start = next(number)
        text = ""
        while len(text) < LONGEST * 3:
            text += f"{POSSIBLE[start % len(POSSIBLE)]} {MARK}{start} "
            start += 1
        return text

    return give


def header(text: str) -> str:
    """A text in double quotes for the header of a page."""
    return json.dumps(text, ensure_ascii=False)


def pages() -> dict[str, str]:
    """Hand-written pages: any attack in the header, and in the body those that the rules let through."""
    body = [text for text in PASSING if not text.startswith(("[x]", "=", "-", "{")) and "{" not in text and "![" not in text and "](" not in text]
    lines = "\n\n".join(f"{text} {MARK}" for text in body)
    items = "\n".join(f"1. {text} {MARK} [[?]]" for text in body)
    letter = "\n".join(line for text in POSSIBLE for line in text.split("\n") if not line.startswith("```") and "](" not in line)
    found = {}
    for number in range(PAGES):
        title, short, description, word = (POSSIBLE[(number + PAGES * n) % len(POSSIBLE)] for n in range(4))
        found[f"docs/fr/attaque-{number}.md"] = (
            f"---\nid: attack-{number}\nkind: page\ntitle: {header(title + MARK)}\nshort: {header(short)}\ndescription: {header(description[:LONGEST])}\n"
            f"updated: 2026-11-01\nwords:\n  - {header(word)}\n---\n\n{body[number % len(body)]}\n\n{lines if number == 0 else MARK}\n"
        )
    situation = SITUATION_FR.replace("  - instrument: c097/annex-1\n    article: \"6\"\n", "").replace("Monsieur,\n", f"Monsieur,\n{letter}\n")
    found[f"docs/fr/{SITUATION}"] = situation.replace("## Preuves", items.join(("", "\n\n## Preuves")))
    return found


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    root = buildable(tmp_path_factory.mktemp("xss"), everything(texts(), 3) | pages() | {"docs/en/index.md": None, f"docs/en/{SITUATION}": None})
    done = subprocess.run(
        [sys.executable, "-c", NO_RULES, "build", "--strict", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(root / "site")],
        cwd=ROOT, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1795305600", "SITE_URL": "https://example.org/", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return root / "site"


def test_enough_attacks_are_made():
    """At least sixty reach the pages with the rules off, some of them with the rules on."""
    assert 100 <= len(POSSIBLE) <= 4 * PAGES
    assert len(PASSING) >= 20


@pytest.mark.parametrize("text", [x for x in XSS if x not in PASSING and codes(x)])
def test_what_the_rules_refuse(tmp_path: Path, text: str):
    """In a text of the data, and as a paragraph of a page."""
    root = lay_out(tmp_path, merged(
        changed("data/zones.yaml", "fr: Circuler sans visa.", f"fr: {json.dumps(text)}"), {"docs/fr/index.md": PROJECT["docs/fr/index.md"] + "\n" + text + "\n"},
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
        ElementTree.fromstring(path.read_bytes())
    calendars, cards = files(attacked, ".ics"), files(attacked, ".vcf")
    for path in calendars:
        assert icalendar.Calendar.from_ical(path.read_bytes()).walk()
    for path in cards:
        made = list(vobject.readComponents(path.read_text(encoding="utf-8")))
        assert {card.name for card in made} == {"VCARD"}
    assert min(len(calendars), len(cards), len(files(attacked, ".xml"))) >= 3


def test_no_cell_is_a_formula(attacked: Path):
    """No cell of a CSV file begins with a sign that a spreadsheet runs; phone numbers are written tel:+…"""
    cells = 0
    for path in files(attacked, ".csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"))):
            for cell in row:
                cells += 1
                number = cell.removeprefix("-").replace(".", "", 1).isdigit()
                assert number or not cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")), (path.name, cell)
    assert cells > 1000
