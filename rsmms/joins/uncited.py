"""Sources that no fact and no page cites."""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from rsmms.model.library import Library
from rsmms.model.written import Written, units_of


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
