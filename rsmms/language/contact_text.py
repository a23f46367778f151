"""Numbers and web addresses as people write and say them."""

import phonenumbers
import pycountry

from rsmms.language.html import Html, bdi
from rsmms.model.contact import Phone

_SHORT = 6
"""Digits of the longest number that is never written in groups."""


def shown_number(phone: Phone, country: str = "") -> str:
    """A number in groups, as people write it: ``+228 22 21 33 34``, ``0800 800 800``; short numbers as they are."""
    region = getattr(pycountry.countries.get(alpha_3=country), "alpha_2", None)
    if phone.local and (len(phone.number) <= _SHORT or not region):
        return phone.number
    parsed = phonenumbers.parse(phone.number, region)
    form = phonenumbers.PhoneNumberFormat.NATIONAL if phone.local else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)


def number_html(phone: Phone, country: str = "") -> Html:
    """The number for a page, always written from left to right."""
    return bdi(shown_number(phone, country))


def bare(url: str) -> str:
    """A web address as it is said: without its scheme."""
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")
