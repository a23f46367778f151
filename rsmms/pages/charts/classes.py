"""Values in few classes for a map: round bounds, about as many values in each, and for signed values zero between the colours."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

CLASSES = 5
"""Of values that all have one sign."""
_SIDE = 3
"""Of values below zero, and of values above it."""
_DIGITS = 2
"""Digits of a bound that stay: readers compare, they do not calculate."""
_SHADES = (0.12, 0.32, 0.52, 0.74, 1.0)
_SIDE_SHADES = (0.25, 0.6, 1.0)


@dataclass(frozen=True)
class Band:
    """One class: values above ``low`` up to ``high``; the ends of the scale are open."""

    low: float | None
    high: float | None
    shade: float
    below_zero: bool = False

    def holds(self, value: float) -> bool:
        """True for a value of this class."""
        return (self.low is None or value > self.low) and (self.high is None or value <= self.high)


def bands(values: Sequence[float]) -> list[Band]:
    """The classes from the lowest to the highest; a class that would hold nothing is left out."""
    below, above = sorted(v for v in values if v <= 0), sorted(v for v in values if v > 0)
    if not below or not above or min(below) == 0:
        return _made(_bounds(sorted(values), CLASSES), values, _SHADES)
    bounds = sorted({*_bounds(below, _SIDE), 0.0, *_bounds(above, _SIDE)})
    return _two_sided(bounds, values)


def _bounds(values: Sequence[float], classes: int) -> list[float]:
    """Round bounds between classes with about as many values each."""
    cuts = (values[max(0, round(len(values) * n / classes) - 1)] for n in range(1, classes))
    return sorted({rounded(cut) for cut in cuts})


def rounded(value: float) -> float:
    """A value with two digits.

    >>> rounded(26859), rounded(-5186.0), rounded(0.0123)
    (27000.0, -5200.0, 0.012)
    """
    if value == 0:
        return 0.0
    return float(round(value, _DIGITS - 1 - math.floor(math.log10(abs(value)))))


def _made(bounds: Sequence[float], values: Sequence[float], shades: Sequence[float]) -> list[Band]:
    ends = [None, *bounds, None]
    empty = [Band(low, high, 1.0) for low, high in pairwise(ends)]
    kept = [band for band in empty if any(map(band.holds, values))]
    return [Band(band.low, band.high, shade) for band, shade in zip(kept, shades[-len(kept):], strict=True)]


def _two_sided(bounds: Sequence[float], values: Sequence[float]) -> list[Band]:
    """The strongest shades at both ends, zero between them."""
    plain = _made(bounds, values, [1.0] * (len(bounds) + 1))
    below = [band for band in plain if band.high is not None and band.high <= 0]
    above = plain[len(below):]
    return [
        *(Band(b.low, b.high, s, below_zero=True) for b, s in zip(below, reversed(_SIDE_SHADES[-len(below):]), strict=True)),
        *(Band(b.low, b.high, s) for b, s in zip(above, _SIDE_SHADES[-len(above):], strict=True)),
    ]  # fmt: skip


def band_of(value: float, listed: Sequence[Band]) -> Band:
    """The class that holds a value."""
    return next(band for band in listed if band.holds(value))
