"""A letter as a document to edit (OpenDocument text): the same letter gives the same bytes on any day."""

import io
import re
import zipfile
from collections.abc import Sequence

_LOCALES = {"fr": ("fr", "FR"), "en": ("en", "GB")}
"""Language and country of the text, so that a word processor checks spelling in the right language."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day a zip file can name; odfpy would write the moment of the build."""
_LETTER = "Letter"
_NAMESPACE = re.compile(rb' xmlns:([a-z0-9]+)="[^"]*"')


def letter_file(title: str, paragraphs: Sequence[str], language: str) -> bytes:
    """An ``.odt`` with one paragraph for each text."""
    from odf import dc, meta, opendocument, style, text  # noqa: PLC0415 - a command that writes no letter does not load it

    document = opendocument.OpenDocumentText()
    code, country = _LOCALES.get(language, (language, "none"))
    kind = style.Style(name=_LETTER, family="paragraph")
    kind.addElement(style.ParagraphProperties(marginbottom="0.3cm"))
    kind.addElement(style.TextProperties(fontsize="12pt", language=code, country=country))
    document.styles.addElement(kind)
    document.meta.addElement(dc.Title(text=title))
    document.meta.addElement(dc.Language(text=code))
    document.meta.addElement(meta.InitialCreator(text="RSMMS"))
    for paragraph in paragraphs:
        document.text.addElement(text.P(stylename=_LETTER, text=paragraph))
    packed = io.BytesIO()
    document.write(packed)
    return _undated(packed.getvalue())


def _undated(packed: bytes) -> bytes:
    """The same zip with one fixed date; the type of the document stays first and uncompressed, as its standard asks."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "mimetype", n)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(entry, _lean(old.read(name)))
    return made.getvalue()


def _lean(xml: bytes) -> bytes:
    """Without namespaces that nothing uses: odfpy declares all that this process has met, so a second document would differ."""
    return _NAMESPACE.sub(lambda m: m[0] if re.search(rb"[< /]" + m[1] + rb":", xml) else b"", xml)
