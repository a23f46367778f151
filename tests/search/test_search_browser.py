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

MUST_PASS = {"fr": 0.97, "en": 0.97, "ee": 0.93}
AT_LEAST = 120
FIRST_RESULT, EVERYTHING = 30_000, 64_000
"""Brotli bytes until the first result (47 kB are allowed), and until nothing more comes."""
SLOWDOWN = 6
LONGEST = 100
"""Milliseconds for one keystroke on a slow phone."""
READY = "() => Boolean(window.rsmmsSearch && rsmmsSearch.search)"
WHOLE = "() => Boolean(window.rsmmsSearch && rsmmsSearch.whole)"
LINKS = "links => links.map(a => decodeURI(new URL(a.href).pathname + new URL(a.href).hash))"
ASK = """queries => queries.map(query => {
  const box = document.getElementById("q"), before = performance.now();
  box.value = query;
  box.dispatchEvent(new Event("input"));
  const time = performance.now() - before;
  const links = [...document.querySelectorAll("#found a")].filter(a => a.checkVisibility() && !a.matches(".also, .alarm a, .guess a"));
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
    page.wait_for_function(WHOLE)
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


def test_bytes_until_the_first_result(browser: Browser, server: str, built_site: Path):
    """Nothing before the box is used; the head, the engine and the box for the first result; then the rest; then nothing, whatever is typed."""
    with browser.new_context(viewport=PHONE) as context:
        page, fetched, held = context.new_page(), [], []
        page.on("request", lambda request: fetched.append(request.url.removeprefix(server)) if "favicon" not in request.url else None)
        page.route("**/search-rest-*", lambda route: held.append(route))  # noqa: PLW0108 - the list itself is not asked how many arguments it takes
        page.goto(server)
        page.wait_for_timeout(200)
        before = len(fetched)
        page.locator("#q").focus()
        page.wait_for_function(READY)
        answer = page.evaluate(ASK, ["passeport"])[0]
        # The rest is asked for, and the first answer does not wait for it.
        page.wait_for_timeout(200)
        first, rest = fetched[before:-1], fetched[-1]
        assert answer["links"][0] == "/situations/passeport/"
        assert rest.startswith("donnees/search-rest-fr")
        held[0].continue_()
        page.wait_for_function(WHOLE)
        page.evaluate(ASK, ["syndicat togo", "xyzq", "zzzz yyyy"])
        page.wait_for_timeout(200)
        cost = {name: len(brotli.compress((built_site / name).read_bytes(), quality=11)) for name in (*first, rest)}

    assert len(first) == 3
    assert sum(cost[name] for name in first) < FIRST_RESULT
    assert sum(cost.values()) < EVERYTHING
    assert fetched[before:] == [*first, rest]
    assert not any(name.startswith("donnees") for name in fetched[:before])


def test_an_answer_at_once(browser: Browser, server: str):
    """Before anything has come, what is typed is answered with "one moment"; if nothing comes, the list from A to Z is there again."""
    with browser.new_context(viewport=PHONE) as context:
        page, held = context.new_page(), []
        page.route("**/donnees/search-*", lambda route: held.append(route))  # noqa: PLW0108 - as above
        page.goto(server)
        page.locator("#q").fill("passeport")
        assert page.locator("#found").inner_text() == "Un instant…"
        held[0].abort()
        page.locator(".search .noscript").wait_for()

        assert page.locator("#found").is_hidden()


def test_the_rest_that_does_not_come_is_told(browser: Browser, server: str):
    """What the head knows is shown; that more could not be loaded is said, and nothing claims that there is no page."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.route("**/search-rest-*", lambda route: route.abort())
        page.goto(server)
        page.locator("#q").focus()
        page.wait_for_function(WHOLE)
        page.locator("#q").fill("passeport")

        assert "n’a pas pu se charger" in page.locator("#found").inner_text()
        assert page.locator("#found a[href$='situations/passeport/']").count() == 1


def shown(page: Page, typed: str) -> list[str]:
    """Where the links lead that a query shows, the guesses and the emergency numbers left out."""
    page.locator("#q").fill(typed)
    return page.eval_on_selector_all("#found a:visible:not(.guess a, .alarm a)", LINKS)


@pytest.mark.parametrize(("language", "typed", "country"), [
    ("fr", "le salaire est pas payé", "estonie"), ("fr", "LE SALAIRE EST PAS PAYE", "estonie"), ("fr", "à la fin du mois", "finlande"),
    ("en", "are they right", "emirats-arabes-unis"), ("en", "two years ago", "angola"), ("ee", "fetu nam", "namibie"),
])  # fmt: skip
def test_a_word_is_no_country(page: Page, server: str, language: str, typed: str, country: str):
    """Codes of three letters that are common words name no country."""
    assert not [link for link in shown(ready(page, server + home(language)), typed) if country in link]


@pytest.mark.parametrize(("typed", "country"), [("TGO", "togo"), ("tgo", "togo"), ("salaire EST", "estonie"), ("TGO TUN", "togo")])
def test_a_code_alone_or_in_capitals_is_a_country(page: Page, server: str, typed: str, country: str):
    """As people who know the codes type them."""
    assert [link for link in shown(ready(page, server), typed)[:4] if f"/{country}/" in link or f"{country}-" in link]


@pytest.mark.parametrize("typed", ["112", "police", "sos", "urgence", "ambulance", "numéro police", "numéro d’urgence"])
def test_emergency_words_give_numbers(page: Page, server: str, typed: str):
    """From home: a card with the countries that have numbers, before anything else; each opens to numbers that can be called."""
    ready(page, server).locator("#q").fill(typed)
    card = page.locator("#found > .alarm:first-child")
    card.locator("summary", has_text="France").click()

    assert card.locator("details[open] a[href='tel:112']").is_visible()


def test_emergency_words_with_a_country(page: Page, server: str):
    """Its numbers at once; on a page of a country the country need not be named; "police m’a arrêté" is no call."""
    ready(page, server).locator("#q").fill("police togo")
    assert page.locator("#found > .alarm a[href='tel:117']").is_visible()
    page.locator("#q").fill("la police m'a arrêté")
    assert page.locator("#found .alarm").count() == 0
    ready(page, server + "contacts/tunisie/").locator("#q").fill("sos")

    assert page.locator("#found > .alarm a[href='tel:197']").is_visible()


def test_a_number_is_apart_in_the_card(page: Page, server: str):
    """A real space between what answers and its number."""
    ready(page, server).locator("#q").fill("police togo")

    assert page.locator("#found .alarm a[href='tel:117']").inner_text().split() == ["Police", "117"]


@pytest.mark.parametrize("form", ["+{n}", "00{n}", "+{n:3}", "0{local}"])
def test_a_pasted_number_finds_its_contact(page: Page, server: str, built_site: Path, form: str):
    """As it is written, with spaces, with 00, or as it is dialled in the country."""
    docs = json.loads((built_site / "donnees" / "search-rest-fr.json").read_text(encoding="utf-8"))["docs"]
    contact = next(d for d in docs if len(d) > 8 and d[2] == "k" and d[5] == "MAR" and d[8].startswith("212"))
    number = contact[8].split()[0]
    spaced = " ".join(number[i : i + 3] for i in range(0, len(number), 3))
    typed = f"+{spaced}" if form == "+{n:3}" else form.format(n=number, local=number[3:])

    assert shown(ready(page, server), typed)[0] == f"/{contact[0]}"


@pytest.mark.parametrize(("language", "typed", "cell"), [
    ("fr", "C97 togo", "/pays/togo/#c097"), ("fr", "togo convention 143", "/pays/togo/#c143"), ("en", "c189 morocco", "/en/pays/maroc/#c189"),
    ("ee", "ICRMW ghana", "/ee/pays/ghana/#icrmw"),
])  # fmt: skip
def test_a_treaty_in_a_country_is_the_cell(page: Page, server: str, language: str, typed: str, cell: str):
    """First of all, with its state beside it; and the place it leads to exists."""
    found = shown(ready(page, server + home(language)), typed)

    assert found[0] == cell
    assert page.locator("#found li small").first.inner_text()
    page.goto(server + cell.lstrip("/"))
    assert page.locator(f"[id='{cell.partition('#')[2]}']").count() == 1


@pytest.mark.parametrize("typed", ["dublin", "qqqqzzzz", "strasbourgeois"])
def test_no_far_typo_is_a_hit(page: Page, server: str, typed: str):
    """What is only near is told as a guess, three at most, after the word that no page has these words."""
    found = shown(ready(page, server), typed)

    assert "Pas de page pour ces mots" in page.locator("#found").inner_text()
    assert page.locator("#found .guess a").count() <= 3
    assert found == ["/a-z/", "/contacts/", "/contacts/international/"]


def test_a_guess_is_marked(page: Page, server: str):
    """"dublin" may be "Dubaï": the guess says that it is one."""
    ready(page, server).locator("#q").fill("dublin")

    assert 0 < page.locator("#found .guess a").count() <= 3
    assert "Peut-être" in page.locator("#found").inner_text()


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

    assert hrefs[-3:] == ["/a-z/", "/contacts/", "/contacts/international/"]
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
