"""Whom a line serves and whom a guide is about: one closed list, so that only fitting lines are offered."""

from collections.abc import Iterable, Sequence
from enum import StrEnum


class Audience(StrEnum):
    """The people a contact serves, or a situation is about."""

    EVERYONE = "everyone"
    """Anybody, whatever the trouble."""
    WORKERS = "workers"
    MIGRANT_WORKERS = "migrant_workers"
    DOMESTIC_WORKERS = "domestic_workers"
    WITHOUT_PAPERS = "without_papers"
    MIGRANTS = "migrants"
    """People on the move or abroad, at work or not."""
    REFUGEES = "refugees"
    """Refugees and people who ask for asylum."""
    DETAINED = "detained"
    """People whom police hold, and their families."""
    TRAFFICKED = "trafficked"
    """People who are sold, exploited or forced to work."""
    WOMEN = "women"
    """Women and girls who suffer violence."""
    CHILDREN = "children"
    """Children in danger or alone."""
    FORCED_MARRIAGE = "forced_marriage"
    VIOLENCE = "violence"
    """Anybody who is beaten, threatened or raped."""
    DISCRIMINATION = "discrimination"
    """People who are treated worse for their origin, colour, sex or religion."""
    AT_SEA = "at_sea"
    IN_DESERT = "in_desert"
    RETURNEES = "returnees"
    """People who want to go home, or are back."""
    JOB_SEEKERS = "job_seekers"
    FAMILIES = "families"
    """Families who look for somebody, or mourn."""
    AGAINST_OFFICIALS = "against_officials"
    """People who complain about an authority or an official."""
    CITIZENS_ABROAD = "citizens_abroad"
    """Citizens of one country who live in another."""
    EU_CITIZENS = "eu_citizens"
    """Workers from another country of the European Union."""
    UNION_MEMBERS = "union_members"
    FLOODS = "floods"
    """People in a flood or another disaster."""


def fit(served: Iterable[Audience], about: Sequence[Audience]) -> int | None:
    """How well a line fits people: 0 for those it names first, ``len(about)`` for a line open to everyone, None if it is for others.

    >>> fit([Audience.CHILDREN], [Audience.WOMEN]), fit([Audience.EVERYONE], [Audience.WOMEN]), fit([Audience.WOMEN], [Audience.WOMEN])
    (None, 1, 0)
    """
    places = [about.index(a) for a in served if a in about]
    if places:
        return min(places)
    return len(about) if Audience.EVERYONE in served else None
