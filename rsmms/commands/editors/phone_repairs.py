"""Numbers in the form that the data keeps, where that is certain: the number before and after is the same to the last digit.

What leaves a choice (a slash, a digit missing, an old number) is left as it is, and said to the person at the keyboard.
"""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberType, shortnumberinfo

from rsmms.checking.numbers import e164, parse_number

_SPACES = " \u00a0\u2007\u2009\u202f"
LINE = re.compile(rf"^([{_SPACES}]*(?:-[{_SPACES}]+)?number:)[{_SPACES}]*([\"']?)([^\"'\n#]*?)\2[{_SPACES}]*(#[^\n]*)?$", re.MULTILINE)
"""A line of YAML that holds a number: what stands before it, its quote, the number, a comment."""
_PLAIN = {ord(sign): " " for sign in _SPACES} | {0x2010: "-", 0x2011: "-"}
_TYPED = re.compile(r"(?:\+|00)?[0-9](?:[ .\-()]*[0-9])*")
"""Digits in groups. A slash, a comma or a letter between them is left to a person."""
_READY = re.compile(r"\+[1-9][0-9]{6,14}|[0-9]{2,6}|0[0-9]{6,11}|\*[0-9][0-9*]{0,11}#")
_SHORT = 6
_INSIDE = (PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN, PhoneNumberType.PREMIUM_RATE)
"""Kinds of numbers that are dialled inside the country only, as they are written there."""


def repaired_numbers(text: str, region: str | None) -> str:
    """A file of contacts or a profile with its numbers in form and in quotes."""
    return LINE.sub(lambda match: _line(match, region), text)


def _line(match: re.Match[str], region: str | None) -> str:
    head, _, number, comment = match.groups()
    made = phone(number, region)
    if not _published(made, region):
        return match[0]
    return f'{head} "{made}"' + (f"  {comment}" if comment else "")


def left_to_a_person(text: str, region: str | None) -> Iterator[tuple[int, str]]:
    """Line and value of each number that cannot be published as it is, and that no rule can mend with certainty."""
    for match in LINE.finditer(text):
        if match[3].strip() and not _published(phone(match[3], region), region):
            yield text.count("\n", 0, match.start()) + 1, match[3].strip()


def phone(number: str, region: str | None) -> str:
    """A number as the data keeps it: ``+22822213334``; unchanged if only a person can tell what is meant.

    >>> phone("00228 22 21 33 34", "TG"), phone("tel:22 21 33 34", "TG"), phone("22 21 33 3", "TG"), phone("+49 30 123456/7", "DE")
    ('+22822213334', '+22822213334', '22 21 33 3', '+49 30 123456/7')
    """
    typed = number.translate(_PLAIN).strip().removeprefix("tel:").strip()
    if _READY.fullmatch(typed):
        return typed
    digits = re.sub(r"[^+0-9]", "", typed)
    if not _TYPED.fullmatch(typed) or typed.count("(") != typed.count(")"):
        return number
    if len(digits) <= _SHORT:
        return digits if _short_there(digits, region) else number
    parsed = parse_number(typed, region)
    return _kept(parsed, digits, region) if parsed and phonenumbers.is_valid_number(parsed) else number


def _kept(parsed: phonenumbers.PhoneNumber, digits: str, region: str | None) -> str:
    """The international form; a free number of the country stays as it is dialled there."""
    inside = re.fullmatch(r"0[1-9][0-9]{5,10}", digits) and phonenumbers.number_type(parsed) in _INSIDE
    same = inside and parse_number(digits, region) == parsed
    return digits if same else e164(parsed)


def _short_there(digits: str, region: str | None) -> bool:
    parsed = parse_number(digits, region)
    return bool(region and parsed and shortnumberinfo.is_valid_short_number_for_region(parsed, region))


def _published(number: str, region: str | None) -> bool:
    """True for a number in one of the forms of the data that its country's plan knows; short ones and codes are taken as they are."""
    if len(number) <= _SHORT or number.startswith("*"):
        return bool(_READY.fullmatch(number))
    parsed = parse_number(number, region)
    if parsed is None:
        return False
    whole = e164(parsed) == number if number.startswith("+") else number.isascii() and number.isdigit()
    return whole and phonenumbers.is_valid_number(parsed)
