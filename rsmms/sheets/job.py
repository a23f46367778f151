"""What a process needs to print a sheet, and what comes of it. Loads little: most builds print nothing."""

from dataclasses import dataclass
from pathlib import Path

STANDARDS = ["a-2a", "ua-1"]
"""Archivable and accessible; both also stop the build when a letter is missing in the fonts."""


@dataclass(frozen=True, slots=True)
class Job:
    """One sheet to print, with everything a process needs."""

    key: str
    template: Path
    fonts: Path
    target: Path
    data: str
    """The content as JSON."""
    link: str
    """The address that the QR code leads to."""
    tries: tuple[tuple[float, str], ...]
    """Size of text and ``full`` or ``brief``, in the order in which they are tried."""
    pages: int
    format: str
    plain: Path | None = None
    """For a booklet to staple: where its plain twin stands, if it is printed already."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a sheet could not be printed: code of the message, its values, place in a template."""

    code: str
    values: dict[str, str]
    template: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of a job; the file stands at the job's target unless there is a fault."""

    key: str
    pages: int = 0
    fault: Fault | None = None
