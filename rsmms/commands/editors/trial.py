"""Changes are tried on a copy before they are written: a file that the check would refuse is never made."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rsmms.building.content import read_content
from rsmms.building.publish import ASIDE
from rsmms.changes.files import Edit, save
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message
from rsmms.problems.problem import Problem, errors
from rsmms.reading.config import CONFIG, languages

_COPIED = ("data", "docs")
_SHOWN = 5
_REFUSED = Message("{fr}\nRien n’a été écrit.", "{en}\nNothing was written.")


class Refused(CommandError):
    """Carries the problems that a change would bring."""

    def __init__(self, found: Sequence[Problem]) -> None:
        super().__init__(_REFUSED, **{code: _told(found, code) for code in ("fr", "en")})
        self.found = tuple(found)

    def problems(self, language: str) -> str:
        """The first of them, a line each."""
        return _told(self.found, language)


def _told(found: Sequence[Problem], language: str) -> str:
    return "\n".join(problem.text(language) for problem in found[:_SHOWN])


def save_if_good(root: Path, edits: Sequence[Edit], today: date) -> list[str]:
    """Write changes; the names of the files. Raise ``Refused``, and write nothing, if they bring an error that was not there before."""
    aside = root / ASIDE
    aside.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=aside, prefix="trial-") as folder:
        copy = Path(folder)
        for name in _COPIED:
            shutil.copytree(root / name, copy / name, symlinks=True)
        shutil.copyfile(root / CONFIG, copy / CONFIG)
        before = Counter(map(_alike, _errors(copy, today)))
        save(copy, [edit if (copy / edit.name).exists() else Edit(edit.name, None, edit.after) for edit in edits])
        new = [problem for problem in _errors(copy, today) if before[_alike(problem)] == 0]
    if new:
        raise Refused(new)
    return save(root, edits)


def _errors(root: Path, today: date) -> list[Problem]:
    return errors(read_content(root, languages(root), today).problems)


def _alike(problem: Problem) -> tuple[str, str, str]:
    """The same problem, wherever it has moved to."""
    return problem.code, problem.path, problem.rule("en")
