"""Who can help somebody in a country, best first, and whom to turn to when nobody is known there."""

from collections.abc import Sequence

from rsmms.model.base import Confidence
from rsmms.model.contact import Contact, Kind
from rsmms.model.library import INTERNATIONAL, Library

ORDER = tuple(Kind)
"""All kinds in the order in which they are shown when the situation asks for none in particular."""
DESKS = tuple(kind for kind in Kind if kind != Kind.EMERGENCY)
"""All kinds but emergency services, which the emergency strip shows already."""
UNIONS = (Kind.UNION_DESK, Kind.UNION_NETWORK, Kind.UNION_CENTRE, Kind.UNION_SECTOR)

_TRUST = {Confidence.CONFIRMED: 0, Confidence.SINGLE_SOURCE: 0, Confidence.DISPUTED: 1, Confidence.UNCONFIRMED: 1}
_OUT_OF_REACH = 3
UNION_NETWORK_ID = "int-rsmms"
_REGIONAL = {"africa": "int-ituc-africa", "europe": "int-etuc"}
"""The regional union body by part of the world."""


def contact_rank(contact: Contact, kinds: Sequence[Kind]) -> tuple[int, int, str]:
    """Sort key: first those whose phone can be trusted, then by wanted kind; those out of reach come last."""
    kind = kinds.index(contact.kind) if contact.kind in kinds else len(kinds) + ORDER.index(contact.kind)
    doubt = _TRUST[contact.confidence] + (0 if contact.phones else 1)
    return doubt if contact.reachable else _OUT_OF_REACH, kind, contact.id


def help_desks(library: Library, country: str, kinds: Sequence[Kind] = DESKS, limit: int | None = None) -> list[Contact]:
    """Contacts in a country of the wanted kinds, best first; all desks when none of these kinds is there."""
    here = library.contacts.get(country, ())
    wanted = [c for c in here if c.kind in kinds] or [c for c in here if c.kind in DESKS]
    return sorted(wanted, key=lambda c: contact_rank(c, kinds))[:limit]


def fallback_contacts(library: Library, country: str) -> list[Contact]:
    """Whom to turn to when no desk can be reached there: national centre, regional body, RSMMS, in this order."""
    centres = [c for c in library.contacts.get(country, ()) if c.kind in (Kind.UNION_NETWORK, Kind.UNION_CENTRE)]
    outside = {c.id: c for c in library.contacts.get(INTERNATIONAL, ())}
    region = _REGIONAL["africa" if country in AFRICA else "europe"] if country in AFRICA | EUROPE else ""
    chain = [*sorted(centres, key=lambda c: contact_rank(c, ORDER)), outside.get(region), outside.get(UNION_NETWORK_ID)]
    return list({c.id: c for c in chain if c}.values())


_IN_EUROPE = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"
_IN_AFRICA = (
    "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO "
    "MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE"
)
EUROPE = frozenset(_IN_EUROPE.split())
"""Countries that the European union body answers for (alpha-3)."""
AFRICA = frozenset(_IN_AFRICA.split())
"""Countries that the African union body answers for (alpha-3)."""
