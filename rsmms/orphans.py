"""What nothing uses: sources that no fact cites, files that nothing reads."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel

from rsmms.library import Library
from rsmms.load import LISTS
from rsmms.written import Written, units_of

_SINGLE = ("data/freshness.yaml", "data/urls.txt")


def uncited_sources(library: Library, written: Mapping[tuple[str, str], Written]) -> Iterator[str]:
    """Sources that no fact and no page cites."""
    text = "\n".join(unit.text for page in written.values() for _, unit in units_of(page))
    cited = set(re.findall(r"\[\[src:([^\[\]]+)\]\]", text)) | {s for page in written.values() for s in page.front.sources}
    for things in vars(library).values():
        _gather(things, cited)
    yield from sorted(set(library.sources) - cited)


def _gather(thing: object, cited: set[str]) -> None:
    """Ids under ``source`` fields, however deep."""
    if isinstance(thing, Mapping):
        for inner in thing.values():
            _gather(inner, cited)
    elif isinstance(thing, tuple | list):
        for inner in thing:
            _gather(inner, cited)
    elif isinstance(thing, BaseModel):
        for name in type(thing).model_fields:
            value = getattr(thing, name)
            if name.endswith("source") and isinstance(value, str):
                cited.add(value)
            elif name.endswith("sources"):
                cited.update(value)
            else:
                _gather(value, cited)


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
