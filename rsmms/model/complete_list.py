"""Lists of all States bound by a treaty on a day: the only ground for saying that a State is not."""

from functools import cached_property

from pydantic import Field

from rsmms.model.base import Alpha3, Identifier, Sourced
from rsmms.model.dates import PartialDate


class CompleteList(Sourced):
    """The parties of one treaty on one day, with the total that the list itself gives."""

    id: Identifier
    instrument: Identifier
    as_of: PartialDate = Field(description="The day, month or year of the list.")
    total: int = Field(ge=0, le=999, description="How many States the list counts.")
    parties: tuple[Alpha3, ...] = Field(description="The States named in it.")
    from_memory: tuple[Alpha3, ...] = Field((), description="Those among them that no text at hand names: only the total asks for them.")

    @property
    def whole(self) -> bool:
        """True if as many States are named as the list counts: only then does an absence say anything."""
        return len(set(self.parties)) == self.total

    @cached_property
    def named(self) -> frozenset[str]:
        """The States that a text names."""
        return frozenset(self.parties) - frozenset(self.from_memory)

    def lacks(self, country: str) -> bool:
        """True if the list shows that a country was not bound on its day."""
        return self.whole and country not in self.parties
