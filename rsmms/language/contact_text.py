"""Numbers, web addresses, audiences and dates of contacts as people write and say them."""

from functools import cache

import phonenumbers
import pycountry

from rsmms.language.html import Html, bdi
from rsmms.language.words import Words
from rsmms.model.contact import Contact
from rsmms.model.reach import Reached

_SHORT = 6
"""Digits of the longest number that is never written in groups."""


@cache
def shown_number(number: str, country: str = "") -> str:
    """A number in groups, as people write it: ``+228 22 21 33 34``, ``0800 800 800``; short numbers and USSD codes as they are."""
    local, region = not number.startswith("+"), getattr(pycountry.countries.get(alpha_3=country), "alpha_2", None)
    if number.endswith("#") or (local and (len(number) <= _SHORT or not region)):
        return number
    form = phonenumbers.PhoneNumberFormat.NATIONAL if local else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(phonenumbers.parse(number, region), form)


@cache
def number_html(number: str, country: str = "") -> Html:
    """The number for a page, always written from left to right."""
    return bdi(shown_number(number, country))


def bare(url: str) -> str:
    """A web address as it is said: without its scheme."""
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")


def audience_text(words: Words, contact: Contact) -> str:
    """Whom a contact serves, in words: ``Pour les femmes et filles victimes de violence``."""
    return words.plain("serves_who", who=", ".join(words.plain(f"audience_{a.value}") for a in contact.audience))


def looked_text(words: Words, fact: Reached) -> str:
    """When somebody called, or that somebody only read the source."""
    if not fact.called:
        return words.plain("contact_read", date=words.date(fact.read))
    return words.plain("contact_called", date=words.date(fact.called.day), by=words.plain(f"caller_{fact.called.by.value}"))
