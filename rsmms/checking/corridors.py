"""Rules of the described roads: a rescue line stands only where it is valid, and leads to a number."""

from collections.abc import Iterator

from rsmms.checking.cited import alpha3_known
from rsmms.checking.knowledge import placed
from rsmms.model.corridor import Corridor, RescueLine
from rsmms.model.library import Library
from rsmms.problems.problem import Problem, closest
from rsmms.reading.document import Document, Path_
from rsmms.reading.load import Loaded

FILE = "data/corridors.yaml"


def check_corridors(loaded: Loaded) -> Iterator[Problem]:
    """All problems of the file; none where it is absent."""
    document = loaded.documents.get(FILE)
    if not document:
        return
    first: dict[tuple[str, str], Path_] = {}
    for number, line in placed(loaded.library.rescue_lines, document, "rescue_lines"):
        yield from _number(document, ("rescue_lines", number), line, loaded.library)
    for number, corridor in placed(loaded.library.described, document, "corridors"):
        at: Path_ = ("corridors", number)
        yield from _corridor(document, at, corridor, loaded.library)
        before = first.setdefault(corridor.route, at)
        if before != at:
            place = f"{document.path}:{document.place(before)[0]}"
            yield document.problem("X009", (*at, "destination"), found=" → ".join(corridor.route), first=place)


def _corridor(document: Document, at: Path_, corridor: Corridor, library: Library) -> Iterator[Problem]:
    for name in ("origin", "destination"):
        code = getattr(corridor, name)
        if code not in library.countries and code in alpha3_known():
            yield document.problem("X072", (*at, name), closest(code, library.countries), found=code)
    for number, name in enumerate(corridor.rescue):
        line, place = library.rescue_lines.get(name), (*at, "rescue", number)
        if not line:
            yield document.problem("X030", place, closest(name, library.rescue_lines), found=name)
        elif not line.valid(corridor.ways, corridor.stops):
            values = {"ways": ", ".join(line.ways), "countries": ", ".join(line.countries)}
            yield document.problem("X070", place, _other(corridor, library), found=name, **values)


def _other(corridor: Corridor, library: Library) -> str:
    """The first line that is valid there and not yet named: likely the one that was meant."""
    valid = (line.id for line in library.rescue_lines.values() if line.valid(corridor.ways, corridor.stops))
    return next((name for name in valid if name not in corridor.rescue), "")


def _number(document: Document, at: Path_, line: RescueLine, library: Library) -> Iterator[Problem]:
    """A line without a number helps nobody."""
    if line.contact_id:
        contact = library.contact_by_id.get(line.contact_id)
        if contact and not contact.phones:
            yield document.problem("X071", (*at, "contact_id"), found=line.contact_id)
        return
    for number, code in enumerate(line.countries):
        country = library.countries.get(code)
        if country and not line.numbers(country.emergency):
            yield document.problem("X071", (*at, "countries", number), found=code)
