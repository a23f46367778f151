"""JSON Schema of the data files, generated from the models, for editors and tests."""

import json
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from rsmms.model.contact import ContactFile
from rsmms.model.country import Country
from rsmms.model.freshness import Periods
from rsmms.model.front import Front
from rsmms.reading.choices import name_values
from rsmms.reading.fields import explain
from rsmms.reading.load import LISTS

PAGE = "page.schema.json"
"""The schema of the headers of Markdown pages: no file of YAML has it."""

OWNER = "x-model"
"""The field of a schema that names the model of the whole file."""


class _Lenient(GenerateJsonSchema):
    """Schema for YAML as people type it: a number may stand unquoted where a text or date is read."""

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic names and passes it
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2026-11-22"]}


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """Each schema by its file name below ``data/schema``."""
    made = {
        f"{Path(name).stem}.schema.json": _lists(Path(name).stem, keys) for name, keys in LISTS.items()
    }
    made["country_profile.schema.json"] = _one(Country)
    made["contacts.schema.json"] = _one(ContactFile)
    made["freshness.schema.json"] = _one(Periods)
    made[PAGE] = _one(Front)
    return made


def _one(model: Any) -> dict[str, Any]:
    schema = TypeAdapter(model).json_schema(schema_generator=_Lenient)
    _explain(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _lists(title: str, keys: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    properties = {}
    for key, model in keys:
        many: Any = GenericAlias(list, model)
        inner = TypeAdapter(many).json_schema(schema_generator=_Lenient)
        definitions |= inner.pop("$defs", {})
        properties[key] = inner
    whole = {"title": title, "properties": properties, "$defs": definitions}
    _explain(whole)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", **whole,
        "type": "object", "additionalProperties": False, "required": list(properties),
    }  # fmt: skip


def _explain(schema: dict[str, Any]) -> None:
    """Help for every field, in both languages, so that editors with YAML support complete and explain."""
    owner = schema[OWNER] = schema["title"]
    explain(schema, owner)
    name_values(schema, owner)
    for name, definition in schema.get("$defs", {}).items():
        explain(definition, name)
        name_values(definition, name)


def dump(schema: dict[str, Any]) -> str:
    """The text that is committed."""
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write(folder: Path) -> list[str]:
    """Write all schemas; names of those that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, schema in schemas().items():
        path, text = folder / name, dump(schema)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    return changed


_FOLDERS = {"country_profile": "country_profiles/*.yaml", "contacts": "contacts/*.yaml"}
"""Schemas of files that stand in a folder."""


def bindings() -> dict[str, str]:
    """Which files each schema is for, as ``.vscode/settings.json`` says it."""
    names = {name: name.removesuffix(".schema.json") for name in sorted(schemas()) if name != PAGE}
    return {f"data/schema/{name}": f"data/{_FOLDERS.get(stem, stem + '.yaml')}" for name, stem in names.items()}


def bind_editor(root: Path) -> bool:
    """Bring ``.vscode/settings.json`` up to date, if there is one; True if it changed."""
    path = root / ".vscode" / "settings.json"
    settings = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    if settings is None or settings.get("yaml.schemas") == bindings():
        return False
    path.write_text(json.dumps(settings | {"yaml.schemas": bindings()}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return True
