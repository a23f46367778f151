"""What was compared, as changes of our files: countries, sources, and which edition is here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rsmms.changes.files import Edit
from rsmms.changes.writer import Append, Change, Drop, Put, changed, where
from rsmms.importing.compare import Compared
from rsmms.importing.found import Found
from rsmms.importing.refusals import UNSOUND
from rsmms.model.base import Model
from rsmms.model.country import Country, Series
from rsmms.model.dates import PartialDate
from rsmms.model.freshness import add_months
from rsmms.model.imports import DataSet, ImportedSeries
from rsmms.model.library import Library
from rsmms.model.source import Source
from rsmms.problems.command_error import CommandError
from rsmms.reading.yaml_source import parse

IMPORTS = "data/imports.yaml"
SOURCES = "data/sources.yaml"


@dataclass(slots=True)
class Draft:
    """Files of the project while they are changed, in memory."""

    root: Path
    texts: dict[str, bytes] = field(default_factory=dict)
    read: dict[str, bytes | None] = field(default_factory=dict)

    def change(self, name: str, changes: Sequence[Change]) -> None:
        """Make changes in a file."""
        if name not in self.texts:
            self.read[name] = self.texts[name] = (self.root / name).read_bytes()
        self.texts[name] = changed(self.texts[name], changes, name)

    def create(self, name: str, text: str) -> None:
        """A file that was not there before, unless it is."""
        if name not in self.texts and not (self.root / name).exists():
            self.read[name], self.texts[name] = None, text.encode()

    def tree(self, name: str) -> Any:
        """What a file says now."""
        raw = self.texts.get(name) or (self.root / name).read_bytes()
        return parse(raw.decode("utf-8-sig"), name).tree

    def edits(self) -> list[Edit]:
        """Every file that is another now; each must still be what its model wants."""
        return [Edit(name, self.read[name], text) for name, text in sorted(self.texts.items()) if text != self.read[name]]


def country_file(code: str) -> str:
    """The file of a country's profile."""
    return f"data/country_profiles/{code}.yaml"


def write_figures(draft: Draft, library: Library, dataset: DataSet, found: Found, compared: Sequence[Compared], day: date) -> None:
    """Put every series that is not held back into the draft, with its source and edition."""
    edition = found.edition
    taken = [item for item in compared if not item.held and edition and _moves(item, edition)]
    if not taken or edition is None:
        return
    targets = {item.target.code: item.target for item in taken}
    sources = {target.source: _source_id(target, edition) for target in targets.values()}
    for country in sorted({item.country for item in taken}):
        changes = [change for item in taken if item.country == country for change in _series(library, item, edition, sources[item.target.source], day)]
        draft.change(country_file(country), changes)
        sound(draft.texts[country_file(country)], country_file(country), Country)
    for old, new in sources.items():
        draft.change(SOURCES, _source(library, dataset, draft.tree(SOURCES), (old, new), edition, day))
    draft.change(IMPORTS, [change for target in targets.values() for change in _edition(dataset, target, sources[target.source], edition)])
    draft.change(IMPORTS, [Put(("datasets", where(id=dataset.id), "next"), plain(_next(dataset, day)))])


def sound(raw: bytes, name: str, model: type[Model]) -> None:
    """Raise ``CommandError`` for a text that its model would refuse: nothing is written that ``rsmms check`` would not read."""
    try:
        model.model_validate(parse(raw.decode("utf-8-sig"), name).tree)
    except ValidationError as error:
        told = "\n".join(f"{name}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise CommandError(UNSOUND, problems=told) from None


def plain(at: PartialDate) -> int | str:
    """A date as these files have it: a year is no text in quotes."""
    return str(at) if at.month else at.year


def _moves(item: Compared, edition: PartialDate) -> bool:
    return item.changes or (bool(item.taken) and str(edition) != str(item.target.edition))


def _source_id(target: ImportedSeries, edition: PartialDate) -> str:
    """A source named after its edition gets a new name; the others are read anew."""
    old = str(target.edition.year)
    return target.source.removesuffix(old) + str(edition.year) if target.source.endswith(f"-{old}") else target.source


def _series(library: Library, item: Compared, edition: PartialDate, source: str, day: date) -> list[Change]:
    values = {int(place) if place.isdigit() else place: value for place, value in item.taken.items()}
    shape: dict[str, Any] = {"year": item.said.year, "by_country": values} if item.said.by_country else {"values": dict(sorted(values.items()))}
    if item.number is None:
        return [Append(("figures",), {"indicator": item.target.indicator, "source": source, "checked": day, **shape, "edition": plain(edition)})]
    at = ("figures", item.number)
    fields: dict[str, Any] = {"source": source, "checked": day, **shape, "edition": plain(edition)}
    old = library.countries[item.country].figures[item.number]
    return [*(Put((*at, name), value) for name, value in fields.items()), *_left(old, item)]


def _left(old: Series, item: Compared) -> list[Change]:
    """Values that the new edition does not have, as a series of their own with the edition that they come from."""
    if not item.left:
        return []
    values = {int(place) if place.isdigit() else place: value for place, value in item.left.items()}
    shape: dict[str, Any] = {"year": old.year, "by_country": values} if old.by_country else {"values": values}
    edition = plain(old.edition or item.target.edition)
    return [Append(("figures",), {"indicator": old.indicator, "source": old.source, "checked": old.checked, **shape, "edition": edition})]


def _source(library: Library, dataset: DataSet, tree: Any, names: tuple[str, str], edition: PartialDate, day: date) -> list[Change]:
    """The source of the new edition: a new entry beside the old one, or the same one read anew."""
    old, new = names
    known = library.sources.get(old)
    if new == old or any(entry["id"] == new for entry in tree["sources"]):
        at = ("sources", where(id=new))
        return [Put((*at, "published"), plain(edition)), Put((*at, "read"), day), Drop((*at, "copy_of"))]
    entry: dict[str, Any] = {
        "id": new, "publisher": known.publisher if known else dataset.name["en"], "title": _title(known, dataset, edition),
        "url": known.url if known else dataset.url, "licence": known.licence if known else None, "language": known.language if known else None,
        "published": plain(edition), "read": day,
    }  # fmt: skip
    listed = [*tree["sources"], {name: value for name, value in entry.items() if value is not None}]
    return [Put(("sources",), sorted(listed, key=lambda one: str(one["id"])))]


def _title(known: Source | None, dataset: DataSet, edition: PartialDate) -> str:
    """The old title with the new year."""
    old = str(known.published.year) if known and known.published else ""
    return known.title.replace(old, str(edition.year)) if known and old and old in known.title else dataset.name["en"] + f" {edition.year}"


def _edition(dataset: DataSet, target: ImportedSeries, source: str, edition: PartialDate) -> list[Change]:
    at = ("datasets", where(id=dataset.id), "series", where(code=target.code))
    return [Put((*at, "source"), source), Put((*at, "edition"), plain(edition))]


def _next(dataset: DataSet, day: date) -> PartialDate:
    """When to look again: by so many months later, until it is in the future; as exact as it was."""
    at = dataset.next
    while at.first <= day:
        later = add_months(at.first, dataset.every)
        at = PartialDate(later.year, later.month if at.month else None, later.day if at.day else None)
    return at
