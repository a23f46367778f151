"""Whom to call: unions, networks, desks and hotlines."""

import re
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from rsmms.model.base import Alpha3, Identifier, Language, Line, Model, SecureUrl, Sourced, Text
from rsmms.model.dates import PartialDate


class Kind(StrEnum):
    """What a contact is; the order is the order in which they are shown."""

    UNION_DESK = "union_desk"
    UNION_NETWORK = "union_network"
    HOTLINE = "hotline"
    EMERGENCY = "emergency"
    UNION_CENTRE = "union_centre"
    UNION_SECTOR = "union_sector"
    LEGAL_AID = "legal_aid"
    RETURN_ASSISTANCE = "return_assistance"
    EMPLOYMENT_SERVICE = "employment_service"
    OFFICE = "office"
    UNION_REGIONAL = "union_regional"


class Tri(StrEnum):
    """Yes, no, or nobody at hand says."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SHORT = re.compile(r"[0-9]{2,6}|0[0-9]{6,11}")


def _number(value: str) -> str:
    if not (_E164.fullmatch(value) or _SHORT.fullmatch(value)):
        raise PydanticCustomError("phone", "not a phone number")
    return value


Number = Annotated[str, AfterValidator(_number)]
"""E.164 (``+22822213334``), or a short or free number that works only inside the country."""


class Phone(Model):
    """A number, and what a caller must know before dialling."""

    number: Number = Field(examples=["+22822213334", "627"], description="E.164, without spaces.")
    free: bool = False
    whatsapp: bool = False
    sms_only: bool = False
    label: Text | None = None

    @cached_property
    def local(self) -> bool:
        """True for a number that works only inside the country."""
        return not self.number.startswith("+")


Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]


class Contact(Sourced):
    """Somebody who helps. What no source states is left out, never guessed."""

    id: Identifier
    kind: Kind
    acronym: Line | None = None
    name: Text
    city: Line | None = None
    address: Line | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    web: tuple[SecureUrl, ...] = ()
    languages: tuple[Language, ...] = ()
    free: bool = Field(default=False, description="The service costs nothing, and a source says so.")
    hours: Text | None = None
    serves: Text | None = Field(None, description="What they do for migrants.")
    situations: tuple[Identifier, ...] = Field((), description="Situations it is made for.")
    rsmms_member: Tri = Tri.UNKNOWN
    ituc_affiliate: Tri = Tri.UNKNOWN
    member_of: tuple[Identifier, ...] = Field((), description="Ids of networks it belongs to.")
    focal_point: Text | None = Field(None, description="Role of the migration focal point, never a name.")
    more_sources: tuple[Identifier, ...] = ()
    as_of: PartialDate | None = Field(None, description="Date of the page that gave these details.")

    @cached_property
    def reachable(self) -> bool:
        """True if a reader can reach them from a phone: by call, message or web."""
        return bool(self.phones or self.emails or self.web)


class ContactFile(Model):
    """One file of data/contacts: everybody known in one country (``INT``: anywhere)."""

    country: Alpha3
    contacts: tuple[Contact, ...] = Field(min_length=1)
