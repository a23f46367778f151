"""What tests of reading YAML share: a text or a file that is read, and the place at which reading stops."""

from pathlib import Path

import pytest

from rsmms.problems.problem import Problem
from rsmms.reading.document import Document, ReadError
from rsmms.reading.yaml_source import parse, read


def refused(text: str) -> str:
    """Place and code of the problem that stops the reading of ``text`` (its wording is tested in test_messages)."""
    with pytest.raises(ReadError) as caught:
        parse(text, "f.yaml")
    return where(caught.value.problem)


def where(problem: Problem) -> str:
    """File, line, field and code."""
    return f"{problem.path}:{problem.line}: {problem.field} {problem.code}".replace(":  ", ": ")


def read_bytes(folder: Path, content: bytes) -> Document:
    """Read a file with this content."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "f.yaml").write_bytes(content)
    return read(folder / "data" / "f.yaml", folder)
