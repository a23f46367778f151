"""A5 pages two by two on A4 sheets, in the order in which they lie when the booklet is stapled.

The result is for paper. It is tagged all the same: each side is a figure whose text says which pages it shows and
that the plain booklet is the one to read.
"""

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from rsmms.sheets.unmarked import unmarked

_WIDTH, _HEIGHT = 841.89, 595.276
_MARKS = {"BMC", "BDC", "EMC", "MP", "DP"}
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

Side = tuple[int | None, int | None]


def order(pages: int) -> list[Side]:
    """Left and right page of each side, counted from 0; ``None`` is a blank page.

    >>> order(5)
    [(None, 0), (1, None), (None, 2), (3, 4)]
    """
    full = -(-pages // 4) * 4
    numbers = [n if n < pages else None for n in range(full)]
    sides: list[Side] = []
    for side in range(full // 2):
        outer, inner = numbers[full - 1 - side], numbers[side]
        sides.append((outer, inner) if side % 2 == 0 else (inner, outer))
    return sides


def imposed(raw: bytes, title: str, language: str, alternative: str) -> bytes:
    """The booklet for the printer (flip on the short edge). ``alternative`` has ``{pages}`` in it."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as source, pikepdf.new() as target:
        sides = order(len(source.pages))
        for number, side in enumerate(sides):
            _side(target, source, side, number)
        _tag(target, [alternative.format(pages=", ".join(_numbers(side))) for side in sides], title, language)
        target.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def _numbers(side: Side) -> Iterator[str]:
    return (str(number + 1) for number in side if number is not None)


def _side(target: pikepdf.Pdf, source: pikepdf.Pdf, side: Side, parent: int) -> None:
    """One side of a sheet: two pages as drawings, inside one marked figure."""
    page = target.add_blank_page(page_size=(_WIDTH, _HEIGHT))
    drawings = Dictionary()
    commands = ["/Figure <</MCID 0>> BDC"]
    for name, number, start in (("/L", side[0], 0.0), ("/R", side[1], _WIDTH / 2)):
        if number is not None:
            drawings[name] = target.copy_foreign(_drawing(source.pages[number]))
            commands.append(f"q 1 0 0 1 {start:.3f} 0 cm {name} Do Q")
    page.obj.Resources = Dictionary(XObject=drawings)
    page.obj.Contents = target.make_stream("\n".join([*commands, "EMC"]).encode())
    page.obj.StructParents, page.obj.Tabs = parent, Name.S


def _drawing(page: pikepdf.Page) -> pikepdf.Object:
    """A page as a drawing without its own tags: they belong to another document's tree."""
    drawing = page.as_form_xobject()
    plain = unmarked(drawing.read_bytes())
    drawing.write(_parsed(drawing) if plain is None else plain)
    return drawing


def _parsed(drawing: pikepdf.Object) -> bytes:
    """The same for commands that somebody else has written."""
    return pikepdf.unparse_content_stream([step for step in pikepdf.parse_content_stream(drawing) if str(step.operator) not in _MARKS])


def _tag(target: pikepdf.Pdf, alternatives: list[str], title: str, language: str) -> None:
    root = target.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = target.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    figures = []
    for page, alternative in zip(target.pages, alternatives, strict=True):
        box = Dictionary(O=Name.Layout, BBox=Array([0, 0, _WIDTH, _HEIGHT]))
        figures.append(target.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Figure, P=document, Pg=page.obj, K=0, Alt=String(alternative), A=box)
        ))  # fmt: skip
    document.K = Array(figures)
    root.K = Array([document])
    nums = [item for number, figure in enumerate(figures) for item in (number, Array([figure]))]
    root.ParentTree, root.ParentTreeNextKey = target.make_indirect(Dictionary(Nums=Array(nums))), len(figures)
    catalogue = target.Root
    catalogue.StructTreeRoot, catalogue.MarkInfo = root, Dictionary(Marked=True)
    catalogue.Lang, catalogue.ViewerPreferences = String(language), Dictionary(DisplayDocTitle=True)
    catalogue.Metadata = target.make_stream(_XMP.format(title=escape(title)).encode(), Type=Name.Metadata, Subtype=Name.XML)
