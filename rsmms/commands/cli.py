"""The program for people: each command stands in a module of its own kind, and loads nothing that belongs to the others."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from rsmms.language.reader import language_of_reader
from rsmms.problems.command_error import CommandError, of_file

MODULES: Mapping[str, tuple[str, ...]] = {
    "rsmms.commands.check": ("check", "export", "schema"),
    "rsmms.commands.build": ("site", "serve"),
    "rsmms.commands.editors.commands": ("new", "fix", "translated", "status", "links", "po"),
    "rsmms.commands.deploy": ("deploy", "compress", "archive", "freeze", "merge"),
}
"""Where each command stands."""


def _parser(typed: Sequence[str]) -> argparse.ArgumentParser:
    """Reads what was typed: with the commands that are named in it, or with all if none is."""
    parser = argparse.ArgumentParser(prog="rsmms")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
    parser.add_argument("--lang", choices=("fr", "en"), default=language_of_reader(), help="language of messages")
    commands = parser.add_subparsers(dest="command", required=True)
    for module in [m for m, names in MODULES.items() if not set(names).isdisjoint(typed)] or MODULES:
        import_module(module).register(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 when all is well, 1 when something is to be mended."""
    typed = sys.argv[1:] if argv is None else argv
    arguments = _parser(typed).parse_args(typed)
    try:
        return int(arguments.run(arguments))
    except CommandError as reason:
        print(reason.text(arguments.lang), file=sys.stderr)
    except OSError as error:
        print(of_file(error).text(arguments.lang), file=sys.stderr)
    return 1
