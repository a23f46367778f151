"""Commands for people: ``check``, ``site``, ``serve``, ``export``, ``schema``."""

import argparse
import locale
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from rsmms.problems import errors, report
from rsmms.schema import write as write_schemas
from rsmms.site import read_content

LANGUAGES = ("fr", "en", "ee")


def build_day() -> date:
    """The day of the build: ``SOURCE_DATE_EPOCH`` if set, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()


def language_of_reader() -> str:
    """French or English, from the locale of the person at the keyboard."""
    name = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "") or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"


def _check(arguments: argparse.Namespace) -> int:
    problems = read_content(arguments.root, LANGUAGES, build_day()).problems
    print(report(problems, arguments.lang), file=sys.stderr if errors(problems) else sys.stdout)
    return 1 if errors(problems) else 0


def _schema(arguments: argparse.Namespace) -> int:
    for name in write_schemas(arguments.root / "data" / "schema"):
        print(name)
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 when all is well, 1 when something is to be mended."""
    parser = argparse.ArgumentParser(prog="rsmms")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
    parser.add_argument("--lang", choices=("fr", "en"), default=language_of_reader(), help="language of messages")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="validate data and text").set_defaults(run=_check)
    commands.add_parser("schema", help="write data/schema from the models").set_defaults(run=_schema)
    arguments = parser.parse_args(argv)
    return int(arguments.run(arguments))
