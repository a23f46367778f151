"""The ILO's list of labour migration statistics, kept as a checklist."""

from pydantic import Field

from rsmms.model.base import Alpha3, Identifier, Line, Model, Sourced, Text


class IloGroup(Model):
    """A heading of the list: migrants present, arrivals, nationals abroad, linked figures."""

    id: Identifier
    title: Text


class IloProducer(Model):
    """A way of collecting figures, and who runs it."""

    id: Identifier
    name: Text = Field(description="The way: a census, a survey, registers.")
    who: Text = Field(description="Who runs it, in any country.")


class IloTable(Model):
    """One table of the list, in plain words."""

    id: Identifier
    group: Identifier
    number: int = Field(ge=1, le=9999)
    name: Text
    split: Text | None = Field(None, description="By what it is broken down.")
    codes: tuple[Line, ...] = Field((), description="ILOSTAT or SDG codes.")
    producers: tuple[Identifier, ...] = Field(min_length=1, description="Ids of the ways that can give it.")
    indicator: tuple[Line, ...] = Field((), description="Indicators of this site that answer a part of it.")
    part: Text | None = Field(None, description="What those indicators tell and what they leave out.")


class IloAnswer(Sourced):
    """What is known in one country: who should produce the figures, what was asked, what exists."""

    id: Identifier
    country: Alpha3
    title: Text
    text: Text
    more_sources: tuple[Identifier, ...] = ()
