"""Events as forges send them when somebody fills in the form about a wrong number, in their own shapes."""

import json
from pathlib import Path
from typing import Any

from helpers import ROOT
from rsmms.commands.forms.issue_form import Form, forms

FORMS = {(form.name, form.language): form for form in forms(ROOT)}
FR, EN = FORMS["wrong_number", "fr"], FORMS["wrong_number", "en"]
EMPTY = "_No response_"
"""What GitHub and Forgejo write for a field that was left empty."""
CALLED, PAGE, TOLD, OTHERWISE = range(4)
FOCAL_POINT, UNION, COORDINATION, VOLUNTEER, OTHER = range(5)


def filled(form: Form = FR, *, how: int | str = CALLED, role: int | str | None = UNION, tick: str = "X", **fields: str | None) -> str:
    """The body of an issue as GitHub and Forgejo write it; a choice by its number; a field that is ``None`` is missing with its heading."""
    told: dict[str, str | None] = {
        "page": "https://rsmms.example/contacts/togo/", "contact": "tgo-cstt", "wrong": "+228 22 21 33 34", "right": "+228 22 21 55 56",
        "how": _choice(form, "how", how), "source": "J’ai appelé le bureau.", "day": EMPTY, "role": _choice(form, "role", role),
        "agreed": f"- [{tick}] " + ("Je n’ai écrit aucun nom." if form is FR else "I wrote no name."), **fields,
    }  # fmt: skip
    return "\n\n".join(f"### {label}\n\n{told[name] or EMPTY}" for label, name in form.labels.items() if told[name] is not None)


def _choice(form: Form, name: str, chosen: int | str | None) -> str | None:
    return form.options[name][chosen] if isinstance(chosen, int) else chosen


def github(body: Any, action: str = "opened", state: str = "open") -> dict[str, Any]:
    """An ``issues`` event of GitHub, with the fields that are near those that are read."""
    issue = {
        "url": "https://api.github.com/repos/o/r/issues/12", "html_url": "https://github.com/o/r/issues/12", "id": 2771234567, "node_id": "I_kwDO",
        "number": 12, "title": "Un mauvais numéro", "user": {"login": "awa", "id": 1, "type": "User"},
        "labels": [{"id": 5, "name": "contact", "color": "ededed"}],
        "state": state, "locked": False, "assignee": None, "assignees": [], "milestone": None, "comments": 0, "created_at": "2026-11-28T10:12:01Z",
        "updated_at": "2026-11-28T10:12:01Z", "closed_at": None, "author_association": "NONE", "body": body, "reactions": {"total_count": 0},
    }  # fmt: skip
    more = {"changes": {"body": {"from": "…"}}} if action == "edited" else {}
    return {"action": action, "issue": issue, **more, "repository": {"id": 9, "full_name": "o/r"}, "sender": {"login": "awa", "id": 1}}


def forgejo(body: str) -> dict[str, Any]:
    """An ``issues`` event of Forgejo: the issue is alike, its number stands twice, days have the server's own hour."""
    issue = {
        "id": 77, "url": "https://git.example/api/v1/repos/o/r/issues/12", "html_url": "https://git.example/o/r/issues/12", "number": 12,
        "user": {"id": 3, "login": "awa", "username": "awa"}, "original_author": "", "title": "Un mauvais numéro", "body": body, "ref": "",
        "labels": [], "milestone": None, "state": "open", "is_locked": False, "comments": 0, "created_at": "2026-11-28T11:12:01+01:00",
        "updated_at": "2026-11-28T11:12:01+01:00", "closed_at": None, "due_date": None, "pull_request": None,
    }  # fmt: skip
    return {"action": "opened", "number": 12, "issue": issue, "repository": {"id": 9, "full_name": "o/r"}, "sender": {"id": 3, "login": "awa"}}


def gitlab(body: str) -> dict[str, Any]:
    """An issue hook of GitLab, whose templates are Markdown to fill in."""
    told = {
        "id": 301, "iid": 12, "title": "Un mauvais numéro", "description": body, "action": "open", "state": "opened",
        "created_at": "2026-11-28 10:12:01 UTC", "url": "https://gitlab.example/o/r/-/issues/12", "confidential": False,
    }  # fmt: skip
    return {"object_kind": "issue", "event_type": "issue", "user": {"id": 1, "username": "awa"}, "project": {"id": 1}, "object_attributes": told}


def written(folder: Path, event: Any) -> Path:
    """The event as a file."""
    path = folder / "event.json"
    path.write_text(event if isinstance(event, str) else json.dumps(event, ensure_ascii=False), encoding="utf-8")
    return path
