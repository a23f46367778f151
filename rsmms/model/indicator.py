"""What a figure measures."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Alpha3, Identifier, Model, Text


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
    countries: tuple[Alpha3, ...] = Field((), description="Only on the pages of these countries; everywhere if empty.")
    text: Text

    def concerns(self, country: str) -> bool:
        """True where the page of this country shows it."""
        return not self.countries or country in self.countries


class Indicator(Model):
    """The definition of a figure: what it is, in which unit, and what it does not tell."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    unit: Unit
    name: Text
    definition: Text
    method: Text | None = None
    signed: bool = Field(default=False, description="True for a figure that may be below zero: more people left than came.")
    caveats: tuple[Caveat, ...] = ()


KEY = (
    "population", "international_migrant_stock", "share_of_population", "international_migrant_stock_female_share",
    "census_foreign_citizens", "census_foreign_born", "emigrant_stock", "emigrant_share_of_population",
    "net_migration", "remittances_received_usd", "remittances_received_pct_gdp", "remittances_sent_usd",
    "remittances_sent_pct_gdp", "remittance_cost_200usd_received", "remittance_cost_200usd_sent", "refugees_hosted",
    "asylum_seekers_hosted", "refugees_originating", "asylum_seekers_originating", "internally_displaced_persons",
    "stateless_persons", "labour_force_total", "unemployment_rate", "labour_rights_compliance_sdg_8_8_2",
)  # fmt: skip
"""Indicators shown on a country page, in reading order."""
