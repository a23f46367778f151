"""What each field of the data files is for, in French and English, with a good and a bad example.

One table (``fields.yaml``), three uses: editors' help (through the JSON Schema), the reference page, tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rsmms.language.tables import table
from rsmms.problems.messages import Message


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """One field, explained."""

    title: Message
    text: Message
    good: str
    bad: str


@cache
def _table() -> Mapping[str, FieldHelp]:
    loaded: dict[str, dict[str, str]] = table(Path(__file__).with_name("fields.yaml"))
    return {
        name: FieldHelp(Message(told["fr"], told["en"]), Message(told["fr_text"], told["en_text"]), told["good"], told["bad"])
        for name, told in loaded.items()
    }


def field_help(owner: str, name: str) -> FieldHelp | None:
    """Help for a field of a model (or of a file of lists); the one that holds everywhere if there is no special one."""
    return _table().get(f"{owner}.{name}") or _table().get(name)


def explain(schema: dict[str, Any], owner: str) -> None:
    """Put titles, descriptions and examples into the properties of an object of a JSON Schema."""
    for name, told in schema.get("properties", {}).items():
        found = field_help(owner, name)
        if not found:
            continue
        told["title"] = f"{found.title.fr} · {found.title.en}"
        told["description"] = "\n\n".join([found.text.fr, found.text.en, _examples(found)])
        told.setdefault("examples", [_value(found.good)])
        told["x-examples-bad"] = [found.bad]


def _examples(found: FieldHelp) -> str:
    return f"✓ {found.good}\n\n✗ {found.bad}"


def _value(text: str) -> Any:
    """An example as the value an editor inserts."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - this loader makes text, lists and mappings only
