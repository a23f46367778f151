"""Translations as PO files, for translators who use Poedit, Weblate or the like; and back.

A message is one piece of a page (heading, paragraph, list item, letter), one line of its header, or one text of the site. Its context
names the place: ``situations/passeport.md#agir:3``, ``strings:menu``. A piece of a section that may be old is marked fuzzy.
"""

import codecs
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from babel import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogMessage
from babel.messages.pofile import PoFileError, read_po, write_po

from rsmms.checking.strings import wrong_places
from rsmms.joins.citations import BLOCK, UNTRANSLATED
from rsmms.language.fingerprints import TITLE, outdated, section_name
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.page import PageContext
from rsmms.model.library import Library
from rsmms.model.written import Section, Written
from rsmms.pages.review import words_used
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

_NO_PO = Message(
    "Ce n’est pas un fichier PO en UTF-8 ({why}). Rien n’a été écrit.", "This is no PO file in UTF-8 ({why}). Nothing was written.",
)  # fmt: skip
_OTHER = Message(
    "Ce fichier traduit vers « {found} », et non vers « {expected} ». Rien n’a été écrit.",
    "This file translates into “{found}”, not into “{expected}”. Nothing was written.",
)  # fmt: skip
_PLACES = Message(
    "Ligne {line} du fichier, {context} : {places} (les mots entre accolades sont les mêmes qu’en français). Rien n’a été écrit.",
    "Line {line} of the file, {context}: {places} (the words between braces are those of the French). Nothing was written.",
)  # fmt: skip
STRINGS = "strings"
HEADER = ("title", "short", "description")
"""Lines of a header that are translated."""
_PROJECT = "rsmms"
_NOTHING_SAID = ("style",)
HEAD = b'msgid ""'
"""How an exported file begins."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One message: where it stands, the French, the translation if there is one."""

    context: str
    french: str
    own: str
    fuzzy: bool = False
    comments: tuple[str, ...] = ()


def header_context(path: str, name: str) -> str:
    """The context of a line of a header."""
    return f"{path}#{TITLE}:{name}"


def unit_context(path: str, section: Section, number: int) -> str:
    """The context of a piece of a section; 0 is its heading."""
    return f"{path}#{section_name(section)}:{number}"


def translatable(kind: str, text: str) -> bool:
    """False for blocks made from data and for the style of lists."""
    return kind not in _NOTHING_SAID and not BLOCK.match(text)


def export_po(root: Path, library: Library, written: Mapping[tuple[str, str], Written], language: str) -> bytes:
    """Everything to translate into a language; the same content always gives the same bytes."""
    catalog = Catalog(locale=None, project=_PROJECT, header_comment="#", fuzzy=False)
    for piece in (*_pages(library, written, language), *_strings(root, language)):
        flags = {"fuzzy"} if piece.fuzzy and piece.own else set()
        catalog.add(piece.french, piece.own, context=piece.context, flags=flags, auto_comments=piece.comments)
    out = io.BytesIO()
    write_po(out, catalog, width=0, omit_header=True)
    return _head(language) + out.getvalue()


def _head(language: str) -> bytes:
    return (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Language: {language}\\n"\n"X-Source-Language: {SOURCE_LANGUAGE}\\n"\n\n'
    ).encode()


def _pages(library: Library, written: Mapping[tuple[str, str], Written], language: str) -> Iterator[Piece]:
    ctx = PageContext(library, Words(language), library.fresh_on(max((page.front.updated for page in written.values()), default=date.min)))
    for (code, path), french in sorted(written.items()):
        if code == SOURCE_LANGUAGE:
            yield from _page(ctx, path, french, written.get((language, path)))


def _page(ctx: PageContext, path: str, french: Written, own: Written | None) -> Iterator[Piece]:
    old = outdated(own, french) if own else ()
    told = tuple(f"{u.word.fr} → {u.word.ee} ({u.word.standing.value})" for u in words_used(ctx, own or french, french)) if ctx.words.language == "ee" else ()
    for name in HEADER:
        said, mine = getattr(french.front, name), getattr(own.front, name) if own else None
        if said:
            yield Piece(header_context(path, name), said, mine or "", TITLE in old, told if name == "title" else ())
    for section in french.sections:
        yield from _section(path, section, own.section(section.id) if own else None, old=section_name(section) in old)


def _section(path: str, french: Section, own: Section | None, *, old: bool) -> Iterator[Piece]:
    paired = own is not None and len(own.units) == len(french.units)
    if french.title:
        yield Piece(unit_context(path, french, 0), french.title, own.title if own else "", old)
    for number, unit in enumerate(french.units, 1):
        mine = own.units[number - 1].text if own and paired else ""
        if translatable(unit.kind, unit.text):
            yield Piece(unit_context(path, french, number), unit.text, "" if mine == UNTRANSLATED else mine, old)


def texts(root: Path, language: str) -> dict[str, str]:
    """The site's own texts in a language, as its file has them."""
    path = root / "rsmms" / "strings" / f"{language}.yaml"
    loaded = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None
    return {str(key): str(value) for key, value in (loaded or {}).items()}


def _strings(root: Path, language: str) -> Iterator[Piece]:
    own = texts(root, language)
    for key, french in texts(root, SOURCE_LANGUAGE).items():
        yield Piece(f"{STRINGS}:{key}", french, own.get(key, ""))


def read_messages(raw: bytes, language: str) -> dict[str, tuple[str, str, bool]]:
    """French, translation and doubt of each message of a PO file, by context.

    Raise ``CommandError`` for another kind of file, another language, or a text of the site that has lost a ``{place}``.
    """
    try:
        catalog = read_po(io.BytesIO(raw.removeprefix(codecs.BOM_UTF8)), ignore_obsolete=True, abort_invalid=True)
    except (UnicodeDecodeError, PoFileError, UnknownLocaleError) as error:
        raise CommandError(_NO_PO, why=str(error)) from None
    said = str(catalog.locale_identifier or language)
    if re.split("[_-]", said)[0] != language:
        raise CommandError(_OTHER, found=said, expected=language)
    messages = [message for message in catalog if message.id and message.context]
    _refuse_places(messages)
    return {str(m.context): (str(m.id), str(m.string or ""), m.fuzzy) for m in messages}


def _refuse_places(messages: Sequence[CatalogMessage]) -> None:
    """A text of the site without one of its places, or with an unknown one, would stop the next build."""
    for message in messages:
        wrong = wrong_places(str(message.string or ""), str(message.id)) if str(message.context).startswith(f"{STRINGS}:") and message.string else ""
        if wrong:
            raise CommandError(_PLACES, line=str(message.lineno), context=str(message.context), places=wrong)
