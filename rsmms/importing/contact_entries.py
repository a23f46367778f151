"""A row of somebody's list as a contact of ours: what can be taken, what a person must look at, whom it looks like."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pycountry

from rsmms.importing.contact_numbers import number_of
from rsmms.importing.contact_rows import Cells
from rsmms.language.fold import fold
from rsmms.model.contact import Contact, Kind
from rsmms.model.library import Library
from rsmms.reading.country_names import country_by_name

_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_YES = {"oui", "yes", "x", "1", "1.0", "vrai", "true", "bureau", "office", "permanence", "hsds", "vcard"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row gives."""

    line: int
    name: str
    country: str
    phones: tuple[tuple[str, bool], ...]
    """Numbers, and whether they are on WhatsApp."""
    emails: tuple[str, ...] = ()
    web: tuple[str, ...] = ()
    texts: Mapping[str, str] | None = None
    """Acronym, city, address, hours … as they stand."""
    faults: tuple[tuple[str, str], ...] = ()
    """What is not taken: a key of the messages, and the cell."""

    @property
    def refused(self) -> bool:
        """True if the whole row waits."""
        return any(key in ("person", "name", "country", "empty") for key, _ in self.faults)


def entry(line: int, cells: Cells, country: str, *, offices: bool) -> Entry:
    """A row with its faults; people's names are never kept."""
    faults: list[tuple[str, str]] = []
    home = _country(cells, country)
    phones = _phones(cells, home, faults)
    emails = [mail for cell in cells.get("emails", ()) for mail in _emails(str(cell), faults)]
    web = [site for cell in cells.get("web", ()) for site in _sites(str(cell), faults)]
    name = _text(cells, "name")
    if "person" in cells and not (offices or _office(cells)):
        faults.append(("person", f"{name or '–'}"))
    elif not name:
        faults.append(("name", ""))
    if not home:
        faults.append(("country", _text(cells, "country")))
    if not (phones or emails or web):
        faults.append(("empty", name))
    texts = {key: value for key in ("name_en", "acronym", "city", "address", "hours", "serves", "kind") if (value := _text(cells, key))}
    return Entry(line, name, home, tuple(phones), tuple(dict.fromkeys(emails)), tuple(dict.fromkeys(web)), texts, tuple(faults))


def _text(cells: Cells, name: str) -> str:
    return " ".join(str(next(iter(cells.get(name, ())), "")).split())


def _office(cells: Cells) -> bool:
    return any(fold(str(value)).strip() in _YES for value in cells.get("office", ()))


def _country(cells: Cells, country: str) -> str:
    told = _text(cells, "country")
    return country_by_name(told) if told else country


def _phones(cells: Cells, country: str, faults: list[tuple[str, str]]) -> list[tuple[str, bool]]:
    found: dict[str, bool] = {}
    for name in ("phones", "whatsapp"):
        for cell in cells.get(name, ()):
            number, reason = number_of(cell, country)
            if reason:
                faults.append((reason, str(cell)))
            else:
                found[number] = found.get(number, False) or name == "whatsapp"
    return list(found.items())


def _emails(cell: str, faults: list[tuple[str, str]]) -> Iterator[str]:
    for part in re.split(r"[;,\s]+", cell.strip()):
        mail = part.removeprefix("mailto:").strip("<>")
        if _MAIL.fullmatch(mail):
            yield mail
        elif part:
            faults.append(("mail", part))


def _sites(cell: str, faults: list[tuple[str, str]]) -> Iterator[str]:
    """Addresses in https; one in http is told: nobody knows whether it answers in https too."""
    for part in re.split(r"[;,\s]+", cell.strip()):
        if re.fullmatch(r"https://[^\s\"'<>`\\]+\.[^\s\"'<>`\\]+", part):
            yield part
        elif part:
            faults.append(("site", part))


def alike(library: Library, found: Entry) -> list[tuple[str, str]]:
    """Contacts that a row may be, with why: the same number, the same mail, the same name or acronym."""
    numbers, mails = {number for number, _ in found.phones}, {mail.casefold() for mail in found.emails}
    names = {fold(text) for text in (found.name, (found.texts or {}).get("acronym", "")) if text}
    listed = []
    for contact in library.contacts.get(found.country, ()):
        why = _same(contact, numbers, mails, names)
        if why:
            listed.append((contact.id, why))
    return listed


def _same(contact: Contact, numbers: set[str], mails: set[str], names: set[str]) -> str:
    if numbers & {phone.number for phone in contact.phones}:
        return "number"
    if mails & {mail.casefold() for mail in contact.emails}:
        return "mail"
    return "name" if names & {fold(text) for text in (*contact.name.values(), contact.acronym or "") if text} else ""


def kind_of(found: Entry, usual: str) -> str:
    """The kind of a contact: what its row says, if it is one of ours, else what was typed for the whole list."""
    told = fold((found.texts or {}).get("kind", "")).replace(" ", "_")
    return told if told in {kind.value for kind in Kind} else usual


def slug(found: Entry, known: Sequence[str]) -> str:
    """A stable name: country and acronym, or country and name; with a number if it is taken."""
    words = re.findall(r"[a-z0-9]+", fold((found.texts or {}).get("acronym") or found.name))
    base = "-".join([found.country.lower(), *words])[:60].rstrip("-")
    return next(name for name in (base, *(f"{base}-{n}" for n in range(2, 1000))) if name not in known)


def as_contact(found: Entry, name: str, kind: str, about: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a new contact, in the order in which they stand."""
    texts = found.texts or {}
    told: dict[str, Any] = {
        "id": name, "kind": kind, "audience": list(about["audience"]), "acronym": texts.get("acronym"),
        "name": {"fr": found.name, "en": texts.get("name_en", found.name)}, "city": texts.get("city"), "address": texts.get("address"),
        "phones": [phone(number, whatsapp=whatsapp) for number, whatsapp in found.phones], "emails": list(found.emails), "web": list(found.web),
        "source": about["source"], "as_of": about.get("as_of"), "read": about["read"], "confidence": "single_source",
    }  # fmt: skip
    return {key: value for key, value in told.items() if value not in (None, [], "")}


def phone(number: str, *, whatsapp: bool) -> dict[str, Any]:
    """A number as our files have it."""
    return {"number": number} | ({"whatsapp": True} if whatsapp and number.startswith("+") else {})


def known_country(code: str) -> bool:
    """True for a code of three letters that a country has."""
    return pycountry.countries.get(alpha_3=code) is not None
