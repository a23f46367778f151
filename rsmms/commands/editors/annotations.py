"""Problems as GitHub shows them: on the changed lines of a pull request, and as one summary.

Both languages stand in each annotation, because nobody knows which one the contributor reads.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from rsmms.problems.problem import Problem, Severity, errors, in_order
from rsmms.problems.rules import rules

LANGUAGES = ("fr", "en")
_TITLE = "{code} · {fr} · {en}"
_NONE = "Aucun problème. · No problem."
_COUNT = "{n} problème(s) à corriger · {n} problem(s) to mend"
_HEAD = "| Fichier · File | Ligne · Line | Que faire | What to do |\n| --- | --- | --- | --- |"


def commands(problems: Iterable[Problem]) -> str:
    """Workflow commands (``::error file=…``), one a line, in the order of the report."""
    return "\n".join(_command(problem) for problem in in_order(problems))


def _command(problem: Problem) -> str:
    rule = rules()[problem.code]
    title = _TITLE.format(code=problem.code, fr=rule.title.fr, en=rule.title.en)
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": title}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    kind = "error" if problem.severity == Severity.ERROR else "warning"
    field = f"{problem.field}: " if problem.field else ""
    return f"::{kind} {written}::" + _data("\n".join(field + problem.rule(language) for language in LANGUAGES))


def _data(text: str) -> str:
    """Text as the runner reads it: percent and line ends are encoded."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value: colon and comma are encoded too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Iterable[Problem]) -> str:
    """One Markdown table of everything to mend."""
    listed = in_order(problems)
    if not listed:
        return f"### {_NONE}\n"
    count = _COUNT.format(n=len(errors(listed)))
    return "\n".join([f"### {count}", "", _HEAD, *(_row(problem) for problem in listed), ""])


def _row(problem: Problem) -> str:
    said = (_cell(f"{problem.rule(language)} [{problem.code}]") for language in LANGUAGES)
    return f"| `{problem.path}` | {problem.line} | {' | '.join(said)} |"


def _cell(text: str) -> str:
    """Text that cannot break the table or become markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("\n", " ")
    return "".join("\\" + c if c in "`*_[]" else c for c in escaped)


def write_summary(problems: Iterable[Problem], environment: Mapping[str, str]) -> None:
    """Append the summary to the file that GitHub names; nothing elsewhere."""
    name = environment.get("GITHUB_STEP_SUMMARY")
    if name:
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(summary(problems))
