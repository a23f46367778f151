"""Which home page a reader is offered at ``/``: decided by the request alone, nothing is stored (adr/0007)."""

from collections.abc import Sequence


def first_known(languages: Sequence[str], wanted: str) -> str:
    """A regular expression that fits an ``Accept-Language`` whose first language of ours is ``wanted``.

    RE2 knows no "not followed by", so languages that are not ours are spelled out letter by letter.

    >>> import re
    >>> english = re.compile(first_known(("fr", "en", "ee"), "en"))
    >>> [bool(english.search(said)) for said in ("en-GB,en;q=0.9", "ha-NG,ha;q=0.9,en;q=0.8,fr", "fr,en", "de", "*")]
    [True, True, False, False, False]
    """
    return rf"(?i)^ *({_stranger(languages)}[^,]*, *)*{wanted}([-;,]|$)"


def _stranger(languages: Sequence[str]) -> str:
    """The start of a language tag that is none of ours: another first letter, or another second one."""
    starts = sorted({code[0] for code in languages})
    inside = [rf"{start}[^,{''.join(sorted(code[1] for code in languages if code[0] == start))}]" for start in starts]
    return f"([^,{''.join(starts)}]|{'|'.join(inside)})"
