"""``rsmms new``: a valid file or entry with a comment for each field that was left out.

Nothing is made up: what must be there and was not given is asked for, and then nothing is written.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import yaml
from pydantic import TypeAdapter

from rsmms.changes.files import Edit
from rsmms.model.base import Model
from rsmms.model.contact import Contact
from rsmms.model.country import Country
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.reading.fields import field_help
from rsmms.reading.load import LISTS

LISTED = {"practice": "Practice", "event": "Event", "source": "Source", "term": "Term", "agreement": "Agreement"}
"""Kinds whose entries stand in one list: what people type → model."""
KINDS = ("contact", "country", "situation", "language", *LISTED)
_QUOTED = ("number", "article")
_LAST = ("source", "more_sources", "as_of", "read", "called", "checked", "confidence", "note")
MISSING = Message(
    "Il manque : {fields}. Écrivez-les ainsi : {example}. Rien n’a été écrit.",
    "Missing: {fields}. Write them like this: {example}. Nothing was written.",
)
EXISTS = Message("{path} existe déjà. Rien n’a été écrit.", "{path} exists already. Nothing was written.")
_UNKNOWN = Message(
    "Champ inconnu : {fields}. Champs possibles : {known}. Rien n’a été écrit.",
    "Unknown field: {fields}. Possible fields: {known}. Nothing was written.",
)
_NO_KIND = Message("Ce genre n’a pas de fichier ici : {kind}.", "This kind has no file here: {kind}.")


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of one thing: those given, and the model that knows the others."""

    model: type[Model]
    given: Mapping[str, str]

    def lines(self, indent: str) -> list[str]:
        """YAML of the entry, one field after the other as the model has them."""
        schema = TypeAdapter(self.model).json_schema()
        self._complain(schema)
        lines: list[str] = []
        for name, told in sorted(schema["properties"].items(), key=lambda item: _order(item[0])):
            texts = {key.partition(".")[2] or "fr": value for key, value in self.given.items() if key.partition(".")[0] == name}
            lines += _field(name, told, texts) if texts else _comment(self.model.__name__, name)
        return [indent + line for line in lines]

    def _complain(self, schema: Mapping[str, Any]) -> None:
        names = {key.partition(".")[0] for key in self.given}
        missing = [name for name in schema["required"] if name not in names]
        unknown = sorted(names - set(schema["properties"]))
        if unknown:
            raise CommandError(_UNKNOWN, fields=", ".join(unknown), known=", ".join(schema["properties"]))
        if missing:
            raise CommandError(MISSING, fields=", ".join(missing), example=" ".join(_example(self.model, m) for m in missing))


def _example(model: type[Model], name: str) -> str:
    found = field_help(model.__name__, name)
    good = found.good.removeprefix("fr: ") if found else "…"
    return f'{name}="{good}"' if " " in good else f"{name}={good}"


def _order(name: str) -> int:
    """Name first, source and dates last; between them as the model has it."""
    return -1 if name == "id" else _LAST.index(name) + 1 if name in _LAST else 0


def _comment(owner: str, name: str) -> list[str]:
    """A field left out, with its title in both languages and a good example, ready to lose its ``#``."""
    found = field_help(owner, name)
    if not found:
        return [f"# {name}:"]
    about = f"  # {found.title.fr} · {found.title.en}"
    if found.good.startswith(("- ", "fr: ")):
        return [f"# {name}:{about}", f"#   {found.good}"]
    return [f"# {name}: {found.good}{about}"]


def _field(name: str, told: Mapping[str, Any], texts: Mapping[str, str]) -> list[str]:
    kinds = [told, *told.get("anyOf", ())]
    items = next((k["items"] for k in kinds if k.get("type") == "array"), None)
    if items is not None:
        return [f"{name}:", *(f"  - {_item(items, part.strip())}" for part in texts["fr"].split(","))]
    if any(k.get("type") == "object" for k in kinds):
        return [f"{name}:", *(f"  {language}: {scalar(text)}" for language, text in texts.items())]
    return [f"{name}: {scalar(texts['fr'], quoted=name in _QUOTED)}"]


def _item(items: Mapping[str, Any], text: str) -> str:
    reference = items.get("$ref", "")
    return f"number: {scalar(text, quoted=True)}" if reference.endswith("/Phone") else scalar(text)


def scalar(text: str, *, quoted: bool = False) -> str:
    """A text as YAML: plain where YAML reads it back unchanged, else in straight quotes.

    >>> scalar("Lomé"), scalar("Allo : 117"), scalar("117", quoted=True)
    ('Lomé', '"Allo : 117"', '"117"')
    """
    try:
        read = yaml.load(f"a: {text}\nb: c", Loader=yaml.BaseLoader)  # noqa: S506 - this loader makes text, lists and mappings only
    except yaml.YAMLError:
        read = None
    plain = read == {"a": text, "b": "c"}
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return text if plain and not quoted else f'"{escaped}"'


def new_contact(root: Path, code: str, given: Mapping[str, str]) -> Edit:
    """A contact at the end of the file of its country (alpha-3), which is made if need be; ``given`` maps fields to what was typed.

    Raise ``CommandError`` if the id is there already, or a field is missing or unknown.
    """
    name = f"data/contacts/{code}.yaml"
    entry = _listed(Entry(Contact, given).lines("    "))
    if (root / name).exists():
        return _append(root, name, entry, given.get("id", ""))
    head = (
        "# yaml-language-server: $schema=../schema/contacts.schema.json\n"
        "# Contacts : syndicats, permanences et lignes d’aide. Corrigez ici une adresse ou un numéro, avec sa source.\n"
        "# Contacts: unions, help desks and hotlines. Correct an address or a number here, with its source.\n"
    )
    return new_file(root, name, f"{head}country: {code}\ncontacts:\n{entry}")


def new_country(root: Path, code: str, slug: str) -> Edit:
    """A country's profile that says nothing yet, by its code (alpha-3) and the end of its address; raise ``CommandError`` if it exists."""
    lines = Entry(Country, {"id": code, "slug": slug}).lines("")
    head = (
        "# yaml-language-server: $schema=../schema/country_profile.schema.json\n"
        "# Profil du pays : un fait, une source, une date. Ce qu’aucune source ne dit reste vide.\n"
        "# Country profile: one fact, one source, one date. What no source says stays empty.\n"
    )
    return new_file(root, f"data/country_profiles/{code}.yaml", head + "\n".join(lines) + "\n")


def new_listed(root: Path, kind: str, given: Mapping[str, str]) -> Edit:
    """An entry at the end of the list of its kind.

    Raise ``CommandError`` for a kind without a file, an id that is there already, or a field that is missing or unknown.
    """
    places = [(name, model) for name, keys in LISTS.items() for _, model in keys if model.__name__ == LISTED[kind] and len(keys) == 1]
    if not places or not (root / places[0][0]).exists():
        raise CommandError(_NO_KIND, kind=kind)
    name, model = places[0]
    return _append(root, name, _listed(Entry(model, given).lines("    ")), given.get("id", ""))


def _listed(lines: Sequence[str]) -> str:
    """Fields as one item of a list: the first real field carries the dash, comments come after it."""
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    ordered = [lines[first], *lines[:first], *lines[first + 1 :]]
    ordered.sort(key=lambda line: not line.startswith("    id:"))
    return "\n".join(["  - " + ordered[0].strip(), *ordered[1:]]) + "\n"


def _append(root: Path, file: str, entry: str, name: str) -> Edit:
    before = (root / file).read_bytes()
    text = before.decode()
    if name and re.search(rf"^  - id: *[\"']?{re.escape(name)}[\"']?\s*$", text, re.MULTILINE):
        raise CommandError(EXISTS, path=f"{PurePath(file).name} · {name}")
    text = re.sub(r": *\[\]\s*$", ":", text)
    return Edit(file, before, (text.rstrip("\n") + "\n" + entry).encode())


def new_file(root: Path, name: str, text: str) -> Edit:
    """A file that was not there before; raise ``CommandError`` if it was."""
    if (root / name).exists():
        raise CommandError(EXISTS, path=PurePath(name).name)
    return Edit(name, None, text.encode())
