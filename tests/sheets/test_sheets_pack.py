"""Packing changes how a PDF is written, never what it says."""

import io

import pikepdf
import pytest
import typst

from rsmms.sheets import worker
from rsmms.sheets.fonts import paper_fonts
from rsmms.sheets.pack import packed
from rsmms.sheets.prepared import ToolKey, prepare
from rsmms.sheets.printing import TEMPLATES
from sheet_helpers import specs, workshop


@pytest.fixture(scope="module")
def raw(content) -> bytes:
    """The longest kind of document as Typst writes it: more objects than one stream takes."""
    spec = next(s for s in specs(content) if s.file == "fiches/livret-togo-fr.pdf")
    item = prepare(spec, ToolKey(TEMPLATES))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(paper_fonts(workshop() / "cache"))])
    compiler = typst.Compiler(root=str(TEMPLATES), font_paths=fonts)
    inputs = {"data": item.data, "qr": worker.qr("https://x.example/"), "size": "9", "level": "full"}
    made = compiler.compile(input=str(TEMPLATES / spec.template), format="pdf", sys_inputs=inputs, pdf_standards=worker.STANDARDS)
    assert isinstance(made, bytes)
    return made


def objects(document: bytes) -> dict[int, bytes]:
    """Every object of a PDF by number, without those that only hold others."""
    with pikepdf.open(io.BytesIO(document)) as opened:
        kept = (o for o in opened.objects if not (isinstance(o, pikepdf.Stream) and str(o.get("/Type")) in ("/ObjStm", "/XRef")))
        return {o.objgen[0]: o.unparse(resolved=True) + (o.read_raw_bytes() if isinstance(o, pikepdf.Stream) else b"") for o in kept}


def test_every_object_is_the_same(raw):
    """Number for number, byte for byte, in a smaller file that qpdf finds nothing against."""
    made = packed(raw)

    assert objects(made) == objects(raw)
    assert len(made) < 0.7 * len(raw)
    with pikepdf.open(io.BytesIO(made)) as document:
        assert document.check_pdf_syntax() == []


def test_equal_input_gives_equal_bytes(raw):
    """Nothing of the clock or the machine is in it."""
    assert packed(raw) == packed(raw)


@pytest.mark.parametrize("other", [b"", b"%PDF-1.7\nno table", b"not a PDF at all"])
def test_what_typst_did_not_write_is_given_back(other):
    """A file in another form is left alone."""
    assert packed(other) == other


def test_a_packed_file_is_given_back(raw):
    """It has no plain table any more."""
    assert packed(packed(raw)) == packed(raw)
