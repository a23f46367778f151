"""Nothing is stored, nobody else is asked, and the exit stands where danger is and nowhere else."""

import json
from pathlib import Path

from playwright.sync_api import Browser

from rsmms.deploy.headers import POLICY
from rsmms.layout.plan import Plan
from site_fixtures import PHONE

DANGER = 2
PASSPORT = "situations/passeport/"


def test_only_where_danger_is(plan: Plan, built_site: Path):
    """The button and the word on history stand on every dangerous page in every language, and nowhere else."""
    for (_, path), shown in plan.pages.items():
        html = (built_site / shown.site_url / "index.html").read_text(encoding="utf-8")
        assert ('class="exit"' in html) is (shown.danger >= DANGER), path
    words = {language: (built_site / prefix / PASSPORT / "index.html").read_text(encoding="utf-8") for language, prefix in (("fr", ""), ("en", "en"))}
    assert "L’historique du téléphone garde la trace" in words["fr"]
    assert "history keeps a trace" in words["en"]


def test_nothing_is_stored_and_nobody_else_is_asked(browser: Browser, server: str):
    """No cookie, no storage, no cache, no worker, no request to another host."""
    with browser.new_context(viewport=PHONE) as context:
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        for address in ("", PASSPORT, "pays/togo/", "reglages/", "en/contacts/togo/", "ee/"):
            page.goto(server + address)
            page.locator("#q").fill("violence")
            page.wait_for_timeout(150)
        left = page.evaluate("""async () => [localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).length,
            (await navigator.serviceWorker.getRegistrations()).length, (await indexedDB.databases()).length]""")
        assert left == [0, 0, "", 0, 0, 0]
        assert context.cookies() == []
        assert [url for url in asked if not url.startswith(server)] == []


def test_strict_policy_on_every_page(built_site: Path):
    """The same policy in every page and in the file of headers; no inline script, style or handler anywhere."""
    catalogue = json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8"))
    pages = [built_site / p["url"] / "index.html" for p in catalogue if p["url"].endswith("/") or not p["url"]]
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert f'content="{POLICY}"' in html, path
        assert not [bad for bad in ("<style", " style=", "<script>", " onclick=", "javascript:") if bad in html], path
    assert POLICY in (built_site / "_headers").read_text(encoding="utf-8")
