"""Rules of the campaign texts and of the ILO's list: cited articles exist, and names inside a file are known there."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from rsmms.model.campaign import GENERAL, Campaign
from rsmms.model.library import Library
from rsmms.problems.problem import Problem, bounded, closest
from rsmms.reading.document import Document, Path_
from rsmms.reading.load import Loaded

T = TypeVar("T")
CAMPAIGNS = "data/campaigns.yaml"
ILO_LIST = "data/ilo_indicators.yaml"


def check_knowledge(loaded: Loaded) -> list[Problem]:
    """All problems of the two files; none where a file is absent."""
    library, documents = loaded.library, loaded.documents
    found = list(bounded(_campaigns(library, documents[CAMPAIGNS]))) if CAMPAIGNS in documents else []
    return found + (list(bounded(_ilo_list(library, documents[ILO_LIST]))) if ILO_LIST in documents else [])


def _campaigns(library: Library, document: Document) -> Iterator[Problem]:
    for number, campaign in placed(library.campaigns, document, "campaigns"):
        at = ("campaigns", number)
        if campaign.id not in (GENERAL, campaign.instrument):
            yield document.problem("X030", (*at, "id"), campaign.instrument or GENERAL, found=campaign.id)
        yield from _articles(library, document, at, campaign)


def _articles(library: Library, document: Document, at: Path_, campaign: Campaign) -> Iterator[Problem]:
    instrument = library.instruments.get(campaign.instrument or "")
    for key in ("change", "objections"):
        for number, item in enumerate(getattr(campaign, key)):
            if item.article and instrument and not library.cite(instrument.id, item.article, None):
                numbers = [a.number for p in instrument.parts for a in p.articles]
                yield document.problem("X006", (*at, key, number, "article"), closest(item.article, numbers),
                                       found=item.article, instrument=instrument.code)  # fmt: skip


def _ilo_list(library: Library, document: Document) -> Iterator[Problem]:
    for number, table in placed(library.ilo_tables, document, "tables"):
        if table.group not in library.ilo_groups:
            yield document.problem("X030", ("tables", number, "group"), closest(table.group, library.ilo_groups), found=table.group)
        for place, producer in enumerate(table.producers):
            if producer not in library.ilo_producers:
                yield document.problem("X030", ("tables", number, "producers", place), closest(producer, library.ilo_producers), found=producer)


def placed(things: Mapping[str, T], document: Document, key: str) -> Iterator[tuple[int, T]]:
    """Each thing with its place in the file; those left out for another problem have none."""
    items = document.tree.get(key) if isinstance(document.tree, dict) else None
    for number, item in enumerate(items or ()):
        found = things.get(str(item.get("id"))) if isinstance(item, dict) else None
        if found:
            yield number, found
