"""``rsmms import``: files as others publish and keep them, into ours."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rsmms.commands.editors.trial import save_if_good
from rsmms.importing import contacts, treaties
from rsmms.importing.figures import import_figures
from rsmms.importing.refusals import NO_DAY
from rsmms.importing.show import DRY, NOTHING, WRITTEN, as_json, dumped, table
from rsmms.importing.write import Draft
from rsmms.model.audience import Audience
from rsmms.model.contact import Kind
from rsmms.model.dates import PartialDate
from rsmms.model.imports import Importer
from rsmms.model.library import Library
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.reading.config import build_day
from rsmms.reading.load import load

KINDS = (*(kind.value for kind in Importer), "contacts")


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to those of ``rsmms``."""
    made = commands.add_parser("import", help="figures, ratifications and contacts from files of others")
    made.add_argument("kind", choices=KINDS)
    made.add_argument("files", nargs="+", type=Path, metavar="FILE")
    made.add_argument("--dry", action="store_true", help="only show what would change")
    made.add_argument("--json", action="store_true", help="show it as JSON")
    made.add_argument("--edition", help="how old the file is, if it does not say so: 2026, 2026-07 or 2026-07-01")
    made.add_argument("--read", help="the day of the download, if it is not today")
    made.add_argument("--confirm", action="append", default=[], metavar="NAME", help="take what was held back: TGO/population, or population")
    made.add_argument("--source", default="", help="treaties, contacts: id of the source in data/sources.yaml")
    made.add_argument("--instrument", default="", help="treaties: the treaty of a list that names none, such as c143")
    made.add_argument("--complete", action="store_true", help="treaties: the list names every State that is bound")
    made.add_argument("--country", default="", help="contacts: the country of rows that name none, such as TGO")
    made.add_argument("--kind", dest="contact_kind", default="office", choices=[kind.value for kind in Kind], help="contacts: what new ones are")
    made.add_argument("--audience", action="append", default=[], choices=[a.value for a in Audience], help="contacts: whom new ones serve")
    made.add_argument("--offices", action="store_true", help="contacts: every row is an office; people's names are left out")
    made.add_argument("--column", action="append", default=[], metavar="HEADING=FIELD", help="contacts: what a column is; kept for the next time")
    made.add_argument("--merge", action="append", default=[], metavar="ROW=ID", help="contacts: this row completes that contact")
    made.add_argument("--new", action="append", default=[], metavar="ROW", help="contacts: this row is new, whatever it looks like")
    made.set_defaults(run=_run)


def _day(typed: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(typed) if typed else None
    except ValueError:
        raise CommandError(NO_DAY, found=str(typed)) from None


def _run(arguments: argparse.Namespace) -> int:
    draft, library = Draft(arguments.root), load(arguments.root).library
    told = list(_told(arguments, draft, library))
    names = [edit.name for edit in draft.edits()] if arguments.dry else save_if_good(arguments.root, draft.edits(), build_day())
    if arguments.json:
        print(dumped([{**json, "files": names} for _, json in told]))
    else:
        nothing = contacts.NOTHING if arguments.kind == "contacts" else NOTHING
        print(*(text for text, _ in told), _end(names, arguments.lang, nothing, dry=arguments.dry), sep="\n")
    return 0


Told = tuple[str, dict[str, Any]]
"""What an import would do: for people, and for robots."""


def _told(arguments: argparse.Namespace, draft: Draft, library: Library) -> Iterator[Told]:
    """One answer for each file; tables of one HSDS package are one list."""
    if arguments.kind == "contacts":
        packages = [arguments.files] if all(path.suffix.lower() == ".csv" for path in arguments.files) else [[path] for path in arguments.files]
        yield from (_contacts(arguments, draft, library, paths) for paths in packages)
    else:
        made = _treaties if arguments.kind == Importer.TREATIES.value else _figures
        yield from (made(arguments, draft, library, path) for path in arguments.files)


def _contacts(arguments: argparse.Namespace, draft: Draft, library: Library, paths: list[Path]) -> Told:
    about = contacts.About(
        source=arguments.source, read=_read(arguments), country=arguments.country.upper(), kind=arguments.contact_kind,
        audience=tuple(arguments.audience or ["migrant_workers"]), offices=arguments.offices, columns=tuple(arguments.column),
        merge=dict(pair.split("=", 1) for pair in arguments.merge if "=" in pair), new=arguments.new,
    )  # fmt: skip
    preview = contacts.import_contacts(draft, library, paths, about)
    return contacts.table(preview, arguments.lang), contacts.as_json(preview)


def _figures(arguments: argparse.Namespace, draft: Draft, library: Library, path: Path) -> Told:
    one = import_figures(draft, library, Importer(arguments.kind), path, _read(arguments), _day(arguments.edition), arguments.confirm)
    return table(one.found, one.compared, arguments.lang), as_json(one.found, one.compared)


def _treaties(arguments: argparse.Namespace, draft: Draft, library: Library, path: Path) -> Told:
    about = treaties.About(
        edition=_day(arguments.edition), source=arguments.source, only=arguments.instrument, complete=arguments.complete, confirmed=arguments.confirm,
    )  # fmt: skip
    watched = treaties.import_treaties(draft, library, path, _read(arguments), about)
    return treaties.table(watched, library, arguments.lang), treaties.as_json(watched, library)


def _read(arguments: argparse.Namespace) -> date:
    read = _day(arguments.read)
    return read.first if read else build_day()


def _end(names: list[str], language: str, nothing: Message, *, dry: bool) -> str:
    message = (DRY if dry else WRITTEN) if names else nothing
    return message.text(language).format(names=", ".join(names))


