"""Where figures come from as files, and when to look for the next edition: the file data/imports.yaml."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Identifier, Line, Model, SecureUrl, Text
from rsmms.model.dates import PartialDate


class Importer(StrEnum):
    """The kinds of files that ``rsmms import`` reads."""

    UNDESA = "undesa"
    WORLDBANK = "worldbank"
    UNHCR = "unhcr"
    ILOSTAT = "ilostat"
    TREATIES = "treaties"


class ImportedSeries(Model):
    """One series of a publisher, and the indicator that it is here."""

    code: Line = Field(description="The series in the publisher's own code.")
    indicator: str = Field(pattern=r"^[a-z0-9_]+$")
    source: Identifier = Field(description="Id of its source in data/sources.yaml, for the edition that is here.")
    edition: PartialDate = Field(description="The edition that is here.")
    times: float = Field(1, gt=0, description="What the publisher's value is multiplied by, such as 1000 for thousands.")


class DataSet(Model):
    """A collection of series that appears again and again."""

    id: Identifier
    importer: Importer
    name: Text
    url: SecureUrl = Field(description="The page from which the file is downloaded.")
    every: int = Field(ge=1, le=120, description="Months after which we look for a new edition.")
    next: PartialDate = Field(description="When we look next.")
    note: Text | None = Field(None, description="Which file to choose on that page.")
    series: tuple[ImportedSeries, ...] = ()
