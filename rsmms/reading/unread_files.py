"""What nothing uses: sources that no fact cites, files that nothing reads."""

import re
from collections.abc import Sequence
from pathlib import Path

from rsmms.reading.load import LISTS

_SINGLE = ("data/freshness.yaml", "data/urls.txt")


def orphans(root: Path, languages: Sequence[str]) -> list[str]:
    """Files in ``data`` and ``docs`` that nothing reads."""
    known = {*LISTS, *_SINGLE}
    found = []
    for path in sorted([*(root / "data").rglob("*"), *(root / "docs").rglob("*")]):
        name = path.relative_to(root).as_posix()
        if path.is_file() and name not in known and not _read(name, languages):
            found.append(name)
    return found


def _read(name: str, languages: Sequence[str]) -> bool:
    folders = r"data/(contacts|country_profiles)/[A-Z]{3}\.yaml|data/schema/\w+\.schema\.json"
    return bool(re.fullmatch(folders, name) or re.fullmatch(rf"docs/({'|'.join(languages)})/.+\.md", name))
