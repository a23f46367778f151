"""How fast sheets are made: Typst against WeasyPrint on the same sheets, and a warm build after one changed contact.

``python bench/sheets.py [--all]`` prints a table. CPU seconds are the figure to trust on a machine that others use too.
WeasyPrint is not a dependency of the project: ``pip install weasyprint`` (and Pango) to compare.
"""

import argparse
import html
import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rsmms.building.content import Content, read_content  # noqa: E402
from rsmms.sheets import worker  # noqa: E402
from rsmms.sheets.fonts import paper_fonts  # noqa: E402
from rsmms.sheets.job import Job  # noqa: E402
from rsmms.sheets.planning import plan  # noqa: E402
from rsmms.sheets.prepared import PreparedSheet, ToolKey, prepare_all  # noqa: E402
from rsmms.sheets.printing import TEMPLATES, build  # noqa: E402
from rsmms.sheets.spec import SheetSpec  # noqa: E402

LANGUAGES, TODAY, SITE = ("fr", "en", "ee"), date(2026, 11, 22), "https://rights.example/"
COMPARED, ROUNDS = 12, 6
"""Country sheets in a round that both engines print, and how many rounds."""


def cpu() -> float:
    """CPU seconds of this process and of the processes it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


def timed(action: Callable[[], Any]) -> tuple[float, float, Any]:
    """CPU and wall seconds of an action, and what it returned."""
    start, wall = cpu(), time.perf_counter()
    made = action()
    return cpu() - start, time.perf_counter() - wall, made


def say(value: Any) -> str:
    """A text of a content as HTML."""
    if isinstance(value, list):
        return "".join(map(say, value))
    if isinstance(value, dict):
        return f"<b>{html.escape(value['t'])}</b>" if value.get("b") else html.escape(value["t"])
    return html.escape(value or "")


def page(content: dict[str, Any], fonts: Path) -> str:
    """The same country sheet as HTML: same words, same tables, same fonts, same size of paper."""
    names = {key: say(text) for key, text in content["names"].items()}
    sources = " ".join(f"[{s['n']}] {say(s['text'])}." for s in content["sources"])
    parts = {
        "emergency": "".join(f"<div class=e>{say(e['service'])}<p class=n>{e['number']}</p></div>" for e in content["emergency"]),
        "who_to_call": f"<div class=g>{''.join(map(card, content['contacts']['cards']))}</div>",
        "what_protects": table(map(treaty, content["treaties"])),
        "zone_rights": "".join(map(zone, content["zones"])),
        "law_there": "".join(f"<p><b>{say(e['title'])}</b> {say(e['brief'])}</p>" for e in content["law"]),
        "figures": table([say(r["name"]), say(r["value"]), f"{r['year']} [{r['source']}]"] for r in content["figures"]),
    }
    body = "".join(f"<h2>{names[key]}</h2>{text}" for key, text in parts.items())
    title = html.escape(content["title"])
    head = f"<html lang={content['lang']}><title>{title}</title><style>{style(fonts)}</style><img alt=QR src={chr(34)}{qr(content['check_url'])}{chr(34)}>"
    return f"{head}<h1>{title}</h1>{body}<p>{sources}</p><footer>{say(content['edition'])}</footer></html>"


def qr(link: str) -> str:
    """The QR code as a picture in the page, drawn by the same function as ours."""
    return "data:image/svg+xml," + quote(worker.qr(link))


def card(contact: dict[str, Any]) -> str:
    """A contact as HTML."""
    numbers = "".join(f"<p class=n>{p['number']}</p>" for p in contact["phones"])
    return f"<div class=c><b>{say(contact['name'])}</b><br>{say(contact['kind'])}{numbers}<p>{contact['web'] or ''}</p><p>{say(contact['checked'])}</p></div>"


def treaty(row: dict[str, Any]) -> list[str]:
    """The cells of a treaty."""
    return [row["code"], say(row["name"]), f"<i class={row['status']}></i> {say(row['label'])}", f"{row['since'] or ''} [{row['source']}]"]


def zone(given: dict[str, Any]) -> str:
    """A zone as HTML."""
    grants = "".join(f"<li><b>{say(g['title'])}</b> {say(g['brief'])}</li>" for g in given["grants"])
    return f"<p>{say(given['name'])}</p><ul>{grants}</ul>"


def table(rows: Iterable[Sequence[str]]) -> str:
    """A table as HTML; the first cell of a row is its head."""
    made = (f"<tr><th>{first}</th>{''.join(f'<td>{cell}</td>' for cell in others)}</tr>" for first, *others in rows)
    return f"<table>{''.join(made)}</table>"


def style(fonts: Path) -> str:
    """The look, as near to the template as the comparison needs."""
    faces = "".join(
        f"@font-face{{font-family:R;font-weight:{weight};src:url(file://{fonts}/RSMMSSans-{name}.ttf)}}"
        for name, weight in (("Regular", 400), ("Bold", 700))
    )
    return faces + (
        "@page{size:A4;margin:11mm 15mm 19mm;@bottom-right{content:counter(page) '/' counter(pages)}}body{font:9pt R}"
        "h2{border-top:1.5pt solid}.g{columns:2}.c{border:1pt solid;padding:6pt}.n{font-size:14pt}"
        ".e{float:left;width:19%}h2{clear:left}img{float:right;width:25mm}"
        "i{display:inline-block;width:8pt;height:8pt;border:1pt solid}.in_force{background:#000}footer{border-top:.75pt solid}"
        "table{width:100%;border-collapse:collapse}td,th{border-bottom:.75pt solid;text-align:left}"
    )


Given = tuple[Job, dict[str, Any]]
"""A sheet as a process of its own can take it: the job, and its content for the other engine."""


def typst(given: Sequence[Given], fonts: Path) -> None:
    """The engine alone: the same work as WeasyPrint does, with tags and for archives."""
    for job, _ in given:
        worker._pdf(job, {"data": job.data, "qr": worker.qr(job.link), "size": "9", "level": "brief"})


def typst_packed(given: Sequence[Given], fonts: Path) -> None:
    """As the build does it: also made smaller by a third, and written."""
    for job, _ in given:
        worker.print_sheet(job)


def weasyprint(given: Sequence[Given], fonts: Path) -> None:
    """The same sheets through HTML."""
    from weasyprint import HTML

    for job, content in given:
        HTML(string=page(content, fonts)).write_pdf(job.target.with_suffix(".w.pdf"), pdf_variant="pdf/ua-1")


def given_of(item: PreparedSheet, fonts: Path, folder: Path) -> Given:
    """A country sheet in one size of text, so that all engines set the same words once."""
    spec = item.spec
    template, target = TEMPLATES / spec.template, folder / f"{item.key}.pdf"
    return Job(item.key, template, fonts, target, item.data, spec.check_url, ((9, "brief"),), 0, "pdf"), item.content


def used_by(engine: Callable[[Sequence[Given], Path], None], given: Sequence[Given], fonts: Path) -> float | str:
    """CPU seconds a sheet, measured inside the process that works; or why it cannot be measured."""
    try:
        used, _, _ = timed(lambda: engine(given, fonts))
    except (ImportError, OSError) as missing:
        return str(missing)
    return used / len(given)


def compare(specs: Sequence[SheetSpec], fonts: Path, folder: Path) -> None:
    """CPU seconds a sheet of each engine: rounds in turn, each with sheets of its own, the median of the rounds.

    Every engine has its own process: else the second would find in memory what the first has made.
    """
    items = prepare_all([s for s in specs if s.kind == "country" and s.language != "ee"], ToolKey(TEMPLATES))
    engines = (typst, typst_packed, weasyprint)
    pools = {e: ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) for e in engines}
    found: dict[str, list[float]] = {e.__name__: [] for e in engines}
    for number in range(ROUNDS + 1):  # the first round only warms up
        given = [given_of(item, fonts, folder) for item in items[number * COMPARED : (number + 1) * COMPARED]]
        for engine, pool in pools.items():
            used = pool.submit(used_by, engine, given, fonts).result()
            if number and isinstance(used, float):
                found[engine.__name__].append(used)
            elif not number and isinstance(used, str):
                print(f"{engine.__name__}: not measured ({used})")
    for pool in pools.values():
        pool.shutdown()
    other = median(found["weasyprint"] or [0])
    for name, rounds in found.items():
        if rounds:
            print(f"{name:14} {median(rounds):.4f} CPU s a sheet, {1 / median(rounds):5.1f} sheets a CPU second, ratio {other / median(rounds):.1f}")


def changed(content: Content) -> tuple[SheetSpec, ...]:
    """The plan after somebody has corrected one contact."""
    library = content.library
    code, listed = next((c, x) for c, x in library.contacts.items() if c in library.countries)
    first = listed[0].model_copy(update={"city": "Essai"})
    other = replace(library, contacts={**library.contacts, code: (first, *listed[1:])})
    return plan(other, content.written, LANGUAGES, TODAY, SITE)


def rebuild(content: Content, specs: Sequence[SheetSpec], folder: Path, jobs: int) -> None:
    """A cold build, a warm one without change, and a warm one with one changed contact."""
    cache = folder / "cache"
    runs = {"cold": specs, "warm, nothing changed": specs, "warm, one contact": changed(content)}
    base = 0.0
    for name, chosen in runs.items():
        wanted = [s for s in chosen if s.file in {w.file for w in specs}]
        fresh = [replace(s, content=replace_cache(s)) for s in wanted]
        used, wall, sheets = timed(lambda fresh=fresh: build(fresh, folder / "site", cache, jobs))
        base = base or used
        made = sum(s.compiled for s in sheets)
        print(f"{name:24} {made:4} of {len(sheets)} printed, {used:6.1f} CPU s, {wall:6.1f} s, {used / base:.1%} of cold")


def replace_cache(spec: SheetSpec) -> Callable[[], Any]:
    """The content computed anew, so that a warm run does not profit from the run before it."""
    return getattr(spec.content, "__wrapped__", spec.content)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every sheet of the site in the rebuild (else one in eight)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--engines", action="store_true", help="only compare the engines")
    arguments = parser.parse_args()
    content = read_content(ROOT, LANGUAGES, TODAY)
    folder = Path(tempfile.mkdtemp(prefix="bench-sheets-"))
    try:
        specs = plan(content.library, content.written, LANGUAGES, TODAY, SITE)
        fonts = paper_fonts(folder / "cache")
        compare(specs, fonts, folder)
        if not arguments.engines:
            rebuild(content, specs if arguments.all else specs[::8], folder, arguments.jobs)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
