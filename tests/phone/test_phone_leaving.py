"""Leaving fast, in Chromium: from any way to a dangerous page, Back leaves the site."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from site_fixtures import PHONE

ELSEWHERE = "https://example.org/before"
PASSPORT = "situations/passeport/"
OLD_BROWSER = "Object.defineProperty(window, 'navigation', { value: undefined })"
"""Browsers before 2023 (Chromium), 2025 (Safari) and 2026 (Firefox) have no list of entries that a page may read."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone for which the neutral site and the one before are pages made here."""
    made = browser.new_context(viewport=PHONE)
    made.route("https://**/*", lambda route: route.fulfill(status=200, content_type="text/html", body=f"<title>other</title>{route.request.url}"))
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab that was on another site before."""
    opened = context.new_page()
    opened.goto(ELSEWHERE)
    return opened


def follow(page: Page, selector: str, address: str) -> None:
    """Tap a link and wait for its page."""
    page.locator(selector).first.click()
    page.wait_for_url(address)


def leave_and_go_back(page: Page, neutral: str) -> None:
    """Quick exit, then Back, and a moment for what the page before may do."""
    page.locator(".exit").click()
    page.wait_for_url(neutral)
    page.go_back()
    page.wait_for_timeout(700)


@pytest.fixture
def neutral(page: Page, server: str) -> str:
    """The neutral site of the configuration."""
    page.goto(server + PASSPORT)
    address = page.locator(".exit").get_attribute("href")
    page.goto(ELSEWHERE)
    return address


def test_back_leaves_the_site(page: Page, server: str, neutral: str):
    """From the page itself."""
    page.goto(server + PASSPORT)
    leave_and_go_back(page, neutral)

    assert page.url == ELSEWHERE


def test_back_leaves_the_site_after_links(page: Page, server: str, neutral: str):
    """Links between dangerous pages leave nothing behind them."""
    page.goto(server + PASSPORT)
    follow(page, "main a[href*='travail-force']", server + "situations/travail-force/")
    leave_and_go_back(page, neutral)

    assert page.url == ELSEWHERE


@pytest.mark.parametrize("way", [
    ("", "main a[href$='situations/']", "situations/"), ("", ".menu a[href$='contacts/']", "contacts/"),
], ids=["by the list", "by the menu"])  # fmt: skip
def test_back_leaves_the_site_from_home(page: Page, server: str, neutral: str, way: tuple[str, str, str]):
    """The pages on the way to the dangerous one are skipped too."""
    start, link, middle = way
    page.goto(server + start)
    if ".menu" in link:
        page.locator(".menu summary").click()
    follow(page, link, server + middle)
    if middle == "contacts/":
        page.locator("#q").fill("passeport")
        follow(page, f"#found a[href$='{PASSPORT}']", server + PASSPORT)
    else:
        follow(page, f"main a[href$='{PASSPORT.removeprefix('situations/')}']", server + PASSPORT)
    leave_and_go_back(page, neutral)

    assert page.url in (ELSEWHERE, neutral)


@pytest.mark.parametrize("way", ["the page itself", "another danger", "by the list", "by the menu", "by a search"])
def test_back_leaves_the_site_in_an_old_browser(context: BrowserContext, server: str, neutral: str, way: str):
    """Without the browser’s list the pages on the way replace each other, so that Back has nothing of the site to show."""
    page = context.new_page()
    page.add_init_script(OLD_BROWSER)
    page.goto(ELSEWHERE)
    page.goto(server + (PASSPORT if way in ("the page itself", "another danger") else ""))
    if way == "another danger":
        follow(page, "main a[href*='travail-force']", server + "situations/travail-force/")
    elif way == "by the list":
        follow(page, "main a[href$='situations/']", server + "situations/")
        follow(page, "main a[href$='passeport/']", server + PASSPORT)
    elif way == "by the menu":
        page.locator(".menu summary").click()
        follow(page, ".menu a[href$='contacts/']", server + "contacts/")
        page.locator(".menu summary").click()
        follow(page, ".menu a[href$='situations/']", server + "situations/")
        follow(page, "main a[href$='passeport/']", server + PASSPORT)
    elif way == "by a search":
        page.locator("#q").fill("passeport")
        follow(page, f"#found a[href$='{PASSPORT}']", server + PASSPORT)
    leave_and_go_back(page, neutral)

    assert page.url == ELSEWHERE


def test_back_still_works_between_harmless_pages_in_an_old_browser(context: BrowserContext, server: str):
    """Only the pages on the way to danger give up their place."""
    page = context.new_page()
    page.add_init_script(OLD_BROWSER)
    page.goto(server + "pays/")
    follow(page, "main a[href$='togo/']", server + "pays/togo/")
    page.go_back()

    assert page.url == server + "pays/"


def test_the_exit_is_always_in_sight(page: Page, server: str):
    """At any place of a long page, on a small and a wide screen, the exit can be tapped; the end of the page is not under it."""
    for size in (PHONE, {"width": 320, "height": 256}, {"width": 1280, "height": 800}):
        page.set_viewport_size(size)
        page.goto(server + PASSPORT)
        for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
            page.evaluate(f"scrollTo({{top: {place}, behavior: 'instant'}})")
            box = page.locator(".exit").bounding_box()
            assert 0 <= box["y"] <= size["height"] - box["height"]
            assert 0 <= box["x"] <= size["width"] - box["width"]
        last = page.locator(".bottom .trail").bounding_box()
        assert last["y"] + last["height"] <= box["y"]


def test_back_without_leaving_still_works(page: Page, server: str):
    """Who only goes back from a dangerous page finds the list again, and the list still knows its own way back."""
    page.goto(server + "situations/")
    follow(page, "main a[href$='passeport/']", server + PASSPORT)
    page.go_back()
    page.wait_for_timeout(400)

    assert page.url == server + "situations/"
    assert page.locator("h1").is_visible()


def test_three_times_escape(page: Page, server: str, neutral: str):
    """Three quick presses do the same as the button; two do nothing."""
    page.goto(server + PASSPORT)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.url == server + PASSPORT
    page.keyboard.press("Escape")
    page.wait_for_url(neutral)
    page.go_back()

    assert page.url == ELSEWHERE


def test_the_page_is_hidden_first(page: Page, server: str):
    """Before the neutral site comes, nothing of the page is seen any more."""
    page.goto(server + PASSPORT)

    assert page.evaluate("(document.querySelector('.exit').click(), getComputedStyle(document.documentElement).display)") == "none"


def test_without_script(browser: Browser, server: str, neutral: str):
    """The exit is a plain link from the first byte."""
    with browser.new_context(java_script_enabled=False) as context:
        context.route("https://**/*", lambda route: route.fulfill(status=200, content_type="text/html", body="ok"))
        page = context.new_page()
        page.goto(server + PASSPORT)
        page.locator(".exit").click()
        page.wait_for_url(neutral)


def test_other_pages_keep_their_way_back(page: Page, server: str):
    """Outside danger, Back does what people expect."""
    page.goto(server)
    follow(page, "main a[href$='pays/']", server + "pays/")
    page.go_back()

    assert page.url == server
