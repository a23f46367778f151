"""Pages as the phone keeps them, made from a few pages written here: phrases, packs, sizes, and pages that cannot be kept."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import BENIN, lay_out, plan_of
from rsmms.cache.results import ResultCache
from rsmms.cache.store import Store
from rsmms.layout.plan import Plan
from rsmms.phone.built import Built, read_built
from rsmms.phone.packs import MARK, make_kept, make_phrases
from rsmms.phone.weights import size_report, weigh

PAGE = '<!doctype html><html><head><title>{title}</title><link rel="stylesheet" href="{up}assets/rsmms.css"></head><body><main>{body}</main></body></html>'
LONG = "<li>Demandez votre passeport, et notez le jour, l’heure et ce que l’on vous répond.</li>"


@pytest.fixture(scope="module")
def two_countries(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The tiny project with a second country: enough pages for a phrase."""
    return plan_of(lay_out(tmp_path_factory.mktemp("two"), {"data/country_profiles/BEN.yaml": BENIN}))


@pytest.fixture
def site(tmp_path: Path, two_countries: Plan) -> Path:
    """Its French pages in a plain layout, with a style and a catalogue."""
    catalogue = []
    for (language, _), page in two_countries.pages.items():
        if language == "fr":
            file = tmp_path / page.site_url / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            up = "../" * page.site_url.count("/")
            file.write_text(PAGE.format(title=page.title, up=up, body=f"<ul>{LONG}</ul><p>{page.title}</p>"), encoding="utf-8")
            catalogue.append({"kind": page.kind, "lang": "fr", "url": page.site_url})
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "rsmms.css").write_text("body{margin:0}" * 400, encoding="utf-8")
    (tmp_path / "donnees").mkdir(exist_ok=True)
    (tmp_path / "donnees" / "catalog.json").write_text(json.dumps(catalogue), encoding="utf-8")
    return tmp_path


# --- packs


def test_what_stands_on_many_pages_is_a_phrase():
    """On twenty pages or more and long enough; what is short or rare stays on its page."""
    bodies = [f"<ul>{LONG}<li>Oui.</li></ul><p>Page {number}, et rien d’autre que cette page-ci.</p>" for number in range(20)]

    parts = [re.split("(?<=>)(?=<)", body) for body in bodies]

    assert list(make_phrases(parts).values()) == [LONG]
    assert make_phrases(parts[1:]) == {}
    assert all(len(signs) == 4 for signs in make_phrases(parts))


def test_a_pack_names_a_phrase_by_its_signs(site: Path, two_countries: Plan):
    """Put back, it is the page; the phrase itself stands once in a file of its own."""
    built = list(read_built(two_countries, site, "fr"))
    kept = make_kept(two_countries, built, "fr", {})
    phrases = json.loads(next(text for name, text in kept.files.items() if "/phrases." in name))
    address, _, title, landing = kept.packs["togo"]
    pages = json.loads(kept.files[address])["pages"]
    ((signs, phrase),) = phrases.items()

    assert phrase == f"{LONG}</ul>"
    assert (title, landing) == ("Togo", "pays/togo/")
    assert LONG not in kept.files[address]
    assert {url: body.replace(MARK + signs, phrase) for url, (_, body, _) in pages.items()} == {b.page.url: b.main for b in built if b.page.url in pages}


def test_a_page_with_the_sign_of_phrases_is_not_kept(site: Path, two_countries: Plan):
    """It would be read back as another text: the build stops and names the file."""
    built = list(read_built(two_countries, site, "fr"))
    built = [replace(one, html=one.html.replace("Demandez", f"{MARK}emandez")) if one.page.url == "pays/togo/" else one for one in built]

    with pytest.raises(ValueError, match=r"pays/togo/index\.html has the sign '\\x7f'"):
        make_kept(two_countries, built, "fr", {})


def test_a_page_that_lost_its_main_part_is_named(tmp_path: Path, two_countries: Plan):
    """A theme that changed its layout is told, not taken for an empty page."""
    page = two_countries.pages["fr", "index.md"]

    with pytest.raises(ValueError, match=r"no <main> in .*index\.html"):
        _ = Built(page, tmp_path / "index.html", "<body><article>text</article></body>").main
    assert Built(page, tmp_path / "index.html", "<p>no title</p>").title == ""


# --- sizes


def test_weights_count_page_and_style(site: Path, two_countries: Plan):
    """Every page of the catalogue; the style is paid on the first visit only."""
    weights = {w.url: w for w in weigh(site)}

    assert set(weights) == {p.site_url for (language, _), p in two_countries.pages.items() if language == "fr"}
    assert {w.requests for w in weights.values()} == {2}
    assert len({w.first - w.next for w in weights.values()}) == 1
    assert all(w.first > w.next > 0 for w in weights.values())


def test_sizes_are_kept_for_the_next_report(site: Path, tmp_path: Path):
    """The same report, from what the first one kept; a file that changed is weighed anew."""
    store = Store(tmp_path / "kept")
    first, told = ResultCache(store, "sizes"), size_report(weigh(site))
    assert size_report(weigh(site, first)) == told
    first.save()

    again = ResultCache(store, "sizes")
    assert size_report(weigh(site, again)) == told
    again.save()
    (site / "pays/togo/index.html").write_bytes((site / "pays/togo/index.html").read_bytes() + "".join(map(chr, range(33, 3000))).encode())
    assert size_report(weigh(site, ResultCache(store, "sizes"))) != told
