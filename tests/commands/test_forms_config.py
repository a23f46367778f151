"""The settings of the form editor equal the models: every field, its words, its pattern; a new field appears by itself; its policy is its own."""

import copy
from typing import Any

import pytest
import yaml

from helpers import LANGUAGES, ROOT, full, run
from rsmms.commands.forms.form_config import OWN_BRANCH, dumped, forge_of, policy, settings
from rsmms.commands.forms.form_fields import FormFields
from rsmms.deploy.headers import POLICY
from rsmms.model.contact import Contact, ContactFile, Kind
from rsmms.model.front import Front
from rsmms.model.reach import NUMBER, Phone
from rsmms.model.source import Source
from rsmms.reading.schema import schemas

GITHUB = "https://github.com/o/r/edit/main/"


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What `make admin` would write for the real project."""
    return settings(ROOT, GITHUB, LANGUAGES, "https://rsmms.example/")


def collection(told: dict[str, Any], name: str) -> dict[str, Any]:
    """One collection by its name."""
    return next(one for one in told["collections"] if one["name"] == name)


def fields(listed: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Fields by name."""
    return {field["name"]: field for field in listed}


def test_every_field_of_the_models_is_in_the_form(told: dict[str, Any]):
    """Contacts, their numbers, sources and headers of pages; headers without what commands write."""
    contacts = fields(collection(told, "contacts")["fields"])
    contact = fields(contacts["contacts"]["fields"])
    source = fields(fields(collection(told, "sources")["files"][0]["fields"])["sources"]["fields"])
    page = fields(collection(told, "fr-situations")["fields"])

    assert set(contacts) == set(ContactFile.model_fields)
    assert set(contact) == set(Contact.model_fields)
    assert set(fields(contact["phones"]["fields"])) == set(Phone.model_fields)
    assert set(source) == set(Source.model_fields)
    assert set(page) == {field.alias or name for name, field in Front.model_fields.items()} - {"from", "reviewed", "audio"} | {"body"}
    assert next(iter(contact)) == "id"


def test_a_new_field_appears_by_itself():
    """Nothing else has to be changed than the model."""
    schema = copy.deepcopy(schemas()["contacts.schema.json"])
    schema["$defs"]["Contact"]["properties"]["signal"] = {"type": "string", "title": "Signal · Signal", "description": "Un essai.", "pattern": "^x$"}
    contact = fields(fields(FormFields(schema, LANGUAGES).of(schema))["contacts"]["fields"])

    assert contact["signal"] == {
        "name": "signal", "label": "Signal", "hint": "Un essai.", "required": False, "widget": "string", "pattern": ["^x$", "^x$"],
    }  # fmt: skip


def test_words_patterns_and_relations(told: dict[str, Any]):
    """Closed lists have words, patterns our messages, hints a good and a bad example; sources are chosen by title."""
    contact = fields(fields(collection(told, "contacts")["fields"])["contacts"]["fields"])
    number = fields(contact["phones"]["fields"])["number"]

    assert number["pattern"] == [NUMBER, number["pattern"][1]]
    assert "avec + et l’indicatif" in number["pattern"][1]
    assert "with + and the country code" in number["pattern"][1]
    assert "✓" in number["hint"]
    assert "✗ 22 21 33 34" in number["hint"]
    assert [option["value"] for option in contact["kind"]["options"]] == [kind.value for kind in Kind]
    assert {"label": "Ligne d’aide · Help line", "value": "hotline"} in contact["kind"]["options"]
    assert [option["value"] for option in contact["rsmms_member"]["options"]] == ["yes", "no", "unknown"]
    assert contact["source"]["widget"] == "relation"
    assert contact["source"]["display_fields"][0] == "sources.*.title"
    assert [text["required"] for text in contact["name"]["fields"]] == [True, False, False]


def test_country_profiles_stay_out(told: dict[str, Any]):
    """Their figures are maps of years, which a save would turn into lists; every folder with pages is there, in each language."""
    folders = {one.get("folder") for one in told["collections"]}
    pages = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "fr").rglob("*.md")}

    assert not [folder for folder in folders if folder and "country_profiles" in folder]
    assert pages <= folders
    assert fields(collection(told, "fr-situations")["fields"])["body"]["modes"] == ["raw"]


def test_settings_are_the_same_bytes_and_no_anchor(told: dict[str, Any]):
    """Read back, they say the same."""
    text = dumped(told)

    assert text == dumped(settings(ROOT, GITHUB, LANGUAGES, "https://rsmms.example/"))
    assert yaml.safe_load(text) == told
    assert "\n  - &" not in text
    assert ": *" not in text.replace(": **", "")


@pytest.mark.parametrize(("address", "name", "hosts", "workflow"), [
    (GITHUB, "github", "https://api.github.com", True),
    ("https://github.example.org/o/r/edit/main/", "github", "https://github.example.org", True),
    ("https://gitlab.com/g/sub/r/-/edit/main/", "gitlab", "https://gitlab.com", True),
    ("https://codeberg.org/o/r/_edit/main/", "gitea", "https://codeberg.org", False),
    ("", "github", "", True),
])  # fmt: skip
def test_each_forge_and_its_policy(address: str, name: str, hosts: str, workflow: bool):
    """Only the forge may be asked; where every save would land in the main branch, the form has a branch of its own."""
    forge = forge_of(address)
    made = settings(ROOT, address, LANGUAGES)
    said = {part.split()[0]: part.split()[1:] for part in policy(forge).split("; ")}

    assert made["backend"]["name"] == name
    assert ("publish_mode" in made) is workflow
    assert made["backend"]["branch"] == ("main" if workflow else OWN_BRANCH)
    assert said["connect-src"] == ["'self'", "blob:", "data:", *([hosts] if hosts else [])]
    assert said["script-src"] == ["'self'"]
    assert said["default-src"] == ["'none'"]
    assert policy(forge) != POLICY


def test_the_command_writes_beside_the_site(tmp_path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Into admin-site, never into site, and it says when no repository is set; a folder of somebody else is left alone."""
    monkeypatch.delenv("EDIT_BASE", raising=False)
    root = full(tmp_path / "p")

    assert run(root, "admin") == 0
    assert "No repository is set" in capsys.readouterr().out
    assert sorted(path.name for path in (root / "admin-site").iterdir()) == ["_headers", "admin.css", "config.yml", "index.html"]
    assert not (root / "site").exists()
    (root / "admin-site" / "index.html").write_text("mine", encoding="utf-8")
    assert run(root, "admin") == 1
