"""What a figure measures."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Identifier, Model, Text


class Unit(StrEnum):
    """Units of figures, shown with every value."""

    PERSONS = "persons"
    PERCENT = "percent"
    PERCENT_GDP = "percent_gdp"
    PERCENT_AMOUNT = "percent_amount"
    USD = "usd"
    SCORE = "score"


class Caveat(Model):
    """A warning that holds for one source of an indicator, or for all of them."""

    source: Identifier | None = None
    text: Text


class Indicator(Model):
    """The definition of a figure: what it is, in which unit, and what it does not tell."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    unit: Unit
    name: Text
    definition: Text
    method: Text | None = None
    caveats: tuple[Caveat, ...] = ()
