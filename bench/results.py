"""``bench/RESULTS.md``: each measurement writes its own part, between two markers, and leaves the others alone."""

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

FILE = Path(os.environ.get("RSMMS_RESULTS") or Path(__file__).resolve().parent / "RESULTS.md")
HEAD = "# What was measured, how, and by which command\n"


def section(name: str, text: str, file: Path = FILE) -> None:
    """Put a text between ``<!-- name -->`` and ``<!-- /name -->``; a part that is not there yet is added at the end."""
    old = file.read_text(encoding="utf-8") if file.exists() else HEAD
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    part = f"{start}\n{text.strip()}\n{end}"
    found = re.compile(re.escape(start) + ".*?" + re.escape(end), re.DOTALL)
    new = found.sub(lambda _: part, old) if found.search(old) else f"{old.rstrip()}\n\n{part}\n"
    file.write_text(new, encoding="utf-8", newline="\n")


def made_by(command: str) -> str:
    """The line under a heading: the command, the day, the machine."""
    return f"`{command}`, {today()}, Python {platform.python_version()}, {_cores()} cores."


def today() -> str:
    """The day of a measurement."""
    return datetime.now(UTC).date().isoformat()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
