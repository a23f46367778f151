"""From values to places: round upper ends and straight scales."""

import math
from dataclasses import dataclass

_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def round_top(value: float) -> float:
    """The smallest round number that is not below a value; half of it is round enough to be a tick.

    >>> round_top(584790), round_top(49.3), round_top(0)
    (600000.0, 50.0, 1.0)
    """
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    step = next(s for s in _STEPS if s * power >= value * (1 - 1e-12))
    return float(step * power)


@dataclass(frozen=True)
class Scale:
    """A straight scale from values to drawing units."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) * (self.end - self.start) / (self.high - self.low)
