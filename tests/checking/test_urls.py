"""Addresses that were published stay good: frozen in ``data/urls.txt``, built or redirected, in every language."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from helpers import LANGUAGES, ROOT, lay_out, places, plan_of
from rsmms.checking.published_addresses import LIST, SHEETS, addresses, frozen
from rsmms.commands.freeze import freeze
from rsmms.deploy.redirects import write_redirects
from rsmms.layout.plan import Plan

MOVED = "redirects:\n  - old: pays/le-togo/\n    new: pays/togo/\n    since: 2026-11-22\n"
SITE = "https://site.example/"


def folder(language: str) -> str:
    """Folder of a language below the site."""
    return "" if language == "fr" else f"{language}/"


def test_every_frozen_address_is_built_or_redirected(built_site: Path):
    """In all languages; short addresses printed on sheets too, once for all languages."""
    missing = [
        address for _, address in frozen(ROOT) for language in (LANGUAGES if not address.startswith(SHEETS) else ("fr",))
        if not (built_site / folder(language) / address.lstrip("/") / "index.html").exists()
    ]  # fmt: skip

    assert missing == []


def test_every_page_of_today_is_frozen(plan: Plan):
    """``python -m rsmms freeze`` was run after the last page was added; views for reviewers may go."""
    listed = {address for _, address in frozen(ROOT)}
    today = {p.url for p in plan.pages.values() if not re.search(r"(avec-fr|relecture|demander)/$", p.url)}

    assert sorted("/" + url for url in today if "/" + url not in listed) == []
    assert len(listed) > 1000


def test_the_list_is_in_order_and_says_nothing_twice():
    """Two people who add addresses meet in one place only."""
    listed = [address for _, address in frozen(ROOT)]

    assert listed == sorted(set(listed))
    assert all(re.fullmatch(r"/([a-z0-9]+(-[a-z0-9]+)*/)*", address) for address in listed)


def test_a_lost_address_stops_the_build_until_it_leads_somewhere(tmp_path: Path):
    """A country whose address changes breaks nothing that was printed."""
    root = lay_out(tmp_path, {LIST: "/pays/togo/\n/pays/le-togo/\n/f/ab12cd/\n"})

    assert places(root) == ["data/urls.txt:2: X031"]
    (root / "data" / "redirects.yaml").write_text(MOVED, encoding="utf-8")
    assert places(root) == []


@pytest.mark.parametrize(("old", "new", "told"), [
    ("pays/le-togo/", "pays/bénin/", "M"), ("pays/le-togo", "pays/togo/", "M"), ("//evil.example/", "pays/togo/", "M"), ("../x/", "pays/togo/", "M"),
    ("pays/le-togo/", "javascript:alert(1)/", "M"), ("pays/le-togo/", "pays/rien/", "X032"), ("pays/togo/", "pays/", "X033"),
    ("pays/le-togo/", "pays/le-togo/", "X032"),
])  # fmt: skip
def test_wrong_redirects_are_told(tmp_path: Path, old: str, new: str, told: str):
    """No loop, no chain, no address outside the site, nothing that hides a page."""
    root = lay_out(tmp_path, {"data/redirects.yaml": f"redirects:\n  - old: {old}\n    new: {new}\n    since: 2026-11-22\n"})

    assert any(re.search(rf" {told}\d*( → .*)?$", place) for place in places(root))


def test_a_damaged_list_is_told_not_thrown(tmp_path: Path):
    """Letters of another encoding are an address that no page has; a folder of that name is no list."""
    assert places(lay_out(tmp_path / "bytes", {LIST: "/\n/pays/b\xe9nin/\n".encode("latin-1")})) == ["data/urls.txt:2: X031"]
    (tmp_path / "folder" / "data" / "urls.txt").mkdir(parents=True)
    assert places(lay_out(tmp_path / "folder")) == []


def test_a_redirect_is_a_page_and_a_line_for_each_host(tmp_path: Path):
    """It leads on without script, by a link for those who stay, and tells search engines where the page is."""
    plan = plan_of(lay_out(tmp_path / "project", {"data/redirects.yaml": MOVED}))
    write_redirects(plan, tmp_path, SITE, "/")
    page = html.fromstring((tmp_path / "en" / "pays" / "le-togo" / "index.html").read_bytes())

    assert page.get("lang") == "en"
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../../../en/pays/togo/"]
    assert page.xpath("//a/@href") == ["../../../en/pays/togo/"]
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{SITE}en/pays/togo/"]
    assert page.xpath("//script | //@style | //@onclick") == []
    assert (tmp_path / "_redirects").read_text() == "".join(
        f"/{folder(code)}pays/le-togo/ /{folder(code)}pays/togo/ 301\n" for code in LANGUAGES
    )
    assert "/ee/pays/le-togo/ /ee/pays/togo/;" in (tmp_path / "_redirects.nginx").read_text()
    assert "redir /pays/le-togo/ /pays/togo/ 301" in (tmp_path / "_redirects.caddy").read_text()


def test_caddy_starts_without_old_addresses(tmp_path: Path, tiny_plan: Plan):
    """The files as they are built, with no redirect in them: Caddy reads its configuration, which imports them."""
    caddy = shutil.which("caddy", path="/usr/bin:/usr/local/bin:/usr/sbin")
    if not caddy:
        pytest.skip("no caddy here: apt-get install caddy (see tests/nginx.sh)")
    assert not tiny_plan.library.redirects
    write_redirects(tiny_plan, tmp_path, SITE, "/")
    config, around = str(ROOT / "deploy" / "caddy" / "Caddyfile"), {"SITE_ROOT": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run([caddy, "adapt", "--config", config], env=around, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_freeze_only_adds(tmp_path: Path):
    """Old lines stay, new pages and printed short addresses come in, and a second run finds nothing."""
    root = lay_out(tmp_path, {LIST: "/pays/ancien/\n", "data/redirects.yaml": MOVED.replace("le-togo", "ancien")})
    (root / "built" / "f" / "ab12cd").mkdir(parents=True)
    added = freeze(root, LANGUAGES, date(2026, 11, 22), root / "built")

    assert {"/", "/pays/togo/", "/f/ab12cd/", "/situations/passeport/"} <= set(added)
    assert "/pays/ancien/" in {address for _, address in frozen(root)}
    assert freeze(root, LANGUAGES, date(2026, 11, 22), root / "built") == []
    assert places(root) == []


def test_addresses_of_pages():
    """The list speaks as the address bar does."""
    assert addresses(["index.md", "pays/index.md", "pays/togo.md"]) == {"/", "/pays/", "/pays/togo/"}
