"""Facts that the search answers with by itself: emergency numbers, and where a country stands towards a treaty."""

from rsmms.language.fold import fold
from rsmms.language.words import Words
from rsmms.model.country import Status
from rsmms.model.emergency import primary
from rsmms.model.instrument import Instrument
from rsmms.model.library import Library

_STATES = tuple(Status)
"""In the order of the texts that the box shows; a state is its place here."""


def emergency_numbers(library: Library, words: Words) -> dict[str, list[list[str]]]:
    """By country: the first number of each service, with what answers there; none where all stand on old lists alone."""
    first = {code: primary(country.emergency) for code, country in library.countries.items()}
    return {code: [[e.number, words.pick(e.service)[0]] for e in numbers] for code, numbers in first.items() if numbers}


def treaty_states(library: Library, country: str) -> str:
    """One digit for each treaty, in the order of ``treaty_names``."""
    known = library.countries[country]
    return "".join(str(_STATES.index(known.status(instrument))) for instrument in library.instruments)


def treaty_names(library: Library) -> list[list[str]]:
    """Each treaty: the anchor of its line on a country's page, its code as shown, and how people write the code."""
    return [[i.id, i.code, *_written(i)] for i in library.instruments.values()]


def _written(instrument: Instrument) -> list[str]:
    """``c097`` is written C97, 97 or C097.

    >>> from types import SimpleNamespace
    >>> _written(SimpleNamespace(id="c097", code="C97")), _written(SimpleNamespace(id="icrmw", code="ICRMW"))
    (['c097', 'c97', '97'], ['icrmw'])
    """
    number = instrument.id.lstrip("acpr").lstrip("0")
    bare = [number] if number.isdigit() else []
    return list(dict.fromkeys([instrument.id, fold(instrument.code), *bare]))
