"""What a phone keeps, as files: every page whole, sizes told truly, and little of it."""

import json
import re
from pathlib import Path

import brotli
import pytest

from helpers import LANGUAGES
from rsmms.language.sizes import gzipped, size_words
from rsmms.language.words import Words
from rsmms.layout.copies import pack_of, zip_path
from rsmms.layout.plan import Plan
from rsmms.phone.built import read_built
from rsmms.phone.packs import MARK, is_kept

WORKER_LIMIT = 2_000
COUNTRY, HEAVIEST_COUNTRY, LANGUAGE = 10_000, 30_000, 1_600_000
"""Gzip bytes: half of the country packs, the largest one, and all packs of a language with their phrases."""


def test_the_worker_is_small(built_site: Path):
    """Less than 2 kB, so that asking for its newest form costs nothing."""
    assert len(brotli.compress((built_site / "sw.js").read_bytes(), quality=11)) < WORKER_LIMIT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_tells_the_truth(built_site: Path, plan: Plan, language: str):
    """Every promised file exists with the promised size, and every page is in the pack its address says, whole."""
    listed = json.loads((built_site / "hors-ligne" / f"{language}.json").read_text(encoding="utf-8"))
    phrases = json.loads(next((built_site / "hors-ligne" / language).glob("phrases.*.json")).read_text(encoding="utf-8"))
    pages = {b.page.url for b in read_built(plan, built_site, language) if is_kept(b)}
    for name, (address, size, *_) in listed["packs"].items():
        content = (built_site / address).read_bytes()
        held = json.loads(content)["pages"]
        assert gzipped(content) == size
        assert {pack_of(url) for url in held} == {name}
        assert not re.search(r"%(kept|file|zip)", content.decode())
        assert all(signs in phrases for _, body, _ in held.values() for signs in re.findall(MARK + "(.{4})", body))
        pages -= set(held)
    assert pages == set()
    for address in listed["shared"]:
        assert (built_site / address).is_file()


def test_a_kept_page_is_the_page(built_site: Path, plan: Plan):
    """Phrases put back, a guide is what was built, and so is a country's page; its figures and pictures, on a page of their own, are not kept."""
    built = {b.page.url: b for b in read_built(plan, built_site, "fr")}
    phrases = json.loads(next((built_site / "hors-ligne" / "fr").glob("phrases.*.json")).read_text(encoding="utf-8"))
    whole = {}
    for name in ("core", "togo"):
        pages = json.loads(next((built_site / "hors-ligne" / "fr").glob(f"{name}.*.json")).read_text(encoding="utf-8"))["pages"]
        whole |= {url: re.sub(MARK + "(.{4})", lambda found: phrases[found[1]], body) for url, (_, body, _) in pages.items()}

    assert whole["situations/passeport/"] == re.sub(r"\(\d+\s*ko\)(?=</a></p>)", "(…)", built["situations/passeport/"].main)
    assert whole["pays/togo/droits/"] == built["pays/togo/droits/"].main
    assert whole["pays/togo/"].partition('<div class="acts">')[0] == built["pays/togo/"].main.partition('<div class="acts">')[0]
    kept, full = (text.partition('<h2 id="contacts">')[2].partition('<div id="chiffres">') for text in (whole["pays/togo/"], built["pays/togo/"].main))
    assert full[0].startswith(kept[0][:2000])
    assert (kept[1], full[1]) == ("", '<div id="chiffres">')
    assert '<div id="donnees">' not in kept[0]
    assert full[2][full[2].index('<div id="sources">') :] in kept[0]
    assert full[2][full[2].index('<div id="projets">') : full[2].index('<div id="accords">')] in kept[0]
    assert "pays/togo/chiffres/" in built
    assert "pays/togo/chiffres/" not in whole


def test_packs_carry_no_day(built_site: Path):
    """A pack changes its name only when its pages change, so that phones fetch no more than that; the day stands in the list."""
    for path in (built_site / "hors-ligne" / "fr").glob("togo.*.json"):
        assert set(json.loads(path.read_text(encoding="utf-8"))) == {"pages"}
    assert {"built", "copy", "old"} <= set(json.loads((built_site / "hors-ligne" / "fr.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_packs_are_small(built_site: Path, language: str):
    """A country costs about 10 kB, a language of a thousand pages little more than a megabyte, search and style not counted."""
    listed = json.loads((built_site / "hors-ligne" / f"{language}.json").read_text(encoding="utf-8"))
    countries = {p.parent.name for p in (built_site / "pays").glob("*/droits")}
    sizes = sorted(size for name, (_, size, *_) in listed["packs"].items() if name in countries)
    phrases = next((built_site / "hors-ligne" / language).glob("phrases.*.json")).read_bytes()

    assert sizes[len(sizes) // 2] < COUNTRY
    assert sizes[-1] < HEAVIEST_COUNTRY
    assert sum(size for _, size, *_ in listed["packs"].values()) + gzipped(phrases) < LANGUAGE


def test_the_sizes_on_the_buttons(built_site: Path):
    """What a button says is what all the files it fetches weigh, the ZIP included."""
    listed = json.loads((built_site / "hors-ligne" / "fr.json").read_text(encoding="utf-8"))
    country = (built_site / "pays" / "togo" / "index.html").read_text(encoding="utf-8")
    settings = (built_site / "reglages" / "index.html").read_text(encoding="utf-8")
    shared = sum(gzipped((built_site / name).read_bytes()) for name in listed["shared"])
    whole = shared + sum(size for _, size, *_ in listed["packs"].values())
    words = Words("fr")

    with_home = shared + sum(listed["packs"][name][1] for name in ("core", "international", "togo"))
    assert f"Garder ce pays, l’accueil et les situations ({size_words(words, with_home)})" in country
    assert f"Garder toute la langue ({size_words(words, whole)})" in settings
    assert f"(ZIP, {size_words(words, (built_site / zip_path('fr')).stat().st_size)})" in settings


def test_installable(built_site: Path):
    """The manifest has what phones ask for, and the pictures are what it says."""
    manifest = json.loads((built_site / "manifest.webmanifest").read_text(encoding="utf-8"))
    for drawn in manifest["icons"][:2]:
        content = (built_site / drawn["src"]).read_bytes()
        size = int(drawn["sizes"].split("x")[0])
        assert content.startswith(b"\x89PNG")
        assert content[16:24] == size.to_bytes(4, "big") * 2
        assert len(content) < 8_000
    assert manifest["display"] == "minimal-ui"
    assert 'rel="manifest"' in (built_site / "index.html").read_text(encoding="utf-8")
