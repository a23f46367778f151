"""Figures from official files, through the same steps for every publisher: read, map, compare, show, write."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rsmms.importing import ilostat, undesa, unhcr, worldbank
from rsmms.importing.compare import Compared, compare
from rsmms.importing.found import Found
from rsmms.importing.outliers import hold_back
from rsmms.importing.refusals import NO_EDITION, NO_SET, OLDER, OTHER_SERIES
from rsmms.importing.write import Draft, write_figures
from rsmms.model.dates import PartialDate
from rsmms.model.imports import DataSet, Importer
from rsmms.model.library import Library
from rsmms.problems.command_error import CommandError

READERS: Mapping[Importer, Callable[[Path], Found]] = {Importer.UNDESA: undesa.read, Importer.WORLDBANK: worldbank.read, Importer.UNHCR: unhcr.read}
"""Who reads which kind of file; ILOSTAT's reader must know first what is wanted."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file would do."""

    found: Found
    compared: tuple[Compared, ...]


def import_figures(
    draft: Draft, library: Library, kind: Importer, path: Path, day: date, edition: PartialDate | None, confirmed: Collection[str],
) -> Imported:
    """Read a file, compare it with what is here, and put what is not held back into the draft."""
    dataset = _dataset(library, kind)
    found = _read(dataset, kind, path)
    found = replace(found, edition=found.edition or edition)
    compared = compare(library, dataset, found)
    if not compared:
        raise CommandError(OTHER_SERIES, path=path.name, found=_named(kind, path, found), known=", ".join(s.code for s in dataset.series))
    _not_older(found, compared)
    held = hold_back(library, found, compared, confirmed)
    write_figures(draft, library, dataset, found, held, day)
    return Imported(found, tuple(held))


def _dataset(library: Library, kind: Importer) -> DataSet:
    dataset = next((d for d in library.datasets.values() if d.importer is kind and d.series), None)
    if dataset is None:
        raise CommandError(NO_SET, kind=kind.value)
    return dataset


def _read(dataset: DataSet, kind: Importer, path: Path) -> Found:
    return ilostat.read(path, [s.code for s in dataset.series]) if kind is Importer.ILOSTAT else READERS[kind](path)


def _named(kind: Importer, path: Path, found: Found) -> str:
    codes = ilostat.indicators(path) if kind is Importer.ILOSTAT else sorted({said.code for said in found.series})
    return ", ".join(codes[:5]) or "–"


def _not_older(found: Found, compared: Collection[Compared]) -> None:
    """Raise ``CommandError`` for a file that does not say how old it is, or is older than what is here."""
    if found.edition is None:
        raise CommandError(NO_EDITION, path=found.path)
    newest = max((item.target.edition for item in compared), key=lambda at: at.last)
    if found.edition.last < newest.first:
        raise CommandError(OLDER, path=found.path, edition=str(found.edition), ours=str(newest))
