"""JSON Schemas: current, bound to every file, and of the same opinion as the models."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from helpers import PROJECT, ROOT, accepts
from rsmms.model.reach import NUMBER, Number
from rsmms.problems.messages import Message
from rsmms.reading.choices import both, choice, model_title
from rsmms.reading.fields import field_help
from rsmms.reading.schema import OWNER, PAGE, bind_editor, bindings, dump, schemas, write
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
    loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(true|false)$"), list("tf"))
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


def parts(schema: dict) -> list[tuple[str, dict]]:
    """The file itself and every thing and list in it, by name."""
    return [(schema[OWNER], schema), *schema.get("$defs", {}).items()]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_everything_has_a_title_in_both_languages(name: str):
    """Every thing, every field of it, every closed list; the two languages differ unless the word is the same."""
    for owner, part in parts(schemas()[name]):
        title = model_title(owner)
        assert title, owner
        assert part["title"] == both(title)
        for field in part.get("properties", {}):
            told = field_help(owner, field)
            assert told, f"{owner}.{field}"
            assert all([told.title.fr, told.title.en, told.text.fr, told.text.en]), field
            assert part["properties"][field]["title"] == f"{told.title.fr} · {told.title.en}"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_value_of_a_closed_list_has_words(name: str):
    """Confidence, yes, no and unknown among them; no place is left open in them."""
    for owner, part in parts(schemas()[name]):
        assert len(part.get("enumDescriptions", ())) == len(part.get("enum", ())), owner
        assert [words for words in part.get("enumDescriptions", ()) if "{" in words] == []


def test_words_of_lists_in_both_languages():
    """What stands in a file and what a form shows for it."""
    assert choice("Tri", "unknown") == Message("Personne ne le sait", "Nobody knows")
    assert choice("Tri", "yes") == Message("Oui", "Yes")
    assert choice("Confidence", "disputed") == Message("Les sources ne sont pas d’accord", "The sources disagree")
    assert choice("Kind", "hotline") == Message("Ligne d’aide", "Help line")
    assert choice("Tri", "maybe") is None
    assert choice("Contact", "id") is None


@pytest.mark.parametrize(("text", "good"), [
    ("+22822213334", True), ("117", True), ("0800800800", True), ("*123#", True),
    ("22 21 33 34", False), ("+228 22213334", False), ("1", False), ("12:30", False), ("", False), ("+0123456789", False),
])  # fmt: skip
def test_the_pattern_of_numbers_says_what_the_model_says(text: str, good: bool):
    """Editors and forms refuse exactly what the check refuses."""
    assert accepts(Number, text) is good
    assert bool(re.search(NUMBER, text)) is good
    assert schemas()["contacts.schema.json"]["$defs"]["Phone"]["properties"]["number"]["pattern"] == NUMBER


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.relative_to(ROOT / "docs").as_posix())
def test_headers_of_pages_obey_their_schema(path: Path, tmp_path: Path):
    """Every page's header, as an editor reads it; and a field that no page has would be told."""
    header = tmp_path / "header.yaml"
    header.write_text(path.read_text(encoding="utf-8").split("---\n")[1], encoding="utf-8")
    validator = jsonschema.Draft202012Validator(schemas()[PAGE])
    tree = loose(header)

    assert [f"{'.'.join(map(str, e.path))}: {e.message[:100]}" for e in validator.iter_errors(tree)] == []
    assert list(validator.iter_errors({**tree, "titel": "x"}))
