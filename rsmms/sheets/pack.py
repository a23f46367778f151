"""The same PDF in fewer bytes: what Typst writes object by object is written together and compressed.

A third of a sheet is the tree of tags that screen readers use, one small object a word or cell. PDF 1.5 can keep such
objects in compressed streams; qpdf does it too, but took a fifth of the time of a whole sheet (see ``adr/0006``).
Only the plain form that Typst writes is read here; anything else is given back as it is.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from struct import Struct

_TOGETHER = 200
"""Objects in one stream: a reader that wants one object has to unpack all of them."""
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_TRAILER = re.compile(rb"trailer\n<<(.*?)>>\nstartxref\n(\d+)\n%%EOF\s*\Z", re.DOTALL)
_STREAM_END = b"endstream\nendobj"
_ENTRY = 20
"""Bytes of a line in the table of objects."""
_ROW = Struct(">BIH")
"""A line of the compressed table: kind (0 free, 1 alone, 2 in a stream), then place, or number of the stream and place in it."""


def packed(raw: bytes) -> bytes:
    """A PDF by Typst with its small objects compressed; equal input, equal bytes."""
    trailer = _TRAILER.search(raw, max(0, len(raw) - 2000))
    table = _TABLE.match(raw, int(trailer[2])) if trailer else None
    if not trailer or not table:
        return raw
    places = sorted(_places(raw, table))
    objects = dict(_objects(raw, places, table.start()))
    plain = {number: body for number, body in objects.items() if not body.endswith(_STREAM_END)}
    out = bytearray(raw[: places[0][0]])
    known: dict[int, bytes] = {0: _ROW.pack(0, 0, 0xFFFF)}
    for number, body in objects.items():
        if number not in plain:
            known[number] = _ROW.pack(1, len(out), 0)
            out += body + b"\n"
    size = int(table[1])
    for number, chosen in enumerate(_chunks(plain), size):
        known[number] = _ROW.pack(1, len(out), 0)
        known.update((inner, _ROW.pack(2, number, place)) for place, inner in enumerate(chosen))
        out += _together(number, chosen)
        size = number + 1
    known[size] = _ROW.pack(1, len(out), 0)
    start = len(out)
    out += _index(size, known, re.sub(rb"/Size \d+", b"", trailer[1]))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _places(raw: bytes, table: re.Match[bytes]) -> Iterator[tuple[int, int]]:
    """Where each object stands in the file, and its number."""
    lines = (raw[table.end() + _ENTRY * n : table.end() + _ENTRY * (n + 1)] for n in range(int(table[1])))
    return ((int(line[:10]), n) for n, line in enumerate(lines) if line[17:18] == b"n")


def _objects(raw: bytes, places: Sequence[tuple[int, int]], end: int) -> Iterator[tuple[int, bytes]]:
    """Every object in the order of the file, from its number to ``endobj``."""
    ends = [place for place, _ in places[1:]] + [end]
    for (place, number), stop in zip(places, ends, strict=True):
        yield number, raw[place:stop].rstrip()


def _chunks(plain: Mapping[int, bytes]) -> Iterator[dict[int, bytes]]:
    numbers = list(plain)
    for first in range(0, len(numbers), _TOGETHER):
        yield {n: _inside(plain[n]) for n in numbers[first : first + _TOGETHER]}


def _inside(body: bytes) -> bytes:
    """What stands between ``obj`` and ``endobj``."""
    return body.partition(b"obj")[2].removesuffix(b"endobj").strip()


def _together(number: int, chosen: Mapping[int, bytes]) -> bytes:
    """A stream of objects: numbers and places first, then the objects."""
    places, at = [], 0
    for inner, body in chosen.items():
        places.append(b"%d %d" % (inner, at))
        at += len(body) + 1
    head = b" ".join(places) + b" "
    return _stream(number, b"/Type/ObjStm/N %d/First %d" % (len(chosen), len(head)), head + b" ".join(chosen.values()))


def _index(number: int, known: Mapping[int, bytes], rest: bytes) -> bytes:
    """The table of all objects as a stream, with what else the trailer says."""
    rows = (known.get(n, _ROW.pack(0, 0, 0xFFFF)) for n in range(number + 1))
    return _stream(number, b"/Type/XRef/Size %d/W[1 4 2]%s" % (number + 1, rest), b"".join(rows))


def _stream(number: int, entries: bytes, content: bytes) -> bytes:
    small = zlib.compress(content)
    return b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, entries, len(small), small)
