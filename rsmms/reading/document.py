"""A YAML file as it was read: plain values, where each stands, and why one could not be read."""

from dataclasses import dataclass, field
from typing import Any

from rsmms.problems.problem import Problem

Path_ = tuple[str | int, ...]
Tree = dict[str, Any] | list[Any] | str | None


class ReadError(Exception):
    """Carries the problem that stopped the reading of a file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(slots=True, eq=False)
class Document:
    """A YAML file as plain values, and where each of them stands."""

    path: str
    tree: Tree
    places: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    """Line and column (from 1) of each value, or of its key for a mapping entry."""
    repeated: list[Problem] = field(default_factory=list)

    def place(self, at: Path_) -> tuple[int, int]:
        """Line and column of a value; of the nearest parent if it is missing."""
        while at and at not in self.places:
            at = at[:-1]
        return self.places.get(at, (1, 1))

    def problem(self, code: str, at: Path_, suggestion: str = "", /, **values: str) -> Problem:
        """A problem at a place of this document."""
        line, column = self.place(at)
        return Problem(
            code=code, path=self.path, line=line, column=column,
            field=".".join(map(str, at)), values=values, suggestion=suggestion,
        )  # fmt: skip
