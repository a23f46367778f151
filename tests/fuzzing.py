"""Fuzzed files: real ones of ``data/`` and ``docs/`` and those of the tiny project, damaged as a hostile pull request would.

``damaged(names)`` draws some of the tiny project's files with their damage; ``Arena`` puts them into a project in a folder, reads,
checks and makes all pages, counts, and tells what should never be: an exception, a slow example, a danger in a page.
"""

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import markdown
import pytest
from hypothesis import strategies as st

import rsmms.plan
import rsmms.site
from helpers import EXTENSIONS, PROJECT, ROOT, TODAY, lay_out
from hostile import ODD, XSS, dangers
from rsmms.opendata.files import OpenData
from rsmms.opendata.writing import stable_files
from rsmms.pages.apart import apart, together
from rsmms.pages.open_data import OPEN_DATA_PATH
from rsmms.pages.page import Maker, Page
from rsmms.pages.settings import settings_page
from rsmms.plan import Plan
from rsmms.problems import Problem, errors, report
from rsmms.search import search_files

LANGUAGES = ("fr", "en")
SLOW = 5
"""Seconds that no file may take."""
RENDERED = 4
"""Pages changed by the damage that are read as Markdown, for each example."""
LINES = (*ODD, *XSS)
SIGNS = "\x00\x07\x1b\t\r\n\x85\xa0\u200b\u200d\u202e\u2028\u2066\ufeff\ufffd\u0301:-#&*!|>'\"%@`[]{}<,?\\=~"


@cache
def real(suffix: str) -> tuple[str, ...]:
    """The start of each real file with this ending: enough to hold all its kinds of lines."""
    folder = ROOT / ("data" if suffix == ".yaml" else "docs")
    texts = (p.read_text(encoding="utf-8") for p in sorted(folder.rglob(f"*{suffix}")))
    return tuple("\n".join(text.split("\n")[:120]) + "\n" for text in texts)


@st.composite
def damaged(draw: st.DrawFn, name: str) -> bytes:
    """A file in the place of ``name``: its own text or a real one of the same kind, damaged a few times; or random text."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.text(max_size=300)).encode("utf-8", "surrogatepass")
    if kind == 1:
        return draw(st.binary(max_size=200))
    text = PROJECT[name] if kind > 3 else draw(st.sampled_from(real(Path(name).suffix)))
    for _ in range(draw(st.integers(1, 3))):
        text = draw(st.sampled_from(DAMAGE))(draw, text)
    raw = text.encode("utf-8", "surrogatepass")
    return draw(st.sampled_from(BYTES))(draw, raw) if kind == 9 else raw


PLAIN = st.text("abE éêœ’«»\"'`*_[](){}#!|~^\\=+-@%$;:/?.,0129…–", min_size=1, max_size=30)
"""Texts that may pass the rules: all the signs that mean something to Markdown, HTML, YAML, CSV or calendars."""
TEXTS = re.compile(r"^( *(?:- )?(?:fr|en|ee|title|short|description|publisher|acronym|city|number|code|value|kind): ).+$", re.MULTILINE)


@st.composite
def altered(draw: st.DrawFn, name: str) -> bytes:
    """A file of the tiny project whose texts are others, so that most of these projects become pages."""
    text = PROJECT[name]
    places = list(TEXTS.finditer(text))
    for place in sorted(draw(st.sets(st.sampled_from(places), max_size=3)) if places else (), key=lambda p: -p.start()):
        new = draw(PLAIN | st.sampled_from(LINES)).replace("'", "''").replace("\n", " ")
        text = text[: place.start()] + f"{place[1]}'{new}'" + text[place.end() :]
    if name.endswith(".md"):
        lines = text.split("\n")
        number = draw(st.sampled_from([n for n, line in enumerate(lines) if line and n > lines.index("---", 1)]))
        head = re.match(r"(?:- |\d\. |## )?", lines[number])
        lines[number] = (head[0] if head else "") + draw(PLAIN) + draw(st.sampled_from(("", lines[number].removeprefix(head[0] if head else ""))))
        text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass")


def at(draw: st.DrawFn, length: int) -> int:
    """A place in something of this length."""
    return draw(st.integers(0, max(0, length - 1)))


def _line(draw: st.DrawFn, text: str) -> str:
    """A line cut, doubled, moved, or put further right."""
    lines = text.split("\n")
    number, how = at(draw, len(lines)), draw(st.integers(0, 4))
    line = lines.pop(number)
    if how == 1:
        lines[number:number] = [line, line]
    elif how == 2:
        lines.insert(at(draw, len(lines)), line)
    elif how == 3:
        lines.insert(number, "  " + line)
    elif how == 4:
        lines.insert(number, line.lstrip())
    return "\n".join(lines)


def _value(draw: st.DrawFn, text: str) -> str:
    """What stands after a colon or a dash is something hostile, in quotes or not."""
    lines = text.split("\n")
    number = at(draw, len(lines))
    mark = ": " if ": " in lines[number] else "- "
    head, found, _ = lines[number].partition(mark)
    new = draw(st.sampled_from(LINES))
    quoted = "'" + new.replace("'", "''").replace("\n", " ") + "'" if draw(st.booleans()) else new
    lines[number] = head + (found or "") + quoted
    return "\n".join(lines)


def _key(draw: st.DrawFn, text: str) -> str:
    """Another name of a field."""
    lines = text.split("\n")
    number = at(draw, len(lines))
    head, found, tail = lines[number].partition(":")
    lines[number] = head[: len(head) - len(head.lstrip())] + draw(st.sampled_from(("id", "fr", "x", "source", "checked", "'<b>'", "2024", "ee", "pages"))) + found + tail
    return "\n".join(lines)


def _inside(draw: st.DrawFn, text: str) -> str:
    """A hostile text in the middle of another."""
    place = at(draw, len(text))
    return text[:place] + draw(st.sampled_from(LINES)) + text[place:]


def _sign(draw: st.DrawFn, text: str) -> str:
    """An odd sign somewhere, or in the place of another."""
    place = at(draw, len(text))
    return text[:place] + draw(st.sampled_from(SIGNS)) + text[place + draw(st.integers(0, 1)) :]


def _deep(draw: st.DrawFn, text: str) -> str:
    """Levels inside each other, closed or not."""
    place, times = text.find("\n", at(draw, len(text))), draw(st.sampled_from((5, 31, 400)))
    opening, closing = draw(st.sampled_from((("[", "]"), ("{a: ", "}"), ("- ", ""), ("> ", ""), ("![", "](x)"))))
    return text[:place] + " " + opening * times + closing * draw(st.sampled_from((0, times))) + text[place:]


def _number(draw: st.DrawFn, text: str) -> str:
    """A digit becomes a huge, odd or negative number."""
    places = [i for i, letter in enumerate(text) if letter.isdigit()] or [0]
    place = places[at(draw, len(places))]
    return text[:place] + draw(st.sampled_from(("9" * 30, "-1", "0", "1e400", "٣", "²", "9" * 5000, "0.5", ""))) + text[place + 1 :]


DAMAGE = (_line, _value, _value, _key, _inside, _sign, _deep, _number)


def _flip(draw: st.DrawFn, raw: bytes) -> bytes:
    place = at(draw, len(raw))
    return raw[:place] + bytes([draw(st.integers(0, 255))]) + raw[place + 1 :]


def _mark(draw: st.DrawFn, raw: bytes) -> bytes:
    return draw(st.sampled_from((b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\xef\xbb\xbf\xef\xbb\xbf"))) + raw


def _windows(draw: st.DrawFn, raw: bytes) -> bytes:
    return raw.replace(b"\n", draw(st.sampled_from((b"\r\n", b"\r", b"\n\r", b"\x85"))))


def _short(draw: st.DrawFn, raw: bytes) -> bytes:
    return raw[: at(draw, len(raw))]


BYTES = (_flip, _flip, _mark, _windows, _short)


@dataclass
class Arena:
    """A tiny project in a folder, into which damaged files are put and from which they are taken again."""

    root: Path
    files: int = 0
    """Damaged files read so far."""
    made: int = 0
    """Times that all pages were made although files were damaged."""
    told: dict[str, int] = field(default_factory=dict)
    """Problems by code."""

    def __post_init__(self) -> None:
        lay_out(self.root)

    @cached_property
    def usual(self) -> dict[tuple[str, str], str]:
        """The bodies of all pages without damage."""
        with TemporaryDirectory() as folder, _without_ours():
            return {key: page.body for key, page in rsmms.site.make_site(lay_out(Path(folder)), LANGUAGES, TODAY).pages.items()}

    def attack(self, files: dict[str, bytes]) -> list[Problem]:
        """Put the files in, read, check and make what can be made; the project is whole again afterwards."""
        self.files += len(files)
        try:
            for name, raw in files.items():
                (self.root / name).write_bytes(raw)
            with in_time(SLOW), _without_ours():
                return self._examined()
        finally:
            for name in files:
                (self.root / name).write_text(PROJECT[name], encoding="utf-8")

    def _examined(self) -> list[Problem]:
        content = rsmms.site.read_content(self.root, LANGUAGES, TODAY)
        for problem in content.problems:
            self.told[problem.code] = self.told.get(problem.code, 0) + 1
        for language in LANGUAGES:
            assert len(report(content.problems, language).encode().splitlines()) <= len(content.problems) + 2
        if not errors(content.problems):
            self.made += 1
            self._look(rsmms.plan.make_plan(content.library, content.written, LANGUAGES, TODAY))
        return list(content.problems)

    def _look(self, plan: Plan) -> None:
        """No danger in the pages that differ, as Markdown or as HTML; the other files can be made."""
        other = [page for key, page in plan.pages.items() if self.usual.get(key) != page.body]
        for page in other[:RENDERED]:
            found = list(dangers(rendered(page.body)))
            assert found == [], (page.language, page.path, found)
        if self.made % 3 == 0:
            stable_files(plan, "https://example.org/")
            for language in LANGUAGES:
                search_files(plan, language)


def rendered(body: str) -> str:
    """HTML of a page's body, made as the site makes it."""
    text, ready = apart(body)
    return together(markdown.markdown(text, extensions=list(EXTENSIONS)), ready)


@contextmanager
def _without_ours() -> Iterator[None]:
    """The site's own texts and the pages made of them alone are the same in every example: they are left out to save time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rsmms.site.check_strings", list)
        patch.setattr("rsmms.plan._CONTRIBUTE", ())
        patch.setattr("rsmms.plan.open_data_page", _no_columns)
        yield


def _no_columns(make: Maker, data: OpenData) -> Page:
    """In the place of the page that describes all tables and columns."""
    return replace(settings_page(make), path=OPEN_DATA_PATH, body=f"{len(data.files)}")


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """What is done inside takes less than so many seconds, or is stopped there."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    started = time.monotonic()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - started < seconds
