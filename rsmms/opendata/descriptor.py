"""The Data Package descriptor (Frictionless, version 1) and the list of checksums."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from rsmms.opendata.database import DATABASE
from rsmms.opendata.files import OpenData
from rsmms.opendata.release import FOLDER, LICENCE_URL
from rsmms.opendata.schema import Field, Table, tables

SCHEMA_VERSION = "1.1.0"
"""Semantic version of the columns: a new column is a minor change; a changed or removed one opens a new folder."""
_PARTIAL = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_PHONE = r"tel:(\+?[0-9]{2,15}|[*0-9]{2,14}%23)"
_TITLE = "Droits des travailleurs migrants : contacts, traités, lois et chiffres · Migrant workers’ rights: contacts, treaties, laws and figures"
_ABOUT = (
    "Données du réseau syndical RSMMS, chaque fait avec sa source et la date de sa vérification. "
    "« Inconnu » ne veut pas dire « non ». · Data of the RSMMS union network, each fact with its source and the date of its check. "
    "“Unknown” does not mean “no”."
)


def descriptor(data: OpenData, site_url: str) -> bytes:
    """``datapackage.json``: every table with its columns, keys, size and hash, then the other files."""
    package = {
        "profile": "data-package", "name": "rsmms-open-data", "id": f"{site_url}{FOLDER}/datapackage.json", "title": _TITLE, "description": _ABOUT,
        "homepage": f"{site_url}donnees/", "version": SCHEMA_VERSION, "created": f"{data.edition}T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE_URL, "title": "Creative Commons Attribution 4.0"}],
        "contributors": [{"title": "RSMMS", "role": "publisher"}],
        "keywords": ["migration", "labour", "rights", "trade unions", "ratification", "ILO"],
        "resources": [*(_table(t, data.files) for t in tables().values()), *_others(data.files)],
    }  # fmt: skip
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _file(name: str, content: bytes) -> dict[str, Any]:
    return {"path": name, "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _table(table: Table, files: Mapping[str, bytes]) -> dict[str, Any]:
    path = f"{table.name}.csv"
    return {
        "name": table.name, "title": _both(table.title), "description": _both(table.about), **_file(path, files[path]),
        "profile": "tabular-data-resource", "type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n", "header": True},
        "schema": {
            "fields": [_field(f) for f in table.fields], "missingValues": [""], "primaryKey": list(table.key),
            "foreignKeys": [_reference(f) for f in table.fields if f.ref],
        },
    }  # fmt: skip


def _both(said: Mapping[str, str]) -> str:
    """French and English on one line."""
    return f"{said['fr']} · {said['en']}"


def _field(field: Field) -> dict[str, Any]:
    kinds = {"integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}
    made: dict[str, Any] = {"name": field.name, "type": kinds.get(field.type, "string"), "description": _both(field.about)}
    if field.type == "boolean":
        made |= {"trueValues": ["true"], "falseValues": ["false"]}
    if field.type == "url":
        made["format"] = "uri"
    pattern = {"partial": _PARTIAL, "tel": _PHONE}.get(field.type)
    if pattern or field.values:
        made["constraints"] = {"pattern": pattern} if pattern else {"enum": list(field.values)}
    return made


def _reference(field: Field) -> dict[str, Any]:
    return {"fields": [field.name], "reference": {"resource": field.ref, "fields": list(tables()[field.ref].key)}}


def _others(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """JSON and SQLite: the same facts in another form."""
    made = []
    for name, content in files.items():
        stem, _, ending = name.rpartition(".")
        if ending == "json":
            told = {"name": f"{stem}-json", "type": "json", "format": "json", "mediatype": "application/json", "encoding": "utf-8"}
            made.append({**told, "title": f"{_both(tables()[stem].title)} (JSON)", **_file(name, content)})
    title = "Tout, en une base SQLite · Everything, in one SQLite database"
    told = {"name": "database", "type": "file", "format": "sqlite", "mediatype": "application/vnd.sqlite3", "title": title}
    return [*made, {**told, **_file(DATABASE, files[DATABASE])}]


def checksums(files: Mapping[str, bytes]) -> bytes:
    """``SHA256SUMS``, as ``sha256sum --check`` reads it."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return "".join(lines).encode()
