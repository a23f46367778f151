"""PO files of a tiny project: written out, typed in, written back."""

import io
from datetime import date
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from helpers import LANGUAGES, SITUATION, TODAY, lay_out
from rsmms.building.content import read_content
from rsmms.commands.editors.po import export_po
from rsmms.commands.editors.po_import import Imported, import_po

EN = f"docs/en/{SITUATION}"


def project(root: Path, changes=None) -> Path:
    """The tiny project with a few texts of the site."""
    texts = {"rsmms/strings/fr.yaml": "menu: Menu\nsearch: Chercher\n", "rsmms/strings/en.yaml": "# texts\nmenu: Menu\n"}
    return lay_out(root, {**texts, **(changes or {})})


def exported(root: Path, language: str) -> bytes:
    """The PO file of a project."""
    content = read_content(root, LANGUAGES, TODAY)
    return export_po(root, content.library, content.written, language)


def imported(root: Path, language: str, raw: bytes, today: date = TODAY) -> Imported:
    """A PO file written back."""
    return import_po(root, read_content(root, LANGUAGES, today).written, language, raw, today)


def typed(raw: bytes, **said: str) -> bytes:
    """A PO file after a translator typed some translations, saved by another program (wrapped lines, own header)."""
    catalog = read_po(io.BytesIO(raw))
    for message in catalog:
        key = (message.context or "").replace("#", "__").replace(":", "_").replace("/", "_").replace(".", "_").replace("-", "_")
        if key in said:
            message.string = said[key]
            message.flags.discard("fuzzy")
    out = io.BytesIO()
    write_po(out, catalog, width=60)
    return out.getvalue()
