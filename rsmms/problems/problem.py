"""Problems found in data and text, collected, and told once in French or English."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from difflib import get_close_matches
from enum import StrEnum

from rsmms.problems.messages import MESSAGES, said

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Signs that would move the cursor, turn a line round or cannot be printed: shown by their number."""


class Severity(StrEnum):
    """An error stops the build; a warning is told and lets it pass."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend, with the place to mend it."""

    code: str
    """Stable name of the rule, a key of ``MESSAGES``."""
    path: str
    """File, relative to the project's root, with forward slashes."""
    line: int = 1
    column: int = 1
    field: str = ""
    """Dotted path of the field, such as ``contacts.0.phones.0.number``."""
    values: Mapping[str, str] = default(default_factory=dict)
    """What the message names: found value, expected form, rule."""
    suggestion: str = ""
    """The value that was probably meant."""
    severity: Severity = Severity.ERROR

    def text(self, language: str) -> str:
        """``file:line: field: rule; did you mean … [code]`` in a language of ``MESSAGES``."""
        told = f"{self.path}:{self.line}: {self.field + ': ' if self.field else ''}{self.rule(language)} [{self.code}]"
        return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", told)

    def rule(self, language: str) -> str:
        """What is wrong and what to type, without the place."""
        values = {name: said(value, language) for name, value in self.values.items()}
        hint = _HINT[language].format(self.suggestion) if self.suggestion else ""
        return MESSAGES[self.code].text(language).format_map(values) + hint


_HINT = {"fr": " ; vouliez-vous dire « {} » ?", "en": "; did you mean “{}”?"}
_TITLE = {
    "fr": {
        "error": "{n} problème(s) à corriger. Rien n’a été publié.",
        "warning": "{n} avertissement(s).",
        "none": "Aucun problème.",
    },
    "en": {
        "error": "{n} problem(s) to mend. Nothing was published.",
        "warning": "{n} warning(s).",
        "none": "No problem.",
    },
}


def closest(value: str, known: Iterable[str]) -> str:
    """The known value that looks most like ``value``, or an empty string.

    >>> closest("c43", ["c143", "c097"])
    'c143'
    """
    folded = {name.casefold(): name for name in known}
    found = get_close_matches(value.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


MOST = 100
"""Problems of one kind that are told about one file."""


def bounded(found: Iterable[Problem]) -> Iterator[Problem]:
    """The first hundred problems of a file, and that there are more: the others are not even looked for, which could take minutes."""
    for number, problem in enumerate(found):
        if number == MOST:
            yield Problem(code="Y012", path=problem.path, line=problem.line, values={"limit": str(MOST)})
            return
        yield problem


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Warnings, then errors; each by file and line."""
    return sorted(problems, key=lambda p: (p.severity != Severity.WARNING, p.path, p.line, p.code, p.field))


def report(problems: Iterable[Problem], language: str) -> str:
    """All problems, one a line, errors last and counted, in a stable order."""
    listed = in_order(problems)
    lines = [_mark(p) + p.text(language) for p in listed]
    titles = _TITLE[language]
    for severity in (Severity.WARNING, Severity.ERROR):
        count = sum(p.severity == severity for p in listed)
        if count:
            lines.append(titles[severity.value].format(n=count))
    return "\n".join(lines or [titles["none"]])


def _mark(problem: Problem) -> str:
    return "" if problem.severity == Severity.ERROR else "(!) "


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop the build."""
    return [p for p in problems if p.severity == Severity.ERROR]
