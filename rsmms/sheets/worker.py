"""Prints one sheet: Typst, then smaller files. Runs in processes of its own, and imports little for that reason."""

import io
import json
import os
import re
from pathlib import Path
from typing import Any, Literal

import pikepdf
import segno
import typst

from rsmms.sheets.job import STANDARDS, Fault, Job, Printed
from rsmms.sheets.pack import packed

_PICTURE_DPI, _GREYS = 144, 16
_MASK = 3
"""The pattern laid over every QR code. Any of the eight can be read; to draw and weigh all of them took a tenth of a sheet's time."""
_LIGHT = 4
"""Light points around a QR code, as its standard asks."""
_LEAST_FILLED, _WELL_FILLED = 0.4, 0.72
"""How much of a last page, and of an only page, is filled at least if larger or smaller letters can do it."""
_SMALLER = (0.96, 0.92, 0.88)
_LARGER = tuple(1.06**n for n in range(1, 7))
"""By how much letters become smaller to save a page, larger to fill one."""
_LONG = 4
"""Pages from which a small step moves a whole page."""
_FINELY_SMALLER, _FINELY_LARGER = (0.99, 0.98, 0.97, 0.96, 0.95), (1.005, 1.01, 1.015, 1.02, 1.03)
_SMALLEST = 8
_DARK = re.compile(b"\x01+")
_PLACE = re.compile(r"┌─ (\S+?):(\d+):(\d+)")
_NO_GLYPH = re.compile(r"the text (.+) could not be displayed", re.DOTALL)
_compilers: dict[str, typst.Compiler] = {}


def print_sheet(job: Job) -> Printed:
    """Try the sizes of text in turn until the sheet fits, and write the file."""
    if job.plain and job.plain.exists():
        raw = job.plain.read_bytes()
        _write(job.target, _finished(job, raw))
        return Printed(job.key, _count(raw))
    inputs = {"data": job.data, "qr": qr(job.link)}
    try:
        for size, level in job.tries:
            chosen = inputs | {"size": str(size), "level": level}
            raw, pages = _pdf(job, chosen)
            if not job.pages or pages <= job.pages:
                chosen, raw, pages = _balanced(job, chosen, raw, pages)
                break
        else:
            return Printed(job.key, pages, _overflow(job, inputs, pages))
        raw = _compile(job, chosen, "png", ppi=_PICTURE_DPI) if job.format == "png" else raw
    except typst.TypstError as error:
        return Printed(job.key, fault=_fault(error.message, error.diagnostic))
    except _WarnedError as warned:
        return Printed(job.key, fault=_fault(warned.message, warned.diagnostic))
    _write(job.target, _finished(job, raw))
    return Printed(job.key, pages)


def _balanced(job: Job, chosen: dict[str, str], raw: bytes, pages: int) -> tuple[dict[str, str], bytes, int]:
    """The sheet with its last page filled: one page less in a slightly smaller size where that does it, else larger letters.

    A single page with room to spare is set larger too. A picture is always one page, and stays.
    """
    start, filled = float(chosen["size"]), _filled(job, chosen)
    smaller, larger = (_FINELY_SMALLER, _FINELY_LARGER) if pages > _LONG else (_SMALLER, _LARGER)
    if pages > 1 and filled < _LEAST_FILLED:
        for factor in smaller:
            other = chosen | {"size": str(max(_SMALLEST, round(start * factor, 2)))}
            less, count = _pdf(job, other)
            if count < pages and _filled(job, other) >= _LEAST_FILLED:
                return other, less, count
    for factor in larger:
        if filled >= (_LEAST_FILLED if pages > 1 else _WELL_FILLED) or job.format == "png":
            break
        other = chosen | {"size": str(round(start * factor, 2))}
        made, count = _pdf(job, other)
        if count > pages:
            if pages > _LONG:  # how pages break is not the same at every size: the next step may keep the number again
                continue
            break
        chosen, raw, filled = other, made, _filled(job, other)
    return chosen, raw, pages


def _filled(job: Job, inputs: dict[str, str]) -> float:
    """How far down the last page goes, from 0 to 1."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(job.fonts)])
    compiler = typst.Compiler(str(job.template), root=str(job.template.parent), font_paths=fonts, sys_inputs=inputs | {"where": "yes"})
    return float(next(iter(json.loads(compiler.query("<end>", field="value"))), 1.0))


def qr(link: str) -> str:
    """The QR code of an address as an SVG picture: one line for each run of dark points, with four light points around."""
    rows = segno.make(link, error="m", micro=False, mask=_MASK).matrix
    side = len(rows) + 2 * _LIGHT
    runs = ((m.start() + _LIGHT, n + _LIGHT, m.end() - m.start()) for n, row in enumerate(rows) for m in _DARK.finditer(row))
    path = "".join(f"M{x} {y}.5h{length}" for x, y, length in runs)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path stroke="#000" d="{path}"/></svg>'


def _compiler(job: Job) -> typst.Compiler:
    name = f"{job.template.parent}|{job.fonts}"
    if name not in _compilers:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(job.fonts)])
        _compilers[name] = typst.Compiler(root=str(job.template.parent), font_paths=fonts)
    return _compilers[name]


class _WarnedError(Exception):
    def __init__(self, warning: Any) -> None:
        self.message = warning.message
        self.diagnostic = getattr(warning, "diagnostic", "")


def _pdf(job: Job, inputs: dict[str, str]) -> tuple[bytes, int]:
    """The document and the number of its pages. A picture is first a page, to see whether its text fits."""
    made = _compile(job, inputs, "pdf", pdf_standards=["a-2b"] if job.format == "png" else STANDARDS)
    return made, _count(made)


def _count(raw: bytes) -> int:
    with pikepdf.open(io.BytesIO(raw)) as document:
        return len(document.pages)


def _compile(job: Job, inputs: dict[str, str], form: Literal["pdf", "png"], **more: Any) -> bytes:
    made, warnings = _compiler(job).compile_with_warnings(
        input=str(job.template), format=form, sys_inputs=inputs, **more
    )  # fmt: skip
    if warnings:
        raise _WarnedError(warnings[0])
    return b"".join(made) if isinstance(made, list) else made or b""


def _overflow(job: Job, inputs: dict[str, str], pages: int) -> Fault:
    """Name the first part that stands on a page too many, and the largest part."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(job.fonts)])
    compiler = typst.Compiler(str(job.template), root=str(job.template.parent), font_paths=fonts,
                              sys_inputs=inputs | dict(zip(("size", "level"), map(str, job.tries[-1]), strict=True)) | {"where": "yes"})  # fmt: skip
    marks = json.loads(compiler.query("<field>", field="value"))
    late = next((m["field"] for m in marks if m["page"] > job.pages), marks[-1]["field"] if marks else "?")
    content = json.loads(job.data)
    largest = max(content, key=lambda name: len(json.dumps(content[name], ensure_ascii=False)))
    return Fault("F001", {"pages": str(pages), "limit": str(job.pages), "field": late, "largest": largest})


def _fault(message: str, diagnostic: str) -> Fault:
    missing = _NO_GLYPH.search(message)
    place = _PLACE.search(diagnostic or "")
    if missing:
        return Fault("F003", {"found": " ".join(missing[1].split())[:60]})
    why = " ".join(message.split())[:200]
    return Fault("F002", {"why": why}, Path(place[1]).name if place else "", int(place[2]) if place else 1)


def _finished(job: Job, raw: bytes) -> bytes:
    if job.format == "png":
        return _fewer_greys(raw)
    if job.plain:
        from rsmms.sheets.impose import imposed

        content = json.loads(job.data)
        return imposed(raw, content["title"], content["lang"], content["imposed"])
    return packed(raw)


def _fewer_greys(raw: bytes) -> bytes:
    """Black, white and the greys between, four bits a point: half the bytes of what Typst writes."""
    from PIL import Image

    buffer = io.BytesIO()
    with Image.open(io.BytesIO(raw)) as picture:
        greys = picture.convert("L").point(lambda level: level * _GREYS // 256)
    greys.putpalette([level * 255 // (_GREYS - 1) for level in range(_GREYS) for _ in range(3)])
    greys.save(buffer, "PNG", bits=4, compress_level=6)
    return buffer.getvalue()


def _write(target: Path, made: bytes) -> None:
    """Under its name only when it is whole: a build that is cut off leaves no half file, two builds at once do not meet."""
    half = target.with_suffix(f".{os.getpid()}.half")
    half.write_bytes(made)
    half.replace(target)
