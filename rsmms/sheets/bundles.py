"""Sheets packed together: one ZIP a country and language, and one a language with all situations and treaties."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rsmms.language.words import Words
from rsmms.sheets.spec import FOLDER, Sheet

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest date a ZIP can hold: equal sheets give equal bytes on any day."""
EVERYWHERE = "all"
"""Stands for a country in the bundle of situations and treaties."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A ZIP file of sheets."""

    country: str
    """Alpha-3, or ``all``."""
    language: str
    file: str
    bytes: int
    sheets: tuple[Sheet, ...]


def bundle(sheets: Sequence[Sheet], out: Path) -> tuple[Bundle, ...]:
    """Write every ZIP under ``out``; files inside are in the order of the list."""
    return tuple(_write(country, language, chosen, out) for country, language, chosen in _groups(sheets))


def _groups(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str, tuple[Sheet, ...]]]:
    groups: dict[tuple[str, str], list[Sheet]] = {}
    for sheet in sheets:
        spec = sheet.spec
        if spec.country:
            groups.setdefault((spec.country, spec.language), []).append(sheet)
        elif spec.kind in ("situation", "instrument"):
            groups.setdefault((EVERYWHERE, spec.language), []).append(sheet)
    for (country, language), chosen in groups.items():
        if len(chosen) > 1:
            yield country, language, tuple(chosen)


def _write(country: str, language: str, chosen: tuple[Sheet, ...], out: Path) -> Bundle:
    file = f"{FOLDER}/{_name(country, chosen)}-{language}.zip"
    with zipfile.ZipFile(out / file, "w", zipfile.ZIP_STORED) as packed:
        for sheet in chosen:
            packed.writestr(_entry(Path(sheet.spec.file).name), sheet.path.read_bytes())
        packed.writestr(_entry("LISEZMOI.txt" if language != "en" else "README.txt"), _contents(language, chosen))
    return Bundle(country, language, file, (out / file).stat().st_size, chosen)


def _name(country: str, chosen: Sequence[Sheet]) -> str:
    """``tout-togo``: after the slug in the name of the country's card, which every country has."""
    if country == EVERYWHERE:
        return "tout-situations-traites"
    first = next((s for s in chosen if s.spec.kind in ("country", "wallet")), chosen[0])
    return "tout-" + Path(first.spec.file).name.split("-", 1)[1].rpartition("-")[0]


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.external_attr = 0o644 << 16
    return entry


def _contents(language: str, chosen: Sequence[Sheet]) -> str:
    """What is in the ZIP, with the edition and the check signs of each sheet."""
    words = Words(language)
    lines = [f"{words.plain('site_name')} – RSMMS – CC BY 4.0", words.plain("sheet_not_advice"), ""]
    for sheet in chosen:
        edition = words.plain("sheet_edition", date=words.date(sheet.edition))
        control = f"{words.plain('sheet_control')} {sheet.checksum.upper()}"
        lines.append(f"{Path(sheet.spec.file).name}: {sheet.spec.title}. {edition}, {control}. {sheet.spec.check_url}")
    return "\r\n".join(lines) + "\r\n"
