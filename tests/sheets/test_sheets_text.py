"""Text that is copied from a sheet is the text that was put in, above all the letters of Ewe."""

import json
import re

import pytest

from helpers import ROOT
from rsmms.sheets.fonts import paper_fonts
from rsmms.sheets.job import Job
from rsmms.sheets.letters import sequences, unknown_letters
from rsmms.sheets.prepared import ToolKey, prepare
from rsmms.sheets.printing import TEMPLATES
from rsmms.sheets.worker import print_sheet
from sheet_helpers import nfc, sample, specs, strings, texts, workshop

EWE = ("pays-togo-ee", "deux-langues-passeport-fr-ee", "deux-langues-malade-fr-ee")
FRENCH = ("situation-passeport-fr", "pays-togo-fr", "affiche-passeport-fr", "livret-togo-fr")
_HIDDEN = {"check_url", "code", "description", "keywords", "kind", "dial", "web_url", "url", "parts", "imposed", "lang", "other_lang", "status",
           "direction", "id", "checksum", "language"}  # fmt: skip
"""Parts of a content that are not printed as they are."""


def words_of(item) -> set[str]:
    """Words with a letter beyond ASCII in everything that a sheet prints; one that may be shortened names sources by their publisher alone."""
    shown = {key: value for key, value in json.loads(item.data).items() if key not in _HIDDEN | {"names", "labels"}}
    if item.spec.brief:
        shown["sources"] = [source["brief"] for source in shown["sources"]]
    return {word for text in strings(shown) for word in re.findall(r"[\w\u0300-\u036f]{3,}", nfc(text)) if not word.isascii()}


@pytest.mark.parametrize("name", EWE + FRENCH)
def test_every_word_comes_back(content, name):
    """Each word with Ewe or French letters is found again by readers that know nothing of Typst."""
    sheet = sample(content)[name]
    wanted = words_of(prepare(sheet.spec, ToolKey(TEMPLATES)))

    for reader, text in texts(sheet.path).items():
        lost = {w for w in wanted if w not in text}
        assert len(lost) <= allowed(name, wanted), (reader, sorted(lost))


def allowed(name: str, wanted: set[str]) -> int:
    """A country's sheet may leave out long texts that are on the page; all others print every word."""
    return len(wanted) // 2 if name.startswith("pays") else 0


@pytest.mark.parametrize("name", EWE)
def test_no_letter_is_doubled(content, name):
    """What Typst does to letters of two glyphs: ``ɔɔ̃`` for ``ɔ̃``, ``Ɛ̃Ɛ̃`` for ``Ɛ̃``."""
    for text in texts(sample(content)[name].path).values():
        assert re.findall("ɔɔ\u0303|ɛɛ\u0303|(?:Ɛ\u0303){2}|(?:Ɔ\u0303){2}|([ɔɛƆƐ][\u0300-\u036f]+)\\1", text) == []


def test_every_letter_of_two_code_points_comes_back(tmp_path):
    """All sequences that the font knows, each in a word of its own, regular and bold."""
    words = [f"a{letter}b" for letter in sequences()]
    (tmp_path / "letters.typ").write_text(
        '#let d = json(bytes(sys.inputs.data))\n#set document(title: "T", date: datetime(year: 2026, month: 1, day: 1))\n'
        '#set text(font: "RSMMS Sans", fallback: false)\n= T\n#for w in d.words [#w *#w* ]', encoding="utf-8",
    )  # fmt: skip
    made = print_sheet(Job(
        key="k", template=tmp_path / "letters.typ", fonts=paper_fonts(workshop() / "cache"), target=tmp_path / "letters.pdf",
        data=json.dumps({"words": words}), link="https://rights.example/", tries=((10, "full"),), pages=0, format="pdf",
    ))  # fmt: skip

    assert made.fault is None
    for reader, text in texts(tmp_path / "letters.pdf").items():
        assert [w for w in words if text.count(w) != 2] == [], reader


def test_there_are_letters_that_would_come_out_wrong():
    """The check that stops a build could find something; what Ewe needs is not among it."""
    assert unknown_letters("q\u0303 vɔ̃ɖi Ɛ̃ ãã́ ŋ́") == ("q\u0303",)
    assert unknown_letters("vo\u0303 e\u0301") == ()


def test_every_ewe_text_of_the_site_can_be_printed():
    """Strings and pages in Ewe hold no letter that our font lacks as one glyph."""
    files = [ROOT / "rsmms/strings/ee.yaml", *(ROOT / "docs/ee").rglob("*.md")]

    assert {f.name: unknown_letters(f.read_text(encoding="utf-8")) for f in files if unknown_letters(f.read_text(encoding="utf-8"))} == {}


def test_phone_numbers_are_text_and_links(content):
    """Whoever reads the sheet on a phone can tap them."""
    import pikepdf

    sheet = sample(content)["pays-togo-fr"]
    with pikepdf.open(sheet.path) as document:
        links = {str(a.A.URI) for p in document.pages for a in p.obj.get("/Annots", []) if "/A" in a}

    assert {"tel:117", "tel:118"} <= links
    assert {link.partition(":")[0] for link in links} <= {"tel", "sms", "mailto", "https"}
    assert "117" in texts(sheet.path)["pypdf"]


def test_no_template_evaluates_data():
    """``eval`` is the one way in which data could become markup; packages from the net are not allowed either."""
    found = {t.name: re.findall(r"\beval\(|@preview|@local", t.read_text(encoding="utf-8")) for t in TEMPLATES.glob("*.typ")}

    assert {name: hits for name, hits in found.items() if hits} == {}


def test_every_kind_has_a_template(content):
    """And every template is used."""
    used = {s.template for s in specs(content)} | {"lib.typ"}

    assert {t.name for t in TEMPLATES.glob("*.typ")} == used
