"""Which French words a translation was made from, section by section.

A fingerprint sees words and numbers, in their order inside a section. It does not see spacing, punctuation, capitals, emphasis,
where a link leads, origin marks, or the place of the section or page. ``[[in:BEL]]`` counts: it says to whom a step applies.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rsmms.model.front import Front, State
from rsmms.model.written import Section, Written

LEAD = "lead"
"""Name of the text above the first heading, which has no id."""
TITLE = "title"
"""Name of what the header says to readers: title, short title, description."""
_LINK = re.compile(r"\]\([^)\n]*\)")
_MARK = re.compile(r"\[\[(?!in:)[^\[\]\n]*\]\]")
_GROUPED = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))")
_TOKEN = re.compile(r"[^\W_]+|[%€$£°]")
_LENGTH = 8


def tokens(text: str) -> list[str]:
    """The words and numbers of a Markdown text.

    >>> tokens("**L’employeur** vous doit 1 500 € [ici](a.md). [[?:no-document]]")
    ['l', 'employeur', 'vous', 'doit', '1500', '€', 'ici']
    """
    bare = _GROUPED.sub("", _MARK.sub(" ", _LINK.sub("] ", text)))
    return _TOKEN.findall(unicodedata.normalize("NFC", bare).replace("œ", "oe").replace("Œ", "oe").casefold())


@lru_cache(maxsize=4096)
def fingerprint(text: str) -> str:
    """Eight signs that change when a word or number of the text changes."""
    return hashlib.sha256(" ".join(tokens(text)).encode()).hexdigest()[:_LENGTH]


def section_name(section: Section) -> str:
    """The id of a section as a header names it."""
    return section.id or LEAD


def fingerprints(page: Written) -> dict[str, str]:
    """Fingerprint of the header and of each section, by name."""
    found = {TITLE: fingerprint(_header(page.front))}
    return found | {section_name(section): fingerprint(_text(section)) for section in page.sections}


def _header(front: Front) -> str:
    return " ".join(filter(None, (front.title, front.short, front.description)))


def _text(section: Section) -> str:
    return "\n".join([section.title, *(unit.text for unit in section.units if unit.kind != "style")])


def outdated(own: Written, french: Written) -> tuple[str, ...]:
    """Names of the parts of a translation whose French has changed since, in the order of the French page.

    A part without a fingerprint raises no alarm, and neither does a French page that is still a draft.
    """
    if own is french or french.front.state == State.DRAFT:
        return ()
    return tuple(_changed(own, fingerprints(french)))


def _changed(own: Written, now: Mapping[str, str]) -> Iterator[str]:
    kept = {TITLE, *(section_name(section) for section in own.sections)}
    for name, print_ in now.items():
        made_from = own.front.made_from.get(name)
        if name in kept and made_from and made_from != print_:
            yield name
