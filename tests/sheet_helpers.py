"""What tests of sheets share: a sample of the real sheets, printed once, and ways to look into a PDF.

* ``sample(content)`` prints about thirty sheets of all kinds from the real data, once in a run;
* ``texts(path)`` reads a PDF with two libraries that ignore Typst's corrections (and ``pdftotext`` where there is one);
* ``failures(path)`` are the rules of PDF/UA-1 that a file breaks, for any folder of sheets;
* ``grey(path, page, dpi)`` is a page as a grey picture, ``signs(picture)`` the QR codes that a reader finds in it.
"""

import atexit
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdf
import pypdfium2
import zxingcpp
from PIL import Image

from helpers import LANGUAGES, TODAY
from rsmms.building.content import Content
from rsmms.sheets.planning import plan
from rsmms.sheets.printing import build
from rsmms.sheets.spec import Sheet, SheetSpec

SITE = "https://rights.example/"
"""The address of the site in tests."""
FILES = (
    "situation-passeport-fr", "situation-passeport-en", "situation-grossesse-fr", "situation-salaire-impaye-en", "pays-togo-fr",
    "pays-togo-en", "pays-togo-ee", "pays-tunisie-fr", "pays-france-en", "pays-qatar-fr", "pays-senegal-fr", "convention-c143-fr",
    "convention-icrmw-en", "convention-c97-fr", "reseau-resynam-togo-fr", "reseau-resynam-togo-en", "carte-togo-fr", "carte-qatar-en",
    "affiche-passeport-fr", "affiche-icrmw-en", "livret-togo-fr", "livret-togo-a-agrafer-fr", "deux-langues-passeport-fr-en",
    "deux-langues-passeport-fr-ee", "deux-langues-malade-fr-ee", "image-passeport-fr", "image-icrmw-en", "image-togo-fr",
)  # fmt: skip
"""Sheets of the sample: every kind, every language, the longest and the emptiest."""


def specs(content: Content, today=TODAY) -> tuple[SheetSpec, ...]:
    """The plan of all sheets of some content."""
    return plan(content.library, content.written, LANGUAGES, today, SITE)


@cache
def workshop() -> Path:
    """A folder for sheets and fonts, deleted at the end of the run."""
    folder = Path(tempfile.mkdtemp(prefix="sheets-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


_printed: dict[str, Sheet] = {}


def sample(content: Content) -> dict[str, Sheet]:
    """The sample, printed once, by the name of the file without its ending."""
    if not _printed:
        wanted = [s for s in specs(content) if Path(s.file).stem in FILES]
        _printed.update((Path(s.spec.file).stem, s) for s in build(wanted, workshop() / "site", workshop() / "cache"))
    return _printed


def one(spec: SheetSpec, content: dict[str, Any], folder: Path, **more: Any) -> Sheet:
    """A single sheet with a content of its own."""
    (made,) = build([replace(spec, content=lambda: content, **more)], folder, workshop() / "cache", jobs=1)
    return made


def nfc(text: str) -> str:
    """Text in NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def texts(path: Path) -> dict[str, str]:
    """The text of a PDF by reader."""
    with pypdfium2.PdfDocument(path) as document:
        found = {"pdfium": "\n".join(p.get_textpage().get_text_range() for p in document)}
    found["pypdf"] = "\n".join(p.extract_text() for p in pypdf.PdfReader(path).pages)
    if shutil.which("pdftotext"):
        found["poppler"] = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return {reader: nfc(text) for reader, text in found.items()}


def failures(path: Path) -> list[str]:
    """Rules of PDF/UA-1 that a file breaks."""
    return [f"{f.rule_id}: {f.message}" for f in page.validate_pdf(path, profile="ua1").failures]


def strings(value: Any) -> Iterator[str]:
    """Every text of a content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def grey(path: Path, number: int = 0, dpi: int = 100) -> Image.Image:
    """A page as a grey picture."""
    if path.suffix == ".png":
        return Image.open(path).convert("L")
    with pypdfium2.PdfDocument(path) as document:
        return document[number].render(scale=dpi / 72).to_pil().convert("L")


def signs(picture: Image.Image) -> list[str]:
    """What the QR codes in a picture say."""
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def operators(path: Path) -> Iterator[tuple[str, list[Any]]]:
    """Every drawing operator of a PDF with its operands, also inside drawings that pages share."""
    with pikepdf.open(path) as document:
        for sheet in document.pages:
            yield from _steps(sheet)
            for drawing in sheet.obj.Resources.get("/XObject", {}).values():
                if drawing.get("/Subtype") == "/Form":
                    yield from _steps(drawing)


def _steps(drawn: Any) -> Iterator[tuple[str, list[Any]]]:
    for step in pikepdf.parse_content_stream(drawn):
        if not isinstance(step, pikepdf.ContentStreamInlineImage):
            yield str(step.operator), list(step.operands)
