"""What only people on the spot know: contacts whom nobody has called, and those without a number, each with a code to answer by."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rsmms.joins.help_desks import contact_rank
from rsmms.model.contact import Contact, Kind
from rsmms.model.library import Library

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which are read as figures."""
_DIGITS = range(3, 9)
PER_MESSAGE = 12
"""Rows in one message: more do not fit into the address that opens WhatsApp or a mail."""


@dataclass(frozen=True, slots=True)
class Row:
    """One contact that somebody is asked about."""

    code: str
    country: str
    contact: Contact

    @property
    def missing(self) -> bool:
        """True if nobody knows how to reach it."""
        return not self.contact.direct


def asked(library: Library) -> Mapping[str, Row]:
    """Every row by its code: contacts that nobody has called. Emergency services are not called to try them."""
    found = [(country, contact) for country, listed in library.contacts.items() for contact in listed if _to_ask(contact)]
    codes = _codes([c for listed in library.contacts.values() for c in listed])
    return {codes[contact.id]: Row(codes[contact.id], country, contact) for country, contact in found}


def rows_of(library: Library, country: str) -> Sequence[Row]:
    """The rows of a country: those without a number first."""
    return library.memo(("asked_in",), lambda: _by_country(library)).get(country, [])


def messages_of(library: Library, country: str) -> list[Sequence[Row]]:
    """The rows of a country in messages of a length that can be sent."""
    rows = rows_of(library, country)
    return [rows[start : start + PER_MESSAGE] for start in range(0, len(rows), PER_MESSAGE)]


def _by_country(library: Library) -> dict[str, list[Row]]:
    """The rows of every country, in the order in which they are asked."""
    made: dict[str, list[Row]] = {}
    for row in sorted(asked(library).values(), key=lambda r: (not r.missing, contact_rank(r.contact, tuple(Kind)))):
        made.setdefault(row.country, []).append(row)
    return made


def focal_point(library: Library, country: str) -> Contact | None:
    """Who is asked: the union network of the country, where it can be reached."""
    listed = library.contacts.get(country, ())
    return next((c for c in listed if c.kind == Kind.UNION_NETWORK and (c.emails or c.phones)), None)


def _to_ask(contact: Contact) -> bool:
    return contact.kind != Kind.EMERGENCY and not contact.called


def _codes(contacts: Sequence[Contact]) -> dict[str, str]:
    """A short code for each contact, made from what is asked: another number gets another code, so that an old answer never hits it."""
    made: dict[str, str] = {}
    for digits in _DIGITS:
        open_ = [c for c in contacts if c.id not in made]
        counted = Counter(_code(c, digits) for c in contacts)
        made |= {c.id: _code(c, digits) for c in open_ if counted[_code(c, digits)] == 1}
    return {c.id: made.get(c.id, c.id.upper()) for c in contacts}


def _code(contact: Contact, digits: int) -> str:
    """A letter and some figures."""
    told = "\n".join([contact.id, *(p.number for p in contact.phones), *contact.emails])
    number = int.from_bytes(hashlib.sha256(told.encode()).digest()[:8])
    return f"{_LETTERS[number % len(_LETTERS)]}{number // len(_LETTERS) % 10**digits:0{digits}}"


def countries_asked(library: Library) -> Iterator[str]:
    """Countries with a row to ask about."""
    yield from library.memo(("asked_in",), lambda: _by_country(library))
