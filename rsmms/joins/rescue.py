"""Which lines rescue on a route, and which way it goes."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsmms.model.contact import Contact
from rsmms.model.corridor import RescueLine, Way
from rsmms.model.corridors import Route
from rsmms.model.emergency import Emergency
from rsmms.model.geography import ways_on_map
from rsmms.model.library import Library


@dataclass(frozen=True)
class Rescue:
    """One line with what stands behind it: a contact, or an emergency number of a country."""

    line: RescueLine
    contact: Contact | None = None
    country: str = ""
    number: Emergency | None = None


def ways_of(library: Library, route: Route) -> tuple[Way, ...]:
    """The ways that sources tell, or else those of the map."""
    told = library.described_by_route.get(route)
    return told.ways if told else ways_on_map(*route)


def rescue_of(library: Library, route: Route) -> Iterator[Rescue]:
    """Lines valid on a route, in the order of their file: those its description names, or else all that the map allows."""
    told = library.described_by_route.get(route)
    for line in library.rescue_lines.values():
        if line.id in told.rescue if told else line.valid(ways_on_map(*route), route):
            yield from _numbers(library, line, told.stops if told else route)


def _numbers(library: Library, line: RescueLine, stops: tuple[str, ...]) -> Iterator[Rescue]:
    if line.contact_id:
        contact = library.contact_by_id.get(line.contact_id)
        if contact and contact.phones:
            yield Rescue(line, contact)
        return
    for code in (c for c in stops if c in line.countries and c in library.countries):
        for number in line.numbers(library.countries[code].emergency):
            yield Rescue(line, country=code, number=number)
