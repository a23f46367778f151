"""A number that is shown is the number that is dialled, and it exists in the numbering plan of its country."""

import re
from collections.abc import Iterator
from dataclasses import replace

import phonenumbers
import pycountry

from rsmms.checking.cited import leaves
from rsmms.problems.problem import Problem, Severity
from rsmms.reading.document import Document, Path_

_HOLDERS = ("phones", "emergency")
"""Lists whose items have a number."""
_WHOLE = re.compile(r"\+[1-9][0-9]{6,14}")
_INSIDE = re.compile(r"[0-9]{7,12}")
"""A number that works only inside the country and is too long for a short one."""
_GABON = "GA"
_GABON_TODAY = re.compile(r"11[0-9]{6}|[67][0-9]{7}")
"""Eight digits after +241; the library still takes the old ones for good."""


def number_problems(document: Document) -> Iterator[Problem]:
    """What is wrong with the numbers of a file of contacts or of a country's profile."""
    tree = document.tree if isinstance(document.tree, dict) else {}
    country = str(tree.get("country") or tree.get("id") or "")
    for at, value in leaves(document):
        if at[-1:] == ("number",) and isinstance(value, str) and not set(_HOLDERS).isdisjoint(at):
            yield from _number(document, at, value, country)


def _number(document: Document, at: Path_, number: str, country: str) -> Iterator[Problem]:
    if not _WHOLE.fullmatch(number) and not _INSIDE.fullmatch(number):
        return
    parsed = parse_number(number, region_of(country))
    if parsed is None:
        yield document.problem("X015", at, found=number)
    elif wrong := _wrong(document, at, number, parsed):
        yield wrong
    else:
        yield from _foreign(document, at, number, country, parsed.country_code or 0)


def _wrong(document: Document, at: Path_, number: str, parsed: phonenumbers.PhoneNumber) -> Problem | None:
    """Why nobody can be reached by this number."""
    dialled = e164(parsed)
    if number.startswith("+") and dialled != number:
        return document.problem("X019", at, dialled, found=number)
    if not phonenumbers.is_valid_number(parsed):
        return document.problem("X015", at, found=number)
    if phonenumbers.region_code_for_number(parsed) == _GABON and not _GABON_TODAY.fullmatch(dialled.removeprefix("+241")):
        return document.problem("X020", at, found=number)
    return None


def _foreign(document: Document, at: Path_, number: str, country: str, code: int) -> Iterator[Problem]:
    """A good number of another country: told, for it may be meant."""
    expected = phonenumbers.country_code_for_region(region_of(country) or "")
    if number.startswith("+") and expected and code != expected:
        foreign = document.problem("X014", at, found=number, country=country, code=f"+{expected}")
        yield replace(foreign, severity=Severity.WARNING)


def parse_number(number: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    """What the library makes of a number as it is dialled in a region; ``None`` if it is none."""
    try:
        return phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None


def e164(parsed: phonenumbers.PhoneNumber) -> str:
    """What the library gives back for a number: ``+22822213334``."""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def region_of(country: str) -> str | None:
    """The two letters of a country's code; ``None`` for ``INT`` and unknown ones."""
    found = pycountry.countries.get(alpha_3=country)
    return found.alpha_2 if found else None
