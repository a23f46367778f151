"""Commands for editors, as ``rsmms`` offers them: thin, the work is done in the modules beside this one."""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale

from rsmms.building.content import read_content
from rsmms.building.outputs import check_file
from rsmms.changes.files import Edit, write_whole
from rsmms.commands.editors import answers, fix, links, po, po_import, review, scaffold, scaffold_pages, translated
from rsmms.commands.editors.trial import save_if_good
from rsmms.joins.status import make_status
from rsmms.language.fold import fold
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.opendata.status_files import status_json, status_text
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.reading.config import build_day, languages
from rsmms.reading.review_answers import read_answers
from rsmms.reading.unread_files import orphans

Commands = Any
"""argparse's own type of a group of commands is private."""


def register(commands: Commands) -> None:
    """Add the editors' commands to the parser of ``rsmms``."""
    new = commands.add_parser("new")
    new.add_argument("kind", choices=scaffold.KINDS)
    new.add_argument("name", help="country code, last part of the address, language or id")
    new.add_argument("fields", nargs="*", metavar="field=value", help='such as name="Ligne d’aide" name.en="Help line"')
    new.set_defaults(run=_new)
    mend = commands.add_parser("fix")
    mend.add_argument("--dry", action="store_true", help="only say what would change")
    mend.set_defaults(run=_fix)
    told = commands.add_parser("status")
    told.add_argument("--json", action="store_true", help="as donnees/etat.json")
    told.set_defaults(run=_status)
    asked = commands.add_parser("links")
    asked.add_argument("--report", type=Path, help="write the answer as Markdown")
    asked.set_defaults(run=_links)
    exchanged = commands.add_parser("po")
    exchanged.add_argument("way", choices=("export", "import"))
    exchanged.add_argument("language", help="such as ee")
    exchanged.add_argument("file", type=Path)
    exchanged.set_defaults(run=_po)
    taken = commands.add_parser("review")
    taken.add_argument("file", type=Path, help="answers of a reviewer, as plain text")
    taken.set_defaults(run=_review)
    done = commands.add_parser("translated")
    done.add_argument("paths", nargs="+", type=Path, help="such as docs/en/situations/passeport.md, or a folder")
    done.add_argument("--section", action="append", default=[], help="only this section; can be given several times")
    done.set_defaults(run=_translated)
    answers.register(commands)


def _fields(pairs: Sequence[str]) -> dict[str, str]:
    """``name=value`` pairs; a word without a sign belongs to the value before it."""
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs)}


def _new(arguments: argparse.Namespace) -> int:
    made = _make(arguments, arguments.root, _fields(arguments.fields))
    print(*save_if_good(arguments.root, made, build_day()), sep="\n")
    return 0


def _make(arguments: argparse.Namespace, root: Path, given: dict[str, str]) -> list[Edit]:
    kind, name = arguments.kind, arguments.name
    if kind in ("contact", "practice", "event", "agreement"):
        given.setdefault("read" if kind == "contact" else "checked", build_day().isoformat())
    if kind == "contact":
        return [scaffold.new_contact(root, country_code(name), given)]
    if kind == "country":
        code = country_code(name)
        return [scaffold.new_country(root, code, given.get("slug") or slug_of(code))]
    if kind == "situation":
        return [scaffold_pages.new_situation(root, _file_name(name), given, build_day())]
    if kind == "language":
        return scaffold_pages.new_language(root, _language_code(name))
    return [scaffold.new_listed(root, kind, {"id": name, **given})]


_NO_COUNTRY = Message(
    "{found} n’est le code d’aucun pays. Il a trois lettres, comme TGO (norme ISO 3166). Rien n’a été écrit.",
    "{found} is the code of no country. It has three letters, such as TGO (ISO 3166). Nothing was written.",
)  # fmt: skip


_NO_NAME = Message(
    "« {found} » ne peut pas être le nom d’un fichier. Petites lettres sans accent, chiffres et tirets, comme passeport-garde. Rien n’a été écrit.",
    "“{found}” cannot be the name of a file. Small letters without accents, digits and hyphens, such as passport-kept. Nothing was written.",
)  # fmt: skip
_NO_LANGUAGE = Message(
    "« {found} » n’est le code d’aucune langue. Il a deux ou trois petites lettres, comme ee (BCP 47). Rien n’a été écrit.",
    "“{found}” is the code of no language. It has two or three small letters, such as ee (BCP 47). Nothing was written.",
)  # fmt: skip
_DOUBTED = Message("Marquées « à revoir » (fuzzy) ; laissées de côté :", "Marked as not final (fuzzy); left out:")
_AS_IT_WAS = Message("Tout est déjà traduit ainsi : rien à écrire.", "All of it is translated like this already: nothing to write.")
_SOURCE = Message(
    "Le français est la langue d’origine : il ne se traduit pas. Rien n’a été écrit.",
    "French is the language everything is translated from. Nothing was written.",
)  # fmt: skip
ANYWHERE = "INT"
"""Stands for a country in the file of contacts that help everywhere."""


def country_code(typed: str) -> str:
    """The code of a country, or ``INT``, whose file an editor names; raise ``CommandError`` for a code that no country has."""
    code = typed.upper()
    if code != ANYWHERE and not pycountry.countries.get(alpha_3=code):
        raise CommandError(_NO_COUNTRY, found=code)
    return code


def _file_name(typed: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", typed):
        raise CommandError(_NO_NAME, found=typed)
    return typed


def _language_code(typed: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", typed) or typed not in Locale("en").languages:
        raise CommandError(_NO_LANGUAGE, found=typed)
    return typed


def _translated_into(typed: str) -> str:
    """A language other than French; the site may not have it yet."""
    if typed == SOURCE_LANGUAGE:
        raise CommandError(_SOURCE)
    return _language_code(typed)


def slug_of(code: str) -> str:
    """The end of a country's address, from its French name: ``cote-d-ivoire``."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(Words("fr").country(code))).split())


def _fix(arguments: argparse.Namespace) -> int:
    print(fix.fix_all(arguments.root, write=not arguments.dry).text(arguments.lang))
    return 0


def _translated(arguments: argparse.Namespace) -> int:
    pages = translated.pages_below(arguments.root, arguments.paths)
    translated.known_sections(arguments.root, pages, arguments.section)
    for path in pages:
        if translated.stamp(arguments.root, path, arguments.section):
            print(path.relative_to(arguments.root).as_posix())
    return 0


def _review(arguments: argparse.Namespace) -> int:
    answers = read_answers(arguments.file.read_text(encoding="utf-8", errors="replace"))
    print(review.take_answers(arguments.root, answers).relative_to(arguments.root).as_posix())
    return 0


def _status(arguments: argparse.Namespace) -> int:
    root, codes = arguments.root, languages(arguments.root)
    content = read_content(root, codes, build_day())
    status, unused = make_status(content.library, content.written, codes, build_day()), orphans(root, codes)
    print(status_json(status, unused) if arguments.json else status_text(status, unused, arguments.lang))
    return 0


def _links(arguments: argparse.Namespace) -> int:
    if arguments.report:
        check_file(arguments.root, arguments.report, links.HEAD)
    library = read_content(arguments.root, languages(arguments.root), build_day()).library
    listed = links.outside_links(library)
    gone = links.check_links(listed, links.ask)
    told = links.report(gone, len(listed))
    if arguments.report:
        write_whole(arguments.report, told.encode())
    print(told)
    return 1 if gone else 0


def _po(arguments: argparse.Namespace) -> int:
    root, language = arguments.root, _translated_into(arguments.language)
    content = read_content(root, tuple(dict.fromkeys([*languages(root), language])), build_day())
    if arguments.way == "export":
        check_file(root, arguments.file, po.HEAD)
        write_whole(arguments.file, po.export_po(root, content.library, content.written, language))
        return 0
    done = po_import.import_po(root, content.written, language, arguments.file.read_bytes(), build_day())
    if done.changed:
        print(*done.changed, sep="\n")
    if done.stale:
        told = {"fr": "Le français a changé depuis l’export ; laissé de côté :", "en": "The French has changed since the export; left out:"}
        print(told[arguments.lang], *done.stale, sep="\n", file=sys.stderr)
    if done.doubted:
        print(_DOUBTED.text(arguments.lang), *done.doubted, sep="\n", file=sys.stderr)
    if not (done.changed or done.stale or done.doubted):
        print(_AS_IT_WAS.text(arguments.lang))
    return 0
