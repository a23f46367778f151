"""Search as people type, in Chromium on a phone: what they would type leads to the right page."""

import csv
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Page

from helpers import FOLDER, LANGUAGES
from rsmms.language.fold import fold
from site_fixtures import PHONE

MUST_PASS = {"fr": 0.95, "en": 0.95, "ee": 0.90}
AT_LEAST = 60
FIRST_RESULT = 45_000
SLOWDOWN = 6
LONGEST = 100
"""Milliseconds for one keystroke on a slow phone."""
READY = "() => Boolean(window.rsmmsSearch && rsmmsSearch.search)"
ASK = """queries => queries.map(query => {
  const box = document.getElementById("q"), before = performance.now();
  box.value = query;
  box.dispatchEvent(new Event("input"));
  const time = performance.now() - before;
  const links = [...document.querySelectorAll("#found a:not(.also)")].filter(a => a.checkVisibility());
  return {time, links: links.slice(0, 3).map(a => decodeURI(new URL(a.href).pathname))};
})"""


def home(language: str) -> str:
    """The folder of a language."""
    return "" if language == "fr" else f"{language}/"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A phone that keeps nothing."""
    opened = browser.new_page(viewport=PHONE)
    yield opened
    opened.close()


def ready(page: Page, address: str) -> Page:
    """A page whose search box is in use."""
    page.goto(address)
    page.locator("#q").focus()
    page.wait_for_function(READY)
    return page


def asked(language: str) -> list[dict[str, str]]:
    """What people would type, and the page they want."""
    with (FOLDER / "queries" / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_type(page: Page, server: str, built_site: Path, language: str):
    """The page they want is among the first three they see; the misses are listed."""
    rows = asked(language)
    catalogue = json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8"))
    wanted = {(p["kind"], p["id"]): f"/{p['url']}" for p in catalogue if p["lang"] == language}
    answers = ready(page, server + home(language)).evaluate(ASK, [row["query"] for row in rows])
    misses = [row["query"] for row, answer in zip(rows, answers, strict=True) if wanted[row["kind"], row["id"]] not in answer["links"]]

    assert len({row["query"] for row in rows}) >= AT_LEAST
    assert 1 - len(misses) / len(rows) >= MUST_PASS[language], misses


def test_bytes_until_the_first_result(page: Page, server: str, built_site: Path):
    """Nothing before the box is used; then less than 45 kB; then nothing more, whatever is typed."""
    fetched: list[str] = []
    page.goto(server)
    page.on("request", lambda request: fetched.append(request.url.removeprefix(server)) if "favicon" not in request.url else None)
    page.wait_for_timeout(200)
    assert fetched == []
    page.locator("#q").focus()
    page.wait_for_function(READY)
    first = list(fetched)
    page.evaluate(ASK, ["passeport", "syndicat togo", "xyzq", "zzzz yyyy"])

    assert sum(len(brotli.compress((built_site / name).read_bytes(), quality=11)) for name in first) < FIRST_RESULT
    assert len(first) == 3
    assert fetched == first


def test_fast_on_a_slow_phone(page: Page, server: str):
    """Under a six times slower processor each keystroke is answered within a tenth of a second."""
    ready(page, server)
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    typed = ["p", "pa", "pas", "pass", "passe", "passep", "passeprt", "l'employeur garde", "syndicat tunis", "convention 143", "zzzzzz"]
    page.evaluate(ASK, typed)
    times = sorted(answer["time"] for answer in page.evaluate(ASK, typed * 2))
    client.send("Emulation.setCPUThrottlingRate", {"rate": 1})

    assert times[len(times) // 2] < LONGEST


@pytest.mark.parametrize(("language", "typed", "exact", "bare"), [
    ("ee", "dɔwɔƒe", "dɔwɔƒe", "dowofe"), ("fr", "sécurité sociale", "sécurité", "securite sociale"),
])  # fmt: skip
def test_letters_are_optional(page: Page, server: str, language: str, typed: str, exact: str, bare: str):
    """With or without its own letters a word finds the same pages."""
    ready(page, server + home(language))
    with_letters, without = (page.evaluate("q => rsmmsSearch.search(q).slice(0, 8)", text) for text in (typed, bare))

    assert set(with_letters[:3]) & set(without[:3])


def test_folding_is_the_same_in_python_and_in_the_browser(page: Page, server: str):
    """One table, two programs, the same answer for every letter people type and every pair of the list."""
    pairs = json.loads((FOLDER / "data" / "fold.json").read_text(encoding="utf-8"))
    letters = [chr(c) for c in (*range(0x20, 0x600), *range(0x1E00, 0x2000)) if unicodedata.category(chr(c)) != "Cn"]
    samples = [*(text for text, _ in pairs), *letters, "Ʋɔnudrɔ̃ƒe", "É̃", *(f"a{c}b" for c in "’-_")]
    folded = ready(page, server).evaluate("texts => texts.map(rsmmsSearch.fold)", samples)

    assert dict(zip(samples, folded, strict=True)) == {text: fold(text) for text in samples}


def test_nothing_found_leads_somewhere(page: Page, server: str):
    """No dead end: the A–Z, the contacts, those who answer from anywhere, and the whole text with its size."""
    ready(page, server).locator("#q").fill("qqqqzzzz")
    hrefs: list[str] = page.eval_on_selector_all("#found a", "links => links.map(a => new URL(a.href).pathname)")

    assert hrefs == ["/a-z/", "/contacts/", "/contacts/international/"]
    assert page.locator("#found button").inner_text().endswith(("ko)", "Mo)"))


def test_the_whole_text(page: Page, server: str):
    """The second step finds words that stand only in the text, and shows them with their place."""
    ready(page, server).locator("#q").fill("reçu détaillé")
    page.locator("#found button").click()
    row = page.locator("#found li small", has_text="reçu").first
    row.wait_for()

    assert "détaillé" in row.inner_text()


def test_many_near_equal_hits_are_one_line(page: Page, server: str):
    """"togo" is a country first; its twenty routes stand folded under one line."""
    ready(page, server).locator("#q").fill("togo")
    visible: list[Any] = page.locator("#found a:visible").all()

    assert visible[0].inner_text() == "Togo"
    assert len(visible) <= 15
    assert page.locator("#found details").count() >= 1


def test_a_country_in_the_question(page: Page, server: str):
    """A situation and a country: the guide, and beside it what holds in that country."""
    ready(page, server).locator("#q").fill("passeport liban")

    assert page.locator("#found a.also").first.get_attribute("href").endswith("pays/liban/droits/#passport-kept")


def test_found_in_another_language(page: Page, server: str):
    """French words on the English site lead to the English guide, which says where they were found."""
    ready(page, server + "en/").locator("#q").fill("passeport confisqué")
    first = page.locator("#found li", has=page.locator("a[href*='situations/passeport/']")).first

    assert "Found in French" in first.inner_text()


def test_by_keyboard(page: Page, server: str):
    """Arrow down enters the results, arrow up and Escape lead back, Escape empties the box; the count is announced."""
    ready(page, server)
    page.keyboard.type("passeport")
    assert page.locator("#found-count").inner_text() != ""
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#found') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    assert page.locator("#q").input_value() == ""
    assert page.locator("#found").is_hidden()


def test_what_is_typed_stays_on_the_phone(page: Page, server: str):
    """Neither the address nor any storage nor a request knows the words."""
    requests: list[str] = []
    ready(page, server)
    page.on("request", lambda request: requests.append(request.url))
    page.locator("#q").fill("violence")
    page.keyboard.press("Enter")

    assert page.url == server
    assert requests == []
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
