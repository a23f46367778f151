"""The built site, walked whole: every page, link, language claim and fact."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from lxml import etree, html

from rsmms.plan import Plan

HOST = "https://rsmms.net/"
APART = re.compile(r"((en|ee)/)?(embed|fichiers|hors-ligne)/|404\.html")
"""Files that are not pages of the site: cards to embed, single files to pass on (with their style inside), kept copies, the 404 page."""
BY_SCRIPT = re.compile(r"[A-Z]{3}\+[A-Z]{3}")
"""Parts of an address that the comparing script reads; without it they lead to the top of the page."""
LANGUAGES = ("fr", "en", "ee")


@cache
def parsed(path: Path) -> html.HtmlElement:
    """A page as a tree; pages are read once."""
    return html.fromstring(path.read_bytes())


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Path]:
    """Every HTML file of the site by its address below the root."""
    return {p.relative_to(built_site).as_posix(): p for p in sorted(built_site.rglob("*.html"))}


@pytest.fixture(scope="module")
def catalogue(built_site: Path) -> list[dict[str, str]]:
    """The published catalogue."""
    return json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8"))


def site_pages(pages: dict[str, Path], catalogue: list[dict[str, str]]) -> dict[str, Path]:
    """The pages that the catalogue lists, by address."""
    return {entry["url"]: pages[entry["url"] + "index.html"] for entry in catalogue if not entry["url"].endswith(".pdf")}


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
            if not (built_site / file).is_file():
                broken.append((name, target))
            elif url.fragment and file in ids and url.fragment not in ids[file] and not BY_SCRIPT.fullmatch(url.fragment):
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


def test_language_of_every_page_is_true(pages, catalogue):
    """``html lang`` is the reader's; a page shown in French for want of a translation says so around its text."""
    for entry in catalogue:
        if entry["kind"] == "sheet" and entry["url"].endswith(".pdf"):
            continue
        tree = parsed(pages[entry["url"] + "index.html"])
        assert tree.get("lang") == entry["lang"], entry["url"]
        assert tree.get("dir") == "ltr", entry["url"]
        article = tree.xpath("//article")[0]
        assert article.get("lang") == ("fr" if entry["state"] == "fallback" else None), entry["url"]
        assert bool(tree.xpath("//p[@class='notice']")) >= (entry["state"] in ("fallback", "draft")), entry["url"]


def test_no_claim_of_a_translation_that_is_not_there(pages, catalogue):
    """``hreflang`` in pages and sitemap names only languages in which the page really exists."""
    real: dict[str, set[str]] = {}
    for entry in catalogue:
        path = entry["url"].removeprefix(entry["lang"] + "/") if entry["lang"] != "fr" else entry["url"]
        if entry["state"] != "fallback":
            real.setdefault(path, set()).add(entry["lang"])
    for entry in catalogue:
        if entry["url"].endswith(".pdf"):
            continue
        path = entry["url"].removeprefix(entry["lang"] + "/") if entry["lang"] != "fr" else entry["url"]
        tree = parsed(pages[entry["url"] + "index.html"])
        assert set(tree.xpath("//link[@rel='alternate']/@hreflang")) - {"x-default"} <= real[path], entry["url"]
        canonical = tree.xpath("//link[@rel='canonical']/@href")[0]
        assert canonical == HOST + (path if entry["state"] == "fallback" else entry["url"]), entry["url"]


def test_sitemap_lists_real_pages_only(built_site, catalogue):
    """The sitemap has the pages that exist in their language, and no other."""
    tree = ElementTree.parse(built_site / "sitemap.xml")
    listed = {e.text for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}

    assert listed == {HOST + e["url"] for e in catalogue if e["state"] != "fallback" and not e["url"].endswith(".pdf")}


def test_language_menu_goes_to_the_same_page(pages):
    """On a page two levels down, the menu leads to that page in each language, or says that it is in French."""
    tree = parsed(pages["pays/togo/index.html"])
    links = {a.get("lang"): a.get("href") for a in tree.xpath("//details[@class='languages']//a")}

    assert links == {"fr": "../../pays/togo/", "en": "../../en/pays/togo/", "ee": "../../ee/pays/togo/"}


def test_missing_translation_is_announced_in_the_language_menu(pages):
    """A page without Ewe text says so beside the Ewe entry of its language menu."""
    tree = parsed(pages["situations/licenciement/index.html"])
    entry = tree.xpath("//details[@class='languages']//a[@lang='ee']/..")[0]

    assert "en français" in entry.text_content()
    assert parsed(pages["ee/situations/licenciement/index.html"]).xpath("//article/@lang") == ["fr"]


def test_404_offers_all_languages(pages):
    """One page for everybody who got lost, in French, English and Ewe, with absolute links."""
    tree = parsed(pages["404.html"])

    assert [s.get("lang") for s in tree.xpath("//section")] == list(LANGUAGES)
    assert {x[0] for x in tree.xpath("//section//a/@href")} == {"/"}


def test_heading_ids_are_ascii_and_the_same_in_all_languages(pages, catalogue):
    """A link to a part of a page works in every language."""
    for entry in catalogue:
        if entry["lang"] != "fr" or entry["kind"] not in ("country", "convention", "situation", "page"):
            continue
        french = parsed(pages[entry["url"] + "index.html"]).xpath("//article//h2/@id")
        english = parsed(pages["en/" + entry["url"] + "index.html"]).xpath("//article//h2/@id")
        assert all(i.isascii() for i in french), entry["url"]
        if entry["id"] != "a-z":
            assert sorted(french) == sorted(english), entry["url"]


def test_every_figure_on_a_profile_has_its_year_and_source(pages, plan: Plan):
    """No value stands alone: each carries a year, a source and a day of check."""
    for country in plan.library.countries.values():
        tree = parsed(pages[f"pays/{country.slug}/index.html"])
        figures = tree.xpath("//ul[contains(@class, 'numbers')]/li")
        assert len(figures) >= 5, country.id
        for figure in figures:
            trail = figure.xpath(".//span[@class='trail']")[0]
            assert re.match(r"(19|20)\d\d · .+ · Vérifié le ", trail.text_content()), (country.id, figure.text_content())


def test_every_treaty_on_a_profile_has_a_status_and_a_source_or_is_unknown(pages, plan: Plan):
    """In force, not ratified and unknown are told apart, for all treaties, on every profile."""
    for country in plan.library.countries.values():
        tree = parsed(pages[f"pays/{country.slug}/index.html"])
        for instrument in plan.library.instruments:
            item = tree.xpath(f"//li[@id='{instrument}']")[0]
            mark = item.xpath("./span[contains(@class, 'mark')]/@class")[0]
            assert mark == f"mark {country.status(instrument).value}"
            assert ("Source" in item.text_content()) == (country.ratification(instrument) is not None)


def test_every_phone_number_is_a_link_kept_left_to_right(pages, plan: Plan):
    """Each number of the data can be tapped on its contacts page, in every language."""
    for code, contacts in plan.library.contacts.items():
        slug = plan.library.countries[code].slug if code in plan.library.countries else "international"
        for prefix in ("", "en/", "ee/"):
            tree = parsed(pages[f"{prefix}contacts/{slug}/index.html"])
            links = set(tree.xpath("//a[bdi[@dir='ltr']]/@href"))
            for contact in contacts:
                assert {f"tel:{p.number}" for p in contact.phones if not p.sms_only} <= links, contact.id


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
