"""The whole language as a ZIP that opens from a card or a stick: pages, style, scripts, search, no server."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
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
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, content in chain([(_START, door)], _pages(built, known, site_url, results), _scripts(files), plain):
            target.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED, 9)
    return kept.getvalue()


def _scripts(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in files.items():
        script = f"(window.rsmmsData=window.rsmmsData||{{}})[{name.rpartition('/')[2].removesuffix('.json')!r}]=".encode() + content.strip() + b";\n"
        yield name.removesuffix(".json") + ".js", script


def _pages(built: Sequence[Built], known: set[str], site_url: str, results: ResultCache) -> Iterator[tuple[str, bytes]]:
    around = digest([site_url, *sorted(known)])
    for number, one in enumerate(built, 1):
        count(number, len(built), f"ZIP {one.page.site_url}")
        packed = results.get_or_compute(("local", around, one.page.site_url, one.html), partial(_packed_page, one, known, site_url))
        yield one.page.site_url + "index.html", zlib.decompress(packed)


def _packed_page(one: Built, known: set[str], site_url: str) -> bytes:
    """A local page as it waits for the next build."""
    return zlib.compress(local_page(one, known, site_url).encode(), 1)


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
