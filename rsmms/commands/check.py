"""Commands that read the project and tell about it: ``check``, ``export``, ``schema``."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rsmms.building.outputs import check_export_folder
from rsmms.building.verdicts import CODE, Verdict, find_verdict, keep_verdict, verdict_key
from rsmms.cache.results import ResultCache
from rsmms.cache.store import code_key, digest, open_store
from rsmms.problems.problem import Problem, errors, report
from rsmms.reading.config import build_day, languages

_WORKING = {"fr": "Lecture et contrôle…", "en": "Reading and checking …"}


def _check(arguments: argparse.Namespace) -> int:
    root, lang = arguments.root, arguments.lang
    told = getattr(arguments, "format", "text") == "github"
    key = "" if told else verdict_key(root, lang)
    verdict = find_verdict(root, key)
    if verdict is None:
        with _working(lang):
            problems = _problems(root)
        if told:
            _annotate(problems)
        verdict = Verdict(report(problems, lang), wrong=bool(errors(problems)))
        keep_verdict(root, key, verdict)
    print(verdict.said, file=sys.stderr if verdict.wrong else sys.stdout)
    return 1 if verdict.wrong else 0


def _problems(root: Path) -> Sequence[Problem]:
    """Everything that is wrong; how files read that have not changed is known from an earlier check or build."""
    from rsmms.building.content import read_content  # loads all that makes pages: a check that knows its verdict needs none of it

    results = ResultCache(open_store(root, "results"), digest(["read", code_key(CODE)]))
    found = read_content(root, languages(root), build_day(), results).problems
    results.save()
    return found


def _annotate(problems: Sequence[Problem]) -> None:
    """What a forge shows beside the lines, and on the page of the run."""
    from rsmms.commands.editors import annotations

    print(annotations.commands(problems))
    annotations.write_summary(problems, os.environ)


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
    from rsmms.building.content import ContentErrors, make_site
    from rsmms.building.export import export

    check_export_folder(arguments.root, arguments.folder)
    try:
        plan = make_site(arguments.root, languages(arguments.root), build_day())
    except ContentErrors as stop:
        print(report(stop.problems, arguments.lang), file=sys.stderr)
        return 1
    print(export(plan, arguments.folder))
    return 0


def _schema(arguments: argparse.Namespace) -> int:
    from rsmms.reading.schema import bind_editor, write

    for name in write(arguments.root / "data" / "schema"):
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
