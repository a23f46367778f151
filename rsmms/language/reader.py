"""The language in which to talk to the person at the keyboard."""

import locale
import os

READER = "RSMMS_LANG"
"""Environment variable: the language in which to talk to the person at the keyboard."""


def language_of_reader() -> str:
    """French or English: what ``--lang`` said, else the locale of the person at the keyboard."""
    named = next(filter(None, map(os.environ.get, (READER, "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fr" if (named or locale.getlocale()[0] or "").lower().startswith("fr") else "en"
