"""Countries as publishers name them: M49 numbers and ISO codes, and what is no country of today."""

from functools import cache

import pycountry

from rsmms.reading.country_names import country_by_name

OTHERS = "2003"
"""UN DESA's code of "Others": origins that are not named."""
WORLD = "900"
_UNSETTLED = {"XKX": "Kosovo", "XK": "Kosovo", "412": "Kosovo", "CHI": "Channel Islands", "830": "Channel Islands"}
"""Codes that publishers use and ISO does not have: their rows are told, and never put under another country."""


@cache
def _numbers() -> dict[str, str]:
    return {country.numeric: country.alpha_3 for country in pycountry.countries}


@cache
def _retired() -> dict[str, str]:
    """Codes of countries that are no more, three letters or three digits."""
    known = {"ZAR": "Zaire", "ROM": "Romania", "TMP": "East Timor", "736": "Sudan"}
    for country in pycountry.historic_countries:
        known |= {code: country.name for code in (country.alpha_3, getattr(country, "numeric", "")) if code}
    return known


def country_of(code: str) -> str:
    """The alpha-3 code behind an M49 number or a code of three letters; empty if no country of today has it.

    >>> country_of("768"), country_of("4"), country_of("TGO"), country_of("900"), country_of("XKX"), country_of("AFE")
    ('TGO', 'AFG', 'TGO', '', '', '')
    """
    if code.isdigit():
        return _numbers().get(code.zfill(3), "")
    return code if pycountry.countries.get(alpha_3=code) else ""


def named_country(name: str) -> str:
    """The alpha-3 code of a country known only by its name."""
    return country_by_name(name.strip(" *"))


def unsettled(code: str) -> str:
    """The name behind a code that is told to a person: a retired one, Kosovo, the Channel Islands; empty for regions and countries."""
    padded = code.zfill(3) if code.isdigit() else code
    if country_of(code):
        return ""
    return _UNSETTLED.get(padded) or _retired().get(padded, "")
