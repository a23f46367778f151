"""Languages of the built site: what each page claims is true, and the menu leads to the same page."""

import re

from site_fixtures import parsed

HOST = "https://rsmms.net/"
LANGUAGES = ("fr", "en", "ee")


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


_EWE = re.compile("[ƉƐƑƔƆƲɖɛƒɣɔʋ]")
_NOT_YET = ("ee/situations/", "ee/reseau/adherer/", "ee/retour/", "ee/contribuer/")
"""Examples of data for those who contribute; hand-written pages, where labels of letters stand inside a section that is in French."""
_MANY = ("ee/pays/", "ee/comparer/", "ee/routes/", "ee/campagnes/")
"""Kinds of which every seventh page is looked at."""


def _said_in_french(element) -> str:
    """The text of an element that is marked as French, without what is marked otherwise inside it."""
    inner = (("" if child.get("lang", "fr") != "fr" else _said_in_french(child)) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inner)


def test_french_on_ewe_pages_is_french(pages):
    """Names of countries, months and states are worded in the language of the sentence they stand in."""
    ewe = [url for url in pages if url.startswith("ee/") and not url.startswith(_NOT_YET)]
    chosen = [url for url in ewe if not url.startswith(_MANY)] + [url for url in ewe if url.startswith(_MANY)][::7]
    spans = [(url, element) for url in chosen for element in parsed(pages[url]).iter("{*}*", "*") if element.get("lang") == "fr"]

    assert len(spans) > 10_000
    assert [(url, element.text_content()[:80]) for url, element in spans if _EWE.search(_said_in_french(element))] == []
