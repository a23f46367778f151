"""From folders of YAML to a ``Library``; every problem is collected, none is thrown."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from rsmms.cache.results import ResultCache
from rsmms.model.base import Model
from rsmms.model.campaign import Campaign
from rsmms.model.commitment import Commitment, Roadmap
from rsmms.model.complete_list import CompleteList
from rsmms.model.contact import ContactFile
from rsmms.model.corridor import Corridor, RescueLine
from rsmms.model.country import Country
from rsmms.model.deadline import Deadline, WorkingWeek
from rsmms.model.document import Awareness, PublicDocument
from rsmms.model.event import Event, Meeting
from rsmms.model.freshness import USUAL, Periods
from rsmms.model.glossary import Term
from rsmms.model.ilo import IloAnswer, IloGroup, IloProducer, IloTable
from rsmms.model.imports import DataSet
from rsmms.model.indicator import Indicator
from rsmms.model.instrument import ComplaintRoute, Instrument
from rsmms.model.kit import Kit
from rsmms.model.library import Library
from rsmms.model.licence import Licence
from rsmms.model.network import Network
from rsmms.model.observance import Observance
from rsmms.model.practice import Practice
from rsmms.model.redirect import Redirect
from rsmms.model.source import Source
from rsmms.model.to_read import ToRead
from rsmms.model.training import Module
from rsmms.model.vocabulary import Word
from rsmms.model.zone import Agreement, Zone
from rsmms.problems.problem import MOST, Problem, bounded
from rsmms.reading.document import Document, ReadError
from rsmms.reading.model_errors import model_problems
from rsmms.reading.text_rules import text_problems
from rsmms.reading.yaml_source import parse, text_of

M = TypeVar("M", bound=Model)

LISTS: dict[str, tuple[tuple[str, type[Model]], ...]] = {
    "data/sources.yaml": (("sources", Source),),
    "data/conventions.yaml": (("routes", ComplaintRoute), ("instruments", Instrument)),
    "data/indicators.yaml": (("indicators", Indicator),),
    "data/zones.yaml": (("zones", Zone),),
    "data/agreements.yaml": (("agreements", Agreement),),
    "data/glossary.yaml": (("terms", Term),),
    "data/terms_ee.yaml": (("vocabulary", Word),),
    "data/ilo_indicators.yaml": (("groups", IloGroup), ("producers", IloProducer), ("tables", IloTable), ("answers", IloAnswer)),
    "data/campaigns.yaml": (("campaigns", Campaign),),
    "data/observances.yaml": (("observances", Observance),),
    "data/practices.yaml": (("practices", Practice),),
    "data/timeline.yaml": (("events", Event),),
    "data/agenda.yaml": (("meetings", Meeting),),
    "data/documents.yaml": (("documents", PublicDocument), ("awareness", Awareness)),
    "data/networks.yaml": (("networks", Network),),
    "data/training.yaml": (("modules", Module),),
    "data/kits.yaml": (("kits", Kit),),
    "data/commitments.yaml": (("roadmaps", Roadmap), ("commitments", Commitment)),
    "data/corridors.yaml": (("rescue_lines", RescueLine), ("corridors", Corridor)),
    "data/redirects.yaml": (("redirects", Redirect),),
    "data/licences.yaml": (("licences", Licence),),
    "data/complete_lists.yaml": (("lists", CompleteList),),
    "data/deadlines.yaml": (("deadlines", Deadline), ("weeks", WorkingWeek)),
    "data/to_read.yaml": (("to_read", ToRead),),
    "data/imports.yaml": (("datasets", DataSet),),
}
"""Files that hold lists of things with an ``id``: file → (key, model)."""


@dataclass(slots=True)
class Loaded:
    """A library with the documents it was read from and the problems met on the way."""

    library: Library
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def load(root: Path, results: ResultCache | None = None) -> Loaded:
    """Read all of ``root/data``. Things with a problem are left out of the library."""
    loader = _Loader(root, results or ResultCache())
    lists = {key: loader.listed(name, key, model) for name, keys in LISTS.items() for key, model in keys}
    countries = {c.id: c for c in loader.folder("data/country_profiles", Country)}
    files = {f.country: f.contacts for f in loader.folder("data/contacts", ContactFile)}
    library = Library(
        sources=lists["sources"], instruments=lists["instruments"], routes=lists["routes"],
        countries=dict(sorted(countries.items())), contacts=dict(sorted(files.items())),
        zones=lists["zones"], agreements=lists["agreements"], indicators=lists["indicators"],
        glossary=lists["terms"], vocabulary=lists["vocabulary"], observances=lists["observances"], ilo_groups=lists["groups"],
        ilo_producers=lists["producers"], ilo_tables=lists["tables"], ilo_answers=lists["answers"],
        campaigns=lists["campaigns"], practices=lists["practices"], events=lists["events"], meetings=lists["meetings"], documents=lists["documents"],
        awareness=lists["awareness"], networks=lists["networks"], modules=lists["modules"], kits=lists["kits"], roadmaps=lists["roadmaps"],
        commitments=lists["commitments"], redirects=lists["redirects"], licences=lists["licences"],
        complete_lists=lists["lists"], deadlines=lists["deadlines"], working_weeks=lists["weeks"], to_read=lists["to_read"], datasets=lists["datasets"],
        described=lists["corridors"], rescue_lines=lists["rescue_lines"], lines=loader.lines,
        periods=loader.single("data/freshness.yaml", Periods) or USUAL,
    )  # fmt: skip
    return Loaded(library, loader.documents, loader.problems)


def _read(text: str, name: str) -> tuple[Document, list[Problem]]:
    """A YAML text with what is wrong in its form and its texts; raise ``ReadError`` if it is no YAML."""
    document = parse(text, name)
    return document, [*bounded(document.repeated), *bounded(text_problems(document))]


class _Loader:
    def __init__(self, root: Path, results: ResultCache) -> None:
        self.root = root
        self.results = results
        self.documents: dict[str, Document] = {}
        self.problems: list[Problem] = []
        self.searched: set[str] = set()
        """Files whose unknown fields have been told."""
        self.lines: dict[tuple[str, str], tuple[str, int]] = {}

    def document(self, name: str) -> Document | None:
        """Read a file once; its form and its texts are checked here."""
        if name not in self.documents:
            try:
                text = text_of(self.root / name, self.root)
                document, met = self.results.get_or_compute((name, text), lambda: _read(text, name))
            except ReadError as unreadable:
                self.problems.append(unreadable.problem)
                return None
            self.documents[name] = document
            self.problems += met
        return self.documents[name]

    def single(self, name: str, model: type[M]) -> Any:
        """A file that is one thing; ``None`` if it is absent."""
        document = self.document(name) if os.path.lexists(self.root / name) else None
        return self._valid(document, document.tree, model, ()) if document else None

    def listed(self, name: str, key: str, model: type[M]) -> dict[str, Any]:
        """The items of a list in a file, by id. A file that is absent has none."""
        document = self.document(name) if os.path.lexists(self.root / name) else None
        tree = document.tree if document else None
        items = tree.get(key) if isinstance(tree, dict) else None
        found: dict[str, Any] = {}
        if not document:
            return found
        if not isinstance(items, list):
            self.problems.append(document.problem("M001", (key,)))
            return found
        self._strangers(document, LISTS[name])
        before = len(self.problems)
        for number, item in enumerate(items):
            at = (key, number)
            if len(self.problems) > before + MOST:
                self.problems.append(document.problem("Y012", at, limit=str(MOST)))
                break
            self._keep(found, document, self._valid(document, item, model, at), at)
        return found

    def _keep(self, found: dict[str, Any], document: Document, value: Any, at: tuple[str, int]) -> None:
        """One more item of a list; the first one of an id stands."""
        if value and value.id in found:
            first = self.lines[at[0], value.id][1]
            self.problems.append(document.problem("X009", (*at, "id"), found=value.id, first=f"{document.path}:{first}"))
        elif value:
            found[value.id] = value
            self.lines[at[0], value.id] = (document.path, document.place(at)[0])

    def _strangers(self, document: Document, keys: tuple[tuple[str, type[Model]], ...]) -> None:
        known = [key for key, _ in keys]
        if document.path not in self.searched:
            self.searched.add(document.path)
            tree = document.tree if isinstance(document.tree, dict) else {}
            self.problems += bounded(document.problem("M002", (key,)) for key in tree if key not in known)

    def folder(self, folder: str, model: type[M]) -> Iterator[Any]:
        """One model a file, in the order of the file names."""
        for path in sorted((self.root / folder).glob("*.yaml")):
            name = path.relative_to(self.root).as_posix()
            document = self.document(name)
            value = self._valid(document, document.tree, model, ()) if document else None
            if value is None or document is None:
                continue
            code = getattr(value, "id", None) or value.country
            if code != path.stem:
                at = ("id",) if hasattr(value, "id") else ("country",)
                self.problems.append(document.problem("X011", at, name=path.name, found=code))
            self.lines[folder, code] = (name, 1)
            self._lines_inside(document, value)
            yield value

    def _lines_inside(self, document: Document, value: Model) -> None:
        for key in ("contacts", "ratifications", "figures", "law", "projects", "emergency"):
            for number, item in enumerate(getattr(value, key, ())):
                name = getattr(item, "id", None) or getattr(item, "instrument", None) or str(number)
                owner = getattr(value, "id", None) or getattr(value, "country", "")
                line = document.place((key, number))[0]
                self.lines[key, name if key == "contacts" else f"{owner}/{name}"] = (document.path, line)

    def _valid(self, document: Document, tree: Any, model: type[M], at: tuple[str | int, ...]) -> Any:
        try:
            return TypeAdapter(model).validate_python(tree)
        except ValidationError as error:
            self.problems += bounded(model_problems(error, document, model, at))
            return None
