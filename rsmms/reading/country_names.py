"""What somebody probably meant: a country or a language written by its name or by another code."""

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


@cache
def _languages() -> dict[str, str]:
    """Folded names of languages in French and English with their two-letter code."""
    two = {language.alpha_2 for language in pycountry.languages if hasattr(language, "alpha_2")}
    named = ((fold(name), code) for own in ("en", "fr") for code, name in Locale(own).languages.items() if code in two)
    return dict(named)


def language_by_name(text: str) -> str:
    """The two-letter code of a language written by its name, with capitals, with a country or by its three letters; empty if there is none.

    >>> language_by_name("eng"), language_by_name("fre"), language_by_name("en-GB"), language_by_name("anglais"), language_by_name("zz")
    ('en', 'fr', 'en', 'en', '')
    """
    code = text.strip().lower().replace("_", "-").partition("-")[0]
    found = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code) or pycountry.languages.get(bibliographic=code)
    return getattr(found, "alpha_2", "") if found else _languages().get(fold(text.strip()), "")
