"""Parts by others, and our own, with the terms under which they may be passed on."""

from enum import StrEnum

from pydantic import Field

from rsmms.model.base import Identifier, Line, Model, SecureUrl, Text


class PartKind(StrEnum):
    """What a part is; the order is the order of the list."""

    OURS = "ours"
    FONT = "font"
    SCRIPT = "script"
    PICTURE = "picture"
    MAP = "map"
    DATA = "data"
    TOOL = "tool"


class Licence(Model):
    """One part of the site, or one tool that makes it."""

    id: Identifier
    kind: PartKind
    name: Line = Field(description="Name and version.")
    author: Line = Field(description="Who made it, as its own notice says.")
    licence: Line = Field(description="SPDX name of the licence.")
    url: SecureUrl | None = Field(None, description="Where its licence can be read.")
    use: Text = Field(description="What it does here.")
    changed: Text | None = Field(None, description="What was changed in it.")
    files: tuple[Line, ...] = Field((), description="Files of the project that are this part; a star stands for any name.")
