"""Tiny sites written in the test and built for real: Ewe, an empty country, a fourth language, a broken file."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from helpers import ROOT, changed
from rsmms.building.outputs import SITE_MARK
from rsmms.building.publish import BUILDERS, BuildFailed, build, publish
from tiny_sites import ARABIC, EMPTY_COUNTRY, buildable

Make = Callable[..., Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, with an empty country and Arabic by configuration only."""
    root = buildable(
        tmp_path_factory.mktemp("tiny-site"), {"data/country_profiles/BEN.yaml": EMPTY_COUNTRY}, more_languages=ARABIC
    )
    out = root / "site"
    publish(root, out)
    return out


def page(site: Path, address: str) -> html.HtmlElement:
    """A page of a built site as a tree."""
    return html.fromstring((site / address / "index.html").read_bytes())


def test_fourth_language_needs_only_a_folder_and_a_line(built: Path):
    """Arabic is built right to left, in French where nothing is translated, and says so."""
    tree = page(built, "ar/pays/togo")

    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert "توغو" in tree.xpath("//h1")[0].text_content()
    assert tree.xpath("//bdi[@dir='ltr']")
    assert tree.xpath("//span[@lang='fr']")
    assert "ar" in {a.get("lang") for a in tree.xpath("//details[@class='languages']//a")}


def test_ewe_page_shows_french_where_ewe_is_missing(built: Path):
    """Texts of the site without Ewe are marked as French inside an Ewe page."""
    tree = page(built, "ee/pays/togo")

    assert tree.get("lang") == "ee"
    assert tree.xpath("//*[@lang='fr']")


def test_empty_country_is_a_whole_page_that_says_what_is_not_known(built: Path):
    """No contact, no law, no figure: the page says so and leads on."""
    text = page(built, "pays/benin").text_content()

    assert "Nous ne connaissons encore aucun contact" in text
    assert "Nous n’avons pas encore de texte de loi" in text
    assert "Pas d’information à notre connaissance." in text


def test_catalogue_of_a_tiny_site(built: Path):
    """The catalogue has each page in each of the four languages."""
    entries = json.loads((built / "donnees" / "catalog.json").read_text(encoding="utf-8"))

    assert {e["lang"] for e in entries} == {"fr", "en", "ee", "ar"}
    assert {e["state"] for e in entries if e["kind"] == "country" and e["lang"] == "en"} == {"translated"}


def test_broken_yaml_gives_the_message_and_leaves_the_last_site_alone(tmp_path: Path):
    """``rsmms site`` tells file, line and mend, ends with 1, and the site that was there is the same to the byte."""
    root = buildable(tmp_path)
    old = root / "site"
    (old / "donnees").mkdir(parents=True)
    (old / "donnees" / "catalog.json").write_text("the last good site", encoding="utf-8")
    for name, text in changed("data/country_profiles/TGO.yaml", "instrument: c143", "instrument: c43").items():
        (root / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "rsmms", "--root", str(root), "--lang", "en", "site"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert "data/country_profiles/TGO.yaml:" in done.stderr
    assert "unknown convention “c43”; did you mean “c143”? [X001]" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert [p.name for p in old.rglob("*")] == ["donnees", "catalog.json"]
    assert (old / "donnees" / "catalog.json").read_text(encoding="utf-8") == "the last good site"


def test_broken_template_leaves_the_last_site_alone(tmp_path: Path):
    """A failure inside the site generator, after the checks, publishes nothing either."""
    root = buildable(tmp_path)
    (root / "theme").unlink()
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text("{{ nothing.here.at.all }}", encoding="utf-8")
    out = root / "site"
    (out / "donnees").mkdir(parents=True)
    (out / SITE_MARK).write_text("the last good site", encoding="utf-8")

    with pytest.raises(BuildFailed):
        publish(root, out)

    assert [p.name for p in out.rglob("*")] == ["donnees", "catalog.json"]
    assert (out / SITE_MARK).read_text(encoding="utf-8") == "the last good site"
    assert [p.name for p in (root / ".build").iterdir()] == ["lock"]


def test_both_builders_make_the_same_pages(tmp_path: Path):
    """ProperDocs, the continuation of MkDocs 1.x, writes the same files with the same bytes."""
    root = buildable(tmp_path)
    trees = {}
    for builder in BUILDERS:
        out = tmp_path / f"out-{builder}"
        out.mkdir()
        build(root, out, builder)
        trees[builder] = {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}

    assert list(trees["mkdocs"]) == list(trees["properdocs"])
    assert [n for n in trees["mkdocs"] if trees["mkdocs"][n] != trees["properdocs"][n]] == []
