"""The words of closed lists and the names of things, in French and English: for editors' help, the form, and the reference page."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rsmms.language.tables import table
from rsmms.language.words import Words
from rsmms.problems.messages import Message


@cache
def model_title(owner: str) -> Message | None:
    """What a thing of the files is, such as "a number" for ``Phone``."""
    told = _read("models.yaml").get(owner)
    return Message(*told) if told else None


@cache
def choice(owner: str, value: str) -> Message | None:
    """The words of one value of a closed list, such as "One source says so" for ``single_source``."""
    told = _read("choices.yaml").get(owner)
    if isinstance(told, str):
        return Message(*(Words(language).plain(told + value) for language in ("fr", "en")))
    return Message(*told[value]) if told and value in told else None


def both(message: Message) -> str:
    """French and English on one line; once where they are the same."""
    return message.fr if message.fr == message.en else f"{message.fr} · {message.en}"


def name_values(definition: dict[str, Any], owner: str) -> None:
    """Put a title, and the words of each value, into a definition of a JSON Schema; editors show ``enumDescriptions``."""
    title = model_title(owner)
    if title:
        definition["title"] = both(title)
    words = [choice(owner, value) for value in definition.get("enum", ())]
    if words and all(words):
        definition["enumDescriptions"] = [both(word) for word in words if word]


@cache
def _read(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = table(Path(__file__).with_name(name))
    return loaded
