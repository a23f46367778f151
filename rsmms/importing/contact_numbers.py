"""Numbers as people and spreadsheets leave them: put in form where only one number can be meant, else told."""

import re
from typing import Any

import phonenumbers
import pycountry

_SPOILT = re.compile(r"\d[.,]\d+\s*e\s*\+?\d+", re.IGNORECASE)
_TWO = re.compile(r"\d{6,}\s*(/|;|,|\bou\b|\bor\b|\bet\b|\band\b|\n)\s*[+(]?\d", re.IGNORECASE)
_SHORT = re.compile(r"[0-9]{2,5}")


def number_of(cell: Any, country: str) -> tuple[str, str]:
    """The number in E.164 (or a short one), or the reason why a person must look: ``spoilt``, ``two``, ``lost`` or ``number``.

    >>> number_of("22 21 33 34", "TGO"), number_of("00228 22 21 33 34", ""), number_of("2.2822E+10", "TGO"), number_of("22213334 / 90010203", "TGO")
    (('+22822213334', ''), ('+22822213334', ''), ('', 'spoilt'), ('', 'two'))
    >>> number_of(22213334.0, "TGO"), number_of(22822213334.0, "TGO"), number_of("302123456", "GHA"), number_of("1011", "TGO")
    (('+22822213334', ''), ('', 'lost'), ('', 'lost'), ('1011', ''))
    """
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() and cell < 10**15 else str(cell).strip()
    text = re.sub(r"^(tel|tél|phone|whatsapp)\s*[.:]+\s*", "", text, flags=re.IGNORECASE)
    digits = re.sub(r"[\s().\u00a0\u202f-]", "", text)
    if _SPOILT.search(text) or (isinstance(cell, float) and not cell.is_integer()):
        return "", "spoilt"
    if _TWO.search(re.sub(r"[ .()-]", "", text)):
        return "", "two"
    if _SHORT.fullmatch(text):
        return text, ""
    return _whole(re.sub(r"^00(?=[1-9])", "+", digits), country)


def _whole(digits: str, country: str) -> tuple[str, str]:
    region = getattr(pycountry.countries.get(alpha_3=country), "alpha_2", None)
    if not re.fullmatch(r"\+?[0-9]{6,15}", digits):
        return "", "number"
    try:
        parsed = phonenumbers.parse(digits, None if digits.startswith("+") else region)
    except phonenumbers.NumberParseException:
        return "", "number"
    if not phonenumbers.is_valid_number(parsed):
        return "", "lost" if not digits.startswith("+") and _with_plus(digits) else "number"
    national = phonenumbers.national_significant_number(parsed)
    if not digits.startswith("+") and digits != _trunk(region or "") + national:
        return "", "lost"
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), ""


def _trunk(region: str) -> str:
    """The digit that numbers of a country begin with inside it: a spreadsheet takes a 0 away. Empty where there is none."""
    known = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    return str(known.national_prefix or "") if known else ""


def _with_plus(digits: str) -> bool:
    """True if a plus before it would make it a number: a spreadsheet has probably taken it away."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(f"+{digits}", None))
    except phonenumbers.NumberParseException:
        return False
