"""Ways to reach somebody, and who tried them."""

import re
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from rsmms.model.base import Cited, Day, Model, Text
from rsmms.model.dates import PartialDate

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SHORT = re.compile(r"[0-9]{2,6}|0[0-9]{6,11}")
_USSD = re.compile(r"\*[0-9][0-9*]{0,11}#")


def _number(value: str) -> str:
    if not any(form.fullmatch(value) for form in (_E164, _SHORT, _USSD)):
        raise PydanticCustomError("phone", "not a phone number")
    return value


NUMBER = r"^(\+[1-9][0-9]{6,14}|[0-9]{2,6}|0[0-9]{6,11}|\*[0-9][0-9*]{0,11}#)$"
"""The same forms as one pattern, for editors and forms that know no Python."""
Number = Annotated[str, AfterValidator(_number), Field(json_schema_extra={"pattern": NUMBER})]
"""E.164 (``+22822213334``), a short or free number that works only inside the country, or a USSD code (``*123#``)."""
Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
Extension = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}$")]


class Channel(StrEnum):
    """A way to reach somebody; the quickest for a reader in trouble comes first."""

    CALL = "call"
    WHATSAPP = "whatsapp"
    SMS = "sms"
    EMAIL = "email"
    FORM = "form"
    VISIT = "visit"
    WEB = "web"


DIRECT = (Channel.CALL, Channel.WHATSAPP, Channel.SMS, Channel.EMAIL, Channel.FORM)
"""Ways in which somebody answers without the reader travelling or searching a website."""


class Phone(Model):
    """A number, and what a caller must know before dialling."""

    number: Number = Field(examples=["+22822213334", "627"], description="E.164, without spaces; a short number; or a USSD code.")
    extension: Extension | None = Field(None, description="Digits to dial once the call is answered.")
    free: bool = False
    whatsapp: bool = Field(default=False, description="It also answers on WhatsApp.")
    whatsapp_only: bool = Field(default=False, description="It answers on WhatsApp and takes no calls.")
    sms: bool = Field(default=False, description="It also reads SMS.")
    sms_only: bool = Field(default=False, description="It reads SMS and takes no calls.")
    label: Text | None = None

    @cached_property
    def local(self) -> bool:
        """True for a number that works only inside the country."""
        return not self.number.startswith("+")

    @cached_property
    def ussd(self) -> bool:
        """True for a code such as ``*123#``, which a phone sends instead of calling."""
        return self.number.endswith("#")

    @cached_property
    def callable(self) -> bool:
        """True if somebody (or a menu) answers a call."""
        return not (self.sms_only or self.whatsapp_only)

    @cached_property
    def on_whatsapp(self) -> bool:
        """True if it answers on WhatsApp; that needs an international number."""
        return (self.whatsapp or self.whatsapp_only) and not self.local

    @cached_property
    def link(self) -> str:
        """The address that dials, or opens a message: an extension follows after a pause, ``#`` is written ``%23``."""
        if self.whatsapp_only:
            return f"https://wa.me/{self.number.lstrip('+')}"
        scheme = "sms" if self.sms_only else "tel"
        return f"{scheme}:{self.number.replace('#', '%23')}" + (f",{self.extension}" if self.extension else "")


class Caller(StrEnum):
    """In which role somebody called: never a name."""

    FOCAL_POINT = "focal_point"
    UNION = "union"
    COORDINATION = "coordination"
    VOLUNTEER = "volunteer"


class Called(Model):
    """Somebody really dialled the number or wrote, and the contact answered. (``day``, not ``on``: YAML 1.1 reads ``on`` as true.)"""

    day: Day
    by: Caller = Field(description="The role of the caller, never a name.")


class Reached(Cited):
    """A contact or number with three dates: of its source, of our reading, and of a call."""

    as_of: PartialDate | None = Field(None, description="Date of the page that gave these details.")
    read: Day = Field(description="The day somebody read the source.")
    called: Called | None = Field(None, description="When somebody called, and in which role; only then it is “checked”.")

    @cached_property
    def checked(self) -> Day:
        """The last day on which somebody looked: the call, or else the reading."""
        return self.called.day if self.called and self.called.day > self.read else self.read
