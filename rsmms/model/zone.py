"""Regional zones and bilateral agreements."""

from pydantic import Field

from rsmms.model.base import Alpha3, Confidence, Identifier, Legal, Line, Sourced, Text
from rsmms.model.dates import PartialDate


class Membership(Sourced):
    """A country in a zone, with dates where a source gives them."""

    country: Alpha3
    since: PartialDate | None = None
    until: PartialDate | None = Field(None, description="Set for a country that left.")


class Grant(Legal):
    """One right that the zone's rules give."""

    id: Identifier
    title: Text
    text: Text
    basis: Line | None = Field(None, description="Article or protocol.")
    source: Identifier
    confidence: Confidence = Confidence.SINGLE_SOURCE
    restricts: bool = Field(default=False, description="True for a rule that limits rights, which is told but never shown as a right.")
    not_in: tuple[Alpha3, ...] = Field((), description="Members of the zone that it does not bind.")

    def gives_in(self, country: str) -> bool:
        """True if it gives a person in that country something, rather than limit what they may do."""
        return not self.restricts and country not in self.not_in


class Zone(Sourced):
    """A group of States with rules of its own on movement or work."""

    id: Identifier
    name: Text
    acronym: Text
    kind: Line = Field(pattern=r"^(free_movement|common_market|aim_only|law_of_members|protocol)$")
    claimable: bool = Field(description="Can a worker claim a right from it today?")
    summary: Text
    grants: tuple[Grant, ...] = ()
    members: tuple[Membership, ...]

    def member(self, country: str) -> Membership | None:
        """The membership of a country, also a former one (``until`` is set)."""
        return next((m for m in self.members if m.country == country), None)


class Agreement(Sourced):
    """A bilateral agreement between two (or more) countries."""

    id: Identifier
    parties: tuple[Alpha3, ...] = Field(min_length=2)
    title: Text
    kind: Line = Field(pattern=r"^[a-z_]+$")
    date: PartialDate | None = None
    in_force: PartialDate | None = None
    summary: Text
