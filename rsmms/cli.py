"""Commands for people: ``check``, ``site``, ``serve``, ``export``, ``schema``."""

import argparse
import errno
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rsmms import security_txt
from rsmms.config import READER, build_day, language_of_reader, languages
from rsmms.deploy import commands as deploying
from rsmms.editors import annotations
from rsmms.editors.commands import register
from rsmms.export import export
from rsmms.phone.weights import size_report
from rsmms.problems import errors, report
from rsmms.progress import cpu_seconds, told_to
from rsmms.publish import BUILDERS, BuildFailed, publish
from rsmms.schema import bind_editor
from rsmms.schema import write as write_schemas
from rsmms.site import NotPublishable, make_site, read_content
from rsmms.store import CACHE, OFF, open_store

_DONE = {
    "fr": "Site construit en {seconds:.0f} s ({cpu:.0f} s de processeur) : {pages} pages, {sheets} fiches PDF, {size:.0f} Mo, dans {out}",
    "en": "Site built in {seconds:.0f} s ({cpu:.0f} s of CPU): {pages} pages, {sheets} PDF sheets, {size:.0f} MB, in {out}",
}
_SAME = {
    "fr": "Rien n’a changé depuis la dernière construction : {pages} pages, {sheets} fiches PDF, dans {out} ({seconds:.1f} s)",
    "en": "Nothing has changed since the last build: {pages} pages, {sheets} PDF sheets, in {out} ({seconds:.1f} s)",
}
_FAILED = {
    "fr": "La construction a échoué ; le dernier site est intact.",
    "en": "The build failed; the last site is untouched.",
}
_FULL = {
    "fr": "Il n’y a plus de place sur le disque (ou votre quota est atteint) ; libérez-en, puis recommencez.",
    "en": "The disk is full (or your quota is reached); free some space, then start again.",
}
_NO_ROOM = re.compile(rf"\[Errno ({errno.ENOSPC}|{errno.EDQUOT}|{errno.EFBIG})\]|os error {errno.ENOSPC}\b")


def _check(arguments: argparse.Namespace) -> int:
    problems = read_content(arguments.root, languages(arguments.root), build_day()).problems
    if getattr(arguments, "format", "text") == "github":
        print(annotations.commands(problems))
        annotations.write_summary(problems, os.environ)
    print(report(problems, arguments.lang), file=sys.stderr if errors(problems) else sys.stdout)
    return 1 if errors(problems) else 0


def _site(arguments: argparse.Namespace) -> int:
    if arguments.no_cache:
        os.environ[CACHE] = OFF
    started, cpu, out, lang = time.monotonic(), cpu_seconds(), arguments.root / arguments.out, arguments.lang
    screen = os.dup(2)
    try:
        built = publish(arguments.root, out, arguments.builder, told_to(screen, lang))
    except (BuildFailed, OSError) as failed:
        print(_why(failed, lang), _FAILED[lang], sep="\n", file=sys.stderr)
        return 1
    finally:
        os.close(screen)
    told = {**_counted(out), "seconds": time.monotonic() - started, "cpu": cpu_seconds() - cpu, "out": arguments.out}
    print((_DONE if built else _SAME)[lang].format(**told))
    if built:
        print(size_report(out, open_store(arguments.root, "sizes")), *([] if (out / security_txt.PATH).exists() else [security_txt.NOTE[lang]]), sep="\n")
    return 0


def _why(failed: BuildFailed | OSError, lang: str) -> str:
    """What stopped a build: the generator's own words, or in plain ones what the system refused."""
    said = str(failed).strip()
    return _FULL[lang] if _NO_ROOM.search(said) else said


def _counted(out: Path) -> dict[str, float]:
    """Pages, sheets and bytes of a site."""
    files = [p for p in out.rglob("*") if p.is_file()]
    kinds = [p.suffix for p in files]
    return {"pages": kinds.count(".html"), "sheets": kinds.count(".pdf"), "size": sum(p.stat().st_size for p in files) / 1e6}


def _serve(arguments: argparse.Namespace) -> int:
    command = [sys.executable, str(arguments.root / "hooks" / "serve.py"), "--root", str(arguments.root), "--address", arguments.address]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", READER: arguments.lang}
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _export(arguments: argparse.Namespace) -> int:
    try:
        plan = make_site(arguments.root, languages(arguments.root), build_day())
    except NotPublishable as stop:
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rsmms")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
    parser.add_argument("--lang", choices=("fr", "en"), default=language_of_reader(), help="language of messages")
    commands = parser.add_subparsers(dest="command", required=True)
    checked = commands.add_parser("check", help="validate data and text")
    checked.add_argument("--format", choices=("text", "github"), default="text", help="github: annotations and a summary")
    checked.set_defaults(run=_check)
    register(commands)
    deploying.register(commands)
    site = commands.add_parser("site", help="build the site aside, then put it in place")
    site.add_argument("--out", default="site", help="folder of the site, below the project's")
    site.add_argument("--no-cache", action="store_true", help="keep nothing and take nothing from earlier builds")
    site.add_argument("--builder", choices=BUILDERS, default="mkdocs")
    site.set_defaults(run=_site)
    serve = commands.add_parser("serve", help="preview that follows every change")
    serve.add_argument("--address", default="127.0.0.1:8000")
    serve.set_defaults(run=_serve)
    exported = commands.add_parser("export", help="write all pages as plain Markdown")
    exported.add_argument("folder", type=Path)
    exported.set_defaults(run=_export)
    commands.add_parser("schema", help="write data/schema from the models").set_defaults(run=_schema)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 when all is well, 1 when something is to be mended."""
    arguments = _parser().parse_args(argv)
    return int(arguments.run(arguments))
