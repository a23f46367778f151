"""Data files cut down to what a generated project has: some treaties, no guides of the real site, another country's name."""

import json
import re
from collections.abc import Collection
from zlib import crc32

import yaml

_OWN_NAMES = re.compile(r"^( +)(?:situations|member_of):(?: \[[^\]]*\]\n|\n(?:\1 *- .*\n)+)", re.MULTILINE)
_GIVES = re.compile(r"^( +)gives:(?: \[[^\]]*\]\n|\n(?:\1 *- .*\n)+)", re.MULTILINE)

_NATIONAL = re.compile(r"""^( +(?:- )?number: *["']?)0\d{6,}""", re.MULTILINE)
"""A number that can only be dialled inside one country; a copy has a short one instead, which may be one anywhere."""


def only(text: str, key: str, kept: Collection[str]) -> str:
    """A YAML text without the items of lists whose first line is ``- key: x`` with an x that is not kept."""
    parts = re.split(r"^(?=  - |\S)", text, flags=re.MULTILINE)
    start = f"  - {key}: "
    return "".join(part for part in parts if not part.startswith(start) or part.splitlines()[0].removeprefix(start) in kept)


def unbound(text: str) -> str:
    """Data without its lists of guides and networks, on one line or on several: a generated project has others."""
    return _OWN_NAMES.sub("", text)


def giving(text: str, instruments: Collection[str]) -> str:
    """Data whose rules give the articles of some treaties alone; a list of which nothing stays goes whole."""

    def kept(found: re.Match[str]) -> str:
        marks = [mark for mark in yaml.safe_load(found[0])["gives"] if re.split("[:/]", mark)[0] in instruments]
        return f"{found[1]}gives: {json.dumps(marks)}\n" if marks else ""

    return _GIVES.sub(kept, text)


def renamed(text: str, base: str, code: str) -> str:
    """A profile or list of contacts as if it were another country's; it names no guide and no network."""
    text = unbound(text)
    if base == code:
        return text
    text = _NATIONAL.sub(lambda found: f"{found[1]}1{crc32(found[0].encode()) % 900 + 100}", text)
    text = re.sub(rf"^(id|country): {base}$", rf"\1: {code}", text, flags=re.MULTILINE)
    text = re.sub(r"^slug: .*$", f"slug: {code.lower()}", text, flags=re.MULTILINE)
    return re.sub(r"^  - id: (.*)$", rf"  - id: {code.lower()}-\1", text, flags=re.MULTILINE)
