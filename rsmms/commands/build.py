"""Commands that make the site: ``site`` and ``serve``. They load little: the work is done in processes of their own."""

import argparse
import errno
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from rsmms.building.publish import BUILDERS, BuildFailed, publish
from rsmms.building.up_to_date import PART, PREPARED, is_large
from rsmms.cache.results import ResultCache
from rsmms.cache.store import CACHE, OFF, code_key, digest, open_store
from rsmms.deploy import security_txt
from rsmms.language.reader import READER
from rsmms.phone.weights import size_report, weigh
from rsmms.problems.command_error import DISK_FULL, NO_ROOM
from rsmms.problems.progress import cpu_seconds, progress_environment

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
_LIGHT = {
    "fr": "Les {pages} pages tiennent toutes dans leur budget.",
    "en": "All {pages} pages are within budget.",
}
_TOO_HEAVY = {
    "fr": "{heavy} pages sur {pages} dépassent leur budget.",
    "en": "{heavy} of {pages} pages are over their budget.",
}
_NO_ROOM = re.compile(rf"\[Errno ({'|'.join(map(str, NO_ROOM))})\]|os error {errno.ENOSPC}\b")


def _site(arguments: argparse.Namespace) -> int:
    if arguments.no_cache:
        os.environ[CACHE] = OFF
    started, cpu, out, lang = time.monotonic(), cpu_seconds(), arguments.root / arguments.out, arguments.lang
    if os.environ.get(PREPARED):
        from rsmms.building.prepared import check_prepared  # noqa: PLC0415 - loads everything; most builds do so in a process of their own

        check_prepared(arguments.root)
    screen = os.dup(2)
    try:
        with _maker(arguments, screen) as make:
            built = publish(arguments.root, out, arguments.builder, progress_environment(screen, lang), make)
    except (BuildFailed, OSError) as failed:
        print(_why(failed, lang), _FAILED[lang], sep="\n", file=sys.stderr)
        return 1
    finally:
        os.close(screen)
    told = {**_counted(out), "seconds": time.monotonic() - started, "cpu": cpu_seconds() - cpu, "out": arguments.out}
    print((_DONE if built else _SAME)[lang].format(**told))
    if built:
        notes = [] if (out / security_txt.PATH).exists() else [security_txt.NOTE[lang]]
        print(_sizes(arguments.root, out, lang, verbose=arguments.verbose), *notes, sep="\n")
    return 0


@contextmanager
def _maker(arguments: argparse.Namespace, screen: int) -> Iterator[Callable[[Path], None] | None]:
    """What makes the site in slices, where a cluster is named or the project is too large for one process; nothing elsewhere."""
    root, parts = arguments.root, os.environ.get(PREPARED) or os.environ.get(PART)
    if not arguments.cluster and (parts or not is_large(root)):
        yield None
        return
    from rsmms.building.engines import cluster, processes  # noqa: PLC0415 - loads everything; most builds do so in a process of their own
    from rsmms.building.sliced import build_in_slices  # noqa: PLC0415

    told = progress_environment(screen, arguments.lang)
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        with cluster(arguments.cluster, apart=arguments.apart) if arguments.cluster else nullcontext(processes(root)) as engine:
            yield lambda fresh: build_in_slices(root, fresh, engine)
    finally:  # the screen is closed after a build: who builds again in this process must not write to it
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)


def _sizes(root: Path, out: Path, lang: str, *, verbose: bool) -> str:
    """One verdict on the weights of all pages, or a table where somebody asks or a page is too heavy; what an earlier build has weighed is known."""
    results = ResultCache(open_store(root, "results"), digest(["sizes", code_key(root)]))
    weights = list(weigh(out, results))
    results.save()
    heavy = [weight for weight in weights if weight.heavy]
    verdict = (_TOO_HEAVY if heavy else _LIGHT)[lang].format(pages=len(weights), heavy=len(heavy))
    return "\n".join([*([size_report(weights if verbose else heavy)] if verbose or heavy else []), verdict])


def _why(failed: BuildFailed | OSError, lang: str) -> str:
    """What stopped a build: the generator's own words, or in plain ones what the system refused."""
    said = str(failed).strip()
    return DISK_FULL.text(lang) if _NO_ROOM.search(said) else said


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


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands to those of ``rsmms``."""
    site = commands.add_parser("site")
    site.add_argument("--out", default="site", help="folder of the site, below the project's")
    site.add_argument("-v", "--verbose", action="store_true", help="show the weights of all kinds of pages")
    site.add_argument("--no-cache", action="store_true", help="keep nothing and take nothing from earlier builds")
    site.add_argument("--cluster", default="", help="workers of Dask: tcp://host:8786, tls://host:8786, or local:4 for four processes here")
    site.add_argument("--apart", action="store_true", help="with --cluster: send files through the scheduler, even if its workers see this disk")
    site.add_argument("--builder", choices=BUILDERS, default="mkdocs")
    site.set_defaults(run=_site)
    serve = commands.add_parser("serve")
    serve.add_argument("--address", default="127.0.0.1:8000")
    serve.set_defaults(run=_serve)
