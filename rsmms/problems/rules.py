"""Every rule with its title and an example of wrong and right: what the reference page and annotations show."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rsmms.language.tables import table
from rsmms.problems.messages import MESSAGES, Message


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, explained."""

    code: str
    title: Message
    message: Message
    wrong: str
    """What somebody may have typed; empty if there is no short example."""
    right: str
    """The same, as it should be."""


@cache
def rules() -> Mapping[str, Rule]:
    """All rules, in the order of ``MESSAGES``. A rule without an entry is called by its code."""
    told: dict[str, dict[str, str]] = table(Path(__file__).with_name("rules.yaml"))
    return {code: _rule(code, message, told.get(code, {})) for code, message in MESSAGES.items()}


def _rule(code: str, message: Message, told: Mapping[str, str]) -> Rule:
    title = Message(told.get("fr", code), told.get("en", code))
    return Rule(code, title, message, told.get("wrong", "").rstrip("\n"), told.get("right", "").rstrip("\n"))
