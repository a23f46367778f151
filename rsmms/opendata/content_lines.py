"""What contact cards (vCard 3.0, RFC 2426) and calendars (iCalendar, RFC 5545) share: escaping, long lines, CRLF."""

from collections.abc import Iterable

AUTHORITY = "rsmms.net,2026"
"""Who names things, for identifiers that stay when the site moves (RFC 4151)."""
_LIMIT = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def tag(*path: str) -> str:
    """An identifier that no other thing has, on any site.

    >>> tag("contact", "tgo-cstt")
    'tag:rsmms.net,2026:contact/tgo-cstt'
    """
    return f"tag:{AUTHORITY}:{'/'.join(path)}"


def escaped(text: object) -> str:
    r"""A text as a value: separators and line breaks lose their meaning.

    >>> print(escaped("Rue 1, Lomé; 2e étage"))
    Rue 1\, Lomé\; 2e étage
    """
    return str(text).translate(_ESCAPED)


def content(lines: Iterable[str]) -> bytes:
    """The lines as bytes, each of at most 75 bytes; a letter is never cut in two."""
    return b"".join(_folded(line) for line in lines)


def _folded(line: str) -> bytes:
    whole = line.encode()
    if len(whole) <= _LIMIT:
        return whole + b"\r\n"
    pieces, current = [], b""
    for letter in line:
        code = letter.encode()
        if len(current) + len(code) > _LIMIT:
            pieces.append(current)
            current = b" "
        current += code
    return b"\r\n".join([*pieces, current]) + b"\r\n"
