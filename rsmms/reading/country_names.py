"""What somebody probably meant: a day written the other way round, a country written by its name."""

from functools import cache

import pycountry
from babel import Locale

from rsmms.language.fold import fold


@cache
def _names() -> dict[str, str]:
    """Folded names of countries in French and English, and two-letter codes, with their alpha-3 code."""
    known: dict[str, str] = {}
    for country in pycountry.countries:
        names = [Locale(code).territories.get(country.alpha_2, "") for code in ("fr", "en")]
        known |= {fold(str(name)): country.alpha_3 for name in (*names, country.name, country.alpha_2) if name}
    return known


def country_by_name(text: str) -> str:
    """The alpha-3 code of a country written by its name or by another code; empty if there is none.

    >>> country_by_name("Sénégal"), country_by_name("tg"), country_by_name("tgo"), country_by_name("Atlantide")
    ('SEN', 'TGO', 'TGO', '')
    """
    known = pycountry.countries.get(alpha_3=text.strip().upper())
    return known.alpha_3 if known else _names().get(fold(text.strip()), "")
