"""Problems of the header of a hand-written page."""

from rsmms.model.written import Written
from rsmms.problems.problem import Problem


def header_problem(page: Written, code: str, at: str, suggestion: str = "", **values: str) -> Problem:
    """A problem of one field of the header, such as ``audio.file``, at its line."""
    return Problem(code=code, path=page.file, line=page.places.get(at, 1), field=at, values=values, suggestion=suggestion)
