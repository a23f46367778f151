"""The tables of the open data: which columns, of what type, and what they say (read from tables.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from rsmms.language.tables import table
from rsmms.model.base import Confidence
from rsmms.model.contact import Kind, Tri
from rsmms.model.country import Action, Status
from rsmms.model.deadline import DeadlineKind
from rsmms.model.deadline import Unit as DeadlineUnit
from rsmms.model.emergency import Evidence, Service
from rsmms.model.front import Group
from rsmms.model.indicator import Unit
from rsmms.model.instrument import Organisation
from rsmms.model.reach import Caller

ENUMS: Mapping[str, type[StrEnum]] = {
    "confidence": Confidence, "kind": Kind, "tri": Tri, "status": Status, "action": Action, "unit": Unit,
    "group": Group, "organisation": Organisation, "caller": Caller, "service": Service, "evidence": Evidence,
    "deadline_unit": DeadlineUnit, "deadline_kind": DeadlineKind,
}  # fmt: skip
"""Closed lists that a column may be limited to."""


@dataclass(frozen=True)
class Field:
    """One column."""

    name: str
    type: str
    about: Mapping[str, str]
    """What it says, in French and English."""
    ref: str = ""
    """Table whose key it holds."""
    enum: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """The values it is limited to; empty if any."""
        return tuple(member.value for member in ENUMS[self.enum]) if self.enum else ()


@dataclass(frozen=True)
class Table:
    """One table; its files carry its name."""

    name: str
    title: Mapping[str, str]
    about: Mapping[str, str]
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    by_country: bool
    """True if each country has a file of its own as well."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns in their order."""
        return tuple(f.name for f in self.fields)


@cache
def tables() -> Mapping[str, Table]:
    """All tables by name; one that refers to another comes after it."""
    tree = table(Path(__file__).with_name("tables.yaml"))
    made = (_table(entry, tree["languages"], tree["trail"]) for entry in tree["tables"])
    return {one.name: one for one in made}


def languages() -> tuple[str, ...]:
    """Languages that have a column in every text."""
    return tuple(dict.fromkeys(f.name.rpartition("_")[2] for f in tables()["countries"].fields if f.name.startswith("name_")))


def _table(entry: dict[str, Any], codes: list[str], trail: list[dict[str, Any]]) -> Table:
    listed = entry["fields"] + (trail if entry.get("trail") else [])
    fields = tuple(made for item in listed for made in _fields(item, codes))
    about = {"fr": entry["about_fr"], "en": entry["about_en"]}
    title = {"fr": entry["fr"], "en": entry["en"]}
    return Table(entry["name"], title, about, tuple(entry["key"]), fields, bool(entry.get("by_country")))


def _fields(item: dict[str, Any], codes: list[str]) -> list[Field]:
    """One field, or one a language for a text."""
    about, kind = {"fr": item["fr"], "en": item["en"]}, item.get("type", "string")
    if kind != "text":
        return [Field(item["name"], kind, about, item.get("ref", ""), item.get("enum", ""))]
    told = {code: {"fr": f"{about['fr']} ({code}).", "en": f"{about['en']} ({code})."} for code in codes}
    return [Field(f"{item['name']}_{code}", "string", told[code]) for code in codes]
