"""The body of an issue as a forge writes it from a form: ``### Label``, an empty line, what was typed; read back into fields."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from rsmms.layout.repository import FORMS
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

FOLDER = ".github/ISSUE_TEMPLATE"
_HEADING = re.compile(r"###[ \t]+(.*?)[ \t]*#*")
_NOTHING = frozenset({"", "_no response_", "*no response*", "no response", "none", "n/a"})
"""What forges write for a field that was left empty, or a list from which nothing was chosen."""
_HINT = re.compile(r"<!--.*?-->", re.DOTALL)
"""A hint in a template of GitLab; readers of an issue do not see it."""
_TWICE = Message(
    "La rubrique {label} est écrite deux fois : gardez-en une seule.", "The heading {label} stands twice: keep one only.",
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the forge: which fields it has, and under which labels they arrive."""

    name: str
    language: str
    labels: Mapping[str, str]
    """Label → id."""
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a list → what can be chosen, in its order."""

    def chosen(self, name: str, said: str) -> int | None:
        """The number of the choice, the same in both languages; ``None`` if it is none of them."""
        alike = [_alike(option) for option in self.options.get(name, ())]
        return alike.index(_alike(said)) if _alike(said) in alike else None

    def label(self, name: str) -> str:
        """What people read above a field."""
        return next(label for label, known in self.labels.items() if known == name)


def forms(root: Path) -> list[Form]:
    """Every form of the project that exists, in French and in English."""
    made = []
    for name, files in FORMS.items():
        for language, file in zip(("fr", "en"), files, strict=True):
            path = root / FOLDER / file
            if path.is_file():
                made.append(_form(name, language, path.read_text(encoding="utf-8")))
    return made


def _form(name: str, language: str, text: str) -> Form:
    body = yaml.load(text, Loader=yaml.CBaseLoader)["body"]  # noqa: S506 - this loader makes text, lists and mappings only
    parts = [part for part in body if "id" in part]
    options = {part["id"]: tuple(part["attributes"]["options"]) for part in parts if part["type"] == "dropdown"}
    return Form(name, language, {part["attributes"]["label"]: part["id"] for part in parts}, options)


def form_of(body: str, known: list[Form]) -> Form | None:
    """The form that an issue was written with: the one most of whose labels it has; ``None`` for an issue without one."""
    headings = {_alike(label) for label, _ in _parts(body)}
    counted = [(len(headings & {_alike(label) for label in form.labels}), form) for form in known]
    most = max((count for count, _ in counted), default=0)
    best = [form for count, form in counted if count == most]
    return best[0] if most > 1 and len(best) == 1 else None


def fields_of(body: str, form: Form) -> dict[str, str]:
    """What stands in each field, by id; raise ``CommandError`` for a label that stands twice, for nobody knows which one is meant.

    A heading that is no label of the form belongs to the text above it.
    """
    ids = {_alike(label): (label, name) for label, name in form.labels.items()}
    made: dict[str, list[str]] = {}
    lines: list[str] = []
    for heading, text in _parts(body):
        label, name = ids.get(_alike(heading), ("", ""))
        if not name:
            lines += [f"### {heading}", text]
            continue
        if name in made:
            raise CommandError(_TWICE, label=label)
        lines = made[name] = [text]
    return {name: "\n".join(text).strip() for name, text in made.items()}


def value(text: str) -> str:
    """What was typed, without hints; empty where the forge says that nothing was."""
    bare = _HINT.sub("", text).strip()
    return "" if bare.casefold() in _NOTHING else bare


def _parts(body: str) -> Iterator[tuple[str, str]]:
    """Each heading with the text below it."""
    heading, lines = "", list[str]()
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _HEADING.fullmatch(line)
        if found:
            if heading:
                yield heading, "\n".join(lines)
            heading, lines = found[1], []
        else:
            lines.append(line)
    if heading:
        yield heading, "\n".join(lines)


def _alike(text: str) -> str:
    """A label or choice without what an editor may change in it: case, apostrophes, spaces."""
    return " ".join(text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").casefold().split())
