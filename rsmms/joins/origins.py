"""Where a line of a guide comes from: a law, a described practice, the network's own advice, or, rarely, nothing that anybody found."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

MARK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
ADVICE = "advice"
"""The mark ``[[advice]]``: the network's own counsel."""
UNTRANSLATED = "fr"
DOUBT = "?"
"""The mark ``[[?:reason]]``: a claim that nobody could source, and why."""
REASONS = ("no-text", "no-document", "no-figure", "old-source", "sources-differ")
"""Why a line is to be confirmed; each has its sentence in the site's texts, with whom to ask."""
_NO_ORIGIN = ("in", "contacts", "block", "call", "rescue")


class Origin(StrEnum):
    """Where a line comes from, the strongest first; a doubt outweighs all."""

    DOUBT = "doubt"
    LAW = "law"
    PRACTICE = "practice"
    ADVICE = "advice"


def kind_of(mark: str) -> str:
    """What stands before the first colon of a mark: ``src``, ``in``, ``?``, the id of a treaty (with its annex)."""
    return mark.partition(":")[0]


def origin_of_mark(mark: str) -> Origin | None:
    """The origin that the inside of one mark tells; ``None`` if it tells none.

    >>> origin_of_mark("c189:9(c)"), origin_of_mark("in:BEL")
    (<Origin.LAW: 'law'>, None)
    """
    kind = kind_of(mark)
    if kind == DOUBT:
        return Origin.DOUBT
    if mark == ADVICE:
        return Origin.ADVICE
    if kind == "src":
        return Origin.PRACTICE
    return Origin.LAW if ":" in mark and kind not in _NO_ORIGIN else None


def origins_in(text: str) -> Iterator[Origin]:
    """The origins that the marks of a text tell, in their order."""
    return (found for mark in MARK.findall(text) if (found := origin_of_mark(mark)))


def origin_of(text: str) -> Origin | None:
    """The origin of a whole line: doubt if any part of it is in doubt, else the strongest of its marks.

    >>> origin_of("Dites votre nom. [[icrmw:21]] Gardez le reçu. [[advice]]")
    <Origin.LAW: 'law'>
    """
    return min(origins_in(text), key=tuple(Origin).index, default=None)


def has_advice(texts: Iterable[str]) -> bool:
    """True if some of the lines hold the network's own advice: their section then says so once."""
    return any(Origin.ADVICE in origins_in(text) for text in texts)


def ends_with_origin(text: str) -> bool:
    """True for a line whose last words are followed by a mark that tells their origin, or that is not translated yet."""
    last = re.search(r"\[\[([^\[\]\n]+)\]\]\s*$", text)
    return last is not None and (last[1] == UNTRANSLATED or origin_of_mark(last[1]) is not None)


def reason_of(mark: str) -> str:
    """Why a line is to be confirmed, from the inside of its mark; empty for a bare ``[[?]]``."""
    return mark.partition(":")[2]


def reason_key(reason: str) -> str:
    """The key of the sentence that explains a reason, in the site's texts."""
    return "doubt_" + reason.replace("-", "_")


def bare_text(text: str) -> str:
    """Hand-written text without any mark, for titles and descriptions."""
    return " ".join(re.sub(r"\*\*|\\", "", re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", MARK.sub("", text))).split())
