"""Contacts in the words of schema.org, as one JSON-LD file: in the pages it would cost each reader of a cheap phone about a kilobyte."""

import json
from collections.abc import Iterator
from typing import Any

from rsmms.language.addresses import contacts_path, url_of
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.model.contact import Contact, Kind
from rsmms.model.library import INTERNATIONAL, Library
from rsmms.model.reach import Phone

FILE = "contacts.jsonld"
_SERVICES = {Kind.EMERGENCY, Kind.LABOUR_OFFICE, Kind.OMBUDS, Kind.EMPLOYMENT_SERVICE, Kind.EMBASSY}
"""Kinds that a State runs: a ``GovernmentService``; all others are an ``Organization``."""


def schema_org(library: Library, site_url: str) -> bytes:
    """Every contact that can be reached."""
    listed = ((code, contact) for code, found in library.contacts.items() for contact in found if contact.reachable)
    graph = [thing for code, contact in listed for thing in _things(library, contact, code, site_url)]
    return (json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1) + "\n").encode()


def _things(library: Library, contact: Contact, code: str, site_url: str) -> Iterator[dict[str, Any]]:
    """An organisation; a service of the State is described as a service that it gives."""
    country = library.countries.get(code)
    page = f"{site_url}{url_of(contacts_path(country.slug))}#{contact.id}" if country else f"{site_url}#{contact.id}"
    area = Words("en").country(code) if code != INTERNATIONAL else None
    made: dict[str, Any] = {
        "@type": "Organization", "@id": page, "name": _languages(contact.name), "alternateName": contact.acronym,
        "url": next(iter(contact.web), None), "email": next(iter(contact.emails), None),
        "description": _languages(contact.serves) if contact.serves else None, "address": _address(contact, code),
        "contactPoint": [_point(contact, phone, area) for phone in contact.phones if not phone.ussd],
    }  # fmt: skip
    organisation = {name: value for name, value in made.items() if value not in (None, [])}
    if contact.kind not in _SERVICES:
        yield organisation
        return
    yield {**organisation, "@type": "GovernmentOrganization"}
    yield {"@type": "GovernmentService", "@id": page + "-service", "name": _languages(contact.name), "serviceOperator": {"@id": page},
           **({"areaServed": area} if area else {}), **({"offers": {"@type": "Offer", "price": 0}} if contact.free else {})}  # fmt: skip


def _languages(text: dict[str, str]) -> list[dict[str, str]]:
    return [{"@language": language, "@value": told} for language, told in text.items()]


def _address(contact: Contact, code: str) -> dict[str, str] | None:
    """A postal address, where a street is known."""
    if not contact.visit:
        return None
    made = {"@type": "PostalAddress", "streetAddress": contact.address or "", "addressLocality": contact.city or "", "addressCountry": code}
    return {name: value for name, value in made.items() if value}


def _point(contact: Contact, phone: Phone, area: str | None) -> dict[str, Any]:
    label = phone.label[SOURCE_LANGUAGE] if phone.label else None
    made: dict[str, Any] = {
        "@type": "ContactPoint", "telephone": phone.number, "contactType": contact.kind.value.replace("_", " "), "description": label, "areaServed": area,
        "availableLanguage": list(contact.languages), "contactOption": "https://schema.org/TollFree" if phone.free else None,
    }  # fmt: skip
    return {name: value for name, value in made.items() if value not in (None, [])}
