"""A road that people take, whatever the statistics count: who goes, by which way, at what risk, and under which rule."""

from collections.abc import Sequence
from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rsmms.model.base import Alpha3, Cited, Day, Identifier, Text
from rsmms.model.dates import PartialDate
from rsmms.model.emergency import Emergency, Service, primary


class Way(StrEnum):
    """How one travels; the order is the order on a page."""

    LAND = "land"
    DESERT = "desert"
    SEA = "sea"
    AIR = "air"


class RescueLine(Cited):
    """Who answers when somebody is in danger on the way; the number stands with the contact or in the country's emergency numbers."""

    id: Identifier
    contact_id: Identifier | None = Field(None, description="A contact of data/contacts; or else ``service``.")
    service: Service | None = Field(None, description="An emergency service of each of the countries.")
    ways: tuple[Way, ...] = Field(min_length=1, description="Ways on which it answers.")
    countries: tuple[Alpha3, ...] = Field(min_length=1, description="One of these countries must be on the route.")
    caution: Text | None = Field(None, description="What a caller must know: an arrest, a number that may fail.")
    more_sources: tuple[Identifier, ...] = ()
    read: Day

    @model_validator(mode="after")
    def _one_number(self) -> "RescueLine":
        if (self.contact_id is None) == (self.service is None):
            raise PydanticCustomError("rescue", "either contact_id or service")
        return self

    def numbers(self, known: Sequence[Emergency]) -> tuple[Emergency, ...]:
        """The number of its service among those of a country; one of an old list only where there is no better."""
        best = tuple(number for number in primary(known) if number.kind == self.service)
        return best or tuple(number for number in known if number.kind == self.service)[:1]

    def valid(self, ways: tuple[Way, ...], countries: tuple[str, ...]) -> bool:
        """True on a route that uses one of its ways and touches one of its countries."""
        return bool(set(self.ways) & set(ways) and set(self.countries) & set(countries))


class Corridor(Cited):
    """One curated road from a country to another."""

    id: Identifier
    origin: Alpha3
    destination: Alpha3
    transit: tuple[Alpha3, ...] = ()
    ways: tuple[Way, ...] = Field(min_length=1)
    rescue: tuple[Identifier, ...] = Field((), description="Ids of rescue lines valid on this road.")
    why: Text
    risks: Text
    rule: Text = Field(description="The rule in force, with its own dates.")
    as_of: PartialDate = Field(description="Date of the newest source of the rule.")
    since: PartialDate | None = Field(None, description="Date of the oldest source, where there are several.")
    more_sources: tuple[Identifier, ...] = ()
    read: Day

    @property
    def route(self) -> tuple[str, str]:
        """Origin and destination."""
        return self.origin, self.destination

    @property
    def stops(self) -> tuple[str, ...]:
        """Every country on the road."""
        return self.origin, *self.transit, self.destination
