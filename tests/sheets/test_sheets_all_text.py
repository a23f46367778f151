"""Every Ewe text of every sheet that ``make site`` prints is found again in the file, letter by letter."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rsmms.building.content import Content
from rsmms.sheets.prepared import PreparedSheet, ToolKey, prepare_all
from rsmms.sheets.printing import TEMPLATES
from sheet_helpers import specs
from sheet_records import EWE, Record, solid

LEAST_TEXTS = 500
_NOT_PRINTED = {"description", "keywords", "parts", "imposed"}
"""Parts of a content that go into the properties of the file, not on paper."""
_LETTER = re.compile(f"[{EWE}]|[aeiouAEIOU]\u0303")


def printed_texts(value: Any) -> Iterator[str]:
    """Every text that a template prints as it stands in the content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NOT_PRINTED:
                yield from printed_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from printed_texts(inner)


def ewe_texts(item: PreparedSheet) -> set[str]:
    """Those with a letter that only Ewe has here; the heading above sources stands only where there are some."""
    content = json.loads(item.data)
    if not content["sources"]:
        del content["labels"]["sources"]
    return {solid(text) for text in printed_texts(content) if _LETTER.search(text)}


@pytest.fixture(scope="module")
def found(sheet_records: dict[str, Record]) -> dict[str, Record]:
    """Every sheet of the site."""
    return sheet_records


@pytest.fixture(scope="module")
def wanted(content: Content) -> dict[str, set[str]]:
    """The Ewe texts of each sheet that has some, from the data."""
    texts = {Path(r.spec.file).name: ewe_texts(r) for r in prepare_all(specs(content), ToolKey(TEMPLATES))}
    return {name: own for name, own in texts.items() if own}


def test_enough_is_looked_at(found: dict[str, Record], wanted: dict[str, set[str]], record_property):
    """The figures stand in the report of the tests; a site without Ewe would make the others empty."""
    pdfs, texts = sum(n.endswith(".pdf") for n in found), sum(map(len, wanted.values()))
    record_property("pdf", pdfs)
    record_property("ewe texts", texts)

    assert pdfs >= 700
    assert len(wanted) >= 12
    assert texts >= LEAST_TEXTS


@pytest.mark.parametrize("reader", ["pdfium", "pypdf"])
def test_every_ewe_text_comes_back(found: dict[str, Record], wanted: dict[str, set[str]], reader: str):
    """Whole, in its order, with every mark, by readers that know nothing of Typst."""
    lost = {name: sorted(t for t in texts if t not in found[name].texts[reader]) for name, texts in wanted.items()}

    assert {name: texts for name, texts in lost.items() if texts} == {}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="Debian's poppler-utils is not installed")
def test_every_ewe_text_comes_back_by_pdftotext(built_site: Path, wanted: dict[str, set[str]]):
    """The same with poppler, which believes Typst's corrections."""
    read = ["pdftotext", "-q"]
    texts = {n: subprocess.run([*read, built_site / "fiches" / n, "-"], capture_output=True, text=True, check=True).stdout for n in wanted}
    lost = {name: sorted(t for t in own if t not in solid(texts[name])) for name, own in wanted.items()}

    assert {name: own for name, own in lost.items() if own} == {}


def test_no_letter_is_doubled_anywhere(found: dict[str, Record]):
    """What Typst does to letters of two glyphs: ``ɔɔ̃`` for ``ɔ̃``, ``Ɛ̃Ɛ̃`` for ``Ɛ̃``."""
    doubled = re.compile("ɔɔ\u0303|ɛɛ\u0303|(?:Ɛ\u0303){2}|(?:Ɔ\u0303){2}|([ɔɛƆƐ][\u0300-\u036f]+)\\1")

    assert [r.name for r in found.values() if any(doubled.search(text) for text in r.texts.values())] == []


def test_every_title_comes_back(found: dict[str, Record], content: Content):
    """Of every sheet in every language; two readers agree where both were asked."""
    titles = {Path(s.file).name: solid(s.content()["title"]) for s in specs(content) if s.format == "pdf" and not s.imposed}

    assert [n for n, title in titles.items() if any(title not in text for text in found[n].texts.values())] == []
    assert sum("pypdf" in r.texts for r in found.values()) >= 70
