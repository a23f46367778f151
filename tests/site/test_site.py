"""The built site, walked whole: every page, link, language claim and fact."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from site_fixtures import parsed

HOST = "https://rsmms.net/"
APART = re.compile(r"((en|ee)/)?((embed|fichiers|hors-ligne)/|404\.html)")
"""Files that are not pages of the site: cards to embed, single files to pass on (with their style inside), kept copies, the 404 page."""
BY_SCRIPT = re.compile(r"[A-Z]{3}\+[A-Z]{3}")
"""Parts of an address that the comparing script reads; without it they lead to the top of the page."""
LANGUAGES = ("fr", "en", "ee")


def test_every_catalogue_entry_is_a_page_and_every_page_is_listed(pages, catalogue):
    """Nothing is promised that is not there, nothing is there that nobody lists."""
    listed = {entry["url"] + "index.html" for entry in catalogue if not entry["url"].endswith(".pdf")}
    unlisted = {name for name in pages if not APART.match(name)}

    assert listed - set(pages) == set()
    assert unlisted - listed == set()


def test_enough_of_everything_in_every_language(catalogue):
    """At least 90 countries, 14 treaties, over 30 contact pages, 31 situations and 150 routes in each language."""
    counts = Counter((entry["kind"], entry["lang"]) for entry in catalogue)

    for language in LANGUAGES:
        assert counts["country", language] >= 90
        assert counts["convention", language] >= 14
        assert counts["contacts", language] > 30
        assert counts["situation", language] >= 31
        assert counts["route", language] >= 150


def test_internal_links_and_anchors_lead_somewhere(built_site, pages):
    """Zero broken links, zero broken anchors, over all pages."""
    ids = {name: set(parsed(path).xpath("//@id")) for name, path in pages.items()}
    broken = []
    for name, path in pages.items():
        base = "https://site/" + name
        for target in parsed(path).xpath("//a/@href | //link[@rel!='canonical' and @rel!='alternate']/@href | //script/@src | //img/@src"):
            url = urlsplit(urljoin(base, target))
            if url.scheme != "https" or url.netloc != "site":
                continue
            local = unquote(url.path.lstrip("/"))
            file = local + "index.html" if local.endswith("/") or not local else local
            lost = url.fragment and file in ids and url.fragment not in ids[file] and not BY_SCRIPT.fullmatch(url.fragment)
            if lost or not (built_site / file).is_file():
                broken.append((name, target))

    assert broken == []


def test_no_request_to_another_host(pages):
    """Nothing that a browser loads by itself comes from elsewhere, and links are https, mailto, tel or sms only."""
    for name, path in pages.items():
        tree = parsed(path)
        loaded = tree.xpath("//script/@src | //img/@src | //iframe/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='manifest' or @rel='preload']/@href")
        assert [x for x in loaded if re.match(r"[a-z]+:|//", x)] == [], name
        schemes = {urlsplit(x).scheme for x in tree.xpath("//a/@href")}
        assert schemes <= {"", "https", "mailto", "tel", "sms"}, name


def test_strict_policy_without_inline_code(pages):
    """Every page has the policy, and no inline script, style or event handler that it would have to allow."""
    for name, path in pages.items():
        if APART.match(name):
            continue
        tree = parsed(path)
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(policy) == 1, name
        assert "unsafe" not in policy[0], name
        assert tree.xpath("//@style | //style | //script[not(@src)][not(@type='application/json')] | //@onclick | //@onload") == [], name


def test_sitemap_lists_real_pages_only(built_site, catalogue):
    """The sitemap has the pages that exist in their language, and no other."""
    tree = ET.parse(built_site / "sitemap.xml")
    listed = {e.text for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}

    assert listed == {HOST + e["url"] for e in catalogue if e["state"] != "fallback" and not e["url"].endswith(".pdf")}


def test_nothing_of_material_is_shipped(built_site):
    """No bundle, no search worker, no lunr, no source map, no font but ours."""
    names = {p.relative_to(built_site).as_posix() for p in built_site.rglob("*") if p.is_file()}

    assert [n for n in names if re.search(r"bundle|lunr|\.map$|search_index|material", n)] == []
    assert len([n for n in names if n.endswith(".woff2")]) <= 2


def test_pages_are_well_formed_text(pages):
    """No leftover mark, no unresolved placeholder, no Markdown seen by readers."""
    for name, path in pages.items():
        if APART.match(name) or "contribuer/" in name or "/relecture/" in name:  # there the marks are shown as they are typed
            continue
        body = parsed(path).xpath("//main")[0]
        text = etree.tostring(body, method="text", encoding="unicode")
        assert not re.search(r"\[\[|\]\]|\{\w+\}|\{:|\{#|\*\*|Undefined", text), (name, re.search(r".{30}(\[\[|\]\]|\{\w+\}|\{:|\{#|\*\*).{20}", text))
