"""Commands for what people fill in: ``report``, ``mend``, ``admin``."""

import argparse
from typing import Any

from rsmms.commands.forms import admin, mend, report


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands to those of ``rsmms``."""
    report.register(commands)
    mend.register(commands)
    admin.register(commands)
