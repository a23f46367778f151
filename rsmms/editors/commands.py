"""Commands for editors, as ``rsmms`` offers them: thin, the work is done in the modules beside this one."""

import argparse
from typing import Any


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the editors' commands to the parser of ``rsmms``."""
