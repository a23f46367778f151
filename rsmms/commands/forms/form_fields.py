"""The fields of the form editor, made from the JSON Schema of the models: a new field of a model appears by itself.

Labels, hints with a good and a bad example, patterns with the check's own words, closed lists with words: all in French and English.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rsmms.changes.applying import LAST
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.reading.choices import both, choice
from rsmms.reading.model_errors import form_in_words

Field = dict[str, Any]
Told = Mapping[str, Any]
RELATIONS = {
    "source": "sources", "more_sources": "sources", "sources": "sources", "members_source": "sources", "situations": "situations",
}  # fmt: skip
"""Fields that name another thing by its id → what they name."""
_TARGETS: dict[str, Field] = {
    "sources": {
        "collection": "sources", "file": "sources", "value_field": "sources.*.id", "display_fields": ["sources.*.title", "sources.*.publisher"],
        "search_fields": ["sources.*.title", "sources.*.publisher", "sources.*.id"],
    },
    "situations": {"collection": "fr-situations", "value_field": "id", "display_fields": ["title"], "search_fields": ["title", "id"]},
}  # fmt: skip
_FIRST = ("id", "country", "name", "title", "publisher")
_LANGUAGE_NAMES = {"fr": "Français · French", "en": "Anglais · English", "ee": "Éwé · Ewe"}


@dataclass(frozen=True, slots=True)
class FormFields:
    """Makes the fields of one schema."""

    schema: Told
    languages: Sequence[str]

    def of(self, part: Told, without: frozenset[str] = frozenset()) -> list[Field]:
        """The fields of an object of the schema: what it is called first, where it comes from last, and between them as the model has it."""
        required = part.get("required", ())
        names = sorted((name for name in part["properties"] if name not in without), key=_rank)
        return [self._field(name, part["properties"][name], required=name in required) for name in names]

    def _field(self, name: str, told: Told, *, required: bool) -> Field:
        made: Field = {"name": name, "label": _label(told["title"]), "hint": _hint(told), "required": required}
        return made | self._widget(name, self._plain(told))

    def _plain(self, told: Told) -> Told:
        """What a value may be, without "nothing" and with what a reference names."""
        options = [option for option in told.get("anyOf", ()) if option.get("type") != "null"]
        found = options[0] if options else told
        reference = str(found.get("$ref", "")).rpartition("/")[2]
        return {**self.schema["$defs"][reference], "x-name": reference} if reference else found

    def _widget(self, name: str, told: Told) -> Field:
        if "enum" in told:
            return {"widget": "select", "options": _options(told)}
        kind = told.get("type")
        if kind == "array":
            return self._list(name, self._plain(told["items"]), least=int(told.get("minItems", 0)))
        if kind == "object":
            return self._object(told)
        if name in RELATIONS:
            return {"widget": "relation", **_TARGETS[RELATIONS[name]]}
        if kind in ("integer", "number"):
            return {"widget": "number", "value_type": "int" if kind == "integer" else "float"}
        return {"widget": "boolean"} if kind == "boolean" else _text(told)

    def _list(self, name: str, items: Told, *, least: int) -> Field:
        at_least: Field = {"min": least} if least else {}
        if "enum" in items:
            return {"widget": "select", "multiple": True, "options": _options(items), **at_least}
        if name in RELATIONS and "properties" not in items:
            return {"widget": "relation", "multiple": True, **_TARGETS[RELATIONS[name]], **at_least}
        if "properties" in items:
            fields = self.of(items)
            return {"widget": "list", "fields": fields, "summary": f"{{{{fields.{fields[0]['name']}}}}}", "collapsed": True, **at_least}
        inner = {"name": "value", "label": name, **_text(items)}
        return {"widget": "list", "field": inner, **at_least}

    def _object(self, told: Told) -> Field:
        if "properties" in told:
            return {"widget": "object", "fields": self.of(told)}
        if "minLength" not in told:
            return {"widget": "keyvalue"}
        texts: list[Field] = [
            {"name": code, "label": _LANGUAGE_NAMES.get(code, code), "widget": "text", "required": code == SOURCE_LANGUAGE} for code in self.languages
        ]
        return {"widget": "object", "fields": texts}


def _rank(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST) + (LAST.index(name) + 1 if name in LAST else 0)


def _label(title: str) -> str:
    """Both languages, or the word once where it is the same in both."""
    french, _, english = title.partition(" · ")
    return french if french == english else title


def _hint(told: Told) -> str:
    return " — ".join(part.strip() for part in told.get("description", "").split("\n\n") if part.strip())


def _options(told: Told) -> list[dict[str, str]]:
    words = [choice(told["x-name"], value) for value in told["enum"]]
    return [{"label": both(word) if word else value, "value": value} for value, word in zip(told["enum"], words, strict=True)]


def _text(told: Told) -> Field:
    """A text, with its pattern and what the check says of it."""
    pattern = told.get("pattern")
    words = form_in_words(pattern) if pattern else None
    made: Field = {"widget": "string"}
    if pattern:
        made["pattern"] = [pattern, both(words) if words else pattern]
    if "maxLength" in told:
        made["maxlength"] = told["maxLength"]
    return made
