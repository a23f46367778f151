"""Emergency numbers that hold in all States of a region: what can be said before a country is known."""

from collections.abc import Iterator

from rsmms.model.emergency import Service
from rsmms.model.library import Library
from rsmms.model.zone import Zone

_FEWEST = 5
"""A rule of fewer States is no rule of a region."""


def shared_numbers(library: Library) -> Iterator[tuple[Zone, str, int]]:
    """Each region with the number for all emergencies that every one of its members has, and how many these are."""
    for zone in library.zones.values():
        members = [library.countries.get(member.country) for member in zone.members if not member.until]
        numbers = [{e.number for e in country.emergency if e.kind == Service.ALL} if country else set() for country in members]
        common = set[str].intersection(*numbers) if len(numbers) >= _FEWEST else set()
        yield from ((zone, number, len(members)) for number in sorted(common))
