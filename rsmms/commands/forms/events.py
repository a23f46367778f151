"""What a forge tells when somebody fills in a form: GitHub and Forgejo in one shape, GitLab in another."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

_LARGEST = 1_000_000
"""Bytes of an event; forges cut the text of an issue long before."""
_NO_EVENT = Message(
    "{path} n’est pas un événement d’une forge (GitHub, Forgejo ou GitLab) : un fichier JSON avec un ticket.",
    "{path} is no event of a forge (GitHub, Forgejo or GitLab): a JSON file with an issue.",
)
_CLOSED = ("closed",)


@dataclass(frozen=True, slots=True)
class Filled:
    """One issue with the form that was filled in."""

    number: int
    body: str
    day: date
    """The day it was opened."""
    closed: bool = False


def read_event(path: Path, today: date) -> Filled:
    """The issue of an event's file; raise ``CommandError`` for a file that holds none."""
    try:
        raw = path.read_bytes()
        event = json.loads(raw) if len(raw) <= _LARGEST else None
    except (ValueError, RecursionError):
        event = None
    issue = _issue(event) if isinstance(event, dict) else None
    if issue is None:
        raise CommandError(_NO_EVENT, path=path.name)
    number = issue.get("number", issue.get("iid"))
    body = issue.get("body", issue.get("description"))
    if not isinstance(number, int) or isinstance(number, bool) or not isinstance(body, str | None):
        raise CommandError(_NO_EVENT, path=path.name)
    return Filled(number, body or "", _day(issue.get("created_at"), today), issue.get("state") in _CLOSED)


def _issue(event: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The issue itself: ``issue`` at GitHub and Forgejo, ``object_attributes`` at GitLab."""
    told = event.get("issue", event.get("object_attributes") if event.get("object_kind") == "issue" else None)
    return told if isinstance(told, dict) else None


def _day(written: Any, today: date) -> date:
    """``2026-11-28T10:12:01Z``, or ``2026-11-28 10:12:01 UTC`` at GitLab; never a day that is still to come."""
    try:
        return min(date.fromisoformat(str(written)[:10]), today)
    except ValueError:
        return today
