"""What an official file says, in our terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rsmms.model.dates import PartialDate

Values = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Said:
    """One series of one country: values by year, or one year by country."""

    country: str
    code: str
    """The publisher's code of the series, as data/imports.yaml has it."""
    values: Values = field(default_factory=dict)
    year: int | None = None
    by_country: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken, and why."""

    row: str
    reason: str
    """A key of the messages in ``show``."""


@dataclass(frozen=True, slots=True)
class Found:
    """A whole file."""

    path: str
    edition: PartialDate | None
    series: tuple[Said, ...]
    refused: tuple[Refused, ...] = ()
    unequal: tuple[tuple[str, int], ...] = ()
    """Countries and years in which women and men together are not all."""


def rounded(value: float) -> int | float:
    """A count whole, a share with three decimals, as our files have them."""
    return int(value) if float(value).is_integer() else round(value, 3)
