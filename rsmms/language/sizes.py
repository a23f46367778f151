"""How big things are: for readers, before they tap."""

import gzip

from rsmms.language.words import Words


def gzipped(content: str | bytes) -> int:
    """Bytes over the wire from a host that only knows gzip, and compresses on the way."""
    data = content.encode() if isinstance(content, str) else content
    return len(gzip.compress(data, 6, mtime=0))


def size_words(words: Words, size: int) -> str:
    r"""A size for people: ``34 ko``, ``1.2 MB``; never less than 1 kB.

    >>> size_words(Words("fr"), 34_200), size_words(Words("en"), 1_234_567)
    ('34\xa0ko', '1.2\xa0MB')
    """
    if size < 1_000_000:
        return words.plain("size_kb", value=words.number(max(1, round(size / 1000))))
    return words.plain("size_mb", value=words.number(size / 1_000_000, 1))
