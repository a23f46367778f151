"""Addresses that were public once and now lead elsewhere."""

from typing import Annotated

from pydantic import Field, StringConstraints

from rsmms.model.base import Day, Model

Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*/)+$", max_length=300)]
"""A page below the folder of its language: ``pays/togo/``."""


class Redirect(Model):
    """One moved page; it holds in every language."""

    old: Address = Field(description="The address that was public, without the language folder.")
    new: Address = Field(description="The page that readers are led to, without the language folder.")
    since: Day = Field(description="The day of the change. A redirect is never taken away.")

    @property
    def id(self) -> str:
        """An old address leads to one place."""
        return self.old
