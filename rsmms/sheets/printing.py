"""Prints sheets that the cache lacks, in several processes, and puts every sheet in its place."""

import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from pathlib import Path

from rsmms.cache.store import file_digest
from rsmms.problems.problem import Problem
from rsmms.sheets.fonts import paper_fonts
from rsmms.sheets.job import Fault, Job, Printed
from rsmms.sheets.letters import unknown_letters
from rsmms.sheets.prepared import PreparedSheet, ToolKey, prepare_all, tries
from rsmms.sheets.spec import Sheet, SheetSpec

TEMPLATES = Path(__file__).parents[2] / "sheets"
_FEW = 8
"""So few sheets are made at once; more are worth the start of processes."""
_STEP = 100
"""A long run tells every so many sheets how far it is."""
Progress = Callable[[int, int, str], None]
"""Called after each sheet: how many, of how many, which."""


def tell(number: int, total: int, file: str) -> None:
    """One line on the error output now and then; nothing for a few sheets."""
    if total >= _STEP and (number % _STEP == 0 or number == total):
        sys.stderr.write(f"fiches / sheets: {number}/{total} ({file})\n")


class SheetProblems(Exception):
    """Everything that keeps sheets from being printed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(p.text("en") for p in problems))
        self.problems = tuple(problems)


def build(
    specs: Sequence[SheetSpec], out: Path, cache: Path, jobs: int = 2, progress: Progress = tell, templates: Path = TEMPLATES
) -> tuple[Sheet, ...]:
    """Print what the cache does not have, and put every sheet under ``out``. Problems are collected, then raised."""
    if not specs:
        return ()
    cache.mkdir(parents=True, exist_ok=True)
    fonts = paper_fonts(cache)
    tools = ToolKey(templates)
    prepared = prepare_all(specs, tools)
    kept = {r.key: _kept_pages(cache, r) for r in prepared}
    missing = {r.key: r for r in prepared if not kept[r.key]}
    problems = [p for r in missing.values() for p in _letters(r)]  # what was printed has none
    for item in missing.values():  # a spoilt file may have a second name, in the site that readers see: it is not written over
        _file(cache, item).unlink(missing_ok=True)
    if not problems:
        problems = list(_print(missing, cache, fonts, templates, jobs, progress))
    if problems:
        raise SheetProblems(problems)
    kept |= {key: _kept_pages(cache, item) for key, item in missing.items()}
    return tuple(_placed(r, out, cache, kept[r.key], compiled=r.key in missing) for r in prepared)


def _letters(item: PreparedSheet) -> Iterator[Problem]:
    for letter in unknown_letters(item.data):
        points = " ".join(f"U+{ord(c):04X}" for c in letter)
        yield _problem(item, Fault("F004", {"found": letter, "points": points}))


def _print(
    missing: dict[str, PreparedSheet], cache: Path, fonts: Path, templates: Path, jobs: int, progress: Progress
) -> Iterator[Problem]:
    # Booklets to staple come last: by then their plain twins are in the cache, and need not be made again.
    ordered = sorted(missing.values(), key=lambda r: r.spec.imposed)
    waiting = [_job(r, cache, fonts, templates) for r in ordered]
    for number, printed in enumerate(_printed(waiting, jobs), 1):
        item = missing[printed.key]
        if printed.fault:
            yield _problem(item, printed.fault)
        else:
            _meta(cache, printed.key).write_text(f"{printed.pages} {file_digest(_file(cache, item))}", encoding="ascii")
        progress(number, len(waiting), item.spec.file)


def _printed(waiting: Sequence[Job], jobs: int) -> Iterator[Printed]:
    if not waiting:
        return
    from rsmms.sheets.worker import print_sheet  # loads Typst and the tools for PDF

    if jobs < 2 or len(waiting) <= _FEW:
        yield from map(print_sheet, waiting)
        return
    # Fresh processes, not forks: Typst has threads of its own, and a fork would copy them half alive.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        for future in as_completed([pool.submit(print_sheet, job) for job in waiting]):
            yield future.result()


def _job(item: PreparedSheet, cache: Path, fonts: Path, templates: Path) -> Job:
    spec = item.spec
    return Job(
        key=item.key, template=templates / spec.template, fonts=fonts, target=_file(cache, item), data=item.data,
        link=f"{spec.check_url}#{item.checksum}", tries=tries(spec), pages=spec.pages, format=spec.format, plain=_plain(item, cache),
    )  # fmt: skip


def _problem(item: PreparedSheet, fault: Fault) -> Problem:
    """A fault as a problem of the template, or of the data file that holds the text."""
    spec = item.spec
    values = fault.values | {"sheet": spec.file}
    path = f"sheets/{fault.template or spec.template}" if fault.code == "F002" else next(iter(spec.data), spec.file)
    return Problem(code=fault.code, path=path, line=fault.line, field=fault.values.get("field", ""), values=values)


def _file(cache: Path, item: PreparedSheet) -> Path:
    return cache / f"{item.key}.{item.spec.format}"


def _plain(item: PreparedSheet, cache: Path) -> Path | None:
    return cache / f"{item.plain_key}.pdf" if item.spec.imposed else None


def _meta(cache: Path, key: str) -> Path:
    return cache / f"{key}.pages"


def _kept_pages(cache: Path, item: PreparedSheet) -> int:
    """How many pages a kept sheet has; 0 if there is none, or if it is no more as it was printed."""
    try:
        pages, _, said = _meta(cache, item.key).read_text(encoding="ascii").partition(" ")
    except (OSError, UnicodeDecodeError):
        return 0
    return int(pages) if said and pages.isdigit() and file_digest(_file(cache, item)) == said else 0


def _placed(item: PreparedSheet, out: Path, cache: Path, pages: int, *, compiled: bool) -> Sheet:
    spec = item.spec
    target = out / spec.file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    linked(_file(cache, item), target)
    parts = tuple((name, date.fromisoformat(day)) for name, day in item.content["parts"])
    return Sheet(
        spec=spec, path=target, bytes=target.stat().st_size, pages=pages,
        checksum=item.checksum, edition=date(*item.content["date"]), parts=parts, key=item.key, compiled=compiled,
    )  # fmt: skip


def linked(source: Path, target: Path) -> None:
    """One file under two names where the disk allows it, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def prune(cache: Path, sheets: Sequence[Sheet]) -> int:
    """Delete what none of these sheets uses from the cache; the number of files deleted."""
    used = {sheet.key for sheet in sheets}
    old = [p for p in cache.iterdir() if p.is_file() and p.stem not in used]
    for path in old:
        path.unlink()
    return len(old)
