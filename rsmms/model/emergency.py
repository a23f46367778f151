"""Numbers for when life is in danger: one primary number a service, the best founded first."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Confidence, Identifier, Text
from rsmms.model.reach import Number, Phone, Reached

OLD_AFTER = 10
"""Years after which a list that nothing else supports is an old one."""


class Service(StrEnum):
    """Who comes; the order is the order on a page."""

    ALL = "all"
    POLICE = "police"
    GENDARMERIE = "gendarmerie"
    AMBULANCE = "ambulance"
    FIRE = "fire"
    SEA = "sea"
    HEALTH = "health"
    """A health ministry's line: nothing says that it sends an ambulance."""
    DISASTER = "disaster"
    """Floods and fires over a whole area; no line for one person in danger."""


ASIDE = (Service.HEALTH, Service.DISASTER)
"""Lines that send nobody to one person in danger: they stand behind the others."""


class Evidence(StrEnum):
    """What a number rests on, the best first."""

    OFFICIAL = "official"
    """A page of the service, of the State or of an operator."""
    PRESS = "press"
    """A recent newspaper."""
    LISTS = "lists"
    """Two lists that agree; they may share a root."""
    LIST = "list"
    """One list alone."""


class Emergency(Reached):
    """A number to call when life is in danger."""

    number: Number
    kind: Service = Field(description="Who comes.")
    service: Text
    evidence: Evidence = Field(Evidence.LIST, description="What the number rests on.")
    free: bool = Field(default=False, description="The call costs nothing, and a source says so.")
    may_arrest: bool = Field(default=False, description="Those who come may arrest the caller, and a source says so.")
    more_sources: tuple[Identifier, ...] = ()

    @property
    def phone(self) -> Phone:
        """The number as any other."""
        return Phone.model_validate({"number": self.number, "free": self.free})

    @property
    def old_list(self) -> bool:
        """True for a number that stands on one old or undated list and nowhere else."""
        return self.evidence == Evidence.LIST and (not self.as_of or self.read.year - self.as_of.year > OLD_AFTER)


def _strength(number: Emergency) -> tuple[int, bool, int, int, str]:
    """Sort key: the best source, then what is confirmed, by most sources, the newest."""
    sure = number.confidence == Confidence.CONFIRMED
    year = number.as_of.year if number.as_of else 0
    return list(Evidence).index(number.evidence), not sure, -len(number.more_sources), -year, number.number


def primary(numbers: Iterable[Emergency]) -> tuple[Emergency, ...]:
    """One number a service that comes, in the order of the services; a number on one old list alone is never among them."""
    best: dict[Service, Emergency] = {}
    for number in sorted(numbers, key=_strength):
        if not number.old_list and number.kind not in ASIDE:
            best.setdefault(number.kind, number)
    return tuple(best[service] for service in Service if service in best)


def secondary(numbers: Sequence[Emergency]) -> tuple[Emergency, ...]:
    """The others, for when nobody answers, in the same order."""
    first = primary(numbers)
    rest = (n for n in numbers if n not in first)
    return tuple(sorted(rest, key=lambda n: (list(Service).index(n.kind), _strength(n))))


def for_services(numbers: Iterable[Emergency], wanted: Sequence[Service]) -> tuple[Emergency, ...]:
    """The primary numbers of the wanted services, in their order; the number for everything stands in for one that has none."""
    first = {number.kind: number for number in primary(numbers)}
    found = (first.get(service) or first.get(Service.ALL) for service in wanted)
    return tuple({number.number: number for number in found if number}.values())


_IN_DANGER = (Service.ALL, Service.POLICE, Service.GENDARMERIE, Service.AMBULANCE)


def in_danger(numbers: Iterable[Emergency]) -> Emergency | None:
    """The one number to call in danger: the number for everything, or else the first of police, gendarmerie and ambulance that is known."""
    known = {number.kind: number for number in primary(numbers)}
    return next((known[service] for service in _IN_DANGER if service in known), None)
