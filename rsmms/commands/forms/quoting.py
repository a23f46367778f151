"""Words of others inside Markdown of ours: shown letter by letter, never read as markup, a mention or a number of an issue."""

import re
import unicodedata

_LONGEST = 2000
_CUT = " […]"
_HIDDEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
"""Signs that nobody sees: they could turn the order of the letters around, or hide some."""


def plain(text: str, longest: int = _LONGEST) -> str:
    r"""The text without signs that nobody sees, and not longer than anybody reads.

    >>> ascii(plain("a\u202eb"))
    "'a\\ufffdb'"
    """
    seen = "".join("\ufffd" if c not in "\n\t" and unicodedata.category(c) in _HIDDEN else c for c in text.replace("\r\n", "\n").replace("\r", "\n"))
    return seen if len(seen) <= longest else seen[: longest - len(_CUT)] + _CUT


def quoted(text: str) -> str:
    """Lines in a fence that is longer than any run of backticks or tildes in them: nothing inside is markup."""
    shown = plain(text)
    fence = "`" * max(3, _longest_run(shown, "`") + 1)
    return f"{fence}text\n{shown}\n{fence}"


def code(text: str) -> str:
    """A few words on one line, between backticks of which the words have no such run.

    >>> code("@all"), code("a`b"), code("`"), code(" ")
    ('`@all`', '``a`b``', '`` ` ``', '`–`')
    """
    shown = " ".join(plain(text, 200).split()) or "–"
    fence = "`" * (_longest_run(shown, "`") + 1)
    gap = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{gap}{shown}{gap}{fence}"


def cell(text: str) -> str:
    """The same in a cell of a table, which a bar would end, also between backticks."""
    return code(text.replace("|", "¦"))


def _longest_run(text: str, sign: str) -> int:
    return max(map(len, re.findall(re.escape(sign) + "+", text)), default=0)
