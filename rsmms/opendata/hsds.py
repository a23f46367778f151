"""Contacts in the Human Services Data Specification (HSDS 3) of Open Referral: organisations with their service, as JSON and as tables.

Each contact is one organisation with one service. Only those that a reader can reach are given. Ids are made from the contact's own, so that they
stay the same in every edition. What nobody knows is left out; where HSDS wants a text all the same (a province), a dash says so.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pycountry

from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.model.contact import Contact
from rsmms.model.library import Library
from rsmms.model.reach import Phone
from rsmms.opendata.cells import safe

FOLDER = "hsds"
UNKNOWN = "–"
"""Where HSDS wants a text that nobody knows."""
_TABLES: Mapping[str, tuple[str, ...]] = {
    "organizations": ("id", "name", "alternate_name", "description", "email", "website"),
    "services": ("id", "organization_id", "name", "alternate_name", "description", "url", "email", "status", "fees_description", "eligibility_description"),
    "phones": ("id", "organization_id", "number", "extension", "type", "description"),
    "locations": ("id", "organization_id", "location_type", "name"),
    "addresses": ("id", "location_id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    "languages": ("id", "service_id", "name", "code"),
    "schedules": ("id", "service_id", "description"),
}  # fmt: skip
"""Columns of each table; those that hold other things are tables of their own."""


def identifier(*parts: str) -> str:
    """A UUID that is the same in every edition."""
    return str(uuid5(NAMESPACE_URL, "https://rsmms.net/hsds/" + "/".join(parts)))


def hsds_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """``hsds/organizations.json`` and one table for each kind of thing."""
    made = list(organisations(library))
    yield f"{FOLDER}/organizations.json", (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
    services = [service for one in made for service in one["services"]]
    locations = [place for one in made for place in one.get("locations", ())]
    parts: dict[str, Iterable[Mapping[str, Any]]] = {
        "organizations": made, "services": services, "phones": (p for one in made for p in one.get("phones", ())), "locations": locations,
        "addresses": (a for place in locations for a in place["addresses"]), "languages": (s for one in services for s in one.get("languages", ())),
        "schedules": (s for one in services for s in one.get("schedules", ())),
    }  # fmt: skip
    for name, columns in _TABLES.items():
        yield f"{FOLDER}/{name}.csv", _table(columns, parts[name])


def _table(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(name, row.get(name)) for name in columns} for row in rows)
    return out.getvalue().encode()


def _cell(name: str, found: object) -> object:
    """A text that no spreadsheet takes for a formula; numbers to dial stand as the standard wants them."""
    return safe(found) if isinstance(found, str) and name != "number" else found


def organisations(library: Library) -> Iterator[dict[str, Any]]:
    """Every contact that can be reached, in the order of countries."""
    for code, listed in library.contacts.items():
        for contact in listed:
            if contact.reachable:
                yield _organisation(contact, code)


def _organisation(contact: Contact, country: str) -> dict[str, Any]:
    owner = identifier(contact.id)
    made: dict[str, Any] = {
        "id": owner, "name": _french(contact.name), "alternate_name": contact.acronym, "description": _about(contact),
        "email": next(iter(contact.emails), None), "website": next(iter(contact.web), None),
        "phones": [_phone(contact, phone, owner) for phone in contact.phones], "locations": _locations(contact, country, owner),
        "services": [_service(contact, owner)],
    }  # fmt: skip
    return _filled(made)


def _filled(made: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in made.items() if value is not None and value != []}


def _french(text: Mapping[str, str]) -> str:
    return text[SOURCE_LANGUAGE]


def _about(contact: Contact) -> str:
    """What they do for migrants, or at least whom they serve."""
    return _french(contact.serves) if contact.serves else _served(contact)


def _served(contact: Contact) -> str:
    words = Words(SOURCE_LANGUAGE)
    return ", ".join(words.plain(f"audience_{a.value}") for a in contact.audience)


def _phone(contact: Contact, phone: Phone, owner: str) -> dict[str, Any]:
    kind = "sms" if phone.sms_only else "voice"
    return _filled({
        "id": identifier(contact.id, "phone", phone.number), "organization_id": owner, "number": phone.number,
        "extension": int(phone.extension) if phone.extension else None, "type": kind, "description": _french(phone.label) if phone.label else None,
    })  # fmt: skip


def _locations(contact: Contact, country: str, owner: str) -> list[dict[str, Any]]:
    """Where one can go; the country stands as HSDS wants it, in two letters."""
    known = pycountry.countries.get(alpha_3=country)
    if not (contact.visit and known):
        return []
    place = identifier(contact.id, "place")
    address = {
        "id": identifier(contact.id, "address"), "location_id": place, "address_1": contact.address or "", "city": contact.city or "",
        "state_province": UNKNOWN,
        "postal_code": UNKNOWN, "country": known.alpha_2, "address_type": "physical",
    }  # fmt: skip
    return [{"id": place, "organization_id": owner, "location_type": "physical", "name": _french(contact.name), "addresses": [address]}]


def _service(contact: Contact, owner: str) -> dict[str, Any]:
    service, words = identifier(contact.id, "service"), Words(SOURCE_LANGUAGE)
    spoken = [{"id": identifier(contact.id, "language", c), "service_id": service, "name": words.language_name(c), "code": c} for c in contact.languages]
    hours = [{"id": identifier(contact.id, "hours"), "service_id": service, "description": _french(contact.hours)}] if contact.hours else []
    return _filled({
        "id": service, "organization_id": owner, "name": _french(contact.name), "alternate_name": contact.acronym, "description": _about(contact),
        "url": next(iter(contact.web), None), "email": next(iter(contact.emails), None), "status": "active",
        "fees_description": words.plain("free") if contact.free else None, "eligibility_description": _served(contact), "languages": spoken,
        "schedules": hours,
    })  # fmt: skip
