"""Commands for a site that several machines build: ``prepare`` a part, and ``merge`` the parts."""

import argparse
import shutil
import sys
from typing import Any

from rsmms.building.content import ContentErrors, read_publishable
from rsmms.building.outputs import check_prepared_folder, check_site_folder
from rsmms.building.parts import merge
from rsmms.building.prepare import prepare
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.problems.problem import report
from rsmms.reading.config import build_day, languages
from rsmms.sheets.printing import SheetProblems

_NO_LANGUAGE = Message(
    "« {found} » n’est pas une langue de ce site. Choisissez parmi : {known}.", "“{found}” is no language of this site. Choose one of: {known}.",
)
_DIFFERING = Message(
    "{name} : deux parties ont un contenu différent. Elles doivent venir du même commit et du même jour.",
    "{name}: two parts have different contents. They must come from the same commit and the same day.",
)


def _prepare(arguments: argparse.Namespace) -> int:
    root, out, configured = arguments.root, arguments.root / arguments.out, languages(arguments.root)
    if arguments.language not in configured:
        raise CommandError(_NO_LANGUAGE, found=arguments.language, known=", ".join(configured))
    check_prepared_folder(root, out)
    shutil.rmtree(out, ignore_errors=True)
    try:
        prepare(root, out, arguments.language, read_publishable(root, configured, build_day()))
    except (ContentErrors, SheetProblems) as stop:
        print(report(stop.problems, arguments.lang), file=sys.stderr)
        return 1
    return 0


def _merge(arguments: argparse.Namespace) -> int:
    parts, out = [arguments.root / part for part in arguments.parts], arguments.root / arguments.out
    check_site_folder(arguments.root, out)
    try:
        merge(parts, out)
    except ValueError as differing:
        raise CommandError(_DIFFERING, name=differing.args[0]) from None
    return 0


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands to those of ``rsmms``."""
    prepared = commands.add_parser("prepare")
    prepared.add_argument("language", help="the language whose texts this machine makes; it prints a share of the sheets too")
    prepared.add_argument("--out", default="prepared", help="folder for them, below the project's")
    prepared.set_defaults(run=_prepare)
    merged = commands.add_parser("merge")
    merged.add_argument("parts", nargs="+")
    merged.add_argument("--out", default="site")
    merged.set_defaults(run=_merge)
