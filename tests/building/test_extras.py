"""What a site has besides pages: events as files, a light site without sheets and data, security.txt, error pages, recordings."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from helpers import LANGUAGES, ROOT, TODAY, lay_out, plan_of
from rsmms.building.content import Content
from rsmms.building.site_files import write_site_files
from rsmms.cache.results import ResultCache
from rsmms.deploy.missing import missing_pages, write_missing
from rsmms.deploy.security_txt import NOTE, PATH, write_security_txt
from rsmms.layout.plan import Plan
from rsmms.layout.settings import Settings
from rsmms.model.front import Audio
from rsmms.phone.write import write_phone

SITE = "https://site.example/"
EDIT = "https://github.com/o/r/edit/main/"
EVENTS = """\
events:
  - id: essai
    kind: workshop
    date: 2020-03-04
    title:
      fr: Un atelier
      en: A workshop
    summary:
      fr: Un atelier à Lomé.
    source: ilo
    checked: 2026-11-01
"""
LIGHT = Settings(SITE, EDIT, "https://exit.example/", ROOT / "theme", whole=False)


def names(out: Path) -> set[str]:
    """Every file below a folder."""
    return {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}


def test_events_come_as_calendar_and_feed_in_every_language(tmp_path: Path):
    """Beside the timeline; where there is no event there are no files, and the rest is the same."""
    root, out, without = lay_out(tmp_path / "project", {"data/timeline.yaml": EVENTS}), tmp_path / "with", tmp_path / "without"
    write_site_files(plan_of(root), out, LIGHT, LANGUAGES, ResultCache())
    (root / "data/timeline.yaml").unlink()
    write_site_files(plan_of(root), without, LIGHT, LANGUAGES, ResultCache())

    places = [f"{folder}chronologie/chronologie.{ending}" for folder in ("", "en/", "ee/") for ending in ("ics", "xml")]
    assert names(out) - names(without) == set(places)
    assert b"SUMMARY;LANGUAGE=en:A workshop\r\n" in (out / "en/chronologie/chronologie.ics").read_bytes()
    assert "Un atelier" in (out / "chronologie/chronologie.xml").read_text(encoding="utf-8")


def test_a_light_site_has_pages_search_and_style_only(tmp_path: Path, tiny_plan: Plan):
    """No open data, no copies for the phone, no worker; status, sitemap, robots and security.txt are there."""
    write_site_files(tiny_plan, tmp_path, LIGHT, LANGUAGES, ResultCache())
    made = names(tmp_path)

    assert {"sitemap.xml", "robots.txt", "favicon.svg", "donnees/catalog.json", "donnees/etat.json", "donnees/search-fr.json", PATH} <= made
    assert not {"sw.js", "_headers"} & made
    assert [name for name in made if name.startswith(("donnees/v1/", "embed/", "hors-ligne/", "icon-"))] == []


def test_a_part_without_the_source_language_writes_its_own_files_only(tmp_path: Path, tiny_plan: Plan):
    """What belongs to no language is written by the part that has French."""
    write_site_files(tiny_plan, tmp_path, LIGHT, ("en",), ResultCache())
    made = names(tmp_path)

    assert {"donnees/search-en.json", "donnees/comparer-en.json"} <= made
    assert not {"sitemap.xml", "robots.txt", "donnees/etat.json", "donnees/search-fr.json", PATH} & made


# --- security.txt


def test_security_txt_is_written_where_the_repository_is_known(tmp_path: Path):
    """At its well-known place, valid for half a year from the day of the build; the note of a build is for sites without it."""
    write_security_txt(tmp_path, EDIT, SITE, TODAY)

    assert names(tmp_path) == {PATH}
    text = (tmp_path / PATH).read_text(encoding="utf-8")
    assert text.startswith("Contact: https://github.com/o/r/security/advisories/new\n")
    assert f"Expires: {TODAY + timedelta(days=180)}T00:00:00Z\n" in text
    assert all("edit_base" in told for told in NOTE.values())


# --- error pages


def test_a_language_without_words_on_the_error_page_has_none_of_its_own(tmp_path: Path):
    """A page of which only one half can be read would help nobody; the host shows the page of the first language."""
    (tmp_path / "404.html").write_text('<html lang="fr" dir="ltr"><section lang="fr" dir="ltr">fr</section><section lang="en" dir="ltr">en</section></html>')
    write_missing(tmp_path, ("fr", "ar", "en"))

    assert names(tmp_path) == {"404.html", "en/404.html"}
    assert dict(missing_pages("<html></html>", LANGUAGES)) == {}


# --- recordings


def recorded(tiny: Content, plan: Plan, size: int) -> Plan:
    """The tiny site with a recording of one English page, of so many bytes."""
    audio = Audio(file="en/passeport.ogg", seconds=75, bytes=size, speaker="Afi", recorded=TODAY, text="00000000")
    key = ("en", "situations/passeport.md")
    front = tiny.written[key].front.model_copy(update={"audio": audio})
    return replace(plan, written={**tiny.written, key: replace(tiny.written[key], front=front)})


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A project's theme, with a recording beside it."""
    recording = tmp_path / "project" / "audio" / "en" / "passeport.ogg"
    recording.parent.mkdir(parents=True)
    recording.write_bytes(b"OggS" * 10)
    (tmp_path / "project" / "theme").symlink_to(ROOT / "theme")
    (tmp_path / "site").mkdir()
    return tmp_path / "project" / "theme"


def on_phones(theme: Path, *, offline: bool = True) -> Settings:
    """What the configuration of a site with this theme says."""
    return Settings(SITE, "", "", theme, offline=offline)


def test_a_recording_is_published_as_it_is(tmp_path: Path, theme: Path, tiny: Content, tiny_plan: Plan):
    """At the address that its page names; other files beside it are not."""
    (theme.parent / "audio" / "en" / "other.ogg").write_bytes(b"OggS")
    write_phone(recorded(tiny, tiny_plan, 40), tmp_path / "site", on_phones(theme), (), ResultCache())

    assert (tmp_path / "site/audio/en/passeport.ogg").read_bytes() == b"OggS" * 10
    assert [name for name in names(tmp_path / "site") if name.startswith("audio/")] == ["audio/en/passeport.ogg"]


def test_a_recording_of_another_size_stops_the_build(tmp_path: Path, theme: Path, tiny: Content, tiny_plan: Plan):
    """Readers are told what it costs before they tap; the page, the promise and the truth are named."""
    with pytest.raises(ValueError, match=r"^docs/en/situations/passeport\.md: audio\.bytes is 41, but en/passeport\.ogg has 40$"):
        write_phone(recorded(tiny, tiny_plan, 41), tmp_path / "site", on_phones(theme), (), ResultCache())
    assert not (tmp_path / "site/audio").exists()


@pytest.mark.parametrize(("offline", "kept"), [(True, True), (False, False)])
def test_the_worker_keeps_pages_or_takes_itself_away(tmp_path: Path, theme: Path, tiny_plan: Plan, offline: bool, kept: bool):
    """Without offline copies the worker that erases them takes its place, so that no phone is left with old ones."""
    write_phone(tiny_plan, tmp_path / "site", on_phones(theme, offline=offline), (), ResultCache())
    worker = (tmp_path / "site/sw.js").read_text(encoding="utf-8")

    assert ("unregister" not in worker) == kept
    assert "%LANGUAGES%" not in worker
