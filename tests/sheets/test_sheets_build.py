"""Building sheets: the same bytes every time, nothing printed twice, only what changed printed again."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import LANGUAGES, TODAY
from rsmms.sheets.bundles import bundle
from rsmms.sheets.planning import plan
from rsmms.sheets.printing import TEMPLATES, build, prune, tell
from sheet_helpers import SITE, specs, workshop

NAMES = ("pays-togo-fr", "pays-benin-fr", "reseau-resynam-togo-fr", "carte-togo-fr", "affiche-passeport-fr", "livret-togo-fr",
         "livret-togo-a-agrafer-fr", "image-togo-fr", "convention-c143-fr", "situation-passeport-fr")  # fmt: skip


@pytest.fixture(scope="module")
def wanted(content):
    """Ten sheets of all kinds."""
    return [s for s in specs(content) if Path(s.file).stem in NAMES]


def with_fonts(folder: Path) -> Path:
    """A new cache with the fonts of this run in it, so that no test waits for them."""
    from rsmms.sheets.fonts import paper_fonts

    fonts = paper_fonts(workshop() / "cache")
    shutil.copytree(fonts, folder / fonts.name)
    return folder


def read(sheets) -> dict[str, bytes]:
    """The bytes of each file."""
    return {s.spec.file: s.path.read_bytes() for s in sheets}


@pytest.fixture(scope="module")
def first(wanted, tmp_path_factory):
    """The ten sheets, printed in one process."""
    folder = tmp_path_factory.mktemp("first")
    return build(wanted, folder / "site", with_fonts(folder / "cache"), jobs=1), folder


def test_the_same_bytes_elsewhere_and_in_two_processes(first, wanted, tmp_path, monkeypatch):
    """Another folder, another language and time zone of the machine, other processes: no byte differs."""
    for name, value in {"TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1"}.items():
        monkeypatch.setenv(name, value)
    again = build(wanted, tmp_path / "site", with_fonts(tmp_path / "cache"), jobs=2)

    assert {s.compiled for s in again} == {True}
    assert read(again) == read(first[0])


@pytest.mark.parametrize("spoil", [
    lambda raw: b"", lambda raw: raw[:-1], lambda raw: raw[:900] + bytes([raw[900] ^ 4]) + raw[901:],
], ids=["empty", "cut", "one bit"])  # fmt: skip
def test_a_spoilt_sheet_is_printed_again(first, wanted, tmp_path, spoil):
    """What a disk has spoilt in the cache is not published, and the good copy that readers have is not written over."""
    sheets, folder = first
    shutil.copytree(folder / "cache", tmp_path / "cache")
    few = [spec for spec in wanted if Path(spec.file).stem in ("carte-togo-fr", "livret-togo-fr", "livret-togo-a-agrafer-fr")]
    live = build(few, tmp_path / "live", tmp_path / "cache")
    for sheet in live:
        kept = tmp_path / "cache" / f"{sheet.key}.{sheet.spec.format}"
        kept.unlink()
        kept.write_bytes(spoil(sheet.path.read_bytes()))

    again = build(few, tmp_path / "site", tmp_path / "cache")
    assert [sheet.compiled for sheet in again] == [True] * 3
    good = {sheet.spec.file: sheet.path.read_bytes() for sheet in sheets}
    assert all(content == good[name] for made in (live, again) for name, content in read(made).items())


def test_spoilt_fonts_are_made_again(tmp_path):
    """A font with one bit turned round prints nothing."""
    from rsmms.sheets.fonts import paper_fonts

    cache = with_fonts(tmp_path / "cache")
    font = next(paper_fonts(cache).glob("*-Regular.ttf"))
    raw = font.read_bytes()
    font.write_bytes(raw[:5000] + bytes([raw[5000] ^ 1]) + raw[5001:])

    assert (paper_fonts(cache) / font.name).read_bytes() == raw


def test_a_second_build_prints_nothing(first, wanted):
    """Everything comes out of the cache."""
    sheets, folder = first
    again = build(wanted, folder / "second", folder / "cache")

    assert [s.spec.file for s in again if s.compiled] == []
    assert read(again) == read(sheets)
    assert [(s.checksum, s.edition, s.pages) for s in again] == [(s.checksum, s.edition, s.pages) for s in sheets]


def changed_contact(content, identifier: str):
    """The plan of all sheets with one contact renamed."""
    library = content.library
    code = library.country_of[identifier]
    contacts = tuple(
        c.model_copy(update={"name": {"fr": "Nouveau nom", "en": "New name"}}) if c.id == identifier else c for c in library.contacts[code]
    )
    other = replace(library, contacts={**library.contacts, code: contacts})
    return plan(other, content.written, LANGUAGES, TODAY, SITE)


def test_one_changed_contact_prints_only_its_sheets(first, content):
    """Sheets that show the network are made again; treaties, situations and other countries are not."""
    _, folder = first
    wanted = [s for s in changed_contact(content, "tgo-resynam") if Path(s.file).stem in NAMES]
    sheets = build(wanted, folder / "third", folder / "cache")

    assert {Path(s.spec.file).stem for s in sheets if s.compiled} == {
        "pays-togo-fr", "reseau-resynam-togo-fr", "livret-togo-fr", "livret-togo-a-agrafer-fr",
    }  # fmt: skip


def test_a_changed_template_prints_only_its_sheets(first, wanted, tmp_path):
    """A designer who works on the poster does not wait for countries; a change of lib.typ is for all."""
    _, folder = first
    templates = shutil.copytree(TEMPLATES, tmp_path / "sheets")
    (templates / "poster.typ").write_text((templates / "poster.typ").read_text(encoding="utf-8") + "\n// a remark\n", encoding="utf-8")
    sheets = build(wanted, tmp_path / "site", folder / "cache", templates=templates)

    assert {Path(s.spec.file).stem for s in sheets if s.compiled} == {"affiche-passeport-fr"}


def test_a_changed_copy_in_the_site_does_not_reach_the_cache(first, wanted):
    """A file is replaced, not written into: what another program does to the site stays in the site."""
    sheets, folder = first
    (spec,) = (s for s in wanted if s.file.endswith("carte-togo-fr.pdf"))
    before = next(s for s in sheets if s.spec == spec).path.read_bytes()
    target = folder / "fourth" / spec.file
    build([spec], folder / "fourth", folder / "cache")
    target.unlink()
    target.write_bytes(b"broken")
    build([spec], folder / "fourth", folder / "cache")

    assert target.read_bytes() == before


def test_progress_is_told(wanted, tmp_path):
    """After each sheet: how many, of how many, which."""
    told: list[tuple[int, int, str]] = []
    chosen = [s for s in wanted if s.kind in ("wallet", "poster")]
    build(chosen, tmp_path / "site", with_fonts(tmp_path / "cache"), jobs=1, progress=lambda *step: told.append(step))

    assert [(n, total) for n, total, _ in told] == [(1, 2), (2, 2)]
    assert {file for _, _, file in told} == {s.file for s in chosen}


def test_a_long_run_tells_how_far_it_is(capsys):
    """Every hundred sheets and at the end; a short run says nothing."""
    for number in range(1, 251):
        tell(number, 250, "fiches/x.pdf")
    tell(9, 9, "fiches/x.pdf")

    assert [line.split(" (")[0] for line in capsys.readouterr().err.splitlines()] == [f"fiches / sheets: {n}/250" for n in (100, 200, 250)]


def test_prune_keeps_what_is_used(wanted, tmp_path):
    """Files of sheets that no longer exist are deleted from the cache, the fonts are not."""
    cache = with_fonts(tmp_path / "cache")
    few = [s for s in wanted if s.kind in ("wallet", "poster")]
    sheets = build(few, tmp_path / "site", cache, jobs=1)

    assert prune(cache, sheets[:1]) == 2
    assert [s.compiled for s in build(few, tmp_path / "site", cache, jobs=1)] == [False, True]


def test_bundles_hold_the_sheets_of_a_country(first):
    """One ZIP, equal on every run, with a list of what is in it."""
    import zipfile

    sheets, folder = first
    (one,) = (b for b in bundle(sheets, folder / "site") if b.country == "TGO")
    path = folder / "site" / one.file
    before = path.read_bytes()
    bundle(sheets, folder / "site")

    assert path.read_bytes() == before
    assert one.file == "fiches/tout-togo-fr.zip"
    assert one.bytes == len(before)
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        told = packed.read("LISEZMOI.txt").decode()
    assert set(names) == {"LISEZMOI.txt", "pays-togo-fr.pdf", "reseau-resynam-togo-fr.pdf", "carte-togo-fr.pdf", "livret-togo-fr.pdf",
                          "livret-togo-a-agrafer-fr.pdf", "image-togo-fr.png"}  # fmt: skip
    assert next(s.checksum.upper() for s in sheets if s.spec.kind == "network") in told
