"""Whom to call: unions, networks, desks and hotlines."""

import re
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from rsmms.model.audience import Audience
from rsmms.model.base import Alpha3, Identifier, Language, Line, Model, SecureUrl, Text
from rsmms.model.reach import DIRECT, Channel, Email, Phone, Reached


class Kind(StrEnum):
    """What a contact is; the order is the order in which they are shown."""

    UNION_DESK = "union_desk"
    UNION_NETWORK = "union_network"
    HOTLINE = "hotline"
    EMERGENCY = "emergency"
    UNION_CENTRE = "union_centre"
    UNION_SECTOR = "union_sector"
    LEGAL_AID = "legal_aid"
    LABOUR_OFFICE = "labour_office"
    OMBUDS = "ombuds"
    RETURN_ASSISTANCE = "return_assistance"
    EMPLOYMENT_SERVICE = "employment_service"
    OFFICE = "office"
    EMBASSY = "embassy"
    UNION_REGIONAL = "union_regional"


class Tri(StrEnum):
    """Yes, no, or nobody at hand says."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


_POST = re.compile(r"(?:\b\d+ )?\b(?:BP|B\.P\.|P\.? ?O\.? ?Box|boîte postale)\b[^,]*", re.IGNORECASE)
"""A post box: letters arrive there, nobody opens a door."""


class Contact(Reached):
    """Somebody who helps. What no source states is left out, never guessed."""

    id: Identifier
    kind: Kind
    audience: tuple[Audience, ...] = Field(min_length=1, description="Whom it serves; the first is whom it is made for.")
    acronym: Line | None = None
    name: Text
    own_name: dict[Language, Line] = Field(default_factory=dict, description="The name it gives itself, by language, where the one above is translated.")
    city: Line | None = None
    address: Line | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    forms: tuple[SecureUrl, ...] = Field((), description="Pages with a form that somebody reads.")
    web: tuple[SecureUrl, ...] = ()
    languages: tuple[Language, ...] = ()
    free: bool = Field(default=False, description="The service costs nothing, and a source says so.")
    hours: Text | None = None
    serves: Text | None = Field(None, description="What they do for migrants.")
    situations: tuple[Identifier, ...] = Field((), description="Situations it is made for.")
    countries: tuple[Alpha3, ...] = Field((), description="Other countries it answers for too.")
    refers: bool = Field(default=False, description="It helps nobody itself; at most it says whom to turn to.")
    rsmms_member: Tri = Tri.UNKNOWN
    ituc_affiliate: Tri = Tri.UNKNOWN
    member_of: tuple[Identifier, ...] = Field((), description="Ids of networks it belongs to.")
    focal_point: Text | None = Field(None, description="Role of the migration focal point, never a name.")
    more_sources: tuple[Identifier, ...] = ()

    @cached_property
    def visit(self) -> str:
        """Where one can go: a street or a house that everybody knows; empty for a post box or a town alone."""
        place = ", ".join(part for part in (_POST.sub("", self.address or "")).split(", ") if part.strip())
        return place if "," in place or re.search(r"\d", place) else ""

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Every way to reach them, the quickest first."""
        ways = {
            Channel.CALL: any(p.callable for p in self.phones), Channel.WHATSAPP: any(p.on_whatsapp for p in self.phones),
            Channel.SMS: any(p.sms or p.sms_only for p in self.phones), Channel.EMAIL: bool(self.emails),
            Channel.FORM: bool(self.forms), Channel.VISIT: bool(self.visit), Channel.WEB: bool(self.web),
        }  # fmt: skip
        return tuple(way for way, there in ways.items() if there)

    @cached_property
    def direct(self) -> bool:
        """True if somebody answers by phone, message or form."""
        return any(way in DIRECT for way in self.channels)

    @cached_property
    def reachable(self) -> bool:
        """True if a reader can reach them: by call, message, form, visit or website."""
        return bool(self.channels)


class ContactFile(Model):
    """One file of data/contacts: everybody known in one country (``INT``: anywhere)."""

    country: Alpha3
    contacts: tuple[Contact, ...] = Field(min_length=1)
