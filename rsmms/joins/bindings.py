"""What binds where: for an article and a country the strongest text, and whether it gives a right, a promise or something to ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rsmms.joins.citations import CITATION, CitationError, resolve_citation
from rsmms.model.base import Confidence
from rsmms.model.country import Country, LawNote, Ratification, Status
from rsmms.model.instrument import Article, Instrument, Part
from rsmms.model.library import Library
from rsmms.model.zone import Grant, Zone

_DOUBTFUL = (Confidence.UNCONFIRMED, Confidence.DISPUTED)
_PROMISED = (Status.SIGNED_ONLY, Status.RATIFIED_NOT_IN_FORCE)
_ANNEXES = {"annex-1": "Annex I", "annex-2": "Annex II", "annex-3": "Annex III"}
"""The annexes as ratifications name those that a State left out."""


class Force(StrEnum):
    """How a sentence of a guide may be worded in a country, the strongest first."""

    RIGHT = "right"
    """A text binds here: the law here says it."""
    PROMISE = "promise"
    """Signed, not yet in force, or regional and not direct."""
    ASK = "ask"
    """Nothing that we know binds here: something to ask for."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One article in one country, with the text that decides."""

    force: Force
    instrument: Instrument
    part: Part
    article: Article
    number: str
    """The article as the guide cites it."""
    status: Status
    ratification: Ratification | None = None
    law: LawNote | None = None
    """The law of the country that gives the same, where it is the stronger text."""
    zone: Zone | None = None
    """The region whose rules give the same, where they are the stronger text."""


def binding(library: Library, country: Country, mark: str) -> Binding | None:
    """What decides about a cited article (``c189:9(c)``) in a country; ``None`` for a citation that leads nowhere."""
    citation = CITATION.fullmatch(mark)
    found = resolve_citation(library, citation[1], citation[3], citation[2]) if citation else None
    if citation is None or found is None or isinstance(found, CitationError):
        return None
    instrument, part, article = found
    ratification, status = country.ratification(instrument.id), country.status(instrument.id)
    law = None if _in_force(ratification, part, article) else _law(country, mark)
    zone = None if law or (ratification and status in _PROMISED) else _zone(library, country, mark)
    force = _force(ratification, part, article, regional=zone is not None, national=law is not None)
    return Binding(force, instrument, part, article, citation[3], status, ratification, law, zone if force == Force.PROMISE else None)


def strongest(found: Iterable[Binding]) -> tuple[Binding, ...]:
    """Those of several texts for one sentence that weigh most; the weaker ones say nothing more."""
    listed = tuple(found)
    order = list(Force)
    best = min((order.index(b.force) for b in listed), default=0)
    return tuple(b for b in listed if order.index(b.force) == best)


def _force(ratification: Ratification | None, part: Part, article: Article, *, regional: bool, national: bool) -> Force:
    if national or _in_force(ratification, part, article):
        return Force.RIGHT
    signed = ratification is not None and ratification.status in _PROMISED and ratification.confidence not in _DOUBTFUL
    return Force.PROMISE if signed or regional else Force.ASK


def _in_force(ratification: Ratification | None, part: Part, article: Article) -> bool:
    """True if the treaty binds, the State did not leave this part out, and both are sure."""
    if ratification is None or ratification.status != Status.IN_FORCE:
        return False
    sure = ratification.confidence not in _DOUBTFUL and article.confidence not in _DOUBTFUL
    return sure and _ANNEXES.get(part.id, part.id) not in ratification.excluded


def _law(country: Country, mark: str) -> LawNote | None:
    return next((note for note in country.law if mark in note.gives and note.confidence not in _DOUBTFUL), None)


def _zone(library: Library, country: Country, mark: str) -> Zone | None:
    """A region that the country is in today and whose rules give the same."""
    now = (zone for zone, member in library.zones_of(country.id) if zone.claimable and not member.until)
    return next((zone for zone in now if any(_gives(g, country, mark) for g in zone.grants)), None)


def _gives(grant: Grant, country: Country, mark: str) -> bool:
    return mark in grant.gives and grant.gives_in(country.id) and grant.confidence not in _DOUBTFUL
