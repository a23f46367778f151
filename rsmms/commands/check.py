"""Commands that read the project and tell about it: ``check``, ``export``, ``schema``."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rsmms.building.content import ContentErrors, make_site, read_content
from rsmms.building.export import export
from rsmms.building.outputs import check_export_folder
from rsmms.commands.editors import annotations
from rsmms.problems.problem import errors, report
from rsmms.reading.config import build_day, languages
from rsmms.reading.schema import bind_editor
from rsmms.reading.schema import write as write_schemas

_WORKING = {"fr": "Lecture et contrôle…", "en": "Reading and checking …"}


def _check(arguments: argparse.Namespace) -> int:
    with _working(arguments.lang):
        problems = read_content(arguments.root, languages(arguments.root), build_day()).problems
    if getattr(arguments, "format", "text") == "github":
        print(annotations.commands(problems))
        annotations.write_summary(problems, os.environ)
    print(report(problems, arguments.lang), file=sys.stderr if errors(problems) else sys.stdout)
    return 1 if errors(problems) else 0


@contextmanager
def _working(lang: str) -> Iterator[None]:
    """On a terminal, say that files are being read; the line goes away with the verdict."""
    watched = sys.stderr.isatty()
    if watched:
        print(_WORKING[lang], end="", file=sys.stderr, flush=True)
    yield
    if watched:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _export(arguments: argparse.Namespace) -> int:
    check_export_folder(arguments.root, arguments.folder)
    try:
        plan = make_site(arguments.root, languages(arguments.root), build_day())
    except ContentErrors as stop:
        print(report(stop.problems, arguments.lang), file=sys.stderr)
        return 1
    print(export(plan, arguments.folder))
    return 0


def _schema(arguments: argparse.Namespace) -> int:
    for name in write_schemas(arguments.root / "data" / "schema"):
        print(name)
    if bind_editor(arguments.root):
        print(".vscode/settings.json")
    return 0


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands to those of ``rsmms``."""
    checked = commands.add_parser("check")
    checked.add_argument("--format", choices=("text", "github"), default="text", help="github: annotations and a summary")
    checked.set_defaults(run=_check)
    exported = commands.add_parser("export")
    exported.add_argument("folder", type=Path)
    exported.set_defaults(run=_export)
    commands.add_parser("schema").set_defaults(run=_schema)
