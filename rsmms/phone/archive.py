"""The whole language as a ZIP that opens from a card or a stick: pages, style, scripts, search, no server."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from rsmms.cache.results import ResultCache
from rsmms.cache.store import digest
from rsmms.phone.built import Built, relative_to, turn_links
from rsmms.problems.progress import count

_STAMP = (1980, 1, 1, 0, 0, 0)
"""One time for all entries, so that two builds give the same bytes."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_OUT = re.compile(r'<link rel="(?:canonical|alternate|manifest)"[^>]*>\n?')
_RIGHTS = 0o600 << 16
"""What ``zipfile`` says of a file that nobody has said anything about."""
Deflated = tuple[int, int, bytes]
"""Checksum, size, and the content compressed as in a ZIP."""
_START = "LISEZ-MOI - README.html"
_DOOR = """\
<!doctype html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={start}">
<title>RSMMS</title>
<p><a href="{start}">RSMMS</a></p>
"""


def archive(built: Sequence[Built], language: str, files: Mapping[str, bytes], site_url: str, assets: Sequence[Path], out: Path, results: ResultCache) -> bytes:
    """The ZIP. ``files`` are data by address, written as scripts because ``file://`` lets nothing be fetched.

    ``results`` know the pages whose links an earlier build has turned.
    """
    known = {one.page.site_url for one in built} | set(files) | {p.relative_to(out).as_posix() for p in assets}
    door = _DOOR.format(start="index.html" if language == "fr" else f"{language}/index.html").encode()
    plain = ((path.relative_to(out).as_posix(), path.read_bytes()) for path in assets)
    others = [(name, _kept(content, results)) for name, content in chain([(_START, door)], _scripts(files), plain)]
    return zipped([*others[:1], *_pages(built, known, site_url, results), *others[1:]])


def zipped(entries: Iterable[tuple[str, Deflated]]) -> bytes:
    """The ZIP of entries that are compressed already: byte for byte what ``zipfile`` makes when it compresses them itself."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, (checksum, size, data) in entries:
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type, entry.external_attr, entry.header_offset = zipfile.ZIP_DEFLATED, _RIGHTS, made.tell()
            entry.CRC, entry.file_size, entry.compress_size = checksum, size, len(data)
            made.write(entry.FileHeader())
            made.write(data)
            target.filelist.append(entry)
            target.start_dir = made.tell()
    return made.getvalue()


def deflated(content: bytes) -> Deflated:
    """A content as it stands in a ZIP."""
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return zlib.crc32(content), len(content), press.compress(content) + press.flush()


def _kept(content: bytes, results: ResultCache) -> Deflated:
    return results.get_or_compute(("deflated", content), partial(deflated, content))


def _scripts(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in files.items():
        script = f"(window.rsmmsData=window.rsmmsData||{{}})[{name.rpartition('/')[2].removesuffix('.json')!r}]=".encode() + content.strip() + b";\n"
        yield name.removesuffix(".json") + ".js", script


def _pages(built: Sequence[Built], known: set[str], site_url: str, results: ResultCache) -> Iterator[tuple[str, Deflated]]:
    around = digest([site_url, *sorted(known)])
    for number, one in enumerate(built, 1):
        count(number, len(built), f"ZIP {one.page.site_url}")
        page = results.get_or_compute(("local", around, one.page.site_url, one.html), partial(_packed_page, one, known, site_url))
        yield one.page.site_url + "index.html", page


def _packed_page(one: Built, known: set[str], site_url: str) -> Deflated:
    """A local page as it stands in the ZIP, also of the next build."""
    return deflated(local_page(one, known, site_url).encode())


def local_page(one: Built, known: set[str], site_url: str) -> str:
    """A page whose links work without a server; what the ZIP does not hold is linked on the site."""
    base = one.page.site_url

    def turn(target: str, part: str) -> str:
        tail = f"#{part}" if part else ""
        if target in known:
            return relative_to(base, target) + tail
        return site_url + target + tail

    html = _POLICY.sub("", _OUT.sub("", one.html)).replace(", %zip%", "")
    return turn_links(html, base, turn)
