"""What can be seen in every file of ``site/fiches``, each opened once, in two processes.

``records(folder)`` gives a ``Record`` for each PDF and PNG. What was seen in a file is kept by its content and by what it was looked at
with, so that a later run opens only files that are new. It imports no code of the project but its store, so that the processes start
quickly and judge a file as a stranger would.
"""

import multiprocessing
import pickle
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import page
import pikepdf
import pypdf
import pypdfium2
import zxingcpp
from PIL import Image

from rsmms.cache.store import NOTHING_KEPT, Store, digest, file_digest

EWE = "ɖɛƒɣŋɔʋƉƐƑƔŊƆƲ"
_DPI, _FINE = 150, 300
_TENTH = 10
"""Of the files without Ewe, every tenth is read by both readers."""
_CARD = (0, 600, 280, 0)
"""What is cut off around the first wallet card (left, bottom, right, top, in points): its QR code is small."""


@dataclass(frozen=True)
class Record:
    """One file."""

    name: str
    bytes: int
    pages: int
    breaks: tuple[str, ...]
    """Rules of PDF/UA-1 that it breaks."""
    fonts: tuple[str, ...]
    """Names of its fonts."""
    loose: int
    """Fonts that are not embedded, or embedded whole."""
    texts: dict[str, str]
    """Its text by reader, without spaces; pypdf reads those with Ewe letters, and every tenth."""
    codes: tuple[str, ...]
    """What its QR codes say."""
    contrast: float
    """Of the darkest tone of a grey page with white."""
    grey: float
    """Share of the page that is neither dark nor light."""
    size: tuple[int, int]
    """Of a picture."""


LOOKED_WITH = ("page-validation", "pikepdf", "pypdf", "pypdfium2", "zxing-cpp", "pillow")
"""Packages that see something in a file."""


@cache
def records(folder: Path, store: Store = NOTHING_KEPT) -> dict[str, Record]:
    """Every PDF and picture of a folder by name."""
    files = sorted(p for p in folder.iterdir() if p.suffix in (".pdf", ".png"))
    eyes = digest([Path(__file__).read_bytes(), *map(version, LOOKED_WITH)])
    keys = {path: digest([eyes, path.name, number % _TENTH == 0, file_digest(path)]) for number, path in enumerate(files)}
    found = {path: pickle.loads(kept) for path, key in keys.items() if (kept := store.get(key))}
    new = [(path, number) for number, path in enumerate(files) if path not in found]
    if new:
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
            for (path, _), record in zip(new, pool.map(inspect, *zip(*new, strict=True), chunksize=8), strict=True):
                found[path] = record
                store.put(keys[path], pickle.dumps(record))
        store.prune()
    return {path.name: found[path] for path in files}


def inspect(path: Path, number: int) -> Record:
    """Everything about one file."""
    if path.suffix == ".png":
        return _picture(path)
    with pikepdf.open(path) as document:
        found = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
        names = tuple(sorted({str(f.FontName)[1:] for f in found}))
        loose = sum("/FontFile2" not in f and "/FontFile3" not in f for f in found) + sum(n[6:7] != "+" for n in names)
    with pypdfium2.PdfDocument(path) as document:
        text = solid("".join(p.get_textpage().get_text_range() for p in document))
        grey = _grey(document, min(2, len(document) - 1) if path.name.startswith("livret") else 0)
        codes = _codes(document, path.name, grey)
        pages = len(document)
    texts = {"pdfium": text}
    if number % _TENTH == 0 or any(c in text for c in EWE) or path.stem.endswith("-ee"):
        texts["pypdf"] = solid("".join(p.extract_text() for p in pypdf.PdfReader(path).pages))
    breaks = tuple(f"{f.rule_id}: {f.message}" for f in page.validate_pdf(path, profile="ua1").failures)
    return Record(path.name, path.stat().st_size, pages, breaks, names, loose, texts, codes, *_tones(grey), (0, 0))


def _picture(path: Path) -> Record:
    with Image.open(path) as picture:
        grey = picture.convert("L")
    codes = tuple(sorted({c.text for c in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCodeModel2)}))
    return Record(path.name, path.stat().st_size, 1, (), (), 0, {}, codes, *_tones(grey), grey.size)


def _grey(document: pypdfium2.PdfDocument, number: int, dpi: int = _DPI, crop: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Image.Image:
    return document[number].render(scale=dpi / 72, grayscale=True, crop=crop).to_pil().convert("L")


def _codes(document: pypdfium2.PdfDocument, name: str, grey: Image.Image) -> tuple[str, ...]:
    """What the QR codes of the first page say; booklets show another page for their tones."""
    if name.startswith("carte"):
        grey = _grey(document, 0, _FINE, _CARD)
    elif name.startswith("livret"):
        grey = _grey(document, 0)
    return tuple(sorted({c.text for c in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCodeModel2)}))


def _tones(grey: Image.Image) -> tuple[float, float]:
    """Contrast of the darkest tone (WCAG), and share of the tones between."""
    counts = grey.histogram()
    total = sum(counts)
    dark = min(n for n, c in enumerate(counts) if c > total / 2000)
    return 1.05 / (_luminance(dark) + 0.05), sum(counts[100:200]) / total


def _luminance(level: int) -> float:
    share = level / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def solid(text: str) -> str:
    """A text in NFC without spaces, and without hyphens: pdfium gives another sign for one at the end of a line."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if not c.isspace() and c not in "-\u200b\ufffe\u00ad")
