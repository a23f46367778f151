"""The 404 page once for each language: its own words first, the other languages below."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

PAGE = "404.html"
_SECTION = re.compile(r'<section lang="([^"]+)" dir="([^"]+)".*?</section>\n*', re.DOTALL)
_HTML = re.compile(r'<html lang="[^"]+" dir="[^"]+">')


def missing_pages(html: str, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Path and text of the page of each further language, made from the page of the first."""
    sections = list(_SECTION.finditer(html))
    for code in languages[1:]:
        own = next((s for s in sections if s[1] == code), None)
        if own:
            ordered = [own, *(s for s in sections if s is not own)]
            body = html[: sections[0].start()] + "".join(s[0] for s in ordered) + html[sections[-1].end() :]
            yield f"{code}/{PAGE}", _HTML.sub(f'<html lang="{code}" dir="{own[2]}">', body, count=1)


def write_missing(out: Path, languages: Sequence[str]) -> None:
    """Write them below ``out``, if the page of the first language is there."""
    page = out / PAGE
    for name, text in missing_pages(page.read_text(encoding="utf-8"), languages) if page.exists() else ():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8", newline="\n")
