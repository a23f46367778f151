"""Budgets: what every built page costs a reader over the wire, on the first visit and as the next page."""

import re
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser

from rsmms.phone.weights import HEAVIER, NEXT, REQUESTS, REQUESTS_WITH_FONT, Weight, size_report, weigh
from site_fixtures import PHONE

MATERIAL = ("bundle", "lunr", "main.", "palette", "fonts.googleapis", "worker/search")
SCRIPTS = 12_000
"""Brotli bytes of all our scripts that a page may load without being asked."""


@pytest.fixture(scope="module")
def weights(built_site: Path) -> list[Weight]:
    """Every page of the site."""
    return list(weigh(built_site))


def test_first_visit(weights: list[Weight]):
    """Page, style, script, font and icon together stay within the budget of their kind."""
    assert {w.url: w.first for w in weights if w.first > w.budget} == {}


def test_requests(weights: list[Weight]):
    """No page makes more than six requests."""
    allowed = {w.url: REQUESTS_WITH_FONT if w.url.startswith("ee/") and w.kind != "situation" else REQUESTS for w in weights}
    assert {w.url: w.requests for w in weights if w.requests > allowed[w.url]} == {}


def test_next_page(weights: list[Weight]):
    """One more page costs 8 kB at most, and what cannot be so light stays within the budget that says why."""
    assert {w.url: w.next for w in weights if w.next > w.next_budget} == {}


def test_the_pages_most_needed_are_light(weights: list[Weight]):
    """Home, guides in one language, contacts, routes, treaties but the longest, and every list for readers: 8 kB."""
    lists = ("situations/", "contacts/", "pays/", "conventions/", "routes/", "zones/", "a-z/", "glossaire/", "reglages/")
    kinds = ("home", "situation", "contacts", "route", "convention")
    light = [w for w in weights if w.kind in kinds and not any(re.search(pattern, w.url) for pattern, _ in HEAVIER)]
    light += [w for w in weights if w.url.removeprefix(f"{w.language}/") in lists]

    assert len(light) > 100
    assert {w.url: w.next for w in light if w.next > NEXT} == {}


def test_no_budget_without_need(weights: list[Weight]):
    """An exception that no page needs any more is taken away."""
    assert [pattern for pattern, _ in HEAVIER if not any(w.next > NEXT and re.search(pattern, w.url) for w in weights)] == []


def test_what_a_browser_really_fetches(browser: Browser, server: str, built_site: Path, weights: list[Weight]):
    """The sum told by the table is the sum that Chromium asks for."""
    by_url = {w.url: w for w in weights}
    for url in ("situations/passeport/", "ee/", "pays/togo/", "en/contacts/tunisie/"):
        with browser.new_context(viewport=PHONE) as context:
            page, asked = context.new_page(), set()
            page.on("request", lambda request, asked=asked: asked.add(request.url.removeprefix(server)))
            page.goto(server + url)
            page.wait_for_timeout(300)
        assert len(asked - {"manifest.webmanifest"}) <= by_url[url].requests, (url, asked)


def test_nothing_of_material(built_site: Path):
    """None of the theme's own scripts, styles, pictures or search files is published."""
    suffixes = (".js", ".css", ".map", ".woff2", ".json", ".svg")
    published = [p.relative_to(built_site).as_posix() for p in built_site.rglob("*") if p.is_file() and p.suffix in suffixes]
    material = ("assets/javascripts", "assets/stylesheets", "assets/images", "search/")

    assert [name for name in published if name.startswith(material) or name.endswith(".map")] == []
    html = (built_site / "situations" / "passeport" / "index.html").read_text(encoding="utf-8")
    assert [word for word in MATERIAL if word in html] == []


def test_the_style_has_no_dead_rules(built_site: Path):
    """Every class of the style is used by a page or a script."""
    css = "".join(p.read_text(encoding="utf-8") for p in sorted((built_site / "assets").glob("*.css")))
    named = set(re.findall(r"\.([a-z][a-z0-9_-]*)(?=[^{}]*\{)", re.sub(r"/\*.*?\*/|url\([^)]*\)", "", css, flags=re.DOTALL)))
    for text in (p.read_text(encoding="utf-8") for p in sorted(built_site.rglob("*.html")) + sorted((built_site / "assets").glob("*.js"))):
        named -= {name for name in named if name in text}
        if not named:
            break

    assert named == set()


def test_scripts_are_small(built_site: Path):
    """What pages load by themselves; search, listening and keeping come on request and are not counted."""
    own = [p for p in (built_site / "assets").glob("*.js") if not p.name.startswith(("minisearch", "search.", "keep.", "listen."))]

    assert sum(len(brotli.compress(p.read_bytes(), quality=11)) for p in own) < SCRIPTS


def test_the_report(built_site: Path, weights: list[Weight]):
    """One line for each kind and language, and no mark of a page over its budget."""
    report = size_report(weights)

    assert len(report.splitlines()) == 1 + len({(w.kind, w.language) for w in weights})
    assert "!" not in report
