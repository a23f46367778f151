"""Rules for contacts and emergency numbers: channels that a reader can use, one name a number, a second opinion on short numbers."""

from collections.abc import Iterator
from dataclasses import replace

import phonenumbers.shortnumberinfo

from rsmms.checking.numbers import region_of
from rsmms.model.contact import Contact
from rsmms.model.country import Country
from rsmms.model.emergency import primary
from rsmms.model.library import INTERNATIONAL, Library
from rsmms.model.reach import Phone
from rsmms.problems.problem import Problem, Severity
from rsmms.reading.document import Document, Path_


def channel_problems(document: Document, country: str, contacts: tuple[Contact, ...]) -> Iterator[Problem]:
    """Channels of a file of contacts that no reader can use."""
    for number, contact in enumerate(contacts):
        for position, phone in enumerate(contact.phones):
            why = _unusable(phone, country)
            if why:
                yield document.problem("X035", ("contacts", number, "phones", position), found=phone.number, why=why)


def _unusable(phone: Phone, country: str) -> str:
    """Why nobody can use a number in this way; empty for one that works."""
    if phone.local and country == INTERNATIONAL:
        return "@unusable_local"
    if phone.local and (phone.whatsapp or phone.whatsapp_only):
        return "@unusable_whatsapp"
    if phone.whatsapp_only and phone.sms_only:
        return "@unusable_both"
    return "@unusable_extension" if phone.extension and (phone.ussd or not phone.callable) else ""


def shared_numbers(library: Library, documents: dict[str, Document]) -> Iterator[Problem]:
    """Numbers that two contacts of different names have; a short number may be another one's in another country."""
    first: dict[str, tuple[Contact, str]] = {}
    for country, listed in library.contacts.items():
        for number, contact in enumerate(listed):
            for position, phone in enumerate(contact.phones):
                at: Path_ = ("contacts", number, "phones", position, "number")
                document = documents[country]
                key = f"{country} {phone.number}" if phone.local else phone.number
                known, place = first.setdefault(key, (contact, f"{document.path}:{document.place(at)[0]}"))
                if known.id != contact.id and known.name["fr"] != contact.name["fr"]:
                    yield document.problem("X034", at, found=phone.number, name=known.name["fr"], first=place)


def second_opinion(document: Document, country: Country) -> Iterator[Problem]:
    """One warning for the numbers to dial first that libphonenumber does not know as emergency numbers; that proves nothing."""
    region = region_of(country.id) or ""
    short = [e for e in primary(country.emergency) if e.phone.local]
    unknown = [e for e in short if not phonenumbers.shortnumberinfo.is_emergency_number(e.number, region)]
    if unknown:
        at: Path_ = ("emergency", country.emergency.index(unknown[0]), "number")
        yield replace(document.problem("X036", at, found=", ".join(e.number for e in unknown)), severity=Severity.WARNING)
