"""What people do, in Chromium on a phone of 360×640: from home to a number that can be called, with and without script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from site_fixtures import PHONE, quiet_page

COUNTRIES_TO_CHOOSE = ("togo", "tunisie", "senegal", "cote-d-ivoire", "niger", "liban", "france", "italie")
SEARCHES = [
    ("", "passeport", "/situations/passeport/"), ("", "C143", "/conventions/c143/"), ("", "Togo", "/pays/togo/"),
    ("en/", "passport", "/en/situations/passeport/"), ("en/", "C143", "/en/conventions/c143/"), ("en/", "Togo", "/en/pays/togo/"),
    ("ee/", "dowola", "/ee/"), ("ee/", "C143", "/ee/conventions/c143/"), ("ee/", "Togo", "/ee/pays/togo/"),
]  # fmt: skip


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone, once with script and once without; anything on its console fails the test."""
    with quiet_page(browser, java_script_enabled=request.param) as page:
        yield page


@pytest.mark.parametrize("prefix", ["", "en/", "ee/"])
def test_from_home_to_a_call(phone: Page, server: str, prefix: str):
    """Home → countries → Tunisia → all contacts → a call link, in three taps and one more for all contacts."""
    phone.goto(server + prefix)
    phone.locator("main .rows a[href$='pays/']").first.click()
    phone.locator("main a[href$='tunisie/']").first.click()
    assert phone.locator("h1").is_visible()
    phone.locator("main a[href*='contacts/tunisie/']").first.click()

    call = phone.locator("main .card a.call:visible").first
    assert call.is_visible()
    assert call.bounding_box()["height"] >= 44


@pytest.mark.parametrize("prefix", ["", "en/", "ee/"])
@pytest.mark.parametrize("address", [
    "", "situations/passeport/", "pays/togo/", "contacts/tunisie/", "conventions/c143/", "conventions/ratifications/", "routes/togo-ghana/",
    "pays/liban/droits/",
])  # fmt: skip
def test_no_sideways_scroll(browser: Browser, server: str, prefix: str, address: str):
    """At 320 pixels, the narrowest screen, nothing sticks out."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(server + prefix + address)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert width <= 320


@pytest.mark.parametrize(("prefix", "typed", "expected"), SEARCHES)
def test_search_finds(browser: Browser, server: str, prefix: str, typed: str, expected: str):
    """What people type first leads to its page, and nothing typed enters the address."""
    page = browser.new_page(viewport=PHONE)
    page.goto(server + prefix)
    page.locator("#q").focus()
    page.locator("#q").type(typed)
    first = page.locator("#found a").first
    first.wait_for(timeout=10_000)
    links = page.eval_on_selector_all("#found a", "links => links.slice(0, 3).map(a => new URL(a.href).pathname)")
    address = page.url
    page.close()

    assert any(link.startswith(expected) for link in links), links
    assert address == server + prefix


def test_country_chosen_on_a_situation_page(browser: Browser, server: str):
    """With script the country opens in place: whom to call, and what its treaties make a right, a promise or a thing to ask for."""
    page = browser.new_page(viewport=PHONE)
    page.goto(server + "situations/passeport/")
    for slug in COUNTRIES_TO_CHOOSE:
        page.locator(".chooser > summary").click()
        link = page.locator(f".chooser a[href*='pays/{slug}/']")
        name = link.inner_text()
        link.click()
        here = page.locator(".here")
        here.get_by_role("heading", level=2, name=name, exact=True).wait_for()
        text = here.inner_text()
        assert "Qui appeler" in text
        assert here.locator("a[href^='tel:'], a[href^='https:'], a[href^='mailto:']").count() > 0
        assert here.get_by_role("heading", level=3, name=re.compile("^(Un droit ici|Une promesse|À demander)$")).count() > 0
        assert here.locator(".facts a.origin[href*='/conventions/']").count() > 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
    page.close()


@pytest.mark.parametrize("prefix", ["", "en/", "ee/"])
@pytest.mark.parametrize(("situation", "country"), [("passeport", "tunisie"), ("travail-domestique", "liban"), ("violence", "france"), ("rentrer", "togo")])
def test_help_stands_on_the_first_screen(browser: Browser, server: str, prefix: str, situation: str, country: str):
    """One control before the choice; after it the emergencies on one line, and the first help line without scrolling."""
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{server}{prefix}situations/{situation}/")
    summary = page.locator(".chooser > summary")
    assert summary.bounding_box()["y"] < 640
    assert page.locator(".chooser a:visible").count() == 0
    summary.click()
    page.locator(f".chooser a[href*='pays/{country}/']").click()
    page.locator(".here").wait_for()
    first = page.locator(".here ul.reach > li").first.locator("a, .visit").first
    page.wait_for_function("() => { const y = document.querySelector('.here').getBoundingClientRect().y; return y > -5 && y < 60; }")
    box = first.bounding_box()

    assert 0 <= box["y"] < box["y"] + box["height"] <= 640
    assert page.locator(".here p.sos").bounding_box()["height"] < (100 if prefix == "ee/" else 70)  # Ewe names services with the French beside
    assert page.locator(".here p.sos a[href^='tel:']").count() >= 1
    page.close()


def test_country_chosen_without_script(browser: Browser, server: str):
    """Without script the same choice leads to the country's page, at the situation."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "situations/passeport/")
    page.locator(".chooser > summary").click()
    page.locator(".chooser a[href*='pays/liban/']").click()

    assert page.url == server + "pays/liban/droits/#passport-kept"
    assert page.locator("#passport-kept").is_visible()
    context.close()


def test_menu_and_languages_by_keyboard(browser: Browser, server: str):
    """Menu and language list are real controls: reached by Tab, opened by Enter, closed by Escape."""
    page = browser.new_page(viewport=PHONE)
    page.goto(server + "pays/togo/")
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".menu nav").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".menu nav").is_visible()
    page.locator(".languages summary").click()
    page.locator(".languages a[lang='en']").click()

    assert page.url == server + "en/pays/togo/"
    page.close()


def test_matrix_filter_without_script(browser: Browser, server: str):
    """Choosing a zone leaves its members only."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "conventions/ratifications/")
    page.locator("#zone-cemac").check()

    assert page.locator("tbody tr:visible").count() == 6
    context.close()


def test_a_sheet_is_downloaded_from_a_phone(browser: Browser, server: str):
    """The button at the foot of a situation gives a PDF of the size it says."""
    page = browser.new_page(viewport=PHONE)
    page.goto(server + "situations/passeport/")
    button = page.locator("a[download][href$='situation-passeport-fr.pdf']")
    said = button.inner_text()
    with page.expect_download() as waiting:
        button.click()
    content = waiting.value.path().read_bytes()
    page.close()

    assert content.startswith(b"%PDF-")
    assert f"{round(len(content) / 1000)}\u00a0ko" in said


@pytest.mark.parametrize("script", [True, False])
def test_quiz_with_and_without_script(browser: Browser, server: str, script: bool):
    """Without script each question has a folded answer; with it a choice is judged, and nothing is stored."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto(server + "formation/convention-143/")
    if not script:
        answer = page.locator("main details:has(summary:has-text('Voir la réponse'))").first
        answer.locator("summary").click()
        assert answer.locator("a[href*='conventions/']").first.is_visible()
    else:
        page.locator("main button").first.click()
        assert page.locator("main").inner_text().count("Juste") + page.locator("main").inner_text().count("Non. Voici pourquoi") >= 1
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


def test_a_difficult_word_opens_in_place(browser: Browser, server: str):
    """A tap on a marked word shows its meaning, a second tap closes it."""
    page = browser.new_page(viewport=PHONE)
    page.goto(server + "situations/salaire-impaye/")
    word = page.locator("a.term").first
    meaning = word.get_attribute("title")
    word.click()
    assert page.locator(".meaning").inner_text() == meaning
    word.click()
    assert page.locator(".meaning").count() == 0
    page.close()


def test_a_country_that_is_being_fetched_says_so(browser: Browser, server: str):
    """The tap is answered at once; of two taps the last one counts, whichever answer comes first."""
    page = browser.new_page(viewport=PHONE)
    held: list[Route] = []
    page.route("**/pays/togo/droits/", lambda route: held.append(route))  # noqa: PLW0108 - the list itself is not asked how many arguments it takes
    page.goto(server + "situations/passeport/")
    page.locator(".chooser > summary").click()
    page.locator(".chooser a[href*='pays/togo/']").click()
    assert page.locator(".choosing").inner_text() == "Togo… Un instant…"
    page.locator(".chooser a[href*='pays/liban/']").click()
    page.locator(".here").wait_for()
    held[0].continue_()
    page.wait_for_timeout(500)

    assert page.locator(".here h2").inner_text() == "Liban"
    assert page.locator(".choosing").count() == 0
    page.close()
