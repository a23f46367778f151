"""Who can help somebody in a country, best first: only lines that serve this reader, and never one that nobody can reach."""

from collections.abc import Iterable, Iterator, Sequence

from rsmms.model.audience import Audience, fit
from rsmms.model.base import Confidence
from rsmms.model.contact import Contact, Kind
from rsmms.model.front import Front
from rsmms.model.library import INTERNATIONAL, Library

ORDER = tuple(Kind)
"""All kinds in the order in which they are shown when the situation asks for none in particular."""
DESKS = tuple(kind for kind in Kind if kind != Kind.EMERGENCY)
"""All kinds but emergency services, which the emergency strip shows already."""
UNIONS = (Kind.UNION_DESK, Kind.UNION_NETWORK, Kind.UNION_CENTRE, Kind.UNION_SECTOR)
_ALWAYS = (*UNIONS, Kind.HOTLINE, Kind.LEGAL_AID)
"""Kinds that help in any situation whose people they serve; the others only where the guide asks for them."""
GENERAL = (
    Audience.EVERYONE, Audience.MIGRANT_WORKERS, Audience.WORKERS, Audience.MIGRANTS, Audience.WITHOUT_PAPERS, Audience.DOMESTIC_WORKERS,
)  # fmt: skip
"""Audiences that come first where nothing is known of the reader; lines for one trouble come after them."""

_TRUST = {Confidence.CONFIRMED: 0, Confidence.SINGLE_SOURCE: 0, Confidence.DISPUTED: 1, Confidence.UNCONFIRMED: 1}
_OUT_OF_REACH = 3
UNION_NETWORK_ID = "int-rsmms"
_REGIONAL = {"africa": ("int-ituc-africa",), "europe": ("int-unionmigrantnet", "int-etuc"), "": ("int-ituc-africa", "int-ituc")}
"""Union bodies that know whom to turn to, by part of the world."""


def doubt(contact: Contact) -> int:
    """0 for a phone that can be trusted, one more for each of: no phone, an unconfirmed number; the highest for nobody in reach."""
    return _TRUST[contact.confidence] + (0 if contact.phones else 1) if contact.reachable else _OUT_OF_REACH


def contact_rank(contact: Contact, kinds: Sequence[Kind]) -> tuple[int, int, int, str]:
    """Sort key where nothing is known of the reader: lines for all first, then trusted phones, then by kind."""
    kind = kinds.index(contact.kind) if contact.kind in kinds else len(kinds) + ORDER.index(contact.kind)
    narrow = not set(contact.audience) & set(GENERAL)
    return int(narrow or contact.refers), doubt(contact), kind, contact.id


def known(library: Library, country: str) -> tuple[Contact, ...]:
    """Everybody who answers for a country, from there or from another."""
    here = library.contacts.get(country, ())
    return (*here, *(c for c in library.answering.get(country, ()) if c not in here))


def help_desks(library: Library, country: str, kinds: Sequence[Kind] = DESKS, limit: int | None = None) -> list[Contact]:
    """Contacts in a country of the wanted kinds, best first; all desks when none of these kinds is there."""
    here = known(library, country)
    wanted = [c for c in here if c.kind in kinds] or [c for c in here if c.kind in DESKS]
    return sorted(wanted, key=lambda c: (not c.reachable, contact_rank(c, kinds)))[:limit]


def offered(library: Library, country: str) -> list[Contact]:
    """Whom to call in a country where nothing is known of the reader: only those in reach who help themselves, none twice."""
    return list(_once(c for c in help_desks(library, country) if c.reachable and not c.refers))


def fitting(library: Library, country: str, situation: Front, limit: int | None = None) -> list[Contact]:
    """Lines that answer for a country, serve the people a situation is about, and can be reached; best first, none twice."""
    found = (c for c in known(library, country) if c.reachable and not c.refers and serves(c, situation))
    return list(_once(sorted(found, key=lambda c: _place(c, situation))))[:limit]


def serves(contact: Contact, situation: Front) -> bool:
    """True for a line made for the situation, or of a fitting kind that serves the people the situation is about."""
    if situation.id in contact.situations:
        return True
    kinds = {*_ALWAYS, *situation.contacts} - {Kind.EMERGENCY}
    return contact.kind in kinds and (not situation.about or fit(contact.audience, situation.about) is not None)


def _place(contact: Contact, situation: Front) -> tuple[bool, int, int, int, int, str]:
    """Sort key: made for the situation, trusted phone, serves those the guide is about before others and all before everyone, kind, fit."""
    kinds = situation.contacts
    kind = kinds.index(contact.kind) if contact.kind in kinds else len(kinds) + ORDER.index(contact.kind)
    place = fit(contact.audience, situation.about) or 0
    nearness = 0 if place == 0 else 2 if place == len(situation.about) else 1
    return situation.id not in contact.situations, doubt(contact), nearness, kind, place, contact.id


def _once(contacts: Iterable[Contact]) -> Iterator[Contact]:
    """Each way to reach somebody once: four desks behind one address are one row."""
    seen: set[str] = set()
    for contact in contacts:
        way = first_address(contact)
        if way not in seen:
            seen.add(way)
            yield contact


def first_address(contact: Contact) -> str:
    """The number or address that a row offers first; empty for nobody in reach."""
    numbers = [phone.number for phone in contact.phones]
    return next(iter([*numbers, *contact.emails, *contact.forms, contact.visit, *contact.web]), "")


def without_channel(library: Library, country: str) -> list[Contact]:
    """Unions that are known in a country but cannot be reached: to be asked for, never to be called."""
    return [c for c in library.contacts.get(country, ()) if c.kind in UNIONS and not c.reachable]


def fallback_contacts(library: Library, country: str) -> list[Contact]:
    """Whom to turn to when no line fits: unions of the country, then bodies that know whom to ask; only those in reach."""
    centres = [c for c in library.contacts.get(country, ()) if c.kind in (Kind.UNION_NETWORK, Kind.UNION_CENTRE)]
    outside = {c.id: c for c in library.contacts.get(INTERNATIONAL, ())}
    region = "africa" if country in AFRICA else "europe" if country in EUROPE else ""
    chain = [*sorted(centres, key=lambda c: contact_rank(c, ORDER)), *(outside.get(i) for i in (*_REGIONAL[region], UNION_NETWORK_ID))]
    return list(_once(c for c in chain if c and c.reachable and (c.id != UNION_NETWORK_ID or c.direct)))


_IN_EUROPE = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"
_IN_AFRICA = (
    "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO "
    "MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE"
)
EUROPE = frozenset(_IN_EUROPE.split())
"""Countries that the European union body answers for (alpha-3)."""
AFRICA = frozenset(_IN_AFRICA.split())
"""Countries that the African union body answers for (alpha-3)."""
