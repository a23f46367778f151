"""JSON Schemas: current, bound to every file, and of the same opinion as the models."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from helpers import PROJECT, ROOT
from rsmms.reading.schema import bind_editor, bindings, dump, schemas, write
from rsmms.reading.yaml_source import read

FILES = sorted((ROOT / "data").rglob("*.yaml"))
NAMES = {"country_profiles": "country_profile", "contacts": "contacts"}
"""Schema of the files of a folder; other files have the schema of their own name."""


def schema_of(path: Path) -> str:
    """The schema file that belongs to a data file."""
    return f"{NAMES.get(path.parent.name, path.stem)}.schema.json"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_committed_schemas_are_current(name: str):
    """``python -m rsmms schema`` was run after the models changed."""
    assert (ROOT / "data" / "schema" / name).read_text(encoding="utf-8") == dump(schemas()[name])


def test_no_schema_is_left_over():
    """Every committed schema comes from a model."""
    assert {p.name for p in (ROOT / "data" / "schema").iterdir()} == set(schemas())


def test_writing_tells_what_changed(tmp_path: Path):
    """The first time everything, the second time nothing."""
    assert sorted(write(tmp_path)) == sorted(schemas())
    assert write(tmp_path) == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_the_first_line_binds_the_schema(path: Path):
    """Editors read it: unionists get help while they type."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    binding = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert binding, first
    assert (path.parent / binding[1]).resolve() == ROOT / "data" / "schema" / schema_of(path)


def test_the_editor_maps_schemas_to_files():
    """.vscode/settings.json says the same as the first lines, for files that have none yet."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))

    assert settings["yaml.schemas"] == bindings()
    for path in FILES:
        glob = bindings()[f"data/schema/{schema_of(path)}"]
        assert path.relative_to(ROOT).match(glob), path


def test_binding_the_editor_keeps_its_other_settings(tmp_path: Path):
    """Only the schemas are written, and only when they changed; without a file nothing is made."""
    path = tmp_path / ".vscode" / "settings.json"

    assert bind_editor(tmp_path) is False
    path.parent.mkdir()
    path.write_text('{"files.eol": "\\n"}', encoding="utf-8")
    assert bind_editor(tmp_path) is True
    assert bind_editor(tmp_path) is False
    assert json.loads(path.read_text(encoding="utf-8")) == {"files.eol": "\n", "yaml.schemas": bindings()}


def loose(path: Path) -> object:
    """A file as an editor reads it: YAML 1.2, in which dates, ``no`` and ``on`` are texts."""
    loader = type("Loader", (yaml.CSafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        key: [(tag, form) for tag, form in listed if tag.rpartition(":")[2] not in ("timestamp", "bool")]
        for key, listed in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
    return json.loads(json.dumps(yaml.load(path.read_text(encoding="utf-8"), loader)))


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_files_obey_their_schema(path: Path):
    """What the check accepts, the editor accepts too: no red line under a right value."""
    schema = schemas()[schema_of(path)]
    validator = jsonschema.Draft202012Validator(schema)

    assert [f"{'.'.join(map(str, e.path))}: {e.message[:100]}" for e in list(validator.iter_errors(loose(path)))[:5]] == []


@pytest.mark.parametrize("name", sorted(n for n in PROJECT if n.startswith("data/")))
def test_the_tiny_project_obeys_too(tmp_path: Path, name: str):
    """Its texts are read as the program reads them."""
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(PROJECT[name], encoding="utf-8")
    tree = loose(path)

    jsonschema.Draft202012Validator(schemas()[schema_of(path)]).validate(tree)
    assert read(path, tmp_path).tree


def described(schema: dict) -> list[str]:
    """Names of properties of all models that have neither a description nor a telling form."""
    return [f"{name}.{key}" for name, model in schema.get("$defs", {}).items() for key in model.get("properties", {}) if not model["properties"][key]]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_field_says_something(name: str):
    """No property is empty in the schema."""
    assert described(schemas()[name]) == []
